"""Run an image of the PVH machine under QEMU.

    stdin  ─► escaped by us ─► QEMU's stdin ─► COM1
    stdout ◄─ QEMU's stdout ◄─ COM1
    stderr ◄─ copied by us ◄─ pipe ◄─ debug port
    status ◄─ read by us ◄─ pipe ◄─ debug port

KVM is used only if a probe shows within a second that a plain guest runs there.
"""

import os
import shutil
import subprocess
import sys
import threading
from dataclasses import dataclass
from urllib.parse import quote

from sesha.guest.abi import manifest, runner
from sesha.image.manifest import read_manifest
from sesha.machine.acceleration import kvm_works
from sesha.machine.job import EnvironmentProblem, Job
from sesha.machine.process import wait_through_signals
from sesha.machine.tap import check_tap

PROGRAM = "qemu-system-x86_64"


@dataclass(frozen=True)
class Model:
    """A machine that QEMU can be: its options, and the bus on which the network card sits."""

    options: str
    card: str


MODELS = {
    "microvm": Model("microvm,acpi=off,pit=off,pic=off,rtc=on", "virtio-net-device"),
    "q35": Model("q35,vmport=off", "virtio-net-pci,romfile="),
    "pc": Model("pc,vmport=off", "virtio-net-pci,romfile="),
}
CHUNK = 1 << 16
STOPPED_BY_SIGNAL = 130


def run_qemu(job: Job) -> int:
    """Run to the end; gives the exit status."""
    program = shutil.which(PROGRAM)
    if program is None:
        raise EnvironmentProblem(f"{PROGRAM} is not there", "install it: sudo apt install qemu-system-x86")
    accelerated = kvm_works(program)
    if not accelerated:
        print("sesha: KVM cannot run a guest here; the machine is emulated", file=sys.stderr)
    errors, status = os.pipe(), os.pipe()
    command = [program, *_options(job, accelerated, errors[1], status[1])]
    child = subprocess.Popen(command, stdin=subprocess.PIPE, pass_fds=(errors[1], status[1]))
    os.close(errors[1])
    os.close(status[1])
    _in_background(_feed_input, child)
    copier = _in_background(_copy_errors, errors[0])
    code = wait_through_signals(child)
    copier.join()
    return _exit_status(code, _read_all(status[0]))


def _options(job: Job, accelerated: bool, errors: int, status: int) -> list[str]:
    accelerator = ["-accel", "kvm", "-cpu", "host"] if accelerated else ["-accel", "tcg", "-cpu", "max"]
    return [
        *("-M", MODELS[job.model].options),
        *accelerator,
        *("-m", f"{-(-job.memory // (1 << 20))}M"),
        *("-nodefaults", "-no-user-config", "-no-reboot"),
        *("-display", "none"),
        *("-kernel", str(job.image)),
        *("-append", command_line(job)),
        *("-chardev", "stdio,id=console", "-serial", "chardev:console"),
        *_pipe_port("errors", runner.ERROR_PORT, errors, 1),
        *_pipe_port("status", runner.STATUS_PORT, status, 2),
        *("-device", f"isa-debug-exit,iobase={runner.EXIT_PORT},iosize={runner.EXIT_PORT_SIZE}"),
        *network_options(job),
    ]


def _pipe_port(name: str, port: int, descriptor: int, number: int) -> list[str]:
    """A debug port whose bytes go into one of our pipes."""
    return [
        *("-add-fd", f"fd={descriptor},set={number}"),
        *("-chardev", f"file,id={name},path=/dev/fdset/{number},append=on"),
        *("-device", f"isa-debugcon,iobase={port},readback={runner.ERROR_PORT_READBACK},chardev={name}"),
    ]


def network_options(job: Job) -> list[str]:
    """A network card if the program uses one: on QEMU's own little network, or on a TAP device."""
    if read_manifest(job.image)["network"] == manifest.NETWORK_NONE:
        return []
    kind = job.network or "user"
    if kind.startswith("tap="):
        name = kind.removeprefix("tap=").partition(",")[0]
        check_tap(name)
        backend = f"tap,id=net,ifname={name},script=no,downscript=no"
    elif kind == "user":
        forwards = "".join(
            f",hostfwd={protocol}::{p.host}-:{p.guest}" for p in job.publish for protocol in ("tcp", "udp")
        )
        backend = f"user,id=net{forwards}"
    else:
        raise EnvironmentProblem(f"--net {kind} is not for virtual machines", "use user or tap=NAME")
    return ["-netdev", backend, "-device", f"{MODELS[job.model].card},netdev=net"]


def command_line(job: Job) -> str:
    """Arguments and environment as parameters for the guest."""
    parameters = [runner.FLAG_ESCAPED]
    parameters += [runner.ARGUMENT + _encode(text) for text in (job.name, *job.arguments)]
    static = (job.network or "").partition(",")[2]
    if static:
        parameters.append(runner.STATIC_NETWORK + _encode(static))
    parameters += [runner.VARIABLE + _encode(f"{n}={v}") for n, v in job.environment.items()]
    line = " ".join(parameters)
    if len(line) > runner.COMMAND_LINE_MOST:
        raise EnvironmentProblem(
            f"arguments and environment take {len(line)} bytes and a machine gets {runner.COMMAND_LINE_MOST}",
            "pass less, or put it into a file that the image embeds",
        )
    return line


def _encode(text: str) -> str:
    """Percent-encode; commas too, which QEMU's option parser would read."""
    return quote(text, safe="/:=@+", errors="surrogateescape")


def _in_background(function: "object", argument: object) -> threading.Thread:
    assert callable(function)
    thread = threading.Thread(target=function, args=(argument,), daemon=True)
    thread.start()
    return thread


def _feed_input(child: "subprocess.Popen[bytes]") -> None:
    """Hand our standard input on, escaped, until one of the two has ended."""
    assert child.stdin is not None
    escape, end = bytes([runner.ESCAPE]), bytes([runner.ESCAPE, runner.ESCAPED_END])
    try:
        while data := os.read(0, CHUNK):
            child.stdin.write(data.replace(escape, escape + escape))
            child.stdin.flush()
        child.stdin.write(end)
        child.stdin.flush()
    except OSError:
        return


def _copy_errors(descriptor: int) -> None:
    while data := os.read(descriptor, CHUNK):
        os.write(2, data)
    os.close(descriptor)


def _read_all(descriptor: int) -> bytes:
    with os.fdopen(descriptor, "rb") as file:
        return file.read()


def _exit_status(code: int, told: bytes) -> int:
    """What the guest told before it stopped; without that, why it stopped."""
    if told:
        return told[-1]
    if code < 0 or code == 0:
        return STOPPED_BY_SIGNAL
    raise EnvironmentProblem(
        f"QEMU ended with status {code} before the program did", "what it says above tells why"
    )
