"""str case and classification, beyond ASCII."""


def classify(text: str) -> None:
    print(
        ascii(text), text.isalpha(), text.isdigit(), text.isdecimal(), text.isnumeric(), text.isalnum(),
        text.isspace(), text.isupper(), text.islower(), text.istitle(), text.isidentifier(), text.isprintable(),
        text.isascii(),
    )


def main() -> None:
    for text in (
        "", "abc", "ABC", "Abc Def", "abc1", "123", "²", "½", "٣", " \t\n", "é", "Éa", "ß", "_x", "1x", "a b", "\x00",
        "\u2003", "漢字", "Ⅷ", "ǅ", "𝒳", "-1", "1.5", "class", "\u0301", "ª", "😀",
    ):
        classify(text)
    for text in ("hello World", "ÀÉÎ", "straße", "ǆ", "ŉ", "İI", "ΣΑΣ", "ﬁn", "they're bill's", "x1y2", "ñandú", "𐐀𐐨"):
        print(ascii(text.upper()), ascii(text.lower()), ascii(text.title()), ascii(text.capitalize()), ascii(text.swapcase()), ascii(text.casefold()))
    print("straße".casefold() == "STRASSE".casefold(), "Maße".upper(), len("ŉ".upper()))


main()
