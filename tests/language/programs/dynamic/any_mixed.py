"""Typed and untyped code together: Any in and out, containers shared, checks at the border."""

from typing import Any


def typed_sum(values: list[int]) -> int:
    total = 0
    for value in values:
        total += value
    return total


def untyped_list(n):
    result = []
    for i in range(n):
        result.append(i)
    return result


def mutate(values):
    values.append("text")


class Typed:
    def __init__(self, count: int, scale: float) -> None:
        self.count = count
        self.scale = scale

    def product(self) -> float:
        return self.count * self.scale


def set_attribute(target, name, value):
    setattr(target, name, value)


def attempt(function: Any, *args: Any) -> Any:
    try:
        return function(*args)
    except (TypeError, AttributeError, ValueError, KeyError, IndexError) as error:
        return type(error).__name__


def route(table: dict[str, Any], path: str) -> Any:
    value: Any = table
    for part in path.split("."):
        value = value[int(part)] if part.isdigit() else value[part]
    return value


def main() -> None:
    numbers = untyped_list(5)
    print(typed_sum(numbers), typed_sum([1, 2]), attempt(typed_sum, [1, "a"]), attempt(typed_sum, 5), attempt(typed_sum, "ab"))
    values: list[int] = [1, 2]
    mutate(values)
    print(values, attempt(typed_sum, values), values[:2])
    typed = Typed(3, 1.5)
    print(typed.product(), attempt(Typed, 1), Typed(True, 2).product())
    set_attribute(typed, "count", 10)
    print(typed.product())
    anything: Any = typed
    print(anything.product(), attempt(lambda: anything.missing), getattr(anything, "scale"), attempt(getattr, anything, "nope"))
    config: dict[str, Any] = {"servers": [{"port": 80, "names": ["a", "b"]}, {"port": 81, "names": []}], "debug": True}
    print(route(config, "servers.0.names.1"), route(config, "servers.1.port") + 1, route(config, "debug"), attempt(route, config, "servers.7"), attempt(route, config, "nothing"))
    callback: Any = typed_sum
    print(callback([4, 5]), attempt(callback), attempt(callback, [1], [2]))
    x: Any = 1
    trail: list[Any] = []
    for step in (1, 0.5, 10 ** 18, -3):
        x = x + step
        x = x * 2
        trail.append(x)
    print(trail, type(x).__name__)
    things: list[object] = [1, "a", 2.5, None, [1], typed]
    print([type(thing).__name__ for thing in things], [t for t in things if isinstance(t, (int, float))], sum(t for t in things if isinstance(t, int)))
    text: object = "narrowed"
    if isinstance(text, str):
        print(text.upper())
    number: int | str = "5"
    number = int(number) + 1
    print(number + 1)


main()
