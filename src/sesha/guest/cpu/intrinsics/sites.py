"""Where in the source a function is: what tracebacks print."""

from mypy_extensions import i64


def site_name(site: i64) -> str:
    """Qualified name of the function that the traceback site (an index of the compiler's) is in."""
    raise NotImplementedError


def site_file(site: i64) -> str:
    """Path of the site's source file, as tracebacks show it."""
    raise NotImplementedError


def site_line(site: i64) -> i64:
    """Line number of the site, from 1."""
    raise NotImplementedError


def site_text(site: i64) -> str:
    """The site's source line, stripped; empty when the image carries none."""
    raise NotImplementedError
