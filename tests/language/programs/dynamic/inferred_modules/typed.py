from typing import Any, Protocol


class Runner(Protocol):
    def run(self, x: str) -> object: ...


def drive(r: Runner, x: str) -> None:
    print(r.run(x))
