exec("x = 1")  # error: not supported
