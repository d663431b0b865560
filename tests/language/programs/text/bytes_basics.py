"""bytes and bytearray: literals, indexing, methods, mutation, comparison, errors."""


def main() -> None:
    data = b"hello\x00\xff\n"
    print(data, len(data), data[0], data[-1], data[1:4], data[::-1], data + b"!", b"ab" * 2, 108 in data, b"ll" in data)
    print(list(b"abc"), bytes([1, 2, 255]), bytes(3), bytes(b"x"), bytes(range(4)), b"a" < b"b", b"a" == b"a", b"" == b"")
    print(repr(b"it's"), repr(b'"'), repr(b"'\""), b"\t\r\n\\", b"\x41\101", bytes.fromhex("00 ff 7f"), b"\x00\xab".hex(), b"\x01\x02\x03".hex(":"))
    for value in (-1, 256):
        try:
            bytes([value])
        except ValueError as error:
            print(error)
    try:
        print(data[99])
    except IndexError as error:
        print(error)
    print(b"a,b,,c".split(b","), b" x ".strip(), b"abc".replace(b"b", b"BB"), b"abc".find(b"c"), b"abcabc".count(b"bc"), b"Abc".upper(), b"ABC".lower())
    print(b",".join([b"x", b"y"]), b"abc".startswith(b"ab"), b"abc".endswith((b"x", b"c")), b"k=v".partition(b"="), b"a\nb".splitlines(), b"x".rjust(3), b"12".isdigit())
    print(b"%s-%d-%x" % (b"a", 5, 255), b"x".zfill(3), b"abc".translate(bytes(range(256)), b"b"), hash(b"a") == hash(bytes([97])))
    buffer = bytearray(b"abc")
    buffer.append(100)
    buffer.extend(b"ef")
    buffer += b"!"
    buffer[0] = 65
    buffer[1:3] = b"12345"
    print(buffer, len(buffer), buffer[0], buffer[-1:], bytes(buffer), buffer == b"A12345def!", repr(bytearray()))
    del buffer[0]
    del buffer[:2]
    buffer.insert(1, 0x2A)
    print(buffer, buffer.pop(), buffer.pop(0), buffer)
    buffer.remove(0x2A)
    buffer.reverse()
    print(buffer, buffer.find(b"e"), buffer.decode(), buffer.upper(), bytearray(2), bytearray([1, 2]) * 2)
    try:
        buffer.append(256)
    except ValueError as error:
        print(error)
    try:
        buffer[100] = 1
    except IndexError as error:
        print(error)
    buffer.clear()
    print(buffer, bool(buffer), bool(b"x"), sum(b"\x01\x02"), max(b"az"), sorted(b"cab"), b"".join(bytes([i]) for i in (72, 105)))
    buffer.extend(range(5))
    buffer[::2] = b"xyz"
    print(buffer, buffer[::2], bytes(reversed(buffer)))


def same(left: bytes | None, right: bytes | bytearray | None) -> list[bool]:
    return [left == right, left != right, right == left]


def with_anything(value):
    """Operators with operands of unknown class."""
    for operation in (
        lambda: b"a" < value,
        lambda: value >= b"a",
        lambda: b"a" + value,
        lambda: bytearray(b"a") + value,
        lambda: {1} + value,
    ):
        try:
            print(operation())
        except TypeError as error:
            print(error)


main()
print(same(None, b"x"), same(b"x", None), same(b"x", b"x"), same(b"x", bytearray(b"x")), same(b"x", b"y"))
for other in (3, None, "text", b"b", bytearray(b"0")):
    with_anything(other)
