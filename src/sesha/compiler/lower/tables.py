"""Hold every declaration and answer what a full name means.

Names come from mypy as typeshed spells them (`json.decoder.JSONDecodeError`, `_random.Random`,
`builtins.len`); here they are led to the guest library's module that implements them.
"""

from dataclasses import dataclass, field

from sesha.compiler.types.classes import Attribute, ClassDecl, FunctionDecl, GlobalDecl, ModuleDecl

GUEST = "sesha.guest"
STDLIB = "sesha.guest.stdlib"
BUILTINS = "sesha.guest.builtins"
THIS_MACHINE = "sesha.guest.machine.this"

PACKED_CALL = "<packed>"
"""Name of the declaration of methods that take anything: (self, *args, **kwargs)."""

REFUSES = "unhashable"
"""Marker of the `__hash__` of classes that cannot be hashed (classes/unhashable.py)."""

ABSTRACT_MODULE = f"{STDLIB}._collections_abc"
"""The classes of `collections.abc`, which typeshed has in `typing`."""
ABSTRACT_OTHERWISE = {"AbstractSet": "Set"}
ABSTRACT_NAMES = ("typing", "collections.abc", "_collections_abc")

Entity = FunctionDecl | ClassDecl | GlobalDecl | ModuleDecl

RENAMED_MODULES = {
    "posixpath": "os.path",
    "ntpath": "os.path",
    "genericpath": "os.path",
    "_typeshed": "typing",
}


def is_of_collections_abc(cls: ClassDecl) -> bool:
    return cls.module.startswith(ABSTRACT_MODULE)


@dataclass
class Tables:
    """All declarations by full name, and the redirections."""

    machine: str
    machine_modules: dict[str, str] = field(default_factory=dict)
    """Modules that images have in another form than the imports say (options.py)."""
    modules: dict[str, ModuleDecl] = field(default_factory=dict)
    functions: dict[str, FunctionDecl] = field(default_factory=dict)
    classes: dict[str, ClassDecl] = field(default_factory=dict)
    globals: dict[str, GlobalDecl] = field(default_factory=dict)
    builtin_names: dict[str, str] = field(default_factory=dict)
    """Name in `builtins` -> full name in the guest library."""
    open_functions: bool = False
    """Functions get attributes (guest/builtins/function_state.py)."""
    _resolved: dict[str, Entity | None] = field(default_factory=dict)

    def add(self, module: ModuleDecl) -> None:
        self.modules[module.name] = module
        for function in module.functions.values():
            self.functions[function.name] = function
        for cls in module.classes.values():
            self.add_class(cls)
        for variable in module.variables.values():
            self.globals[variable.name] = variable

    def add_class(self, cls: ClassDecl) -> None:
        self.classes[cls.name] = cls
        for function in (*cls.methods.values(), *cls.setters.values()):
            if function.name not in self.functions:
                self.functions[function.name] = function

    def forget(self) -> None:
        """Drop answers that more declarations could change."""
        self._resolved.clear()

    def resolve(self, name: str) -> Entity | None:
        """What a full name stands for, or None when images do not have it."""
        if name not in self._resolved:
            self._resolved[name] = self._resolve(name, 0)
        return self._resolved[name]

    def _resolve(self, name: str, depth: int) -> Entity | None:
        if depth > 8:
            return None
        name = self._redirect_machine(name)
        found = self._direct(name) or self._abstract(name)
        if found is not None:
            return found
        if name.startswith("builtins."):
            target = self.builtin_names.get(name.removeprefix("builtins."))
            return self._resolve(target, depth + 1) if target else None
        head, _, last = name.rpartition(".")
        owner = self._module(head)
        if owner is not None:
            if last in owner.names:
                return self._resolve(owner.names[last], depth + 1)
            return self._direct(f"{owner.name}.{last}")
        return self._in_package(name, depth)

    def _abstract(self, name: str) -> Entity | None:
        """The class of `collections.abc` that typeshed names so."""
        module, _, last = name.rpartition(".")
        last = ABSTRACT_OTHERWISE.get(last, last) if module == "typing" else last
        return self.resolve(f"{ABSTRACT_MODULE}.{last}") if module in ABSTRACT_NAMES else None

    def _redirect_machine(self, name: str) -> str:
        for module, other in self.machine_modules.items():
            if name == module or name.startswith(module + "."):
                return other + name[len(module) :]
        if name == THIS_MACHINE or name.startswith(THIS_MACHINE + "."):
            return f"{GUEST}.machine.{self.machine}" + name[len(THIS_MACHINE) :]
        return name

    def _direct(self, name: str) -> Entity | None:
        return (
            self.functions.get(name) or self.classes.get(name) or self.globals.get(name) or self._module(name)
        )

    def _module(self, name: str) -> ModuleDecl | None:
        name = RENAMED_MODULES.get(name, name)
        bare = name.removeprefix("_")
        for candidate in (name, f"{STDLIB}.{name}", f"{STDLIB}.{bare}"):
            module = self.modules.get(candidate)
            if module is not None:
                return module
        return None

    def _in_package(self, name: str, depth: int) -> Entity | None:
        """`asyncio.queues.Queue` -> Queue of the guest's `asyncio`, whatever file holds it;
        `module.Class.member` -> the member."""
        parts = name.split(".")
        for cut in range(len(parts) - 1, 0, -1):
            module = self._module(".".join(parts[:cut]))
            if module is None:
                continue
            for start in (cut, len(parts) - 1):
                rest = ".".join(parts[start:])
                found = self._direct(f"{module.name}.{rest}")
                if found is not None:
                    return found
                if parts[start] in module.names:
                    tail = parts[start + 1 :]
                    return self._resolve(".".join([module.names[parts[start]], *tail]), depth + 1)
            return None
        return None

    def find_class(self, name: str | None) -> ClassDecl | None:
        """The class of a full name, typeshed's or ours."""
        if name is None:
            return None
        cls = self.classes.get(name)
        if cls is not None:
            return cls
        found = self.resolve(name)
        return found if isinstance(found, ClassDecl) else None

    def find_method(self, cls: ClassDecl, name: str, setter: bool = False) -> FunctionDecl | None:
        """The method that an instance of exactly this class has, by its mro. A class that has something
        else under the name of a property hides the property's setter."""
        for base in cls.mro:
            decl = self.find_class(base)
            if decl is not None:
                method = (decl.setters if setter else decl.methods).get(name)
                if method is not None:
                    return method
                if setter and _binds(decl, name.removeprefix("del ")):
                    return None
        return None

    def find_attribute(self, cls: ClassDecl, name: str) -> tuple[ClassDecl, Attribute] | None:
        """The instance attribute and the class that declares it (the farthest base)."""
        for base in reversed(cls.mro):
            decl = self.find_class(base)
            if decl is not None and name in decl.attributes:
                return decl, decl.attributes[name]
        return None

    def find_variable(self, cls: ClassDecl, name: str) -> str | None:
        """The global that holds the class variable."""
        for base in cls.mro:
            decl = self.find_class(base)
            if decl is not None and name in decl.variables:
                return decl.variables[name]
        return None

    def find_variables(self, cls: ClassDecl, name: str) -> list[str]:
        """The globals that may hold the class variable, up to the first that the class body sets."""
        found: list[str] = []
        for base in cls.mro:
            decl = self.find_class(base)
            if decl is not None and name in decl.variables:
                found.append(decl.variables[name])
                if name not in decl.late:
                    break
        return found

    def may_lack_variable(self, cls: ClassDecl, name: str) -> bool:
        """Whether every class that may have the class variable gets it late, or loses it."""
        bases = [self.find_class(base) for base in cls.mro]
        return not any(base and name in base.variables and name not in base.late for base in bases)

    def is_subclass(self, name: str | None, of: str) -> bool:
        cls = self.find_class(name)
        target = self.find_class(of)
        return cls is not None and target is not None and target.name in cls.mro


def _binds(cls: ClassDecl, name: str) -> bool:
    """Whether the class body gives the name something that is no setter."""
    return name in cls.methods or name in cls.variables


def stands_for_none(method: FunctionDecl) -> bool:
    """Whether Python has None in the method's place: a `__hash__` that always raises."""
    return REFUSES in method.markers or (method.no_return and method.name.endswith(".__hash__"))
