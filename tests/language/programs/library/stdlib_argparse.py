"""argparse: options, positionals, types, choices, groups, sub-commands, help and errors."""

import argparse


def build() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="tool", description="Copies things around the world, slowly.", epilog="See also: cp.")
    parser.add_argument("source", help="where from")
    parser.add_argument("targets", nargs="+", type=int, help="where to")
    parser.add_argument("-v", "--verbose", action="count", default=0, help="say more")
    parser.add_argument("--level", choices=["low", "high"], default="low", help="one of %(choices)s (default: %(default)s)")
    parser.add_argument("--rate", type=float, default="1.5")
    parser.add_argument("--dry-run", action="store_true")
    parser.add_argument("--name", action="append", metavar="NAME")
    return parser


def commands() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="git")
    sub = parser.add_subparsers(dest="command", required=True)
    add = sub.add_parser("add", help="add files")
    add.add_argument("files", nargs="*")
    add.add_argument("--force", action="store_true")
    sub.add_parser("show", help="show it")
    return parser


def attempt(parser: argparse.ArgumentParser, *arguments: str) -> None:
    try:
        print(parser.parse_args(list(arguments)))
    except SystemExit as stop:
        print("exit", stop.code)


def main() -> None:
    parser = build()
    attempt(parser, "a", "1", "2", "-vv", "--rate=2", "--name", "x", "--name", "y", "--dry-run")
    attempt(parser, "a", "1")
    found = parser.parse_args(["s", "4", "--lev", "high"])
    print(found.source, found.targets, found.level, found.rate, found.dry_run, found.name)
    attempt(parser, "a")
    attempt(parser, "a", "x")
    attempt(parser, "a", "1", "--rate", "fast")
    attempt(parser, "a", "1", "--unknown")
    print(parser.format_usage(), end="")
    attempt(parser, "--help")
    attempt(commands(), "add", "p", "q", "--force")
    attempt(commands(), "show")
    attempt(commands())
    print(parser.parse_known_args(["a", "1", "--odd", "--dry-run"]))


main()
