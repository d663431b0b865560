"""Name the machine's own operations: what the compiler turns into single instructions.

Importing this module is what makes a module part of the *dialect* (docs/dialect.md). Every
function here is replaced by an IR operation when it is called from compiled code; the bodies
below run only under CPython, over one `bytearray` that plays the memory, so that raw algorithms
can be tested there.

Rules: `i64` arithmetic wraps, is never checked and never raises; `//` and `%` floor as Python's
do; `>>` is arithmetic. Addresses are `i64`. Widths are in the names of loads and stores.
"""

import struct
from collections.abc import Callable
from typing import Any, TypeVar

from mypy_extensions import i64

F = TypeVar("F", bound=Callable[..., Any])

MEMORY = bytearray(1 << 20)
"""What loads and stores touch under CPython."""


# --- markers (decorators) --------------------------------------------------------------------
def inline(function: F) -> F:
    """Always inline the function into its callers."""
    return function


def cold(function: F) -> F:
    """Never inline the function; it is a slow path."""
    return function


def export(symbol: str) -> Callable[[F], F]:
    """Give the function this linker symbol and keep it (memcpy, trap entries)."""
    return lambda function: function


def no_raise(function: F) -> F:
    """Refuse to compile unless nothing that the function reaches can raise."""
    return function


def no_alloc(function: F) -> F:
    """Refuse to compile unless nothing that the function reaches can allocate."""
    return function


# --- memory ----------------------------------------------------------------------------------
def load_u8(address: i64) -> i64:
    return i64(MEMORY[address])


def load_u16(address: i64) -> i64:
    return i64(int.from_bytes(MEMORY[address : address + 2], "little"))


def load_u32(address: i64) -> i64:
    return i64(int.from_bytes(MEMORY[address : address + 4], "little"))


def load_i32(address: i64) -> i64:
    return i64(int.from_bytes(MEMORY[address : address + 4], "little", signed=True))


def load_i64(address: i64) -> i64:
    return i64(int.from_bytes(MEMORY[address : address + 8], "little", signed=True))


def load_f64(address: i64) -> float:
    result: float = struct.unpack_from("<d", MEMORY, address)[0]
    return result


def load_word(address: i64) -> Any:
    """The tagged value stored at the address."""
    raise NotImplementedError("words exist only in compiled code")


def store_u8(address: i64, value: i64) -> None:
    MEMORY[address] = value & 0xFF


def store_u16(address: i64, value: i64) -> None:
    MEMORY[address : address + 2] = int(value & 0xFFFF).to_bytes(2, "little")


def store_u32(address: i64, value: i64) -> None:
    MEMORY[address : address + 4] = int(value & 0xFFFFFFFF).to_bytes(4, "little")


def store_i64(address: i64, value: i64) -> None:
    MEMORY[address : address + 8] = int(value & 0xFFFFFFFFFFFFFFFF).to_bytes(8, "little")


def store_f64(address: i64, value: float) -> None:
    struct.pack_into("<d", MEMORY, address, value)


def store_word(address: i64, value: object) -> None:
    raise NotImplementedError("words exist only in compiled code")


def volatile_load_u8(address: i64) -> i64:
    return load_u8(address)


def volatile_load_u16(address: i64) -> i64:
    return load_u16(address)


def volatile_load_u32(address: i64) -> i64:
    return load_u32(address)


def volatile_load_i64(address: i64) -> i64:
    return load_i64(address)


def volatile_store_u8(address: i64, value: i64) -> None:
    store_u8(address, value)


def volatile_store_u16(address: i64, value: i64) -> None:
    store_u16(address, value)


def volatile_store_u32(address: i64, value: i64) -> None:
    store_u32(address, value)


def volatile_store_i64(address: i64, value: i64) -> None:
    store_i64(address, value)


def fence() -> None:
    """A full memory barrier (mfence)."""


def copy_memory(target: i64, source: i64, size: i64) -> None:
    """memcpy: the ranges do not overlap."""
    MEMORY[target : target + size] = MEMORY[source : source + size]


def move_memory(target: i64, source: i64, size: i64) -> None:
    """memmove: the ranges may overlap."""
    MEMORY[target : target + size] = bytes(MEMORY[source : source + size])


def fill_memory(target: i64, value: i64, size: i64) -> None:
    """memset."""
    MEMORY[target : target + size] = bytes([value & 0xFF]) * size


# --- raw integers ----------------------------------------------------------------------------
def _unsigned(value: i64) -> int:
    return int(value) & 0xFFFFFFFFFFFFFFFF


def _signed(value: int) -> i64:
    value &= 0xFFFFFFFFFFFFFFFF
    return i64(value - (1 << 64) if value >> 63 else value)


def wrap(value: i64) -> i64:
    """Nothing in compiled code; under CPython, wrap to 64 bits as the machine does."""
    return _signed(int(value))


def lshr(value: i64, count: i64) -> i64:
    """Logical shift right, 0 <= count < 64."""
    return _signed(_unsigned(value) >> count)


def ult(left: i64, right: i64) -> bool:
    """Unsigned less than."""
    return _unsigned(left) < _unsigned(right)


def udiv(left: i64, right: i64) -> i64:
    """Unsigned division; the divisor is not zero."""
    return _signed(_unsigned(left) // _unsigned(right))


def urem(left: i64, right: i64) -> i64:
    """Unsigned remainder; the divisor is not zero."""
    return _signed(_unsigned(left) % _unsigned(right))


def sdiv(left: i64, right: i64) -> i64:
    """Signed division towards zero; the divisor is not zero."""
    quotient = abs(int(left)) // abs(int(right))
    return _signed(quotient if (left < 0) == (right < 0) else -quotient)


def umulh(left: i64, right: i64) -> i64:
    """The high 64 bits of the unsigned 128-bit product."""
    return _signed((_unsigned(left) * _unsigned(right)) >> 64)


def add_overflows(left: i64, right: i64) -> bool:
    """Whether the signed sum leaves 64 bits; pairs with `+` on the same operands."""
    return not -(1 << 63) <= int(left) + int(right) < 1 << 63


def sub_overflows(left: i64, right: i64) -> bool:
    return not -(1 << 63) <= int(left) - int(right) < 1 << 63


def mul_overflows(left: i64, right: i64) -> bool:
    return not -(1 << 63) <= int(left) * int(right) < 1 << 63


def clz(value: i64) -> i64:
    """Leading zero bits; 64 for zero."""
    return i64(64 - _unsigned(value).bit_length())


def ctz(value: i64) -> i64:
    """Trailing zero bits; 64 for zero."""
    bits = _unsigned(value)
    return i64((bits & -bits).bit_length() - 1 if bits else 64)


def popcount(value: i64) -> i64:
    return i64(_unsigned(value).bit_count())


def bswap16(value: i64) -> i64:
    return i64(int.from_bytes(int(value & 0xFFFF).to_bytes(2, "little"), "big"))


def bswap32(value: i64) -> i64:
    return i64(int.from_bytes(int(value & 0xFFFFFFFF).to_bytes(4, "little"), "big"))


def bswap64(value: i64) -> i64:
    return _signed(int.from_bytes(_unsigned(value).to_bytes(8, "little"), "big"))


# --- floats ----------------------------------------------------------------------------------
def float_bits(value: float) -> i64:
    """The 64 bits of the double."""
    return i64(struct.unpack("<q", struct.pack("<d", value))[0])


def float_from_bits(bits_: i64) -> float:
    result: float = struct.unpack("<d", struct.pack("<q", bits_))[0]
    return result


def float_from_i64(value: i64) -> float:
    """Correctly rounded conversion."""
    return float(int(value))


def i64_from_float(value: float) -> i64:
    """Truncate; the value is within i64."""
    return i64(int(value))


def float_sqrt(value: float) -> float:
    """IEEE square root; NaN for negative values."""
    return float(value**0.5)


def float_floor(value: float) -> float:
    return float(value.__floor__())


def float_ceil(value: float) -> float:
    return float(value.__ceil__())


def float_trunc(value: float) -> float:
    return float(value.__trunc__())


def float_abs(value: float) -> float:
    return abs(value)


def float_fma(a: float, b: float, c: float) -> float:
    """a * b + c, rounded once (compiled code only)."""
    raise NotImplementedError


def float_div(left: float, right: float) -> float:
    """IEEE division: no ZeroDivisionError."""
    return left / right


# --- words and objects (compiled code only) ------------------------------------------------------
def bits(value: object) -> i64:
    """The word itself, as an integer."""
    raise NotImplementedError


def word(bits_: i64) -> Any:
    """The value whose word this is. The caller vouches for it."""
    raise NotImplementedError


def address(value: object) -> i64:
    """Where the object lies; the value is a pointer (bits - 1)."""
    raise NotImplementedError


def object_at(address_: i64) -> Any:
    """The value that points to the object at the address (address + 1)."""
    raise NotImplementedError


def small(value: int) -> i64:
    """The integer in a small int's word; the caller knows that it is small."""
    raise NotImplementedError


def from_small(value: i64) -> int:
    """The small int of a value within SMALL_MIN..SMALL_MAX; the caller knows that it is."""
    raise NotImplementedError


def unchecked(value: object) -> Any:
    """The same word, taken as whatever type the context declares, without any test."""
    raise NotImplementedError


def class_id_of(cls: type | str) -> i64:
    """The class id of a class named in the source (also "array", "buffer", "cell" ...)."""
    raise NotImplementedError


def class_id(value: object) -> i64:
    """The class id in the header of a pointer word."""
    raise NotImplementedError


def class_record(id_: i64) -> i64:
    """Address of the class record of a class id."""
    raise NotImplementedError


def method_entry(id_: i64, name: str) -> i64:
    """The generic entry of the method of that name in a class, or 0. The name is a literal."""
    raise NotImplementedError


def method_or(default: object, value: Any, name: str, *arguments: object) -> Any:
    """Call value.name(*arguments) if its class has such a method, else give `default`; also
    when an argument does not fit a built-in method's declared type. The name is a literal."""
    raise NotImplementedError


# --- control -----------------------------------------------------------------------------------
def function_address(function: Callable[..., Any]) -> i64:
    """Address of a module-level function's direct entry."""
    raise NotImplementedError


def call_address(entry: i64, *arguments: i64) -> i64:
    """Call code at an address with i64 arguments and an i64 result; it cannot raise."""
    raise NotImplementedError


def call_entry(entry: i64, function: Any, arguments: i64, count: i64, names: Any) -> Any:
    """Call a generic entry: `count` words at address `arguments`; the last len(names) are passed
    by keyword. Raises what the callee raises."""
    raise NotImplementedError


def call_resume(entry: i64, frame: Any, sent: Any, mode: i64) -> Any:
    """Call a generator's resume function; answers a value or the DONE marker, or raises."""
    raise NotImplementedError


def stack_words(count: i64) -> i64:
    """Address of `count` words on the stack, until the function returns. Literal count."""
    raise NotImplementedError


def symbol_address(symbol: str) -> i64:
    """Address of a linker symbol. The name is a literal."""
    raise NotImplementedError


def stack_pointer() -> i64:
    raise NotImplementedError


def trap() -> None:
    """Stop with an illegal instruction: for what cannot happen."""
    raise SystemError("trap")


def site_name(site: i64) -> str:
    """Qualified name of the function that the traceback site (an index of the compiler's) is in."""
    raise NotImplementedError


def site_file(site: i64) -> str:
    """Path of the site's source file, as tracebacks show it."""
    raise NotImplementedError


def site_line(site: i64) -> i64:
    """Line number of the site, from 1."""
    raise NotImplementedError


def site_text(site: i64) -> str:
    """The site's source line, stripped; empty when the image carries none."""
    raise NotImplementedError


def likely(condition: bool) -> bool:
    return condition


def unlikely(condition: bool) -> bool:
    return condition


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
