code = compile("1", "x", "eval")  # error: not supported
print(code)
