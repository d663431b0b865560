"""Make dispatchers: functions that choose by the receiver's class among all live ones.

Built when the world is closed, one for each way in which the program uses a name:
`virtual C.m` for calls whose static class has several live targets, `call m/2` for receivers of
unknown class, `get x`, `set x` for attributes. Inside, every arm is an ordinary direct call.
"""

from collections.abc import Callable

from sesha.compiler.ir.builder import integer
from sesha.compiler.ir.function import Function
from sesha.compiler.lower.arguments import Arguments, Mismatch, match
from sesha.compiler.lower.calls import call_with, class_word
from sesha.compiler.lower.dispatch_arms import switch
from sesha.compiler.lower.dispatch_attributes import AttributeDispatchers
from sesha.compiler.lower.hierarchy import Member
from sesha.compiler.lower.suspension import Suspension
from sesha.compiler.lower.synthetic import synthetic
from sesha.compiler.lower.value import NONE_VALUE, Val, constant
from sesha.compiler.types.classes import (
    I64,
    WORD,
    Binding,
    ClassDecl,
    FunctionDecl,
    ParameterKind,
)
from sesha.compiler.types.representation import Repr


class Dispatchers(AttributeDispatchers):
    """Builds dispatchers over the classes that are live."""

    # --- virtual calls --------------------------------------------------------------------------
    def virtual(
        self, name: str, cls: str, method: str, decl: FunctionDecl, setter: bool, after: str | None
    ) -> Function:
        parameters = [(f"p{i}", p.type.repr) for i, p in enumerate(decl.parameters)]
        fl = synthetic(self.lowerer, name, parameters, decl.result)
        values = [Val(fl.builder.get(f"p{i}"), p.type) for i, p in enumerate(decl.parameters)]
        receiver = values[0].operand
        targets: dict[str, tuple[FunctionDecl, list[ClassDecl]]] = {}
        for live in self.live:
            if (after or cls) not in live.mro:
                continue
            target = self._target(live, method, setter, after)
            if target is not None:
                targets.setdefault(target.name, (target, []))[1].append(live)
        arms = [
            (classes, self._virtual_arm(fl, decl, target, values)) for target, classes in targets.values()
        ]
        switch(fl, receiver, arms, lambda: fl.builder.emit("trap"))
        return fl.function

    def _target(self, live: ClassDecl, method: str, setter: bool, after: str | None) -> FunctionDecl | None:
        if after is not None:
            return self.hierarchy.after(live, after, method)
        return self.hierarchy.tables.find_method(live, method, setter)

    def _virtual_arm(
        self, fl: Suspension, decl: FunctionDecl, target: FunctionDecl, values: list[Val]
    ) -> Callable[[], None]:
        def arm() -> None:
            arguments = adapt(fl, decl, target, values)
            fl.return_value(fl.call_decl(target, arguments))

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

        def missing() -> None:
            if fallback is not None:
                fl.return_value(fallback)
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
        try:
            values = match(fl, method, arguments)
        except Mismatch as mismatch:
            fl.runtime("operators_errors.wrong_arguments", constant(str(mismatch)))
            fl.builder.emit("unreachable")
            return
        if fallback is not None and not self._fit(fl, method, values, fallback):
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
            assert member.variable is not None
            value = fl.load_global(self.hierarchy.tables.globals[member.variable], member.variable)
            fl.return_value(call_with(fl, value, arguments))
            return
        if method.binding is Binding.CLASS:
            arguments.positional.insert(0, class_word(fl, cls))
        try:
            values = match(fl, method, arguments)
        except Mismatch as mismatch:
            fl.runtime("operators_errors.wrong_arguments", constant(str(mismatch)))
            fl.builder.emit("unreachable")
            return
        fl.return_value(fl.call_decl(method, values))


def adapt(fl: Suspension, decl: FunctionDecl, target: FunctionDecl, values: list[Val]) -> list[Val]:
    """Arguments laid out for `decl`, laid out for an override of it."""
    if [p.kind for p in decl.parameters] == [p.kind for p in target.parameters]:
        return values
    arguments = Arguments()
    for parameter, value in zip(decl.parameters, values, strict=True):
        if parameter.kind in (ParameterKind.VARARGS, ParameterKind.VARKW):
            continue
        if parameter.kind is ParameterKind.KEYWORD:
            arguments.keywords[parameter.name] = value
        else:
            arguments.positional.append(value)
    try:
        return match(fl, target, arguments)
    except Mismatch as mismatch:
        fl.runtime("operators_errors.wrong_arguments", constant(str(mismatch)))
        fl.builder.emit("unreachable")
        return match_blank(target)


def match_blank(target: FunctionDecl) -> list[Val]:
    """Values of the right representations for a call that is never reached."""
    blank = {
        Repr.WORD: NONE_VALUE,
        Repr.I64: Val(integer(0), I64),
        Repr.BOOL: constant(False),
        Repr.F64: constant(0.0),
    }
    return [
        Val(blank[p.type.repr].operand, p.type if p.type.repr is Repr.WORD else blank[p.type.repr].type)
        for p in target.parameters
    ]
