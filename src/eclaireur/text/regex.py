"""Regular expressions that are compiled when they first read a text."""

import re
from functools import cached_property
from typing import cast


class _Regex:
    """What `re.compile` would return, in its own time."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self._flags = flags

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self.pattern, self._flags)

    def __getattr__(self, name: str) -> object:
        # Kept, so that the next time it is found at once.
        self.__dict__[name] = found = getattr(self._compiled, name)
        return found


def regex(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Return a regular expression that is compiled when it is first used.

    Those that read French take a quarter of a second to compile, which every command would wait
    for. It has what `re.Pattern` has, but is none to the functions of `re` that take one.
    """
    return cast("re.Pattern[str]", _Regex(pattern, flags))
