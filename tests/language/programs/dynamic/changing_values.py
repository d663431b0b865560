"""Values that change their class on the way to a function."""
import json


def g(v):
    return v * 2


x = 1
for i in range(3):
    print(g(x))
    x = x / 2


class Account:
    def __init__(self):
        self.total = 0
        self.owner = None

    def deposit(self, amount):
        self.total += amount
        return self.total


account = Account()
print(account.deposit(1), account.deposit(0.5), account.total)


def report(total, owner):
    return f"{total!r} {owner!r}"


print(report(account.total, account.owner))
account.owner = 3
print(report(account.total, account.owner))
account.owner = "x"
print(report(account.total, account.owner))


def read(text):
    data = json.loads(text)
    return use(data["a"], data)


def use(a, data):
    return a, sorted(data)


print(read('{"a": 1}'), read('{"a": "s", "b": 2}'))
values = {"n": 1}


def set_value(key, value):
    values[key] = value


def get_value(key):
    return values[key]


set_value("n", 2)
print(get_value("n") + 1)
set_value("s", "text")
print(get_value("s").upper())
stack = []


def push(item):
    stack.append(item)


def pop():
    return stack.pop()


push(1)
push("two")
push(3.0)
print(pop(), pop(), pop())


def outer():
    n = 0

    def bump(by):
        nonlocal n
        n = n + by
        return n

    print(bump(1))
    print(bump(2.5))
    return n


print(outer())
state = 0


def step(n):
    global state
    state = n
    return state


print(step(1), state)
state = "reset"
print(state)


def read_state():
    return state


print(read_state())
step(5)
print(read_state() + 1)


class Base:
    kind = "base"

    def make(self, n):
        return n

    def run(self, n):
        return self.make(n)


class Child(Base):
    kind = 3

    def make(self, n):
        return str(n)


def of(thing):
    return thing.run(2), thing.kind


print(of(Base()), of(Child()))


class Lazy:
    def __init__(self):
        self.value = None

    def get(self):
        if self.value is None:
            self.value = self.compute()
        return self.value

    def compute(self):
        return 42


class LazyText(Lazy):
    def compute(self):
        return "forty-two"


print(Lazy().get() + 1, LazyText().get().upper())


class Tree:
    def __init__(self, left, right):
        self.left = left
        self.right = right


def depth(tree):
    if tree is None:
        return 0
    return 1 + max(depth(tree.left), depth(tree.right))


def build(n):
    if n == 0:
        return None
    return Tree(build(n - 1), build(n - 1))


print(depth(build(5)))
broken = build(2)
broken.left = 7
try:
    print(depth(broken))
except AttributeError as error:
    print(error)
pair = (1, 2)


def unpack(p):
    a, b = p
    return a + b


print(unpack(pair))
pair = ("a", "b")
print(unpack(pair))


def average(xs):
    return sum(xs) / len(xs)


data = [1, 2, 3]
print(average(data))
data.append(4.5)
print(average(data))


def at(xs, i):
    return xs[i]


grid = [[0] * 3 for _ in range(2)]
grid[0][1] = 5
grid[1][2] = "x"
print(at(grid, 0), at(grid[1], 2), at("text", 1))


def apply(f, x):
    return f(x)


def inc(n):
    return n + 1


print(apply(inc, 1), apply(str, 2), inc(2.5))


def big(n):
    return n * n


print(big(3), big(2**40))


def tagged(kind, *rest):
    return kind, rest


print(tagged(1), tagged("a", 2))


def untouched(n):
    del n
    return None


print(untouched(1))


def cond(n):
    if n:
        v = 1
    else:
        v = "s"
    return v


print(cond(True), cond(False))


def loop_var(n):
    last = None
    for last in range(n):
        pass
    return last


print(loop_var(0), loop_var(3))


def with_try(text):
    try:
        value = int(text)
    except ValueError:
        value = text
    return value


print(with_try("3"), with_try("x"))


class Collected:
    def __init__(self):
        self.items = [1]
        self.name = "a"

    def add(self):
        self.items.append("x")
        self.name = 3


def collect():
    collected = Collected()
    collected.add()
    for item in collected.items:
        print(item)
    print(collected.name)


collect()
class Point(object):
    def __init__(self, i):
        self.x = i * 0.5

    def bigger(self, other):
        self.x = self.x if self.x > other.x else other.x
        return self


def make(n):
    points = [None] * n
    for i in range(n):
        points[i] = Point(i)
    return points


def best(points):
    found = points[0]
    for p in points[1:]:
        found = found.bigger(p)
    return found


print(best(make(5)).x)


def mixed(n):
    xs = [None] * n
    xs[0] = 1
    if n > 1:
        xs[1] = "text"
    return xs


print(mixed(1), mixed(2))


def holes(n):
    xs = [None] * n
    xs[n - 1] = 2.5
    return xs


print(holes(3))


def redefined(n):
    xs = [None] * n
    xs = "text"
    return xs


print(redefined(2))
