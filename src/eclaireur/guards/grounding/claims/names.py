"""Proper names and acronyms: organisations, sources, places outside the gazetteer, brands."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from eclaireur.guards.grounding.claims.acronyms import abbreviated_from, abbreviated_in, expanded_in
from eclaireur.guards.grounding.claims.meanings import akin, written_together
from eclaireur.guards.grounding.reading import Found, Reading, significant
from eclaireur.guards.grounding.source import BEGINNING, Source, Span
from eclaireur.guards.grounding.verdict import Grounds, How, Kind
from eclaireur.text.regex import regex
from eclaireur.text.words import Word

_SPACE = regex(r"[ \xa0\u202f]*\Z")
_LINK = regex(r"['’\-‑&.]|[ \xa0]?&[ \xa0]?")
_CONNECTORS = frozenset(["de", "du", "des", "d", "la", "le", "les", "l", "by", "of", "the", "and"])
_HEADS = frozenset(
    [
        "academie",
        "agence",
        "alliance",
        "assemblee",
        "association",
        "autorite",
        "banque",
        "bureau",
        "caisse",
        "centre",
        "chambre",
        "comite",
        "commissariat",
        "commission",
        "confederation",
        "conseil",
        "conservatoire",
        "cour",
        "delegation",
        "direction",
        "ecole",
        "federation",
        "fondation",
        "groupe",
        "groupement",
        "haut",
        "haute",
        "institut",
        "laboratoire",
        "mairie",
        "ministere",
        "mission",
        "museum",
        "observatoire",
        "office",
        "organisation",
        "ordre",
        "parlement",
        "parquet",
        "prefecture",
        "rectorat",
        "regie",
        "secretariat",
        "senat",
        "service",
        "societe",
        "syndicat",
        "tribunal",
        "union",
        "universite",
    ]
)
"""Words that open the name of an organisation, whose other words are often in lower case."""
_INSIDE = frozenset(
    ["de", "du", "des", "d", "la", "le", "les", "l", "a", "au", "aux", "et", "en", "pour", "sur"]
)
"""Empty words that the name of an organisation may hold."""
_INHABITANT = regex(r"(?:ois|ais|iens?|eens?|ins?|ains?|ols?)(?:e|ne|es|nes)?")
_LONGEST_NAME = 12
"""Words of an organisation's name that are looked at."""

_BEFORE_SOURCE = regex(
    r"(?:d['’]après|selon|issue?s? d\w*|tirée?s? d\w*|extraite?s? d\w*|partir d\w*|via|source\w*"
    r"|provenan\w+ d\w*|bases?(?: de données)?|données?|référentiels?|géométries|géocodage|outil"
    r"|application|plateforme|portail|logiciel|fournie?s? par|puisée?s? dans)"
    r"(?: (?:la|le|les|l|des|du|de|base|données|référentiels?|d)\b| ?['’])*[ '’]*\Z",
    re.IGNORECASE,
)
_BEFORE_PLACE = regex(
    r"(?:\b(?:à|en|dans|communes?|villes?|département|région|canton|pays|vallée|bassin|île|parc|lac"
    r"|rivière|fleuve|plaine|massif|secteur|quartier|territoire|agglomération|métropole|près|autour"
    r"|vers|entre|sur|jusqu)(?: (?:de|du|des|la|le|les|l|d|à)\b| ?['’])*)[ '’]*\Z",
    re.IGNORECASE,
)
_BEFORE_ORGANISATION = regex(
    r"\b(?:par|auprès|avec|pour|société|groupe|entreprise|organisme|opérateur|réseau|marque|chez)"
    r"(?: (?:de|du|des|la|le|les|l|d)\b| ?['’])*[ '’]*\Z",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Run:
    """Words `first` to `last` of a text."""

    first: int
    last: int


def find(reading: Reading, source: Source) -> Iterator[Found]:
    """Names of organisations, then every other name that has a capital."""
    for run in _organisations(reading):
        if _free(reading, run) and (found := _organisation(run, reading, source)):
            yield found
    for run in _names(reading):
        for piece in _pieces(run, reading, source):
            if _free(reading, piece):
                yield _found(
                    piece, _kind(piece, reading), _support(piece, reading, source), reading
                )


def _free(reading: Reading, run: Run) -> bool:
    return reading.free(reading.words[run.first].start, reading.words[run.last].end)


def _found(run: Run, kind: Kind, grounds: Grounds | None, reading: Reading) -> Found:
    last = reading.fitting(run.first, run.last)
    return Found(reading.words[run.first].start, reading.words[last].end, kind, grounds)


def _organisations(reading: Reading) -> Iterator[Run]:
    """A head word and what completes it, when it has a capital or is said to act."""
    for first, word in enumerate(reading.words):
        if word.folded not in _HEADS:
            continue
        before = reading.text[max(0, word.start - 30) : word.start]
        inside = reading.capitalised(first) and not reading.opens_sentence(first)
        if not inside and not re.search(r"\b(?:par|auprès de) (?:la |le |l['’])?\Z", before):
            continue
        last = first
        for index in range(first + 1, min(first + _LONGEST_NAME, len(reading.words))):
            following = reading.words[index]
            if not (
                _joined(reading.gap(index - 1)) and reading.free(following.start, following.end)
            ):
                break
            if significant(following) and not following.folded[0].isdigit():
                last = index
            elif following.folded not in _INSIDE:
                break
        yield Run(first, last)


def _organisation(run: Run, reading: Reading, source: Source) -> Found | None:
    """The longest beginning of the name that the dataset holds; else the name, unsupported."""
    words = reading.words[run.first : run.last + 1]
    for size in range(len(words), 1, -1):
        part = words[:size]
        if sum(map(significant, part)) > 1 and significant(part[-1]):
            if span := source.sequence(part) or source.interrupted(part):
                return _found(
                    Run(run.first, run.first + size - 1),
                    Kind.ORGANISATION,
                    source.grounds_of(span, How.NORMALISED),
                    reading,
                )
            span = abbreviated_in([word for word in part if significant(word)], source)
            if span := span or _abbreviated_on(run.first, size, reading, source):
                return _found(
                    Run(run.first, run.first + size - 1),
                    Kind.ORGANISATION,
                    source.grounds_of(span, How.DERIVED),
                    reading,
                )
    significants = [i for i in range(run.first, run.last + 1) if significant(reading.words[i])]
    if len(significants) < 2:
        return None
    end = next(
        (i - 1 for i in range(significants[1], run.last + 1) if reading.words[i].folded == "et"),
        run.last,
    )
    return _found(Run(run.first, end), Kind.ORGANISATION, None, reading)


def _abbreviated_on(first: int, size: int, reading: Reading, source: Source) -> Span | None:
    """The acronym that these words open: `CASVP` goes on to `Paris`, which is a place too."""
    for last, span in abbreviated_from(0, reading.words[first : first + _LONGEST_NAME], source):
        if last >= size:
            return span
    return None


def _joined(gap: str) -> bool:
    return bool(_SPACE.fullmatch(gap) or _LINK.fullmatch(gap))


def _names(reading: Reading) -> Iterator[Run]:
    """Runs of capitalised words, with what links them: `Gîtes de France`, `Neuville-en-Ferrain`."""
    index = 0
    while index < len(reading.words):
        if not reading.capitalised(index) or reading.surface(reading.words[index]).isdigit():
            index += 1
            continue
        last = _run_end(reading, index)
        first = index
        if reading.opens_sentence(first) and not _proper(reading, first):
            first += 1
            while first <= last and not reading.capitalised(first):
                first += 1
        if first <= last:
            yield Run(first, last)
        index = last + 1


def _run_end(reading: Reading, first: int) -> int:
    last = index = first
    while index + 1 < len(reading.words) and _joined(reading.gap(index)):
        hyphen = reading.gap(index) in ("-", "‑")
        index += 1
        if hyphen or reading.capitalised(index):
            last = index
        elif reading.words[index].folded not in _CONNECTORS:
            break
    return last


def _proper(reading: Reading, index: int) -> bool:
    """Whether a word that opens a sentence is a name all the same."""
    surface = reading.surface(reading.words[index])
    compound = reading.gap(index)[:1] in ("-", "‑") and index + 1 < len(reading.words)
    return any(char.isupper() for char in surface[1:]) or (
        compound and reading.capitalised(index + 1)
    )


def _pieces(run: Run, reading: Reading, source: Source) -> Iterator[Run]:
    """The run itself when the dataset holds it, else the names between connectors and claims."""
    words = reading.words[run.first : run.last + 1]
    if _free(reading, run) and (
        source.sequence(words) or not any(word.folded in _CONNECTORS for word in words)
    ):
        yield run
        return
    first = run.first
    for index in range(run.first, run.last + 1):
        word = reading.words[index]
        linked = word.folded in _CONNECTORS and not _hyphenated(reading, index)
        if linked or not reading.free(word.start, word.end):
            if first < index:
                yield Run(first, index - 1)
            first = index + 1
    if first <= run.last:
        yield Run(first, run.last)


def _hyphenated(reading: Reading, index: int) -> bool:
    return "-" in reading.gap(index) or bool(index and "-" in reading.gap(index - 1))


def _support(run: Run, reading: Reading, source: Source) -> Grounds | None:
    words = reading.words[run.first : run.last + 1]
    if span := source.sequence(words):
        how = How.EXACT if source.verbatim(words) else How.NORMALISED
        return source.grounds_of(span, how)
    if span := written_together(words, source) or _numbered(words, source):
        return source.grounds_of(span, How.NORMALISED)
    capitals = any(char.isupper() for char in reading.surface(words[0])[1:])
    if len(words) == 1 and capitals and (span := expanded_in(words[0], source)):
        return source.grounds_of(span, How.DERIVED)
    if span := abbreviated_in([word for word in words if significant(word)], source):
        return source.grounds_of(span, How.DERIVED)
    if span := _abbreviated_on(run.first, len(words), reading, source):
        return source.grounds_of(span, How.DERIVED)
    if span := _inhabited(words, source):
        return source.grounds_of(span, How.DERIVED)
    if len(words) == 1:
        return None if capitals else akin(words[0], source)
    return _piecewise(run, reading, source)


def _piecewise(run: Run, reading: Reading, source: Source) -> Grounds | None:
    """Names that only stand side by side: the dataset holds each of them, as a name."""
    pieces = [[run.first]]
    for index in range(run.first + 1, run.last + 1):
        if _SPACE.fullmatch(reading.gap(index - 1)):
            pieces.append([])
        pieces[-1].append(index)
    if len(pieces) == 1 or any(reading.words[piece[0]].folded in _HEADS for piece in pieces):
        return None
    spans = [source.sequence([reading.words[index] for index in piece]) for piece in pieces]
    names = [span for span in spans if span and source.surface(span.first)[0].isupper()]
    return source.grounds_of(names[0], How.DERIVED) if len(names) == len(pieces) else None


def _numbered(name: Sequence[Word], source: Source) -> Span | None:
    """A name with a number against it: `CNIG`, `CNIG2014`."""
    if len(name) > 1:
        return None
    for form in source.by_beginning.get(name[0].folded[:BEGINNING], ()):
        if form.startswith(name[0].folded) and form[len(name[0].folded) :].isdigit():
            return Span(source.by_form[form][0], source.by_form[form][0])
    return None


def _inhabited(name: Sequence[Word], source: Source) -> Span | None:
    """The town that the dataset says by its inhabitants: `Saint-Amand`, `saint-amandois`."""
    last = name[-1].folded.removesuffix("s").removesuffix("e")
    if len(last) < BEGINNING:
        return None
    for form in source.by_beginning.get(last[:BEGINNING], ()):
        if form.startswith(last) and _INHABITANT.fullmatch(form, len(last)):
            for position in source.by_form[form]:
                run = source.words[max(0, position - len(name) + 1) : position]
                if [placed.word.folded for placed in run] == [word.folded for word in name[:-1]]:
                    return Span(position - len(name) + 1, position)
    return None


def _kind(run: Run, reading: Reading) -> Kind:
    before = reading.text[
        max(0, reading.words[run.first].start - 40) : reading.words[run.first].start
    ]
    if _BEFORE_SOURCE.search(before):
        return Kind.SOURCE
    if _BEFORE_ORGANISATION.search(before):
        return Kind.ORGANISATION
    surface = reading.surface(reading.words[run.first])
    if surface.isupper() and len(surface) > 1:
        return Kind.ORGANISATION
    if _BEFORE_PLACE.search(before) or "-" in reading.gap(run.first) or run.first == run.last:
        return Kind.PLACE
    return Kind.ORGANISATION
