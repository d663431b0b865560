"""Build, index, change and loop over a list."""

def main() -> None:
    items = [3, 1, 2]
    items.append(4)
    items[0] = 10
    total = 0
    for item in items:
        total += item
    print(items, total, len(items))


main()
