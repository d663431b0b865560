"""io, sys streams, os.path: in-memory files and the console."""

import io
import os
import sys


def main() -> None:
    text = io.StringIO()
    print("hello", 1, file=text)
    text.write("second\nthird")
    print(repr(text.getvalue()), text.tell())
    text.seek(0)
    print([line for line in text], text.read())
    text.seek(3)
    text.write("XY")
    print(repr(text.getvalue()))
    data = io.BytesIO(b"abc\ndef\n")
    print(data.readline(), data.read(2), data.tell(), data.readlines(), data.getvalue())
    data.write(b"!")
    print(data.getvalue())
    with io.StringIO("x\r\ny", newline=None) as file:
        print(file.readlines())
    try:
        file.read()
    except ValueError as error:
        print(type(error).__name__, error)
    sys.stdout.write("written\n")
    sys.stdout.writelines(["a", "b", "\n"])
    sys.stdout.flush()
    print("to stderr", file=sys.stderr)
    print(sys.maxsize, sys.byteorder, sys.platform, sys.getdefaultencoding(), len(sys.argv), sys.float_info.epsilon)
    print(os.path.join("a", "b/", "c"), os.path.split("/x/y.txt"), os.path.splitext("a.b/c.d.e"), os.path.normpath("a//b/../c/."))
    print(os.path.basename("/q/w"), os.path.dirname("/q/w"), os.path.isabs("x"), os.path.commonprefix(["abc", "abd"]))
    print(os.environ.get("SESHA_NO_SUCH_NAME", "none"), os.getenv("SESHA_NO_SUCH_NAME"), "SESHA_NO_SUCH_NAME" in os.environ, os.sep, os.linesep == "\n")
    print(os.strerror(2), len(os.urandom(4)))
    try:
        open("no/such/file.txt")
    except FileNotFoundError as error:
        print(type(error).__name__, error, error.errno, error.filename)


main()
