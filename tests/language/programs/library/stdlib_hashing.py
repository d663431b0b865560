"""hashlib, hmac, base64, binascii, struct."""

import zlib
import base64
import binascii
import hashlib
import hmac
import struct


def main() -> None:
    for name in ("md5", "sha1", "sha224", "sha256", "sha384", "sha512"):
        print(name, hashlib.new(name, b"sesha" * 50).hexdigest())
    h = hashlib.sha256()
    h.update(b"ab")
    h.update(b"c")
    print(h.hexdigest() == hashlib.sha256(b"abc").hexdigest(), h.digest_size, h.block_size, h.name)
    print(hmac.new(b"key", b"message", "sha256").hexdigest(), hmac.compare_digest(b"a", b"a"))
    print(base64.b64encode(b"any carnal pleas"), base64.b64decode("YW55IGNhcm5hbA=="), base64.urlsafe_b64encode(b"\xff\xfe\xfd"), base64.b32encode(b"hello"), base64.b16encode(b"\x01\xab"))
    print(binascii.crc32(b"123456789"), binascii.hexlify(b"\x00\xff"), binascii.unhexlify("00ff"))
    try:
        base64.b64decode("abc")
    except binascii.Error as error:
        print(error)
    print(struct.pack("<bBhHiIqQ?fd3s", -1, 255, -2, 65535, -3, 4294967295, -4, 2**64 - 1, True, 1.5, -2.25, b"abcd"))
    print(struct.unpack(">hIq", b"\xff\xfe\x00\x00\x01\x00" + b"\xff" * 8), struct.calcsize("@bhiqd"), struct.unpack_from("!H", b"abcd", 2))
    print(list(struct.iter_unpack("<HB", b"\x01\x00\x02\x03\x00\x04")), struct.Struct("!2H").pack(1, 2), struct.unpack("<e", struct.pack("<e", 0.1)))
    for make in (lambda: struct.pack("<B", 300), lambda: struct.unpack("<I", b"abc"), lambda: struct.pack("z", 1)):
        try:
            print(make())
        except struct.error as error:
            print(error)


main()
print(zlib.crc32(b"hello"), zlib.crc32(b"lo", zlib.crc32(b"hel")), zlib.adler32(b"hello"), zlib.adler32(b"\xff" * 9999))
