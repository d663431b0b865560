"""A metaclass of the program's own."""


class Meta(type):
    def __call__(cls, *args: object) -> object:
        return super().__call__(*args)


class Made(metaclass=Meta):  # error: a metaclass
    pass


print(Made())
