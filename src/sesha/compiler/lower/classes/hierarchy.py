"""Answer what a class has under a name: for reachability and for the dispatchers.

`Member` is how an instance (or the class itself) reaches the name: a method, a property, a slot, a
class variable.
"""

from dataclasses import dataclass

from sesha.compiler.lower.classes.open_attributes import extra_owner
from sesha.compiler.lower.declare.natives import hidden_names
from sesha.compiler.lower.lowerer import Lowerer
from sesha.compiler.types.classes import Attribute, Binding, ClassDecl, FunctionDecl

NOTHING_IN_OBJECT = frozenset({"__init__", "__init_subclass__", "__enter__", "__exit__", "__post_init__"})
"""What super() may call although no base has it: `object` does nothing there."""

METADATA = frozenset({"__name__", "__qualname__", "__doc__", "__module__", "__wrapped__"})
"""Names with underscores that no operation of the language looks up by itself."""


@dataclass(frozen=True)
class Member:
    """Exactly one of method, slot, item, variable and fallback is set (slot may have a variable to fall
    back to, or a cached property's method that fills it). `fallback` is the class's own
    `__getattr__`, for a name that it has not."""

    method: FunctionDecl | None = None
    owner: ClassDecl | None = None
    slot: Attribute | None = None
    item: int | None = None
    """Which item of a named tuple it is."""
    variable: str | None = None
    fallback: FunctionDecl | None = None
    name: str = ""
    field: int | None = None
    """The position of a named tuple's field."""
    extra: ClassDecl | None = None
    """The class whose hidden slot may hold the attribute (classes/open_attributes.py); then none of the
    others need be set."""

    def undeclared(self) -> bool:
        """Whether only the hidden slot may have it."""
        declared = (self.method, self.slot, self.item, self.variable, self.fallback, self.field)
        return self.extra is not None and all(part is None for part in declared)


class Hierarchy:
    def __init__(self, lowerer: Lowerer) -> None:
        self.lowerer = lowerer
        self.tables = lowerer.tables
        self._hidden_names: dict[str, set[str]] = {}

    def member(self, cls: ClassDecl, name: str) -> Member | None:
        """What `instance.name` means for instances of exactly this class."""
        method, variable = None, None
        for base in cls.mro:
            decl = self.tables.classes.get(base)
            if decl is None:
                continue
            if name in decl.methods and (name.startswith("__") or name not in self._hidden(decl)):
                method = decl.methods[name]
                break
            if name in decl.variables:
                variable = decl.variables[name]
                break
            if name in (decl.tuple_fields or ()):
                return Member(field=(decl.tuple_fields or []).index(name), name=name)
        found = self.tables.find_attribute(cls, name)
        if method is not None and method.binding is Binding.GETTER:
            if "cached" in method.markers and found is not None:
                return Member(method=method, owner=found[0], slot=found[1])
            return Member(method=method)
        fields = cls.tuple_fields or []
        if name in fields:
            return Member(item=fields.index(name), name=name)
        if found is not None and not found[0].native:
            return Member(owner=found[0], slot=found[1], variable=variable, name=name)
        if method is not None:
            return Member(method=method)
        special = name.startswith("__") and name not in METADATA  # looked up in the class alone
        extra = None if special else extra_owner(self.tables, cls)
        if variable is not None:
            return Member(variable=variable, name=name, extra=extra)
        fallback = None if special else self.tables.find_method(cls, "__getattr__")
        if fallback is None and extra is None:
            return None
        return Member(fallback=fallback, name=name, extra=extra)

    def names_of(self, cls: ClassDecl, library: bool) -> set[str]:
        """The attributes that instances of the class have from the program's classes, or the library's."""
        names: set[str] = set()
        for base in cls.mro:
            decl = self.tables.classes.get(base)
            if decl is not None and decl.in_library() == library:
                found = (*decl.attributes, *decl.methods, *decl.variables, *decl.setters)
                names.update(decl.tuple_fields or ())
                hidden = self._hidden(decl)
                names.update(n for n in found if n not in hidden and not n.startswith(("<", "del ")))
        return names

    def _hidden(self, cls: ClassDecl) -> set[str]:
        if not cls.native:
            return set()
        if cls.name not in self._hidden_names:
            self._hidden_names[cls.name] = hidden_names(cls)
        return self._hidden_names[cls.name]

    def after(self, cls: ClassDecl, after: str, name: str) -> FunctionDecl | None:
        """The method that super() finds for instances of exactly this class."""
        if after not in cls.mro:
            return None
        for base in cls.mro[cls.mro.index(after) + 1 :]:
            decl = self.tables.classes.get(base)
            if decl is not None and name in decl.methods:
                return decl.methods[name]
        return None

    def methods_of(self, cls: ClassDecl, name: str) -> list[str]:
        """Functions (and `variable:` names) that a use of the name on the class reaches."""
        if name.startswith("super "):
            _, after, method_name = name.split(" ")
            method = self.after(cls, after, method_name)
            return [method.name] if method is not None else []
        if name.startswith("set "):
            setter = self.tables.find_method(cls, name.removeprefix("set "), setter=True)
            special = "__delattr__" if name.startswith("set del ") else "__setattr__"
            own = self.tables.find_method(cls, special)
            return [decl.name for decl in (setter, own) if decl is not None]
        if name.startswith("entry "):
            method = self.tables.find_method(cls, name.removeprefix("entry "))
            if method is None or method.binding is Binding.GETTER:
                return []
            return [method.name, f"<entry>{method.name}"]
        bound = name.startswith("get ")
        member = self.member(cls, name.removeprefix("get "))
        if member is None:
            return []
        result = []
        if member.method is not None:
            result.append(member.method.name)
            if bound and member.method.binding is not Binding.GETTER:
                result.append(f"<entry>{member.method.name}")
        if member.variable is not None:
            variables = self.tables.find_variables(cls, name.removeprefix("get "))
            result.extend(f"variable:{variable}" for variable in variables)
        if member.fallback is not None:
            result.append(member.fallback.name)
        return result
