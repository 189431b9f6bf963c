"""How every store makes its tables."""

import json
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from empty_stores import make_store
from processes import FORKING
from sqlalchemy import Connection, text
from store_examples import DAY, FULL, RIVERS

from eclaireur.core.dataset import Dataset
from eclaireur.core.learning import Outcome, Tally
from eclaireur.store import open_store
from eclaireur.store.database import connect
from eclaireur.store.rows import to_json
from eclaireur.store.schema import metadata
from eclaireur.store.upgrade import migrations


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a database that nothing is in, of each kind in turn."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'eclaireur.sqlite'}"
    return str(request.getfixturevalue("postgres").new_database())


async def test_migrations_lead_to_the_tables_that_the_store_knows(address: str) -> None:
    def differences(connection: Connection) -> list[object]:
        return list(compare_metadata(MigrationContext.configure(connection), metadata))

    async with open_store(address) as store, store._database.reading() as connection:
        assert await connection.run_sync(differences) == []


def test_processes_that_start_together_make_one_schema(address: str) -> None:
    started = [FORKING.Process(target=make_store, args=(address,)) for _ in range(2)]
    for each in started:
        each.start()
    for each in started:
        each.join()
    assert [each.exitcode for each in started] == [0, 0]


async def test_what_is_up_to_date_is_opened_while_somebody_writes(address: str) -> None:
    async with open_store(address) as one, one._database.writing(), open_store(address) as two:
        assert await two.catalogue_sequence() == 0


def test_a_file_that_somebody_begins_to_write_is_waited_for(tmp_path: Path) -> None:
    place = tmp_path / "eclaireur.sqlite"
    with closing(sqlite3.connect(place, isolation_level=None, check_same_thread=False)) as other:
        # SQLite refuses the change of journal at once in such a case, busy timeout or not.
        other.execute("BEGIN IMMEDIATE")
        with ThreadPoolExecutor(1) as threads:
            opening = threads.submit(connect, f"sqlite:///{place}")
            with pytest.raises(TimeoutError):
                opening.result(timeout=0.5)
            other.rollback()
            opening.result()
        assert other.execute("PRAGMA journal_mode").fetchone() == ("wal",)


INSERTING = text("""
INSERT INTO dataset (identifier, title, folded_title, keywords, has_short_description,
    has_keywords, lacks_short_description, lacks_keywords, expires_at, content_hash, content)
VALUES (:identifier, '', '', '[]', :no, :no, :no, :no, :expires_at, '', :content)
""")


@pytest.fixture
async def earlier(address: str) -> str:
    """A database that version 003 made, with two datasets and a draft."""

    def make(connection: Connection) -> None:
        config = migrations()
        config.attributes["connection"] = connection
        command.upgrade(config, "003")
        odd = Dataset(identifier="draft", other_identifier="lone\ud800surrogate")
        for dataset, expires_at in ((RIVERS, None), (FULL, None), (odd, "2100-01-01 00:00:00")):
            content = to_json(dataset.model_dump(mode="json", exclude_defaults=True))
            values = {"identifier": dataset.identifier, "content": content}
            connection.execute(INSERTING, values | {"expires_at": expires_at, "no": False})

    database = connect(address)
    async with database.writing() as connection:
        await connection.run_sync(make)
    await database.close()
    return address


async def test_datasets_of_an_earlier_version_are_numbered(earlier: str) -> None:
    async with open_store(earlier) as store:
        assert await store.catalogue_sequence() == 2
        changes = [(each.sequence, each.dataset) async for each in store.changes_since(0)]
        assert changes == [(1, FULL), (2, RIVERS)]
        async with store._database.reading() as connection:
            found = await connection.execute(
                metadata.tables["dataset"]
                .select()
                .with_only_columns(
                    metadata.tables["dataset"].c.identifier,
                    metadata.tables["dataset"].c.other_identifier,
                )
            )
            others = {row.identifier: row.other_identifier for row in found}
        assert others == {"rivers": None, "full": "elsewhere", "draft": "lone\ud800surrogate"}
        assert await store.catalogue_token(2)


SUGGESTING = text("""
INSERT INTO suggestion (key, dataset, field, number, task_version, reads, source, state)
VALUES (:key, 'rivers', 'short_description', :number, '1', '[]', '', :state)
""")
HAPPENING = text("""
INSERT INTO event (suggestion, sequence, state, day, body)
VALUES (:key, :sequence, :state, :day, :body)
""")

LIVES: dict[str, list[tuple[str, dict[str, object]]]] = {
    "one": [
        ("requested", {}),
        ("proposed", {"value": "Les mesures.", "method": "extraction"}),
        ("edited", {"value": "Les mesures!"}),
        ("proposed", {}),
        ("rejected", {"reason": {"code": "inaccurate", "params": {}}}),
    ],
    "two": [
        ("requested", {}),
        ("withheld", {"method": "extraction", "reason": {"code": "thin", "params": {}}}),
    ],
    "three": [("requested", {}), ("proposed", {"value": "A.", "model": "m", "method": "g"})],
}


async def test_what_became_of_earlier_proposals_is_counted(address: str) -> None:
    def make(connection: Connection) -> None:
        config = migrations()
        config.attributes["connection"] = connection
        command.upgrade(config, "006")
        values = {"identifier": "rivers", "content": "{}", "expires_at": None, "no": False}
        connection.execute(INSERTING, values)
        for number, (key, life) in enumerate(LIVES.items(), 1):
            connection.execute(SUGGESTING, {"key": key, "number": number, "state": life[-1][0]})
            for sequence, (state, body) in enumerate(life):
                happened = {"key": key, "sequence": sequence, "state": state, "day": DAY}
                connection.execute(HAPPENING, happened | {"body": json.dumps(body)})

    database = connect(address)
    async with database.writing() as connection:
        await connection.run_sync(make)
    await database.close()

    def tally(outcome: Outcome, detail: str = "", method: str = "extraction") -> Tally:
        about = {"day": DAY, "task": "short_description", "task_version": "1", "method": method}
        model = "m" if method == "g" else ""
        return Tally.model_validate(
            about | {"model": model, "outcome": outcome, "detail": detail, "count": 1}
        )

    async with open_store(address) as store:
        assert set(await store.tallies()) == {
            tally(Outcome.PROPOSED),
            tally(Outcome.EDITED, "1"),
            tally(Outcome.UNDONE, "edited 1"),
            tally(Outcome.REJECTED),
            tally(Outcome.WHY, "inaccurate"),
            tally(Outcome.WITHHELD, "thin"),
            tally(Outcome.PROPOSED, method="g"),
        }
        rejected, withheld = [await store.suggestion(key) for key in ("one", "two")]
        assert rejected.reason is None
        assert withheld.reason is not None
        assert await store.stray_suggestions() == ()
