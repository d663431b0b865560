"""Texts that grow by += in a local variable: aliases, kinds, empty parts, failures, generators, hashes."""

from collections.abc import Iterator


def build(count: int) -> str:
    text = ""
    for i in range(count):
        text += "x"
        text += str(i)
    return text


def aliases() -> list[str]:
    seen: list[str] = []
    text = "start of a text that is long enough to have room to spare behind it" * 2
    for i in range(4):
        text += "-more-"
        seen.append(text)
        text += f"{i}"
    kept = text
    text += "!"
    text += "?"
    other = text
    other += "other"
    text += "text"
    return [*seen, kept[-8:], text[-8:], other[-8:]]


def kinds() -> str:
    text = "a" * 100
    for more in ("b", "\u00e9", "c", "\u20ac", "d", "\U0001f600", "e", "", "\u00e9"):
        text += more
        text += more
    return f"{text[95:]} {len(text)} {text.isascii()} {hash(text) == hash(text[:50] + text[50:])}"


def keys() -> dict[str, int]:
    counts: dict[str, int] = {}
    key = ""
    for letter in "abcabc":
        key += letter
        counts[key] = counts.get(key, 0) + 1
        key = key + letter
        if len(key) > 4:
            key = ""
    return counts


def risky(n: int) -> str:
    if n == 2:
        raise ValueError(n)
    return "ok" * n


def failing() -> str:
    text = "begin " * 12
    for n in range(4):
        try:
            text += "|"
            text += risky(n)
        except ValueError as error:
            text = text + f"({error})" + "."
        try:
            text = text + "lost" + risky(2)
        except ValueError:
            pass
    return text


def itself() -> str:
    text = "ab" * 40
    for _ in range(3):
        text += text
        text += text[:3]
        text += (text := "new" * 30)
        text = text + "z" + "y"
    return f"{len(text)} {text[-20:]}"


def pieces(parts: list[str], text: str = "") -> Iterator[str]:
    for part in parts:
        text += part
        text += "," * 40
        yield text
        text += "."


def unset(flag: bool) -> str:
    try:
        if flag:
            text = "x"
        text += "y"
    except UnboundLocalError:
        return "unbound"
    return text


def untyped(parts):
    out = ""
    for part in parts:
        out += part
        out += part
    total = 0
    for number in (1, 2.5):
        total += number
    return out, total


def lists() -> str:
    rows = ""
    for row in [[1, 2], [3]]:
        line = ""
        for cell in row:
            line += f"{cell};"
        rows += line + "\n"
    return rows


def empty_parts(text: str) -> list[str]:
    before = text
    text += ""
    text += "tail" * 20
    text += ""
    return [before, text, str(text is before)]


long = build(3000)
print(len(long), long[:20], long[-20:], hash(long) == hash(build(3000)), long == build(3000))
print(aliases())
print(kinds())
print(keys())
print(failing())
print(itself())
print([p[-60:] for p in pieces(["a", "bc", "\u20ac"])], list(pieces(["x"], "start" * 20)))
print(unset(True), unset(False), untyped(["a", "b" * 50]), lists())
print(empty_parts("p"), empty_parts(""))
module_text = ""
for word in ("at", "module", "level"):
    module_text += word
    module_text += " "
print(module_text)
