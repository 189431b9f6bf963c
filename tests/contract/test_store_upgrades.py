"""Whatever version wrote a database, nothing of it is lost on the way to this one's.

The oldest that is supported is 001, the first there was. Each database is made by the migrations up
to its version, and holds what this version's store wrote, as far as it had the columns for it;
`test_store_schema.py` tries what earlier versions wrote in another way.
"""

import asyncio
import shutil
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import Any, NamedTuple

import pytest
import sqlalchemy as sa
from alembic import command
from alembic.script import ScriptDirectory
from empty_stores import empty_store
from sqlalchemy import Connection
from store_examples import DAY, FULL, NOON, RIVERS, decide, suggestion

from eclaireur.core.audit import AuditReport, Finding, Verdict
from eclaireur.core.call import ANSWERED, Call
from eclaireur.core.campaign import Campaign, CampaignItem
from eclaireur.core.case import EvaluationCase
from eclaireur.core.dataset import Dataset
from eclaireur.core.departure import SENT
from eclaireur.core.errors import StoreUnavailable
from eclaireur.core.feedback import FoundBy
from eclaireur.core.ports import Completion
from eclaireur.core.remark import Remark
from eclaireur.core.suggestion import State
from eclaireur.core.switch import Switch, Switchable
from eclaireur.core.trial import Trial
from eclaireur.core.usage import Usage
from eclaireur.store import SqlStore, open_store
from eclaireur.store.database import connect, head
from eclaireur.store.upgrade import migrations

VERSIONS = sorted(
    each.revision for each in ScriptDirectory.from_config(migrations()).walk_revisions()
)

CAMPAIGN = Campaign(key="c", field="keywords", selection="missing", day=DAY, total=1)
USAGE = Usage(duration_s=0.5, input_tokens=3, output_tokens=4)
CALL = Call(
    day=DAY,
    task="keywords",
    task_version="1",
    method="generation",
    model="m",
    outcome=ANSWERED,
    usage=USAGE,
)
DRAFT = Dataset(identifier="draft", title="Brouillon", description="Tapé \ud800.")

DROPPED = {("catalogue", "revision")}
"""The columns that a migration has dropped, on purpose."""


class Reading(NamedTuple):
    """Something that the store tells, and the tables that it is read from."""

    ask: Callable[[SqlStore], Any]
    tables: frozenset[str]


def reading(ask: Callable[[SqlStore], Any], *tables: str) -> Reading:
    return Reading(ask, frozenset(tables))


async def everything(store: SqlStore) -> list[Any]:
    return [each async for each in store.all_datasets()]


async def changes(store: SqlStore) -> list[Any]:
    return [each async for each in store.changes_since(0)]


async def suggestions(store: SqlStore) -> set[Any]:
    return set(await store.suggestions_of(["rivers", "full", "draft"]))


SUGGESTED = ("dataset", "suggestion", "event")
READINGS = [
    reading(everything, *SUGGESTED),
    reading(changes, *SUGGESTED),
    reading(suggestions, *SUGGESTED),
    reading(lambda store: store.dataset("draft"), "dataset"),
    reading(lambda store: store.draft_expiry("draft"), "dataset"),
    reading(lambda store: store.altered_datasets(), "dataset"),
    reading(lambda store: store.stray_suggestions(), *SUGGESTED),
    reading(lambda store: store.standing("key", DAY), "answer", "spent", "switch"),
    reading(lambda store: store.ledger(), "call"),
    reading(lambda store: store.spent_on(DAY), "call"),
    reading(lambda store: store.switches(), "switch"),
    reading(lambda store: store.feedback(), "search_feedback"),
    reading(lambda store: store.departures(), "departure"),
    reading(lambda store: store.last_audit(), "audit"),
    reading(lambda store: store.stamps("portal", ["full", "rivers"]), "harvest", "sighting"),
    reading(lambda store: store.tallies(), "tally"),
    reading(lambda store: store.trials(), "trial"),
    reading(lambda store: store.remarks(), "remark"),
    reading(lambda store: store.cases(), "evaluation_case"),
    reading(lambda store: store.campaigns(), "campaign"),
    reading(lambda store: store.campaign_items("c", ["full"]), "campaign_item"),
]


async def fill(store: SqlStore) -> None:
    """Write something of every kind."""
    run = await store.begin_run("portal")
    # In the order of their identifiers, which is the one that 004 numbers them in.
    for each in (FULL, RIVERS):
        await store.put_harvested(run, [each], {each.identifier: each.modified}, "page 2")
    await store.put_drafts([DRAFT], NOON + timedelta(days=36_500))
    made = [
        suggestion(RIVERS, State.PROPOSED),
        suggestion(RIVERS, State.PROPOSED, field="keywords"),
        suggestion(FULL, State.WITHHELD, field="keywords"),
        suggestion(DRAFT, State.PROPOSED),
    ]
    await store.add_suggestions(made)
    await decide(store, made[0].key, State.ACCEPTED)
    await store.keep_answer("key", Completion(text="Réponse.", usage=USAGE, model="m"), CALL)
    await store.turn_off(Switch(kind=Switchable.MODEL, name="m", organisation="Ville"))
    await store.count_feedback(DAY, FoundBy.MEANING, useful=True)
    await store.count_departures(DAY, {("https://models.example", SENT): 3})
    finding = Finding(check="schema", commitment=3, verdict=Verdict.PASSED, evidence=())
    await store.keep_audit(AuditReport(day=DAY, version="0.1.0", findings=(finding,)))
    await store.add_trial(
        Trial(
            name="t",
            task="keywords",
            variants=("a", "b"),
            minimum=30,
            began_on=DAY,
            ends_on=DAY + timedelta(days=9),
        )
    )
    said = {"day": DAY, "task": "keywords", "task_version": "1", "method": "m", "text": "Long."}
    await store.add_remark(Remark.model_validate(said))
    await store.put_case(
        EvaluationCase(
            task="keywords",
            task_version="1",
            method="m",
            model=None,
            dataset=FULL,
            proposed=("eau",),
            decision=State.REJECTED,
            retained=None,
        )
    )
    await store.add_campaign(CAMPAIGN, [CampaignItem(dataset="full", rank=0, template="t")])


Rows = dict[str, list[dict[str, Any]]]


def tables_of(connection: Connection) -> list[sa.Table]:
    """Every table that the database has, whatever the store knows of it."""
    metadata = sa.MetaData()
    metadata.reflect(connection)
    return [each for each in metadata.sorted_tables if each.name != "alembic_version"]


def rows_of(connection: Connection, tables: Sequence[sa.Table]) -> Rows:
    return {
        table.name: [dict(row._mapping) for row in connection.execute(sa.select(table))]
        for table in tables
    }


def write(connection: Connection, told: Rows) -> Rows:
    """Write into a database what it has a place for, and nothing else."""
    tables = tables_of(connection)
    for table in reversed(tables):
        connection.execute(sa.delete(table))
    for table in tables:
        for row in told.get(table.name) or [{}]:
            # A table that `fill` does not know gets a row that is made up.
            values = {
                column.name: row[column.name] if column.name in row else made_up(column, told)
                for column in table.columns
            }
            connection.execute(sa.insert(table).values(values))
    return rows_of(connection, tables)


MADE_UP: list[tuple[type[Any], Any]] = [
    (sa.Boolean, False),
    (sa.Integer, 7),
    (sa.Date, DAY),
    (sa.DateTime, datetime(2026, 3, 14, 12, tzinfo=UTC)),
    (sa.Numeric, 0.5),
    (sa.LargeBinary, b"x"),
    (sa.String, "x"),
]


def made_up(column: "sa.Column[Any]", told: Rows) -> Any:
    for key in column.foreign_keys:
        return told[key.column.table.name][0][key.column.name]
    return next(value for kind, value in MADE_UP if isinstance(column.type, kind))


def lost(before: Rows, tables: Sequence[sa.Table], after: Rows) -> Iterable[object]:
    """The tables, rows, columns and values that are no longer what they were."""
    keys_of = {each.name: [key.name for key in each.primary_key] for each in tables}
    for name, rows in before.items():
        if name not in after:
            yield name
            continue
        keys = keys_of[name]
        found = {tuple(row[key] for key in keys): row for row in after[name]}
        for row in rows:
            now = found.get(tuple(row[key] for key in keys))
            if now is None:
                yield name, row
                continue
            for column, value in row.items():
                if (name, column) not in DROPPED and now.get(column, "lost") != value:
                    yield name, column, value, now.get(column, "lost")


@pytest.fixture(params=["sqlite", "postgresql"], scope="module")
def kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def addresses(
    kind: str, tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest
) -> Mapping[str, str]:
    """The addresses of a database of each version: each is made of that of the one before."""
    places = tmp_path_factory.mktemp("versions")
    made: dict[str, str] = {}

    async def migrate(address: str, version: str) -> None:
        database = connect(address)
        async with database.writing() as connection:
            await connection.run_sync(bring_to, version)
        await database.close()

    for before, version in pairwise(["000", *VERSIONS]):
        if kind == "postgresql":
            made[version] = request.getfixturevalue("postgres").new_database(made.get(before))
        else:
            if before in made:
                shutil.copy(places / before, places / version)
            made[version] = f"sqlite:///{places / version}"
        asyncio.run(migrate(made[version], version))
    return made


def bring_to(connection: Connection, version: str) -> None:
    config = migrations()
    config.attributes["connection"] = connection
    command.upgrade(config, version)


class Written(NamedTuple):
    """A database of this version: its tables, their rows, and what its store reads in them."""

    tables: Sequence[sa.Table]
    rows: Rows
    read: Sequence[Any]


@pytest.fixture(scope="module")
def written(
    kind: str, tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest
) -> Written:
    async def made(address: str) -> Written:
        async with open_store(address) as store:
            await fill(store)
            read = [await each.ask(store) for each in READINGS]
            async with store._database.reading() as connection:
                tables = await connection.run_sync(tables_of)
                return Written(tables, await connection.run_sync(rows_of, tables), read)

    if kind == "sqlite":
        place = empty_store(tmp_path_factory.mktemp("written") / "eclaireur.sqlite")
    else:
        place = request.getfixturevalue("postgres").new_store()
    return asyncio.run(made(place))


@pytest.mark.parametrize("version", VERSIONS)
async def test_nothing_is_lost_from_any_version_on(
    version: str, addresses: Mapping[str, str], written: Written
) -> None:
    earlier = connect(addresses[version])
    async with earlier.writing() as connection:
        before = await connection.run_sync(write, written.rows)
    await earlier.close()
    async with open_store(addresses[version]) as store:
        assert await store.is_current()
        async with store._database.reading() as connection:
            after = await connection.run_sync(rows_of, written.tables)
        assert list(lost(before, written.tables, after)) == []
        for each, value in zip(READINGS, written.read, strict=True):
            found = await each.ask(store)
            if each.tables <= set(before):
                assert found == value


def test_versions_are_numbered_without_a_gap() -> None:
    assert [f"{number:03}" for number in range(1, int(head()) + 1)] == VERSIONS


async def test_what_a_later_version_wrote_is_refused(address: str) -> None:
    async with open_store(address) as store, store._database.writing() as connection:
        assert await store.is_current()
        await connection.exec_driver_sql("UPDATE alembic_version SET version_num = '999'")
    with pytest.raises(StoreUnavailable) as refused:
        async with open_store(address):
            pass
    assert refused.value.params["problem"] == "newer-version"
    database = connect(address)
    try:
        assert not await database.is_current()
    finally:
        await database.close()
