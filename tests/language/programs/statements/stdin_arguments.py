"""input(), sys.stdin, sys.argv: text that comes from outside."""
# args: one "two words" --flag=3
# stdin: first line\nsecond  line\n\n42 17\nlast without newline

import sys


def main() -> None:
    print(len(sys.argv), sys.argv[1:])
    print(repr(input()))
    print("prompt follows")
    print(repr(input("name? ")))
    print(repr(sys.stdin.readline()))
    a, b = map(int, input().split())
    print(a + b)
    print(repr(sys.stdin.read()))
    try:
        input()
    except EOFError as error:
        print(type(error).__name__)
    print(repr(sys.stdin.readline()), repr(sys.stdin.read()))


main()
