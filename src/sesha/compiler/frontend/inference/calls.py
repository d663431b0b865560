"""Find every use of the program's unannotated functions, and what each gives to their parameters.

A function takes part only while all its calls can be seen:
one that is used as a value, decorated, called with `*args`, or named by a text is left alone, and so are
methods that the library or an operator may call. A method is found by its name, on receivers whose
class is not known too.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from mypy import nodes as n, patterns as p, types as t

from sesha.compiler.frontend.doubts import info_of
from sesha.compiler.frontend.inference.ends import falls_through
from sesha.compiler.frontend.inference.found import UNKNOWN, Finding
from sesha.compiler.frontend.inference.kinds import NOTHING, Kind
from sesha.compiler.frontend.inference.signatures import INIT, RESULT, Slot, place_of
from sesha.compiler.frontend.inference.stores import Stores, related
from sesha.compiler.frontend.walk import children, descendants

OBJECT = "builtins.object"
RAISING = "builtins.BaseException"
BY_NAME = frozenset(
    {"type", "getattr", "setattr", "delattr", "vars", "globals", "locals", "attrgetter", "methodcaller"}
)
"""Functions that reach others by computed names, and classes by their instances."""
ASKING = frozenset({"isinstance", "issubclass"})
"""Functions that only compare the classes they are given."""
NAMING = (n.MemberExpr, n.TryStmt, n.ClassDef, p.ClassPattern)
"""Nodes that name classes without handing them on."""
HOOKS = frozenset({"__new__", "__init_subclass__", "__class_getitem__"})
"""Methods that are given the class."""
IMPLICIT = Kind("end")
"""What a function gives that reaches its end."""
CLASS_ATTRIBUTES = frozenset({"__class__", "__subclasses__", "__new__", "__dict__"})


@dataclass
class Function:
    """A function that may take part: where it stands, and its class if it is a method."""

    definition: n.FuncDef
    module: n.MypyFile
    owner: n.TypeInfo | None

    def slot(self, name: str) -> Slot:
        return place_of(self.definition, self.module), name

    def is_doubted(self, name: str) -> bool:
        """Whether the type of a parameter was taken back: something else is assigned to it."""
        found = [a.variable.type for a in self.definition.arguments if a.variable.name == name]
        return any(isinstance(t.get_proper_type(kind), t.AnyType) for kind in found if kind is not None)

    @property
    def skipped(self) -> int:
        """Parameters that a call does not give: `self`."""
        return 1 if self.owner is not None else 0


@dataclass
class Uses(Stores):
    library: frozenset[str] = frozenset()
    """Names of methods that the library calls on any object."""
    functions: dict[n.Node, Function] = field(default_factory=dict)
    """Those that may take part."""
    methods: dict[str, list[Function]] = field(default_factory=dict)
    named: dict[str, list[Function]] = field(default_factory=dict)
    escaped: set[n.FuncDef] = field(default_factory=set)

    # --- what there is ---------------------------------------------------------------------------
    def declare_classes(self, module: n.MypyFile) -> None:
        classes = (node.info for node in descendants(module) if isinstance(node, n.ClassDef))
        self.infos.update((info.fullname, info) for info in classes)

    def declare(self, module: n.MypyFile, parts: Iterable[n.Node], owner: n.TypeInfo | None) -> None:
        """Functions of a module's or class's body, and inside them; all classes are declared before."""
        for node in parts:
            if isinstance(node, n.ClassDef):
                self.declare(module, node.defs.body, node.info)
            elif isinstance(node, n.FuncDef):
                self._declare_function(Function(node, module, owner))
                self.declare_local_stores(node, module)
                self.declare(module, children(node.body), None)
            elif isinstance(node, n.Decorator):
                self.declare(module, children(node.func.body), None)
            elif not isinstance(node, n.OverloadedFuncDef):
                self.declare(module, children(node), None)

    def _declare_function(self, function: Function) -> None:
        node = function.definition
        if function.owner is not None:
            self.methods.setdefault(node.name, []).append(function)
        if node.unanalyzed_type is None and self._takes_part(function):
            self.functions[node] = function
            for argument in node.arguments[function.skipped :]:
                self.parameters[argument.variable] = function.slot(argument.variable.name)
            self.named.setdefault(node.name, []).append(function)
        if node.name == INIT and function.owner is not None:
            for statement in node.body.body:
                self.declare_store(statement, function.module, function.owner)

    def _takes_part(self, function: Function) -> bool:
        node, owner = function.definition, function.owner
        if node.is_conditional or any(kind.is_star() for kind in node.arg_kinds):
            return False
        if owner is None:
            symbol = function.module.names.get(node.name)
            is_nested = node.fullname != f"{function.module.fullname}.{node.name}"
            return is_nested or (symbol is not None and symbol.node is node)
        symbol = owner.names.get(node.name)
        if symbol is None or symbol.node is not node or not node.arguments:
            return False
        return not self._called_by_library(node.name, owner)

    def _called_by_library(self, name: str, owner: n.TypeInfo) -> bool:
        """Whether the library, or an operator, may call a method; of exceptions it calls no constructor."""
        special = name.startswith("__") and name.endswith("__")
        if name in self.library or (special and name != INIT):
            return True
        others = [base for base in owner.mro if base.fullname not in self.infos and base.fullname != OBJECT]
        is_error = any(base.fullname == RAISING for base in others)
        return bool(others) and not (name == INIT and is_error)

    # --- what escapes ----------------------------------------------------------------------------
    def escape(self, found: Iterable[Function]) -> None:
        self.escaped.update(function.definition for function in found)

    def escape_class(self, info: n.TypeInfo) -> None:
        """Whoever holds the class may call it, or a class derived from it."""
        self.escape(m for m in self.methods.get(INIT, ()) if m.owner is not None and related(m.owner, info))

    # --- uses ------------------------------------------------------------------------------------
    def visit(self, node: n.Node, function: Function | None) -> None:
        """A node that is not what a call calls; `function` is the one around it."""
        if isinstance(node, n.CallExpr):
            self._call(node, function)
            self.fill(node)
            asks = isinstance(node.callee, n.NameExpr) and node.callee.name in ASKING
            for argument in node.args[: 1 if asks else None]:
                self.visit(argument, function)
            return
        inside = function
        if isinstance(node, (n.FuncDef, n.LambdaExpr)):
            inside = self.functions.get(node)
            if inside is not None:
                self._start(inside)
        elif isinstance(node, n.ClassDef):
            self._class(node)
        elif isinstance(node, n.ReturnStmt) and function is not None:
            if node.expr is None:
                self.add(function.slot(RESULT), NOTHING)
            else:
                self.give(function.slot(RESULT), node.expr)
        elif isinstance(node, n.StrExpr):
            self.escape(self.named.get(node.value, ()))
            self.assign_by_name([node.value])
        elif isinstance(node, n.RefExpr):
            self._reference(node)
        self.bind(node)
        for child in self._parts(node):
            self.visit(child, inside)

    def _start(self, function: Function) -> None:
        for argument in function.definition.arguments[function.skipped :]:
            if argument.initializer is not None:
                self.give(function.slot(argument.variable.name), argument.initializer)
        if falls_through(function.definition.body):
            self.add(function.slot(RESULT), IMPLICIT)

    def _class(self, node: n.ClassDef) -> None:
        """Class methods, decorators and metaclasses hold the class."""
        held = any(isinstance(d, n.Decorator) and d.func.is_class for d in node.defs.body)
        if held or node.decorators or node.metaclass or HOOKS & node.info.names.keys():
            self.escape_class(node.info)

    def _parts(self, node: n.Node) -> Iterator[n.Node]:
        """Children that are values: classes in `C.x`, `except C`, `case C()`, `class D(C)` are only named."""
        for child in children(node):
            means = child.node if isinstance(child, n.RefExpr) else None
            if not (isinstance(node, NAMING) and isinstance(means, (n.TypeInfo, n.MypyFile))):
                yield child

    def _reference(self, node: n.RefExpr) -> None:
        if node.node in self.functions:
            self.escape([self.functions[node.node]])
        elif isinstance(node.node, n.TypeInfo):
            self.escape_class(node.node)
        elif isinstance(node, n.MemberExpr):
            self.escape(self._methods_on(node.expr, node.name))
            if node.name in CLASS_ATTRIBUTES:
                self.escape(self.methods.get(INIT, ()))

    def _methods_on(self, receiver: n.Expression, name: str) -> list[Function]:
        """The program's methods of a name that a receiver may have."""
        found = self.methods.get(name, [])
        info = info_of(self.types.get(receiver)) if found else None
        if info is None or info.is_protocol:
            return found
        return [m for m in found if m.owner is not None and related(m.owner, info)]

    def _call(self, node: n.CallExpr, function: Function | None) -> None:
        callee = node.callee
        if isinstance(callee, n.SuperExpr):
            self._pass(node, self._above(callee), 1)
        elif isinstance(callee, (n.NameExpr, n.MemberExpr)) and callee.name in BY_NAME:
            self._by_name(node, callee.name)
        elif isinstance(callee, n.RefExpr) and isinstance(callee.node, n.TypeInfo):
            symbol = callee.node.get(INIT)
            found = (
                self.functions.get(symbol.node) if symbol is not None and symbol.node is not None else None
            )
            self._pass(node, [found] if found else [], 1)
        elif isinstance(callee, n.RefExpr) and callee.node in self.functions:
            self._pass(node, [self.functions[callee.node]], 0)
        elif isinstance(callee, n.MemberExpr):
            self._pass(node, self._methods_on(callee.expr, callee.name), 1)
            self.visit(callee.expr, function)
        else:
            self.visit(callee, function)

    def _by_name(self, node: n.CallExpr, name: str) -> None:
        """A call of what finds others by name, or classes by their instances."""
        if name == "type":
            self.escape(self.methods.get(INIT, ()))
        elif not any(isinstance(a, n.StrExpr) for a in node.args[:2]):
            self.escape(self.functions.values())
            self.assign_by_name(self.attributes)

    def _above(self, callee: n.SuperExpr) -> list[Function]:
        """What `super().name` may be: methods of classes that stand in one order with this one."""
        info = callee.info
        orders = [other.mro for other in self.infos.values() if info is None or info in other.mro]
        found = self.methods.get(callee.name, [])
        return [m for m in found if m.owner is not info and any(m.owner in order for order in orders)]

    def _pass(self, node: n.CallExpr, found: list[Function], skipped: int) -> None:
        """The arguments of a call become the parameters of what it may call."""
        for function in found:
            names = [a.variable.name for a in function.definition.arguments][skipped:]
            for index, argument in enumerate(node.args):
                place = names[index] if index < len(names) else None
                if node.arg_kinds[index] == n.ARG_NAMED:
                    place = node.arg_names[index] if node.arg_names[index] in names else None
                if place is None or node.arg_kinds[index] not in (n.ARG_POS, n.ARG_NAMED):
                    self.escape([function])
                    break
                self.give(function.slot(place), argument)

    # --- answers ---------------------------------------------------------------------------------
    def findings(self, function: Function) -> dict[str, Finding]:
        """What the uses of a function say of its parameters and its result."""
        names = [a.variable.name for a in function.definition.arguments[function.skipped :]]
        found = {name: self.joined(self.given.get(function.slot(name), set())) for name in names}
        if function.definition.name != INIT and not function.definition.is_generator:
            found[RESULT] = self._result(function)
        return dict.fromkeys(found, UNKNOWN) if function.definition in self.escaped else found

    def _result(self, function: Function) -> Finding:
        """What a function gives, and those that override it or that it overrides."""
        kinds: set[Kind | None] = set()
        for definition in self._same_method(function):
            other = self.functions.get(definition)
            if other is None:
                return UNKNOWN
            kinds |= self.given.get(other.slot(RESULT), set())
        if IMPLICIT in kinds:
            kinds = {NOTHING} if kinds <= {IMPLICIT, NOTHING} else {None}
        return self.joined(kinds)

    def _same_method(self, function: Function) -> set[n.Node]:
        owner, name = function.owner, function.definition.name
        if owner is None:
            return {function.definition}
        classes = [info for info in self.infos.values() if related(info, owner)]
        symbols = [info.names[name].node for info in classes if name in info.names]
        return {node for node in symbols if node is not None}


def library_names(typeshed: n.MypyFile | None) -> frozenset[str]:
    """Names of methods that the library calls on any object: those of typeshed's own protocols."""
    symbols = typeshed.names.values() if typeshed is not None else ()
    protocols = (s.node for s in symbols if isinstance(s.node, n.TypeInfo) and s.node.is_protocol)
    return frozenset(name for protocol in protocols for name in protocol.names)
