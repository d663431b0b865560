"""Run an image of the PVH machine under QEMU.

    stdin  ─► escaped by us ─► QEMU's stdin ─► COM1
    stdout ◄─ QEMU's stdout ◄─ COM1
    stderr ◄─ copied by us ◄─ pipe ◄─ debug port
    status ◄─ read by us ◄─ pipe ◄─ debug port
    QEMU's own words: copied by us, but for those about a signal that we know of

KVM is used only if a probe shows within a second that a plain guest runs there.
"""

import os
import re
import shutil
import subprocess
import sys
import threading
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from sesha.guest.abi import manifest, runner
from sesha.image.manifest import read_manifest
from sesha.image.segments import memory_end
from sesha.machine.acceleration import kvm_works
from sesha.machine.child import SIGNAL_STATUS, wait_through_signals
from sesha.machine.job import EnvironmentProblem, Job, MachineFault
from sesha.machine.networks import TAP, tap_address, tap_name
from sesha.machine.tap import check_tap

PROGRAM = "qemu-system-x86_64"


@dataclass(frozen=True)
class Model:
    """A machine that QEMU can be: its options, and its network card and source of randomness."""

    options: str
    card: str
    random: str


MODELS = {
    "microvm": Model("microvm,acpi=off,pit=off,pic=off,rtc=on", "virtio-net-device", "virtio-rng-device"),
    "q35": Model("q35,vmport=off", "virtio-net-pci,romfile=", "virtio-rng-pci"),
    "pc": Model("pc,vmport=off", "virtio-net-pci,romfile=", "virtio-rng-pci"),
}
PROCESSOR = Path("/proc/cpuinfo")
RDRAND = "rdrand"
CHUNK = 1 << 16
MEGABYTE_SHIFT = 20
STOPPED = re.compile(rb"terminating on signal (\d+)")
"""What QEMU says when a signal ends it (its status is 0 then)."""


def run_qemu(job: Job) -> int:
    """Run to the end; gives the exit status."""
    program = shutil.which(PROGRAM)
    if program is None:
        raise EnvironmentProblem(f"{PROGRAM} is not there", "install it: sudo apt install qemu-system-x86")
    _check_memory(job)
    accelerated = kvm_works(program)
    if not accelerated:
        print("sesha: KVM cannot run a guest here; the machine is emulated", file=sys.stderr)
    errors, status = os.pipe(), os.pipe()
    command = [program, *_options(job, accelerated, errors[1], status[1])]
    child = subprocess.Popen(
        command, stdin=subprocess.PIPE, stderr=subprocess.PIPE, pass_fds=(errors[1], status[1])
    )
    os.close(errors[1])
    os.close(status[1])
    words = Words(child)
    _in_background(_feed_input, child)
    copiers = _in_background(_copy_errors, errors[0]), _in_background(Words.copy, words)
    code = wait_through_signals(child)
    for copier in copiers:
        copier.join()
    return _exit_status(code, _read_all(status[0]), words)


def _check_memory(job: Job) -> None:
    """An image that does not fit would hang or fault before it can say so."""
    least = memory_end(job.image) + runner.LEAST_ROOM
    if _megabytes(job.memory) << MEGABYTE_SHIFT < least:
        raise EnvironmentProblem(
            f"{_megabytes(job.memory)}M of memory are too little for this image",
            f"give it {_megabytes(least)}M or more with --memory",
        )


def _megabytes(size: int) -> int:
    """Rounded up: QEMU counts memory in them."""
    return -(-size >> MEGABYTE_SHIFT)


def _options(job: Job, accelerated: bool, errors: int, status: int) -> list[str]:
    accelerator = ["-accel", "kvm", "-cpu", "host"] if accelerated else ["-accel", "tcg", "-cpu", "max"]
    return [
        *("-M", MODELS[job.model].options),
        *accelerator,
        *("-m", f"{_megabytes(job.memory)}M"),
        *("-nodefaults", "-no-user-config", "-no-reboot"),
        *("-display", "none"),
        *("-kernel", str(job.image)),
        *("-append", command_line(job)),
        *("-chardev", "stdio,id=console", "-serial", "chardev:console"),
        *_pipe_port("errors", runner.ERROR_PORT, errors, 1),
        *_pipe_port("status", runner.STATUS_PORT, status, 2),
        *("-device", f"isa-debug-exit,iobase={runner.EXIT_PORT},iosize={runner.EXIT_PORT_SIZE}"),
        *network_options(job),
        *_random_options(job, accelerated),
    ]


def _random_options(job: Job, accelerated: bool) -> list[str]:
    """The host's randomness, for a guest that sees a processor without RDRAND."""
    if not accelerated or RDRAND in PROCESSOR.read_text().split():
        return []
    return ["-device", MODELS[job.model].random]


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
    if kind.startswith(TAP):
        name = tap_name(kind)
        check_tap(name)
        backend = f"tap,id=net,ifname={name},script=no,downscript=no"
    else:
        forwards = "".join(
            f",hostfwd={protocol}::{p.host}-:{p.guest}" for p in job.publish for protocol in ("tcp", "udp")
        )
        backend = f"user,id=net{forwards}"
    return ["-netdev", backend, "-device", f"{MODELS[job.model].card},netdev=net"]


def command_line(job: Job) -> str:
    """Arguments and environment as parameters for the guest."""
    parameters = [runner.FLAG_ESCAPED]
    parameters += [runner.ARGUMENT + _encode(text) for text in (job.name, *job.arguments)]
    if static := tap_address(job.network or ""):
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


class Words:
    """What QEMU says on its standard error."""

    def __init__(self, child: "subprocess.Popen[bytes]") -> None:
        self.child = child
        self.signal = 0
        """The signal that it says has ended it."""

    def copy(self) -> None:
        """Hand every line on as it comes."""
        assert self.child.stderr is not None
        for line in self.child.stderr:
            if stopped := STOPPED.search(line):
                self.signal = int(stopped[1])
            else:
                os.write(2, line)


def _exit_status(code: int, told: bytes, words: Words) -> int:
    """What the guest told before it stopped; without that, why it stopped."""
    if told:
        return told[-1]
    if words.signal:
        return SIGNAL_STATUS + words.signal
    if code < 0:
        return SIGNAL_STATUS - code
    if code == 0:
        raise MachineFault("the machine stopped without telling why: the processor gave up (triple fault)")
    raise EnvironmentProblem(
        f"QEMU ended with status {code} before the program did", "what it says above tells why"
    )
