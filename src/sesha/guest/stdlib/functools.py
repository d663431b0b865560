"""Make functions of functions: what `import functools` gives in images.

Wrappers are objects of the classes here. What `wraps` gives a function is kept in function_state.py.
"""

from collections.abc import Callable, Iterable
from types import FunctionType
from typing import Any, NamedTuple

from sesha.guest.builtins.function import bind_if_function, of_class
from sesha.guest.builtins.function_state import wrap

WRAPPER_ASSIGNMENTS = (
    "__module__",
    "__name__",
    "__qualname__",
    "__doc__",
    "__annotations__",
    "__type_params__",
)
WRAPPER_UPDATES = ("__dict__",)


def reduce(function: Callable[[Any, Any], Any], iterable: Iterable[Any], /, *initial: Any) -> Any:
    iterator = iter(iterable)
    if initial:
        total = initial[0]
    else:
        try:
            total = next(iterator)
        except StopIteration:
            raise TypeError("reduce() of empty iterable with no initial value") from None
    for item in iterator:
        total = function(total, item)
    return total


# --- names -------------------------------------------------------------------------------------------
def update_wrapper(
    wrapper: Any, wrapped: Any, assigned: Any = WRAPPER_ASSIGNMENTS, updated: Any = WRAPPER_UPDATES
) -> Any:
    if not isinstance(wrapper, FunctionType):
        for name in ("__module__", "__name__", "__qualname__", "__doc__"):
            if hasattr(wrapped, name):
                setattr(wrapper, name, getattr(wrapped, name))
        for name, value in getattr(wrapped, "__dict__", {}).items():
            setattr(wrapper, name, value)
        setattr(wrapper, "__wrapped__", wrapped)  # noqa: B010
        return wrapper
    wrap(wrapper, wrapped)
    return wrapper


class _Wraps:
    def __init__(self, wrapped: Any) -> None:
        self.wrapped = wrapped

    def __call__(self, wrapper: Any) -> Any:
        if not isinstance(wrapper, FunctionType):
            raise NotImplementedError("wraps() of what is no function: use update_wrapper()")
        wrap(wrapper, self.wrapped)
        return wrapper


def wraps(wrapped: Any, assigned: Any = WRAPPER_ASSIGNMENTS, updated: Any = WRAPPER_UPDATES) -> Any:
    return _Wraps(wrapped)


# --- partial -----------------------------------------------------------------------------------------
class partial:
    def __init__(self, func: Any, /, *args: Any, **keywords: Any) -> None:
        self.func: Any = func
        self.args: tuple[Any, ...] = args
        self.keywords: dict[str, Any] = keywords
        if not callable(func):
            raise TypeError("the first argument must be callable")
        if isinstance(func, partial):
            self.func = func.func
            self.args = func.args + args
            self.keywords = {**func.keywords, **keywords}

    def __call__(self, /, *args: Any, **keywords: Any) -> Any:
        if not keywords:
            keywords = self.keywords
        elif self.keywords:
            keywords = {**self.keywords, **keywords}
        return self.func(*self.args, *args, **keywords)

    def __repr__(self) -> str:
        parts = [repr(self.func)]
        parts.extend([repr(arg) for arg in self.args])
        parts.extend([f"{name}={value!r}" for name, value in self.keywords.items()])
        return f"functools.partial({', '.join(parts)})"


# --- caches ------------------------------------------------------------------------------------------
class CacheInfo(NamedTuple):
    hits: int
    misses: int
    maxsize: int | None
    currsize: int

    def __repr__(self) -> str:
        return (
            f"CacheInfo(hits={self.hits}, misses={self.misses}, maxsize={self.maxsize},"
            f" currsize={self.currsize})"
        )


class _Link:
    """A kept result in the ring of least recent use; the ring's own link holds none."""

    def __init__(self, key: Any, value: Any) -> None:
        self.key = key
        self.value = value
        self.older: _Link = self
        self.newer: _Link = self

    def insert_before(self, other: "_Link") -> None:
        self.older = other.older
        self.newer = other
        other.older.newer = self
        other.older = self

    def take_out(self) -> None:
        self.older.newer = self.newer
        self.newer.older = self.older


class _lru_cache_wrapper:
    """A function whose results are kept, the least recently used one dropped first.

    Without a limit the results stand in the dict themselves, otherwise links of a ring do.
    """

    def __init__(self, function: Any, maxsize: int | None, typed: bool) -> None:
        self.__wrapped__ = function
        self.maxsize = maxsize
        self.typed = typed
        self.results: dict[Any, Any] = {}
        self.ring = _Link(None, None)
        self.hits = 0
        self.misses = 0

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        key = _key(args, kwargs, self.typed)
        found = self.results.get(key, _MISSING)
        if found is not _MISSING:
            self.hits += 1
            return self._use(found) if self.maxsize is not None else found
        self.misses += 1
        value = self.__wrapped__(*args, **kwargs)
        if self.maxsize is None:
            self.results[key] = value
        elif self.maxsize > 0:
            self._keep(key, value, self.maxsize)
        return value

    def _use(self, link: _Link) -> Any:
        link.take_out()
        link.insert_before(self.ring)
        return link.value

    def _keep(self, key: Any, value: Any, maxsize: int) -> None:
        """Add a result; the call may itself have kept one for the same arguments."""
        if key in self.results:
            return
        if len(self.results) >= maxsize:
            oldest = self.ring.newer
            oldest.take_out()
            del self.results[oldest.key]
        link = _Link(key, value)
        link.insert_before(self.ring)
        self.results[key] = link

    def __get__(self, instance: Any, owner: Any = None) -> Any:
        return self if instance is None else partial(self, instance)

    @property
    def __name__(self) -> Any:
        return self.__wrapped__.__name__

    @property
    def __qualname__(self) -> Any:
        return self.__wrapped__.__qualname__

    @property
    def __doc__(self) -> Any:  # type: ignore[override]
        return self.__wrapped__.__doc__

    def cache_info(self) -> CacheInfo:
        return CacheInfo(self.hits, self.misses, self.maxsize, len(self.results))

    def cache_clear(self) -> None:
        self.results.clear()
        self.ring = _Link(None, None)
        self.hits = 0
        self.misses = 0

    def cache_parameters(self) -> dict[str, Any]:
        return {"maxsize": self.maxsize, "typed": self.typed}


_KEYWORDS = ("<keywords>",)
_MISSING = object()


def _key(args: tuple[Any, ...], kwargs: dict[str, Any], typed: bool) -> Any:
    """What calls with equal arguments have in common."""
    if not kwargs and not typed:
        first = args[0] if len(args) == 1 else None
        return first if type(first) is int or type(first) is str else args
    key: list[Any] = list(args)
    if kwargs:
        key.append(_KEYWORDS)
        for name, value in kwargs.items():
            key.append(name)
            key.append(value)
    if typed:
        key.extend([type(arg) for arg in args])
        key.extend([type(value) for value in kwargs.values()])
    return tuple(key)


class _CacheDecorator:
    def __init__(self, maxsize: int | None, typed: bool) -> None:
        self.maxsize = maxsize
        self.typed = typed

    def __call__(self, function: Any) -> Any:
        return _lru_cache_wrapper(function, self.maxsize, self.typed)


def lru_cache(maxsize: Any = 128, typed: bool = False) -> Any:
    if callable(maxsize):
        return _lru_cache_wrapper(maxsize, 128, typed)
    if maxsize is not None and not isinstance(maxsize, int):
        raise TypeError("Expected first argument to be an integer, a callable, or None")
    return _CacheDecorator(None if maxsize is None else max(maxsize, 0), typed)


def cache(user_function: Any, /) -> Any:
    return _lru_cache_wrapper(user_function, None, False)


# --- comparison --------------------------------------------------------------------------------------
class KeyWrapper:
    """An item that compares by an old-style comparison function."""

    def __init__(self, obj: Any, compare: Any) -> None:
        self.obj = obj
        self.compare = compare

    def __lt__(self, other: Any) -> bool:
        return bool(self.compare(self.obj, other.obj) < 0)

    def __gt__(self, other: Any) -> bool:
        return bool(self.compare(self.obj, other.obj) > 0)

    def __eq__(self, other: Any) -> bool:
        return bool(self.compare(self.obj, other.obj) == 0)

    def __le__(self, other: Any) -> bool:
        return bool(self.compare(self.obj, other.obj) <= 0)

    def __ge__(self, other: Any) -> bool:
        return bool(self.compare(self.obj, other.obj) >= 0)


class _KeyMaker:
    def __init__(self, compare: Any) -> None:
        self.compare = compare

    def __call__(self, obj: Any) -> KeyWrapper:
        return KeyWrapper(obj, self.compare)


def cmp_to_key(mycmp: Callable[[Any, Any], Any]) -> Any:
    return _KeyMaker(mycmp)


def total_ordering(cls: Any) -> Any:
    """The class itself: what it leaves out is made when the program is built."""
    return cls


def completed(answer: Any, left: Any, right: Any, negated: Any, equal: Any) -> Any:
    """A comparison made from another one's answer; `equal` says what equality adds to it: True
    or-equal, False and-not-equal."""
    if answer is NotImplemented:
        return answer
    holds = not answer if negated else answer
    if equal is None:
        return holds
    return (holds or left == right) if equal else (holds and left != right)


# --- dispatch by the first argument's class ----------------------------------------------------------
class _SingleDispatch:
    def __init__(self, function: Any) -> None:
        self.registry: dict[Any, Any] = {object: function}

    def register(self, cls: Any, func: Any = None) -> Any:
        """`@f.register(cls)` or `f.register(cls, func)`."""
        if not isinstance(cls, type):
            raise TypeError(
                f"Invalid first argument to `register()`: {cls!r}. "
                "Use either `@register(some_class)` or plain `@register` on an annotated function."
            )
        if func is None:
            return _Registration(self, cls)
        self.registry[cls] = func
        return func

    def dispatch(self, cls: Any) -> Any:
        for base in cls.mro():
            if base in self.registry:
                return self.registry[base]
        return self.registry[object]

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        if not args:
            raise TypeError("function requires at least 1 positional argument")
        return self.dispatch(type(args[0]))(*args, **kwargs)


class _Registration:
    def __init__(self, dispatcher: _SingleDispatch, cls: Any) -> None:
        self.dispatcher = dispatcher
        self.cls = cls

    def __call__(self, func: Any) -> Any:
        self.dispatcher.registry[self.cls] = func
        return func


def singledispatch(func: Any) -> Any:
    return _SingleDispatch(func)


class singledispatchmethod:
    """A method that is chosen by the class of its first argument after the instance."""

    def __init__(self, func: Any) -> None:
        self.dispatcher = _SingleDispatch(func)
        self.func = func

    def register(self, cls: Any, method: Any = None) -> Any:
        return self.dispatcher.register(cls, method)

    def __get__(self, instance: Any, owner: Any = None) -> Any:
        return _BoundDispatch(self, instance, owner)


class _BoundDispatch:
    def __init__(self, method: singledispatchmethod, instance: Any, owner: Any) -> None:
        self.method = method
        self.instance = instance
        self.owner = owner

    def __call__(self, /, *args: Any, **kwargs: Any) -> Any:
        if not args:
            name = getattr(self.method.func, "__name__", "singledispatchmethod method")
            raise TypeError(f"{name} requires at least 1 positional argument")
        method = self.method.dispatcher.dispatch(type(args[0]))
        if self.instance is None:
            return of_class(method, self.owner)(*args, **kwargs)
        return bind_if_function(method, self.instance)(*args, **kwargs)
