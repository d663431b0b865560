"""Read and write I/O ports."""

from mypy_extensions import i64

from sesha.guest.cpu.intrinsics import asm, asm_void, inline


@inline
def in8(port: i64) -> i64:
    return asm("inb %dx, %al; movzbl %al, %eax", "={rax},{rdx}", port)


@inline
def in16(port: i64) -> i64:
    return asm("inw %dx, %ax; movzwl %ax, %eax", "={rax},{rdx}", port)


@inline
def in32(port: i64) -> i64:
    return asm("inl %dx, %eax", "={rax},{rdx}", port)


@inline
def out8(port: i64, value: i64) -> None:
    asm_void("outb %al, %dx", "{rdx},{rax}", port, value)


@inline
def out16(port: i64, value: i64) -> None:
    asm_void("outw %ax, %dx", "{rdx},{rax}", port, value)


@inline
def out32(port: i64, value: i64) -> None:
    asm_void("outl %eax, %dx", "{rdx},{rax}", port, value)
