"""Define the exceptions that every program has: the tree from BaseException down.

    BaseException
     +-- BaseExceptionGroup (exceptions_group.py)
     +-- GeneratorExit, KeyboardInterrupt, SystemExit
     +-- Exception
          +-- ArithmeticError: FloatingPointError, OverflowError, ZeroDivisionError
          +-- AssertionError, AttributeError, BufferError, EOFError, ImportError: ModuleNotFoundError
          +-- LookupError: IndexError, KeyError
          +-- MemoryError, NameError: UnboundLocalError
          +-- OSError and its family (exceptions_os.py)
          +-- ReferenceError, RuntimeError: NotImplementedError, RecursionError, PythonFinalizationError
          +-- StopIteration, StopAsyncIteration, SyntaxError, SystemError, TypeError
          +-- ValueError: UnicodeError (exceptions_unicode.py)
          +-- Warning and its family

Rules: what an exception carries besides `args` has a default in its class, so that making one is
small and a program's own `__init__` need not call this one. In this module the names mean the
classes here, so nothing is raised here itself.
"""

from typing import Any

from sesha.guest.builtins.exceptions_raise import raise_type_error
from sesha.guest.builtins.text_type import type_name

pending: Any = None
"""The exception on its way out of a call that answered the error marker; the compiler's."""


class BaseException:
    args: tuple[Any, ...] = ()
    __traceback__: Any = None
    __cause__: Any = None
    __context__: Any = None
    __suppress_context__: Any = False
    __notes__: Any

    def __init__(self, *args: Any) -> None:
        self.args = args

    def __str__(self) -> str:
        count = len(self.args)
        if count == 0:
            return ""
        return str(self.args[0]) if count == 1 else str(self.args)

    def __repr__(self) -> str:
        if len(self.args) == 1:
            return type_name(self) + "(" + repr(self.args[0]) + ")"
        return type_name(self) + repr(self.args)

    def with_traceback(self, tb: Any) -> Any:
        self.__traceback__ = tb
        return self

    def add_note(self, note: Any) -> None:
        if not isinstance(note, str):
            raise_type_error("note must be a str, not '" + type_name(note) + "'")
        if not hasattr(self, "__notes__"):
            self.__notes__ = []
        self.__notes__.append(note)

    def _report(self, report: Any) -> None:
        """Let traceback.py print this exception by itself; groups print their members."""
        report.plain(self)


class Exception(BaseException):
    pass


class GeneratorExit(BaseException):
    pass


class KeyboardInterrupt(BaseException):
    pass


class SystemExit(BaseException):
    code: Any

    def __init__(self, *args: Any) -> None:
        self.args = args
        self.code = None
        if len(args) == 1:
            self.code = args[0]
        elif args:
            self.code = args


# --- arithmetic, lookup --------------------------------------------------------------------------
class ArithmeticError(Exception):
    pass


class FloatingPointError(ArithmeticError):
    pass


class OverflowError(ArithmeticError):
    pass


class ZeroDivisionError(ArithmeticError):
    pass


class LookupError(Exception):
    pass


class IndexError(LookupError):
    pass


class KeyError(LookupError):
    def __str__(self) -> str:
        """The repr of a lone key, so that an empty string shows."""
        if len(self.args) == 1:
            return repr(self.args[0])
        return str(self.args) if self.args else ""


# --- names and imports -----------------------------------------------------------------------------
class AttributeError(Exception):
    name: Any
    obj: Any

    def __init__(self, *args: Any, name: Any = None, obj: Any = None) -> None:
        self.args = args
        self.name = name
        self.obj = obj


class NameError(Exception):
    name: Any

    def __init__(self, *args: Any, name: Any = None) -> None:
        self.args = args
        self.name = name


class UnboundLocalError(NameError):
    pass


class ImportError(Exception):
    msg: Any
    name: Any
    path: Any

    def __init__(self, *args: Any, name: Any = None, path: Any = None) -> None:
        self.args = args
        self.msg = args[0] if len(args) == 1 else None
        self.name = name
        self.path = path


class ModuleNotFoundError(ImportError):
    pass


class SyntaxError(Exception):
    msg: Any

    def __init__(self, *args: Any) -> None:
        self.args = args
        self.msg = args[0] if args else None

    def __str__(self) -> str:
        return str(self.msg)


class IndentationError(SyntaxError):
    pass


class TabError(IndentationError):
    pass


# --- iteration -------------------------------------------------------------------------------------
class StopIteration(Exception):
    value: Any

    def __init__(self, *args: Any) -> None:
        self.args = args
        self.value = args[0] if args else None


class StopAsyncIteration(Exception):
    pass


# --- run time ----------------------------------------------------------------------------------------
class AssertionError(Exception):
    pass


class BufferError(Exception):
    pass


class EOFError(Exception):
    pass


class MemoryError(Exception):
    pass


class ReferenceError(Exception):
    pass


class RuntimeError(Exception):
    pass


class NotImplementedError(RuntimeError):
    pass


class RecursionError(RuntimeError):
    pass


class PythonFinalizationError(RuntimeError):
    pass


class SystemError(Exception):
    pass


class TypeError(Exception):
    pass


class ValueError(Exception):
    pass


# --- warnings ----------------------------------------------------------------------------------------
class Warning(Exception):
    pass


class BytesWarning(Warning):
    pass


class DeprecationWarning(Warning):
    pass


class EncodingWarning(Warning):
    pass


class FutureWarning(Warning):
    pass


class ImportWarning(Warning):
    pass


class PendingDeprecationWarning(Warning):
    pass


class ResourceWarning(Warning):
    pass


class RuntimeWarning(Warning):
    pass


class SyntaxWarning(Warning):
    pass


class UnicodeWarning(Warning):
    pass


class UserWarning(Warning):
    pass
