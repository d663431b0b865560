"""Classes: attributes, methods, class variables, repr and str, identity, deletion, dynamic absence."""


class Account:
    opened = 0
    currency: str = "EUR"

    def __init__(self, owner: str, balance: float = 0.0) -> None:
        self.owner = owner
        self.balance = balance
        self.history: list[tuple[str, float]] = []
        Account.opened += 1

    def deposit(self, amount: float) -> "Account":
        if amount <= 0:
            raise ValueError(f"cannot deposit {amount}")
        self.balance += amount
        self.history.append(("deposit", amount))
        return self

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.owner!r}, {self.balance})"


class Empty:
    pass


class Lazy:
    value: int

    def fill(self) -> None:
        self.value = 5


class Chain:
    def __init__(self, next: "Chain | None" = None) -> None:
        self.next = next

    def depth(self) -> int:
        return 1 if self.next is None else 1 + self.next.depth()


def main() -> None:
    ann = Account("ann")
    bob = Account("bob", 10.5)
    print(ann, bob, Account.opened, ann.opened, ann.currency, Account.currency)
    print(ann.deposit(5).deposit(2.5).balance, ann.history, ann == bob, ann == ann, ann != bob, ann is not bob)
    try:
        bob.deposit(-1)
    except ValueError as error:
        print(error)
    ann.currency = "USD"
    print(ann.currency, bob.currency, Account.currency)
    Account.currency = "CHF"
    print(ann.currency, bob.currency, str(bob), f"{bob}", [bob], {"k": bob})
    lazy = Lazy()
    try:
        print(lazy.value)
    except AttributeError as error:
        print(type(error).__name__, error)
    lazy.fill()
    print(lazy.value)
    del lazy.value
    print(hasattr(lazy, "value"), hasattr(ann, "owner"), hasattr(ann, "nothing"), getattr(ann, "owner"), getattr(ann, "nothing", "default"))
    print(Chain(Chain(Chain())).depth(), isinstance(ann, Account), isinstance(ann, Empty), issubclass(Account, object), isinstance(ann, (int, Account)))
    print(type(ann) is Account, type(ann).__name__, Account.__name__, Account.__qualname__, Account.__module__, ann.__class__ is Account)
    print(bool(Empty()), Empty() == Empty(), len({Empty(), Empty()}), Empty() != 5, callable(Empty))
    accounts = {ann: "first", bob: "second"}
    print(accounts[bob], ann in accounts, [a.owner for a in sorted(accounts, key=lambda a: -a.balance)])
    setattr(ann, "balance", 1.25)
    print(ann.balance, Account.deposit(ann, 1).balance)
    try:
        print(Account())  # type: ignore[call-arg]
    except TypeError as error:
        print(error)
    try:
        ann.missing()  # type: ignore[attr-defined]
    except AttributeError as error:
        print(error)


main()


made = 0


class Numbered:
    """Counts its instances before anything is assigned."""

    def __init__(self, key: str) -> None:
        global made
        made += 1
        self.number = made
        self.key = key
        self.spare = [key]


numbered = [Numbered(key) for key in "abc"]
table = {item.key: item for item in numbered}
del table[numbered[1].key]
print(sorted(table), [item.number for item in numbered], made)
del numbered[0].spare, table[numbered[2].key]
try:
    print(numbered[0].spare)
except AttributeError as missing:
    print(missing, numbered[1].spare, list(table))
