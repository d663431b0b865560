"""Word the TypeError of a call whose arguments cannot fit, as CPython does.

`builtins/call_errors.py` does the same at run time for functions in Python. CPython words it otherwise
for what it has in C: there the words follow from how many arguments are needed and admitted.
"""

from collections.abc import Sequence

from sesha.compiler.lower.declare.natives import BASES, NATIVE
from sesha.compiler.lower.tables import BUILTINS
from sesha.compiler.types.classes import Binding, ClassDecl, FunctionDecl, Parameter, ParameterKind
from sesha.compiler.types.shown_names import is_in_c

TEXT_KEYWORDS = {
    "split": ("sep", "maxsplit"),
    "rsplit": ("sep", "maxsplit"),
    "splitlines": ("keepends",),
    "expandtabs": ("tabsize",),
}
BYTES_KEYWORDS = {
    **TEXT_KEYWORDS,
    "decode": ("encoding", "errors"),
    "hex": ("sep", "bytes_per_sep"),
    "translate": ("delete",),
}
KEYWORDS: dict[str, dict[str, tuple[str, ...]]] = {
    "builtins.str": {**TEXT_KEYWORDS, "encode": ("encoding", "errors"), "replace": ("count",)},
    "builtins.bytes": BYTES_KEYWORDS,
    "builtins.bytearray": BYTES_KEYWORDS,
    "builtins.list": {"sort": ("key", "reverse")},
    "builtins.int": {
        "to_bytes": ("length", "byteorder", "signed"),
        "from_bytes": ("bytes", "byteorder", "signed"),
    },
    "builtins.memoryview": {
        "hex": ("sep", "bytes_per_sep"),
        "tobytes": ("order",),
        "cast": ("format", "shape"),
    },
}
"""Class of CPython's that is in C -> method -> what may be given by keyword. All else may not."""

FUNCTIONS_WITH_KEYWORDS = ("max", "min", "open", "pow", "print", "round", "sorted", "sum")
CLASSES_WITH_KEYWORDS = (
    "bytearray",
    "bytes",
    "dict",
    "enumerate",
    "int",
    "memoryview",
    "property",
    "str",
    "zip",
)
MODULES_OF_FUNCTIONS = (f"{BUILTINS}.print", f"{BUILTINS}.format")
NEW = "<new>"

POSITIONAL = (ParameterKind.POSITIONAL, ParameterKind.POSITIONAL_ONLY)


def method_in_c(cls: ClassDecl) -> bool:
    """Whether CPython has the methods of the class in C."""
    return cls.native or (cls.in_library() and is_in_c(cls.shown_module(), cls.qualname))


def name_in_c(method: FunctionDecl) -> str | None:
    """What messages call a function that CPython has in C and that names no parameters; else None."""
    module, _, name = method.name.rpartition(".")
    if module.startswith(f"{BUILTINS}.exceptions") or name.startswith("__"):
        return None  # one signature record serves all exceptions; operators call with what fits
    stem = module.removeprefix(f"{BUILTINS}.").partition("_")[0]
    if module.startswith(f"{BUILTINS}.functions") or module in MODULES_OF_FUNCTIONS:
        return None if name in FUNCTIONS_WITH_KEYWORDS else name
    cls = NATIVE.get(stem, "") if module.startswith(f"{BUILTINS}.") else ""
    if name == NEW:
        cls = module
    owner = cls.rpartition(".")[2]
    if name == NEW and (cls.startswith(f"{BUILTINS}.") or cls in NATIVE.values()):
        return None if owner in CLASSES_WITH_KEYWORDS else owner
    if not cls or method.binding not in (Binding.INSTANCE, Binding.CLASS) or name in KEYWORDS.get(cls, {}):
        return None
    return f"{owner}.{name}"


def refuses_keywords(cls: ClassDecl, method: FunctionDecl, keywords: Sequence[str]) -> bool:
    """Whether the arguments fit our function and not CPython's, which names no parameters."""
    if not keywords or not method_in_c(cls):
        return False
    if any(parameter.kind is ParameterKind.VARKW for parameter in method.parameters):
        return False
    return not set(keywords) <= set(_keywords(BASES.get(cls.name, cls.name), method))


def wrong_arguments(
    cls: ClassDecl | None, method: FunctionDecl, positional: int, keywords: Sequence[str]
) -> str:
    """`positional` counts the receiver where the method has one."""
    if cls is not None and method_in_c(cls):
        inherited = cls.name in BASES and not method.name.startswith(f"{BUILTINS}.{cls.qualname}.")
        owner = BASES[cls.name] if inherited else cls.name
        return _of_c(owner, method, positional, keywords)
    return _of_python(method, positional, keywords)


# --- methods that CPython has in C -----------------------------------------------------------------
def _keywords(cls: str, method: FunctionDecl) -> tuple[str, ...]:
    return KEYWORDS.get(cls, {}).get(_name(method), ())


def _name(method: FunctionDecl) -> str:
    return method.name.rpartition(".")[2]


def _of_c(cls: str, method: FunctionDecl, given: int, keywords: Sequence[str]) -> str:
    name, full = _name(method), f"{cls.rpartition('.')[2]}.{_name(method)}"
    known = _keywords(cls, method)
    first = 0 if method.binding is Binding.STATIC else 1
    given -= first
    places = [p for p in method.parameters[first:] if p.kind in POSITIONAL]
    needed, most = sum(not p.has_default for p in places), len(places)
    if known:
        return _of_c_with_keywords(name, known, (needed, most), given, keywords)
    if keywords:
        return f"{full}() takes no keyword arguments"
    if any(p.kind is ParameterKind.VARARGS for p in method.parameters):
        return f"{name} expected at least {_count(needed)}, got {given}"
    if most == 0:
        return f"{full}() takes no arguments ({given} given)"
    if needed == most == 1:
        return f"{full}() takes exactly one argument ({given} given)"
    limit, bound = (needed, "at least ") if given < needed else (most, "at most ")
    return f"{name} expected {bound if needed < most else ''}{_count(limit)}, got {given}"


def _of_c_with_keywords(
    name: str, known: tuple[str, ...], limits: tuple[int, int], given: int, keywords: Sequence[str]
) -> str:
    total, (needed, most) = given + len(keywords), limits
    if given < needed and len(known) < most:
        plural = "" if needed == 1 else "s"
        return f"{name}() takes at least {needed} positional argument{plural} ({given} given)"
    if total > max(len(known), most):
        return f"{name}() takes at most {_count(max(len(known), most))} ({total} given)"
    if given > most:
        return f"{name}() takes {f'at most {most}' if most else 'no'} positional arguments"
    for place, parameter in enumerate(known[:most]):
        if place < given and parameter in keywords:
            return f"argument for {name}() given by name ('{parameter}') and position ({place + 1})"
        if given <= place < needed and parameter not in keywords:
            return f"{name}() missing required argument '{parameter}' (pos {place + 1})"
    unexpected = next((keyword for keyword in keywords if keyword not in known), "")
    return f"{name}() got an unexpected keyword argument '{unexpected}'"


def _count(number: int) -> str:
    return f"{number} argument{'' if number == 1 else 's'}"


# --- functions in Python -----------------------------------------------------------------------------
def _of_python(method: FunctionDecl, positional: int, keywords: Sequence[str]) -> str:
    """In the order in which CPython looks: keywords, too many, missing."""
    name = method.qualname
    places = [p for p in method.parameters if p.kind in POSITIONAL]
    return (
        _wrong_keyword(name, method, places[:positional], keywords)
        or _too_many(name, method, places, positional, keywords)
        or _missing(name, method, places[positional:], keywords)
    )


def _wrong_keyword(name: str, method: FunctionDecl, taken: list[Parameter], keywords: Sequence[str]) -> str:
    if any(p.kind is ParameterKind.VARKW for p in method.parameters):
        return ""
    nameable = [p for p in method.parameters if p.kind in (ParameterKind.POSITIONAL, ParameterKind.KEYWORD)]
    for keyword in keywords:
        found = next((p for p in nameable if p.name == keyword), None)
        if found in taken:
            return f"{name}() got multiple values for argument '{keyword}'"
        if found is None:
            only = [
                p.name
                for p in method.parameters
                if p.kind is ParameterKind.POSITIONAL_ONLY and p.name in keywords
            ]
            if only:
                listed = ", ".join(only)
                return f"{name}() got some positional-only arguments passed as keyword arguments: '{listed}'"
            return f"{name}() got an unexpected keyword argument '{keyword}'"
    return ""


def _too_many(
    name: str, method: FunctionDecl, places: list[Parameter], positional: int, keywords: Sequence[str]
) -> str:
    if positional <= len(places) or any(p.kind is ParameterKind.VARARGS for p in method.parameters):
        return ""
    needed, most = sum(not p.has_default for p in places), len(places)
    plural = "" if most == 1 else "s"
    takes = f"from {needed} to {most} positional arguments"
    if needed == most:
        takes = f"{most} positional argument{plural}"
    named = sum(p.kind is ParameterKind.KEYWORD and p.name in keywords for p in method.parameters)
    if not named:
        return f"{name}() takes {takes} but {positional} {'was' if positional == 1 else 'were'} given"
    first, second = ("" if number == 1 else "s" for number in (positional, named))
    return (
        f"{name}() takes {takes} but {positional} positional argument{first}"
        f" (and {named} keyword-only argument{second}) were given"
    )


def _missing(name: str, method: FunctionDecl, left: list[Parameter], keywords: Sequence[str]) -> str:
    only = [p for p in method.parameters if p.kind is ParameterKind.KEYWORD]
    for kind, parameters in (("positional", left), ("keyword-only", only)):
        lacking = [f"'{p.name}'" for p in parameters if not p.has_default and p.name not in keywords]
        if lacking:
            plural = "" if len(lacking) == 1 else "s"
            return f"{name}() missing {len(lacking)} required {kind} argument{plural}: {_listed(lacking)}"
    return f"{name}() got wrong arguments"


def _listed(names: list[str]) -> str:
    if len(names) < 3:
        return " and ".join(names)
    return ", ".join(names[:-1]) + ", and " + names[-1]
