"""What the data holds and what it is limited to: the nouns and adjectives left by other kinds.

A summary says things in other words than its source, so a missing word proves nothing. What
counts is a word that states something (neither empty, nor how portals speak, nor a verb) and
that nothing in the dataset shares a stem, a root, an acronym or a meaning with. It is a claim if
it is checkable by itself, or if the text otherwise keeps to the words of the dataset, where a
foreign one stands out; in a text told in other words it would be one paraphrase among others.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from eclaireur.guards.grounding.claims.acronyms import abbreviations
from eclaireur.guards.grounding.claims.meanings import meant
from eclaireur.guards.grounding.lexicon.checkable import checkable, checkable_forms
from eclaireur.guards.grounding.lexicon.generic import carriers, generic
from eclaireur.guards.grounding.lexicon.vocabulary import (
    COMPLETENESS,
    RESTRICTIONS,
    complete,
    families,
    granularities,
    incomplete,
    restricted,
    rivals,
)
from eclaireur.guards.grounding.reading import Found, Reading, key, significant
from eclaireur.guards.grounding.source import Source, Span
from eclaireur.guards.grounding.verdict import Grounds, How, Kind
from eclaireur.text.regex import regex
from eclaireur.text.words import Word

_SHORTEST = 3
"""Letters of a word that states something."""
_ONLY = frozenset(["seul", "seuls", "seule", "seules"])
_ARTICLES = frozenset(["le", "la", "les", "aux", "des"])
_LINKS = frozenset(["de", "du", "des", "d", "la", "le", "les", "l", "a", "au", "aux"])
_SPACE = regex(r"(?:[ \xa0\u202f]?|['’\-‑])\Z")
_VERBAL = regex(
    r"(?:é|ée|és|ées)\Z|(?<!i)er\Z|(?:ant|issant|ir|oir|aient|eront|irent|èrent|iser|ifier)\Z"
    r"|(?:[mpq]u?is|clus|duit|struit|crit|fait|joint|vert|fert|[vt]enu|endu|ondu|paru|couru|çu)e?s?\Z"
    r"|(?:able|ible)s?\Z|(?<!m)ent\Z|r(?:ait|aient|ons|ez)\Z|(?:issent|issait)\Z"
)
_NOUNS_LIKE_VERBS = regex(
    r"(?:ité|été|erté|auté|anté|ieté)s?\Z|(?:carburant|enfant|restaurant|étudiant|enseignant|montant"
    r"|âgée?|habitant|courant|polluant|exploitant|participant|dirigeant|commerçant|soignant|gérant"
    r"|loyer|foyer|danger|cancer|hiver|étranger|verger|clocher|rocher|berger|fer|mer|hydrogène"
    r"|agent|client|patient|accident|incident|président|adhérent|résident|logement|argent"
    r"|marché|blé|thé|café|congé|degré|fossé|musée|lycée|vallée|armée|trophée|chaussée|marée"
    r"|employé|salarié|député|retraité|réfugié|diplômé|comité|traité|université|plaisir|loisir"
    r"|désir|trottoir|couloir|réservoir|dortoir|abattoir|pouvoir|miroir)\Z"
)
_PARTICIPLES = regex(
    r"(?:\blimit|habit|exploit|\bvisit|\bcit|facilit|mérit|hérit|sollicit|suscit|édit|\btrait|complét"
    r"|projet|répét|interprét|support|\bport|export|import|apport|rapport)(?:é|ée|és|ées)\Z"
)
_ADVERB = regex(r"(?:[aeiu]lement|ivement|iquement|eusement|[éae]mment|ément|ièrement|airement)\Z")
_BEFORE_SOURCE = regex(
    r"(?:(?:d['’]après|issue?s?|tirée?s?|extraite?s?|à partir|provenan\w+|auprès|via"
    r"|fondée?s? sur|recueillie?s?|collectée?s?|relevée?s?|mesurée?s?|établie?s?|tenue?s?"
    r"|constituée?s?|obtenue?s?|saisie?s?)(?: (?:par|lors|auprès|sur la base|à partir|via))?"
    r"|(?:transmis\w*|fournie?s?|renseignée?s?|déclarée?s?) par)"
    r"(?: (?:de|du|des|la|le|les|un|une|d|l|ses|leurs|données|bases?|fichiers?|enquêtes?|relevés)\b"
    r"| ?d?['’])* ?\Z",
    re.IGNORECASE,
)
_BEFORE_SCOPE = regex(
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
    strict: bool
    """Whether the word must be supported, whatever is said around it."""


def find(reading: Reading, source: Source) -> Iterator[Found]:
    """Phrases of the text, cut where their support begins or ends.

    None when the dataset is in English: its words are not those of a text in French.
    """
    if not source.in_french:
        return
    known = _spelled_out(reading, source)
    phrases = [_terms(phrase, reading, source, known) for phrase in _phrases(reading)]
    doubtful = {
        term.index for terms in phrases for term in terms if not (term.grounds or term.strict)
    }
    if _foreign(reading, source) <= doubtful:
        doubtful = set()
    for terms in phrases:
        yield from _claims([term for term in terms if term.index not in doubtful], reading)


def _foreign(reading: Reading, source: Source) -> set[int]:
    """The words of the text that the dataset does not use."""
    return {
        index
        for index, word in enumerate(reading.words)
        if significant(word)
        and len(word.folded) >= _SHORTEST
        and not word.folded.isdigit()
        and key(word) not in source.by_key
    }


def _terms(
    phrase: list[int], reading: Reading, source: Source, known: dict[int, Grounds]
) -> list[Term]:
    """The words of a phrase that state something, unless another claim has them."""
    cited = _cited(phrase, reading)
    return [
        Term(
            index,
            _kind(index, reading, source),
            known.get(index) or _support(index, reading, source),
            strict=index in cited
            or _limits(index, reading, source)
            or key(reading.words[index]) in checkable(),
        )
        for index in phrase
        if _free(index, reading)
        and (
            index in known
            or _states(index, reading, source, carriers() if index in cited else generic())
        )
    ]


def _cited(phrase: list[int], reading: Reading) -> set[int]:
    """The words of a phrase by which it names a source, up to the name of one."""
    cited: set[int] = set()
    for index in phrase:
        if cited and not _free(index, reading):
            break
        if cited or _BEFORE_SOURCE.search(_before(index, reading)):
            cited.add(index)
    return cited


def _free(index: int, reading: Reading) -> bool:
    word = reading.words[index]
    return reading.free(word.start, word.end)


def _spelled_out(reading: Reading, source: Source) -> dict[int, Grounds]:
    return {
        index: source.grounds_of(span, How.DERIVED)
        for first, last, span in abbreviations(reading.words, source)
        for index in range(first, last + 1)
    }


def _phrases(reading: Reading) -> Iterator[list[int]]:
    """Runs of words that nothing but `de`, `à`, an article or a claim links."""
    phrase: list[int] = []
    for index, word in enumerate(reading.words):
        kept = significant(word) or word.folded in _LINKS or not _free(index, reading)
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
    if _limits(index, reading, source):
        return True
    if word.folded.removesuffix("s") in checkable_forms():
        return True
    if not significant(word) or len(word.folded) < _SHORTEST or key(word) in silent:
        return False
    noun = _NOUNS_LIKE_VERBS.search(surface.rstrip("s")) and not _PARTICIPLES.search(surface)
    if _VERBAL.search(surface) and not noun:
        return False
    return not _ADVERB.search(surface)


def _limits(index: int, reading: Reading, source: Source) -> bool:
    """Whether the word says what the data keep to: all, only some, by what, one and no other."""
    word = reading.words[index]
    return (
        _restricts(index, reading)
        or word.folded in COMPLETENESS
        or _excluded(word, source)
        or (key(word) in granularities() and _breaks_down(index, reading))
    )


def _restricts(index: int, reading: Reading) -> bool:
    """Whether the word narrows, as `les seuls élus` does, and not `un seul` or `restant seul`."""
    word = reading.words[index].folded
    before = reading.words[index - 1].folded if index else ""
    return word in RESTRICTIONS and (word not in _ONLY or before in _ARTICLES)


def _support(index: int, reading: Reading, source: Source) -> Grounds | None:
    word = reading.words[index]
    if _restricts(index, reading):
        return _any_of(restricted(), source)
    if word.folded in COMPLETENESS:
        return _whole(index, reading, source)
    if key(word) in granularities() and _breaks_down(index, reading):
        return _broken_down(word, source)
    return meant(word, source)


def _whole(index: int, reading: Reading, source: Source) -> Grounds | None:
    """What says that nothing is missing, or that something is when the text says so."""
    before = reading.words[index - 1].folded if index else ""
    if before in ("non", "pas"):
        return meant(reading.words[index], source) or _any_of(incomplete(), source)
    return _any_of(complete(), source)


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
    same = {key(word), *families().get(key(word), ())}
    rivals = False
    mentioned = None
    for position, placed in enumerate(source.words):
        stem = key(placed.word)
        if mentioned is None and stem in same:
            mentioned = position
        before = source.words[position - 1].word.folded if position else ""
        if before in ("par", "chaque") and stem in granularities() | same:
            if stem in same:
                return source.grounds_of(Span(position - 1, position), How.NORMALISED)
            rivals = True
    if rivals or mentioned is None:
        return None
    return source.grounds_of(Span(mentioned, mentioned), How.NORMALISED)


def _claims(terms: list[Term], reading: Reading) -> Iterator[Found]:
    start = 0
    while start < len(terms):
        end = start
        supported = terms[start].grounds is not None
        while (
            end + 1 < len(terms)
            and (terms[end + 1].grounds is not None) == supported
            and reading.free(
                reading.words[terms[end].index].end, reading.words[terms[end + 1].index].start
            )
        ):
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
    if _limits(index, reading, source):
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
