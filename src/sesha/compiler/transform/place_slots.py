"""Give every attribute one offset that holds in all instances that have it.

Code reads a slot at the offset of the class that declares it, whatever the instance's own class is. With
single inheritance counting on from the base does. A class with several bases brings attributes together
that were counted apart: those get different offsets everywhere, and where only one of them is there the
other's place stays empty. Attributes of the same name in bases of one class are the same slot.
"""

from collections.abc import Callable, Iterator

from sesha.compiler.types.classes import Attribute, ClassDecl

Slot = tuple[str, str]
"""Declaring class and name."""
SLOT_SIZE = 8


def place_slots(
    classes: list[ClassDecl], known: dict[str, ClassDecl], first: Callable[[ClassDecl], int]
) -> dict[Slot, int]:
    """The offset of every attribute; `first` is where the slots of a class can begin."""
    joined = joined_slots(classes, known)
    held = {c.name: list(dict.fromkeys(joined[slot] for slot, _ in slots_held(c, known))) for c in classes}
    floors: dict[Slot, int] = {}
    beside: dict[Slot, set[Slot]] = {}
    for cls in classes:
        for slot in held[cls.name]:
            floors[slot] = max(first(cls), floors.get(slot, 0))
            beside.setdefault(slot, set()).update(held[cls.name])
    offsets: dict[Slot, int] = {}
    for cls in sorted(classes, key=lambda c: (not c.in_library(), len(c.mro))):  # bases before subclasses
        for slot in held[cls.name]:
            if slot not in offsets:
                taken = {offsets[other] for other in beside[slot] if other in offsets}
                offsets[slot] = next(o for o in _from(floors[slot]) if o not in taken)
    return {slot: offsets[root] for slot, root in joined.items()}


def joined_slots(classes: list[ClassDecl], known: dict[str, ClassDecl]) -> dict[Slot, Slot]:
    """Each slot with the one that stands for all that have its name in some class."""
    joined: dict[Slot, Slot] = {}

    def root(slot: Slot) -> Slot:
        while joined.setdefault(slot, slot) != slot:
            slot = joined[slot]
        return slot

    for cls in classes:
        named: dict[str, Slot] = {}
        for slot, _ in slots_held(cls, known):
            joined[root(slot)] = root(named.setdefault(slot[1], slot))
    return {slot: root(slot) for slot in joined}


def slots_held(cls: ClassDecl, known: dict[str, ClassDecl]) -> Iterator[tuple[Slot, Attribute]]:
    """The attributes of an instance, those of the first base first."""
    primary = next((known[m] for m in cls.mro[1:] if m in known and known[m].name == m), None)
    if primary is not None:
        yield from slots_held(primary, known)
    for name in reversed(cls.mro):
        owner = known.get(name)
        if owner is not None and owner.name == name:
            for attribute in owner.attributes.values():
                yield (name, attribute.name), attribute


def _from(offset: int) -> Iterator[int]:
    while True:
        yield offset
        offset += SLOT_SIZE
