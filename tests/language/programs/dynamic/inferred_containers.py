"""What inferred containers hold: untyped code may put anything into them."""

def ident(v):
    return v


f = ident


def take(xs, i):
    return xs[i]


ys = [1, 2]
print(take(ys, 0) + 1)
f(ys).append("z")
print(take(ys, 2))


class Box:
    def __init__(self, items):
        self.items = items
        self.table = {}

    def get(self, i):
        return self.items[i]

    def put(self, key, value):
        self.table[key] = value


box = Box([1.5, 2.5])
print(box.get(0) * 2)
f(box).items[1] = "swapped"
print(box.get(1))
box.put("a", 1)
f(box).table["b"] = [2]
f(box).put(3, None)
for key in box.table:
    print(key, box.table[key])
f(box).items = "text"
print(box.get(2))


def totals(rows):
    out = []
    for name, count in rows:
        out.append((name, count + 1))
    return out


print(totals([("a", 1), ("b", 2)]))
print(totals(f([(1, 2.5)])))


def first_of(table):
    for key, value in table.items():
        return key, value
    return None


print(first_of({"a": 1}), first_of({}), first_of(f({1: "x"})))


class Stack:
    def __init__(self):
        self.items = []
        self.last = None

    def push(self, x):
        self.items.append(x)
        self.last = x
        return len(self.items)

    def pop(self):
        return self.items.pop()


s = Stack()
s.push(1)
s.push(2)
t = Stack()
getattr(t, "push")("by name")
print(s.pop() + s.last, t.pop(), t.last)


def walk(tree):
    if not tree:
        return []
    left, value, right = tree
    return walk(left) + [value] + walk(right)


print(walk(((None, 1, None), 2, (None, 3, ()))))


def opt(x=None):
    return x or "none"


print(opt(), opt("a"), opt(""))


class Shape:
    def area(self):
        return 0

    def scale(self, k):
        return self.area() * k


class Square(Shape):
    def __init__(self, side):
        self.side = side

    def area(self):
        return self.side * self.side


print(Square(3).scale(2), Shape().scale(2), Square(1.5).scale(2), [s.area() for s in (Shape(), Square(2))])
