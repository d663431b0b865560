"""Read and write special registers: CPUID, MSRs, the time-stamp counter, control registers."""

from mypy_extensions import i64

from sesha.guest.cpu.intrinsics import asm, asm_void, inline

LOW = 0xFFFF_FFFF


def cpuid_ax_dx(leaf: i64, subleaf: i64 = 0) -> i64:
    """EAX in the low half, EDX in the high half."""
    return asm(
        "cpuid; shlq $$32, %rdx; orq %rdx, %rax", "={rax},{rax},{rcx},~{rbx},~{rcx},~{rdx}", leaf, subleaf
    )


def cpuid_bx_cx(leaf: i64, subleaf: i64 = 0) -> i64:
    """EBX in the low half, ECX in the high half."""
    return asm(
        "cpuid; shlq $$32, %rcx; leaq (%rbx,%rcx), %rax",
        "={rax},{rax},{rcx},~{rbx},~{rcx},~{rdx}",
        leaf,
        subleaf,
    )


def read_msr(number: i64) -> i64:
    return asm("rdmsr; shlq $$32, %rdx; orq %rdx, %rax", "={rax},{rcx},~{rdx}", number)


def write_msr(number: i64, value: i64) -> None:
    asm_void("wrmsr", "{rcx},{rax},{rdx}", number, value & LOW, value >> 32)


@inline
def read_tsc() -> i64:
    return asm("rdtsc; shlq $$32, %rdx; orq %rdx, %rax", "={rax},~{rdx}")


def load_page_tables(root: i64) -> None:
    asm_void("movq $0, %cr3", "r", root)


def read_cr0() -> i64:
    return asm("movq %cr0, $0", "=r")


def write_cr0(value: i64) -> None:
    asm_void("movq $0, %cr0", "r", value)


def read_cr4() -> i64:
    return asm("movq %cr4, $0", "=r")


def write_cr4(value: i64) -> None:
    asm_void("movq $0, %cr4", "r", value)


def fault_address() -> i64:
    """The address whose access caused the page fault (CR2)."""
    return asm("movq %cr2, $0", "=r")
