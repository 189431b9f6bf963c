"""Who is at work is known by what the system itself releases, and nobody is written down."""

import time
from multiprocessing.connection import Connection
from pathlib import Path

import pytest
from processes import FORKING
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from eclaireur.campaigns.nobody import OF_PEOPLE, seal
from eclaireur.campaigns.place import Place


def hold(place: Place, said: Connection) -> None:
    """Be there until killed."""
    presence = place.presence("campaign")
    presence.hold("worker")
    presence.hold_turns(3, 8)
    said.send("there")
    time.sleep(600)


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Place:
    database = None
    if request.param == "postgresql":
        database = request.getfixturevalue("postgres").new_database()
    return Place(database=database, file=tmp_path / "campaigns.sqlite")


def is_absent(place: Place, worker: str) -> bool:
    with place.presence("campaign").absent(worker) as absent:
        return absent


def test_a_worker_is_there_until_its_process_ends_however_it_does(place: Place) -> None:
    ours, theirs = FORKING.Pipe()
    process = FORKING.Process(target=hold, args=(place, theirs), daemon=True)
    process.start()
    assert ours.recv() == "there"
    assert not is_absent(place, "worker")
    assert is_absent(place, "other")
    process.kill()
    # PostgreSQL hears of it from the system, a moment later.
    while not is_absent(place, "worker"):
        pass


def test_one_asks_at_a_time_whether_a_worker_is_there(place: Place) -> None:
    with place.presence("campaign").absent("worker") as first:
        assert first
        assert not is_absent(place, "worker")
    assert is_absent(place, "worker")


def test_a_worker_that_leaves_is_there_no_more(place: Place) -> None:
    presence = place.presence("campaign")
    presence.hold("worker")
    presence.hold("worker")
    assert not is_absent(place, "worker")
    presence.leave()
    assert is_absent(place, "worker")


@pytest.mark.parametrize("column", OF_PEOPLE)
def test_the_database_refuses_that_anybody_is_written_down(place: Place, column: str) -> None:
    sql = place.engine()
    table = "workflow_status"
    with sql.begin() as connection:
        if sql.dialect.name == "postgresql":
            connection.execute(text("CREATE SCHEMA dbos"))
            table = "dbos.workflow_status"
        columns = ", ".join(f"{each} TEXT" for each in OF_PEOPLE)
        connection.execute(text(f"CREATE TABLE {table} (workflow_uuid TEXT, {columns})"))
    seal(sql)
    seal(sql)
    with sql.begin() as connection:
        connection.execute(text(f"INSERT INTO {table} (workflow_uuid) VALUES ('one')"))  # noqa: S608
    for statement in (
        f"INSERT INTO {table} ({column}) VALUES ('Soizic')",  # noqa: S608
        f"UPDATE {table} SET {column} = 'Soizic'",  # noqa: S608
    ):
        with pytest.raises(DBAPIError), sql.begin() as connection:
            connection.execute(text(statement))
    sql.dispose()


def test_all_workers_together_have_no_more_turns_than_there_are(place: Place) -> None:
    first, second = place.presence("campaign"), place.presence("campaign")
    first.hold("first")
    second.hold("second")
    assert first.hold_turns(8, 8) == 8
    assert first.hold_turns(8, 8) == 8
    assert second.hold_turns(4, 8) == 0
    assert first.hold_turns(5, 8) == 5
    assert second.hold_turns(4, 8) == 3
    first.leave()
    # PostgreSQL hears of it a moment later.
    while second.hold_turns(8, 8) < 8:
        pass
    assert second.hold_turns(0, 8) == 0
    other = place.presence("another campaign")
    other.hold("third")
    assert other.hold_turns(8, 8) == 8
    for each in (second, other):
        each.leave()


def test_the_turns_of_a_process_that_is_killed_are_there_for_the_others(place: Place) -> None:
    presence = place.presence("campaign")
    presence.hold("another")
    ours, theirs = FORKING.Pipe()
    process = FORKING.Process(target=hold, args=(place, theirs), daemon=True)
    process.start()
    assert ours.recv() == "there"
    assert presence.hold_turns(8, 8) == 5
    process.kill()
    # PostgreSQL hears of it from the system, a moment later.
    while presence.hold_turns(8, 8) < 8:
        pass
    presence.leave()
