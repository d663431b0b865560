import ctypes  # error: not supported

print(ctypes.sizeof(ctypes.c_int))
