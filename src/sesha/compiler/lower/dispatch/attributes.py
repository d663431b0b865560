"""Make dispatchers of attributes: `get x`, `set x`, `delete x` on a receiver of unknown class."""

from collections.abc import Callable

from sesha.compiler.ir.builder import integer
from sesha.compiler.ir.function import Function, Operand
from sesha.compiler.lower.calls.arguments import Arguments
from sesha.compiler.lower.calls.call import class_word
from sesha.compiler.lower.classes.hierarchy import Member
from sesha.compiler.lower.classes.open_attributes import EXTRA, FUNCTION, extra_owner, open_class
from sesha.compiler.lower.classes.variables import read_class_variable
from sesha.compiler.lower.dispatch.arms import switch
from sesha.compiler.lower.dispatch.defaults import DefaultDispatchers
from sesha.compiler.lower.dispatch.descriptors import DELETE, described, descriptor_arm, may_raise_on_read
from sesha.compiler.lower.dispatch.objects import load_slot
from sesha.compiler.lower.dispatch.overrides import call_matched
from sesha.compiler.lower.expressions.attributes import method_of_class, read_slot
from sesha.compiler.lower.expressions.displays import TUPLE
from sesha.compiler.lower.expressions.slots import slot_type
from sesha.compiler.lower.functions.suspension import Suspension
from sesha.compiler.lower.functions.synthetic import synthetic
from sesha.compiler.lower.tables import stands_for_none
from sesha.compiler.lower.value import NONE_VALUE, UNSET_VALUE, Val, constant
from sesha.compiler.types.classes import I64, WORD, Binding, ClassDecl, FunctionDecl, Type
from sesha.compiler.types.representation import Repr


class AttributeDispatchers(DefaultDispatchers):
    """Reads, writes and deletes an attribute by the receiver's class."""

    def get(self, name: str, attribute: str, default: bool, within: str | None = None) -> Function:
        """`within`: the class that the receiver is known to be of."""
        parameters = [("p0", Repr.WORD)] + ([("p1", Repr.WORD)] if default else [])
        fl = synthetic(self.lowerer, name, parameters, WORD)
        receiver = Val(fl.builder.get("p0"), WORD)
        if attribute == "__class__":
            fl.return_value(fl.runtime("type.class_of", receiver))
            return fl.function
        if attribute in ("__doc__", "__module__"):
            self._class_facts(fl, receiver, attribute)
        elif attribute == "__dict__":
            self._dictionaries(fl, receiver)

        def arm(cls: ClassDecl, member: Member) -> Callable[[], None]:
            return lambda: fl.return_value(self._read(fl, cls, member, receiver, default))

        def missing(undeclared: bool) -> None:
            if attribute == "__new__":
                self._new_of_object(fl, receiver)
            otherwise = fl.builder.get("p1") if default else None
            if undeclared:
                fl.return_value(self._undeclared_value(fl, receiver, attribute, otherwise))
            elif otherwise is not None:
                fl.return_value(Val(otherwise, WORD))
            else:
                self._no_attribute(fl, receiver, attribute)

        self._by_member(
            fl,
            receiver,
            attribute,
            arm,
            missing,
            lambda cls, member: lambda: self._class_read(fl, cls, member, default),
            within,
        )
        return fl.function

    def _read(
        self, fl: Suspension, cls: ClassDecl, member: Member, receiver: Val, default: bool = False
    ) -> Val:
        known = self._typed_receiver(fl, cls, receiver)
        if member.field is not None:
            return fl.runtime("tuple.item", Val(known.operand, TUPLE), Val(integer(member.field), I64))
        getter = member.method
        if getter is not None:
            if getter.binding is not Binding.GETTER:
                return self._bound(fl, cls, getter, receiver)
            if default:
                return self._or_default(fl, lambda: self._get(fl, member, getter, known))
            return self._get(fl, member, getter, known)
        if member.item is not None:
            items = Val(receiver.operand, Type(Repr.WORD, "builtins.tuple"))
            return fl.runtime("tuple.getitem", items, constant(member.item))
        if member.slot is not None and member.owner is not None:
            if default:
                return self._slot_or(fl, cls, known, member)
            return read_slot(fl, known, member.owner, member.slot, cls, exact=True)
        name = constant(member.name)
        if member.extra is None:
            return self._unslotted(fl, cls, member, known, name, default)

        def otherwise() -> Val:
            return self._unslotted(fl, cls, member, known, name, default)

        return self._extra(fl, member.extra, known, name, otherwise)

    def _get(self, fl: Suspension, member: Member, getter: FunctionDecl, known: Val) -> Val:
        """What a property answers; a cached one is asked once."""
        if member.slot is None or member.owner is None:
            return fl.call_decl(getter, [known])
        owner, name = member.owner, member.slot.name
        held = load_slot(fl, known, owner, name)

        def fill() -> Val:
            value = fl.call_decl(getter, [known])
            _store_slot(fl, known, owner, name, fl.word(value))
            return value

        missing = fl.builder.emit("same", held, UNSET_VALUE.operand)
        return fl.choose(missing, fill, lambda: Val(held, WORD), WORD)

    def _unslotted(
        self, fl: Suspension, cls: ClassDecl, member: Member, known: Val, name: Val, default: bool
    ) -> Val:
        """What an instance has in no slot: a class variable, what `__getattr__` answers, the default."""
        if member.variable is not None:
            tables = self.hierarchy.tables
            if default and (tables.may_lack_variable(cls, member.name) or may_raise_on_read(tables)):
                return self._or_default(fl, lambda: self._bound_variable(fl, cls, member, known))
            return self._bound_variable(fl, cls, member, known)
        fallback = member.fallback
        if fallback is not None:
            if default:
                return self._or_default(fl, lambda: call_matched(fl, fallback, Arguments([known, name])))
            return call_matched(fl, fallback, Arguments([known, name]))
        if default:
            return Val(fl.builder.get("p1"), WORD)
        return fl.runtime("operators_errors.unset_attribute", known, name)

    def _bound(self, fl: Suspension, cls: ClassDecl, method: FunctionDecl, receiver: Val) -> Val:
        if stands_for_none(method):
            return NONE_VALUE
        function = Val(fl.builder.emit("function_word", name=method.name), WORD)
        if method.binding is Binding.STATIC:
            return function
        owner = class_word(fl, cls) if method.binding is Binding.CLASS else receiver
        return fl.runtime("function.bind_method", function, owner)

    def set(self, name: str, attribute: str, open_: bool, raw: bool) -> Function:
        """`open_`: instances take attributes that their class does not declare; `raw`: past `__setattr__`."""
        fl = synthetic(self.lowerer, name, [("p0", Repr.WORD), ("p1", Repr.WORD)], Type(Repr.VOID))
        receiver, value = Val(fl.builder.get("p0"), WORD), Val(fl.builder.get("p1"), WORD)
        arms: list[tuple[list[ClassDecl], Callable[[], None]]] = []
        for cls in self.live:
            arm = self._set_arm(fl, cls, attribute, receiver, value, open_, raw)
            if arm is not None:
                arms.append(([cls], arm))

        def otherwise() -> None:
            self._set_on_class(fl, attribute, receiver, value)
            if open_:
                operands = (receiver.operand, constant(attribute).operand, value.operand)
                fl.builder.emit("set_computed", *operands, owner="", known=(), prefix="", raw=raw)
                fl.return_value(NONE_VALUE)
            else:
                self._no_room(fl, receiver, attribute)

        switch(fl, receiver.operand, arms, otherwise, dynamic=True)
        return fl.function

    def _set_on_class(self, fl: Suspension, attribute: str, receiver: Val, value: Val) -> None:
        """The receiver may be a class that has a variable of its own under the name; goes on otherwise."""
        builder = fl.builder
        for cls in self.named:
            if attribute not in cls.variables or cls.is_enum:
                continue
            matched, following = builder.new_block("class"), builder.new_block("next")
            test = builder.emit("same", receiver.operand, builder.emit("class_word", cls=cls.name))
            builder.branch(test, matched, following)
            builder.place(matched)
            builder.emit("store_global", value.operand, name=cls.variables[attribute])
            fl.return_value(NONE_VALUE)
            builder.place(following)

    def _set_arm(
        self,
        fl: Suspension,
        cls: ClassDecl,
        attribute: str,
        receiver: Val,
        value: Val,
        open_: bool,
        raw: bool,
    ) -> Callable[[], None] | None:
        tables = self.hierarchy.tables
        own = tables.find_method(cls, "__setattr__")
        if own is not None and not raw:
            return self._own_setattr(fl, own, attribute, receiver, value)
        if cls.name == FUNCTION:
            return None

        def refuse() -> None:
            self._no_room(fl, receiver, attribute)

        setter = tables.find_method(cls, attribute, setter=True)
        if setter is not None:
            return self._setter_arm(fl, setter, receiver, value)
        if attribute in (cls.tuple_fields or ()):
            return lambda: self._no_field(fl)
        found = tables.find_attribute(cls, attribute)
        if found is not None:
            return self._store_arm(fl, found[0], attribute, receiver, value)
        method = tables.find_method(cls, attribute)
        if method is not None:
            return self._fixed_arm(fl, method, attribute, receiver, "setter") or refuse
        variable = described(tables, cls, attribute)
        if open_ and variable is None:
            return None
        owner = open_class(self.lowerer, cls) if open_ else extra_owner(tables, cls)
        plain = None
        if owner is not None:
            plain = self._extra_arm(fl, owner, constant(attribute), receiver, value)
        if variable is None:
            return plain
        return descriptor_arm(fl, variable, receiver, value, plain or refuse)

    def _fixed_arm(
        self, fl: Suspension, method: FunctionDecl, attribute: str, receiver: Val, what: str
    ) -> Callable[[], None] | None:
        """A property without a setter or deleter."""
        if method.binding is not Binding.GETTER:
            return None

        def arm() -> None:
            fl.runtime("operators_errors.fixed_property", receiver, constant(attribute), constant(what))
            fl.builder.emit("unreachable")

        return arm

    def _extra_arm(
        self, fl: Suspension, owner: ClassDecl, name: Val, receiver: Val, value: Val
    ) -> Callable[[], None]:
        """Store in the hidden slot's dict."""

        def arm() -> None:
            if owner.name == FUNCTION:
                fl.runtime("function_state.set_attribute", receiver, name, value)
                fl.return_value(NONE_VALUE)
                return
            held = load_slot(fl, receiver, owner, EXTRA)
            changed = fl.runtime("functions_attributes.with_extra", Val(held, WORD), name, value)
            _store_slot(fl, receiver, owner, EXTRA, changed.operand)
            fl.return_value(NONE_VALUE)

        return arm

    def _own_setattr(
        self, fl: Suspension, method: FunctionDecl, attribute: str, receiver: Val, value: Val
    ) -> Callable[[], None]:
        def arm() -> None:
            known = Val(receiver.operand, method.parameters[0].type)
            call_matched(fl, method, Arguments([known, constant(attribute), value]))
            fl.return_value(NONE_VALUE)

        return arm

    def _setter_arm(
        self, fl: Suspension, setter: FunctionDecl, receiver: Val, value: Val
    ) -> Callable[[], None]:
        def arm() -> None:
            call_matched(fl, setter, Arguments([Val(receiver.operand, setter.parameters[0].type), value]))
            fl.return_value(NONE_VALUE)

        return arm

    def _store_arm(
        self, fl: Suspension, owner: ClassDecl, attribute: str, receiver: Val, value: Val
    ) -> Callable[[], None]:
        def arm() -> None:
            stored = slot_type(fl.lowerer, owner, owner.attributes[attribute])
            operand = fl.coerce(value, stored)
            fl.builder.emit("set_attribute", receiver.operand, operand, cls=owner.name, name=attribute)
            fl.return_value(NONE_VALUE)

        return arm

    def delete(self, name: str, attribute: str, raw: bool) -> Function:
        fl = synthetic(self.lowerer, name, [("p0", Repr.WORD)], Type(Repr.VOID))
        receiver = Val(fl.builder.get("p0"), WORD)
        arms: list[tuple[list[ClassDecl], Callable[[], None]]] = []
        for cls in self.live:
            arm = self._delete_arm(fl, cls, attribute, receiver, raw)
            if arm is not None:
                arms.append(([cls], arm))
        switch(fl, receiver.operand, arms, lambda: self._no_attribute(fl, receiver, attribute), dynamic=True)
        return fl.function

    def _delete_arm(
        self, fl: Suspension, cls: ClassDecl, attribute: str, receiver: Val, raw: bool
    ) -> Callable[[], None] | None:
        tables = self.hierarchy.tables
        own = tables.find_method(cls, "__delattr__")
        deleter = tables.find_method(cls, f"del {attribute}", setter=True)
        found = tables.find_attribute(cls, attribute)
        method = tables.find_method(cls, attribute)
        if own is not None and not raw:
            return self._delete_by(fl, own, receiver, [constant(attribute)])
        if deleter is not None:
            return self._delete_by(fl, deleter, receiver, [])
        if found is not None and slot_type(fl.lowerer, *found).repr is Repr.WORD and not found[1].always:
            return self._unset_arm(fl, found[0], attribute, receiver)
        if method is not None:
            return self._fixed_arm(fl, method, attribute, receiver, "deleter")
        owner = extra_owner(tables, cls)
        plain = self._delete_extra(fl, owner, constant(attribute), receiver) if owner is not None else None
        variable = described(tables, cls, attribute, DELETE)
        if variable is None:
            return plain
        absent = plain or (lambda: self._no_attribute(fl, receiver, attribute))
        return descriptor_arm(fl, variable, receiver, None, absent)

    def _delete_by(
        self, fl: Suspension, method: FunctionDecl, receiver: Val, arguments: list[Val]
    ) -> Callable[[], None]:
        def arm() -> None:
            known = Val(receiver.operand, method.parameters[0].type)
            call_matched(fl, method, Arguments([known, *arguments]))
            fl.return_value(NONE_VALUE)

        return arm

    def _unset_arm(
        self, fl: Suspension, owner: ClassDecl, attribute: str, receiver: Val
    ) -> Callable[[], None]:
        """Empty a slot that holds something."""

        def arm() -> None:
            held = load_slot(fl, receiver, owner, attribute)
            missing, present = fl.builder.new_block("unset"), fl.builder.new_block("set")
            fl.builder.branch(fl.builder.emit("same", held, UNSET_VALUE.operand), missing, present)
            fl.builder.place(missing)
            self._no_attribute(fl, receiver, attribute)
            fl.builder.place(present)
            _store_slot(fl, receiver, owner, attribute, UNSET_VALUE.operand)
            fl.return_value(NONE_VALUE)

        return arm

    def _delete_extra(self, fl: Suspension, owner: ClassDecl, name: Val, receiver: Val) -> Callable[[], None]:
        def arm() -> None:
            if owner.name == FUNCTION:
                fl.runtime("function_state.delete_attribute", receiver, name)
            else:
                held = Val(load_slot(fl, receiver, owner, EXTRA), WORD)
                fl.runtime("functions_attributes.without_extra", held, name, receiver)
            fl.return_value(NONE_VALUE)

        return arm

    def _class_read(self, fl: Suspension, cls: ClassDecl, member: Member, default: bool) -> None:
        if member.method is not None:
            fl.return_value(method_of_class(fl, cls, member.method))
        elif default and self.hierarchy.tables.may_lack_variable(cls, member.name):
            fl.return_value(self._or_default(fl, lambda: self._class_variable(fl, cls, member)))
        else:
            fl.return_value(self._class_variable(fl, cls, member))

    def _class_variable(self, fl: Suspension, cls: ClassDecl, member: Member) -> Val:
        return read_class_variable(fl, cls, member.name)


def _store_slot(fl: Suspension, receiver: Val, owner: ClassDecl, name: str, value: Operand) -> None:
    fl.builder.emit("set_attribute", receiver.operand, value, cls=owner.name, name=name)
