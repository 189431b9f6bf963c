"""Whether the dataset says a word, or one of the same meaning."""

from collections.abc import Iterable, Sequence

from eclaireur.guards.grounding.lexicon.acronyms import acronyms_of
from eclaireur.guards.grounding.lexicon.checkable import checkable
from eclaireur.guards.grounding.lexicon.vocabulary import families, narrower
from eclaireur.guards.grounding.reading import key
from eclaireur.guards.grounding.source import BEGINNING, Source, Span
from eclaireur.guards.grounding.verdict import Grounds, How
from eclaireur.text.regex import regex
from eclaireur.text.words import Word

_ROADS = {
    "autorout": regex(r"a\d{1,3}"),
    "rout": regex(r"(?:r?[dn]|a)\d{1,4}"),
}
"""How the roads of a kind are numbered, by the stem of the kind."""
_ROOT = 5
"""Letters that two words of one root share at least: `déclarent`, `déclaration`."""
_SHARE = 0.7
"""The part of the longest of two stems that their root makes."""


def meant(word: Word, source: Source) -> Grounds | None:
    """The word of the dataset that is the same, or of its meaning, its acronym or its root."""
    stem = key(word)
    if grounds := _same(word, source) or _any_of(families().get(stem, ()), source):
        return grounds
    narrow = narrower().get(stem, frozenset())
    if grounds := _any_of(narrow, source):
        return grounds
    for each in (stem, *(narrow & checkable())):
        if grounds := _in_acronym(each, source):
            return grounds
    if span := written_together([word], source) or _road(stem, source):
        return source.grounds_of(span, How.NORMALISED)
    return _same_root(word, source)


def _road(stem: str, source: Source) -> Span | None:
    """`A48` is a motorway, `RD611` a road."""
    number = _ROADS.get(stem)
    for form, positions in source.by_form.items() if number else ():
        if number and number.fullmatch(form):
            return Span(positions[0], positions[0])
    return None


def akin(word: Word, source: Source) -> Grounds | None:
    """The word of the dataset that is the same, or narrower, or of its root: `Mondial`, `monde`."""
    return (
        _same(word, source)
        or _any_of(narrower().get(key(word), ()), source)
        or _same_root(word, source)
    )


def _same(word: Word, source: Source) -> Grounds | None:
    positions = source.by_key.get(key(word))
    if not positions:
        return None
    for position in positions:
        if source.words[position].word.folded == word.folded:
            return source.grounds_of(Span(position, position), How.EXACT)
    return source.grounds_of(Span(positions[0], positions[0]), How.NORMALISED)


def _any_of(stems: Iterable[str], source: Source) -> Grounds | None:
    for stem in stems:
        if positions := source.by_key.get(stem):
            return source.grounds_of(Span(positions[0], positions[0]), How.DERIVED)
    return None


def _in_acronym(stem: str, source: Source) -> Grounds | None:
    """`inondation` is in `PPRI`, once one knows what that stands for."""
    for acronym in acronyms_of().get(stem, ()):
        for position in source.by_form.get(acronym, ()):
            if source.surface(position)[:2].isupper():
                return source.grounds_of(Span(position, position), How.DERIVED)
    return None


def _same_root(word: Word, source: Source) -> Grounds | None:
    stem = key(word)
    if len(stem) < _ROOT - 1:
        return None
    for form in source.by_beginning.get(stem[:BEGINNING], ()):
        position = source.by_form[form][0]
        if _kin(stem, key(source.words[position].word)):
            return source.grounds_of(Span(position, position), How.DERIVED)
    return None


def _kin(one: str, other: str) -> bool:
    """Whether two stems have a root in common: most of both, or nearly all of one."""
    shared = _shared(one, other)
    if shared < _ROOT:
        return False
    longest, shortest = max(len(one), len(other)), min(len(one), len(other))
    return shared >= _SHARE * longest or (shared > _ROOT and shared >= shortest - 1)


def _shared(one: str, other: str) -> int:
    for size, (a, b) in enumerate(zip(one, other, strict=False)):
        if a != b:
            return size
    return min(len(one), len(other))


def written_together(words: Sequence[Word], source: Source) -> Span | None:
    """The same letters, cut otherwise: `OpenStreetMap`, `Open Street Map`."""
    wanted = "".join(word.folded for word in words)
    for size in range(1, len(wanted) + 1):
        for first in source.by_form.get(wanted[:size], ()):
            letters = ""
            for last in range(first, len(source.words)):
                if source.words[last].part != source.words[first].part:
                    break
                letters += source.words[last].word.folded
                if letters == wanted:
                    return Span(first, last)
                if not wanted.startswith(letters):
                    break
    return None
