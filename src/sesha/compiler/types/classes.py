"""Declare classes, functions and modules: what lowering knows of code without its bodies.

Made from mypy's trees by `lower/declare/modules.py` (program) or loaded from the cache (guest library).
Everything is plain data and can be pickled.
"""

from dataclasses import dataclass, field
from enum import Enum

from sesha.compiler.types.representation import Repr
from sesha.compiler.types.shown_names import shown_module


@dataclass(frozen=True)
class Type:
    """What is known of a value: its representation and, for words, its class.

    `cls` is the full name of the class that the value is an instance of (subclasses included),
    or None when nothing is known. `exact` excludes subclasses.
    """

    repr: Repr
    cls: str | None = None
    exact: bool = False

    def __str__(self) -> str:
        return self.repr.value if self.cls is None else f"{self.repr.value}:{self.cls}"


WORD = Type(Repr.WORD)
I64 = Type(Repr.I64, "i64")
F64 = Type(Repr.F64, "builtins.float")
BOOL = Type(Repr.BOOL, "builtins.bool")
VOID = Type(Repr.VOID)
UNCLAIMED = Type(Repr.WORD, None, exact=True)
"""A word of which not even mypy's claim is believed: what a program's `__new__` answers."""
NONE = Type(Repr.WORD, "builtins.None")
INT = Type(Repr.WORD, "builtins.int")


class ParameterKind(Enum):
    POSITIONAL_ONLY = "positional-only"
    POSITIONAL = "positional"
    VARARGS = "*"
    KEYWORD = "keyword-only"
    VARKW = "**"


@dataclass
class Parameter:
    """A formal parameter. `default` is a literal's constant, or True for one that the `def`
    statement evaluates into the global `<function>.default.<name>`."""

    name: str
    type: Type
    kind: ParameterKind = ParameterKind.POSITIONAL
    has_default: bool = False
    constant: object = None
    default_is_constant: bool = False


class Flavour(Enum):
    """What calling the function gives."""

    PLAIN = "plain"
    GENERATOR = "generator"
    COROUTINE = "coroutine"
    ASYNC_GENERATOR = "async generator"


class Binding(Enum):
    """How a function in a class is reached."""

    NONE = "function"
    INSTANCE = "method"
    CLASS = "classmethod"
    STATIC = "staticmethod"
    GETTER = "getter"
    SETTER = "setter"
    DELETER = "deleter"


@dataclass
class FunctionDecl:
    """A function or method as its callers see it. `name` is unique: dotted, with `<locals>`."""

    name: str
    parameters: list[Parameter]
    result: Type
    module: str
    line: int = 0
    flavour: Flavour = Flavour.PLAIN
    binding: Binding = Binding.NONE
    decorated: bool = False
    """Reached through a variable because a decorator replaced it."""
    nested: bool = False
    """Defined inside a function: takes its cells as a hidden first parameter."""
    abstract: bool = False
    markers: frozenset[str] = frozenset()
    symbol: str | None = None
    no_return: bool = False
    qualname: str = ""
    defaults_of: str | None = None
    """Another function whose default values are used (a constructor its __init__'s)."""


@dataclass
class Attribute:
    """An instance attribute. `always` says that __init__ assigns it before anything else can
    see the object, so that it may be raw and is never unset."""

    name: str
    type: Type
    always: bool = False


@dataclass
class FieldDecl:
    """A dataclass field. `default`: "" none, "value" or "factory"; kept in a class variable."""

    name: str
    type: Type
    init: bool = True
    keyword_only: bool = False
    default: str = ""
    repr: bool = True
    compare: bool = True
    owner: str = ""
    init_var: bool = False


@dataclass
class DataclassDecl:
    """What @dataclass is to make; `fields` in order, inherited ones included."""

    fields: list[FieldDecl]
    init: bool = True
    repr: bool = True
    eq: bool = True
    order: bool = False
    frozen: bool = False
    unsafe_hash: bool = False


@dataclass
class ClassDecl:
    """A class as others see it; `mro` begins with the class itself."""

    name: str
    module: str
    qualname: str
    bases: list[str]
    mro: list[str]
    attributes: dict[str, Attribute] = field(default_factory=dict)
    methods: dict[str, FunctionDecl] = field(default_factory=dict)
    setters: dict[str, FunctionDecl] = field(default_factory=dict)
    variables: dict[str, str] = field(default_factory=dict)
    """Class variable -> name of the global that holds it."""
    late: set[str] = field(default_factory=set)
    """Class variables that are set outside of the class body: they may be unset."""
    native: bool = False
    """Layout given by guest/abi/layout.py; methods are functions of guest/builtins/<name>.py."""
    line: int = 0
    abstract: frozenset[str] = frozenset()
    is_enum: bool = False
    is_protocol: bool = False
    is_runtime: bool = False
    """A protocol that instances may be tested for."""
    members: list[str] = field(default_factory=list)
    tuple_fields: list[str] | None = None
    is_typeddict: bool = False
    text_room: int = 0
    """Bytes for the texts of an enumeration whose members are str: the longest literal of the body."""
    slots: bool = False
    """The class body assigns `__slots__`."""
    final: bool = False
    no_hash: bool = False
    """The class body says `__hash__ = None`."""
    stated_module: str | None = None
    """What the class body assigns to `__module__`."""

    def in_library(self) -> bool:
        """Whether images bring the class with them, and the program does not define it."""
        return self.native or self.module.startswith("sesha.guest.")

    def shown_module(self) -> str:
        """`__module__` as programs see it: the guest library has CPython's names."""
        return self.stated_module or shown_module(self.module)

    match_args: list[str] | None = None
    dataclass: "DataclassDecl | None" = None
    own_methods: frozenset[str] = frozenset()
    """Names of methods written in the class itself, before any are synthesised."""


@dataclass
class GlobalDecl:
    """A module-level variable (or class variable, default value, static cell)."""

    name: str
    type: Type
    constant: object = None
    is_constant: bool = False
    """Never assigned again: uses are folded."""
    rebound: bool = False
    """Assigned after its module has run: `from m import x` copies."""
    has_initial: bool = False
    """`constant` is what the variable holds before anything runs."""


@dataclass
class ModuleDecl:
    name: str
    path: str
    functions: dict[str, FunctionDecl] = field(default_factory=dict)
    classes: dict[str, ClassDecl] = field(default_factory=dict)
    variables: dict[str, GlobalDecl] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    """Module-level name -> full name of what it is bound to by `def`, `class` or `import`."""
    dialect: bool = False
