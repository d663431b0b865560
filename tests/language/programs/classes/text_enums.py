"""Enumerations whose members are texts, in untyped code: a member is a str, and prints as its class says."""

from enum import Enum, StrEnum, IntEnum, auto
import json
class L(str, Enum):
    A = "a"
    LONG = "a longer value with ü"
    EURO = "€"
class S(StrEnum):
    X = auto()
    Other = "other"
class N(IntEnum):
    ONE = 1
    BIG = 1 << 80
class P(Enum):
    Q = 5
print(L.A, repr(L.A), L.A.value, L.A.name, L.A == "a", "a" == L.A, L.A is L("a"), isinstance(L.A, str))
print(L.A + "b", "x" + L.A, L.A.upper(), len(L.LONG), L.LONG[2:8], L.EURO * 3, {L.A: 1}["a"], {"a": 2}[L.A], L.A in {"a"})
print(f"{L.A}|{L.A:>5}|{S.X}|{S.X:>5}|{S.X!r}", "%s %s" % (L.A, S.X), str(L.EURO), str(S.Other), "{} {}".format(L.A, S.X))
print(json.dumps({"k": L.A, L.LONG: S.Other, "n": N.ONE}))
print("-".join([L.A, S.X, "z"]), "abc".startswith(L.A), "abc".replace(L.A, "z"), L.A in ("a", "b"), sorted([L.EURO, "A", S.X, L.A]))
print(N.ONE + 1, N.BIG + 1, N.BIG, P.Q, P.Q.value, N.ONE == 1, [1, 2][N.ONE])
print(L.A.ljust(3), L.A.zfill(3), L.A.partition("x"), L.A.strip(), L.A.encode(), L.A.replace("q", ""), L.A[:], L.A + "", "" + S.X)
def plain(x): return x.strip(), x[:], x + "", x.replace("zz", ""), str(x), f"{x}", format(x), x.lower(), x.removeprefix("zz"), x.center(0), x.zfill(0)
print(plain(L.A)); print(plain(S.X))
