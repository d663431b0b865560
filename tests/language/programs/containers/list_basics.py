"""list: building, indexing, slicing, methods, slice assignment and deletion, errors."""


def attempt(items: list[int], index: int) -> None:
    try:
        print(items[index])
    except IndexError as error:
        print(type(error).__name__, error)


def main() -> None:
    items = [3, 1, 4, 1, 5]
    print(items, len(items), items[0], items[-1], items[1:3], items[::-1], items[::2], items[10:], items[-3:])
    attempt(items, 5)
    attempt(items, -6)
    items.append(9)
    items.extend([2, 6])
    items.insert(0, 7)
    items.insert(-1, 8)
    items.insert(100, 10)
    items += (11, 12)
    print(items, items.pop(), items.pop(0), items.pop(-2), items)
    items.remove(1)
    print(items.index(1), items.count(1), items.index(5, 2), 4 in items, 99 in items, items + [0], [0] * 3, 2 * [1, 2])
    for action in ("remove", "index", "pop"):
        try:
            if action == "remove":
                items.remove(77)
            elif action == "index":
                items.index(77)
            else:
                [].pop()
        except (ValueError, IndexError) as error:
            print(type(error).__name__, error)
    items.reverse()
    print(items)
    items.sort()
    print(items, sorted(items, reverse=True), min(items), max(items), sum(items))
    items[1:3] = [20, 30, 40]
    items[0:0] = [-1, -2]
    items[-1:] = []
    items[::2] = [0] * len(items[::2])
    print(items)
    try:
        items[::2] = [1]
    except ValueError as error:
        print(error)
    del items[0]
    del items[-1], items[1:3]
    del items[::2]
    print(items)
    copy = items.copy()
    copy.clear()
    alias = items
    alias.append(5)
    print(copy, items, alias is items, items == list(items), [1, 2] < [1, 3], [1] < [1, 0], [] < [0], [1, 2] != [1, 2])
    nested = [[0] * 2 for _ in range(2)]
    shared = [[0] * 2] * 2
    nested[0][1] = 1
    shared[0][1] = 1
    print(nested, shared, [[1, [2, [3]]], []], list("abc"), list(range(3)), list((1, 2)), list({4: 5}))
    recursive: list[object] = [1]
    recursive.append(recursive)
    print(recursive, bool([]), bool([None]))
    try:
        items[0] = 1 // (items[0] - items[0])
    except ZeroDivisionError:
        print("unchanged", items)


main()
