"""The tables that DBOS makes hold nobody, and the audit sees it."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from dbos import DBOS
from sqlalchemy import text

from eclaireur.audit import Inspected
from eclaireur.audit.checks.schema import check
from eclaireur.campaigns.nobody import OF_PEOPLE, TABLE, seal
from eclaireur.campaigns.place import Place
from eclaireur.core.audit import Verdict
from eclaireur.settings import Settings
from eclaireur.store import open_store


@pytest.fixture(params=["sqlite", "postgresql"])
def settings(request: pytest.FixtureRequest, tmp_path: Path) -> Settings:
    database = None
    if request.param == "postgresql":
        database = request.getfixturevalue("postgres").new_store()
    return Settings(data=tmp_path, database=database)


@pytest.fixture
async def inspected(settings: Settings) -> AsyncIterator[Inspected]:
    async with open_store(settings.database_url) as store:
        yield Inspected(
            settings=settings,
            store=store,
            tasks=(),
            pages={},
            policy_of_content="",
            logs=(),
            now=datetime(2026, 11, 26, tzinfo=UTC),
        )


async def test_an_audit_passes_on_the_tables_of_dbos(
    settings: Settings, inspected: Inspected
) -> None:
    place = Place(settings.database, settings.campaigns_file)
    DBOS.migrate(place.address)
    sql = place.engine()
    seal(sql)
    verdict, [counted, *evidence] = await check(inspected)
    assert verdict is Verdict.PASSED, evidence
    assert int(counted.params["tables"]) > 20

    schema = "" if settings.database is None else "dbos."
    with sql.begin() as connection:
        if settings.database is None:
            connection.execute(text("DROP TRIGGER eclaireur_nobody_insert"))
        else:
            connection.execute(
                text(f"ALTER TABLE {schema}{TABLE} DROP CONSTRAINT eclaireur_nobody")
            )
        connection.execute(
            text(
                f"INSERT INTO {schema}{TABLE}"  # noqa: S608
                f" (workflow_uuid, priority, created_at, updated_at, {OF_PEOPLE[0]})"
                " VALUES ('one', 0, 0, 0, 'Soizic')"
            )
        )
    sql.dispose()
    verdict, evidence = await check(inspected)
    assert verdict is Verdict.FAILED
    assert "audit-column-filled" in {each.code for each in evidence}
