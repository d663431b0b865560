"""What inferred results hold."""

def ident(v):
    return v


f = ident


def wrap(x):
    return [x]


def pair(x):
    return {"k": x}


print(wrap(1)[0] + 1, pair(1)["k"])
print(wrap(f("s"))[0], pair(f("s"))["k"])
for item in wrap(f("t")):
    print(item)


class Keeper:
    def __init__(self):
        self.kept = []

    def keep(self, x):
        self.kept.append(x)

    def all(self):
        return self.kept


k = Keeper()
k.keep(1)
k.keep(f("u"))
for item in k.all():
    print(item)
print(k.all()[1], k.kept[1])
