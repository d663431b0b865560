"""Name the levels of log messages."""

CRITICAL = 50
FATAL = CRITICAL
ERROR = 40
WARNING = 30
WARN = WARNING
INFO = 20
DEBUG = 10
NOTSET = 0

_names: dict[int, str] = {
    CRITICAL: "CRITICAL",
    ERROR: "ERROR",
    WARNING: "WARNING",
    INFO: "INFO",
    DEBUG: "DEBUG",
    NOTSET: "NOTSET",
}
_levels: dict[str, int] = {
    "CRITICAL": CRITICAL,
    "FATAL": FATAL,
    "ERROR": ERROR,
    "WARN": WARNING,
    "WARNING": WARNING,
    "INFO": INFO,
    "DEBUG": DEBUG,
    "NOTSET": NOTSET,
}


def name_of(level: int) -> str:
    """The name of a level, `Level 42` for one without."""
    found = _names.get(level)
    return f"Level {level}" if found is None else found


def getLevelName(level: int | str) -> int | str:
    """The name of a level, or the level of a name."""
    if isinstance(level, int):
        return name_of(level)
    found = _levels.get(level)
    return f"Level {level}" if found is None else found


def getLevelNamesMapping() -> dict[str, int]:
    return dict(_levels)


def addLevelName(level: int, levelName: str) -> None:
    _names[level] = levelName
    _levels[levelName] = level


def checked_level(level: int | str) -> int:
    """A level given as a number or a name."""
    if isinstance(level, int):
        return level
    found = _levels.get(level)
    if found is None:
        raise ValueError(f"Unknown level: {level!r}")
    return found
