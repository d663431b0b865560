"""Turn what goes wrong into words and an exit status.

1   the program: it cannot be compiled (its own exit status otherwise)
2   this computer, the command line, the configuration
70  a fault of ours (EX_SOFTWARE)
"""

import linecache
import sys
import traceback

from sesha.cli.config import ConfigError
from sesha.compiler.diagnostics.diagnostic import Diagnostic, ProgramError
from sesha.compiler.llvm.bitcode import MalformedModule
from sesha.image.link import LinkError
from sesha.machine.job import EnvironmentProblem, MachineFault

PROGRAM_STATUS = 1
ENVIRONMENT_STATUS = 2
INTERNAL_STATUS = 70

STAGES = {MalformedModule: "llvm", LinkError: "link", MachineFault: "machine"}
"""The stage in which an exception of ours arises."""


def report(error: Exception) -> int:
    """Tell the person; gives the exit status."""
    if isinstance(error, ProgramError):
        for diagnostic in error.diagnostics:
            print(diagnostic.render(_source_line(diagnostic)), file=sys.stderr)
        return PROGRAM_STATUS
    if isinstance(error, (EnvironmentProblem, ConfigError)):
        print(f"sesha: {error}", file=sys.stderr)
        return ENVIRONMENT_STATUS
    print(f"sesha: internal error: {_place(error)}: {error}", file=sys.stderr)
    if not isinstance(error, MachineFault):
        traceback.print_exception(error, file=sys.stderr)
    return INTERNAL_STATUS


def _source_line(diagnostic: Diagnostic) -> str | None:
    line = linecache.getline(diagnostic.path, diagnostic.line).rstrip("\n")
    return line or None


def _place(error: Exception) -> str:
    """The stage, and where in our sources the error arose."""
    stage = STAGES.get(type(error))
    frames = traceback.extract_tb(error.__traceback__)
    if stage is not None or not frames:
        return stage or type(error).__name__
    last = frames[-1]
    module = last.filename.rpartition("/sesha/")[2].removesuffix(".py").replace("/", ".")
    return f"{module}, line {last.lineno}: {type(error).__name__}"
