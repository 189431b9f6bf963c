"""What people say: masked, of no proposal, linked to nothing; and what becomes a case."""

import re
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

import pytest
from empty_stores import empty_store

from eclaireur.assistant import Assistant
from eclaireur.core.dataset import Dataset
from eclaireur.core.errors import DraftNotPublic, NotACase, RemarkLength, RemarksClosed
from eclaireur.core.suggestion import Action, Decision, DecisionReason, State
from eclaireur.search import SearchIndex
from eclaireur.store import open_store
from eclaireur.tasks import short_description

TEXT = (
    "Le fichier recense les arbres plantés par la commune le long des rues et dans les parcs. "
    "Chaque ligne décrit un arbre : son espèce, sa hauteur et l’année de sa plantation. "
    "Les positions ont été relevées sur le terrain par le service des espaces verts."
)
RECORDS = [
    Dataset(identifier=f"trees-{n}", title=f"Arbres de la commune {n}", description=TEXT)
    for n in range(12)
]
REJECT = Decision(action=Action.REJECT, reason=DecisionReason.TOO_LONG)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "eclaireur.sqlite"


@pytest.fixture
async def assistant(tmp_path: Path, place: Path) -> AsyncIterator[Assistant]:
    async with open_store(empty_store(place)) as store:
        assistant = Assistant(
            store,
            [short_description.task()],
            lambda: datetime(2026, 3, 14, tzinfo=UTC),
            search=SearchIndex(tmp_path / "search", store, popularity=1),
            remarks=True,
        )
        await assistant.put_datasets(RECORDS)
        yield assistant


async def key_of(assistant: Assistant, identifier: str = "trees-1") -> str:
    return (await assistant.suggest(identifier, "short_description")).key


async def test_a_remark_is_masked_before_it_is_kept(assistant: Assistant, place: Path) -> None:
    key = await key_of(assistant)
    said = "  Trop vague : demandez à Soizic Kerbrat, soizic.kerbrat@courrier.example  "
    kept = await assistant.remark(key, said)
    assert kept.text == "Trop vague : demandez à [personne], [e-mail]"
    assert await assistant.remarks() == (kept,)
    files = b"".join(each.read_bytes() for each in place.parent.glob("eclaireur.sqlite*"))
    assert b"Kerbrat" not in files
    assert b"demandez" in files


@pytest.mark.parametrize("text", ["", "   ", "a" * 501])
async def test_a_remark_has_a_length(assistant: Assistant, text: str) -> None:
    with pytest.raises(RemarkLength):
        await assistant.remark(await key_of(assistant), text)


async def test_remarks_are_closed_unless_an_operator_opens_them(assistant: Assistant) -> None:
    assistant.takes_remarks = False
    with pytest.raises(RemarksClosed):
        await assistant.remark(await key_of(assistant), "Trop long.")
    assert await assistant.remarks() == ()


async def test_two_feedbacks_cannot_be_linked(assistant: Assistant, place: Path) -> None:
    """One person says why of six proposals, and another of the six that follow."""
    keys = [await key_of(assistant, each.identifier) for each in RECORDS]
    for key in keys[:6]:
        await assistant.decide(key, REJECT)
        await assistant.remark(key, "Trop long à mon goût.")
    for key in keys[6:]:
        other = DecisionReason.INACCURATE
        await assistant.decide(key, Decision(action=Action.REJECT, reason=other))
    with closing(sqlite3.connect(place)) as database:
        rows = {
            table: database.execute(f"SELECT * FROM {table}").fetchall()  # noqa: S608
            for (table,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        }
    everything = {table: [tuple(map(str, row)) for row in all_] for table, all_ in rows.items()}
    # No row tells both a proposal and why: neither its key, nor its dataset, nor a rank of its own.
    telling = {"too_long", "inaccurate"}
    holding = {table for table, all_ in everything.items() for row in all_ if telling & set(row)}
    assert holding == {"tally"}
    assert not [row for row in everything["event"] if re.search("too_long|inaccurate", str(row))]
    marks = {*keys, *(each.identifier for each in RECORDS)}
    assert not [row for row in (*everything["tally"], *everything["remark"]) if marks & set(row)]
    # No row tells when but the day, and rows lie in no order of what happened.
    hours = re.compile(r"\d{2}:\d{2}")
    kept = ("tally", "remark", "event", "suggestion")
    assert not [row for table in kept for row in everything[table] if hours.search(str(row))]
    rejected = [row[0] for row in everything["event"] if row[2] == "rejected"]
    ranks = [keys.index(key) for key in rejected]
    assert len(ranks) == 12
    assert any(later < former for former, later in pairwise(ranks))
    # What was said is all in two counts.
    why = {cell: row[-1] for row in everything["tally"] for cell in row if cell in telling}
    assert why == {"too_long": "6", "inaccurate": "6"}


async def test_what_was_rejected_becomes_a_case(assistant: Assistant) -> None:
    key = await key_of(assistant)
    with pytest.raises(NotACase):
        await assistant.keep_case(key)
    await assistant.decide(key, REJECT)
    case = await assistant.keep_case(key)
    assert (case.dataset, case.decision, case.retained) == (RECORDS[1], State.REJECTED, None)
    assert await assistant.keep_case(key) == case
    assert await assistant.cases() == (case,)


async def test_what_was_edited_keeps_the_person_s_value(assistant: Assistant) -> None:
    key = await key_of(assistant)
    await assistant.decide(key, Decision(action=Action.EDIT, value="Arbres des rues."))
    case = await assistant.keep_case(key)
    assert (case.decision, case.retained) == (State.EDITED, "Arbres des rues.")
    assert case.proposed != case.retained


async def test_a_draft_makes_no_case(assistant: Assistant) -> None:
    draft = await assistant.add_draft(RECORDS[0])
    key = await key_of(assistant, draft.identifier)
    await assistant.decide(key, REJECT)
    with pytest.raises(DraftNotPublic):
        await assistant.keep_case(key)
