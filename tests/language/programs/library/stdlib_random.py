"""random: the same numbers as CPython for the same seed."""

import random


def main() -> None:
    random.seed(42)
    print([random.random() for _ in range(3)], random.randint(1, 6), random.randrange(0, 100, 7), random.getrandbits(70))
    print(random.choice("abcdef"), random.sample(range(1000), 5), random.choices([1, 2, 3], [5, 1, 1], k=5))
    items = list(range(12))
    random.shuffle(items)
    print(items, random.uniform(1, 2), random.gauss(0, 1), random.normalvariate(5, 2), random.expovariate(1.5))
    r = random.Random("a text")
    print(r.random(), r.triangular(), r.betavariate(2, 3), r.gammavariate(0.5, 1), r.randbytes(4))
    print(random.Random(2**80).random(), random.Random(-7).random(), random.Random(b"xyz").random(), random.Random(1.5).random())
    state = r.getstate()
    first = r.random()
    r.setstate(state)
    print(first == r.random(), random.Random().random() != random.Random().random(), 0 <= random.SystemRandom().random() < 1)
    for make in (lambda: random.randrange(0), lambda: random.choice([]), lambda: random.sample([1], 2)):
        try:
            print(make())
        except (ValueError, IndexError) as error:
            print(type(error).__name__, error)


main()
