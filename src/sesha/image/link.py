"""Optimise, generate code and link: LLD from the ziglang wheel does all three, in a child process.

LLVM's fatal errors end the process they happen in, hence the child; and LLD's own link-time
pipeline is two to three times faster than llvmlite's.
"""

import subprocess
from dataclasses import dataclass, field
from pathlib import Path

import ziglang

PASSES = {0: "default<O0>", 2: "default<O2>"}
CODE_LEVEL = {0: "0", 2: "2"}
HINT_THRESHOLD = 1500
"""For functions that transform/hint_inlining.py has measured already."""
INLINE_THRESHOLD = 0
"""For all others, below what the call itself costs: LLVM's own 225 makes images a twentieth larger and
no faster, since what is hot is put inline before, by the compiler."""
COPIED = ["-z", "max-page-size=16"]
MACHINE_OPTIONS = {"pvh": COPIED, "packed": COPIED}
"""By linker script: PVH loaders copy segments, whose places in the file need not fit pages."""


class LinkError(Exception):
    """LLD refused what the back end gave it: a fault of ours."""


@dataclass(frozen=True)
class LinkJob:
    """stage: image, obj, asm or llvm (LLD can stop and print after its optimiser)."""

    bitcode: Path
    script: Path
    output: Path
    optimize: int
    stage: str = "image"
    strip: bool = True
    symbols: dict[str, int] = field(default_factory=dict)
    """Numbers that the guest reads as addresses of symbols: facts of the build."""
    binary: Path | None = None
    """A file that becomes data as it is."""


def linker() -> list[str]:
    """The command that runs LLD."""
    return [str(Path(ziglang.__file__).parent / "zig"), "ld.lld"]


def link(job: LinkJob) -> None:
    """Make `job.output`."""
    command = [*linker(), *_options(job), str(job.bitcode), *_binary(job), "-o", str(job.output)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise LinkError(done.stderr.strip() or f"ld.lld ended with status {done.returncode}")
    if job.stage == "asm":
        job.output.with_name(job.output.name + ".lto.s").rename(job.output)


def _binary(job: LinkJob) -> list[str]:
    return [] if job.binary is None else ["--format=binary", str(job.binary)]


def _options(job: LinkJob) -> list[str]:
    options = [
        f"--lto-newpm-passes={PASSES[job.optimize]}",
        f"--lto-CGO{CODE_LEVEL[job.optimize]}",
        "--build-id=none",
        f"-mllvm=-inlinehint-threshold={HINT_THRESHOLD}",
        f"-mllvm=-inline-threshold={INLINE_THRESHOLD}",
        "--no-pie",
        "-z",
        "norelro",
    ]
    if job.stage == "asm":
        return [*options, "--lto-emit-asm"]
    if job.stage == "obj":
        return [*options, "-r"]
    options += [f"--defsym={name}={value:#x}" for name, value in job.symbols.items()]
    options += MACHINE_OPTIONS.get(job.script.stem, [])
    options += ["-T", str(job.script), "--gc-sections", "--orphan-handling=error"]
    if job.strip:
        options.append("--strip-all")
    return options
