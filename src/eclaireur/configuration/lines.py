"""Where a setting is in a TOML file, which the standard library's parser does not tell."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeAlias

SettingPath: TypeAlias = tuple[str, ...]


def line_of(source: str, path: Sequence[str]) -> int:
    r"""Return the number of the line where a setting begins, or failing it its table.

    A TOML document cut after a statement is a TOML document, and cut anywhere else it is
    not. So a setting begins where the statement does that first makes it appear.

    >>> line_of('a = 1\n[b]\nc = [\n  2,\n]\n', ("b", "c"))
    3
    """
    lines = source.split("\n")
    found: dict[SettingPath, int] = {}
    begins = 1
    for end in range(1, len(lines) + 1):
        try:
            document = tomllib.loads("\n".join(lines[:end]) + "\n")
        except tomllib.TOMLDecodeError:
            continue
        for each in _paths(document):
            found.setdefault(each, begins)
        begins = end + 1
    known = (tuple(path[:length]) for length in range(len(path), 0, -1))
    return next((found[each] for each in known if each in found), 1)


def _paths(table: Mapping[str, Any], above: SettingPath = ()) -> Iterator[SettingPath]:
    for name, value in table.items():
        yield (*above, name)
        if isinstance(value, dict):
            yield from _paths(value, (*above, name))
