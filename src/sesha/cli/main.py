"""The `sesha` command: the list of its commands, and the last resort for errors."""

import contextlib
import os
import sys
from typing import NoReturn

import click

from sesha import __version__
from sesha.cli.build import build
from sesha.cli.failures import report as tell
from sesha.cli.report import report
from sesha.cli.run import run


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="sesha")
def cli() -> None:
    """Compile a Python program, with the parts of an operating system it uses, to one sealed machine.

    \b
      sesha run hello.py                                   as a sandboxed process
      sesha run hello.py --machine qemu                    as a virtual machine
      sesha run notes:app --publish 8080:8000              an ASGI application
      sesha build hello.py -o hello.elf                    the image alone

    Exit status: of `run`, that of the program; 1, the program cannot be compiled; 2, this computer,
    the command line or pyproject.toml; 70, a fault of ours.
    """


cli.add_command(run)
cli.add_command(build)
cli.add_command(report)


def main() -> None:
    """Entry point: click's own errors are exit status 2 already."""
    try:
        status = cli.main(prog_name="sesha", standalone_mode=False)
    except click.exceptions.Exit as stop:
        status = stop.exit_code
    except click.ClickException as error:
        error.show()
        status = error.exit_code
    except (click.Abort, KeyboardInterrupt):
        status = 130
    except Exception as error:
        status = tell(error)
    leave(status if isinstance(status, int) else 0)


def leave(status: int) -> NoReturn:
    """End at once: to take the checked trees apart object by object takes a good part of a second, and
    is of no use."""
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(OSError):  # nobody reads it any more
            stream.flush()
    os._exit(status)
