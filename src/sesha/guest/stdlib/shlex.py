"""Split and quote as a shell does, as the module `shlex` of images (without the `shlex` class)."""

from collections.abc import Iterable

_WHITESPACE = " \t\r\n"
_SAFE = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789@%+=:,./-_"


def _skip_comment(s: str, at: int) -> int:
    while at < len(s) and s[at] != "\n":
        at += 1
    return at


def split(s: str, comments: bool = False, posix: bool = True) -> list[str]:
    """The words of a command line, quotes and backslashes taken away."""
    if not posix:
        raise NotImplementedError("shlex.split(posix=False) is not supported")
    words: list[str] = []
    word = ""
    inside = False
    quote = ""
    at = 0
    while at < len(s):
        character = s[at]
        at += 1
        if quote:
            if character == quote:
                quote = ""
            elif character == "\\" and quote == '"':
                if at == len(s):
                    raise ValueError("No escaped character")
                if s[at] not in '"\\':
                    word += "\\"
                word += s[at]
                at += 1
            else:
                word += character
        elif character in _WHITESPACE:
            if inside:
                words.append(word)
            word = ""
            inside = False
        elif comments and character == "#":
            at = _skip_comment(s, at)
            if inside:
                words.append(word)
            word = ""
            inside = False
        else:
            inside = True
            if character == "\\":
                if at == len(s):
                    raise ValueError("No escaped character")
                word += s[at]
                at += 1
            elif character in "'\"":
                quote = character
            else:
                word += character
    if quote:
        raise ValueError("No closing quotation")
    if inside:
        words.append(word)
    return words


def quote(s: str) -> str:
    """The text so that a shell takes it as one word."""
    if not s:
        return "''"
    for character in s:
        if character not in _SAFE:
            return "'" + s.replace("'", "'\"'\"'") + "'"
    return s


def join(split_command: Iterable[str]) -> str:
    return " ".join([quote(word) for word in split_command])
