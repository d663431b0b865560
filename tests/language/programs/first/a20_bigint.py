"""An integer that outgrows the machine word."""

def power(base: int, n: int) -> int:
    result = 1
    for _ in range(n):
        result *= base
    return result


print(power(2, 61), power(2, 62), power(2, 64), power(3, 50), -power(2, 63))
