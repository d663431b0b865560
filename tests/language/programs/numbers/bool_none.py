"""bool is an int; None is itself; truth of everything; identity and short circuits."""

from typing import Any


def trace(label: str, value: Any, log: list[str]) -> Any:
    log.append(label)
    return value


def optional(flag: bool) -> int | None:
    return 7 if flag else None


def main() -> None:
    print(True, False, repr(True), str(False), None, repr(None))
    print(True + True, True * 5, False - 1, True / 2, True // 1, -True, ~0, True << 3)
    print(True == 1, False == 0, True is True, 1 in [True], True in (1, 2), True < 2)
    print(True & False, True | False, True ^ True, True & 3, not True, not 0)
    print(type(True & False), type(True & 1), type(True + 0), isinstance(True, int), isinstance(1, bool))
    print(int(True), float(True), bool(2), bool(""), bool("0"), bool([]), bool([0]), bool({}), bool(None))
    print({True: "a", 1: "b", 1.0: "c"}, [10, 20][True], "ab"[False], sum([True, True, False]))
    print(f"{True}", f"{True:d}", f"{True:>6}", f"{None}", "%s %s %d" % (True, None, True), str(None) + "!")
    log: list[str] = []
    print(trace("a", 0, log) and trace("b", 1, log), trace("c", "", log) or trace("d", [], log), log)
    print(1 and 2 and 3, 1 and 0 and 3, 0 or "" or None, 0 or "x" or None, not (1 and 0))
    print(optional(True), optional(False), optional(False) is None, optional(True) is not None)
    value = optional(True)
    print(value + 1 if value is not None else "none", None == None, None != 0, None in [0, None])
    print([bool(x) for x in (0, 1, 0.0, 0.5, "", "a", (), (0,), None, range(0), range(1), b"", b"x")])
    print(any([0, "", None]), any([0, 3]), all([]), all([1, "x"]), all([1, 0]))
    print(bool(), int(), float(), str() == "", list(), tuple(), dict())
    print(True if [] else False, "yes" if optional(True) else "no")


main()
