import importlib

module = importlib.import_module("math")  # error: not supported
print(module)
