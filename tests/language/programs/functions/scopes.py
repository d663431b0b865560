"""Names: globals, global statements, shadowing, built-ins, UnboundLocalError, NameError, del."""

counter = 0
created: str
items = ["global"]
label: str = "module"


def bump() -> int:
    global counter
    counter += 1
    return counter


def create() -> None:
    global created
    created = "made by a function"


def shadow() -> str:
    label = "local"
    return label


def unbound(flag: bool) -> None:
    if flag:
        value = 1
    try:
        print("value", value)
    except UnboundLocalError as error:
        print(type(error).__name__, isinstance(error, NameError))


def deleted():  # no annotations: mypy knows, and may not stop the build
    name = "here"
    print(name)
    del name
    try:
        print(name)
    except UnboundLocalError as error:
        print(type(error).__name__)


def max_of(len: int) -> int:
    sum = len * 2
    return sum


def default_from(value: str = label) -> str:
    return value


class Scope:
    label = "class"
    copy = label
    values = [counter for _ in range(2)]

    def read(self) -> str:
        return label


def loop_variables() -> tuple[int, str]:
    for i in range(3):
        inside = str(i)
    return i, inside


def handler_name():
    error = "before"
    try:
        raise ValueError("x")
    except ValueError as problem:
        error = str(problem)
    print(error)
    try:
        print(problem)
    except NameError as missing:
        print(type(missing).__name__)


def main() -> None:
    print(bump(), bump(), counter)
    create()
    print(created)
    print(shadow(), label, Scope.label, Scope.copy, Scope().read(), Scope.values)
    unbound(True)
    unbound(False)
    deleted()
    print(max_of(4), default_from(), loop_variables())
    handler_name()
    items.append("more")
    print(items, __name__)


label = "module, rebound"
main()
