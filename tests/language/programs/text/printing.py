"""print: separators, files, sys.stdout set to something else, str and repr of objects."""

import sys, io
from contextlib import redirect_stdout
print("a", 1, None, sep="-", end="!\n")
print("err", file=sys.stderr)
print()
print(*[1, 2, 3], sep=", ")
print("x", flush=True)
buf = io.StringIO()
print("to buffer", 5, file=buf)
with redirect_stdout(buf):
    print("redirected")
print(repr(buf.getvalue()))
sys.stdout.write("direct\n")
try:
    print("a", sep=5)  # type: ignore[call-overload]
except TypeError as e:
    print(e)
print("é" * 3, "\U0001f600", "a\tb")
class P:
    pass
print(str(P())[:22], repr(P())[-1])
class Q:
    def __str__(self) -> str:
        return "Q!"
    def __repr__(self) -> str:
        return "<Q>"
print(Q(), [Q()], {"q": Q()}, (Q(),), f"{Q()} {Q()!r}")
class R:
    def __str__(self):
        return 5
try:
    print(R())
except TypeError as e:
    print(e)
print("big" * 5000)
class Broken:
    def write(self, text: str) -> int:
        raise ValueError("no room")
    def flush(self) -> None:
        pass
old = sys.stdout
sys.stdout = Broken()  # type: ignore[assignment]
try:
    print("lost")
except ValueError as e:
    sys.stdout = old
    print(e)
print("back")
