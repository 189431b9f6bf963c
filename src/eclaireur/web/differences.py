"""What a text says otherwise than another one, word by word."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

LONGEST_COMPARED = 2_000
"""Characters of a text that is compared: the time grows with the square of the words."""

_PIECE = re.compile(r"\w+|\s+|[^\w\s]")


def differing(text: str, other: str) -> Iterator[tuple[str, bool]]:
    """Give a text in pieces, and whether each is not as in the other one.

    >>> list(differing("Budget de Brest 2024", "Budget de Lyon 2024"))
    [('Budget de ', False), ('Brest', True), (' 2024', False)]
    """
    if len(text) > LONGEST_COMPARED or len(other) > LONGEST_COMPARED:
        yield text, text != other
        return
    words, others = _PIECE.findall(text), _PIECE.findall(other)
    for kind, start, end, _, _ in SequenceMatcher(
        None, words, others, autojunk=False
    ).get_opcodes():
        if start < end:
            yield "".join(words[start:end]), kind != "equal"
