"""The machine under CPython, for tests; in images its name stands for the machine built for."""
