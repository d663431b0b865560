"""Complex numbers: literals, text, arithmetic, comparison, hashing."""

import math
z = 3.5 + 1j
print(z, 1j, -1j, 2j + 0, complex(1, 2), complex("1-2.5j"), complex("3"), complex("-j"), complex(" (1e3+4e-2j) "))
print(z.real, z.imag, z.conjugate(), abs(3 + 4j), abs(1e200 + 1e200j))
print(z == 3.5 + 1j, z != 2, 2 == 2 + 0j, 2.5 == 2.5 + 0j, 1j == 1, hash(2 + 0j) == hash(2), hash(1.5 + 0j) == hash(1.5))
print(z * z, z - 1, 1 - z, z / 2, 2 / z, z / (1 + 2j), z ** 2, z ** -2, z * 2, 2 * z, +z, -z, bool(0j), bool(z))
print(sum([1, 1j]), sum((x for x in [1, 1j]), 2j))


def total(values: list[complex]) -> complex:
    result: complex = 0
    for value in values:
        result += value
    return result


print(total([1, 2.5, 3j]), [1j, 2 + 3j], {1j: "a"}[1j], 5j in {None, False, 5j, "x"})
print(isinstance(1j, complex), isinstance(1, complex), type(1j), f"{1j}", str(2 - 0.5j), repr(-0.0 + 1j))
for bad in ("", "1+", "abc", "1 + 2j", "1+2"):
    try:
        print(complex(bad))
    except ValueError as error:
        print(bad, error)
try:
    print(z / 0)
except ZeroDivisionError as error:
    print(type(error).__name__)
try:
    print(z < 1j)  # type: ignore[operator]
except TypeError as error:
    print(error)
print(complex(math.inf, math.nan), complex(1j, 2j), complex(), complex(True), complex(imag=2))
