"""What the data holds and what it is limited to: the nouns and adjectives left by other kinds.

A summary says things in other words than its source, so a missing word proves nothing. What
counts is a word that states something (neither empty, nor how portals speak, nor a verb) and
that nothing in the dataset shares a stem, a root, an acronym or a meaning with.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from eclaireur.guards.grounding.claims.acronyms import abbreviations
from eclaireur.guards.grounding.lexicon.generic import carriers, generic
from eclaireur.guards.grounding.lexicon.vocabulary import (
    COMPLETENESS,
    RESTRICTIONS,
    complete,
    families,
    granularities,
    restricted,
    rivals,
)
from eclaireur.guards.grounding.reading import Found, Reading, key, significant
from eclaireur.guards.grounding.source import Source, Span
from eclaireur.guards.grounding.verdict import Grounds, How, Kind
from eclaireur.text.words import Word

_SHORTEST = 3
"""Letters of a word that states something."""
_ROOT = 5
"""Letters that two words of one root share at least: `déclarent`, `déclaration`."""
_LINKS = frozenset(["de", "du", "des", "d", "la", "le", "les", "l", "a", "au", "aux"])
_SPACE = re.compile(r"(?:[ \xa0\u202f]?|['’\-‑])\Z")
_VERBAL = re.compile(
    r"(?:é|ée|és|ées)\Z|(?<!i)er\Z|(?:ant|issant|ir|oir|aient|eront|irent|èrent|iser|ifier)\Z"
    r"|(?:able|ible)s?\Z|(?<!m)ent\Z|r(?:ait|aient|ons|ez)\Z|(?:issent|issait)\Z"
)
_NOUNS_LIKE_VERBS = re.compile(
    r"(?:ité|été|erté|auté|anté|ieté)s?\Z|(?:carburant|enfant|restaurant|étudiant|enseignant|montant"
    r"|âgée?|habitant|courant|polluant|exploitant|participant|dirigeant|commerçant|soignant|gérant"
    r"|loyer|foyer|danger|cancer|hiver|étranger|verger|clocher|rocher|berger|fer|mer|hydrogène"
    r"|agent|client|patient|accident|incident|président|adhérent|résident|logement|argent"
    r"|marché|blé|thé|café|congé|degré|fossé|musée|lycée|vallée|armée|trophée|chaussée|marée"
    r"|employé|salarié|député|retraité|réfugié|diplômé|comité|traité|université|plaisir|loisir"
    r"|désir|trottoir|couloir|réservoir|dortoir|abattoir|pouvoir|miroir)\Z"
)
_PARTICIPLES = re.compile(
    r"(?:\blimit|habit|exploit|\bvisit|\bcit|facilit|mérit|hérit|sollicit|suscit|édit|\btrait|complét"
    r"|projet|répét|interprét|support|\bport|export|import|apport|rapport)(?:é|ée|és|ées)\Z"
)
_ADVERB = re.compile(
    r"(?:[aeiu]lement|ivement|iquement|eusement|[éae]mment|ément|ièrement|airement)\Z"
)
_BEFORE_SOURCE = re.compile(
    r"(?:d['’]après|issue?s?|tirée?s?|extraite?s?|à partir|provenan\w+|auprès|via|fondée?s? sur"
    r"|recueillie?s?|collectée?s?|relevée?s?|mesurée?s?|établie?s?|tenue?s?|constituée?s?"
    r"|obtenue?s?|saisie?s?)(?: (?:par|lors|auprès|sur la base|à partir|via))?"
    r"(?: (?:de|du|des|la|le|les|un|une|d|l|ses|leurs|données|bases?|fichiers?|enquêtes?|relevés)\b"
    r"| ?d?['’])* ?\Z",
    re.IGNORECASE,
)
_BEFORE_SCOPE = re.compile(
    r"(?:\b(?:par|hors|sauf|uniquement|seulement|exclusivement|seule?s?|chaque|limitée?s? aux?)"
    r"(?: (?:de|du|des|la|le|les|d|l)\b| ?['’])*) ?\Z",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Term:
    """A word of the text that states something, and what supports it."""

    index: int
    kind: Kind
    grounds: Grounds | None


def find(reading: Reading, source: Source) -> Iterator[Found]:
    """Phrases of the text, cut where their support begins or ends."""
    known = _spelled_out(reading, source)
    for phrase in list(_phrases(reading)):
        cited = _BEFORE_SOURCE.search(_before(phrase[0], reading))
        silent = carriers() if cited else generic()
        terms = [
            Term(
                index,
                _kind(index, reading, source),
                known.get(index) or _support(index, reading, source),
            )
            for index in phrase
            if _states(index, reading, source, silent) or index in known
        ]
        yield from _claims(terms, reading)


def _spelled_out(reading: Reading, source: Source) -> dict[int, Grounds]:
    return {
        index: source.grounds_of(span, How.DERIVED)
        for first, last, span in abbreviations(reading.words, source)
        for index in range(first, last + 1)
    }


def _phrases(reading: Reading) -> Iterator[list[int]]:
    """Runs of words that no claim covers and that nothing but `de`, `à` or an article links."""
    phrase: list[int] = []
    for index, word in enumerate(reading.words):
        free = reading.free(word.start, word.end)
        kept = free and (significant(word) or word.folded in _LINKS)
        if phrase and not (kept and _SPACE.fullmatch(reading.gap(index - 1))):
            yield phrase
            phrase = []
        if kept:
            phrase.append(index)
    if phrase:
        yield phrase


def _states(index: int, reading: Reading, source: Source, silent: frozenset[str]) -> bool:
    word = reading.words[index]
    surface = reading.surface(word).lower()
    if word.folded in RESTRICTIONS or word.folded in COMPLETENESS:
        return True
    if key(word) in granularities() and _breaks_down(index, reading):
        return True
    if _excluded(word, source):
        return True
    if not significant(word) or len(word.folded) < _SHORTEST or key(word) in silent:
        return False
    noun = _NOUNS_LIKE_VERBS.search(surface.rstrip("s")) and not _PARTICIPLES.search(surface)
    if _VERBAL.search(surface) and not noun:
        return False
    return not _ADVERB.search(surface)


def _support(index: int, reading: Reading, source: Source) -> Grounds | None:
    word = reading.words[index]
    if word.folded in RESTRICTIONS:
        return _any_of(restricted(), source)
    if word.folded in COMPLETENESS:
        return _any_of(complete(), source)
    if key(word) in granularities() and _breaks_down(index, reading):
        return _broken_down(word, source)
    if positions := source.by_key.get(key(word)):
        position = next((p for p in positions if source.words[p].word.folded == word.folded), None)
        if position is None:
            return source.grounds_of(Span(positions[0], positions[0]), How.NORMALISED)
        return source.grounds_of(Span(position, position), How.EXACT)
    for other in families().get(key(word), ()):
        if positions := source.by_key.get(other):
            return source.grounds_of(Span(positions[0], positions[0]), How.DERIVED)
    return _same_root(word, source)


def _same_root(word: Word, source: Source) -> Grounds | None:
    stem = key(word)
    if len(stem) < _ROOT - 1:
        return None
    for form, positions in source.by_form.items():
        shared = _shared(stem, form)
        if shared >= _ROOT and shared >= 0.7 * max(
            len(stem), len(key(source.words[positions[0]].word))
        ):
            return source.grounds_of(Span(positions[0], positions[0]), How.DERIVED)
    return None


def _shared(one: str, other: str) -> int:
    for size, (a, b) in enumerate(zip(one, other, strict=False)):
        if a != b:
            return size
    return min(len(one), len(other))


def _any_of(forms: frozenset[str], source: Source) -> Grounds | None:
    """A word that says it, unless the dataset denies it: `non exhaustif`."""
    for form, positions in source.by_form.items():
        for position in positions:
            denied = position and source.words[position - 1].word.folded in ("non", "pas", "peu")
            if form in forms and not denied:
                return source.grounds_of(Span(position, position), How.DERIVED)
    return None


def _breaks_down(index: int, reading: Reading) -> bool:
    return bool(index) and reading.words[index - 1].folded in ("par", "chaque")


def _broken_down(word: Word, source: Source) -> Grounds | None:
    """By what the dataset is broken down; a mere mention is enough if it says it of nothing."""
    rivals = False
    for position, placed in enumerate(source.words):
        before = source.words[position - 1].word.folded if position else ""
        if key(placed.word) in granularities() and before in ("par", "chaque"):
            if key(placed.word) == key(word):
                return source.grounds_of(Span(position - 1, position), How.NORMALISED)
            rivals = True
    positions = source.by_key.get(key(word), ())
    if rivals or not positions:
        return None
    return source.grounds_of(Span(positions[0], positions[0]), How.NORMALISED)


def _claims(terms: list[Term], reading: Reading) -> Iterator[Found]:
    start = 0
    while start < len(terms):
        end = start
        supported = terms[start].grounds is not None
        while end + 1 < len(terms) and (terms[end + 1].grounds is not None) == supported:
            end += 1
        first = terms[start].index
        yield from _cut(first, terms[end].index, terms[start], reading)
        start = end + 1


def _cut(first: int, last: int, term: Term, reading: Reading) -> Iterator[Found]:
    """A phrase too long for one claim makes several."""
    while first <= last:
        end = reading.fitting(first, last)
        start = reading.words[first].start
        yield Found(start, reading.words[end].end, term.kind, term.grounds)
        first = end + 1


def _kind(index: int, reading: Reading, source: Source) -> Kind:
    word = reading.words[index]
    if (
        word.folded in RESTRICTIONS
        or word.folded in COMPLETENESS
        or _excluded(word, source)
        or (key(word) in granularities() and _breaks_down(index, reading))
    ):
        return Kind.SCOPE
    before = _before(index, reading)
    if _BEFORE_SOURCE.search(before):
        return Kind.SOURCE
    return Kind.SCOPE if _BEFORE_SCOPE.search(before) else Kind.CONTENT


def _excluded(word: Word, source: Source) -> bool:
    """Whether the dataset names what the word excludes: `public` for `privé`."""
    return any(rival in source.by_key for rival in rivals().get(key(word), ()))


def _before(index: int, reading: Reading) -> str:
    start = reading.words[index].start
    return reading.text[max(0, start - 60) : start]
