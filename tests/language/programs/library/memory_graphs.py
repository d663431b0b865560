"""Trees, lists, dicts and long chains that come and go: many collections."""


class Node:
    def __init__(self, value: int, left: "Node | None", right: "Node | None") -> None:
        self.value = value
        self.left = left
        self.right = right


def build(depth: int) -> Node:
    if depth == 0:
        return Node(1, None, None)
    return Node(depth, build(depth - 1), build(depth - 1))


def check(node: Node) -> int:
    total = 1
    if node.left is not None:
        total += check(node.left)
    if node.right is not None:
        total += check(node.right)
    return total


def main() -> None:
    keep = build(12)
    for i in range(30):
        print(i, check(build(13)))
    print(check(keep))
    d: dict[str, list[int]] = {}
    for i in range(40000):
        d[str(i % 3000)] = [i, i + 1, i * i]
    print(len(d), sum(v[2] for v in d.values()))
    s = ""
    for i in range(3000):
        s += str(i)
    print(len(s), s[-10:])
    floats = [1e300 * i for i in range(3000)]
    print(sum(1 for f in floats if f > 1e302))
    big = [3 ** i for i in range(300)]
    print(sum(big) % 1000007)
    gen = (str(i) * 10 for i in range(20000))
    print(sum(len(x) for x in gen))
    head = None
    for i in range(20000):
        head = Node(i, head, None)
    n = 0
    while head is not None:
        n += 1
        head = head.left
    print(n)


main()
