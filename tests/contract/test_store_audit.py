"""What every store tells an audit, and keeps of it."""

from datetime import timedelta

import pytest
from sqlalchemy import text
from store_examples import DAY, FULL, NOON, RIVERS, decide, suggestion

from eclaireur.core.audit import AuditReport, Finding, Verdict
from eclaireur.core.departure import DECLARED, SENT, Departures
from eclaireur.core.suggestion import Reason, State
from eclaireur.store import KNOWN_COLUMNS, SqlStore

REPORT = AuditReport(
    day=DAY,
    version="1",
    findings=(
        Finding(
            check="schema",
            commitment=3,
            verdict=Verdict.FAILED,
            evidence=(Reason(code="audit-columns-read", params={"columns": 3}),),
        ),
    ),
)


async def execute(store: SqlStore, statement: str) -> None:
    async with store._database.writing() as connection:
        await connection.execute(text(statement))


async def test_what_leaves_is_added_up_by_day(store: SqlStore) -> None:
    await store.count_departures(DAY, {("https://a.example", SENT): 2})
    await store.count_departures(
        DAY, {("https://a.example", SENT): 3, ("https://a.example", DECLARED): 1}
    )
    await store.count_departures(DAY - timedelta(1), {("https://b.example", "undeclared"): 1})
    assert await store.departures() == (
        Departures(day=DAY, origin="https://a.example", outcome=DECLARED, count=1),
        Departures(day=DAY, origin="https://a.example", outcome=SENT, count=5),
        Departures(
            day=DAY - timedelta(1), origin="https://b.example", outcome="undeclared", count=1
        ),
    )


async def test_drafts_that_should_be_gone_are_counted(store: SqlStore) -> None:
    await store.put_datasets([RIVERS])
    await store.put_drafts([FULL.model_copy(update={"identifier": "draft"})], NOON)
    assert await store.drafts_due(NOON) == 0
    assert await store.drafts_due(NOON + timedelta(seconds=1)) == 1


async def test_what_is_changed_past_the_store_is_told(store: SqlStore) -> None:
    proposed = suggestion(RIVERS, State.PROPOSED)
    await store.put_datasets([RIVERS, FULL])
    await store.add_suggestions([proposed])
    await decide(store, proposed.key, State.ACCEPTED)
    assert await store.altered_datasets() == ()
    assert await store.stray_suggestions() == ()
    await execute(store, "UPDATE dataset SET content = '{}' WHERE identifier = 'full'")
    await execute(store, "UPDATE suggestion SET state = 'rejected'")
    assert await store.altered_datasets() == ("full",)
    assert await store.stray_suggestions() == (proposed.key,)


async def test_a_suggestion_without_events_is_astray(store: SqlStore) -> None:
    proposed = suggestion(RIVERS, State.PROPOSED)
    await store.put_datasets([RIVERS])
    await store.add_suggestions([proposed])
    await execute(store, "DELETE FROM event")
    assert await store.stray_suggestions() == (proposed.key,)


async def test_every_column_is_read_whoever_made_it(store: SqlStore) -> None:
    assert set(await store.columns()) == KNOWN_COLUMNS
    await execute(store, "CREATE TABLE reader (email TEXT)")
    await execute(store, "CREATE VIEW readers AS SELECT email AS who FROM reader")
    made = set(await store.columns()) - KNOWN_COLUMNS
    await execute(store, "DROP VIEW readers")
    await execute(store, "DROP TABLE reader")
    assert made == {("reader", "email"), ("readers", "who")}


@pytest.mark.parametrize("times", [1, 2])
async def test_the_last_audit_of_the_last_day_is_kept(store: SqlStore, times: int) -> None:
    assert await store.last_audit() is None
    earlier = REPORT.model_copy(update={"day": DAY - timedelta(1), "findings": ()})
    for _ in range(times):
        await store.keep_audit(REPORT)
        await store.keep_audit(earlier)
    assert await store.last_audit() == REPORT
    again = REPORT.model_copy(update={"version": "2"})
    await store.keep_audit(again)
    assert await store.last_audit() == again


async def test_what_a_column_holds_is_counted_in_every_schema(store: SqlStore) -> None:
    await store.put_datasets([RIVERS, FULL])
    assert await store.rows_filled("dataset", "title") == 2
    assert await store.rows_filled("dataset", "other_identifier") == 1
    if store._database._writers.dialect.name == "postgresql":
        await execute(store, "CREATE SCHEMA elsewhere")
        await execute(store, "CREATE TABLE elsewhere.work (owner TEXT)")
        await execute(store, "INSERT INTO elsewhere.work VALUES ('somebody'), (NULL)")
        assert ("elsewhere.work", "owner") in await store.columns()
        assert await store.rows_filled("elsewhere.work", "owner") == 1
