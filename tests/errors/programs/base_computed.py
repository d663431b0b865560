"""A base class that is known only when the class statement runs."""


class Base:
    pass


def derive(base):  # type: ignore[no-untyped-def]
    class Derived(base):  # type: ignore[misc]  # error: a base class that is computed
        pass

    return Derived


print(derive(Base))
