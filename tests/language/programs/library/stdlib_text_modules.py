"""string, textwrap, fnmatch, shlex."""

import fnmatch
import shlex
import string
import textwrap

TEXT = "The quick-witted brown fox -- a well-known animal -- jumped over the extraordinarily lazy dog's e.g. kennel.  Twice!"


def main() -> None:
    print(string.ascii_letters, string.digits, string.punctuation, string.capwords("hello  big world"))
    print(string.Template("$who likes ${what}: $$5").substitute(who="tim", what="kung pao"), string.Template("$a $b").safe_substitute(a=1))
    try:
        string.Template("$missing").substitute()
    except KeyError as error:
        print("KeyError", error)
    for width in (10, 20, 40):
        print(textwrap.fill(TEXT, width, initial_indent="* ", subsequent_indent="  "))
    print(textwrap.shorten(TEXT, 30), textwrap.wrap("x" * 25, 10))
    print(textwrap.dedent("    a\n      b\n    c\n"), textwrap.indent("a\n\nb\n", "> "))
    print(fnmatch.filter(["a.py", "b.txt", "c.py", "d1.py"], "*.py"), fnmatch.fnmatch("d1.py", "[a-d][0-9].??"))
    print(shlex.split("a 'b c' \"d \\\" e\" f\\ g"), shlex.quote("it's"), shlex.join(["x y", "z"]))


main()
