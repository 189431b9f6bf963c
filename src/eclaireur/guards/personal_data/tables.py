"""Cells of a table, and values of JSON, that a column's or a key's name makes personal."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from eclaireur.guards.personal_data.dates import DATE
from eclaireur.guards.personal_data.lexicon import fold, is_commune, is_given_name, is_ordinary
from eclaireur.guards.personal_data.renown import bears_names
from eclaireur.guards.personal_data.span import PersonalData, PersonalDataType
from eclaireur.guards.personal_data.tokens import tokens
from eclaireur.text.regex import regex

_GIVEN_COLUMN = regex(r"prenoms?(?:[ _]\w+)?|(?:first|given)[ _]?name")
_COLUMNS = {
    PersonalDataType.PERSON: regex(
        r"noms?(?:[ _](?:d['_ ]?usage|usage|de[ _]naissance|naissance|de[ _]famille"
        r"|famille|patronymique|marital|et[ _]prenoms?|prenoms?|agent|complet|usager))?"
        r"|prenoms?(?:[ _]\w+)?|(?:last|first|family|given|full)[ _]?name|surname"
        r"|patronyme|agents?|titulaire|proprietaires?|locataire|demandeur"
        r"|declarant|beneficiaire|requerant|usager|allocataire|assure|conducteur|eleve|patient"
        r"|referent|responsable|interlocuteur|elu|candidat|representant|signataire"
    ),
    PersonalDataType.BIRTH_DATE: regex(
        r"(?:date[ _](?:de[ _])?)?(?:naissance|naiss|nais)|ddn|nee?[ _]le|birth[ _]?date|dob"
    ),
    PersonalDataType.ID_DOCUMENT: regex(
        r"(?:n|no|num|numero)?[ _°]*(?:de[ _])?(?:cni|passeport|titre[ _](?:de[ _])?sejour"
        r"|carte[ _](?:d['_ ]?)?identite|permis(?:[ _]de[ _]conduire)?"
        r"|piece(?:[ _]d['_ ]?identite)?)"
    ),
    PersonalDataType.NIR: regex(
        r"(?:n|no|num|numero)?[ _°]*(?:de[ _])?(?:secu|nir|nss|ss|securite[ _]sociale)(?:[ _]\w+)?"
    ),
    PersonalDataType.PLATE: regex(r"immat\w*|plaques?|numero[ _]immat\w*"),
}
_SHAPES = {
    PersonalDataType.BIRTH_DATE: regex(DATE, re.IGNORECASE),
    PersonalDataType.ID_DOCUMENT: regex(r"(?=.*\d{3})[A-Za-z0-9][A-Za-z0-9 -]{5,18}"),
    PersonalDataType.NIR: regex(r"[1-478](?:[ .-]?\d){4}[ .-]?[\dAB](?:[ .-]?\d){6,9}"),
    PersonalDataType.PLATE: regex(
        r"[A-Za-z]{2}[ -]?\d{3}[ -]?[A-Za-z]{2}|\d{2,4}[ -]?[A-Za-z]{2,3}[ -]?\d{2}"
    ),
}
_ABOUT_PEOPLE = regex(
    r"prenom|first|given|\bsecu|naiss|\bnir\b|\btel|phone|mail|courriel|\brib\b|iban"
    r"|\bage\b|sexe|civilite|agent"
)
_ROW_END = regex(r"\n|\bVALUES\b|\)\s{0,3},\s{0,3}(?=\()|$", re.IGNORECASE)
"""Where a row ends: at the end of its line, or in SQL before the values of the next."""
_INSERT = regex(r"\s{0,20}insert\s{1,20}into\s[^()\n]{1,80}\(", re.IGNORECASE)
_CONTACT = regex(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}|\+?\(?\d[\d .()-]{8,18}")
_DELIMITERS = ("|", ";", "\t", ",")
_FEWEST_CELLS = 3
_MOST_WORDS_OF_A_NAME = 3
_TITLE = regex(r"(?:M\.|MM\.|Mme|Mlle|Mr|Monsieur|Madame|Dr)\s+", re.IGNORECASE)
_JSON = regex(r'"(?P<key>[\w -]{2,30})"\s{0,3}:\s{0,3}\[?\s{0,3}"(?P<value>[^"\n]{2,80})"')
_DIGIT = regex(r"\d")
_AROUND_A_VALUE = " \"*`'();\r"
_NOTHING = frozenset({"NULL", "NONE", "NAN", "NA", "NC", "ND"})
"""What a cell holds when it has no value."""
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
    for start, line in _rows(text):
        if len(line) > _LONGEST_LINE:
            header = None
        elif named := _header(line):
            header = named
        elif header and abs(line.count(header.delimiter) + 1 - len(header.names)) <= 1:
            _read_row(start, line, header, found)
        else:
            header = None
            found.personal.extend(_names_beside_a_contact(start, line))
    return found


def _rows(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    for end in _ROW_END.finditer(text):
        if start < end.start():
            yield start, text[start : end.start()]
        start = end.end()


def _names_beside_a_contact(start: int, line: str) -> Iterator[PersonalData]:
    """Two cells that are a given name and a surname, in a row that also holds how to reach them.

    Nothing names the columns of such a row: values of SQL, an extract of a file.
    """
    delimiter = max(_DELIMITERS, key=line.count)
    row = line.split(delimiter)
    values = [cell.strip(_AROUND_A_VALUE) for cell in row]
    if len(row) < _FEWEST_CELLS or not any(map(_CONTACT.fullmatch, values)):
        return
    named = [_may_be_a_name(value) for value in values]
    for index, cell in enumerate(row):
        beside = [other for other in (index - 1, index + 1) if 0 <= other < len(row)]
        if named[index] and any(
            named[other] and _are_a_pair(values[index], values[other]) for other in beside
        ):
            begin = start + cell.index(values[index])
            yield PersonalData(begin, begin + len(values[index]), PersonalDataType.PERSON)
        start += len(cell) + len(delimiter)


def _may_be_a_name(value: str) -> bool:
    words = value.split()
    return (
        0 < len(words) <= _MOST_WORDS_OF_A_NAME
        and value[0].isupper()
        and _fits(value, PersonalDataType.PERSON, "nom")
    )


def _are_a_pair(one: str, other: str) -> bool:
    """Whether one of two names is a given name, and the other may be a surname."""
    return any(
        is_given_name(fold(given)) and not is_commune(fold(surname))
        for given, surname in ((one, other), (other, one))
    )


def _values(text: str) -> Iterator[PersonalData]:
    for match in _JSON.finditer(text):
        if (kind := _kind(match["key"])) and _fits(match["value"], kind, match["key"]):
            yield PersonalData(match.start("value"), match.end("value"), kind)


def _header(line: str) -> _Header | None:
    names_things = not _DIGIT.search(line)
    line = _INSERT.sub("", line)
    for delimiter in _DELIMITERS:
        if delimiter not in line:
            continue
        row = line.split(delimiter)
        if any(len(cell) > _LONGEST_COLUMN for cell in row):
            continue
        names = [fold(cell.strip(_AROUND_A_VALUE)) for cell in row]
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


def _read_row(start: int, line: str, header: _Header, found: Cells) -> None:
    for index, cell in enumerate(line.split(header.delimiter)):
        kind = header.columns.get(index)
        value = cell.strip(_AROUND_A_VALUE)
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
    if value.upper() in _NOTHING:
        return False
    title = _TITLE.match(value)
    words = tokens(value[title.end() :] if title else value)
    if not 0 < len(words) <= _MOST_WORDS or any(char.isdigit() for char in value):
        return False
    if _GIVEN_COLUMN.fullmatch(fold(column)):
        return all(word.capitalised or word.rare or word.particle for word in words)
    return all(w.rare or w.surname or w.particle or w.initial for w in words)
