"""Name the class of any value, for messages and default representations."""

from mypy_extensions import i64

from sesha.guest.abi.layout import (
    ELLIPSIS,
    INT_MASK,
    NONE,
    NOT_IMPLEMENTED,
    TAG_IMMEDIATE,
    TAG_MASK,
    TAG_POINTER,
    TYPE_MODULE,
    TYPE_NAME,
    TYPE_QUALNAME,
)
from sesha.guest.cpu.intrinsics import (
    address,
    bits,
    class_id,
    class_id_of,
    class_record,
    load_u32,
    unchecked,
    word,
)


def type_name(value: object) -> str:
    """`type(value).__name__`."""
    word_bits = bits(value)
    if word_bits & INT_MASK == 0:
        return "int"
    tag = word_bits & TAG_MASK
    if tag == TAG_IMMEDIATE:
        return name_of_constant(word_bits)
    if tag != TAG_POINTER:
        return "float"
    name: str = unchecked(word(load_u32(class_record(class_id(value)) + TYPE_NAME)))
    return name


def name_of_constant(word_bits: i64) -> str:
    """The name of an immediate constant's class."""
    if word_bits == NONE:
        return "NoneType"
    if word_bits == ELLIPSIS:
        return "ellipsis"
    return "NotImplementedType" if word_bits == NOT_IMPLEMENTED else "bool"


def subject(value: object) -> str:
    """What messages about an attribute call its owner: a class by its own name."""
    if bits(value) & TAG_MASK == TAG_POINTER and class_id(value) == class_id_of(type):
        own: str = unchecked(word(load_u32(address(value) + TYPE_NAME)))
        return "type object '" + own + "'"
    return "'" + type_name(value) + "' object"


def qualified_type_name(value: object) -> str:
    """Module and qualified name of an object's class, as its default representation shows them."""
    record = class_record(class_id(value))
    module: str = unchecked(word(load_u32(record + TYPE_MODULE)))
    name: str = unchecked(word(load_u32(record + TYPE_QUALNAME)))
    return name if module == "builtins" else module + "." + name
