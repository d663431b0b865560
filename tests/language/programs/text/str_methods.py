"""str methods for searching, splitting, joining, replacing, stripping, padding."""


def main() -> None:
    text = "the quick brown fox jumps over the lazy dog"
    print(text.find("the"), text.find("the", 1), text.find("cat"), text.rfind("the"), text.find("o", 13, 20))
    print(text.index("fox"), text.count("o"), text.count("the"), "aaaa".count("aa"), "abc".count(""), "".find(""))
    for function in (text.index, text.rindex):
        try:
            print(function("cat"))
        except ValueError as error:
            print(error)
    print(text.startswith("the"), text.startswith(("a", "the")), text.endswith("dog"), text.startswith("quick", 4))
    print(text.split(), text.split("o"), text.split(" ", 2), text.rsplit(" ", 2), text.rsplit(None, 1))
    print(" a  b ".split(), " a  b ".split(" "), "".split(), "".split(","), "a,b,,c,".split(","), "abc".split("abc"))
    try:
        "abc".split("")
    except ValueError as error:
        print(error)
    print("one\ntwo\r\nthree\rfour\x0bfive\u2028six\n".splitlines(), "a\nb\n".splitlines(True), "".splitlines())
    print(", ".join(["a", "b", "c"]), "".join([]), "-".join("abc"), " ".join(str(i) for i in range(3)))
    print(text.replace("the", "a"), text.replace("o", "0", 2), "abc".replace("", "-"), "aaa".replace("aa", "b"))
    print(repr("  x ".strip()), repr("  x ".lstrip()), repr("  x ".rstrip()), "xxaxx".strip("x"), "abcba".strip("ab"))
    print("\t\n x\u00a0\u3000".strip(), "prefix-body".removeprefix("prefix-"), "body.txt".removesuffix(".txt"), "a".removeprefix("b"))
    print("7".zfill(3), "-7".zfill(4), "+7".zfill(4), "abc".zfill(2), "x".center(5, "*"), "ab".center(5, "."), "x".ljust(3) + "|", "x".rjust(3))
    print("a\tb\tc".expandtabs(4), "k=v=w".partition("="), "k=v=w".rpartition("="), "none".partition("="), "none".rpartition("="))
    try:
        ",".join(["a", 1])  # type: ignore[list-item]
    except TypeError as error:
        print(error)
    try:
        "a".center(5, "**")
    except TypeError as error:
        print(error)
    mapping: dict[str | int, str | None] = {"a": "1", "b": None, ord("c"): "see"}
    table = str.maketrans(mapping)
    print("abcabc".translate(table), "hello".translate(str.maketrans("el", "ip")), "hello".translate(str.maketrans("", "", "l")))
    print("%s is %d years and %.1f%% sure of %r" % ("Bo", 42, 99.5, "x"), "%5s|%-5s|%05d|%x|%c" % ("a", "b", 42, 255, "z"))
    print("%(name)s=%(value)d" % {"name": "n", "value": 3}, "%s" % (1,), "100%%" % ())


main()
