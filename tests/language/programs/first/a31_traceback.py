"""An uncaught exception gives status 1."""
# expect-exit: 1
# stderr: type

def fail(n: int) -> int:
    return 10 // n


print("before")
print(fail(0))
