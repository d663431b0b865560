"""Make dispatchers of attributes: `get x`, `set x`, `delete x` on a receiver of unknown class."""

from collections.abc import Callable

from sesha.compiler.ir.function import Function
from sesha.compiler.lower.attributes import read_class_variable, read_slot, slot_type
from sesha.compiler.lower.calls import class_word
from sesha.compiler.lower.dispatch_arms import Arms, switch
from sesha.compiler.lower.hierarchy import Member
from sesha.compiler.lower.suspension import Suspension
from sesha.compiler.lower.synthetic import synthetic
from sesha.compiler.lower.value import NONE_VALUE, UNSET_VALUE, Val, constant
from sesha.compiler.types.classes import (
    WORD,
    Binding,
    ClassDecl,
    FunctionDecl,
    Type,
)
from sesha.compiler.types.representation import Repr


class AttributeDispatchers(Arms):
    """Reads, writes and deletes an attribute by the receiver's class."""

    def get(self, name: str, attribute: str, default: bool) -> Function:
        parameters = [("p0", Repr.WORD)] + ([("p1", Repr.WORD)] if default else [])
        fl = synthetic(self.lowerer, name, parameters, WORD)
        receiver = Val(fl.builder.get("p0"), WORD)
        if attribute == "__class__":
            fl.return_value(fl.runtime("type.class_of", receiver))
            return fl.function

        def arm(cls: ClassDecl, member: Member) -> Callable[[], None]:
            return lambda: fl.return_value(self._read(fl, cls, member, receiver, default))

        def missing() -> None:
            if default:
                fl.return_value(Val(fl.builder.get("p1"), WORD))
            else:
                self._no_attribute(fl, receiver, attribute)

        self._by_member(
            fl,
            receiver,
            attribute,
            arm,
            missing,
            lambda cls, member: lambda: self._class_read(fl, cls, member),
        )
        return fl.function

    def _read(
        self, fl: Suspension, cls: ClassDecl, member: Member, receiver: Val, default: bool = False
    ) -> Val:
        known = self._typed_receiver(fl, cls, receiver)
        if member.fallback is not None:
            return self._own_getattr(fl, member.fallback, known, member.name, default)
        if member.method is not None:
            if member.method.binding is Binding.GETTER:
                return fl.call_decl(member.method, [known])
            return self._bound(fl, cls, member.method, receiver)
        if member.slot is not None and member.owner is not None:
            if default:
                return self._slot_or(fl, known, member)
            return read_slot(fl, known, member.owner, member.slot, cls, exact=True)
        assert member.variable is not None
        value = Val(fl.builder.emit("load_global", result=Repr.WORD, name=member.variable), WORD)
        return fl.runtime("function.bind_if_function", value, receiver)

    def _own_getattr(self, fl: Suspension, method: FunctionDecl, known: Val, name: str, default: bool) -> Val:
        """Call the class's `__getattr__`; its AttributeError gives the default, if there is one."""
        if not default:
            return fl.call_decl(method, [known, constant(name)])
        builder = fl.builder
        outer, result = builder.handler, builder.temporary(Repr.WORD, "found")
        failed, absent, other, end = (
            builder.new_block(label) for label in ("failed", "absent", "other", "found")
        )
        builder.handler = failed
        value = fl.call_decl(method, [known, constant(name)])
        builder.handler = outer
        builder.set(result, fl.word(value))
        builder.jump(end)
        builder.place(failed)
        error = builder.emit("catch")
        missing = self.hierarchy.tables.find_class("builtins.AttributeError")
        assert missing is not None
        builder.branch(builder.emit("is_instance", error, cls=missing.name), absent, other)
        builder.place(other)
        builder.emit("raise", error, reraise=True)
        builder.place(absent)
        builder.set(result, builder.get("p1"))
        builder.jump(end)
        builder.place(end)
        return Val(builder.get(result), WORD)

    def _slot_or(self, fl: Suspension, known: Val, member: Member) -> Val:
        assert member.slot is not None and member.owner is not None
        stored = slot_type(fl, member.owner, member.slot)
        value = fl.builder.emit(
            "get_attribute", known.operand, result=stored.repr, cls=member.owner.name, name=member.slot.name
        )
        if stored.repr is not Repr.WORD:
            return Val(value, stored)
        test = fl.builder.emit("same", value, UNSET_VALUE.operand)
        if member.variable is not None:
            fallback = member.variable
            return fl.choose(
                test,
                lambda: Val(fl.builder.emit("load_global", result=Repr.WORD, name=fallback), WORD),
                lambda: Val(value, WORD),
                WORD,
            )
        return fl.choose(test, lambda: Val(fl.builder.get("p1"), WORD), lambda: Val(value, WORD), WORD)

    def _bound(self, fl: Suspension, cls: ClassDecl, method: FunctionDecl, receiver: Val) -> Val:
        function = Val(fl.builder.emit("function_word", name=method.name), WORD)
        if method.binding is Binding.STATIC:
            return function
        owner = class_word(fl, cls) if method.binding is Binding.CLASS else receiver
        return fl.runtime("function.bind_method", function, owner)

    def set(self, name: str, attribute: str) -> Function:
        fl = synthetic(self.lowerer, name, [("p0", Repr.WORD), ("p1", Repr.WORD)], Type(Repr.VOID))
        receiver, value = Val(fl.builder.get("p0"), WORD), Val(fl.builder.get("p1"), WORD)
        arms: list[tuple[list[ClassDecl], Callable[[], None]]] = []
        for cls in self.live:
            setter = self.hierarchy.tables.find_method(cls, attribute, setter=True)
            found = self.hierarchy.tables.find_attribute(cls, attribute)
            own = self.hierarchy.tables.find_method(cls, "__setattr__")
            if own is not None:
                arms.append(([cls], self._own_setattr(fl, own, attribute, receiver, value)))
            elif setter is not None:
                arms.append(([cls], self._setter_arm(fl, setter, receiver, value)))
            elif found is not None:
                arms.append(([cls], self._store_arm(fl, found[0], attribute, receiver, value)))
        switch(fl, receiver.operand, arms, lambda: self._no_attribute(fl, receiver, attribute), dynamic=True)
        return fl.function

    def _own_setattr(
        self, fl: Suspension, method: FunctionDecl, attribute: str, receiver: Val, value: Val
    ) -> Callable[[], None]:
        def arm() -> None:
            known = Val(receiver.operand, method.parameters[0].type)
            fl.call_decl(method, [known, constant(attribute), value])
            fl.return_value(NONE_VALUE)

        return arm

    def _setter_arm(
        self, fl: Suspension, setter: FunctionDecl, receiver: Val, value: Val
    ) -> Callable[[], None]:
        def arm() -> None:
            fl.call_decl(setter, [Val(receiver.operand, setter.parameters[0].type), value])
            fl.return_value(NONE_VALUE)

        return arm

    def _store_arm(
        self, fl: Suspension, owner: ClassDecl, attribute: str, receiver: Val, value: Val
    ) -> Callable[[], None]:
        def arm() -> None:
            stored = slot_type(fl, owner, owner.attributes[attribute])
            operand = fl.coerce(value, stored)
            fl.builder.emit("set_attribute", receiver.operand, operand, cls=owner.name, name=attribute)
            fl.return_value(NONE_VALUE)

        return arm

    def delete(self, name: str, attribute: str) -> Function:
        fl = synthetic(self.lowerer, name, [("p0", Repr.WORD)], Type(Repr.VOID))
        receiver = Val(fl.builder.get("p0"), WORD)
        arms: list[tuple[list[ClassDecl], Callable[[], None]]] = []
        for cls in self.live:
            found = self.hierarchy.tables.find_attribute(cls, attribute)
            if (
                found is not None
                and slot_type(fl, found[0], found[1]).repr is Repr.WORD
                and not found[1].always
            ):
                arms.append(
                    (
                        [cls],
                        self._store_arm(
                            fl, found[0], attribute, receiver, Val(UNSET_VALUE.operand, Type(Repr.WORD, "?"))
                        ),
                    )
                )
        switch(fl, receiver.operand, arms, lambda: self._no_attribute(fl, receiver, attribute), dynamic=True)
        return fl.function

    def _class_read(self, fl: Suspension, cls: ClassDecl, member: Member) -> None:
        if member.method is not None:
            function = Val(fl.builder.emit("function_word", name=member.method.name), WORD)
            if member.method.binding is Binding.CLASS:
                function = fl.runtime("function.bind_method", function, class_word(fl, cls))
            fl.return_value(function)
            return
        fl.return_value(self._class_variable(fl, cls, member))

    def _class_variable(self, fl: Suspension, cls: ClassDecl, member: Member) -> Val:
        assert member.variable is not None
        variable = self.hierarchy.tables.globals[member.variable]
        return read_class_variable(fl, cls, variable, member.variable)
