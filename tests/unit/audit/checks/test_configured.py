"""Models, destinations, budgets and backups: what is configured, beside what was done."""

import os
import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from eclaireur.audit import Inspected
from eclaireur.audit.checks import backups, budgets, destinations, models, retention
from eclaireur.core.access import Session
from eclaireur.core.audit import Verdict
from eclaireur.core.call import ANSWERED, Call
from eclaireur.core.dataset import Dataset
from eclaireur.core.departure import DECLARED, SENT
from eclaireur.core.usage import Usage

MODEL = """
[models.local]
address = "http://localhost:8080/v1"
model = "small"
operator = { name = "Rivemont", kind = "local" }
country = "FR"
weights = "org/small"
licence = "Apache-2.0"
context = 8000
concurrency = 1
"""


def configure(inspected: Inspected, text: str) -> None:
    (inspected.settings.data / "eclaireur.toml").write_text(text)


def call(inspected: Inspected, model: str = "local") -> Call:
    return Call(
        day=inspected.today,
        task="keywords",
        task_version="1",
        method="generation",
        model=model,
        outcome=ANSWERED,
        usage=Usage(duration_s=1, input_tokens=10, output_tokens=5),
    )


async def test_a_model_of_the_policy_is_described(inspected: Inspected) -> None:
    configure(inspected, MODEL)
    verdict, [told] = await models.check(inspected)
    assert verdict is Verdict.PASSED
    assert told.params["operator"] == "Rivemont"


async def test_a_model_outside_the_policy_fails(inspected: Inspected) -> None:
    configure(inspected, MODEL.replace('"FR"', '"US"'))
    verdict, [told] = await models.check(inspected)
    assert verdict is Verdict.FAILED
    assert told.code == "model-outside-policy"


async def test_a_model_that_was_asked_without_being_declared_fails(inspected: Inspected) -> None:
    configure(inspected, MODEL)
    await inspected.store.record_calls([call(inspected, "stranger")])
    verdict, evidence = await models.check(inspected)
    assert verdict is Verdict.FAILED
    assert evidence[0].params == {"model": "stranger"}


async def test_what_left_was_declared(inspected: Inspected) -> None:
    counts = {("http://localhost:8080", DECLARED): 1, ("http://localhost:8080", SENT): 3}
    await inspected.store.count_departures(inspected.today, counts)
    configure(inspected, MODEL)
    verdict, evidence = await destinations.check(inspected)
    assert verdict is Verdict.PASSED
    assert {each.code for each in evidence} == {
        "audit-destination",
        "audit-departures",
        "audit-undeclared-refused",
    }


async def test_what_left_without_being_declared_that_day_fails(inspected: Inspected) -> None:
    origin = "https://elsewhere.example"
    await inspected.store.count_departures(inspected.today, {(origin, SENT): 2})
    await inspected.store.count_departures(inspected.today - timedelta(1), {(origin, DECLARED): 1})
    verdict, evidence = await destinations.check(inspected)
    assert verdict is Verdict.FAILED
    assert evidence[0].params == {"origin": origin, "count": 2}


@pytest.mark.parametrize(("calls", "verdict"), [(2, Verdict.PASSED), (4, Verdict.FAILED)])
async def test_a_limit_is_passed_by_calls_under_way_alone(
    inspected: Inspected, calls: int, verdict: Verdict
) -> None:
    configure(inspected, f"{MODEL}\n[budgets.total]\nrequests = 2\n")
    await inspected.store.record_calls([call(inspected)] * calls)
    found, [told] = await budgets.check(inspected)
    assert found is verdict
    assert (told.params["spent"], told.params["limit"]) == (calls, 2)


async def test_a_meter_that_budgets_do_not_read_fails(inspected: Inspected) -> None:
    configure(inspected, MODEL)
    await inspected.store.record_calls([call(inspected)])
    with closing(sqlite3.connect(inspected.settings.database_file)) as database:
        database.execute("UPDATE spent SET requests = 0")
        database.commit()
    verdict, evidence = await budgets.check(inspected)
    assert verdict is Verdict.FAILED
    assert evidence[0].params == {"task": "keywords"}


async def test_a_draft_that_stays_fails(inspected: Inspected) -> None:
    draft = Dataset(identifier="draft", title="Brouillon")
    await inspected.store.put_drafts([draft], inspected.now - timedelta(minutes=19))
    assert (await retention.check(inspected))[0] is Verdict.PASSED
    await inspected.store.put_drafts([draft], inspected.now - timedelta(minutes=21))
    verdict, [told, _] = await retention.check(inspected)
    assert (verdict, told.params) == (Verdict.FAILED, {"drafts": 1})


async def test_a_session_that_stays_fails(inspected: Inspected) -> None:
    async def keep(digest: str, minutes: int) -> Verdict:
        ended = inspected.now - timedelta(minutes=minutes)
        session = Session(digest=digest, grants=(), idle_until=ended, ends_at=inspected.now)
        await inspected.store.keep_session(session)
        return (await retention.check(inspected))[0]

    assert await keep("a", 19) is Verdict.PASSED
    assert await keep("b", 21) is Verdict.FAILED


class TestBackups:
    @staticmethod
    def backup(inspected: Inspected, days: float, content: bytes | None = None) -> Path:
        configure(inspected, '[backups]\ndirectory = "copies"\nmost_days = 2\n')
        folder = inspected.settings.data / "copies"
        folder.mkdir()
        place = folder / "state.sqlite"
        if content is None:
            with closing(sqlite3.connect(place)) as database:
                database.execute("CREATE TABLE dataset (id)")
                database.commit()
        else:
            place.write_bytes(content)
        when = (inspected.now - timedelta(days=days)).timestamp()
        os.utime(place, (when, when))
        return place

    async def test_one_that_is_recent_and_whole_passes(self, inspected: Inspected) -> None:
        self.backup(inspected, 1)
        verdict, [told] = await backups.check(inspected)
        assert verdict is Verdict.PASSED
        assert told.params == {"file": "state.sqlite", "days": 1, "limit": 2}

    async def test_one_that_is_old_fails(self, inspected: Inspected) -> None:
        self.backup(inspected, 3)
        verdict, [told] = await backups.check(inspected)
        assert (verdict, told.code) == (Verdict.FAILED, "audit-backup-old")

    @pytest.mark.parametrize("content", [b"", b"SQLite format 3\0 cut short"])
    async def test_one_that_cannot_be_read_fails(
        self, inspected: Inspected, content: bytes
    ) -> None:
        self.backup(inspected, 0, content)
        verdict, [told] = await backups.check(inspected)
        assert (verdict, told.code) == (Verdict.FAILED, "audit-backup-broken")

    async def test_none_yet_is_no_failure(self, inspected: Inspected) -> None:
        configure(inspected, '[backups]\ndirectory = "copies"\n')
        verdict, [told] = await backups.check(inspected)
        assert (verdict, told.code) == (Verdict.NOT_APPLICABLE, "audit-no-backup")
