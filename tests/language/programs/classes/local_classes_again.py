"""A class statement that uses its function's variables, run a second time: refused, never mixed up."""
# differs: an image makes one class of a class statement


def make(n: int) -> int:
    class Holder:
        def get(self) -> int:
            return n

    return Holder().get()


print(make(1))
try:
    print(make(2))
except NotImplementedError as error:
    print(error)
