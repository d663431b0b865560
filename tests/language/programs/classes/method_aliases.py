"""Methods, properties and static methods under another name: `__rmul__ = __mul__`."""


class V:
    def __init__(self, x):
        self.x = x

    def __mul__(self, k):
        return V(self.x * k)

    __rmul__ = __mul__

    def __repr__(self):
        return f"V({self.x})"

    __str__ = __repr__

    def area(self):
        return self.x

    size = area

    @property
    def p(self):
        return 5

    q = p

    @staticmethod
    def make():
        return V(0)

    build = create = make


class W(V):
    def area(self):
        return -self.x


print(2 * V(3), V(3) * 2, str(V(1)), V(9).size(), V(1).q, V.build(), V.create(), W(4).size(), W(4).area(), V.size(V(8)))
print([v.size() for v in (V(1), W(2))], getattr(W(1), "size")(), V.size.__name__)
