"""Hold the runtime's built-in types and functions.

A native type (`list`, `str` ...) is the module of its name, see docs/dialect.md. Every class at the
top of a module here that `builtins` has a name for is that class; the built-in functions are those
that functions.py and print.py define or import.
"""
