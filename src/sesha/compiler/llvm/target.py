"""Describe what code is generated for: the processor and the machine's demands on code."""

from dataclasses import dataclass

TRIPLE = "x86_64-unknown-none-elf"
DATA_LAYOUT = "e-m:e-p270:32:32-p271:32:32-p272:64:64-i64:64-i128:128-f80:128-n8:16:32:64-S128"
BASELINE_CPU = "x86-64-v2"
"""SSE4.2 and POPCNT: every x86-64 server since 2009, and QEMU's `-cpu max`."""


@dataclass(frozen=True)
class Target:
    """machine: `process` or `pvh`. optimize: 0 or 2. assembly: entry code, as module assembly."""

    machine: str = "process"
    optimize: int = 2
    cpu: str = BASELINE_CPU
    assembly: str = ""

    @property
    def red_zone(self) -> bool:
        """Ring 0 faults push onto the same stack, so that nothing may lie below it."""
        return self.machine != "pvh"
