z = 1 + 2j  # error: not supported
print(z)
