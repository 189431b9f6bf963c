"""A place for a person is found wherever it is, and nothing else is taken for one."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from eclaireur.audit import Inspected
from eclaireur.audit.checks.schema import SESSIONS, check, tells_of_a_person
from eclaireur.core.audit import Verdict
from eclaireur.store import KNOWN_COLUMNS


def make(place: Path, *statements: str) -> None:
    with closing(sqlite3.connect(place)) as database:
        for each in statements:
            database.execute(each)
        database.commit()


@pytest.mark.parametrize(
    "name",
    [
        "email",
        "reviewer_email",
        "reviewerEmail",
        "userId",
        "users",
        "first_name",
        "decided_by",
        "IP",
        "client_ip",
        "prenom",
        "authenticated_user",
        "session_id",
    ],
)
def test_a_name_that_tells_of_a_person(name: str) -> None:
    assert tells_of_a_person(name)


@pytest.mark.parametrize("table_and_column", sorted(KNOWN_COLUMNS))
def test_no_name_of_ours_tells_of_a_person(table_and_column: tuple[str, str]) -> None:
    table, column = table_and_column
    assert not tells_of_a_person(column)
    assert tells_of_a_person(table) == (table == SESSIONS)


@pytest.mark.parametrize("name", ["description", "recipe", "subset", "name", "publisher"])
def test_a_name_that_tells_of_nobody(name: str) -> None:
    assert not tells_of_a_person(name)


async def test_offenders_of_every_database_are_named(inspected: Inspected) -> None:
    data = inspected.settings.data
    make(inspected.settings.database_file, "CREATE TABLE extra (anything TEXT)")
    (data / "below").mkdir()
    make(data / "below" / "other.bin", "CREATE TABLE vote (id INTEGER, user_agent TEXT)")
    make(data / "fine.db", "CREATE TABLE vote (id INTEGER, day TEXT)")
    verdict, [counted, _, *faults] = await check(inspected)
    assert verdict is Verdict.FAILED
    assert counted.params["databases"] == 3
    assert {(each.code, *each.params.values()) for each in faults} == {
        ("audit-column-person", "below/other.bin", "vote", "user_agent"),
        ("audit-column-unknown", "eclaireur", "extra", "anything"),
    }


async def test_a_table_of_persons_offends_by_its_name(inspected: Inspected) -> None:
    make(inspected.settings.data / "other.db", "CREATE TABLE members (rank INTEGER)")
    verdict, [_, _, fault] = await check(inspected)
    assert verdict is Verdict.FAILED
    assert fault.params == {"database": "other.db", "table": "members", "name": "rank"}


async def test_the_table_of_sessions_is_told_with_its_columns(inspected: Inspected) -> None:
    verdict, [_, told] = await check(inspected)
    assert verdict is Verdict.PASSED
    assert (told.code, told.params) == (
        "audit-session-columns",
        {"columns": "digest, ends_at, grants, idle_until"},
    )


@pytest.mark.parametrize(
    ("statement", "code"),
    [
        ("ALTER TABLE session ADD COLUMN email TEXT", "audit-column-person"),
        ("ALTER TABLE session ADD COLUMN place TEXT", "audit-column-unknown"),
    ],
)
async def test_a_session_has_no_other_column(
    inspected: Inspected, statement: str, code: str
) -> None:
    make(inspected.settings.database_file, statement)
    verdict, [_, _, *faults] = await check(inspected)
    assert verdict is Verdict.FAILED
    assert code in {each.code for each in faults}


async def test_a_table_of_sessions_elsewhere_offends(inspected: Inspected) -> None:
    make(inspected.settings.data / "other.db", "CREATE TABLE session (digest TEXT)")
    assert (await check(inspected))[0] is Verdict.FAILED


WORK = "workflow_status (owner_xid TEXT, authenticated_user TEXT, authenticated_roles TEXT)"


async def test_the_places_for_people_of_the_work_of_campaigns_are_empty(
    inspected: Inspected,
) -> None:
    make(
        inspected.settings.campaigns_file,
        f"CREATE TABLE {WORK}",
        "INSERT INTO workflow_status (owner_xid) VALUES ('5eed')",
    )
    verdict, _ = await check(inspected)
    assert verdict is Verdict.PASSED

    make(
        inspected.settings.campaigns_file,
        "INSERT INTO workflow_status (authenticated_user) VALUES ('Soizic')",
    )
    verdict, [_, *others] = await check(inspected)
    assert verdict is Verdict.FAILED
    [fault] = [each for each in others if each.code == "audit-column-filled"]
    assert fault.params == {
        "database": "campaigns.sqlite",
        "table": "workflow_status",
        "name": "authenticated_user",
        "rows": 1,
    }


async def test_such_places_are_accepted_nowhere_else(inspected: Inspected) -> None:
    make(inspected.settings.data / "other.sqlite", f"CREATE TABLE {WORK}")
    verdict, [_, *others] = await check(inspected)
    assert verdict is Verdict.FAILED
    assert {each.params["name"] for each in others if each.code == "audit-column-person"} == {
        "owner_xid",
        "authenticated_user",
        "authenticated_roles",
    }
