"""A subclass of int: its values are in no object."""


class Count(int):  # error: a subclass of 'int'
    pass


print(Count(3))
