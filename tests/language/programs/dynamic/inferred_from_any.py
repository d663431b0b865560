"""Typed code that computes with what json.loads gives: types that were inferred are no claims."""

import json
from typing import Any


def typed(text: str) -> float:
    rows = json.loads(text)
    count, amount, table = 0, 0, [0, 0]
    for row in rows:
        count += 1
        amount += row["price"]
        table[count % 2] += row["price"]
    print(count, amount, table, table[0] + table[1])
    return amount / count


def mean(values: list[float]) -> float:
    return sum(values) / len(values)


def largest(values: list[float]) -> float:
    found = values[0]
    for value in values:
        if value > found:
            found = value
    return found


print(typed('[{"price": 2.5}, {"price": 1}, {"price": 0.25}]'), typed('[{"price": 4}]'))
anything: Any = json.loads("[1, 2.5, 3]")
print(mean(anything), largest(anything), largest(json.loads("[7, 2]")))


class Hub:
    """Containers of which nobody says what they hold."""

    def __init__(self) -> None:
        self.listeners = []
        self.seen = {}

    def send(self, value: int) -> None:
        for listener in self.listeners:
            self.seen[value] = listener(value)


hub = Hub()
hub.listeners.append(lambda value: value / 2)
hub.send(3)
print(hub.seen)
