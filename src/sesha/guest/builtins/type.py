"""Find the class of a value, and hold the methods of class objects.

Everything that asks "what is this word?" without static types comes here. A class object is its
class record (layout.py TYPE_*); class ids index the records.
"""

from typing import Any, NoReturn

from mypy_extensions import i64

from sesha.guest.abi.layout import (
    ELLIPSIS,
    INT_MASK,
    NONE,
    NOT_IMPLEMENTED,
    TAG_IMMEDIATE,
    TAG_MASK,
    TAG_POINTER,
    TUPLE_ITEMS,
    TUPLE_LENGTH,
    TYPE_FLAG_ENUM,
    TYPE_FLAG_FLAGS,
    TYPE_FLAGS,
    TYPE_ID,
    TYPE_MODULE,
    TYPE_MRO,
    TYPE_NAME,
    TYPE_QUALNAME,
)
from sesha.guest.builtins.text_type import type_name as type_name
from sesha.guest.cpu.intrinsics import (
    address,
    bits,
    class_id,
    class_id_of,
    class_record,
    cold,
    inline,
    load_i64,
    load_u16,
    load_u32,
    object_at,
    unchecked,
    word,
)


@inline
def is_object(value: object) -> bool:
    """Whether the word points to an object (else small int, inline float, None or bool)."""
    return bits(value) & TAG_MASK == TAG_POINTER


@inline
def has_exact_class(value: object, id_: i64) -> bool:
    """Whether the value is an object of exactly that class (one that has no immediates)."""
    return bits(value) & TAG_MASK == TAG_POINTER and class_id(value) == id_


@inline
def id_of_class(value: object) -> i64:
    """The class id of any value."""
    raw = bits(value)
    if raw & TAG_MASK == TAG_POINTER:
        return class_id(value)
    if raw & INT_MASK == 0:
        return class_id_of(int)
    if raw & TAG_MASK == TAG_IMMEDIATE:
        return _id_of_constant(raw)
    return class_id_of(float)


def _id_of_constant(raw: i64) -> i64:
    if raw == NONE:
        return class_id_of("builtins.None")
    if raw == ELLIPSIS:
        return class_id_of("builtins.ellipsis")
    return class_id_of("builtins.NotImplementedType") if raw == NOT_IMPLEMENTED else class_id_of(bool)


def class_of(value: object) -> Any:
    """`type(value)`."""
    return object_at(class_record(id_of_class(value)))


def same_class(left: object, right: object) -> bool:
    return id_of_class(left) == id_of_class(right)


# --- subclasses --------------------------------------------------------------------------------
def derives(child: Any, base: object) -> bool:
    """Whether the class object has the other one in its method resolution order."""
    order = address(word(load_u32(address(child) + TYPE_MRO)))
    place = order + TUPLE_ITEMS
    end = place + (load_i64(order + TUPLE_LENGTH) << 3)
    while place < end:
        if load_i64(place) == bits(base):
            return True
        place = place + 8
    return False


def derives_properly(value: object, other: object) -> bool:
    """Whether the value's class is a subclass of the other value's class, and not the same."""
    if not is_object(value):
        return False
    id_ = class_id(value)
    other_id = id_of_class(other)
    if id_ == other_id:
        return False
    return derives(object_at(class_record(id_)), object_at(class_record(other_id)))


def is_class(value: object) -> bool:
    return has_exact_class(value, class_id_of(type))


def replaced(cls: type) -> NoReturn:
    """A class decorator did not answer the class that it was given."""
    raise TypeError("the decorator of " + qualname_of(cls) + " returned something else than the class")


def abstract(cls: type, names: str) -> NoReturn:
    """An instance of an abstract class is to be made; `names` are quoted, with commas."""
    methods = "methods" if ", " in names else "method"
    raise TypeError(
        "Can't instantiate abstract class "
        + name_of(cls)
        + " without an implementation for abstract "
        + methods
        + " "
        + names
    )


def made_again(cls: type) -> NoReturn:
    """A class statement whose methods use the variables of the function around it runs a second time."""
    raise NotImplementedError(
        "the class " + qualname_of(cls) + " uses variables of its function, which has been called before: "
        "an image makes one class of a class statement"
    )


# --- the methods of class objects -----------------------------------------------------------------
def name_of(self: type) -> str:
    """`__name__`: what stands after the last dot of the qualified name."""
    record = address(self)
    short: str = unchecked(word(load_u32(record + TYPE_NAME)))
    return short if load_u32(record + TYPE_NAME) == load_u32(record + TYPE_QUALNAME) else last_part(short)


@cold
def last_part(name: str) -> str:
    return name.rpartition(".")[2]


def qualname_of(self: type) -> str:
    result: str = unchecked(word(load_u32(address(self) + TYPE_QUALNAME)))
    return result


def module_of(self: type) -> str:
    result: str = unchecked(word(load_u32(address(self) + TYPE_MODULE)))
    return result


def class_number(self: type) -> i64:
    """The class id of a class object."""
    return load_u32(address(self) + TYPE_ID)


def full_name(self: type) -> str:
    """With the module, except for built-in classes."""
    module = module_of(self)
    if module == "builtins":
        return qualname_of(self)
    return module + "." + qualname_of(self)


def mro_of(self: type) -> tuple[Any, ...]:
    result: tuple[Any, ...] = unchecked(word(load_u32(address(self) + TYPE_MRO)))
    return result


def mro(self: type) -> list[Any]:
    return list(mro_of(self))


def repr_(self: type) -> str:
    flags = load_u16(address(self) + TYPE_FLAGS)
    if flags & (TYPE_FLAG_ENUM | TYPE_FLAG_FLAGS) == 0:
        return "<class '" + full_name(self) + "'>"
    name: str = unchecked(word(load_u32(address(self) + TYPE_NAME)))
    return ("<enum '" if flags & TYPE_FLAG_ENUM != 0 else "<flag '") + name + "'>"


def __repr__(self: type) -> str:
    return repr_(self)


def __subclasscheck__(self: type, cls: type) -> bool:
    return derives(cls, self)


def __instancecheck__(self: type, value: object) -> bool:
    return derives(class_of(value), self)


def end_of_hooks(cls: Any, keywords: dict[str, Any]) -> None:
    """`object.__init_subclass__`"""
    if keywords:
        raise TypeError(name_of(cls) + ".__init_subclass__() takes no keyword arguments")
