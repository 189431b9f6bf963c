"""No table has a place for a person: every column of every database is read by its name.

DBOS, which the work of campaigns is written down with, has three: the database is made to refuse
that they are filled, and they are read to the last row.
"""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from eclaireur.audit.inspected import Inspected
from eclaireur.campaigns.nobody import OF_PEOPLE, SCHEMA, TABLE, TOKENS
from eclaireur.core.audit import Verdict
from eclaireur.core.errors import StoreUnavailable
from eclaireur.core.suggestion import Reason
from eclaireur.store import KNOWN_COLUMNS

COMMITMENT = 3

THE_STORE = "eclaireur"
"""What the evidence calls the database of the store: never by its address."""

_OF_WORK = f"{SCHEMA}."
"""Before the names of the tables of the work of campaigns, in PostgreSQL."""

SQLITE_HEADER = b"SQLite format 3\0"

PERSONS = frozenset(
    [
        "account",
        "actor",
        "adresse",
        "agent",
        "author",
        "auteur",
        "authenticated",
        "birth",
        "browser",
        "civility",
        "client",
        "compte",
        "contact",
        "contributor",
        "contributeur",
        "cookie",
        "courriel",
        "creator",
        "device",
        "email",
        "fullname",
        "gender",
        "identity",
        "ip",
        "identite",
        "login",
        "mail",
        "maintainer",
        "member",
        "membre",
        "mobile",
        "naissance",
        "nickname",
        "nir",
        "nom",
        "owner",
        "password",
        "patronyme",
        "person",
        "personne",
        "people",
        "phone",
        "prenom",
        "pseudo",
        "referer",
        "referrer",
        "reviewer",
        "sender",
        "session",
        "sexe",
        "sub",
        "subject",
        "surname",
        "telephone",
        "tel",
        "ua",
        "uid",
        "user",
        "username",
        "useragent",
        "utilisateur",
        "visitor",
        "visiteur",
        "firstname",
        "lastname",
    ]
)
"""Words of a column's or a table's name that tell of somebody, singular, folded."""

PAIRS = frozenset(
    {("first", "name"), ("last", "name"), ("full", "name"), ("display", "name"), ("decided", "by")}
    | {("created", "by"), ("updated", "by"), ("reviewed", "by"), ("made", "by"), ("done", "by")}
)
"""Two words that tell of somebody when they follow each other."""

SESSIONS = "session"
"""The one table of the store whose name tells of somebody. It is told as evidence, not left out:
its columns are read as all are, and hold a digest of a random token, roles, and two instants."""

_WORD = re.compile("[A-Z]+(?![a-z])|[A-Z]?[a-z]+")


class Column(NamedTuple):
    """A column, and where it is."""

    database: str
    table: str
    name: str


async def check(inspected: Inspected) -> tuple[Verdict, list[Reason]]:
    """Read the names of every column of every database of the installation."""
    of_store = [Column(THE_STORE, *each) for each in await inspected.store.columns()]
    columns = [*of_store, *_of_other_files(inspected)]
    sealed = [each for each in columns if _is_sealed(each, inspected)]
    faults = [
        Reason(code="audit-column-person", params=each._asdict())
        for each in columns
        if (tells_of_a_person(each.name) and each not in sealed and not _is_token(each, inspected))
        or (tells_of_a_person(each.table) and (each.database, each.table) != (THE_STORE, SESSIONS))
    ]
    faults += [
        Reason(code="audit-column-unknown", params=each._asdict())
        for each in of_store
        if (each.table, each.name) not in KNOWN_COLUMNS and not each.table.startswith(_OF_WORK)
    ]
    for each in sealed:
        filled = await _filled(each, inspected)
        if filled:
            params = {**each._asdict(), "rows": filled}
            faults.append(Reason(code="audit-column-filled", params=params))
    counted = Reason(
        code="audit-columns-read",
        params={
            "columns": len(columns),
            "tables": len({each[:2] for each in columns}),
            "databases": len({each.database for each in columns}),
        },
    )
    of_sessions = ", ".join(sorted(each.name for each in of_store if each.table == SESSIONS))
    told = Reason(code="audit-session-columns", params={"columns": of_sessions})
    return (Verdict.FAILED if faults else Verdict.PASSED), [counted, told, *faults]


def tells_of_a_person(name: str) -> bool:
    """Whether the name of a table or of a column says that it holds something about a person.

    >>> tells_of_a_person("reviewerEmail"), tells_of_a_person("task_version")
    (True, False)
    """
    words = [each.lower() for each in _WORD.findall(name)]
    singular = [each.removesuffix("s") for each in words]
    return bool(PERSONS & {*words, *singular} or PAIRS & set(pairwise(words)))


def _is_sealed(column: Column, inspected: Inspected) -> bool:
    """Whether it is a place for a person of the work of campaigns, that is to stay empty."""
    return column.name in OF_PEOPLE and _is_of_work(column, inspected)


def _is_token(column: Column, inspected: Inspected) -> bool:
    """Whether its "owner" is a run of a workflow, told by a random number."""
    return column.name in TOKENS and _is_of_work(column, inspected)


def _is_of_work(column: Column, inspected: Inspected) -> bool:
    """Whether it is of the table of the work of campaigns, in either place that it has."""
    file = inspected.settings.campaigns_file
    return (column.database, column.table) in {
        (THE_STORE, f"{_OF_WORK}{TABLE}"),
        (inspected.shown(file), TABLE),
    }


async def _filled(column: Column, inspected: Inspected) -> int:
    """How many rows hold something in it."""
    if column.database == THE_STORE:
        return await inspected.store.rows_filled(column.table, column.name)
    place = inspected.settings.campaigns_file
    with _reading(place, column.database) as reading:
        query = f'SELECT count("{column.name}") FROM "{column.table}"'  # noqa: S608 - names of ours
        filled: int = reading.execute(query).fetchone()[0]
    return filled


def _of_other_files(inspected: Inspected) -> Iterator[Column]:
    for place in inspected.files():
        if place == inspected.settings.database_file:
            continue
        with place.open("rb") as file:
            is_database = file.read(len(SQLITE_HEADER)) == SQLITE_HEADER
        if is_database:
            yield from _of_file(place, inspected.shown(place))


def _of_file(place: Path, shown: str) -> Iterator[Column]:
    with _reading(place, shown) as reading:
        tables = reading.execute(
            "SELECT name FROM sqlite_master WHERE type IN ('table', 'view')"
            " AND name NOT LIKE 'sqlite!_%' ESCAPE '!' ORDER BY name"
        )
        for (table,) in tables.fetchall():
            found = reading.execute("SELECT name FROM pragma_table_info(?)", (table,))
            yield from (Column(shown, table, name) for (name,) in found)


@contextmanager
def _reading(place: Path, shown: str) -> Iterator[sqlite3.Connection]:
    try:
        with closing(sqlite3.connect(f"{place.absolute().as_uri()}?mode=ro", uri=True)) as reading:
            yield reading
    except sqlite3.Error as error:
        raise StoreUnavailable(place=shown, problem=str(error)) from error
