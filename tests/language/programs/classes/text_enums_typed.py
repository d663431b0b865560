"""Enumerations whose members are texts, where a str is expected: formatting, matching, fields, keys."""

import logging, sys
from dataclasses import dataclass
from enum import Enum, StrEnum
class L(str, Enum):
    A = "a"
    B = "b"
class S(StrEnum):
    X = "x"
def f(x: str) -> str: return f"<{x}>" + str(x) + "{}".format(x) + "%s" % x + format(x)
def g(x: str) -> None:
    print(x, repr(x), [x], end=f"{x:>4}|{x!r}\n")
def h(x: str, y: str) -> list[str]:
    return sorted([x, y], reverse=True) + x.split("q") + [x + y, y * 2, x[0], max(x, y)]
def k(kind: L) -> str:
    match kind:
        case L.A: return "first"
        case L.B: return "second"
def m(text: str) -> str:
    match text:
        case "a": return "A!"
        case L.B: return "B!"
        case str(): return "str"
print(f(L.A), f(S.X), f("p")); g(L.B); g(S.X); g("p"); print(h(L.A, S.X), k(L.B), k(L("a")), m(L.A), m(L.B), m("b"), m(S.X))
@dataclass
class D:
    kind: L = L.A
    text: str = S.X
d = D(); d.text = L.B
print(d, d == D(L.A, "b"), hash(L.A) == hash("a"), {d.kind, "a", L.B} == {"a", "b"})
logging.basicConfig(level=logging.INFO, stream=sys.stdout, format="%(levelname)s %(message)s")
logging.info(L.A); logging.info("k %s %r", L.A, S.X)
sys.stdout.write(L.B); sys.stdout.write("\n"); print(L.A, S.X, sep=S.X, end=L.B + "\n"); print("".join([L.A]), "".join(map(str, L)), ", ".join(L), [*S], list(L))
print({L.A: 1, S.X: 2}, {str(k): v for k, v in {L.A: 1}.items()}, L["A"], L.A < L.B, L.A != "a", L.A > "A", bool(L.A), len(L), len(L.A), ord(L.A), int(S.X, 36))
def un(x): return x == "a", x in ("a",), f"{x}", x.name, x.value, type(x), isinstance(x, (int, str)), x.upper().lower() is not None
print(un(L.A)); os = {"a": 1}; print(os.get(L.A), os[L("a")], "a" in {L.A}, L.A.__class__, type(L.A.value), type(S.X.value), type(str(S.X)))
try: L("zz")
except ValueError as e: print(e)
print(L.A.capitalize(), S.X.join(["1", "2"]), "a,b".split(","), [c for c in L.A], "x" in S.X, S.X.isalpha(), L.A.encode(), bytes(L.A, "ascii"), L.A.count("a"), L.A.find("b"), hash(S.X) == hash("x"))
