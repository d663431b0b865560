calls = 0


def half_up(value: float) -> float:
    global calls
    calls += 1
    return int(value * 10 + 0.5) / 10


if __name__ == "__main__":
    print("never, when imported")
