"""An uncaught exception of the program's own class, raised while another is handled."""
# expect-exit: 1


class BrokenInvariant(Exception):
    def __str__(self) -> str:
        return "the invariant " + repr(self.args[0]) + " does not hold"


def check(values: list[int]) -> None:
    try:
        assert values == sorted(values), "order"
    except AssertionError as error:
        raise BrokenInvariant(str(error)) from error


print("before")
check([1, 2, 3])
check([3, 1])
