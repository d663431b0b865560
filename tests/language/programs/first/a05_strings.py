"""Concatenate, index, slice, compare, len."""

def main() -> None:
    s = "abc" + "def"
    print(s, len(s), s[0], s[-1], s[1:3], s == "abcdef", s < "b", s * 2)


main()
