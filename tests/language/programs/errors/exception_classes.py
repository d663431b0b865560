"""The built-in exception tree, attributes, user hierarchies, catching by base class, str and repr."""


class AppError(Exception):
    code = 500

    def __init__(self, message: str = "app failed", *, detail: str | None = None) -> None:
        super().__init__(message)
        self.detail = detail

    def __str__(self) -> str:
        return f"[{self.code}] {self.args[0]}" + (f" ({self.detail})" if self.detail else "")


class NotFound(AppError):
    code = 404


class Both(KeyError, AttributeError):
    pass


class Quiet(Exception):
    """No constructor of its own."""


def main() -> None:
    tree: list[type[BaseException]] = [
        ArithmeticError, ZeroDivisionError, OverflowError, LookupError, IndexError, KeyError, ValueError, UnicodeError,
        UnicodeDecodeError, TypeError, AttributeError, NameError, UnboundLocalError, OSError, FileNotFoundError,
        ConnectionError, ConnectionResetError, BrokenPipeError, TimeoutError, RuntimeError, NotImplementedError,
        RecursionError, StopIteration, StopAsyncIteration, AssertionError, MemoryError, BufferError, EOFError,
        ImportError, ModuleNotFoundError, SyntaxError, SystemError, KeyboardInterrupt, SystemExit, GeneratorExit, PermissionError,
    ]
    for cls in tree:
        print(cls.__name__, [base.__name__ for base in cls.__mro__[1:-1]])
    for error in (ValueError(), ValueError("one"), ValueError("a", 2), KeyError("k"), KeyError(), OSError(2, "No such file"), AppError(), NotFound("page", detail="x"), Quiet(1)):
        print(str(error), "|", repr(error), "|", error.args)
    for raised in (NotFound("p"), AppError(), Both("k"), Quiet("q")):
        try:
            raise raised
        except NotFound as not_found:
            print("NotFound", not_found, not_found.code)
        except AppError as app_error:
            print("AppError", app_error, app_error.detail)
        except (LookupError, TypeError) as lookup:
            print("lookup", lookup, isinstance(lookup, AttributeError))
        except Exception as error:
            print("Exception", error)
    try:
        assert 1 + 1 == 3, "arithmetic"
    except AssertionError as error:
        print(type(error).__name__, error)
    try:
        assert []
    except AssertionError as error:
        print(repr(error))
    numbers: list[object] = [1, 2, 3, 4, 9, 10, 11, 13, 17, 20, 21, 32, 103, 104, 108, 110, 111, 114, 115, 116, True, 2.0, "2", None]
    print([type(OSError(number, "x")).__name__ for number in numbers])
    os_error = OSError(13, "Permission denied", "/etc/x")
    print(os_error, os_error.errno, os_error.strerror, os_error.filename, type(os_error).__name__)
    stop = StopIteration(42)
    print(stop.value, SystemExit(3).code, SystemExit().code, UnicodeDecodeError("utf-8", b"\xff", 0, 1, "bad").reason)
    try:
        raise NotImplementedError("later")
    except RuntimeError as error:
        print(type(error).__name__, error)
    try:
        raise "text"  # type: ignore[misc]
    except TypeError as error:
        print(error)
    try:
        try:
            raise KeyboardInterrupt
        except Exception:
            print("never")
    except BaseException as base:
        print(type(base).__name__, issubclass(KeyboardInterrupt, Exception))
    errors = [ValueError("a"), ValueError("a")]
    print(errors[0] == errors[1], errors[0] in errors, isinstance(errors[0], (int, ValueError)), len({*errors}))


main()
