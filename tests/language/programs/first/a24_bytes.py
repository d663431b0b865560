"""bytes and bytearray."""

data = b"abc" + bytes([0, 255])
print(data, len(data), data[0], data[1:3])
buffer = bytearray(b"xyz")
buffer[0] = 65
buffer.append(66)
print(buffer, bytes(buffer))
