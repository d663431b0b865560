"""Hash bytes: MD5, SHA-1 and the SHA-2 family (FIPS 180-4, RFC 1321), in typed Python.

`Digest` collects bytes into blocks and pads the last one; each algorithm is a function from a
state and a block to the next state. 32-bit words are plain small integers; 64-bit words are pairs
of them, so that nothing here needs a big integer.
"""

from collections.abc import Callable

Bytes = bytes | bytearray | memoryview
_MASK = 0xFFFFFFFF


# --- constants, computed as the standards define them -------------------------------------------------
def _primes(count: int) -> list[int]:
    found: list[int] = []
    candidate = 2
    while len(found) < count:
        if all(candidate % prime for prime in found):
            found.append(candidate)
        candidate += 1
    return found


def _root_fraction(number: int, degree: int, bits: int) -> int:
    """The first bits of the fraction of a square or cube root."""
    target = number << bits * degree
    low = 0
    high = 1 << bits + 5
    while high - low > 1:
        middle = low + high >> 1
        if middle**degree <= target:
            low = middle
        else:
            high = middle
    return low & (1 << bits) - 1


_sha2_constants: list[int] = []
_sha512_constants: list[int] = []


def _constants_32() -> list[int]:
    if not _sha2_constants:
        _sha2_constants.extend([_root_fraction(prime, 3, 32) for prime in _primes(64)])
    return _sha2_constants


def _constants_64() -> list[int]:
    """High and low halves in turn."""
    if not _sha512_constants:
        for prime in _primes(80):
            value = _root_fraction(prime, 3, 64)
            _sha512_constants.append(value >> 32)
            _sha512_constants.append(value & _MASK)
    return _sha512_constants


def _words(block: bytes, big: bool) -> list[int]:
    """The block as 32-bit words."""
    words: list[int] = []
    for at in range(0, len(block), 4):
        if big:
            words.append(block[at] << 24 | block[at + 1] << 16 | block[at + 2] << 8 | block[at + 3])
        else:
            words.append(block[at + 3] << 24 | block[at + 2] << 16 | block[at + 1] << 8 | block[at])
    return words


def _left(word: int, count: int) -> int:
    return (word << count | word >> 32 - count) & _MASK


def _right(word: int, count: int) -> int:
    return (word >> count | word << 32 - count) & _MASK


# --- the compression functions -----------------------------------------------------------------------
def sha256_block(state: list[int], block: bytes) -> None:
    w = _words(block, True)
    for t in range(16, 64):
        x = w[t - 15]
        y = w[t - 2]
        s0 = _right(x, 7) ^ _right(x, 18) ^ x >> 3
        s1 = _right(y, 17) ^ _right(y, 19) ^ y >> 10
        w.append(w[t - 16] + s0 + w[t - 7] + s1 & _MASK)
    k = _constants_32()
    a, b, c, d, e, f, g, h = state
    for t in range(64):
        s1 = _right(e, 6) ^ _right(e, 11) ^ _right(e, 25)
        t1 = h + s1 + (e & f ^ (e ^ _MASK) & g) + k[t] + w[t]
        s0 = _right(a, 2) ^ _right(a, 13) ^ _right(a, 22)
        t2 = s0 + (a & b ^ a & c ^ b & c)
        h = g
        g = f
        f = e
        e = d + t1 & _MASK
        d = c
        c = b
        b = a
        a = t1 + t2 & _MASK
    _add_to(state, [a, b, c, d, e, f, g, h])


def _add_to(state: list[int], values: list[int]) -> None:
    for index in range(len(state)):
        state[index] = state[index] + values[index] & _MASK


def sha1_block(state: list[int], block: bytes) -> None:
    w = _words(block, True)
    for t in range(16, 80):
        w.append(_left(w[t - 3] ^ w[t - 8] ^ w[t - 14] ^ w[t - 16], 1))
    a, b, c, d, e = state
    for t in range(80):
        if t < 20:
            f = (b & c | (b ^ _MASK) & d) + 0x5A827999
        elif t < 40:
            f = (b ^ c ^ d) + 0x6ED9EBA1
        elif t < 60:
            f = (b & c | b & d | c & d) + 0x8F1BBCDC
        else:
            f = (b ^ c ^ d) + 0xCA62C1D6
        new = _left(a, 5) + f + e + w[t] & _MASK
        e = d
        d = c
        c = _left(b, 30)
        b = a
        a = new
    _add_to(state, [a, b, c, d, e])


_MD5_SHIFTS = ((7, 12, 17, 22), (5, 9, 14, 20), (4, 11, 16, 23), (6, 10, 15, 21))
_MD5_SINES = (
    0xD76AA478, 0xE8C7B756, 0x242070DB, 0xC1BDCEEE, 0xF57C0FAF, 0x4787C62A, 0xA8304613, 0xFD469501,
    0x698098D8, 0x8B44F7AF, 0xFFFF5BB1, 0x895CD7BE, 0x6B901122, 0xFD987193, 0xA679438E, 0x49B40821,
    0xF61E2562, 0xC040B340, 0x265E5A51, 0xE9B6C7AA, 0xD62F105D, 0x02441453, 0xD8A1E681, 0xE7D3FBC8,
    0x21E1CDE6, 0xC33707D6, 0xF4D50D87, 0x455A14ED, 0xA9E3E905, 0xFCEFA3F8, 0x676F02D9, 0x8D2A4C8A,
    0xFFFA3942, 0x8771F681, 0x6D9D6122, 0xFDE5380C, 0xA4BEEA44, 0x4BDECFA9, 0xF6BB4B60, 0xBEBFBC70,
    0x289B7EC6, 0xEAA127FA, 0xD4EF3085, 0x04881D05, 0xD9D4D039, 0xE6DB99E5, 0x1FA27CF8, 0xC4AC5665,
    0xF4292244, 0x432AFF97, 0xAB9423A7, 0xFC93A039, 0x655B59C3, 0x8F0CCC92, 0xFFEFF47D, 0x85845DD1,
    0x6FA87E4F, 0xFE2CE6E0, 0xA3014314, 0x4E0811A1, 0xF7537E82, 0xBD3AF235, 0x2AD7D2BB, 0xEB86D391,
)  # fmt: skip
"""floor(2**32 * abs(sin(t + 1))), as RFC 1321 lists them."""


def md5_block(state: list[int], block: bytes) -> None:
    m = _words(block, False)
    a, b, c, d = state
    for t in range(64):
        turn = t >> 4
        if turn == 0:
            f = b & c | (b ^ _MASK) & d
            g = t
        elif turn == 1:
            f = d & b | (d ^ _MASK) & c
            g = 5 * t + 1 & 15
        elif turn == 2:
            f = b ^ c ^ d
            g = 3 * t + 5 & 15
        else:
            f = c ^ (b | d ^ _MASK)
            g = 7 * t & 15
        mixed = a + f + _MD5_SINES[t] + m[g] & _MASK
        a = d
        d = c
        c = b
        b = b + _left(mixed, _MD5_SHIFTS[turn][t & 3]) & _MASK
    _add_to(state, [a, b, c, d])


def sha512_block(state: list[int], block: bytes) -> None:
    """Words are pairs of halves: index 2*i is the high one, 2*i + 1 the low one."""
    w = _words(block, True)
    for t in range(16, 80):
        xh, xl = w[2 * t - 30], w[2 * t - 29]
        yh, yl = w[2 * t - 4], w[2 * t - 3]
        s0h = _rotated(xh, xl, 1) ^ _rotated(xh, xl, 8) ^ xh >> 7
        s0l = _rotated(xl, xh, 1) ^ _rotated(xl, xh, 8) ^ (xl >> 7 | xh << 25 & _MASK)
        s1h = _rotated(yh, yl, 19) ^ _rotated(yl, yh, 29) ^ yh >> 6
        s1l = _rotated(yl, yh, 19) ^ _rotated(yh, yl, 29) ^ (yl >> 6 | yh << 26 & _MASK)
        low = w[2 * t - 31] + s0l + w[2 * t - 13] + s1l
        w.append(w[2 * t - 32] + s0h + w[2 * t - 14] + s1h + (low >> 32) & _MASK)
        w.append(low & _MASK)
    k = _constants_64()
    v = list(state)
    for t in range(80):
        _sha512_round(v, k[2 * t], k[2 * t + 1], w[2 * t], w[2 * t + 1])
    for index in range(0, 16, 2):
        low = state[index + 1] + v[index + 1]
        state[index] = state[index] + v[index] + (low >> 32) & _MASK
        state[index + 1] = low & _MASK


def _rotated(near: int, far: int, count: int) -> int:
    """One half of a 64-bit word turned right by less than 32; for more, pass the halves swapped."""
    return (near >> count | far << 32 - count) & _MASK


def _sha512_round(v: list[int], kh: int, kl: int, wh: int, wl: int) -> None:
    ah, al, bh, bl, ch, cl = v[0], v[1], v[2], v[3], v[4], v[5]
    eh, el, fh, fl, gh, gl = v[8], v[9], v[10], v[11], v[12], v[13]
    s1h = _rotated(eh, el, 14) ^ _rotated(eh, el, 18) ^ _rotated(el, eh, 9)
    s1l = _rotated(el, eh, 14) ^ _rotated(el, eh, 18) ^ _rotated(eh, el, 9)
    t1l = v[15] + s1l + (el & fl ^ (el ^ _MASK) & gl) + kl + wl
    t1h = v[14] + s1h + (eh & fh ^ (eh ^ _MASK) & gh) + kh + wh + (t1l >> 32)
    t1l &= _MASK
    s0h = _rotated(ah, al, 28) ^ _rotated(al, ah, 2) ^ _rotated(al, ah, 7)
    s0l = _rotated(al, ah, 28) ^ _rotated(ah, al, 2) ^ _rotated(ah, al, 7)
    t2l = s0l + (al & bl ^ al & cl ^ bl & cl)
    t2h = s0h + (ah & bh ^ ah & ch ^ bh & ch)
    new_el = v[7] + t1l
    new_eh = v[6] + t1h + (new_el >> 32) & _MASK
    new_al = t1l + t2l
    new_ah = t1h + t2h + (new_al >> 32) & _MASK
    for index in range(15, 1, -1):
        v[index] = v[index - 2]
    v[0] = new_ah
    v[1] = new_al & _MASK
    v[8] = new_eh
    v[9] = new_el & _MASK


# --- digests ---------------------------------------------------------------------------------------------
class HASH:
    """A hash in the making."""

    def __init__(
        self,
        name: str,
        state: list[int],
        block: Callable[[list[int], bytes], None],
        block_size: int,
        digest_size: int,
        big: bool,
    ) -> None:
        self.name = name
        self.block_size = block_size
        self.digest_size = digest_size
        self._state = state
        self._block = block
        self._big = big
        self._rest = b""
        self._length = 0

    def update(self, obj: Bytes, /) -> None:
        data = self._rest + bytes(obj)
        self._length += len(obj)
        size = self.block_size
        at = 0
        while at + size <= len(data):
            self._block(self._state, data[at : at + size])
            at += size
        self._rest = data[at:]

    def copy(self) -> "HASH":
        new = HASH(self.name, list(self._state), self._block, self.block_size, self.digest_size, self._big)
        new._rest = self._rest
        new._length = self._length
        return new

    def digest(self) -> bytes:
        size = self.block_size
        length_size = size >> 3
        padding = (-(len(self._rest) + 1 + length_size)) % size
        order = "big" if self._big else "little"
        tail = (self._length * 8).to_bytes(length_size, "big" if self._big else "little")
        last = self._rest + b"\x80" + bytes(padding) + tail
        state = list(self._state)
        for at in range(0, len(last), size):
            self._block(state, last[at : at + size])
        result = bytearray()
        for word in state:
            result += word.to_bytes(4, "big" if order == "big" else "little")
        return bytes(result[: self.digest_size])

    def hexdigest(self) -> str:
        return self.digest().hex()


def _started(hasher: HASH, data: Bytes) -> HASH:
    if len(data):
        hasher.update(data)
    return hasher


def openssl_md5(string: Bytes = b"", *, usedforsecurity: bool = True) -> HASH:
    state = [0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476]
    return _started(HASH("md5", state, md5_block, 64, 16, False), string)


def openssl_sha1(string: Bytes = b"", *, usedforsecurity: bool = True) -> HASH:
    state = [0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476, 0xC3D2E1F0]
    return _started(HASH("sha1", state, sha1_block, 64, 20, True), string)


def openssl_sha224(string: Bytes = b"", *, usedforsecurity: bool = True) -> HASH:
    # The second halves of the square roots of the ninth to sixteenth primes.
    state = [_root_fraction(prime, 2, 64) & _MASK for prime in _primes(16)[8:]]
    return _started(HASH("sha224", state, sha256_block, 64, 28, True), string)


def openssl_sha256(string: Bytes = b"", *, usedforsecurity: bool = True) -> HASH:
    state = [
        0x6A09E667, 0xBB67AE85, 0x3C6EF372, 0xA54FF53A, 0x510E527F, 0x9B05688C, 0x1F83D9AB, 0x5BE0CD19,
    ]  # fmt: skip
    return _started(HASH("sha256", state, sha256_block, 64, 32, True), string)


def _halves(primes: list[int]) -> list[int]:
    halves: list[int] = []
    for prime in primes:
        value = _root_fraction(prime, 2, 64)
        halves.append(value >> 32)
        halves.append(value & _MASK)
    return halves


def openssl_sha384(string: Bytes = b"", *, usedforsecurity: bool = True) -> HASH:
    return _started(HASH("sha384", _halves(_primes(16)[8:]), sha512_block, 128, 48, True), string)


def openssl_sha512(string: Bytes = b"", *, usedforsecurity: bool = True) -> HASH:
    return _started(HASH("sha512", _halves(_primes(8)), sha512_block, 128, 64, True), string)
