"""Types that nobody wrote: values out of untyped code go wherever typed code inferred something else."""

import collections


def total(values):
    result = 0
    for value in values:
        result += value
    return result


def extended(a):
    numbers = [1, 2]
    numbers.append(a)
    alias = numbers
    fill(alias)
    return numbers[2] + 1, numbers[-1]


def fill(items):
    items.append("filled")


class Player:
    best = None
    name = None

    def __init__(self):
        self.score = 0
        self.log = [0]
        self.last = None

    def add(self, points):
        self.score += points
        self.log[0] = points
        if self.last is None or points > self.last:
            self.last = points

    def show(self):
        return f"{self.score + 1} {self.log[0] * 2} {self.last} {self.name} {self.best}"


class Named(Player):
    name = "named"


def overwrite(player, value):
    player.score = value


def rebind():
    global counter
    counter = "text"


def strongest():
    choices = {0: Player.best, 1: Player.name}
    return choices[0]


def untyped_pairs(data):
    pairs = [(k, v) for k, v in data.items()]
    pairs.sort(key=lambda pair: pair[1])
    return [(k + "!", v + 1) for k, v in pairs]


def nested(grid):
    rows = [[0, 0], [0, 0]]
    for y, row in enumerate(grid):
        for x, value in enumerate(row):
            rows[y][x] = value
    return rows[0][0] + rows[1][1]


counter = 0
print(total([1, 2]), total([1.5, 2]), total([2**70, 1]))
print(extended(5), extended(2.5))
for make in (Player, Named):
    player = make()
    player.add(2.5)
    print(player.show())
    player.add(3)
    overwrite(player, "abc")
    print(player.score + "d", player.last)
Player.best = Player()
print(strongest().score)
rebind()
print(counter + "!")
print(untyped_pairs({"a": 2.5, "b": 1}))
print(nested([[1.5, 2], [3, "x" and 4]]))


def ratio(some, others):
    return len(some) / len(others), len(some) * 2**70


class Refusing:
    """What only raises has no result."""

    @property
    def share(self):
        return 1 / 0

    def __getitem__(self, key):
        return self.share


print(ratio([1, 2, 3], "ab"))
try:
    Refusing()[0]
except ZeroDivisionError as error:
    print(type(error).__name__)


Entry = collections.namedtuple("Entry", "source size")


def sizes(entries):
    table = collections.defaultdict(list)
    for entry in entries:
        table[entry.source].append(entry.size)
    return dict(table), getattr(entries[0], "size", None), getattr(entries[0], "none", None)


print(sizes([Entry("a", 1), Entry("b", 2.5), Entry("a", 3)]))
