"""Secrets that someone put into the configuration file, where they must not be."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from eclaireur.configuration.lines import SettingPath

_NAMES = re.compile(
    r"(?:api|access|auth|secret)?[_-]?(?:key|token|secret|password|passwd|authorization|bearer)",
    re.IGNORECASE,
)
"""What people call a secret. `key` is a setting too, which holds a table and never a text."""

_VALUES = re.compile(
    r"\b(?:sk|pk|hf|ghp|glpat)[-_]\w{8}"
    r"|\beyJ[\w-]{8}"
    r"|\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b"
    r"|\b(?=[A-Za-z]*[0-9])(?=[0-9]*[A-Za-z])[A-Za-z0-9]{24,}\b",
    re.ASCII,
)
"""Keys by their usual beginnings, JSON web tokens, UUIDs, and long words of letters and digits."""

_MAY_LOOK_SECRET = frozenset({"weights", "file", "client_id"})
"""What is public and may be as long: the digest of a revision, a path, an OAuth client."""


def secrets_in(table: Mapping[str, Any], above: SettingPath = ()) -> Iterator[SettingPath]:
    """Every setting whose text is a secret, by its name or its look."""
    for name, value in table.items():
        path = (*above, name)
        if isinstance(value, dict):
            yield from secrets_in(value, path)
        elif isinstance(value, str) and _is_secret(name, value):
            yield path


def _is_secret(name: str, value: str) -> bool:
    if _NAMES.fullmatch(name):
        return True
    return name not in _MAY_LOOK_SECRET and _VALUES.search(value) is not None
