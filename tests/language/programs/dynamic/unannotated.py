"""No annotations at all: dynamic values, duck typing, the same function on many types."""

import sys


def add(a, b):
    return a + b


def double(x):
    return x * 2


def largest(items, key=None):
    best = None
    for item in items:
        value = item if key is None else key(item)
        if best is None or value > best[0]:
            best = (value, item)
    return best[1]


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __add__(self, other):
        return Point(self.x + other.x, self.y + other.y)

    def __repr__(self):
        return "Point(%r, %r)" % (self.x, self.y)


class Duck:
    def speak(self):
        return "quack"


class Person:
    name = "nobody"

    def speak(self):
        return "hello, " + self.name


def speak_twice(thing):
    return [thing.speak(), thing.speak()]


def fib(n):
    if n < 2:
        return n
    return fib(n - 1) + fib(n - 2)


def mean(values):
    total = 0
    count = 0
    for value in values:
        total += value
        count += 1
    return total / count


def make(kind):
    if kind == "list":
        return []
    if kind == "dict":
        return {}
    return None


def varied(*args, **kwargs):
    return args, sorted(kwargs.items())


def change(x):
    x = str(x)
    x = [x, len(x)]
    x = {"v": x}
    return x


def attempt(function, *args):
    try:
        print(function(*args))
    except Exception as error:
        print(type(error).__name__, error)


print(add(1, 2), add("a", "b"), add([1], [2]), add(1.5, 2), add((1,), (2,)), add(Point(1, 2), Point(3, 4)), add(10 ** 20, 1), add(True, True))
print(double(4), double("ab"), double([0]), double(2.5), double((1,)), double(b"x"))
print(largest([3, 9, 2]), largest(["pear", "fig"], len), largest({"a": 1, "b": 2}), largest((1.5, 1)))
print(speak_twice(Duck()), speak_twice(Person()), fib(15), mean([1, 2, 3, 4]), mean((0.5, 1)), mean({2: 0}))
attempt(add, 1, "a")
attempt(add, "a", 1)
attempt(add, [], ())
attempt(add, None, 1)
attempt(double, None)
attempt(speak_twice, 5)
attempt(mean, [])
attempt(mean, ["a"])
attempt(largest, [1, "a"])
attempt(fib, "x")
attempt(make("list").append)
attempt(lambda: make("none").append(1))
attempt(lambda: Point(1))
attempt(lambda: Point(1, 2).z)
attempt(lambda: {}["k"])
attempt(lambda: [1, 2][5])
attempt(lambda: (1, 2)["a"])
attempt(lambda: "abc"[None])
attempt(lambda: undefined_name)
attempt(lambda: 5())
attempt(lambda: int("zz"))
print(varied(1, *[2], a=3, **{"b": 4}), change(12), make("dict"))
p = Point(1, [2])
p.y.append(3)
p.x = "text"
p.y, p.x = p.x, p.y
print(p, isinstance(p, Point), len(sys.argv))
