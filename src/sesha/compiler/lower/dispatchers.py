"""Make dispatchers: functions that choose by the receiver's class among all live ones.

Built when the world is closed, one for each way in which the program uses a name:
`virtual C.m` for calls whose static class has several live targets, `call m/2` for receivers of
unknown class, `get x`, `set x` for attributes. Inside, every arm is an ordinary direct call.
"""

from collections.abc import Callable

from sesha.compiler.ir.builder import integer
from sesha.compiler.ir.function import Const, Function, Operand
from sesha.compiler.lower.arguments import Arguments, Mismatch, match
from sesha.compiler.lower.attributes import read_slot, slot_type
from sesha.compiler.lower.calls import call_with, class_word
from sesha.compiler.lower.hierarchy import Hierarchy, Member
from sesha.compiler.lower.lowerer import Lowerer
from sesha.compiler.lower.suspension import Suspension
from sesha.compiler.lower.synthetic import synthetic
from sesha.compiler.lower.value import NONE_VALUE, UNSET_VALUE, Val, constant
from sesha.compiler.types.classes import (
    BOOL,
    F64,
    I64,
    INT,
    WORD,
    Binding,
    ClassDecl,
    FunctionDecl,
    ParameterKind,
    Type,
)
from sesha.compiler.types.representation import Repr
from sesha.guest.abi import layout

Arm = Callable[[Suspension, ClassDecl, Member], "Val | None"]
RAW_CLASSES = {"builtins.int": INT, "builtins.float": F64, "builtins.bool": BOOL}


class Dispatchers:
    """Builds dispatchers over the classes that are live."""

    def __init__(self, lowerer: Lowerer, live: list[str], named: list[str]) -> None:
        self.lowerer = lowerer
        self.hierarchy = Hierarchy(lowerer)
        self.live = [lowerer.tables.classes[name] for name in live]
        self.named = [lowerer.tables.classes[name] for name in named]

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
        _switch(fl, receiver, arms, lambda: fl.builder.emit("trap"))
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

    def single_target(
        self, cls: str, method: str, setter: bool, after: str | None
    ) -> tuple[list[FunctionDecl], bool]:
        """The distinct live targets of a virtual call, and whether each live class has one."""
        found: dict[str, FunctionDecl] = {}
        for live in self.live:
            if (after or cls) in live.mro:
                target = self._target(live, method, setter, after)
                if target is not None:
                    found[target.name] = target
        return list(found.values()), True

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

    def _typed_receiver(self, fl: Suspension, cls: ClassDecl, receiver: Val) -> Val:
        if cls.name == "builtins.float":
            return fl.runtime("float.unbox", receiver)
        if cls.name == "builtins.bool":
            true = Const(Repr.WORD, layout.TRUE)
            return Val(fl.builder.emit("same", receiver.operand, true), BOOL)
        return Val(receiver.operand, Type(Repr.WORD, cls.name))

    # --- attributes ---------------------------------------------------------------------------------
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
        _switch(fl, receiver.operand, arms, lambda: self._no_attribute(fl, receiver, attribute), dynamic=True)
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
        _switch(fl, receiver.operand, arms, lambda: self._no_attribute(fl, receiver, attribute), dynamic=True)
        return fl.function

    # --- arms -----------------------------------------------------------------------------------
    def _by_member(
        self,
        fl: Suspension,
        receiver: Val,
        name: str,
        arm: Callable[[ClassDecl, Member], Callable[[], None]],
        missing: Callable[[], None],
        class_arm: Callable[[ClassDecl, Member], Callable[[], None]] | None,
    ) -> None:
        """One arm for each group of live classes that share the member; then class objects."""
        groups: dict[object, tuple[list[ClassDecl], ClassDecl, Member]] = {}
        for cls in self.live:
            member = self.hierarchy.member(cls, name)
            if member is None or cls.name == "builtins.type":
                continue
            shared = member.method is not None and not (cls.native or member.method.binding is Binding.CLASS)
            key: object = ("m", member.method.name) if shared and member.method else cls.name
            groups.setdefault(key, ([], cls, member))[0].append(cls)
        arms = []
        for classes, first, member in groups.values():
            shared_class = first
            if member.method is not None and len(classes) > 1:
                owner = self.hierarchy.tables.classes.get(member.method.name.rpartition(".")[0])
                shared_class = owner or first
            arms.append((classes, arm(shared_class, member)))
        _switch(
            fl,
            receiver.operand,
            arms,
            lambda: self._on_classes(fl, receiver, name, class_arm, arm, missing),
            dynamic=True,
        )

    def _on_classes(
        self,
        fl: Suspension,
        receiver: Val,
        name: str,
        class_arm: Callable[[ClassDecl, Member], Callable[[], None]] | None,
        arm: Callable[[ClassDecl, Member], Callable[[], None]],
        missing: Callable[[], None],
    ) -> None:
        """The receiver may be a class object: its own members first, then those of `type`."""
        builder = fl.builder
        for cls in self.named if class_arm is not None else []:
            member = self.hierarchy.member(cls, name)
            if member is None or cls.name in ("builtins.type",):
                continue
            if member.method is not None and member.method.binding is Binding.GETTER:
                continue
            if member.method is None and member.variable is None:
                continue
            if cls.native and not (member.method and member.method.binding is Binding.CLASS):
                continue
            matched, following = builder.new_block("class"), builder.new_block("next")
            test = builder.emit("same", receiver.operand, builder.emit("class_word", cls=cls.name))
            builder.branch(test, matched, following)
            builder.place(matched)
            assert class_arm is not None
            class_arm(cls, member)()
            builder.place(following)
        meta = self.hierarchy.tables.classes["builtins.type"]
        member = self.hierarchy.member(meta, name)
        if member is not None:
            matched, following = builder.new_block("type"), builder.new_block("next")
            builder.branch(builder.emit("is_instance", receiver.operand, cls=meta.name), matched, following)
            builder.place(matched)
            arm(meta, member)()
            builder.place(following)
        missing()

    def _class_read(self, fl: Suspension, cls: ClassDecl, member: Member) -> None:
        if member.method is not None:
            function = Val(fl.builder.emit("function_word", name=member.method.name), WORD)
            if member.method.binding is Binding.CLASS:
                function = fl.runtime("function.bind_method", function, class_word(fl, cls))
            fl.return_value(function)
            return
        assert member.variable is not None
        fl.return_value(fl.load_global(self.hierarchy.tables.globals[member.variable], member.variable))

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

    def _no_attribute(self, fl: Suspension, receiver: Val, name: str) -> None:
        fl.runtime("operators_errors.unset_attribute", receiver, constant(name))
        fl.builder.emit("unreachable")


def _switch(
    fl: Suspension,
    receiver: Operand,
    arms: list[tuple[list[ClassDecl], Callable[[], None]]],
    otherwise: Callable[[], object],
    dynamic: bool = False,
) -> None:
    """Choose an arm by the receiver's class id."""
    builder = fl.builder
    if not arms:
        otherwise()
        return
    if dynamic:
        identity: Operand = fl.runtime("type.id_of_class", Val(receiver, WORD)).operand
    else:
        address = builder.emit("sub", builder.emit("bits", receiver), integer(layout.TAG_POINTER))
        identity = builder.emit("load", address, result=Repr.I64, width="u32", invariant=True)
    blocks = [builder.new_block("arm") for _ in arms]
    default = builder.new_block("otherwise")
    cases = [cls.name for classes, _ in arms for cls in classes]
    targets = [block for (classes, _), block in zip(arms, blocks, strict=True) for _ in classes]
    builder.emit("switch_class", identity, targets=[*targets, default], classes=cases)
    for (_, arm), block in zip(arms, blocks, strict=True):
        builder.place(block)
        arm()
    builder.place(default)
    otherwise()
    if not builder.terminated:
        builder.emit("unreachable")


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
