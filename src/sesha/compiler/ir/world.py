"""The closed world: a program whose live classes, layouts and call targets are all settled.

Made by `compiler/pipeline.py`; read by the LLVM back end. In it no operation is symbolic any
more but: class_id, class_word, class_record, is_instance, method_entry, new_object, get_attribute,
set_attribute, call, function_word, entry_address, site, which the back end answers from here.
"""

from dataclasses import dataclass, field

from sesha.compiler.ir.function import Program
from sesha.compiler.types.representation import Repr


@dataclass
class ClassRecord:
    """A live class. `slots`: attribute -> (byte offset, representation, always assigned).
    `ranges`: inclusive id ranges of the class and its live subclasses."""

    name: str
    id: int
    display: str
    qualname: str
    module: str
    size: int
    trace: int
    pointers: int
    mro: list[str]
    slots: dict[str, tuple[int, Repr, bool]] = field(default_factory=dict)
    ranges: list[tuple[int, int]] = field(default_factory=list)
    construct: str | None = None
    """Function with the generic-entry ABI (word, i64, i64, word) -> word that makes an instance."""
    flags: int = 0


@dataclass
class World:
    """`methods`: method name -> class id -> name of the function with the generic-entry ABI.
    `entries`: function name -> name of its generic-entry wrapper. `function_objects`: function
    name -> (wrapper name, notes or None, defaults static or None, display name)."""

    program: Program
    classes: dict[str, ClassRecord] = field(default_factory=dict)
    methods: dict[str, dict[int, str]] = field(default_factory=dict)
    entries: dict[str, str] = field(default_factory=dict)
    function_objects: dict[str, tuple[str, object, object, str]] = field(default_factory=dict)
    tests: dict[str, list[tuple[int, int]]] = field(default_factory=dict)
    """Abstract class -> id ranges of what counts as its instance, whatever it derives from."""
    assets: dict[str, bytes] = field(default_factory=dict)

    def instance_ranges(self, name: str) -> list[tuple[int, int]]:
        """The class ids that pass a test for the class."""
        if name in self.tests:
            return self.tests[name]
        record = self.classes.get(name)
        return record.ranges or [(record.id, record.id)] if record else []
