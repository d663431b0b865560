"""Tell the time: kvmclock where the hypervisor has it, else the time-stamp counter.

The counter's frequency comes from CPUID where it is told, else it is measured once against the
local APIC's timer, which counts nanoseconds under QEMU. The wall clock is kvmclock's, or was read
once from the battery-backed clock.
"""

from mypy_extensions import i64

from sesha.guest.cpu.intrinsics import load_i64, load_u8, load_u32, lshr, umulh, volatile_load_u32
from sesha.guest.cpu.x86_64 import apic
from sesha.guest.cpu.x86_64.registers import LOW, cpuid_ax_dx, cpuid_bx_cx, read_tsc, write_msr
from sesha.guest.machine.pvh import battery_clock, pages

SECOND = 1_000_000_000

HYPERVISOR_LEAF = 0x4000_0000
KVM_FEATURES_LEAF = 0x4000_0001
KVM_SIGNATURE = 0x4B4D_564B
"""EBX of the hypervisor leaf: KVMK."""
KVM_CLOCK_FEATURE = 1 << 3
WALL_CLOCK_MSR = 0x4B56_4D00
SYSTEM_TIME_MSR = 0x4B56_4D01
HYPERVISOR_PRESENT = 1 << 31

# struct pvclock_vcpu_time_info
VERSION = 0
TSC_TIMESTAMP = 8
SYSTEM_TIME = 16
TSC_MULTIPLIER = 24
TSC_SHIFT = 28
WALL_CLOCK_OFFSET = 64
"""struct pvclock_wall_clock (version, seconds, nanoseconds) lies behind it in the same page."""

TSC_LEAF = 0x15
FREQUENCY_LEAF = 0x4000_0010
MEASURED_COUNT = 2_000_000
"""Timer counts, that is nanoseconds, for which the counter is measured."""

UNKNOWN = 0
KVM_CLOCK = 1
COUNTER = 2

source: i64 = UNKNOWN
clock_page: i64 = 0
frequency: i64 = 0
"""Of the counter, in Hz."""
counter_start: i64 = 0
wall_start: i64 = 0
"""The wall clock when monotonic time was 0, in nanoseconds."""


def monotonic_ns() -> i64:
    """Nanoseconds since some start; never goes back."""
    if source == UNKNOWN:
        start()
    if source == KVM_CLOCK:
        return read_kvm_clock()
    ticks = read_tsc() - counter_start
    return ticks // frequency * SECOND + ticks % frequency * SECOND // frequency


def wall_ns() -> i64:
    """Nanoseconds since 1970-01-01 UTC, as far as the machine knows."""
    return monotonic_ns() + wall_start


def start() -> None:
    """Find the best source of time; done at the first question."""
    global source, counter_start, wall_start
    if has_kvm_clock():
        start_kvm_clock()
        source = KVM_CLOCK
        return
    find_frequency()
    counter_start = read_tsc()
    source = COUNTER
    wall_start = battery_clock.seconds_since_1970() * SECOND


# --- kvmclock ------------------------------------------------------------------------------------
def has_kvm_clock() -> bool:
    if cpuid_bx_cx(1) >> 32 & HYPERVISOR_PRESENT == 0:
        return False
    if cpuid_bx_cx(HYPERVISOR_LEAF) & LOW != KVM_SIGNATURE:
        return False
    return cpuid_ax_dx(KVM_FEATURES_LEAF) & KVM_CLOCK_FEATURE != 0


def start_kvm_clock() -> None:
    global clock_page, wall_start
    clock_page = pages.take_page()
    write_msr(SYSTEM_TIME_MSR, clock_page | 1)
    wall = clock_page + WALL_CLOCK_OFFSET
    write_msr(WALL_CLOCK_MSR, wall)
    wall_start = load_u32(wall + 4) * SECOND + load_u32(wall + 8)


def read_kvm_clock() -> i64:
    """Read until the hypervisor did not change the page meanwhile."""
    while True:
        version = volatile_load_u32(clock_page + VERSION)
        ticks = read_tsc() - load_i64(clock_page + TSC_TIMESTAMP)
        shift = load_u8(clock_page + TSC_SHIFT)
        if shift < 128:
            ticks = ticks << shift
        else:
            ticks = lshr(ticks, 256 - shift)
        multiplier = load_u32(clock_page + TSC_MULTIPLIER)
        time = load_i64(clock_page + SYSTEM_TIME) + scale(ticks, multiplier)
        if version & 1 == 0 and version == volatile_load_u32(clock_page + VERSION):
            return time


def scale(ticks: i64, multiplier: i64) -> i64:
    """ticks * multiplier / 2**32, without overflow."""
    return umulh(ticks, multiplier) << 32 | lshr(ticks * multiplier, 32)


# --- the time-stamp counter ------------------------------------------------------------------------
def find_frequency() -> None:
    global frequency
    frequency = told_frequency()
    if frequency == 0:
        frequency = measured_frequency()


def told_frequency() -> i64:
    """What CPUID says: crystal times ratio, or the hypervisor's kHz; 0 if nothing."""
    if cpuid_ax_dx(0) & LOW >= TSC_LEAF:
        ratio_ax = cpuid_ax_dx(TSC_LEAF) & LOW
        bx_cx = cpuid_bx_cx(TSC_LEAF)
        if ratio_ax != 0 and lshr(bx_cx, 32) != 0:
            return lshr(bx_cx, 32) * (bx_cx & LOW) // ratio_ax
    if (
        cpuid_bx_cx(1) >> 32 & HYPERVISOR_PRESENT != 0
        and cpuid_ax_dx(HYPERVISOR_LEAF) & LOW >= FREQUENCY_LEAF
    ):
        return (cpuid_ax_dx(FREQUENCY_LEAF) & LOW) * 1000
    return 0


def measured_frequency() -> i64:
    """Count for a while beside the local APIC's timer."""
    apic.start_count(apic.COUNT_MOST)
    first_count = apic.current_count()
    first = read_tsc()
    while first_count - apic.current_count() < MEASURED_COUNT:
        pass
    last_count = apic.current_count()
    last = read_tsc()
    apic.start_count(0)
    return (last - first) * SECOND // (first_count - last_count)
