"""Module variables read and written by functions."""

count = 0
names: list[str] = []


def note(name: str) -> None:
    global count
    count += 1
    names.append(name)


note("a")
note("b")
print(count, names)
