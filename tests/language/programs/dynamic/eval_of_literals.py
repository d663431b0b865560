"""`eval` of texts that are known when the image is built."""

LIMIT = 7


def test(count: int) -> None:
    t: bool = eval("True")
    f: bool = eval("False")
    print(t and not f, eval("count + 1"), eval("LIMIT * 2"), eval("'foo' + chr(0x1245) + chr(0) + 'bar'"))
    print(eval("b'foo' + bytes([0xde, 0])"), eval("2.5e1000"), eval(" -3.75j"), eval("[1, 2][0] if count else {}"))


test(3)
print(eval("2875872359823758923758923759"))
try:
    eval("1 / 0")
except ZeroDivisionError as error:
    print(type(error).__name__)
