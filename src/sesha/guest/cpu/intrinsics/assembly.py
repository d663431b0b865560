"""Assembly and system calls."""

from mypy_extensions import i64


def asm(template: str, constraints: str, *arguments: i64) -> i64:
    """LLVM inline assembly (AT&T), side effects assumed, one i64 result. Literal strings.

    `asm("rdtsc; shl $$32, %rdx; or %rdx, %rax", "={rax},~{rdx}")`
    """
    raise NotImplementedError


def asm_void(template: str, constraints: str, *arguments: i64) -> None:
    """The same without a result."""
    raise NotImplementedError


def syscall(number: i64, a: i64 = 0, b: i64 = 0, c: i64 = 0, d: i64 = 0, e: i64 = 0, f: i64 = 0) -> i64:
    """A Linux system call (only under guest/machine/process)."""
    raise NotImplementedError
