"""Choose by the receiver's class: the switch inside every dispatcher, and its arms.

`Arms` knows the live classes; `lower/dispatch/attributes.py` and `lower/dispatch/dispatchers.py` build on it.
"""

from collections.abc import Callable

from sesha.compiler.ir.builder import integer
from sesha.compiler.ir.function import Const, Operand
from sesha.compiler.lower.classes.hierarchy import Hierarchy, Member
from sesha.compiler.lower.functions.suspension import Suspension
from sesha.compiler.lower.lowerer import Lowerer
from sesha.compiler.lower.value import Val, constant
from sesha.compiler.types.classes import (
    BOOL,
    F64,
    INT,
    WORD,
    Binding,
    ClassDecl,
    Type,
)
from sesha.compiler.types.representation import Repr
from sesha.guest.abi import layout

Arm = Callable[[Suspension, ClassDecl, Member], "Val | None"]
RAW_CLASSES = {"builtins.int": INT, "builtins.float": F64, "builtins.bool": BOOL}


class Arms:
    """The classes that are live, and one arm for each group of them that shares a member."""

    def __init__(self, lowerer: Lowerer, live: list[str], named: list[str]) -> None:
        self.lowerer = lowerer
        self.hierarchy = Hierarchy(lowerer)
        self.live = [lowerer.tables.classes[name] for name in live]
        self.named = [lowerer.tables.classes[name] for name in named]

    def _by_member(
        self,
        fl: Suspension,
        receiver: Val,
        name: str,
        arm: Callable[[ClassDecl, Member], Callable[[], None]],
        missing: Callable[[bool], None],
        class_arm: Callable[[ClassDecl, Member], Callable[[], None]] | None,
        within: str | None = None,
    ) -> None:
        """One arm for each group of live classes that share the member (of those that derive from `within`,
        where that is known); then class objects. `missing` is told whether there are classes that
        declare nothing of the name, but may hold it."""
        groups: dict[object, tuple[list[ClassDecl], ClassDecl, Member]] = {}
        undeclared = False
        for cls in self.live:
            if within is not None and within not in cls.mro:
                continue
            member = self.hierarchy.member(cls, name)
            if member is None or cls.name == "builtins.type":
                continue
            if member.undeclared():
                undeclared = True
                continue
            shared = member.method is not None and not (cls.native or member.method.binding is Binding.CLASS)
            key: object = ("m", member.method.name) if shared and member.method else cls.name
            groups.setdefault(key, ([], cls, member))[0].append(cls)

        def otherwise() -> None:
            if within is None:
                self._on_classes(fl, receiver, name, class_arm, arm, lambda: missing(undeclared))
            else:
                missing(undeclared)

        arms = []
        for classes, first, member in groups.values():
            shared_class = first
            if member.method is not None and len(classes) > 1:
                owner = self.hierarchy.tables.classes.get(member.method.name.rpartition(".")[0])
                shared_class = owner or first
            arms.append((classes, arm(shared_class, member)))
        switch(
            fl,
            receiver.operand,
            arms,
            otherwise,
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

    def _typed_receiver(self, fl: Suspension, cls: ClassDecl, receiver: Val) -> Val:
        if cls.name == "builtins.float":
            return fl.runtime("float.unbox", receiver)
        if cls.name == "builtins.bool":
            true = Const(Repr.WORD, layout.TRUE)
            return Val(fl.builder.emit("same", receiver.operand, true), BOOL)
        return Val(receiver.operand, Type(Repr.WORD, cls.name))

    def _undeclared_value(
        self, fl: Suspension, receiver: Val, name: str, default: Operand | None = None
    ) -> Val:
        """What an instance holds under a name that its class does not declare: one function for all names,
        which is not where attributes are usually found."""
        operands = [receiver.operand, constant(name).operand, *([] if default is None else [default])]
        opcode = "get_computed" if default is None else "get_computed_or"
        return Val(fl.builder.emit(opcode, *operands, owner="", known=(), prefix=""), WORD)

    def _no_attribute(self, fl: Suspension, receiver: Val, name: str) -> None:
        fl.runtime("operators_errors.unset_attribute", receiver, constant(name))
        fl.builder.emit("unreachable")

    def _no_room(self, fl: Suspension, receiver: Val, name: str) -> None:
        fl.runtime("operators_errors.no_room", receiver, constant(name))
        fl.builder.emit("unreachable")

    def _no_field(self, fl: Suspension) -> None:
        fl.runtime("named_tuple.refuse_field")
        fl.builder.emit("unreachable")


def switch(
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
