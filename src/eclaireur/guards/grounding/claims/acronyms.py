"""Acronyms and their expansions: computed from the words' first letters, or known."""

from collections.abc import Iterator, Sequence

from eclaireur.guards.grounding.lexicon.acronyms import expansions
from eclaireur.guards.grounding.reading import significant
from eclaireur.guards.grounding.source import LONGEST_ACRONYM, SHORTEST_ACRONYM, Source, Span
from eclaireur.text.words import Word, words

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
    if not SHORTEST_ACRONYM <= len(acronym.folded) <= LONGEST_ACRONYM:
        return None
    for first in source.capitals.get(acronym.folded[0], ()):
        reach = source.words[first : first + 2 * len(acronym.folded)]
        last = _spelled(acronym.folded, [placed.word for placed in reach], 0)
        if last is not None and reach[last].part == reach[0].part:
            return Span(first, first + last)
    return None


def abbreviated_in(run: Sequence[Word], source: Source) -> Span | None:
    """The acronym of the dataset that abbreviates exactly these words of a text."""
    if not run:
        return None
    for last, span in abbreviated_from(0, run, source):
        if last == len(run) - 1:
            return span
    return None


def abbreviations(read: Sequence[Word], source: Source) -> Iterator[tuple[int, int, Span]]:
    """Runs of a text's words, first and last, that an acronym of the dataset abbreviates."""
    for first in range(len(read)):
        for last, span in abbreviated_from(first, read, source):
            yield first, last, span


def abbreviated_from(
    first: int, read: Sequence[Word], source: Source
) -> Iterator[tuple[int, Span]]:
    """The last word of each run from `first` that an acronym of the dataset abbreviates."""
    for acronym, position in source.acronyms.get(read[first].folded[0], ()):
        last = _spelled(acronym, read, first)
        known = tuple(word.folded for word in words(expansions().get(acronym, "")))
        if last is None and known and _same(known, read, first):
            last = first + len(known) - 1
        if last is not None:
            yield last, Span(position, position)


def _same(known: Sequence[str], read: Sequence[Word], first: int) -> bool:
    run = read[first : first + len(known)]
    return len(run) == len(known) and all(
        word.folded.rstrip("s") == name.rstrip("s") for word, name in zip(run, known, strict=True)
    )


def _spelled(acronym: str, read: Sequence[Word], first: int) -> int | None:
    """The last word of the run from `first` whose beginnings spell the acronym.

    `et` and `sur` may give theirs or not, but never to an acronym of two letters, which chance
    would spell.
    """
    states = {(0, 0)}
    """Letters spelled, words used."""
    for index in range(first, min(first + 2 * len(acronym), len(read))):
        empty = not significant(read[index])
        reached = states if empty and index > first else set()
        if not (empty and len(acronym) == SHORTEST_ACRONYM):
            reached = reached | _with(read[index].folded, states, acronym)
        for spelled, used in reached:
            fewest = len(acronym) if len(acronym) <= _SHORT else len(acronym) // 2 + 1
            if spelled == len(acronym) and used >= fewest:
                return index
        states = {state for state in reached if state[0] < len(acronym)}
        if not states:
            return None
    return None


def _with(word: str, states: set[tuple[int, int]], acronym: str) -> set[tuple[int, int]]:
    """The states that the first letters of one more word lead to."""
    return {
        (spelled + size, used + 1)
        for spelled, used in states
        for size in range(1, min(_MOST_LETTERS, len(word)) + 1)
        if acronym[spelled : spelled + size] == word[:size]
    }
