print("shared")
log: list[str] = []
