"""A subclass of str has no room for attributes."""


class Name(str):  # error: the attribute 'owner' of a subclass of 'str'
    def __init__(self, text: str) -> None:
        self.owner = text


print(Name("x").upper())
