"""memoryview: windows into bytes and bytearray without copying."""


def fill(view: memoryview, value: int) -> None:
    for i in range(len(view)):
        view[i] = value


def main() -> None:
    data = bytearray(b"0123456789")
    view = memoryview(data)
    print(len(view), view[0], view[-1], bytes(view[2:5]), view[2:5].tobytes(), view.readonly, view.nbytes, view.itemsize, view.format)
    fill(view[3:6], ord("x"))
    print(data, view[2:8].tolist(), bytes(view[::-1]), bytes(view[::3]))
    view[0:3] = b"abc"
    print(data, view == data, view[:3] == b"abc", view[1:] == data[1:], b"abc" == view[:3])
    try:
        view[0:2] = b"toolong"
    except ValueError as error:
        print(error)
    try:
        print(view[10])
    except IndexError as error:
        print(error)
    frozen = memoryview(b"constant")
    print(frozen.readonly, bytes(frozen[1:4]), list(frozen[:3]))
    try:
        frozen[0] = 1
    except TypeError as error:
        print(error)
    view.release()
    data.append(33)
    print(data)
    with memoryview(data) as inner:
        print(inner[0], sum(inner) % 251, 33 in inner)
        try:
            data.append(1)
        except BufferError as error:
            print(type(error).__name__, error)
    total = 0
    for byte in memoryview(b"\x01\x02\x03"):
        total = total * 10 + byte
    print(total, b"".join([memoryview(b"ab"), b"c"]), memoryview(b"xy").hex())


main()
