"""struct: pack, unpack, byte orders, sizes, errors; int.to_bytes beside it."""

import struct


def main() -> None:
    print(struct.pack(">HIB", 1, 2, 3), struct.pack("<hiq", -1, -2, -3), struct.pack("!4s2x?", b"ab", True), struct.calcsize(">HIB"), struct.calcsize("<qH"), struct.calcsize("!6s2H"))
    print(struct.unpack(">HIB", b"\x00\x01\x00\x00\x00\x02\x03"), struct.unpack("<d", struct.pack("<d", 1.5)), struct.unpack(">f", struct.pack(">f", 0.1)), struct.unpack("<3B", b"abc"))
    data = bytearray(8)
    struct.pack_into(">I", data, 2, 0xDEADBEEF)
    print(data, struct.unpack_from(">H", data, 3), list(struct.iter_unpack("<H", b"\x01\x00\x02\x00")))
    header = struct.Struct("!HHIIBB")
    packed = header.pack(80, 12345, 1 << 31, 7, 0x50, 0x12)
    print(header.size, packed.hex(), header.unpack(packed), header.format)
    for format, values in ((">H", (70000,)), (">H", ("a",)), (">H", ()), ("<B", (-1,)), ("z", (1,))):
        try:
            print(struct.pack(format, *values))
        except struct.error:
            print("struct.error", format)
    try:
        struct.unpack(">I", b"abc")
    except struct.error as error:
        print(error)
    print(struct.unpack("<e", struct.pack("<e", 0.5)), struct.pack("<Q", 2 ** 64 - 1), struct.unpack("<q", b"\xff" * 8), struct.pack("5s", b"abcdefgh"), struct.pack("c", b"x"))


main()
