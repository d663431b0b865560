"""Take paths apart and put them together, as `os.path` (posixpath) of images.

Pure functions over texts. The only files are those embedded in the image; its working directory
is /.
"""

from sesha.guest.abi.assets import lookup

curdir = "."
pardir = ".."
extsep = "."
sep = "/"
pathsep = ":"
defpath = "/bin:/usr/bin"
altsep = None
devnull = "/dev/null"


def isabs(s: str) -> bool:
    return s.startswith("/")


def normcase(s: str) -> str:
    return s


def join(a: str, *paths: str) -> str:
    """The parts with one slash between them; an absolute part begins anew."""
    path = a
    for part in paths:
        if part.startswith("/"):
            path = part
        elif not path or path.endswith("/"):
            path += part
        else:
            path += "/" + part
    return path


def split(p: str) -> tuple[str, str]:
    """Everything before the last slash, and what is behind it."""
    at = p.rfind("/") + 1
    head = p[:at]
    stripped = head.rstrip("/")
    return (stripped if stripped else head), p[at:]


def basename(p: str) -> str:
    return p[p.rfind("/") + 1 :]


def dirname(p: str) -> str:
    return split(p)[0]


def splitdrive(p: str) -> tuple[str, str]:
    return "", p


def splitext(p: str) -> tuple[str, str]:
    """The path without its extension, and the extension with its dot."""
    start = p.rfind("/") + 1
    dot = p.rfind(".")
    while start < dot:
        if p[start] != ".":
            return p[:dot], p[dot:]
        start += 1
    return p, ""


def normpath(path: str) -> str:
    """The path without double slashes, `.` and `..` where they can be resolved."""
    if not path:
        return "."
    slashes = 0
    if path.startswith("/"):
        slashes = 2 if path.startswith("//") and not path.startswith("///") else 1
    parts: list[str] = []
    for part in path.split("/"):
        if not part or part == ".":
            continue
        if part != ".." or (not slashes and not parts) or (parts and parts[-1] == ".."):
            parts.append(part)
        elif parts:
            parts.pop()
    result = "/" * slashes + "/".join(parts)
    return result or "."


def abspath(path: str) -> str:
    return normpath(path if isabs(path) else join("/", path))


def realpath(filename: str, *, strict: bool = False) -> str:
    """The same as `abspath`: an image has no links."""
    if strict and not exists(filename):
        raise FileNotFoundError(2, "No such file or directory", filename)
    return abspath(filename)


def relpath(path: str, start: str = ".") -> str:
    """The path as seen from another directory."""
    if not path:
        raise ValueError("no path specified")
    here = [part for part in abspath(start).split("/") if part]
    there = [part for part in abspath(path).split("/") if part]
    shared = 0
    while shared < len(here) and shared < len(there) and here[shared] == there[shared]:
        shared += 1
    parts = [".."] * (len(here) - shared) + there[shared:]
    return "/".join(parts) if parts else "."


def commonprefix(m: list[str]) -> str:
    """The longest text that all begin with."""
    if not m:
        return ""
    first = min(m)
    last = max(m)
    for index in range(len(first)):
        if index >= len(last) or first[index] != last[index]:
            return first[:index]
    return first


def commonpath(paths: list[str]) -> str:
    """The longest path that all lie under."""
    if not paths:
        raise ValueError("commonpath() arg is an empty sequence")
    absolute = isabs(paths[0])
    split_paths: list[list[str]] = []
    for path in paths:
        if isabs(path) != absolute:
            raise ValueError("Can't mix absolute and relative paths")
        split_paths.append([part for part in path.split("/") if part and part != "."])
    first = min(split_paths)
    last = max(split_paths)
    shared = 0
    while shared < len(first) and shared < len(last) and first[shared] == last[shared]:
        shared += 1
    return ("/" if absolute else "") + "/".join(first[:shared])


def expanduser(path: str) -> str:
    """The path itself: a machine has no users."""
    return path


def exists(path: str) -> bool:
    return isfile(path)


def lexists(path: str) -> bool:
    return isfile(path)


def isfile(path: str) -> bool:
    return lookup(path) is not None


def islink(path: str) -> bool:
    return False


def getsize(filename: str) -> int:
    content = lookup(filename)
    if content is None:
        raise FileNotFoundError(2, "No such file or directory", filename)
    return len(content)
