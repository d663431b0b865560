"""Write complex numbers, and read them from text."""


def text_of(real: float, imag: float) -> str:
    """`2j` or `(1+2j)`: a real part that is zero, and not negative, is left out."""
    part = _digits(imag) + "j"
    if real == 0.0 and repr(real)[0] != "-":
        return part
    return "(" + _digits(real) + ("" if part[0] == "-" else "+") + part + ")"


def _digits(value: float) -> str:
    return repr(value).removesuffix(".0")


def parse(text: str) -> tuple[float, float]:
    """The parts of `complex(text)`."""
    inner = text.strip()
    if inner[:1] == "(" and inner[-1:] == ")":
        inner = inner[1:-1].strip()
    if inner[-1:] not in ("j", "J"):
        return _number(inner), 0.0
    inner = inner[:-1]
    place = len(inner) - 1
    while place > 0 and not (inner[place] in "+-" and inner[place - 1] not in "eE"):
        place -= 1
    real = _number(inner[:place]) if place > 0 else 0.0
    imag = inner[place:] if place > 0 else inner
    return real, _number(imag + "1" if imag in ("", "+", "-") else imag)


def _number(text: str) -> float:
    if text != text.strip() or not text:
        raise ValueError("complex() arg is a malformed string")
    try:
        return float(text)
    except ValueError:
        raise ValueError("complex() arg is a malformed string") from None
