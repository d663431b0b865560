"""Find the files that a build embeds in the image.

A program opens files that lie beside it by a relative path; the compiler puts their bytes into the
image and replaces `lookup` by a search in that table. The body below is what runs under CPython.
"""


def lookup(name: str) -> bytes | None:
    """The content of the embedded file of that name, None if there is none."""
    try:
        with open(name, "rb") as file:
            return file.read()
    except FileNotFoundError:
        return None
