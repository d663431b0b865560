import importlib  # error: not supported

module = importlib.import_module("math")
print(module)
