"""Make dispatchers: functions that choose by the receiver's class among all live ones.

Built when the world is closed, one for each way in which the program uses a name:
`virtual C.m` for calls whose static class has several live targets, `call m/2` for receivers of
unknown class, `get x`, `set x` for attributes. Inside, every arm is an ordinary direct call.
"""

from collections.abc import Callable

from sesha.compiler.ir.function import Function
from sesha.compiler.lower.calls.arguments import Arguments, plain_shape
from sesha.compiler.lower.calls.call import class_word
from sesha.compiler.lower.calls.values import call_with
from sesha.compiler.lower.classes.hierarchy import NOTHING_IN_OBJECT, Member
from sesha.compiler.lower.dispatch.abstract_tests import abstract_dispatcher
from sesha.compiler.lower.dispatch.arms import switch
from sesha.compiler.lower.dispatch.computed import ComputedDispatchers
from sesha.compiler.lower.dispatch.overrides import call_bound, call_object, call_override, values_for
from sesha.compiler.lower.dispatch.overriding import overrides_dispatcher
from sesha.compiler.lower.functions.suspension import Suspension
from sesha.compiler.lower.functions.synthetic import synthetic
from sesha.compiler.lower.value import Val
from sesha.compiler.types.classes import (
    WORD,
    Binding,
    ClassDecl,
    FunctionDecl,
)
from sesha.compiler.types.representation import Repr


class Dispatchers(ComputedDispatchers):
    """Builds dispatchers over the classes that are live."""

    def overrides(self, name: str, method: str) -> Function:
        return overrides_dispatcher(self.hierarchy, self.live, name, method)

    def passes_abstract(self, name: str) -> Function:
        return abstract_dispatcher(self.hierarchy, self.live, self.named, name)

    # --- virtual calls --------------------------------------------------------------------------
    def virtual(
        self,
        name: str,
        cls: str,
        method: str,
        decl: FunctionDecl,
        setter: bool,
        after: str | None,
        shape: str | None,
    ) -> Function:
        parameters = [(f"p{i}", p.type.repr) for i, p in enumerate(decl.parameters)]
        fl = synthetic(self.lowerer, name, parameters, decl.result)
        values = [Val(fl.builder.get(f"p{i}"), p.type) for i, p in enumerate(decl.parameters)]
        receiver = values[0].operand
        shape = plain_shape(decl) if shape is None else shape
        idle: list[ClassDecl] = []
        targets: dict[str, tuple[Member, list[ClassDecl]]] = {}
        hiding: list[ClassDecl] = []
        for live in self.live:
            if (after or cls) not in live.mro:
                continue
            target = self._target(live, method, setter, after)
            if target is None and after is not None and method in NOTHING_IN_OBJECT:
                idle.append(live)
            if target is None and setter:
                hiding.append(live)
            if target is not None:
                key = target.method.name if target.method is not None else f"of {live.name}"
                targets.setdefault(key, (target, []))[1].append(live)
        arms = [
            (classes, self._virtual_arm(fl, decl, target, classes[0], values, shape))
            for target, classes in targets.values()
        ]
        arms += [([live], self._past_setter(fl, live, method, values)) for live in hiding]
        if idle:
            arms.append((idle, lambda: call_object(fl, method, decl, values)))
        switch(fl, receiver, arms, lambda: fl.builder.emit("trap"))
        return fl.function

    def _past_setter(
        self, fl: Suspension, cls: ClassDecl, name: str, values: list[Val]
    ) -> Callable[[], None]:
        """A subclass has something else in the property's place: an attribute, a property without setter."""
        arm = self._set_arm(fl, cls, name, values[0], values[1], open_=False, raw=False)
        return arm or (lambda: self._no_room(fl, values[0], name))

    def _target(self, live: ClassDecl, method: str, setter: bool, after: str | None) -> Member | None:
        """What instances of exactly the class have under the method's name."""
        if after is None and not setter:
            return self.hierarchy.member(live, method)
        if after is not None:
            found = self.hierarchy.after(live, after, method)
        else:
            found = self.hierarchy.tables.find_method(live, method, setter)
        return None if found is None else Member(method=found)

    def _virtual_arm(
        self,
        fl: Suspension,
        decl: FunctionDecl,
        target: Member,
        cls: ClassDecl,
        values: list[Val],
        shape: str,
    ) -> Callable[[], None]:
        """The override is called; what else a subclass has in its place is read, and then called."""
        reads = decl.binding is Binding.GETTER
        method = target.method

        def arm() -> None:
            if method is not None and (method.binding is Binding.GETTER) == reads:
                fl.return_value(call_override(fl, decl, method, values, shape))
                return
            found = self._read(fl, cls, target, values[0])
            fl.return_value(found if reads else call_bound(fl, found, decl, values, shape))

        return arm

    # --- receivers of unknown class ---------------------------------------------------------------
    def call(self, name: str, method: str, count: int, keywords: tuple[str, ...], default: bool) -> Function:
        """`call m/n`: p0 is the receiver (with a default value before it, `call_method_or`)."""
        total = count + (1 if default else 0)
        fl = synthetic(self.lowerer, name, [(f"p{i}", Repr.WORD) for i in range(total)], WORD)
        values = [Val(fl.builder.get(f"p{i}"), WORD) for i in range(total)]
        receiver = values[1] if default else values[0]
        rest = values[2:] if default else values[1:]
        plain = len(rest) - len(keywords)
        fallback = values[0] if default else None

        def arguments() -> Arguments:
            return Arguments(rest[:plain], dict(zip(keywords, rest[plain:], strict=True)))

        def arm(cls: ClassDecl, member: Member) -> Callable[[], None]:
            return lambda: self._call_arm(fl, cls, member, receiver, arguments(), fallback)

        def missing(undeclared: bool) -> None:
            if fallback is not None:
                fl.return_value(fallback)
                return
            if method == "__new__":
                self._new_of_object(fl, receiver, arguments())
            if undeclared:
                fl.return_value(call_with(fl, self._undeclared_value(fl, receiver, method), arguments()))
            else:
                self._no_attribute(fl, receiver, method)

        def class_arm(cls: ClassDecl, member: Member) -> Callable[[], None]:
            return lambda: self._class_call(fl, cls, member, arguments())

        # with a default it is an operator's look-up, which asks a class object's own class
        self._by_member(fl, receiver, method, arm, missing, None if default else class_arm)
        return fl.function

    def _call_arm(
        self,
        fl: Suspension,
        cls: ClassDecl,
        member: Member,
        receiver: Val,
        arguments: Arguments,
        fallback: Val | None,
    ) -> None:
        method = member.method
        if method is None or method.binding is Binding.GETTER:
            value = self._read(fl, cls, member, receiver)
            fl.return_value(call_with(fl, value, arguments))
            return
        known = self._typed_receiver(fl, cls, receiver)
        if method.binding is Binding.CLASS:
            arguments.positional.insert(0, class_word(fl, cls))
        elif method.binding is not Binding.STATIC:
            arguments.positional.insert(0, known)
        values = values_for(fl, method, arguments, cls)
        if values is None or (fallback is not None and not self._fit(fl, method, values, fallback)):
            return
        fl.return_value(fl.call_decl(method, values))

    def _fit(self, fl: Suspension, method: FunctionDecl, values: list[Val], fallback: Val) -> bool:
        """For method_or: an argument that a built-in method's type does not admit gives the default."""
        builder = fl.builder
        for parameter, value in zip(method.parameters[1:], values[1:], strict=True):
            if parameter.type == WORD or value.repr is not Repr.WORD or value.cls is not None:
                continue
            wanted = fl.find_class(parameter.type.cls)
            if wanted is None:
                continue
            good, bad = builder.new_block("fits"), builder.new_block("unfit")
            builder.branch(builder.emit("is_instance", value.operand, cls=wanted.name), good, bad)
            builder.place(bad)
            fl.return_value(fallback)
            builder.place(good)
        return True

    def _class_call(self, fl: Suspension, cls: ClassDecl, member: Member, arguments: Arguments) -> None:
        method = member.method
        if method is None:
            fl.return_value(call_with(fl, self._class_variable(fl, cls, member), arguments))
            return
        if method.binding is Binding.CLASS:
            arguments.positional.insert(0, class_word(fl, cls))
        values = values_for(fl, method, arguments, cls)
        if values is not None:
            fl.return_value(fl.call_decl(method, values))
