"""The library's classes show CPython's names: in full in messages where CPython has them in C."""

import asyncio
import collections
import contextvars
import datetime
import functools
import io
import itertools
import operator
import re
import struct
import types
import uuid
from typing import Any


class Ring(collections.deque[int]):
    class Inner:
        pass


def show(value: Any) -> None:
    print(type(value), type(value).__name__, type(value).__qualname__)
    try:
        value @ 1
    except TypeError as error:
        print(error)


async def main() -> None:
    show(asyncio.get_running_loop().create_future())
    show(asyncio.current_task())
    show(asyncio.Lock())


asyncio.run(main())
today = datetime.datetime(2000, 1, 1)
for value in (
    io.StringIO(), io.BytesIO(b""), re.compile("a"), re.match("a", "a"), struct.Struct("i"), itertools.count(),
    itertools.chain(), itertools.groupby([]), itertools.product(), itertools.tee([])[0], functools.partial(print),
    functools.lru_cache(show), functools.cmp_to_key(operator.sub)(1), operator.itemgetter(1), today, today.date(),
    today.time(), datetime.timedelta(), datetime.timezone.utc, types.SimpleNamespace(), contextvars.ContextVar("c"),
    collections.deque(), collections.defaultdict(), collections.OrderedDict(),
    collections.Counter(), collections.ChainMap(), collections.UserList(), uuid.UUID(int=1), Ring(), Ring.Inner(),
):
    show(value)
