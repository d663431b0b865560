"""Hold what all functions of a module share while it is written."""

from sesha.compiler.ir.function import Const, Function, Static
from sesha.compiler.ir.world import World
from sesha.compiler.llvm.classes import ClassTables
from sesha.compiler.llvm.sites import SiteTable
from sesha.compiler.llvm.statics import StaticPool
from sesha.compiler.llvm.target import Target
from sesha.compiler.llvm.text import double, signed, symbol
from sesha.compiler.types.representation import Repr

ALLOCATE = "sesha.guest.memory.allocate.allocate"
PENDING = "sesha.guest.builtins.exceptions.pending"
ADD_FRAME = "sesha.guest.builtins.traceback.add_frame"

COLD = "!prof !0"
"""On a branch whose first target is an error path."""


class Context:
    """The world, the pools that grow with use, and the metadata nodes."""

    def __init__(self, world: World, target: Target) -> None:
        self.world = world
        self.target = target
        self.functions = world.program.functions
        self.statics = StaticPool(world)
        self.classes = ClassTables(world, self.statics)
        self.sites = SiteTable(self.statics)
        self.traces = ADD_FRAME in self.functions
        self.externals: set[str] = set()
        self.function_objects: dict[str, str] = {}
        self._slot_tags: dict[str, int] = {}
        self.metadata = [
            '!0 = !{!"branch_weights", i32 1, i32 4000}',
            "!1 = !{}",
            '!2 = !{!"object"}',
        ]

    def operand(self, const: Const) -> str:
        """The text of a constant operand."""
        value = const.value
        if isinstance(value, Static):
            return self.statics.word(value)
        if const.repr is Repr.BOOL:
            return "true" if value else "false"
        if const.repr is Repr.F64:
            return double(float(value))
        return str(signed(int(value)))

    def slot_tag(self, key: str) -> str:
        """The alias tag of a kind of slot: slots at different offsets of objects never overlap, since
        every object has one start, and neither do slots of different representations."""
        if key not in self._slot_tags:
            node = len(self.metadata)
            self.metadata.append(f'!{node} = !{{!"{key}", !2}}')
            self.metadata.append(f"!{node + 1} = !{{!{node}, !{node}, i64 0}}")
            self._slot_tags[key] = node + 1
        return f"!tbaa !{self._slot_tags[key]}"

    def function_symbol(self, name: str) -> str:
        """The global of an IR function: its exported symbol if it has one."""
        return symbol(self.functions[name].symbol or name)

    def external(self, name: str) -> str:
        """A symbol that the linker script, entry code or another function defines."""
        if all(function.symbol != name for function in self.functions.values()):
            self.externals.add(name)
        return symbol(name)

    def raises(self, function: Function) -> bool:
        return function.raises is not False
