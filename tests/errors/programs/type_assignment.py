count: int = 1
count = "one"  # error: [assignment]
