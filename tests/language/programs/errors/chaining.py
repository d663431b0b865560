"""Exception chaining: __cause__, __context__, from None, notes, tracebacks that chain to stderr."""
# expect-exit: 1


class ConfigError(Exception):
    def __init__(self, path: str, line: int) -> None:
        super().__init__(f"{path}:{line}")
        self.path = path
        self.line = line


def parse(text: str) -> int:
    try:
        return int(text)
    except ValueError as error:
        raise ConfigError("app.toml", 3) from error


def look_up(table: dict[str, int], key: str) -> int:
    try:
        return table[key]
    except KeyError:
        raise LookupError(f"no {key}") from None


def clumsy() -> None:
    try:
        [].pop()
    except IndexError:
        print(dict[str, int]()["missing"])


def main() -> None:
    try:
        parse("x1")
    except ConfigError as error:
        print(error, error.path, error.line, repr(error), repr(error.__cause__), error.__suppress_context__)
    try:
        look_up({}, "k")
    except LookupError as error:
        print(error, error.__cause__, repr(error.__context__), error.__suppress_context__)
    try:
        clumsy()
    except KeyError as error:
        print(repr(error), repr(error.__context__), error.__cause__)
    noted = ValueError("noted")
    noted.add_note("first note")
    noted.add_note("second note")
    print(noted.__notes__)
    try:
        raise TypeError("outer") from noted
    except TypeError as outer:
        print(outer.__cause__ is noted, outer.__context__)
    look_up({"a": 1}, "a")
    parse("fatal")


main()
