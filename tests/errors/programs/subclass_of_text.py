"""Subclasses of the built-in types whose values are not made of slots."""


class Name(str):  # error: a subclass of 'str'
    def shout(self) -> str:
        return self.upper()


print(Name("x").shout())
