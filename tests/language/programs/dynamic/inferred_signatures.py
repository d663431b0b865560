"""Functions without annotations whose every use can be seen, and those where one cannot."""
# machine: qemu
import enum
import functools
from collections import UserDict


def twice(x):
    return x + x


print(twice(2), twice(40), twice(2**70))


def mixed(x):
    return x + x


print(mixed(1), mixed(1.5), mixed("a"), mixed([1]), mixed(True))


def flag(x):
    return x


print(flag(True), flag(1))


def default(x=None, y=0):
    return x, y


print(default(), default(3), default(y=2.5))


def ratio(x, y):
    return x / y


print(ratio(1, 2), ratio(6, 3))


def fib(n):
    if n < 2:
        return n
    return fib(n - 1) + fib(n - 2)


print(fib(15))


def power(base, n):
    result = 1
    for _ in range(n):
        result = result * base
    return result


print(power(3, 5), power(2, 200))


def halve(n):
    n = n / 2
    return n


print(halve(8), halve(9))


def grow(n):
    n += 0.5
    return n


print(grow(1), grow(2))


def listed(items):
    items.append("text")
    total = 0
    for item in items:
        total += item if isinstance(item, int) else len(item)
    return total


print(listed([1, 2, 3]), listed([]))


def first(items):
    items[0] = 7
    return items[0] + items[1]


print(first([1.0, 2.0]))
numbers = [0.5, 0.25]
numbers[1] = 3
print(first(numbers), numbers)


def show(value):
    return f"{value!r}"


print(show(None), show(2))


def escaped(x):
    return [x]


print(escaped(1), list(map(escaped, ["a", None])))


def starred(a, b):
    return (a, b)


print(starred(1, 2), starred(*["x", "y"]), starred(**{"a": 1.5, "b": None}))


def named(a, b):
    return f"{a}-{b}"


print(named(b=1, a=2), named(3, b=4))


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def plus(self, other):
        return Point(self.x + other.x, self.y + other.y)

    def scaled(self, factor):
        return Point(self.x * factor, self.y * factor)

    def __repr__(self):
        return f"Point({self.x}, {self.y})"


print(Point(1, 2).plus(Point(3, 4)), Point(1, 2).scaled(2))


class Exact:
    def __init__(self, value):
        self.value = value

    def clone(self):
        return type(self)(self.value)

    def with_value(self, value):
        return self.__class__(value)


print(Exact(1).clone().value, Exact(2).with_value("changed").value)


class Node:
    def __init__(self, value):
        self.value = value
        self.next = None
        self.left = None

    def append(self, value):
        node = self
        while node.next is not None:
            node = node.next
        node.next = Node(value)
        return self

    def values(self):
        found = []
        node = self
        while node is not None:
            found.append(node.value)
            node = node.next
        return found


chain = Node(1).append(2).append(3)
print(chain.values(), chain.left)
other = Node(9)
other.left = "anything"
print(other.left)
for name, value in (("value", "by name"), ("next", None)):
    setattr(other, name, value)
print(other.value, other.values())


class Animal:
    def __init__(self, name):
        self.name = name

    def speak(self, loud):
        raise NotImplementedError

    def legs(self):
        return 4


class Dog(Animal):
    def speak(self, loud):
        return "WOOF" if loud else "woof"


class Bird(Animal):
    def speak(self, loud):
        return ["tweet"] * loud

    def legs(self):
        return None


for animal in (Dog("rex"), Bird("tweety")):
    print(animal.name, animal.speak(True), animal.legs())


def describe(animal):
    return animal.name + "!"


print(describe(Dog("a")), describe(Bird("b")))


class Counter:
    def __init__(self, start):
        self.count = start

    def add(self, amount):
        self.count += amount
        return self.count


counter = Counter(1)
print(counter.add(2), counter.add(3))
method = counter.add
print(method(0.5), counter.count)
print(getattr(counter, "add")("x".__len__()))


class Patched:
    def get(self, n):
        return n + 1


patched = Patched()
print(patched.get(1))
patched.label = "set"
print(patched.get(1))


class Failure(Exception):
    def __init__(self, code, reason):
        super().__init__(code, reason)
        self.code = code


try:
    raise Failure(3, "why")
except Failure as failure:
    print(failure.code + 1, failure.args)


def outer(n):
    def inner(k):
        return n * k

    return inner(2) + inner(n)


print(outer(5))


def numbers_up_to(limit):
    value = 0
    while value < limit:
        yield value
        value += 1


print(list(numbers_up_to(3)), sum(numbers_up_to(4)))


@functools.lru_cache
def cached(n):
    return n * 2


print(cached(2), cached("ab"))


def wrong(n):
    return n.upper()


try:
    print(wrong(3))
except AttributeError as error:
    print(error)
try:
    print(twice())
except TypeError as error:
    print(error)


def maybe(n):
    if n > 2:
        return "big"


print(maybe(1), maybe(3))


def early(n):
    while True:
        n -= 1
        if n < 0:
            return n


print(early(3))


def swap(pair):
    a, b = pair
    return b, a


print(swap((1, "x")), swap(("y", 2)))


def keyed(table, key):
    table[key] = table.get(key, 0) + 1
    return table


print(keyed({}, "a"), keyed({"a": 1}, "a"), keyed({1: 2}, 1))


def widened(x):
    x = x if x > 1 else None
    return x


print(widened(1), widened(2))


def shadowed(int):
    return int + 1


print(shadowed(1))


def limited(xs, r=None):
    if r is None:
        r = len(xs)
    return r + 1


print(limited([1, 2]), limited("abc"))


def as_text(x):
    x = str(x)
    return x + "!"


print(as_text(1), as_text(2))


def bound_otherwise(a, b, c, d, e, f):
    for a in ["x", "y"]:
        pass
    if (b := "walrus") and d > 0:
        try:
            raise ValueError(c)
        except ValueError as c:
            shown = repr(c)
    match [1, "two"]:
        case [_, d]:
            pass

    def inner():
        nonlocal e
        e = "inner"

    inner()
    f += 0.5
    return a, b, shown, d, e, f


print(bound_otherwise(1, 2, 3, 4, 5, 6))


def unpacked(a, b):
    a, (b, *c) = "first", [a, b, a]
    return a, b, c


print(unpacked(1, 2))


def countdown(n):
    found = []
    while n > 0:
        found.append(n)
        n -= 1
    return found


print(countdown(3))


def deleted(n):
    del n
    n = "again"
    return n


print(deleted(1))


def opened(path):
    with Context(path) as path:
        return path


class Context:
    def __init__(self, value):
        self.value = value

    def __enter__(self):
        return [self.value]

    def __exit__(self, *error):
        return False


print(opened("p"))


def halved(n):
    while n > 1:
        n /= 2
    return n


print(halved(8), halved(9))


class Planet(enum.Enum):
    EARTH = (5.97, 6.37)
    MARS = (0.64, 3.39)

    def __init__(self, mass, radius):
        self.mass = mass
        self.radius = radius


print(Planet((0.64, 3.39)).mass, Planet.EARTH.radius)


class Named(UserDict):
    def __init__(self, data=None):
        super().__init__(data)
        self.given = data is not None


print(Named({"a": 1}).copy(), Named({"b": 2}).given)
