"""Make the parts of attribute dispatchers that answer a default for what an object lacks."""

from collections.abc import Callable

from sesha.compiler.lower.classes.hierarchy import Member
from sesha.compiler.lower.classes.variables import load_class_variable
from sesha.compiler.lower.dispatch.objects import ObjectDispatchers
from sesha.compiler.lower.expressions.slots import slot_type
from sesha.compiler.lower.functions.suspension import Suspension
from sesha.compiler.lower.value import UNSET_VALUE, Val
from sesha.compiler.types.classes import WORD, ClassDecl
from sesha.compiler.types.representation import Repr


class DefaultDispatchers(ObjectDispatchers):
    """Reads slots and class variables that may hold nothing; the default is operand 1."""

    def _bound_variable(self, fl: Suspension, cls: ClassDecl, member: Member, known: Val) -> Val:
        value = load_class_variable(fl, cls, member.name)
        return fl.runtime("function.bind_if_function", value, known)

    def _or_default(self, fl: Suspension, call: Callable[[], Val], default: str = "p1") -> Val:
        """What the call gives; its AttributeError gives the default instead."""
        builder = fl.builder
        outer, result = builder.handler, builder.temporary(Repr.WORD, "found")
        failed, absent, other, end = (
            builder.new_block(label) for label in ("failed", "absent", "other", "found")
        )
        builder.handler = failed
        value = call()
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
        builder.set(result, builder.get(default))
        builder.jump(end)
        builder.place(end)
        return Val(builder.get(result), WORD)

    def _slot_or(self, fl: Suspension, cls: ClassDecl, known: Val, member: Member) -> Val:
        assert member.slot is not None and member.owner is not None
        stored = slot_type(fl.lowerer, member.owner, member.slot)
        value = fl.builder.emit(
            "get_attribute", known.operand, result=stored.repr, cls=member.owner.name, name=member.slot.name
        )
        if stored.repr is not Repr.WORD:
            return Val(value, stored)
        test = fl.builder.emit("same", value, UNSET_VALUE.operand)
        if member.variable is not None:
            return fl.choose(
                test, lambda: self._variable_or(fl, cls, member.name), lambda: Val(value, WORD), WORD
            )
        return fl.choose(test, lambda: Val(fl.builder.get("p1"), WORD), lambda: Val(value, WORD), WORD)

    def _variable_or(self, fl: Suspension, cls: ClassDecl, name: str) -> Val:
        """The class variable, or the default where every class may lack it."""
        if self.hierarchy.tables.may_lack_variable(cls, name):
            return self._or_default(fl, lambda: load_class_variable(fl, cls, name))
        return load_class_variable(fl, cls, name)
