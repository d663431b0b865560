"""Default and keyword arguments."""

def greet(name: str, greeting: str = "hello", *, mark: str = "!") -> str:
    return greeting + " " + name + mark


print(greet("ann"), greet("bob", "hi"), greet("cid", mark="?"), greet(greeting="yo", name="dan"))
