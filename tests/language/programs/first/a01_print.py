"""A constant on standard output."""

print("hello")
