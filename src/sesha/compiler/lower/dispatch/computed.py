"""Make dispatchers of attributes whose name is computed: find the name, then go on as for a literal one.

Which names there are is what the live classes have, unless the use says which it can be. Of the
library's classes that would be everything: there only names are looked for that the program's text
mentions, and the others raise an error that says so. What is left is an attribute that no class
declares, or a matter of the class's own `__getattr__`.
"""

from collections.abc import Callable

from sesha.compiler.ir.function import Function
from sesha.compiler.lower.calls.arguments import Arguments
from sesha.compiler.lower.classes.open_attributes import extra_owner, open_class
from sesha.compiler.lower.dispatch.arms import switch
from sesha.compiler.lower.dispatch.attributes import AttributeDispatchers
from sesha.compiler.lower.dispatch.overrides import call_matched
from sesha.compiler.lower.expressions.attribute_names import Names
from sesha.compiler.lower.functions.suspension import Suspension
from sesha.compiler.lower.functions.synthetic import synthetic
from sesha.compiler.lower.value import NONE_VALUE, Val, constant
from sesha.compiler.types.classes import WORD, ClassDecl, Type
from sesha.compiler.types.representation import Repr

STR = Type(Repr.WORD, "builtins.str")
OPERANDS = {"get_computed": 2, "get_computed_or": 3, "set_computed": 3, "delete_computed": 2}
MemberArm = Callable[[ClassDecl], "Callable[[], None] | None"]


class ComputedDispatchers(AttributeDispatchers):
    """Reads, writes and deletes an attribute by its name, which is operand 1."""

    def computed(self, name: str, opcode: str, owner: str, names: Names, raw: bool) -> Function:
        parameters = [(f"p{i}", Repr.WORD) for i in range(OPERANDS[opcode])]
        result = WORD if opcode.startswith("get") else Type(Repr.VOID)
        fl = synthetic(self.lowerer, name, parameters, result)
        known, left_out = self._names(owner, names)
        if known:
            self._declared(fl, opcode, known, raw)
        else:
            fl.function.markers |= {"cold"}
        self._undeclared(fl, opcode, owner, raw, left_out)
        return fl.function

    def formatted(self, name: str) -> Function:
        """The attribute that a field of a format string names: it stands in some text of the program."""
        fl = synthetic(self.lowerer, name, [("p0", Repr.WORD), ("p1", Repr.WORD)], WORD)
        fl.function.markers |= {"cold"}
        known = sorted(self.lowerer.formatted)
        if known:
            self._declared(fl, "get_computed", known, False)
        fl.runtime("format_fields.unmentioned", Val(fl.builder.get("p1"), STR))
        fl.builder.emit("unreachable")
        return fl.function

    def _declared(self, fl: Suspension, opcode: str, known: list[str], raw: bool) -> None:
        """Names that some class has; goes on for all others."""
        builder = fl.builder
        blocks = [builder.new_block("name") for _ in known]
        other = builder.new_block("other")
        index = fl.runtime(
            "functions_attributes.position", constant(tuple(known)), Val(builder.get("p1"), STR)
        )
        builder.emit("switch", index.operand, targets=[*blocks, other], cases=list(range(len(known))))
        for block, attribute in zip(blocks, known, strict=True):
            builder.place(block)
            self._by_name(fl, opcode, attribute, raw)
        builder.place(other)

    def _names(self, owner: str, names: Names) -> tuple[list[str], list[str]]:
        """Names that are looked for: all that the program's classes have, and of the library's those
        that the program mentions; and the library's others."""
        if names.known is not None:
            return list(names.known), []
        own: set[str] = set()
        library: set[str] = set()
        for cls in [*self.live, *([] if owner else self.named)]:
            if not owner or owner in cls.mro:
                own |= self.hierarchy.names_of(cls, library=False)
                library |= self.hierarchy.names_of(cls, library=True)
        own |= library & self.lowerer.mentioned
        return _beginning(own, names.prefix), _beginning(library - own, names.prefix)

    def _by_name(self, fl: Suspension, opcode: str, attribute: str, raw: bool) -> None:
        """The same operation with a literal name."""
        builder = fl.builder
        receiver = builder.get("p0")
        if opcode == "get_computed":
            fl.return_value(Val(builder.emit("get_dynamic", receiver, name=attribute), WORD))
        elif opcode == "get_computed_or":
            found = builder.emit("get_dynamic_or", receiver, builder.get("p2"), name=attribute)
            fl.return_value(Val(found, WORD))
        elif opcode == "set_computed":
            builder.emit("set_dynamic", receiver, builder.get("p2"), name=attribute, open=True, raw=raw)
            fl.return_value(NONE_VALUE)
        else:
            builder.emit("delete_dynamic", receiver, name=attribute, raw=raw)
            fl.return_value(NONE_VALUE)

    def _undeclared(self, fl: Suspension, opcode: str, owner: str, raw: bool, left_out: list[str]) -> None:
        """A name that no class has."""
        receiver, text = Val(fl.builder.get("p0"), WORD), Val(fl.builder.get("p1"), STR)
        make: dict[str, MemberArm] = {
            "get_computed": lambda cls: self._get_undeclared(fl, cls, receiver, text, None),
            "get_computed_or": lambda cls: self._get_undeclared(fl, cls, receiver, text, "p2"),
            "set_computed": lambda cls: self._set_undeclared(fl, cls, receiver, text, raw),
            "delete_computed": lambda cls: self._delete_undeclared(fl, cls, receiver, text, raw),
        }
        arms = []
        for cls in self.live:
            arm = make[opcode](cls) if not owner or owner in cls.mro else None
            if arm is not None:
                arms.append(([cls], arm))

        def missing() -> None:
            if left_out:
                fl.runtime("functions_attributes.check_left_out", constant(tuple(left_out)), receiver, text)
            if opcode == "get_computed_or":
                fl.return_value(Val(fl.builder.get("p2"), WORD))
                return
            failure = (
                "operators_errors.no_room"
                if opcode == "set_computed"
                else "functions_attributes.no_attribute"
            )
            fl.runtime(failure, receiver, text)
            fl.builder.emit("unreachable")

        switch(fl, receiver.operand, arms, missing, dynamic=True)

    def _get_undeclared(
        self, fl: Suspension, cls: ClassDecl, receiver: Val, text: Val, default: str | None
    ) -> Callable[[], None] | None:
        fallback = self.hierarchy.tables.find_method(cls, "__getattr__")
        extra = extra_owner(self.hierarchy.tables, cls)
        if fallback is None and extra is None:
            return None
        known = Val(receiver.operand, Type(Repr.WORD, cls.name))

        def otherwise() -> Val:
            if fallback is not None:
                if default is None:
                    return call_matched(fl, fallback, Arguments([known, text]))
                return self._or_default(
                    fl, lambda: call_matched(fl, fallback, Arguments([known, text])), default
                )
            if default is not None:
                return Val(fl.builder.get(default), WORD)
            return fl.runtime("functions_attributes.no_attribute", known, text)

        def arm() -> None:
            if extra is None:
                fl.return_value(otherwise())
            else:
                fl.return_value(self._extra(fl, extra, known, text, otherwise))

        return arm

    def _set_undeclared(
        self, fl: Suspension, cls: ClassDecl, receiver: Val, text: Val, raw: bool
    ) -> Callable[[], None] | None:
        value = Val(fl.builder.get("p2"), WORD)
        own = self.hierarchy.tables.find_method(cls, "__setattr__")
        if own is not None and not raw:
            return self._delete_by(fl, own, receiver, [text, value])
        owner = open_class(self.lowerer, cls)
        return self._extra_arm(fl, owner, text, receiver, value) if owner is not None else None

    def _delete_undeclared(
        self, fl: Suspension, cls: ClassDecl, receiver: Val, text: Val, raw: bool
    ) -> Callable[[], None] | None:
        own = self.hierarchy.tables.find_method(cls, "__delattr__")
        if own is not None and not raw:
            return self._delete_by(fl, own, receiver, [text])
        owner = extra_owner(self.hierarchy.tables, cls)
        return self._delete_extra(fl, owner, text, receiver) if owner is not None else None


def _beginning(names: set[str], prefix: str) -> list[str]:
    return sorted(name for name in names if name.startswith(prefix))
