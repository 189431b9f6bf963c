"""Acronyms and their expansions: computed from the words' first letters, or known."""

from collections.abc import Iterator, Sequence

from eclaireur.guards.grounding.lexicon.acronyms import expansions
from eclaireur.guards.grounding.reading import significant
from eclaireur.guards.grounding.source import Source, Span
from eclaireur.text.words import Word, words

_SHORTEST, _LONGEST = 2, 9
"""Letters of an acronym."""
_MOST_LETTERS = 3
"""How many letters one word may give: `DGFiP` takes two from `finances`."""
_SHORT = 4
"""An acronym of at most this many letters takes one from each word, or chance would spell it."""


def expanded_in(acronym: Word, source: Source) -> Span | None:
    """The words of the dataset that a text's acronym abbreviates."""
    if meaning := expansions().get(acronym.folded):
        known = [word for word in words(meaning) if significant(word)]
        if span := source.sequence(known):
            return span
    if not _SHORTEST <= len(acronym.folded) <= _LONGEST:
        return None
    plain = [placed.word for placed in source.words]
    for first, placed in enumerate(source.words):
        if placed.word.folded[0] != acronym.folded[0] or not source.surface(first)[0].isupper():
            continue
        last = _spelled(acronym.folded, plain, first)
        if last is not None and source.words[last].part == placed.part:
            return Span(first, last)
    return None


def abbreviated_in(run: Sequence[Word], source: Source) -> Span | None:
    """The acronym of the dataset that abbreviates exactly these words of a text."""
    for acronym, position in _acronyms(source):
        if _spelled(acronym, run, 0) == len(run) - 1:
            return Span(position, position)
    return None


def abbreviations(read: Sequence[Word], source: Source) -> Iterator[tuple[int, int, Span]]:
    """Runs of a text's words, first and last, that an acronym of the dataset abbreviates."""
    for acronym, position in _acronyms(source):
        known = tuple(word.folded for word in words(expansions().get(acronym, "")))
        for first, word in enumerate(read):
            if word.folded[0] != acronym[0]:
                continue
            last = _spelled(acronym, read, first)
            if last is None and known and _same(known, read, first):
                last = first + len(known) - 1
            if last is not None:
                yield first, last, Span(position, position)


def _acronyms(source: Source) -> Iterator[tuple[str, int]]:
    for form, positions in source.by_form.items():
        if _SHORTEST <= len(form) <= _LONGEST:
            for position in positions[:3]:
                surface = source.surface(position)
                if sum(char.isupper() for char in surface) >= min(3, len(form)):
                    yield form, position
                    break


def _same(known: Sequence[str], read: Sequence[Word], first: int) -> bool:
    run = read[first : first + len(known)]
    return len(run) == len(known) and all(
        word.folded.rstrip("s") == name.rstrip("s") for word, name in zip(run, known, strict=True)
    )


def _spelled(acronym: str, read: Sequence[Word], first: int) -> int | None:
    """The last word of the run from `first` whose beginnings spell the acronym."""
    states = {(0, 0)}
    """Letters spelled, words used."""
    for index in range(first, min(first + 2 * len(acronym), len(read))):
        word = read[index].folded
        reached = set()
        for spelled, used in states:
            if index > first and not significant(read[index]):
                reached.add((spelled, used))
            for size in range(1, min(_MOST_LETTERS, len(word)) + 1):
                if acronym[spelled : spelled + size] != word[:size]:
                    break
                reached.add((spelled + size, used + 1))
        for spelled, used in reached:
            fewest = len(acronym) if len(acronym) <= _SHORT else len(acronym) // 2 + 1
            if spelled == len(acronym) and used >= fewest:
                return index
        states = {state for state in reached if state[0] < len(acronym)}
        if not states:
            return None
    return None
