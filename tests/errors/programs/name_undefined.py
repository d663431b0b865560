def total() -> int:
    return cuont + 1  # error: [name-defined]


print(total())
