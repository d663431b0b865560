"""Hold the runtime's built-in types and functions; say where each name of `builtins` lives.

A native type (`list`, `str` ...) is the module of its name, see docs/dialect.md. All other names
of `builtins` are functions and classes of the modules below.
"""

HOMES = {
    "functions": (
        "abs all any bin callable chr delattr divmod hash hex id input isinstance issubclass iter len"
        " max min next oct ord pow round sorted sum"
    ),
    "print": "print",
    "text_of": "ascii repr",
    "iteration_builtin": "enumerate filter map reversed zip",
    "range": "range",
    "slice": "slice",
    "exceptions": (
        "ArithmeticError AssertionError AttributeError BaseException BufferError BytesWarning"
        " DeprecationWarning EOFError EncodingWarning Exception FloatingPointError FutureWarning"
        " GeneratorExit ImportError ImportWarning IndentationError IndexError KeyError KeyboardInterrupt"
        " LookupError MemoryError ModuleNotFoundError NameError NotImplementedError OverflowError"
        " PendingDeprecationWarning PythonFinalizationError RecursionError ReferenceError ResourceWarning"
        " RuntimeError RuntimeWarning StopAsyncIteration StopIteration SyntaxError SyntaxWarning"
        " SystemError SystemExit TabError TypeError UnboundLocalError UnicodeWarning UserWarning"
        " ValueError Warning ZeroDivisionError"
    ),
    "exceptions_unicode": "UnicodeDecodeError UnicodeEncodeError UnicodeError UnicodeTranslateError",
    "exceptions_os": (
        "BlockingIOError BrokenPipeError ChildProcessError ConnectionAbortedError ConnectionError"
        " ConnectionRefusedError ConnectionResetError EnvironmentError FileExistsError"
        " FileNotFoundError IOError InterruptedError IsADirectoryError NotADirectoryError OSError"
        " PermissionError ProcessLookupError TimeoutError"
    ),
    "exceptions_group": "BaseExceptionGroup ExceptionGroup",
}
"""Module of this package -> names of `builtins` that it defines, one space between."""
