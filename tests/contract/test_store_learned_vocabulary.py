"""What was learned of every store's catalogue is kept in a file, and follows it."""

import asyncio
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from store_examples import DAY, RIVERS

from eclaireur.core.dataset import Dataset
from eclaireur.core.errors import StoreUnavailable
from eclaireur.core.ports import KeywordUse
from eclaireur.core.proposal import Proposal, Withheld
from eclaireur.methods.vocabulary import (
    ControlledTerms,
    PortalKeywords,
    PortalVocabulary,
    Ranker,
    Readings,
)
from eclaireur.store import LearnedVocabulary, SqlStore

LAKES = Dataset(
    identifier="lakes",
    title="Qualité de l’eau des lacs",
    description="Mesures mensuelles.",
    publisher="Agence de l’eau",
    keywords=("lac", "eau"),
)
BIKES = Dataset(identifier="bikes", title="Pistes cyclables", keywords=("velo",))


def taught(vocabulary: PortalVocabulary) -> dict[str, list[str]]:
    """The keywords of each dataset that was learned."""
    return {
        each: sorted(vocabulary.keywords[k] for k in vocabulary.carried.list(row))
        for each, row in vocabulary.rows.items()
    }


def read_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Refuse to read any dataset from here on."""

    def refuse(*_: object) -> None:
        pytest.fail("a dataset was read")

    monkeypatch.setattr(Readings, "of", refuse)


async def test_another_process_reads_no_dataset_again(
    store: SqlStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    await store.put_datasets([RIVERS, LAKES])
    await LearnedVocabulary(tmp_path / "learned", store).catch_up()
    read_nothing(monkeypatch)
    learned = await LearnedVocabulary(tmp_path / "learned", store).current()
    assert taught(learned) == {"lakes": ["eau", "lac"], "rivers": ["eau"]}


async def test_it_follows_what_is_added_changed_and_gone(store: SqlStore, tmp_path: Path) -> None:
    first = LearnedVocabulary(tmp_path, store)
    other = LearnedVocabulary(tmp_path, store)
    run = await store.begin_run("portal")
    await store.put_harvested(run, [RIVERS, LAKES], {"rivers": "1", "lakes": "1"}, None)
    await first.current()
    await store.end_run(run, ["rivers"], DAY)
    await store.put_datasets([BIKES, LAKES.model_copy(update={"keywords": ("lac",)})])
    expected = {"bikes": ["velo"], "lakes": ["lac"]}
    assert taught(await other.current()) == expected
    assert taught(await first.current()) == expected
    anew = await LearnedVocabulary(tmp_path / "anew", store).current()
    assert taught(anew) == expected
    assert (tmp_path / "readings.npz").read_bytes() == (
        tmp_path / "anew" / "readings.npz"
    ).read_bytes()


async def test_a_dataset_that_changes_is_read_alone(
    store: SqlStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    await store.put_datasets([RIVERS, LAKES])
    await LearnedVocabulary(tmp_path, store).catch_up()
    await store.put_datasets([BIKES])
    read: list[str] = []
    whole = Readings.of

    def telling(uses: Sequence[KeywordUse], sequence: int = 0) -> Readings:
        read.extend(each.identifier for each in uses)
        return whole(uses, sequence)

    monkeypatch.setattr(Readings, "of", staticmethod(telling))
    await LearnedVocabulary(tmp_path, store).catch_up()
    assert read == ["bikes"]


@pytest.mark.parametrize("damage", ["cut", "ahead", "leftover"])
async def test_a_file_that_cannot_serve_is_made_again(
    store: SqlStore, tmp_path: Path, damage: str
) -> None:
    await store.put_datasets([RIVERS])
    place = tmp_path / "readings.npz"
    await LearnedVocabulary(tmp_path, store).catch_up()
    whole = place.read_bytes()
    if damage == "cut":
        place.write_bytes(whole[:500])
    elif damage == "ahead":
        with place.open("wb") as file:
            Readings.of([], sequence=1_000).write(file)
    else:
        place.unlink()
        place.with_suffix(".new").write_bytes(whole[:500])
    learned = await LearnedVocabulary(tmp_path, store).current()
    assert taught(learned) == {"rivers": ["eau"]}
    assert place.read_bytes() == whole


HOLD = """
import sys
from filelock import FileLock
with FileLock(sys.argv[1]):
    print("held", flush=True)
    sys.stdin.read()
"""


async def test_one_process_at_a_time_reads(store: SqlStore, tmp_path: Path) -> None:
    await store.put_datasets([RIVERS])
    other = await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", HOLD, str(tmp_path / "lock")),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
    )
    assert other.stdout is not None
    assert await other.stdout.readline() == b"held\n"
    learning = asyncio.create_task(LearnedVocabulary(tmp_path, store).current())
    done, _ = await asyncio.wait([learning], timeout=0.3)
    assert not done
    await other.communicate(b"")
    assert taught(await learning) == {"rivers": ["eau"]}


async def test_a_dataset_of_the_catalogue_never_sees_its_own_keywords(
    store: SqlStore, tmp_path: Path
) -> None:
    secret = RIVERS.model_copy(update={"keywords": ("eau", "mot-a-part")})
    await store.put_datasets([secret, LAKES, BIKES])
    await LearnedVocabulary(tmp_path, store).catch_up()
    method = PortalKeywords(
        LearnedVocabulary(tmp_path, store).current,
        Ranker.shipped().trees._replace(base=9.0),
        5,
        ControlledTerms(()),
    )
    shown = secret.model_copy(update={"keywords": ()})
    outcome = await method.propose(shown)
    assert isinstance(outcome, Proposal)
    assert "mot-a-part" not in outcome.value
    # Any other dataset of the same subject may be proposed it.
    elsewhere = await method.propose(shown.model_copy(update={"identifier": "another"}))
    assert not isinstance(elsewhere, Withheld)
    assert "eau" in elsewhere.value


async def test_a_place_that_cannot_be_written_is_told(store: SqlStore, tmp_path: Path) -> None:
    await store.put_datasets([RIVERS])
    (tmp_path / "learned").write_text("a file, not a directory")
    with pytest.raises(StoreUnavailable) as refusal:
        await LearnedVocabulary(tmp_path / "learned", store).current()
    assert str(tmp_path / "learned") in str(refusal.value)
