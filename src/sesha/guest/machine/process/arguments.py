"""Give the program's arguments and environment: what Linux put on the initial stack."""

from mypy_extensions import i64

from sesha.guest.cpu.intrinsics import load_i64, load_u8
from sesha.guest.machine.text import text_of_memory

initial_stack: i64 = 0
"""Address of argc; after it argv, 0, envp, 0."""

WORD = 8
EQUALS = 61
OWN_PREFIX = "SESHA_"
"""Variables by which the runner speaks to the machine: the program does not see them."""


def initialize(initial_stack_: i64) -> None:
    """Called once by start.py."""
    global initial_stack
    initial_stack = initial_stack_


def argv() -> list[str]:
    """The program's name and its arguments."""
    texts: list[str] = []
    entry = initial_stack + WORD
    while load_i64(entry) != 0:
        texts.append(text_at(load_i64(entry)))
        entry += WORD
    return texts


def environ() -> list[tuple[str, str]]:
    """Names and values, in order."""
    pairs: list[tuple[str, str]] = []
    entry = environment_start()
    while load_i64(entry) != 0:
        name, equals, value = text_at(load_i64(entry)).partition("=")
        if equals and not name.startswith(OWN_PREFIX):
            pairs.append((name, value))
        entry += WORD
    return pairs


def environment_start() -> i64:
    """Where the pointers to NAME=VALUE begin."""
    return initial_stack + (load_i64(initial_stack) + 2) * WORD


def text_at(start: i64) -> str:
    """A str of a zero-terminated string; bytes that are not UTF-8 become lone surrogates."""
    length: i64 = 0
    while load_u8(start + length) != 0:
        length += 1
    return text_of_memory(start, length)


def find_variable(name: i64, length: i64) -> i64:
    """Address of the value of an environment variable, 0 without it; needs no heap."""
    entry = environment_start()
    while load_i64(entry) != 0:
        text = load_i64(entry)
        matched: i64 = 0
        while matched < length and load_u8(text + matched) == load_u8(name + matched):
            matched += 1
        if matched == length and load_u8(text + length) == EQUALS:
            return text + length + 1
        entry += WORD
    return 0
