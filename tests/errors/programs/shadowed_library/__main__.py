import types

print(types)
