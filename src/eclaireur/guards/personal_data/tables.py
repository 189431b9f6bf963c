"""Cells of a table, and values of JSON, that a column's or a key's name makes personal."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from eclaireur.guards.personal_data.dates import DATE
from eclaireur.guards.personal_data.lexicon import fold, is_ordinary
from eclaireur.guards.personal_data.renown import bears_names
from eclaireur.guards.personal_data.span import PersonalData, PersonalDataType
from eclaireur.guards.personal_data.tokens import tokens

_GIVEN_COLUMN = re.compile(r"prenoms?(?:[ _]\w+)?")
_COLUMNS = {
    PersonalDataType.PERSON: re.compile(
        r"noms?(?:[ _](?:d['_ ]?usage|usage|de[ _]naissance|naissance|de[ _]famille"
        r"|famille|patronymique|marital|et[ _]prenoms?|prenoms?|agent|complet|usager))?"
        r"|prenoms?(?:[ _]\w+)?|patronyme|agents?|titulaire|proprietaires?|locataire|demandeur"
        r"|declarant|beneficiaire|requerant|usager|allocataire|assure|conducteur|eleve|patient"
        r"|referent|responsable|interlocuteur|elu|candidat|representant|signataire"
    ),
    PersonalDataType.BIRTH_DATE: re.compile(
        r"(?:date[ _](?:de[ _])?)?(?:naissance|naiss|nais)|ddn|nee?[ _]le|birth[ _]?date|dob"
    ),
    PersonalDataType.ID_DOCUMENT: re.compile(
        r"(?:n|no|num|numero)?[ _°]*(?:de[ _])?(?:cni|passeport|titre[ _](?:de[ _])?sejour"
        r"|carte[ _](?:d['_ ]?)?identite|permis(?:[ _]de[ _]conduire)?"
        r"|piece(?:[ _]d['_ ]?identite)?)"
    ),
    PersonalDataType.PLATE: re.compile(r"immat\w*|plaques?|numero[ _]immat\w*"),
}
_SHAPES = {
    PersonalDataType.BIRTH_DATE: re.compile(DATE, re.IGNORECASE),
    PersonalDataType.ID_DOCUMENT: re.compile(r"(?=.*\d{3})[A-Za-z0-9][A-Za-z0-9 -]{5,18}"),
    PersonalDataType.PLATE: re.compile(
        r"[A-Za-z]{2}[ -]?\d{3}[ -]?[A-Za-z]{2}|\d{2,4}[ -]?[A-Za-z]{2,3}[ -]?\d{2}"
    ),
}
_ABOUT_PEOPLE = re.compile(
    r"prenom|naiss|\bnir\b|\btel|phone|mail|courriel|\brib\b|iban|\bage\b|sexe|civilite|agent"
)
_LINE = re.compile(r"[^\n]+")
_TITLE = re.compile(r"(?:M\.|MM\.|Mme|Mlle|Mr|Monsieur|Madame|Dr)\s+", re.IGNORECASE)
_JSON = re.compile(r'"(?P<key>[\w -]{2,30})"\s{0,3}:\s{0,3}\[?\s{0,3}"(?P<value>[^"\n]{2,80})"')
_DIGIT = re.compile(r"\d")
_LONGEST_LINE = 5_000
_LONGEST_COLUMN = 40
_MOST_WORDS_OF_A_COLUMN = 4
_MOST_WORDS = 6


class _Header(NamedTuple):
    delimiter: str
    names: list[str]
    columns: dict[int, PersonalDataType]
    public: set[int]
    """The columns of what bears people's names."""


class Cells(NamedTuple):
    """What a text's tables say of their cells."""

    personal: list[PersonalData]
    """The cells under a column, or behind a key, whose name announces personal data."""
    public: list[tuple[int, int]]
    """Where the cells stand that hold streets, schools or stations, never people; in order."""

    def is_public(self, position: int) -> bool:
        """Whether a public cell holds a position."""
        index = bisect_right(self.public, position, key=lambda cell: cell[0]) - 1
        return index >= 0 and position < self.public[index][1]


def cells(text: str) -> Cells:
    """Read the tables and the JSON of a text."""
    found = Cells(list(_values(text)), [])
    header: _Header | None = None
    for line in _LINE.finditer(text):
        if len(line[0]) > _LONGEST_LINE:
            header = None
        elif named := _header(line[0]):
            header = named
        elif header and abs(line[0].count(header.delimiter) + 1 - len(header.names)) <= 1:
            _read_row(line, header, found)
        else:
            header = None
    return found


def _values(text: str) -> Iterator[PersonalData]:
    for match in _JSON.finditer(text):
        if (kind := _kind(match["key"])) and _fits(match["value"], kind, match["key"]):
            yield PersonalData(match.start("value"), match.end("value"), kind)


def _header(line: str) -> _Header | None:
    names_things = not _DIGIT.search(line)
    for delimiter in ("|", ";", "\t", ","):
        if delimiter not in line:
            continue
        row = line.split(delimiter)
        if any(len(cell) > _LONGEST_COLUMN for cell in row):
            continue
        names = [fold(cell.strip(' "*`')) for cell in row]
        columns = {i: kind for i, name in enumerate(names) if (kind := _kind(name))}
        public = {i for i, name in enumerate(names) if names_things and _is_public(name)}
        public.difference_update(columns)
        about_people = any(_ABOUT_PEOPLE.search(name) for name in names)
        if not about_people and PersonalDataType.PERSON in columns.values():
            columns = {}
        if columns or public:
            return _Header(delimiter, names, columns, public)
    return None


def _is_public(column: str) -> bool:
    words = re.split(r"[ _]+", column)
    return (
        len(words) < _MOST_WORDS_OF_A_COLUMN
        and all(map(is_ordinary, words))
        and bears_names(column)
    )


def _kind(name: str) -> PersonalDataType | None:
    if len(name) > _LONGEST_COLUMN:
        return None
    folded = fold(name.strip())
    return next((kind for kind, column in _COLUMNS.items() if column.fullmatch(folded)), None)


def _read_row(line: re.Match[str], header: _Header, found: Cells) -> None:
    start = line.start()
    for index, cell in enumerate(line[0].split(header.delimiter)):
        kind = header.columns.get(index)
        value = cell.strip(' "*`\r')
        if kind and value and _fits(value, kind, header.names[index]):
            begin = start + cell.index(value)
            title = _TITLE.match(value)
            name = begin + (title.end() if title else 0)
            found.personal.append(PersonalData(name, begin + len(value), kind))
        elif index in header.public:
            found.public.append((start, start + len(cell)))
        start += len(cell) + len(header.delimiter)


def _fits(value: str, kind: PersonalDataType, column: str) -> bool:
    if kind is not PersonalDataType.PERSON:
        return _SHAPES[kind].fullmatch(value) is not None
    title = _TITLE.match(value)
    words = tokens(value[title.end() :] if title else value)
    if not 0 < len(words) <= _MOST_WORDS or any(char.isdigit() for char in value):
        return False
    if _GIVEN_COLUMN.fullmatch(fold(column)):
        return all(word.capitalised or word.rare or word.particle for word in words)
    return all(w.rare or w.surname or w.particle or w.initial for w in words)
