def name() -> str:
    return 5  # error: [return-value]


print(name())
