"""type(), isinstance with unions, getattr/setattr/hasattr, callable, type names of everything."""
# differs: images have one kind of function, type(len) is function

import types


class Base:
    shared = 1

    def method(self):
        return "method"


class Child(Base):
    def __init__(self):
        self.own = 2


def function(a, b=2, *args, c=3, **kwargs):
    """Doc of the function."""
    return a


def generator():
    yield 1


async def coroutine():
    return 1


child = Child()
values = [
    1, 1.5, True, None, "s", b"b", bytearray(), [], (), {}, set(), frozenset(), range(1), slice(1), child, Child, function,
    generator(), len, child.method, iter([]), enumerate([]), zip(), map(str, []), {}.keys(), {}.values(), {}.items(),
    memoryview(b""), ValueError(), ..., NotImplemented, type, object(), lambda: 0,
]
print([type(value).__name__ for value in values])
print(type(1) is int, type(type) is type, type(child) == Child, type("") == str, isinstance(True, int), isinstance(child, (str, Base)), isinstance(1, int | str), isinstance(None, type(None)))
print(issubclass(Child, Base), issubclass(bool, int), issubclass(int, object), issubclass(Child, (int, Base)), Child.__bases__, Base.__name__)
print(getattr(child, "own"), getattr(child, "shared"), getattr(child, "method")(), getattr(child, "zip", None), hasattr(child, "own"), hasattr(Child, "own"))
setattr(child, "shared", 10)
setattr(Child, "shared", 20)
print(child.shared, Base.shared, Child.shared, Child().shared)
delattr(child, "shared")
print(child.shared, callable(child), callable(Child), callable(child.method))
print(function.__name__, function.__doc__, Base.method.__name__, Child.__module__, function.__module__, (lambda: 0).__name__)
print(isinstance(function, types.FunctionType), isinstance(child.method, types.MethodType), isinstance(generator(), types.GeneratorType))
print(sorted(child.__dict__.items()), vars(child))
for bad in (lambda: isinstance(1, 5), lambda: getattr(child, "absent"), lambda: issubclass(1, int)):
    try:
        print(bad())
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)
print(int.__name__, str.upper("abc"), list.append.__name__, dict.get({1: 2}, 1), object().__class__.__name__)
print(Child.__mro__[-1] is object, type(child)().own, [cls.__name__ for cls in (int, list, Child)])
