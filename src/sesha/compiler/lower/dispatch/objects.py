"""Make the parts of attribute dispatchers that say what an object is: `__doc__` and `__dict__`."""

from collections.abc import Callable

from sesha.compiler.ir.function import Value
from sesha.compiler.lower.calls.arguments import Arguments
from sesha.compiler.lower.calls.values import call_with
from sesha.compiler.lower.classes.open_attributes import EXTRA, FUNCTION, extra_owner, takes_attributes
from sesha.compiler.lower.dispatch.arms import Arms, switch
from sesha.compiler.lower.expressions.displays import make_dict
from sesha.compiler.lower.expressions.slots import slot_type
from sesha.compiler.lower.functions.docstrings import class_docstring
from sesha.compiler.lower.functions.suspension import Suspension
from sesha.compiler.lower.value import UNSET_VALUE, Val, constant
from sesha.compiler.types.classes import WORD, Attribute, ClassDecl, Type
from sesha.compiler.types.representation import Repr


class ObjectDispatchers(Arms):
    """Answers for the names that every object of the program has."""

    def _class_facts(self, fl: Suspension, receiver: Val, attribute: str) -> None:
        """`__doc__` and `__module__` of instances of the program's classes, and the docstrings of the
        classes; goes on for everything else."""
        arms: list[tuple[list[ClassDecl], Callable[[], None]]] = []
        for cls in self.live:
            if not cls.in_library():
                arms.append(([cls], self._class_fact(fl, cls, receiver, attribute)))
        following = fl.builder.new_block("next")
        switch(fl, receiver.operand, arms, lambda: fl.builder.jump(following), dynamic=True)
        fl.builder.place(following)
        for cls in self.named if attribute == "__doc__" else []:
            if not cls.in_library():
                self._class_docstring(fl, cls, receiver)

    def _class_fact(
        self, fl: Suspension, cls: ClassDecl, receiver: Val, attribute: str
    ) -> Callable[[], None]:
        text = class_docstring(self.lowerer, cls) if attribute == "__doc__" else cls.shown_module()
        extra = extra_owner(self.hierarchy.tables, cls)

        def arm() -> None:
            if extra is None:
                fl.return_value(constant(text))
            else:
                name = constant(attribute)
                fl.return_value(self._extra(fl, extra, receiver, name, lambda: constant(text)))

        return arm

    def _extra(
        self, fl: Suspension, owner: ClassDecl, known: Val, name: Val, otherwise: Callable[[], Val]
    ) -> Val:
        """An attribute that no class declares, from the instance's hidden slot."""
        if owner.name == FUNCTION:
            found = fl.runtime("function_state.attribute_or", known, name, UNSET_VALUE)
        else:
            held = Val(load_slot(fl, known, owner, EXTRA), WORD)
            found = fl.runtime("functions_attributes.extra_or", held, name, UNSET_VALUE)
        missing = fl.builder.emit("same", found.operand, UNSET_VALUE.operand)
        return fl.choose(missing, otherwise, lambda: found, WORD)

    def _class_docstring(self, fl: Suspension, cls: ClassDecl, receiver: Val) -> None:
        builder = fl.builder
        matched, following = builder.new_block("class"), builder.new_block("next")
        test = builder.emit("same", receiver.operand, builder.emit("class_word", cls=cls.name))
        builder.branch(test, matched, following)
        builder.place(matched)
        fl.return_value(constant(class_docstring(self.lowerer, cls)))
        builder.place(following)

    def _new_of_object(self, fl: Suspension, receiver: Val, arguments: Arguments | None = None) -> None:
        """`cls.__new__` of a class that has none of its own, called if there are arguments; goes on for
        what is no class."""
        builder = fl.builder
        matched, following = builder.new_block("class"), builder.new_block("next")
        builder.branch(builder.emit("is_instance", receiver.operand, cls="builtins.type"), matched, following)
        builder.place(matched)
        new = fl.runtime_decl("object_new.new_of_object")
        function = Val(builder.emit("function_word", name=new.name), WORD)
        fl.return_value(function if arguments is None else call_with(fl, function, arguments))
        builder.place(following)

    def _dictionaries(self, fl: Suspension, receiver: Val) -> None:
        """`__dict__` of instances and functions: a copy; goes on for what has none."""
        arms: list[tuple[list[ClassDecl], Callable[[], None]]] = []
        for cls in self.live:
            if cls.name == FUNCTION:
                arms.append(([cls], self._dictionary_of_function(fl, receiver)))
            elif takes_attributes(self.hierarchy.tables, cls):
                arms.append(([cls], self._dictionary(fl, cls, receiver)))
        following = fl.builder.new_block("next")
        switch(fl, receiver.operand, arms, lambda: fl.builder.jump(following), dynamic=True)
        fl.builder.place(following)

    def _dictionary_of_function(self, fl: Suspension, receiver: Val) -> Callable[[], None]:
        return lambda: fl.return_value(fl.runtime("function_state.attributes_of", receiver))

    def _dictionary(self, fl: Suspension, cls: ClassDecl, receiver: Val) -> Callable[[], None]:
        """The slots that hold something, those of the bases first, then the undeclared attributes."""

        def arm() -> None:
            known = Val(receiver.operand, Type(Repr.WORD, cls.name))
            result = make_dict(fl, [])
            for base in reversed(cls.mro):
                owner = self.hierarchy.tables.classes.get(base)
                if owner is None or owner.in_library() or owner.slots:
                    continue
                for attribute in owner.attributes.values():
                    if attribute.name != EXTRA:
                        self._note_slot(fl, known, owner, attribute, result)
            extra = extra_owner(self.hierarchy.tables, cls)
            if extra is not None:
                held = load_slot(fl, known, extra, EXTRA)
                fl.runtime("functions_attributes.note_all", result, Val(held, WORD))
            fl.return_value(result)

        return arm

    def _note_slot(
        self, fl: Suspension, known: Val, owner: ClassDecl, attribute: Attribute, result: Val
    ) -> None:
        stored, name = slot_type(fl.lowerer, owner, attribute), attribute.name
        held = fl.builder.emit("get_attribute", known.operand, result=stored.repr, cls=owner.name, name=name)
        fl.runtime("functions_attributes.note", result, constant(name), Val(held, stored))


def load_slot(fl: Suspension, receiver: Val, owner: ClassDecl, name: str) -> Value:
    return fl.builder.emit("get_attribute", receiver.operand, result=Repr.WORD, cls=owner.name, name=name)
