"""What surrounds a candidate: the sentence it stands in, and the words just before it."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from eclaireur.text.regex import regex
from eclaireur.text.words import folded

# A full stop after a title, an initial or an abbreviation does not end a sentence.
_BREAK = regex(
    r"\n|[!?;]\s|\.(?=[\s)»\"])(?<!\b[^\W\d_]\.)"
    r"(?<!\b(?:MM|Dr|Pr|Me|Mr|ex|cf|bd|av|St|n°)\.)(?<!\b(?:Mme|tél|Tél|tel|réf)\.)[\s)»\"]"
)
_BULLET = regex(r"\s{0,8}(?:[-*•–—]|\d{1,2}[.)])\s")
_LONGEST = 1_000
"""A longer sentence is a run-on, read in parts of this length."""


class Context:
    """A text cut into sentences once; a bullet also reads the line that opens its list."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._starts = list(_starts(text))
        self._headers = self._list_headers()
        self._folded: dict[int, str] = {}
        self._said: dict[tuple[re.Pattern[str], int], bool] = {}

    def _list_headers(self) -> dict[int, int]:
        """By the bullet's sentence, the sentence that opens its list."""
        headers: dict[int, int] = {}
        header: int | None = None
        for index, start in enumerate(self._starts):
            end = self._end(index)
            if _BULLET.match(self.text, start, end):
                if header is not None:
                    headers[index] = header
            elif stripped := self.text[start:end].rstrip():
                header = index if stripped.endswith(":") else None
        return headers

    def _end(self, index: int) -> int:
        return self._starts[index + 1] if index + 1 < len(self._starts) else len(self.text)

    def _index(self, position: int) -> int:
        return bisect_right(self._starts, position) - 1

    def says(self, pattern: re.Pattern[str], position: int) -> bool:
        """Whether the sentence that holds a position, or the line that opens its list, matches.

        The pattern is searched in folded text: lower case, without accents.
        """
        key = pattern, self._index(position)
        if key not in self._said:
            self._said[key] = pattern.search(self._folded_sentence(key[1])) is not None
        return self._said[key]

    def _folded_sentence(self, index: int) -> str:
        if index not in self._folded:
            self._folded[index] = folded(self._sentence(index))
        return self._folded[index]

    def _sentence(self, index: int) -> str:
        header = self._headers.get(index)
        opening = "" if header is None else self.text[self._starts[header] : self._end(header)]
        return opening + self.text[self._starts[index] : self._end(index)]

    def before(self, position: int, length: int) -> str:
        """What precedes a position in its sentence: at most `length` characters."""
        return self.text[max(self._starts[self._index(position)], position - length) : position]

    def paragraph(self, position: int, length: int) -> str:
        """What precedes a position on its line: at most `length` characters."""
        return self.text[max(0, position - length) : position].rpartition("\n")[2]

    def after(self, position: int, length: int) -> str:
        """What follows a position in its sentence: at most `length` characters."""
        return self.text[position : min(self._end(self._index(position)), position + length)]


def _starts(text: str) -> Iterator[int]:
    start = 0
    for end in (*(match.end() for match in _BREAK.finditer(text)), len(text)):
        yield from range(start, end, _LONGEST)
        start = end
    if not text:
        yield 0
