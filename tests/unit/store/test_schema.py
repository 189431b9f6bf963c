"""The schema that migrations make."""

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection, create_engine, inspect

from eclaireur.store import open_store


@pytest.fixture
def migrated(tmp_path: Path) -> Iterator[Connection]:
    """A database that the store has brought up to date."""
    address = f"sqlite:///{tmp_path / 'eclaireur.sqlite'}"

    async def migrate() -> None:
        async with open_store(address):
            pass

    asyncio.run(migrate())
    engine = create_engine(address)
    with engine.connect() as connection:
        yield connection
    engine.dispose()


def test_no_column_holds_a_person_or_tells_when_somebody_decided(migrated: Connection) -> None:
    columns = {
        table: {column["name"] for column in inspect(migrated).get_columns(table)}
        for table in inspect(migrated).get_table_names()
    }
    assert columns == {
        "alembic_version": {"version_num"},
        "tally": {
            "day",
            "task",
            "task_version",
            "method",
            "model",
            "trial",
            "outcome",
            "detail",
            "count",
        },
        "trial": {"name", "body"},
        "campaign": {"key", "sequence", "state", "body"},
        "campaign_item": {"campaign", "dataset", "rank", "template", "batch", "suggestion"},
        "review_item": {
            "campaign",
            "dataset",
            "suggestion",
            "rank",
            "certainty",
            "organisation",
            "skips",
            "page",
            "held_until",
        },
        "second_look": {
            "campaign",
            "dataset",
            "suggestion",
            "since",
            "first_page",
            "page",
            "held_until",
        },
        "agreement": {"campaign", "day", "first", "second", "count"},
        "sending": {
            "portal",
            "dataset",
            "number",
            "field",
            "suggestion",
            "decision",
            "former",
            "sent",
            "state",
            "day",
        },
        "session": {"digest", "grants", "idle_until", "ends_at"},
        "audit": {"day", "body"},
        "departure": {"day", "origin", "outcome", "count"},
        "catalogue": {"id", "sequence"},
        "catalogue_token": {"sequence", "token"},
        "dataset": {
            "identifier",
            "other_identifier",
            "title",
            "folded_title",
            "publisher",
            "keywords",
            "has_short_description",
            "has_keywords",
            "has_theme",
            "lacks_short_description",
            "lacks_keywords",
            "lacks_theme",
            "expires_at",
            "vanished_on",
            "sequence",
            "content_hash",
            "content",
        },
        "suggestion": {
            "key",
            "dataset",
            "field",
            "number",
            "task_version",
            "reads",
            "source",
            "state",
        },
        "event": {"suggestion", "sequence", "state", "day", "body"},
        "answer": {"key", "day", "body"},
        "call": {
            "key",
            "day",
            "task",
            "task_version",
            "method",
            "model",
            "outcome",
            "cached",
            "count",
            "duration_s",
            "cpu_s",
            "input_tokens",
            "output_tokens",
            "energy_wh",
            "carbon_g",
            "energy_source",
        },
        "spent": {"day", "task", "requests", "tokens", "energy_wh"},
        "search_feedback": {"day", "found_by", "useful", "count"},
        "switch": {"kind", "name", "organisation"},
        "remark": {"key", "day", "task", "task_version", "method", "text"},
        "evaluation_case": {"key", "task", "body"},
        "harvest": {"source", "run", "cursor", "whole"},
        "sighting": {"dataset", "source", "run", "stamp"},
    }


def test_the_order_of_rows_says_nothing_of_who_decided_after_whom(migrated: Connection) -> None:
    unnumbered = migrated.exec_driver_sql(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE '%WITHOUT ROWID%'"
    )
    assert {"suggestion", "event", "answer", "call", "spent", "switch"} <= set(unnumbered.scalars())


def test_every_commit_waits_for_the_disk(tmp_path: Path) -> None:
    async def settings() -> dict[str, object]:
        async with (
            open_store(f"sqlite:///{tmp_path / 'eclaireur.sqlite'}") as store,
            store._database.writing() as connection,
        ):
            return {
                name: (await connection.exec_driver_sql(f"PRAGMA {name}")).scalar()
                for name in ("journal_mode", "synchronous", "foreign_keys", "secure_delete")
            }

    full = 2
    assert asyncio.run(settings()) == {
        "journal_mode": "wal",
        "synchronous": full,
        "foreign_keys": 1,
        "secure_delete": 1,
    }
