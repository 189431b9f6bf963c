"""The index of the catalogue, over real files."""

import asyncio
import os
import signal
from collections.abc import AsyncIterator, Sequence
from pathlib import Path

import pytest
from filelock import FileLock
from processes import FORKING

from eclaireur.core.dataset import Dataset, Distribution, Location
from eclaireur.core.errors import SearchIndexUnwritable
from eclaireur.core.ports import (
    DatasetChange,
    Lack,
    Lacking,
    NameCount,
    SearchFilters,
    SearchOrder,
    SearchQuery,
    WhyFound,
)
from eclaireur.search import SearchIndex

BIKES = Dataset(
    identifier="velos",
    title="Comptages de vélos",
    description="Nombre de passages relevés chaque heure.",
    keywords=("mobilite", "pistes-cyclables"),
    publisher="Ville de Valmoncel",
    distributions=(Distribution(format="csv"),),
    spatial=Location(zones=("Valmoncel",)),
    issued="2019-03-01",
    modified="2024-05-02",
)
LIBRARIES = Dataset(
    identifier="bibliotheques",
    title="Bibliothèques et médiathèques",
    description="Adresses et horaires d’ouverture.",
    publisher="Département de la Brenelle",
    distributions=(Distribution(format="json"),),
    extras={"metric": {"views": 90_000}},
    issued="2021-01-01",
    modified="2022-01-01",
)
MENUS = [
    Dataset(
        identifier=f"menus-{year}",
        title=f"Menus des cantines {year}",
        description="Ce que mangent les élèves à la cantine.",
        extras={"metric": {"views": year - 2000}},
        modified=f"{year}-09-01",
    )
    for year in (2022, 2023, 2024)
]


class Catalogue:
    """Changes, numbered as the store numbers them."""

    def __init__(self, *datasets: Dataset, name: str = "first") -> None:
        self._changes: dict[str, DatasetChange] = {}
        self._last = 0
        self._name = name
        for each in datasets:
            self.put(each)

    def put(self, dataset: Dataset) -> None:
        self._note(dataset.identifier, dataset)

    def lose(self, identifier: str) -> None:
        self._note(identifier, None)

    def _note(self, identifier: str, dataset: Dataset | None) -> None:
        self._last += 1
        self._changes.pop(identifier, None)
        self._changes[identifier] = DatasetChange(
            sequence=self._last, identifier=identifier, dataset=dataset
        )

    async def catalogue_sequence(self) -> int:
        return self._last

    async def catalogue_token(self, sequence: int) -> str | None:
        return f"{self._name} {sequence}" if sequence else ""

    async def changes_since(self, sequence: int) -> AsyncIterator[DatasetChange]:
        for change in list(self._changes.values()):
            if change.sequence > sequence:
                yield change


async def found(index: SearchIndex, text: str, **asked: object) -> Sequence[str]:
    page = await index.find(SearchQuery.model_validate({"text": text, **asked}))
    return [hit.identifier for hit in page.hits]


@pytest.fixture
def catalogue() -> Catalogue:
    return Catalogue(BIKES, LIBRARIES, *MENUS)


@pytest.fixture
def index(tmp_path: Path, catalogue: Catalogue) -> SearchIndex:
    return SearchIndex(tmp_path / "search", catalogue)


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        ("velo", "velos", WhyFound.TITLE),
        ("cyclable", "velos", WhyFound.LABELS),
        ("Brenelle", "bibliotheques", WhyFound.PUBLISHER),
        ("horaires", "bibliotheques", WhyFound.DESCRIPTION),
        ("cafétéria", "menus-2024", WhyFound.DISTANT),
    ],
)
async def test_finds_by_what_a_dataset_says(
    index: SearchIndex, text: str, expected: str, why: WhyFound
) -> None:
    page = await index.find(SearchQuery(text=text))

    assert page.hits[0].identifier == expected
    assert why in page.hits[0].why


async def test_a_meaning_is_told_with_the_dataset_s_own_word(
    index: SearchIndex, catalogue: Catalogue
) -> None:
    stands = BIKES.model_copy(update={"identifier": "arceaux", "title": "Vélos : les arceaux"})
    aside = {"identifier": "beside", "title": "Piétons", "description": "Et vélos.", "keywords": ()}
    catalogue.put(stands)
    catalogue.put(BIKES.model_copy(update=aside))
    hits = (await index.find(SearchQuery(text="bicyclette"))).hits
    assert {hit.identifier: hit.why for hit in hits} == {
        "velos": {WhyFound.MEANING: ("bicyclette",)},
        "arceaux": {WhyFound.MEANING: ("bicyclette",)},
        "beside": {WhyFound.DISTANT: ("bicyclette",)},
    }
    assert [hit.near for hit in hits] == [{"bicyclette": "velos"}] * 3


async def test_a_weak_reason_is_told_only_where_there_is_no_other(index: SearchIndex) -> None:
    hits = (await index.find(SearchQuery(text="cafétéria"))).hits
    assert hits[0].near == {"cafeteria": "cantines"}
    hits = (await index.find(SearchQuery(text="menus de la cafétéria"))).hits
    assert (hits[0].why, hits[0].near) == ({WhyFound.TITLE: ("menus",)}, {})


async def test_words_that_nothing_is_near_find_nothing(index: SearchIndex) -> None:
    page = await index.find(SearchQuery(text="xylographie zzzz"))

    assert page.total == 0
    assert page.unknown == ("xylographie", "zzzz")


async def test_a_misspelt_word_is_read_as_one_of_the_catalogue(index: SearchIndex) -> None:
    page = await index.find(SearchQuery(text="cantinnes"))

    assert {hit.identifier for hit in page.hits} >= {each.identifier for each in MENUS}
    assert page.corrected == {"cantinnes": "cantines"}
    assert WhyFound.SPELLING in page.hits[0].why


async def test_without_a_word_the_most_used_come_first(index: SearchIndex) -> None:
    assert (await found(index, "", order=SearchOrder.USAGE))[0] == "bibliotheques"


async def test_order_and_paging(index: SearchIndex) -> None:
    recent = await found(index, "cantine", order=SearchOrder.RECENT)
    assert recent == ["menus-2024", "menus-2023", "menus-2022"]
    second = await found(index, "cantine", order=SearchOrder.RECENT, offset=1, limit=1)
    assert second == ["menus-2023"]


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (SearchFilters(organisation="ville de VALMONCEL"), {"velos"}),
        (SearchFilters(format="JSON"), {"bibliotheques"}),
        (SearchFilters(place="valmoncel"), {"velos"}),
        (SearchFilters(until=2020), {"velos"}),
        (SearchFilters(until=2018), set()),
        (SearchFilters(since=2021, until=2020), {"velos", "bibliotheques"}),
        (SearchFilters(license="inconnue"), set()),
        (SearchFilters(organisation="brene", place=""), {"bibliotheques"}),
        (SearchFilters(organisation="valmoncel vil"), {"velos"}),
        (SearchFilters(organisation="moncel"), set()),
        (SearchFilters(organisation=" - "), set()),
    ],
)
async def test_filters(index: SearchIndex, filters: SearchFilters, expected: set[str]) -> None:
    page = await index.find(SearchQuery(filters=filters))

    assert {hit.identifier for hit in page.hits} == expected


async def test_titles_that_differ_by_figures_are_told_as_alike(index: SearchIndex) -> None:
    page = await index.find(SearchQuery(text="menus cantines"))

    assert [hit.alike for hit in page.hits] == [2, 2, 2]


async def test_a_whole_name_is_that_of_its_bearers_alone(tmp_path: Path) -> None:
    towns = [
        BIKES.model_copy(update={"identifier": name, "publisher": name})
        for name in ("Rennes", "Rennes Métropole", "Ville de Rennes", "Varennes")
    ]
    index = SearchIndex(tmp_path, Catalogue(*towns))
    assert await found(index, "", filters={"organisation": "rennes"}) == ["Rennes"]
    of_part = await found(index, "", filters={"organisation": "renn"})
    assert set(of_part) == {"Rennes", "Rennes Métropole", "Ville de Rennes"}


async def test_what_answers_is_counted_by_name_and_by_what_it_lacks(
    index: SearchIndex,
) -> None:
    lacking = {
        Lack.SHORT_DESCRIPTION: Lacking([1, 2, 99], are_lacking=True),
        Lack.KEYWORDS: Lacking([1], are_lacking=False),
    }
    told = await index.breakdown(SearchQuery(), lacking)
    assert told.lacking == {Lack.SHORT_DESCRIPTION: 2, Lack.KEYWORDS: 4}
    assert told.names["organisation"] == (
        NameCount(name="Département de la Brenelle", count=1),
        NameCount(name="Ville de Valmoncel", count=1),
    )
    assert told.names["license"] == ()

    lack = {"lacking": Lack.KEYWORDS}
    query = SearchQuery.model_validate({"filters": lack})
    told = await index.breakdown(query, lacking)
    assert told.lacking == {Lack.SHORT_DESCRIPTION: 2, Lack.KEYWORDS: 4}
    assert [each.name for each in told.names["organisation"]] == ["Département de la Brenelle"]
    page = await index.find(query, lacking[Lack.KEYWORDS])
    assert page.total == 4
    assert "velos" not in {hit.identifier for hit in page.hits}


async def test_what_lacks_something_is_known_by_its_last_change(
    index: SearchIndex, catalogue: Catalogue
) -> None:
    assert (await index.find(SearchQuery(), Lacking([1], are_lacking=True))).total == 1
    catalogue.put(BIKES)
    assert (await index.find(SearchQuery(), Lacking([1], are_lacking=True))).total == 0
    assert (await index.find(SearchQuery(), Lacking([6], are_lacking=True))).total == 1


async def test_similar_datasets_are_neither_itself_nor_its_twins(index: SearchIndex) -> None:
    similar = {hit.identifier for hit in await index.similar("menus-2022")}

    assert similar
    assert not similar & {each.identifier for each in MENUS}
    assert await index.similar("unknown") == ()


async def test_follows_what_changes(index: SearchIndex, catalogue: Catalogue) -> None:
    assert await found(index, "vélos") == ["velos"]

    catalogue.put(BIKES.model_copy(update={"title": "Trottinettes", "keywords": ()}))
    catalogue.lose("bibliotheques")

    assert await found(index, "trottinettes") == ["velos"]
    assert "velos" not in await found(index, "pistes cyclables")
    assert await found(index, "bibliothèques") == []


async def test_another_process_sees_what_one_wrote(
    tmp_path: Path, index: SearchIndex, catalogue: Catalogue
) -> None:
    other = SearchIndex(tmp_path / "search", catalogue)
    assert await found(other, "vélos") == ["velos"]
    catalogue.put(BIKES.model_copy(update={"title": "Trottinettes", "keywords": ()}))
    await index.catch_up()

    assert await found(other, "trottinettes") == ["velos"]


def killed_while_writing(directory: Path) -> None:
    """Take into an index as many changes again as it holds, and be killed as they are written."""
    later = [Dataset(identifier=f"later-{n}", title="Cantines", description="") for n in range(4)]
    catalogue = Catalogue(BIKES, LIBRARIES, *MENUS, *later)
    os.fsync = lambda _: os.kill(os.getpid(), signal.SIGKILL)
    asyncio.run(SearchIndex(directory, catalogue).catch_up())


async def test_a_process_killed_while_it_writes_leaves_the_former_index_whole(
    tmp_path: Path, index: SearchIndex, catalogue: Catalogue
) -> None:
    await index.catch_up()
    [place] = (tmp_path / "search").glob("*/records.npz")
    before = place.read_bytes()

    killed = FORKING.Process(target=killed_while_writing, args=(tmp_path / "search",))
    killed.start()
    await asyncio.to_thread(killed.join)
    assert killed.exitcode == -signal.SIGKILL

    assert place.with_suffix(".new").exists()
    assert place.read_bytes() == before
    catalogue.put(BIKES.model_copy(update={"identifier": "others"}))
    after = SearchIndex(tmp_path / "search", catalogue)
    assert set(await found(after, "vélos")) == {"velos", "others"}


@pytest.mark.parametrize("content", [b"", b"not an index", None])
async def test_a_broken_index_is_made_again(
    tmp_path: Path, index: SearchIndex, catalogue: Catalogue, content: bytes | None
) -> None:
    await index.catch_up()
    [place] = (tmp_path / "search").glob("*/records.npz")
    if content is None:
        place.write_bytes(place.read_bytes()[:-100])
    else:
        place.write_bytes(content)

    assert await found(SearchIndex(tmp_path / "search", catalogue), "vélos") == ["velos"]


async def test_an_index_ahead_of_the_catalogue_is_made_again(
    tmp_path: Path, index: SearchIndex
) -> None:
    await index.catch_up()
    restored = SearchIndex(tmp_path / "search", Catalogue(BIKES))

    assert await found(restored, "cantine") == []


async def test_an_index_of_another_catalogue_is_made_again(
    tmp_path: Path, index: SearchIndex
) -> None:
    await index.catch_up()
    # A backup was put back, and went on from there, past the number where the index stands.
    others = [each.model_copy(update={"title": "Trottinettes"}) for each in (BIKES, *MENUS)]
    other = Catalogue(*others, *others, name="restored")
    restored = SearchIndex(tmp_path / "search", other)

    assert await found(restored, "bibliothèques") == []
    assert len(await found(restored, "trottinettes")) == 4


async def test_an_index_that_follows_its_catalogue_is_not_made_again(
    tmp_path: Path, index: SearchIndex, catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    await index.catch_up()
    monkeypatch.setattr(SearchIndex, "_renewed", None)
    catalogue.put(BIKES.model_copy(update={"identifier": "others"}))
    for _ in range(2):
        after = SearchIndex(tmp_path / "search", catalogue)
        assert set(await found(after, "vélos")) == {"velos", "others"}


async def test_a_directory_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "search").write_text("a file")

    with pytest.raises(SearchIndexUnwritable):
        await SearchIndex(tmp_path / "search", Catalogue(BIKES)).catch_up()


@pytest.mark.parametrize(("popularity", "scores"), [(0, 1), (1, 2)])
async def test_popularity_counts_as_much_as_the_operator_says(
    tmp_path: Path, popularity: float, scores: int
) -> None:
    used = BIKES.model_copy(update={"identifier": "used", "extras": {"metric": {"views": 9_000}}})
    index = SearchIndex(tmp_path, Catalogue(BIKES, used), popularity=popularity)
    page = await index.find(SearchQuery(text="vélos"))

    assert len({hit.score for hit in page.hits}) == scores


async def test_without_a_word_the_whole_catalogue_is_put_in_order(tmp_path: Path) -> None:
    many = [
        Dataset(
            identifier=str(number),
            title=f"Relevé {number:04}",
            modified=f"20{number % 20 + 10}-01-{number % 28 + 1:02}",
            # The most recent are the least used.
            extras={"metric": {"views": 10_000 * (20 - number % 20)}},
        )
        for number in range(1_200)
    ]
    index = SearchIndex(tmp_path / "index", Catalogue(*many))
    expected = sorted(many, key=lambda each: each.modified or "", reverse=True)[:1_000]
    found: list[str] = []
    for offset in range(0, 1_000, 100):
        query = SearchQuery(order=SearchOrder.RECENT, offset=offset, limit=100)
        found += [each.identifier for each in (await index.find(query)).hits]
    days = {each.identifier: each.modified for each in many}
    assert [days[each] for each in found] == [each.modified for each in expected]
    assert len(set(found)) == 1_000


async def test_who_leaves_while_another_process_writes_keeps_nobody_from_the_index(
    tmp_path: Path, catalogue: Catalogue
) -> None:
    (tmp_path / "search").mkdir()
    elsewhere = FileLock(tmp_path / "search" / "lock", thread_local=False)
    left, other = (SearchIndex(tmp_path / "search", catalogue) for _ in range(2))
    with elsewhere:
        leaving = asyncio.create_task(left.catch_up())
        await asyncio.sleep(0.1)
        leaving.cancel()
        with pytest.raises(asyncio.CancelledError):
            await leaving
    await asyncio.sleep(0.2)
    async with asyncio.timeout(20):
        assert await found(other, "vélos") == ["velos"]
        assert await found(left, "vélos") == ["velos"]
