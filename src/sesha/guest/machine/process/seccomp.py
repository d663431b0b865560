"""Assemble a seccomp filter, rule by rule, and hand it to Linux.

The filter is a BPF program over `struct seccomp_data`. A rule allows one system call, if each argument
that the rule speaks of is one of a few values; everything else kills the process (SIGSYS), of whichever
architecture. Only the low half of an argument is compared: Linux takes no more of those that rules are
about (descriptors, flags, sizes of structures).
"""

from mypy_extensions import i64

from sesha.guest.cpu.intrinsics import load_i64, store_i64, syscall
from sesha.guest.machine.process.system_calls import PRCTL, SECCOMP

PR_SET_NO_NEW_PRIVS = 38
SECCOMP_SET_MODE_FILTER = 1

# BPF: u16 code, u8 jump if true, u8 jump if false, u32 operand.
LOAD_WORD = 0x20
JUMP_IF_EQUAL = 0x15
RETURN = 0x06
TRUE_SHIFT = 16
FALSE_SHIFT = 24
OPERAND_SHIFT = 32
LOW = 0xFFFF_FFFF
DATA_NUMBER = 0
DATA_ARCHITECTURE = 4
DATA_ARGUMENTS = 16
AUDIT_ARCH_X86_64 = 0xC000003E
KILL_PROCESS = 0x80000000
ALLOW = 0x7FFF0000
MOST_INSTRUCTIONS = 256
NONE = -(1 << 40)
"""No value of an argument."""

program: i64 = 0
count: i64 = 0
rule_start: i64 = 0


def begin(room: i64) -> None:
    """Start a filter in MOST_INSTRUCTIONS words of memory."""
    global program, count
    program = room
    count = 0
    add(LOAD_WORD, DATA_ARCHITECTURE)
    add(JUMP_IF_EQUAL | 1 << TRUE_SHIFT, AUDIT_ARCH_X86_64)
    add(RETURN, KILL_PROCESS)
    add(LOAD_WORD, DATA_NUMBER)


def add(code: i64, operand: i64) -> None:
    global count
    store_i64(program + count * 8, code | operand << OPERAND_SHIFT)
    count = count + 1


def allow(number: i64) -> None:
    """Let a system call pass."""
    rule(number)
    end()


def allow_only(
    number: i64, index: i64, first: i64, second: i64 = NONE, third: i64 = NONE, fourth: i64 = NONE
) -> None:
    """Let a system call pass if an argument is one of these."""
    rule(number)
    demand(index, first, second, third, fourth)
    end()


def rule(number: i64) -> None:
    """Begin the rule of a system call; demands may follow, and `end`."""
    global rule_start
    rule_start = count
    add(JUMP_IF_EQUAL, number)


def demand(index: i64, first: i64, second: i64 = NONE, third: i64 = NONE, fourth: i64 = NONE) -> None:
    """In the rule: the argument must be one of these."""
    add(LOAD_WORD, DATA_ARGUMENTS + 8 * index)
    start = count
    allow_value(first)
    allow_value(second)
    allow_value(third)
    allow_value(fourth)
    add(RETURN, KILL_PROCESS)
    place = start
    while place < count - 1:
        extend_jump(place, (count - place - 1) << TRUE_SHIFT)
        place += 1


def allow_value(value: i64) -> None:
    if value != NONE:
        add(JUMP_IF_EQUAL, value & LOW)


def extend_jump(place: i64, jump: i64) -> None:
    store_i64(program + place * 8, load_i64(program + place * 8) | jump)


def end() -> None:
    """The rule is complete: what fulfilled its demands passes."""
    add(RETURN, ALLOW)
    extend_jump(rule_start, (count - rule_start - 1) << FALSE_SHIFT)


def install(header: i64) -> bool:
    """Put the filter into force, with no new privileges ever; `header` is room of two words."""
    add(RETURN, KILL_PROCESS)
    store_i64(header, count)
    store_i64(header + 8, program)
    syscall(PRCTL, PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    return syscall(SECCOMP, SECCOMP_SET_MODE_FILTER, 0, header) == 0
