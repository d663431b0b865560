"""Every method of bytes and bytearray, with decoding of what is malformed."""

from collections.abc import Callable

VALUES = [
    b"", b"a", b"abcabcab", b" a  b ", b"\t\n x\r\ny\x0bz", b"a\xe9\xff", b"Hello World", b"hELLO they're", b"123",
    b"'", b'"', b"'\"\\", b"\x00\x7f\x80", b"a,b,,c", b",", b"\tab\tc", b"-12", b"+5", b"a" * 40 + b"b", b"\r",
]  # fmt: skip
PARTS = [b"", b"a", b"ab", b",", b"cab", b"\xff", b" "]
MALFORMED = [
    b"a\xffb", b"\xc3", b"\xc3(", b"\xe2\x82", b"\xe2(\xa1", b"\xe2\x82(", b"\xf0\x9f\x98", b"\xf0\x9f\x98(", b"\xf0(",
    b"\xed\xa0\x80", b"\xed\xb2\x80x", b"\xc0\x80", b"\xf4\x90\x80\x80", b"\xf5", b"\x80", b"\xe2\x82\xac \xf0\x9f\x98\x80",
    b"\xe0\x80\x80", b"\xe2", b"\xf0", b"\xf0\x9f", b"\xf0\x8f\xbf\xbf", b"\xe9t\xe9",
]  # fmt: skip


def show(name: str, operation: Callable[[], object]) -> None:
    try:
        print(name, ascii(operation()))
    except Exception as error:
        print(name, type(error).__name__, error)


def alone(value: bytes) -> None:
    print(value, len(value), value.lower(), value.upper(), value.swapcase(), value.title(), value.capitalize())
    print(value.isalnum(), value.isalpha(), value.isascii(), value.isdigit(), value.islower(), value.isspace())
    print(value.istitle(), value.isupper(), value.split(), value.rsplit(), value.splitlines(), value.splitlines(True))
    print(value.strip(), value.lstrip(), value.rstrip(), value.expandtabs(), value.zfill(5), value.center(9, b"*"))
    print(value.ljust(7, b"."), value.rjust(8), value * 3, value[::-1], value[1:], value[:-1], value[::2], list(value))
    print(value.hex(), value.hex(":"), value.hex("-", 2), value.hex(".", -3), value.split(None, 1), value.rsplit(None, 1))
    show("decode", lambda: value.decode())
    show("index", lambda: value[3])


def paired(value: bytes, part: bytes) -> None:
    print(part in value, value.find(part), value.rfind(part), value.count(part), value.find(part, 1, -1), 97 in value)
    print(value.startswith(part), value.endswith(part), value.startswith(part, 2), value.endswith((b"x", part), 0, -1))
    print(value == part, value < part, value <= part, value > part, value >= part, value != part)
    print(value.removeprefix(part), value.removesuffix(part), value.strip(part), value + part, part.join([value, b"-"]))
    print([value.replace(part, new, count) for new in (b"", b"x", b"yz") for count in (-1, 0, 1, 3)])
    show("split", lambda: [value.split(part), value.rsplit(part), value.split(part, 1), value.rsplit(part, 1)])
    show("partition", lambda: [value.partition(part), value.rpartition(part)])
    show("index", lambda: [value.index(part), value.rindex(part)])


def change(name: str, operation: Callable[[bytearray], object]) -> None:
    for content in (b"", b"a", b"abcdefgh"):
        buffer = bytearray(content)
        try:
            result = operation(buffer)
            print(name, result, buffer)
        except Exception as error:
            print(name, type(error).__name__, error, buffer)


def assign(buffer: bytearray, start: int | None, stop: int | None, step: int | None, value: bytes) -> None:
    buffer[start:stop:step] = value


def delete(buffer: bytearray, start: int | None, stop: int | None, step: int | None) -> None:
    del buffer[start:stop:step]


def put(buffer: bytearray, index: int, value: int) -> None:
    buffer[index] = value


def put_into(view: memoryview, index: int, value: int) -> None:
    view[index] = value


def changes() -> None:
    change("append", lambda b: b.append(7))
    change("append", lambda b: b.append(256))
    change("extend", lambda b: b.extend(b"xyz"))
    change("extend", lambda b: b.extend([1, 2]))
    change("clear", lambda b: b.clear())
    change("pop", lambda b: b.pop())
    change("pop", lambda b: b.pop(0))
    change("insert", lambda b: b.insert(1, 65))
    change("remove", lambda b: b.remove(97))
    change("reverse", lambda b: b.reverse())
    change("put", lambda b: put(b, -1, 88))
    change("put", lambda b: put(b, 100, 88))
    change("put", lambda b: put(b, 0, 300))
    change("copy", lambda b: b.copy())
    change("part", lambda b: [b[1:3], b[::-1], b.upper(), b.split(b"c"), b.partition(b"d"), b.find(b"e"), b + b"!", b * 2])
    for start, stop, step in [(1, 3, None), (5, 2, None), (None, None, None), (None, None, 2), (None, None, -2), (4, 1, -1)]:
        change("delete", lambda b: delete(b, start, stop, step))
        for value in (b"", b"q", b"12345"):
            change("assign", lambda b: assign(b, start, stop, step, value))


def views() -> None:
    buffer = bytearray(b"0123456789")
    view = memoryview(buffer)
    part = view[2:8]
    part[0] = 65
    part[1:3] = b"xy"
    print(buffer, bytes(part), part.tolist(), len(part), part[-1], bytes(part[::-1]), part == memoryview(b"Axy567"), part.nbytes)
    part.release()
    with view:
        try:
            buffer.append(1)
        except BufferError as error:
            print(error)
    buffer.append(33)
    print(bytes(memoryview(buffer)[:4]))
    del buffer[:4]
    print(buffer, memoryview(b"abc").readonly, memoryview(b"abc").hex())
    with memoryview(b"abc") as read_only:
        show("write", lambda: put_into(read_only, 0, 1))
    show("released", lambda: read_only[0])


def main() -> None:
    for value in VALUES:
        alone(value)
        for part in PARTS:
            paired(value, part)
    for value in MALFORMED:
        for errors in ("strict", "ignore", "replace", "backslashreplace", "surrogateescape", "surrogatepass"):
            show(errors, lambda: value.decode("utf-8", errors))
        show("ascii", lambda: value.decode("ascii", "replace"))
        show("ascii", lambda: value.decode("ascii"))
        show("latin", lambda: value.decode("latin-1"))
    changes()
    views()


main()
