"""List, dict and set comprehensions."""

def main() -> None:
    squares = [n * n for n in range(6) if n % 2 == 0]
    table = {n: str(n) for n in squares}
    print(squares, table, sorted({n % 3 for n in range(9)}))


main()
