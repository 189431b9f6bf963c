"""Which records a campaign is about, as a person writes it.

Terms are separated by commas, in French or in English, and all of them must hold:

    missing, organisation=Ville de Valombreuse, updated after 2024-01-01

A term that is repeated with other values holds where one of them does. A value that holds a comma
is put between quotes, and a quote inside is doubled. No term at all chooses every record.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple, Self

from eclaireur.core.base import Noun
from eclaireur.core.dataset import Dataset
from eclaireur.core.errors import UnclosedQuote, UnknownTerm, WrongDay
from eclaireur.text.words import folded

_QUOTE = '"'
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")

_MISSING = frozenset({"missing", "manquant", "manquante", "manquants", "manquantes"})

_EQUALS: Mapping[str, str] = {
    "organisation": "organisations",
    "organization": "organisations",
    "organisme": "organisations",
    "producteur": "organisations",
    "publisher": "organisations",
    "format": "formats",
    "licence": "licences",
    "license": "licences",
    "keyword": "keywords",
    "mot-cle": "keywords",
    "tag": "keywords",
    "theme": "themes",
}
"""What may be compared with a value, by the words for it, folded."""

_DATED: Mapping[str, str] = {
    "updated": "updated",
    "modified": "updated",
    "modifie": "updated",
    "mis a jour": "updated",
    "created": "created",
    "published": "created",
    "cree": "created",
    "publie": "created",
}
_ORDER: Mapping[str, str] = {
    "after": "after",
    "apres": "after",
    "before": "before",
    "avant": "before",
}
_WHEN = re.compile(rf"({'|'.join(_DATED)})\s+({'|'.join(_ORDER)})\s+(.*)", re.DOTALL)

KNOWN = (
    "missing, organisation=…, format=…, licence=…, keyword=…, theme=…, "
    "updated after DAY, updated before DAY, created after DAY, created before DAY"
)
"""The terms, for whoever wrote another."""


class Selection(Noun):
    """Which records are chosen. Texts are compared folded: `ile-de-france` is `Île-de-France`."""

    missing: bool = False
    """Only records whose field is empty, once what people retained is counted."""
    organisations: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()
    """Of one of the files at least."""
    licences: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    updated_after: date | None = None
    """The day itself is left out, as it is of the three others."""
    updated_before: date | None = None
    created_after: date | None = None
    created_before: date | None = None

    @classmethod
    def parsed(cls, text: str) -> Self:
        """Read a selection.

        Raises:
            UnknownTerm: a term is none of those known.
            WrongDay: a day is none, or not written YEAR-MONTH-DAY.
            UnclosedQuote: a quote is opened and never closed.
        """
        told: dict[str, object] = {}
        lists: dict[str, list[str]] = {}
        for term in _terms(text):
            name, value = _read(term)
            if isinstance(value, str):
                lists.setdefault(name, []).append(value)
            else:
                told[name] = value
        told |= {name: tuple(dict.fromkeys(values)) for name, values in lists.items()}
        return cls.model_validate(told)

    def __str__(self) -> str:
        """The selection as `parsed` reads it again."""
        terms = ["missing"] if self.missing else []
        for word, values in (
            ("organisation", self.organisations),
            ("format", self.formats),
            ("licence", self.licences),
            ("keyword", self.keywords),
            ("theme", self.themes),
        ):
            terms += [f"{word}={_quoted(each)}" for each in values]
        for words, day in (
            ("updated after", self.updated_after),
            ("updated before", self.updated_before),
            ("created after", self.created_after),
            ("created before", self.created_before),
        ):
            terms += [f"{words} {day.isoformat()}"] if day else []
        return ", ".join(terms)

    def test(self, field: str) -> Callable[[Dataset], bool]:
        """What tells whether a record is chosen, given as decided so far."""
        chosen: list[Callable[[Dataset], bool]] = []
        if self.missing:
            chosen.append(lambda dataset: not getattr(dataset, field))
        for values, told in (
            (self.organisations, lambda dataset: [dataset.publisher]),
            (self.formats, lambda dataset: [each.format for each in dataset.distributions]),
            (self.licences, lambda dataset: [dataset.license]),
            (self.keywords, lambda dataset: dataset.keywords),
            (self.themes, lambda dataset: dataset.theme),
        ):
            if values:
                chosen.append(_among(values, told))
        for after, before, day in (
            (self.updated_after, self.updated_before, lambda dataset: dataset.modified),
            (self.created_after, self.created_before, lambda dataset: dataset.issued),
        ):
            if after or before:
                chosen.append(_between(after, before, day))
        return lambda dataset: all(each(dataset) for each in chosen)


def _among(
    values: Iterable[str], told: Callable[[Dataset], Iterable[str | None]]
) -> Callable[[Dataset], bool]:
    wanted = {folded(each) for each in values}
    return lambda dataset: any(folded(each) in wanted for each in told(dataset) if each)


def _between(
    after: date | None, before: date | None, told: Callable[[Dataset], str | None]
) -> Callable[[Dataset], bool]:
    """Days as ISO writes them are compared as texts; what a portal does not date is not chosen."""
    first = after.isoformat() if after else None
    last = before.isoformat() if before else None

    def chosen(dataset: Dataset) -> bool:
        day = (told(dataset) or "")[:10]
        if not _DAY.fullmatch(day):
            return False
        return (first is None or day > first) and (last is None or day < last)

    return chosen


class _Part(NamedTuple):
    """A run of a term: as written, or between quotes."""

    text: str
    is_quoted: bool


def _terms(text: str) -> Iterator[list[_Part]]:
    """Split at the commas that are outside quotes; empty terms are nothing."""
    term: list[_Part] = []
    place = 0
    while place < len(text):
        if text[place] == _QUOTE:
            quoted = re.compile(r'"((?:[^"]|"")*)"').match(text, place)
            if quoted is None:
                raise UnclosedQuote(text=text[place:])
            term.append(_Part(quoted[1].replace(_QUOTE * 2, _QUOTE), is_quoted=True))
            place = quoted.end()
            continue
        if text[place] == ",":
            if _is_something(term):
                yield term
            term = []
            place += 1
            continue
        plain = re.compile(r'[^",]+').match(text, place)
        if plain is not None:
            term.append(_Part(plain[0], is_quoted=False))
            place = plain.end()
    if _is_something(term):
        yield term


def _is_something(term: Iterable[_Part]) -> bool:
    return any(each.is_quoted or each.text.strip() for each in term)


def _read(term: list[_Part]) -> tuple[str, str | bool | date]:
    """The name of what a term asks, and its value."""
    written = "".join(each.text for each in term).strip()
    unknown = UnknownTerm(term=written, known=KNOWN)
    head = term[0].text
    if term[0].is_quoted:
        raise unknown
    if "=" in head:
        word, _, begun = head.partition("=")
        name = _EQUALS.get(_plain(word))
        rest = [_Part(begun, is_quoted=False), *term[1:]]
        quoted = [each for each in rest if each.is_quoted]
        if quoted:
            # What is between quotes is the whole value.
            spare = "".join(each.text for each in rest if not each.is_quoted).strip()
            value = quoted[0].text
            if spare or len(quoted) > 1:
                raise unknown
        else:
            value = "".join(each.text for each in rest).strip()
        if name is None or not value:
            raise unknown
        return name, value
    plain = _plain(written)
    if plain in _MISSING:
        return "missing", True
    when = _WHEN.fullmatch(plain)
    if when is None:
        raise unknown
    return f"{_DATED[when[1]]}_{_ORDER[when[2]]}", _day(when[3])


def _plain(words: str) -> str:
    return " ".join(folded(words).split())


def _day(written: str) -> date:
    if not _DAY.fullmatch(written):
        raise WrongDay(day=written)
    try:
        return date.fromisoformat(written)
    except ValueError as error:
        raise WrongDay(day=written) from error


def _quoted(value: str) -> str:
    if value == value.strip() and _QUOTE not in value and "," not in value:
        return value
    return _QUOTE + value.replace(_QUOTE, _QUOTE * 2) + _QUOTE
