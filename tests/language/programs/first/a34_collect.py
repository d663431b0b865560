"""More garbage than memory: the collector must run."""

class Node:
    def __init__(self, value: int, next: "Node | None") -> None:
        self.value = value
        self.next = next


def main() -> None:
    keep: list[Node] = []
    total = 0
    for i in range(300_000):
        node = Node(i, None)
        node.next = Node(i + 1, node)
        total += node.next.value
        if i % 30_000 == 0:
            keep.append(node)
    print(total, [n.value for n in keep], len("x" * 1000))
    for i in range(2000):
        text = "word " * 2000
        total += len(text)
    print(total)


main()
