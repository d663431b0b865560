def broken(:  # error: syntax
    pass
