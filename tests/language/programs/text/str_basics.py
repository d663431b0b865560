"""str: concatenation, repetition, indexing, slicing, comparison, membership, repr and escapes."""


def attempt(text: str, index: int) -> None:
    try:
        print(repr(text[index]))
    except IndexError as error:
        print(type(error).__name__, error)


def main() -> None:
    text = "hello, wörld"
    print(text, len(text), text + "!" + text, "ab" * 3, 3 * "xy", "-" * 0, "-" * -2)
    print(text[0], text[-1], text[8], text[0:5], text[7:], text[:-3], text[::-1], text[::2], text[-4:-1])
    print(repr(text[5:5]), repr(text[20:]), text[-100:3], text[3:100], text[10:2:-2], repr(text[2:10:-1]))
    attempt(text, 11)
    attempt(text, 12)
    attempt(text, -12)
    attempt(text, -13)
    attempt("", 0)
    print("a" < "b", "a" < "B", "abc" < "abd", "ab" < "abc", "" < "a", "é" > "z", "𝒳" > "\uffff", "a" == "a")
    print("ell" in text, "z" in text, "" in text, "wö" in text, "x" not in text, "𝒳" in "a𝒳b")
    print(repr("it's"), repr('say "hi"'), repr("both ' and \""), repr("tab\tnew\nback\\nul\0\x7f\x1b"))
    print(repr("é\u0100\u2028\ud7ff\U0001f600\x80\xad\u200b"), ascii("é\u0100\U0001f600"))
    print("adja" "cent", r"raw\n", "line\
continued", """triple
quoted "text" here""", '\x41\u0042\U00000043\103\N{GREEK SMALL LETTER ALPHA}')
    for character in "aé𝒳":
        print(character, ord(character), chr(ord(character)) == character, len(character))
    try:
        chr(0x110000)
    except ValueError as error:
        print(error)
    print(min(text), max(text), sorted("hello"), list("añ"), tuple("xy"), "".join(reversed("abc")))
    print(str(12) + str(1.5) + str(None) + str([1, "a"]), str(), hash("a") == hash("".join(["a"])))
    first, second = "xy"
    print(first, second, *"abc", sep="|")
    total = ""
    for i in range(5):
        total += str(i)
    print(total, bool(""), bool(" "))


main()
