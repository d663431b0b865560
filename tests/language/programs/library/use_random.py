"""random with a seed gives CPython's sequence; without one it differs from run to run."""

import random


def main() -> None:
    random.seed(12345)
    print([random.random() for _ in range(3)], random.randint(1, 100), random.randrange(0, 10 ** 12, 3), random.getrandbits(70))
    print(random.choice("abcdef"), random.uniform(1, 2), random.sample(range(100), 5), random.choices([1, 2, 3], k=5), random.choices("ab", weights=[9, 1], k=8))
    items = list(range(10))
    random.shuffle(items)
    print(items, random.gauss(0, 1), random.expovariate(1.5), random.triangular(0, 1))
    generator = random.Random(7)
    print(generator.random(), generator.randint(-5, 5), random.Random("text").random(), random.Random(7).random())
    state = generator.getstate()
    first = [generator.random() for _ in range(700)]
    generator.setstate(state)
    print(first == [generator.random() for _ in range(700)], max(first))
    random.seed()
    print(0 <= random.random() < 1, 1 <= random.randint(1, 6) <= 6)
    try:
        random.choice([])
    except IndexError as error:
        print(type(error).__name__)
    try:
        random.randint(5, 1)
    except ValueError as error:
        print(type(error).__name__)


main()
