"""The standard library as images have it: CPython's names, a module or a package each."""
