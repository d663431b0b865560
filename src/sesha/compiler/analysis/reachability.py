"""Find what the program can reach: the closed world, searched from its entry.

A function is taken when something reached names it, a class when something makes an instance, a
method when its class is live and its name is called (rapid type analysis). `provide` gives the IR
of a function by name, lowering it on demand.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from sesha.compiler.ir.function import Const, Function, Op, Static, Value
from sesha.compiler.types.classes import ClassDecl
from sesha.compiler.types.representation import Repr

Provide = Callable[[str], Function | None]
ALWAYS_LIVE = (
    "builtins.object",
    "builtins.type",
    "builtins.int",
    "builtins.bool",
    "builtins.str",
    "builtins.tuple",
    "builtins.None",
    "function",
    "method",
)
STATIC_CLASSES = {"bytes": "builtins.bytes", "float": "builtins.float", "str": "builtins.str"}
TESTS = frozenset({"eq", "ne", "return"})
TESTERS = ("has_exact_class", "exact_index")
CLASS_READERS = frozenset({"same", "is_instance", "get_dynamic", "call_dynamic"})
CLASS_READING = tuple(
    f"sesha.guest.builtins.{module}."
    for module in ("format", "operators", "operators_errors", "operators_quick", "print", "text_of", "type")
)
"""What looks at a class object, and does not call it or pass it on."""
OF_EVERY_CLASS = frozenset(
    {None, "__name__", "__qualname__", "__module__", "__doc__", "__mro__", "__bases__"}
)
"""What the runtime knows of any class object."""
ORDER_READER = "sesha.guest.builtins.type.mro_of"
"""Gives a class's bases as values; without it a class object comes only from where its name stands."""


@dataclass
class Reached:
    """The result. `dynamic` are attribute names used on values of unknown class."""

    functions: dict[str, Function] = field(default_factory=dict)
    live: dict[str, None] = field(default_factory=dict)
    named: dict[str, None] = field(default_factory=dict)
    """Classes whose type object is used."""
    globals: set[str] = field(default_factory=set)
    typed: dict[tuple[str, str, bool], str] = field(default_factory=dict)
    dynamic: dict[str, str] = field(default_factory=dict)
    """Both with the function that used the name first."""
    entries: dict[str, None] = field(default_factory=dict)
    constructed: dict[str, str] = field(default_factory=dict)
    """Classes that are called by class objects taken from their instances, with the function that does."""
    asked: dict[str, None] = field(default_factory=dict)
    """Classes whose attributes are read or set by class objects taken from their instances."""
    missing: dict[str, str] = field(default_factory=dict)
    """Function that could not be had -> who wanted it."""
    absent: set[str] = field(default_factory=set)
    """Classes that have no generic constructor."""
    wanted_by: dict[str, str] = field(default_factory=dict)
    """Function -> the function because of which it is here: the first that was found."""


class Reachability:
    """The search. `hierarchy` answers questions about classes; `pieces` are guest initialisers,
    `constants` the classes of the words that are constants of the program."""

    def __init__(
        self,
        provide: Provide,
        classes: dict[str, ClassDecl],
        methods_of: Callable[[ClassDecl, str], list[str]],
        pieces: list[tuple[str, set[str]]],
        constants: dict[int | float, str],
    ) -> None:
        self.provide = provide
        self.classes = classes
        self.methods_of = methods_of
        self.pieces = pieces
        self.constants = constants
        self.result = Reached()
        self.pending: list[str] = []
        self.initialisers: dict[str, list[str]] = {}
        for name, variables in pieces:
            for variable in variables:
                self.initialisers.setdefault(variable, []).append(name)

    def run(self, roots: list[str]) -> Reached:
        for name in ALWAYS_LIVE:
            self.make_live(name)
        for root in roots:
            self.reach(root, "the entry")
        self.drain()
        return self.result

    def drain(self) -> None:
        while self.pending:
            name = self.pending.pop()
            self.scan(self.result.functions[name])

    # --- functions ------------------------------------------------------------------------------
    def reach(self, name: str, by: str) -> None:
        if name in self.result.functions or name in self.result.missing or name in self.result.absent:
            return
        function = self.provide(name)
        if function is None and name.startswith("<construct>"):
            self.result.absent.add(name)
            return
        if function is None:
            self.result.missing[name] = by
            return
        self.add(function, by)

    def add(self, function: Function, by: str) -> None:
        self.result.functions[function.name] = function
        self.result.wanted_by[function.name] = by
        self.pending.append(function.name)
        if function.name == ORDER_READER:
            for name in list(self.result.live):
                self._name_bases(self.classes[name])

    def scan(self, function: Function) -> None:
        ids: dict[int, str] = {}
        taken: dict[int, str] = {}
        for block in function.blocks:
            for operation in block.operations:
                self._constants(operation, function.traced)
                self._class_ids(operation, ids)
                self._class_objects(operation, taken, function.name)
                handler = SCANNERS.get(operation.opcode)
                if handler is not None:
                    handler(self, operation, function.name)

    def _constants(self, operation: Op, of_program: bool) -> None:
        """The classes of constants. The library's own NotImplemented never leaves it."""
        for operand in operation.operands:
            if not isinstance(operand, Const):
                continue
            if isinstance(operand.value, Static):
                self._static(operand.value)
            elif of_program and operand.repr is Repr.WORD:
                self.make_live(self.constants.get(operand.value, ""))

    def _static(self, value: Static) -> None:
        cls = STATIC_CLASSES.get(value.kind)
        if cls is not None:
            self.make_live(cls)
        if value.kind == "ellipsis":
            self.make_live("builtins.ellipsis")
        if value.kind == "tuple" and isinstance(value.value, tuple):
            for item in value.value:
                if isinstance(item, Static):
                    self._static(item)

    def _class_ids(self, operation: Op, ids: dict[int, str]) -> None:
        """A class id that is not just compared means that objects with it are made."""
        if operation.opcode == "class_id" and operation.result is not None:
            ids[operation.result.id] = str(operation.attributes["cls"])
            return
        if operation.opcode in TESTS:
            return
        if operation.opcode == "call" and str(operation.attributes["name"]).endswith(TESTERS):
            return
        for operand in operation.operands:
            if isinstance(operand, Value) and operand.id in ids:
                self.make_live(ids[operand.id])

    def _class_objects(self, operation: Op, taken: dict[int, str], by: str) -> None:
        """The class of a value may be called wherever it gets to: whatever class that is then needs its
        constructor. `taken` are results of operations that lower/expressions/class_objects.py marks."""
        for operand in operation.operands if taken else ():
            if not isinstance(operand, Value) or operand.id not in taken:
                continue
            if not _only_reads(operation):
                self.use_constructors(taken[operand.id], by)
            elif operation.opcode != "call" and operation.attributes.get("name") not in OF_EVERY_CLASS:
                self.use_class_objects(taken[operand.id])
        cls = operation.attributes.get("class_of")
        if cls is not None and operation.result is not None:
            taken[operation.result.id] = str(cls)

    def use_constructors(self, base: str, by: str) -> None:
        """Those of the live classes that derive from one."""
        if base in self.result.constructed:
            return
        self.result.constructed[base] = by
        for live in list(self.result.live):
            self._reach_constructor(self.classes[live])
        self.use_class_objects(base)

    def use_class_objects(self, base: str) -> None:
        """Attributes of their own are asked of the classes that derive from one."""
        if base in self.result.asked:
            return
        self.result.asked[base] = None
        for live in list(self.result.live):
            self._name_asked(self.classes[live])

    def _name_asked(self, cls: ClassDecl) -> None:
        if any(base in ("builtins.object", *cls.mro) for base in self.result.asked):
            self.name_class(cls.name)

    def _reach_constructor(self, cls: ClassDecl) -> None:
        for base, by in self.result.constructed.items():
            if base == "builtins.object" or base in cls.mro:
                self.reach(f"<construct>{cls.name}", by)
                return

    # --- classes --------------------------------------------------------------------------------
    def make_live(self, name: str) -> None:
        cls = self.classes.get(name)
        if cls is None or cls.name in self.result.live:
            return
        self.result.live[cls.name] = None
        if ORDER_READER in self.result.functions:
            self._name_bases(cls)
        self._reach_constructor(cls)
        self._name_asked(cls)
        for (owner, method, setter), by in list(self.result.typed.items()):
            if owner in cls.mro:
                self._reach_methods(cls, method, setter, by)
        for method, by in list(self.result.dynamic.items()):
            self._reach_methods(cls, method, False, by)

    def _name_bases(self, cls: ClassDecl) -> None:
        for base in cls.mro[1:]:
            self.name_class(base)

    def use_typed(self, owner: str, name: str, setter: bool, by: str) -> None:
        key = (owner, name, setter)
        if key in self.result.typed:
            return
        self.result.typed[key] = by
        for live in list(self.result.live):
            if owner in self.classes[live].mro:
                self._reach_methods(self.classes[live], name, setter, by)

    def use_dynamic(self, name: str, by: str) -> None:
        if name in self.result.dynamic:
            return
        self.result.dynamic[name] = by
        for live in list(self.result.live):
            self._reach_methods(self.classes[live], name, False, by)
        for named in list(self.result.named):
            self._reach_methods(self.classes[named], name, False, by)

    def _reach_methods(self, cls: ClassDecl, name: str, setter: bool, by: str) -> None:
        for function in self.methods_of(cls, f"set {name}" if setter else name):
            if function.startswith("variable:"):
                self.use_global(function.removeprefix("variable:"), by)
            else:
                self.reach(function, by)

    def name_class(self, name: str) -> None:
        cls = self.classes.get(name)
        if cls is None or cls.name in self.result.named:
            return
        self.result.named[cls.name] = None
        for method, by in list(self.result.dynamic.items()):
            self._reach_methods(cls, method, False, by)

    def use_global(self, name: str, by: str) -> None:
        if name in self.result.globals:
            return
        self.result.globals.add(name)
        for initialiser in self.initialisers.get(name, ()):
            self.reach(initialiser, by)


def _only_reads(operation: Op) -> bool:
    if operation.opcode == "call":
        return str(operation.attributes["name"]).startswith(CLASS_READING)
    return operation.opcode in CLASS_READERS


Scanner = Callable[[Reachability, Op, str], None]


def _call(search: Reachability, operation: Op, by: str) -> None:
    search.reach(str(operation.attributes["name"]), by)


def _entry(search: Reachability, operation: Op, by: str) -> None:
    name = str(operation.attributes["name"])
    search.reach(name, by)
    search.result.entries[name] = None
    search.reach(f"<entry>{name}", by)


def _class_word(search: Reachability, operation: Op, by: str) -> None:
    name = str(operation.attributes["cls"])
    search.name_class(name)
    if operation.attributes.get("makes"):
        search.make_live(name)
    search.reach(f"<construct>{name}", by)
    cls = search.classes[name]
    if cls.is_enum and cls.members:  # the class itself answers with its members
        search.use_global(cls.variables[cls.members[0]], by)


def _new_object(search: Reachability, operation: Op, by: str) -> None:
    search.make_live(str(operation.attributes["cls"]))


def _call_method(search: Reachability, operation: Op, by: str) -> None:
    attributes = operation.attributes
    search.use_typed(str(attributes["cls"]), str(attributes["name"]), bool(attributes.get("setter")), by)


def _call_super(search: Reachability, operation: Op, by: str) -> None:
    search.use_typed(
        str(operation.attributes["after"]),
        f"super {operation.attributes['after']} {operation.attributes['name']}",
        False,
        by,
    )


def _dynamic(search: Reachability, operation: Op, by: str) -> None:
    search.use_dynamic(str(operation.attributes["name"]), by)


def _get_dynamic(search: Reachability, operation: Op, by: str) -> None:
    attributes = operation.attributes
    if "cls" in attributes:
        search.use_typed(str(attributes["cls"]), f"get {attributes['name']}", False, by)
    else:
        search.use_dynamic(f"get {attributes['name']}", by)


def _method_entry(search: Reachability, operation: Op, by: str) -> None:
    search.use_dynamic(f"entry {operation.attributes['name']}", by)


def _set_dynamic(search: Reachability, operation: Op, by: str) -> None:
    search.use_dynamic(f"set {operation.attributes['name']}", by)


def _delete_dynamic(search: Reachability, operation: Op, by: str) -> None:
    search.use_dynamic(f"set del {operation.attributes['name']}", by)


def _global(search: Reachability, operation: Op, by: str) -> None:
    search.use_global(str(operation.attributes["name"]), by)


SCANNERS: dict[str, Scanner] = {
    "call": _call,
    "function_address": _call,
    "function_notes": _call,
    "function_word": _entry,
    "entry_address": _entry,
    "class_word": _class_word,
    "new_object": _new_object,
    "call_method": _call_method,
    "call_super": _call_super,
    "call_dynamic": _dynamic,
    "call_method_or": _dynamic,
    "get_dynamic": _get_dynamic,
    "get_dynamic_or": _get_dynamic,
    "method_entry": _method_entry,
    "set_dynamic": _set_dynamic,
    "delete_dynamic": _delete_dynamic,
    "load_global": _global,
    "store_global": lambda search, operation, by: None,
}
