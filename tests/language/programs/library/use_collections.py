"""collections: deque, Counter, defaultdict, OrderedDict, ChainMap."""

from collections import ChainMap, Counter, OrderedDict, defaultdict, deque


def main() -> None:
    queue: deque[object] = deque([1, 2, 3], maxlen=4)
    queue.append(4)
    queue.append(5)
    queue.appendleft(0)
    print(queue, len(queue), queue.popleft(), queue.pop(), queue[0], queue[-1], 3 in queue, list(reversed(queue)), queue.maxlen)
    queue.extend("ab")
    queue.extendleft([9])
    queue.rotate(1)
    print(queue, queue.count("a"), queue.index("a"))
    try:
        deque[int]().pop()
    except IndexError as error:
        print(error)
    unbounded: deque[int] = deque()
    for i in range(1000):
        unbounded.append(i)
        if i % 3 == 0:
            unbounded.popleft()
    print(len(unbounded), unbounded[0], sum(unbounded), bool(deque()), deque("ab") == deque("ab"))
    counts = Counter("mississippi")
    print(counts, counts["s"], counts["z"], counts.most_common(2), sorted(counts.elements())[:3], counts.total())
    counts.update("miss")
    counts.subtract({"i": 10})
    print(counts["i"], counts["m"], Counter(a=3, b=1) + Counter(a=1, c=2), Counter(a=3, b=1) - Counter(a=1, b=5), Counter(a=1) == Counter({"a": 1}))
    groups: defaultdict[str, list[int]] = defaultdict(list)
    for i, word in enumerate("a b a c b a".split()):
        groups[word].append(i)
    print(dict(groups), groups, "z" in groups, groups.get("z"), groups["z"], len(groups))
    tally: defaultdict[str, int] = defaultdict(int)
    tally["x"] += 5
    print(tally, defaultdict[str, str](lambda: "d")["any"])
    ordered = OrderedDict([("b", 1), ("a", 2)])
    ordered.move_to_end("b")
    ordered["c"] = 3
    print(list(ordered), ordered.popitem(last=False), ordered == OrderedDict([("b", 1), ("c", 3)]), ordered == {"c": 3, "b": 1})
    chain = ChainMap({"a": 1}, {"a": 2, "b": 3})
    print(chain["a"], chain["b"], sorted(chain), len(chain), chain.get("z", 0))


main()
