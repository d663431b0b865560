name = "math"
print(__import__(name))  # error: not supported
