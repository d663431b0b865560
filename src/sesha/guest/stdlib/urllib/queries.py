"""Take the queries of URLs apart and put them together: `name=value&name=value`."""

from collections.abc import Mapping, Sequence
from typing import Any

from sesha.guest.stdlib.urllib.quoting import quote_plus, unquote_plus


def parse_qsl(
    qs: str,
    keep_blank_values: bool = False,
    strict_parsing: bool = False,
    encoding: str = "utf-8",
    errors: str = "replace",
    max_num_fields: int | None = None,
    separator: str = "&",
) -> list[tuple[str, str]]:
    """The names and values of a query."""
    if not separator:
        raise ValueError("Separator must be of type string or bytes")
    if not qs:
        return []
    if max_num_fields is not None and max_num_fields < 1 + qs.count(separator):
        raise ValueError("Max number of fields exceeded")
    result: list[tuple[str, str]] = []
    for pair in qs.split(separator):
        if not pair and not strict_parsing:
            continue
        name, equals, value = pair.partition("=")
        if not equals:
            if strict_parsing:
                raise ValueError(f"bad query field: {pair!r}")
            if not keep_blank_values:
                continue
        if value or keep_blank_values:
            result.append((unquote_plus(name, encoding, errors), unquote_plus(value, encoding, errors)))
    return result


def parse_qs(
    qs: str,
    keep_blank_values: bool = False,
    strict_parsing: bool = False,
    encoding: str = "utf-8",
    errors: str = "replace",
    max_num_fields: int | None = None,
    separator: str = "&",
) -> dict[str, list[str]]:
    """The values of a query by name."""
    result: dict[str, list[str]] = {}
    for name, value in parse_qsl(
        qs, keep_blank_values, strict_parsing, encoding, errors, max_num_fields, separator
    ):
        if name in result:
            result[name].append(value)
        else:
            result[name] = [value]
    return result


def urlencode(
    query: Mapping[Any, Any] | Sequence[tuple[Any, Any]],
    doseq: bool = False,
    safe: str | bytes = "",
    encoding: str | None = None,
    errors: str | None = None,
    quote_via: Any = None,
) -> str:
    """A query of names and values; with `doseq` each item of a sequence is a value."""
    pairs: list[tuple[Any, Any]] = list(query.items()) if hasattr(query, "items") else list(query)
    via: Any = quote_plus if quote_via is None else quote_via
    pieces: list[str] = []
    for name, value in pairs:
        left = via(name if isinstance(name, (str, bytes)) else str(name), safe, None, None)
        values = [value]
        if doseq and not isinstance(value, (str, bytes)) and hasattr(value, "__len__"):
            values = list(value)
        for item in values:
            text = item if isinstance(item, (str, bytes)) else str(item)
            pieces.append(left + "=" + via(text, safe, None, None))
    return "&".join(pieces)
