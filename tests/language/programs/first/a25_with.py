"""A context manager of the program."""

class Manager:
    def __enter__(self) -> str:
        print("enter")
        return "value"

    def __exit__(self, kind: object, value: object, trace: object) -> bool:
        print("exit", value)
        return True


with Manager() as value:
    print(value)
with Manager():
    raise ValueError("suppressed")
print("after")
