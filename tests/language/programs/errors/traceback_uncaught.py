"""An uncaught exception: everything printed before it, a traceback on stderr, status 1."""
# expect-exit: 1


class Machine:
    def __init__(self, parts: dict[str, int]) -> None:
        self.parts = parts

    def part(self, name: str) -> int:
        return self.parts[name]


def total(machine: Machine, names: list[str]) -> int:
    return sum(machine.part(name) for name in names)


def main() -> None:
    machine = Machine({"wheel": 4, "door": 2})
    print(total(machine, ["wheel", "door"]))
    print(total(machine, ["wheel", "wing"]))
    print("never printed")


main()
