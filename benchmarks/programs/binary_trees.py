"""Many short-lived trees beside one that lives: allocation and collection."""

import sys
import time


class Tree:
    def __init__(self, left: "Tree | None", right: "Tree | None") -> None:
        self.left = left
        self.right = right


def build(depth: int) -> Tree:
    if depth == 0:
        return Tree(None, None)
    return Tree(build(depth - 1), build(depth - 1))


def count(tree: Tree) -> int:
    left = tree.left
    right = tree.right
    if left is None or right is None:
        return 1
    return 1 + count(left) + count(right)


def run(depth: int) -> str:
    lines: list[str] = []
    lines.append(f"stretch {count(build(depth + 1))}")
    long_lived = build(depth)
    for d in range(4, depth + 1, 4):
        rounds = 1 << (depth - d + 4)
        total = 0
        for _ in range(rounds):
            total += count(build(d))
        lines.append(f"{rounds} trees of depth {d} {total}")
    lines.append(f"long lived {count(long_lived)}")
    return "; ".join(lines)


def main() -> None:
    n = int(sys.argv[1])
    started = time.perf_counter()
    result = run(n)
    elapsed = time.perf_counter() - started
    print(result)
    print(elapsed, file=sys.stderr)


main()
