"""MemoryError can be raised and caught, and the program goes on."""


def grow(limit: int) -> int:
    chunks: list[bytearray] = []
    try:
        while len(chunks) < limit:
            chunks.append(bytearray(1 << 16))
    finally:
        count = len(chunks)
        chunks.clear()
    return count


def main() -> None:
    for size in (1 << 62, 1 << 61):
        try:
            print(len(bytearray(size)))
        except (MemoryError, OverflowError) as error:
            print(isinstance(error, MemoryError))
    try:
        print(len([0] * (1 << 59)))
    except MemoryError as error:
        print(type(error).__name__)
    try:
        print(len("ab" * (1 << 61)))
    except MemoryError as error:
        print(type(error).__name__)
    print(grow(20))
    try:
        raise MemoryError("by hand")
    except MemoryError as error:
        print(error)
    total = 0
    for i in range(200):
        total += len(bytearray(1 << 12)) + len([i] * 100)
    print(total)


main()
