"""Operators, items and loops on values of unknown class: ints and floats of every size beside the rest."""

import operator

VALUES = [
    0, 1, -1, 7, 2**53 + 1, -(2**53) - 1, 2**61 - 1, -(2**61), 2**61, 2**64, True, False,
    0.0, -0.0, 1.5, -2.5, 1e300, 1e-300, float("inf"), float("nan"), 9007199254740992.0, 2.0**61,
    "a", [1], (2,), None,
]  # fmt: skip


def add(a, b):
    return a + b


def sub(a, b):
    return a - b


def mul(a, b):
    return a * b


def truediv(a, b):
    return a / b


def floordiv(a, b):
    return a // b


def mod(a, b):
    return a % b


def bits(a, b):
    return (a & b, a | b, a ^ b)


def shifts(a, b):
    return (a << (b & 63), a >> (b & 63))


def augmented(a, b):
    c = a
    c += b
    d = a
    d -= b
    e = a
    e *= b
    return (c, d, e)


def order(a, b):
    return (a < b, a <= b, a > b, a >= b)


def equal(a, b):
    return (a == b, a != b)


def branch(a, b):
    if a < b:
        return "less"
    if a == b:
        return "equal"
    return "other"


def unary(a, b):
    return (-a, +a)


def too_long(a, b):
    """A sequence of more items than memory has."""
    return isinstance(a, (str, list, tuple)) and isinstance(b, int) and b > 7


def attempt(function, a, b):
    try:
        return repr(function(a, b))
    except (TypeError, ZeroDivisionError, OverflowError, ValueError) as error:
        return f"{type(error).__name__}"


for function in (add, sub, mul, truediv, floordiv, mod, augmented, order, equal, branch, unary):
    print(function.__name__)
    for left in VALUES:
        print([attempt(function, left, right) for right in VALUES if not too_long(left, right) and not too_long(right, left)])

for function in (bits, shifts):
    print(function.__name__)
    for left in VALUES[:12]:
        print([attempt(function, left, right) for right in VALUES[:12]])


class Number:
    def __init__(self, value):
        self.value = value

    def __add__(self, other):
        return f"{self.value} + {other}"

    def __radd__(self, other):
        return f"{other} + {self.value}"

    def __iadd__(self, other):
        self.value += other
        return self

    def __lt__(self, other):
        return self.value < other

    def __index__(self):
        return self.value


print(add(Number(1), 2), add(2, Number(1)), add(2.5, Number(1)))
changed = Number(3)
print(augmented.__name__, add(1, 1), order.__name__)


def bump(a, b):
    a += b
    return a


print(bump(changed, 4) is changed, changed.value, bump(1, 2), bump(1.5, 2), bump([1], (2, 3)))


class Listed(list):
    def __getitem__(self, index):
        return ("own", index)

    def __setitem__(self, index, value):
        print("set", index, value)

    def __iter__(self):
        return iter("own")


def items(container, index, value):
    container[index] = value
    return container[index]


print(items([1, 2, 3], 1, "x"), items([1, 2, 3], -1, "x"), items(Listed([1]), 0, 2), items({}, 1.5, 2))
for wrong in (3, -4, 2**70, "a", 1.0):
    try:
        items([1, 2, 3], wrong, 0)
    except (TypeError, IndexError) as error:
        print(type(error).__name__, error)


def walk(source):
    found = []
    for item in source:
        found.append(item)
        if len(found) > 6:
            break
    else:
        found.append("end")
    return found


print(walk([1, 2]), walk((1, 2)), walk("ab"), walk({1: 2}), walk(Listed([1])), walk(range(3)), walk(x for x in [5]))
grown = [1]


def grow(source):
    for item in source:
        if len(source) < 5:
            source.append(item + 1)
        if item == 4:
            source.clear()
    return source


print(grow(grown))
try:
    walk(5)
except TypeError as error:
    print(error)


def count(start, stop):
    found = []
    for i in range(start, stop):
        found.append(i)
        if len(found) > 2:
            break
    return found


def count_down(stop):
    return [i for i in range(3, stop, -2)]


print(count(0, 5), count(Number(2), Number(4)), count(0, 2**80), count(True, 3), count(5, -(2**80)))
print(count_down(-3), count_down(Number(0)))
for wrong in (1.5, "a", None):
    try:
        count(0, wrong)
    except TypeError as error:
        print(error)


def generate(source):
    for item in source:
        yield item
        yield item * 2


print(list(generate([1, 2])), list(generate("ab")), list(generate(range(2))))
print(operator.add(1, 2.5), sum([1, 2.5, 3]))
