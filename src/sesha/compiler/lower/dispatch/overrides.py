"""Pass arguments on to overrides whose parameters differ from those of the method that was named.

A call by a static class lays its arguments out for that class's method, defaults filled in. An override
may have other defaults, other names, another order: what the caller wrote decides, as in Python. How
the arguments were given is kept with the operation (`given`: one letter for each parameter) where
some override could tell the difference.
"""

from sesha.compiler.ir.function import Function
from sesha.compiler.lower.calls.arguments import (
    DEFAULT,
    KEYWORD,
    PACKS,
    POSITIONAL,
    Arguments,
    Mismatch,
    match,
)
from sesha.compiler.lower.calls.values import call_with
from sesha.compiler.lower.calls.wrong_arguments import refuses_keywords, wrong_arguments
from sesha.compiler.lower.classes.hierarchy import Hierarchy, Member
from sesha.compiler.lower.expressions.displays import from_words, make_dict
from sesha.compiler.lower.functions.suspension import Suspension
from sesha.compiler.lower.tables import PACKED_CALL
from sesha.compiler.lower.value import NONE_VALUE, Val, constant
from sesha.compiler.types.classes import WORD, Binding, ClassDecl, FunctionDecl, Parameter, ParameterKind

NO_ARGUMENTS = "object.__init__() takes exactly one argument (the instance to initialize)"


def alike(decl: FunctionDecl, target: FunctionDecl, shape: str) -> bool:
    """Whether arguments laid out for `decl` are laid out for `target` too."""
    if decl is target:
        return True
    if len(decl.parameters) != len(target.parameters):
        return False
    pairs = zip(decl.parameters[1:], target.parameters[1:], shape, strict=True)
    return all(_same(mine, theirs, letter) for mine, theirs, letter in pairs)


def _same(mine: Parameter, theirs: Parameter, letter: str) -> bool:
    if (mine.kind in PACKS or theirs.kind in PACKS) and mine.kind is not theirs.kind:
        return False
    if letter == POSITIONAL:
        return theirs.kind is not ParameterKind.KEYWORD
    if letter == KEYWORD:
        return mine.name == theirs.name and theirs.kind is not ParameterKind.POSITIONAL_ONLY
    if letter == DEFAULT:
        return mine.default_is_constant and theirs.default_is_constant and _equal(mine, theirs)
    return True


def _equal(mine: Parameter, theirs: Parameter) -> bool:
    return type(mine.constant) is type(theirs.constant) and repr(mine.constant) == repr(theirs.constant)


def call_override(
    fl: Suspension, decl: FunctionDecl, target: FunctionDecl, values: list[Val], shape: str
) -> Val:
    """Call `target` with the values laid out for `decl`."""
    if alike(decl, target, shape):
        return fl.call_decl(target, values)
    if _packs(decl):
        function = Val(fl.builder.emit("function_word", name=target.name), WORD)
        return _spread(fl, function, decl, values, shape, first=0)
    arguments = _arguments(decl, values, shape)
    arguments.positional.insert(0, values[0])
    return call_matched(fl, target, arguments)


def call_matched(fl: Suspension, target: FunctionDecl, arguments: Arguments) -> Val:
    """Call a method with arguments that it may not take: then it raises."""
    values = values_for(fl, target, arguments)
    return NONE_VALUE if values is None else fl.call_decl(target, values)


def values_for(
    fl: Suspension, method: FunctionDecl, arguments: Arguments, cls: ClassDecl | None = None
) -> list[Val] | None:
    """One value for each parameter of a method (of a class); None where the call raises TypeError."""
    keywords = tuple(arguments.keywords)
    try:
        if cls is None or not refuses_keywords(cls, method, keywords):
            return match(fl, method, arguments)
    except Mismatch:
        pass
    message = wrong_arguments(cls, method, len(arguments.positional), keywords)
    fl.runtime("operators_errors.wrong_arguments", constant(message))
    fl.builder.emit("unreachable")
    return None


def call_object(fl: Suspension, name: str, decl: FunctionDecl, values: list[Val]) -> None:
    """Return from a super() call that finds nothing but `object`."""
    if decl.name == PACKED_CALL and name == "__init__":
        bare, given = fl.builder.new_block("bare"), fl.builder.new_block("given")
        some = fl.builder.emit("bor", fl.truth(values[1]), fl.truth(values[2]))
        fl.builder.branch(some, given, bare)
        fl.builder.place(given)
        fl.runtime("operators_errors.wrong_arguments", constant(NO_ARGUMENTS))
        fl.builder.emit("unreachable")
        fl.builder.place(bare)
    fl.return_value(NONE_VALUE)


def call_bound(fl: Suspension, bound: Val, decl: FunctionDecl, values: list[Val], shape: str) -> Val:
    """Call what a class variable holds in the method's place, bound to the receiver."""
    if _packs(decl):
        return _spread(fl, bound, decl, values, shape, first=1)
    return call_with(fl, bound, _arguments(decl, values, shape))


def _packs(decl: FunctionDecl) -> bool:
    return any(parameter.kind in PACKS for parameter in decl.parameters)


def _arguments(decl: FunctionDecl, values: list[Val], shape: str) -> Arguments:
    """What the call gave, without the receiver and without the defaults."""
    arguments = Arguments()
    for parameter, value, letter in zip(decl.parameters[1:], values[1:], shape, strict=True):
        if letter == KEYWORD:
            arguments.keywords[parameter.name] = value
        elif letter == POSITIONAL:
            arguments.positional.append(value)
    return arguments


def _spread(
    fl: Suspension, callee: Val, decl: FunctionDecl, values: list[Val], shape: str, first: int
) -> Val:
    """With *args or **kwargs among the parameters: their contents are bound anew."""
    items = from_words(fl, "list", values[: 1 - first])
    keywords = make_dict(fl, [])
    for parameter, value, letter in zip(decl.parameters[1:], values[1:], shape, strict=True):
        if parameter.kind is ParameterKind.VARARGS:
            fl.runtime("list.extend", items, value)
        elif parameter.kind is ParameterKind.VARKW:
            fl.runtime("dict.merge_keywords", keywords, value)
        elif letter == POSITIONAL:
            fl.runtime("list.append", items, value)
        elif letter == KEYWORD:
            fl.runtime("dict.setitem", keywords, constant(parameter.name), value)
    return fl.runtime("call.call_spread", callee, fl.runtime("tuple.from_iterable", items), keywords)


def _called(member: Member) -> FunctionDecl | None:
    """The method that a call reaches; None for what is read first."""
    method = member.method
    return None if method is None or method.binding is Binding.GETTER else method


class Overrides:
    """Tells which calls have to remember how their arguments were given."""

    def __init__(self, hierarchy: Hierarchy) -> None:
        self.hierarchy = hierarchy
        self._derived: dict[str, list[ClassDecl]] = {}
        self._targets: dict[tuple[str, str, bool], list[FunctionDecl | None]] = {}
        for cls in {id(c): c for c in hierarchy.tables.classes.values()}.values():
            for base in cls.mro:
                self._derived.setdefault(base, []).append(cls)

    def settle(self, function: Function) -> Function:
        """Drop `given` from the operations of a function where all targets take the arguments alike."""
        for block in function.blocks:
            for operation in block.operations:
                a = operation.attributes
                if "given" in a and self._all_alike(a, operation.opcode == "call_super"):
                    del a["given"]
        return function

    def _all_alike(self, attributes: dict[str, object], is_super: bool) -> bool:
        decl = attributes["decl"]
        assert isinstance(decl, FunctionDecl)
        if decl.name == PACKED_CALL:
            return False
        cls = str(attributes["after" if is_super else "cls"])
        targets = self._find(cls, str(attributes["name"]), is_super)
        return all(target and alike(decl, target, str(attributes["given"])) for target in targets)

    def _find(self, cls: str, name: str, is_super: bool) -> list[FunctionDecl | None]:
        """What the name means in the classes derived from `cls`; None for a class variable."""
        key = (cls, name, is_super)
        if key not in self._targets:
            derived = self._derived.get(cls, [])
            if is_super:
                found = [self.hierarchy.after(other, cls, name) for other in derived]
            else:
                members = [self.hierarchy.member(other, name) for other in derived]
                found = [_called(member) for member in members if member is not None]
            self._targets[key] = found
        return self._targets[key]
