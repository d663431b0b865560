"""Lower functions on demand: full name in, IR function out.

The closed-world search (`analysis/reachability.py`) asks for one function after the other; each is
lowered once, from the module that holds its body. Synthetic functions (constructors, dataclass
methods, module initialisers) are made by the makers registered in `synthetic`.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from sesha.compiler.diagnostics.diagnostic import Diagnostic, Unsupported
from sesha.compiler.ir.function import Function
from sesha.compiler.lower.declare.bodies import Body, Module
from sesha.compiler.lower.tables import Tables
from sesha.compiler.types.classes import ClassDecl

Maker = Callable[["Lowerer"], Function]


@dataclass
class Lowerer:
    """Everything that lowering a function may look at."""

    tables: Tables
    modules: dict[str, Module] = field(default_factory=dict)
    bodies: dict[str, Body] = field(default_factory=dict)
    synthetic: dict[str, Maker] = field(default_factory=dict)
    impure: set[tuple[str, ...]] = field(default_factory=set)
    """Float slots into which an int flows: they are words."""
    diagnostics: list[Diagnostic] = field(default_factory=list)
    assets: dict[str, bytes] = field(default_factory=dict)
    lower_body: Callable[["Lowerer", Body], Function] | None = None
    counter: int = 0
    mixed: bool = False
    """The program puts ints where floats are claimed (settle/mixed.py)."""
    mentioned: set[str] = field(default_factory=set)
    """Names that the program's text mentions: as attributes, or as literal texts."""
    formatted: set[str] = field(default_factory=set)
    """Names of attributes in the replacement fields of the program's texts."""
    open_classes: dict[str, None] = field(default_factory=dict)
    """Classes whose instances get attributes that they do not declare (classes/open_attributes.py)."""
    _native_overrides: dict[tuple[str, str], bool] | None = None
    _extended_natives: set[str] | None = None
    """(native class, method) -> whether only the library overrides it."""
    kept: dict[str, bytes] = field(default_factory=dict)
    """Guest functions that need no lowering: encoded IR, passes already run."""
    refused: dict[str, Diagnostic] = field(default_factory=dict)

    def overrides_native(self, cls: str, *names: str, library: bool = False) -> bool:
        """Whether some class of the program (or of the library too) overrides a method of a native
        one that it derives from."""
        if self._native_overrides is None:
            self._native_overrides = {
                (base, name): derived.in_library()
                for derived in sorted(self.tables.classes.values(), key=ClassDecl.in_library, reverse=True)
                if not derived.native
                for base in derived.mro
                if base in self.tables.classes and self.tables.classes[base].native
                for name in (*derived.methods, *derived.variables)
            }
        found = self._native_overrides
        return any(found.get((cls, name)) in ((False, True) if library else (False,)) for name in names)

    def extends_native(self, cls: str) -> bool:
        """Whether some class of the program derives from a native one."""
        if self._extended_natives is None:
            derived = [c for c in self.tables.classes.values() if not c.in_library()]
            self._extended_natives = {base for c in derived for base in c.mro[1:]}
        return cls in self._extended_natives

    def add(self, module: Module) -> None:
        self.modules[module.decl.name] = module
        self.tables.add(module.decl)
        self.bodies.update(module.bodies)

    def has(self, name: str) -> bool:
        return name in self.bodies or name in self.synthetic

    def lower(self, name: str) -> Function | None:
        """The IR of a function; None when it could not be lowered (a diagnostic says why)."""
        maker = self.synthetic.get(name)
        try:
            if maker is not None:
                return maker(self)
            body = self.bodies[name]
            assert self.lower_body is not None
            return self.lower_body(self, body)
        except Unsupported as error:
            self.report(name, error)
            return None

    def _path_of(self, name: str) -> str:
        """The file of a synthetic function: a module's body, a dataclass's method."""
        parts = name.removeprefix("<").split(".")
        for cut in range(len(parts), 0, -1):
            module = self.tables.modules.get(".".join(parts[:cut]))
            if module is not None:
                return module.path
        return name

    def report(self, name: str, error: Unsupported) -> None:
        body = self.bodies.get(name)
        node = error.node
        path = body.module.tree.path if body is not None else self._path_around(name)
        self.diagnostics.append(
            Diagnostic(
                path,
                getattr(node, "line", 1) if node is not None else 1,
                max(0, getattr(node, "column", 0)) if node is not None else 0,
                "not-supported",
                f"{error.what} is not supported",
                error.instead,
                getattr(node, "end_column", None) or -1,
            )
        )

    def _path_around(self, name: str) -> str:
        """The file of the module that a made function belongs to (its body, a constructor)."""
        while name and name not in self.modules:
            name = name.rpartition(".")[0]
        return self.modules[name].tree.path if name else "?"
