"""Who may import whom: the layers of ARCHITECTURE.md as a table."""

import pytest

from tests.style.sources import Import, Source, package_sources

PREFIX = "sesha."

# A layer is the longest key that a module's name starts with. It may import itself and what stands here.
LAYERS: dict[str, set[str]] = {
    "cli": {
        "compiler.pipeline",
        "compiler.options",
        "compiler.diagnostics",
        "compiler.llvm",
        "image",
        "machine",
        "report",
        "__version__",
    },
    "__main__": {"cli"},
    "__version__": set(),
    "compiler.options": set(),
    "compiler.kept": set(),
    "compiler.types": set(),
    "compiler.diagnostics": set(),
    "compiler.ir": {"compiler.types", "compiler.diagnostics", "guest.abi"},
    "compiler.frontend": {"compiler.types", "compiler.diagnostics", "compiler.options", "compiler.kept"},
    "compiler.lower": {
        "compiler.frontend",
        "compiler.ir",
        "compiler.types",
        "compiler.diagnostics",
        "compiler.options",
        "guest.abi",
        "compiler.lower.declare",
        "compiler.lower.settle",
    },
    "compiler.lower.declare": {
        "compiler.frontend",
        "compiler.types",
        "compiler.diagnostics",
        "compiler.lower.tables",
        "guest.abi",
    },
    "compiler.lower.settle": {
        "compiler.frontend",
        "compiler.types",
        "compiler.lower.declare",
        "compiler.lower.tables",
        "compiler.lower.lowerer",
    },
    "compiler.lower.dispatch": {
        "compiler.lower",
        "compiler.ir",
        "compiler.types",
        "guest.abi",
    },
    "compiler.analysis": {"compiler.ir", "compiler.types", "compiler.diagnostics"},
    "compiler.transform": {
        "compiler.ir",
        "compiler.analysis",
        "compiler.types",
        "compiler.diagnostics",
        "guest.abi",
    },
    "compiler.library": {
        "compiler.kept",
        "compiler.frontend",
        "compiler.ir",
        "compiler.lower",
        "compiler.transform",
        "compiler.diagnostics",
        "compiler.options",
    },
    "compiler.llvm": {"compiler.ir", "compiler.types", "compiler.diagnostics", "guest.abi"},
    "compiler.reach": {
        "compiler.analysis",
        "compiler.ir",
        "compiler.llvm",
        "compiler.lower",
        "compiler.transform",
    },
    "compiler.pipeline": {"compiler", "image", "guest.abi"},
    "image": {"compiler.ir", "compiler.llvm", "compiler.diagnostics", "guest.abi"},
    "machine": {"image", "guest.abi"},
    "report": {"compiler.ir", "compiler.types", "image", "guest.abi"},
    "program": set(),
    "guest.abi": set(),
    "guest.cpu": {"guest.abi"},
    "guest.memory": {"guest.cpu", "guest.abi"},
    "guest.builtins": {"guest.memory", "guest.cpu", "guest.abi", "guest.machine.this"},
    "guest.net.wire": {"guest.abi"},
    "guest.net": {"guest.net.wire", "guest.abi"},
    "guest.virtio": {"guest.builtins", "guest.net", "guest.cpu", "guest.memory", "guest.abi"},
    "guest.loop": {"guest.net", "guest.net.wire", "guest.machine.this", "guest.abi"},
    "guest.stdlib": {
        "guest.builtins",
        "guest.loop",
        "guest.net",
        "guest.net.wire",
        "guest.machine.this",
        "guest.abi",
    },
    "guest.http": {"guest.stdlib", "guest.net", "guest.machine.this", "guest.abi"},
    "guest.machine.this": {"guest.net", "guest.net.wire", "guest.loop", "guest.abi"},
    "guest.machine.text": {"guest.builtins", "guest.cpu"},
    "guest.machine.process": {
        "guest.builtins",
        "guest.memory",
        "guest.cpu",
        "guest.net",
        "guest.net.wire",
        "guest.loop",
        "guest.abi",
        "guest.machine.text",
        "program",
    },
    "guest.machine.pvh": {
        "guest.builtins",
        "guest.memory",
        "guest.cpu",
        "guest.net",
        "guest.net.wire",
        "guest.loop",
        "guest.abi",
        "guest.virtio",
        "guest.machine.text",
        "program",
    },
}

# Two parts of the library need the dialect: the bits of doubles, and objects made without a constructor.
EXCEPTIONS: dict[str, set[str]] = {
    "sesha.guest.stdlib.math.representation": {"guest.cpu"},
    "sesha.guest.stdlib.enum.registry": {"guest.cpu", "guest.memory"},
}

# Libraries that only some layers may use.
LIBRARIES: dict[str, set[str]] = {
    "mypy": {"compiler.frontend", "compiler.lower", "compiler.lower.declare", "compiler.lower.settle"},
    "llvmlite": {"compiler.llvm"},
    "ziglang": {"compiler.llvm", "image"},
    "lz4": {"image"},
    "elftools": {"image", "report", "machine"},
    "click": {"cli"},
    "rich": {"cli", "report"},
}

RAW = "sesha.guest.cpu.intrinsics"
RAW_PLACES = {
    "guest.cpu",
    "guest.memory",
    "guest.builtins",
    "guest.machine.process",
    "guest.machine.pvh",
    "guest.machine.text",
    "guest.virtio",
}


def layer_of(module: str) -> str:
    """The layer that a name below `sesha.` belongs to; the name itself when there is none."""
    candidates = [layer for layer in LAYERS if module == layer or module.startswith(layer + ".")]
    return max(candidates, key=len, default=module)


def inside(imported: str, allowed: str) -> bool:
    return imported == allowed or imported.startswith(allowed + ".")


def own_imports(source: Source) -> list[tuple[str, Import]]:
    return [(i.module.removeprefix(PREFIX), i) for i in source.imports if i.module.startswith(PREFIX)]


def layer_of_source(source: Source) -> str:
    return layer_of(source.module.removeprefix(PREFIX))


def test_every_module_has_a_layer() -> None:
    homeless = [
        source.place
        for source in package_sources()
        if source.module != "sesha" and layer_of_source(source) not in LAYERS and source.lines > 5
    ]
    assert not homeless


@pytest.mark.parametrize("layer", LAYERS)
def test_layers(layer: str) -> None:
    wrong = [
        f"{source.place}:{found.line} imports {found.module}"
        for source in package_sources()
        if source.module != "sesha" and layer_of_source(source) == layer
        for target, found in own_imports(source)
        if layer_of(target) != layer
        and not any(inside(target, name) for name in LAYERS[layer] | EXCEPTIONS.get(source.module, set()))
    ]
    assert not wrong, f"{layer} may import {sorted(LAYERS[layer]) or 'nothing of ours'}"


def test_libraries() -> None:
    wrong = [
        f"{source.place}:{found.line} imports {found.module}"
        for source in package_sources()
        for found in source.imports
        if (library := found.module.split(".")[0]) in LIBRARIES
        and layer_of_source(source) not in LIBRARIES[library]
    ]
    assert not wrong


def test_raw_operations_are_a_place() -> None:
    wrong = [
        f"{source.place}:{found.line}"
        for source in package_sources()
        for found in source.imports
        if inside(found.module, RAW)
        and layer_of_source(source) not in RAW_PLACES
        and "guest.cpu" not in EXCEPTIONS.get(source.module, set())
    ]
    assert not wrong, "the dialect's raw operations stand elsewhere"


def test_no_imports_inside_functions() -> None:
    wrong = [
        f"{source.place}:{found.line}"
        for source in package_sources()
        for found in source.imports
        if found.inside_function
    ]
    assert not wrong, "imports stand at the top of a module"


def test_machines_have_the_same_files() -> None:
    """A machine is a folder; the portable part of the guest sees the same names in each."""
    folders = ("this", "process", "pvh")
    names = {
        folder: {source.path.name for source in package_sources() if source.path.parent.name == folder}
        for folder in folders
    }
    for folder in ("process", "pvh"):
        assert names["this"] <= names[folder], f"guest/machine/{folder} lacks {names['this'] - names[folder]}"
