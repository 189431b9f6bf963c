"""How every store keeps datasets, on SQLite and on PostgreSQL."""

import asyncio
import json
from datetime import timedelta
from pathlib import Path

import pytest
from empty_stores import empty_store
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import JsonValue
from store_examples import FULL, NOON, RIVERS, decide, suggestion

from eclaireur.core.dataset import LONGEST_IDENTIFIER, Dataset, Location
from eclaireur.core.errors import (
    DatasetNotFound,
    PortalIdentifierTaken,
    SuggestionNotFound,
)
from eclaireur.core.ports import DatasetQuery, ImportOutcome, Lack
from eclaireur.core.suggestion import State
from eclaireur.store import SqlStore, open_store


async def titles(store: SqlStore, **query: object) -> list[str]:
    page = await store.find_datasets(DatasetQuery.model_validate(query))
    return [item.title for item in page.items]


class TestDatasets:
    async def test_a_dataset_comes_back_as_it_was_put(self, store: SqlStore) -> None:
        await store.put_datasets([RIVERS, FULL])
        assert await store.dataset("full") == FULL
        assert list((await store.dataset("full")).extras) == ["z", "a"]

    @pytest.mark.parametrize("identifier", ["absent", "", "with\0nul", "lone\ud800surrogate"])
    async def test_an_unknown_identifier_is_said_so(self, store: SqlStore, identifier: str) -> None:
        with pytest.raises(DatasetNotFound):
            await store.dataset(identifier)
        with pytest.raises(DatasetNotFound):
            await store.draft_expiry(identifier)

    async def test_an_import_says_what_it_changed(self, store: SqlStore) -> None:
        assert await store.put_datasets([RIVERS, FULL]) == ImportOutcome(added=2)
        other = RIVERS.model_copy(update={"title": "Autre titre"})
        assert await store.put_datasets([other, FULL]) == ImportOutcome(changed=1, unchanged=1)
        assert await store.dataset("rivers") == other
        assert await store.put_datasets([]) == ImportOutcome()

    async def test_of_two_datasets_with_one_identifier_the_last_counts(
        self, store: SqlStore
    ) -> None:
        other = RIVERS.model_copy(update={"title": "Le second"})
        assert await store.put_datasets([RIVERS, other]) == ImportOutcome(added=1)
        assert (await store.dataset("rivers")).title == "Le second"

    async def test_the_longest_identifier_and_title_are_kept(self, store: SqlStore) -> None:
        longest = [
            Dataset(identifier=letter * LONGEST_IDENTIFIER, title=letter * 10_000)
            for letter in ("\0", "\U0001f600", "x")
        ]
        await store.put_datasets(longest)
        assert [await store.dataset(each.identifier) for each in longest] == longest

    async def test_a_large_import_is_one_call(self, store: SqlStore) -> None:
        many = [Dataset(identifier=f"d{number}", title="Un titre") for number in range(1201)]
        assert await store.put_datasets(many) == ImportOutcome(added=1201)
        assert len(await store.datasets_among([each.identifier for each in many])) == 1201

    async def test_the_catalogue_s_datasets_among_identifiers(self, store: SqlStore) -> None:
        await store.put_datasets([RIVERS, FULL])
        await store.put_drafts([Dataset(identifier="draft")], NOON)
        found = await store.datasets_among(["full", "draft", "absent", "full"])
        assert found == {"full": FULL}
        assert await store.datasets_among([]) == {}

    async def test_the_catalogue_alone_moves_its_sequence(self, store: SqlStore) -> None:
        assert await store.catalogue_sequence() == 0
        await store.put_datasets([RIVERS, FULL])
        assert await store.catalogue_sequence() == 2
        await store.put_datasets([RIVERS])
        await store.put_drafts([Dataset(identifier="draft")], NOON)
        await store.add_suggestions([suggestion(RIVERS, State.PROPOSED)])
        assert await store.catalogue_sequence() == 2
        await store.put_datasets([RIVERS.model_copy(update={"title": "Autre"})])
        assert await store.catalogue_sequence() == 3
        await store.put_datasets([Dataset(identifier="draft")])
        assert await store.catalogue_sequence() == 4
        await store.put_drafts([Dataset(identifier="kept")], NOON)
        await store.keep_draft("kept")
        assert await store.catalogue_sequence() == 5

    async def test_each_state_of_the_catalogue_has_a_token_of_its_own(
        self, store: SqlStore
    ) -> None:
        assert await store.catalogue_token(0) == ""
        await store.put_datasets([RIVERS, FULL])
        first = await store.catalogue_token(2)
        assert first
        assert await store.catalogue_token(1) is None
        await store.put_datasets([RIVERS])
        assert await store.catalogue_token(3) is None
        await store.put_drafts([Dataset(identifier="kept")], NOON)
        await store.keep_draft("kept")
        await store.put_datasets([RIVERS.model_copy(update={"title": "Autre"})])
        run = await store.begin_run("portal")
        await store.end_run(run, ["rivers"], NOON.date())
        tokens = [await store.catalogue_token(number) for number in (2, 3, 4, 5)]
        assert tokens[0] == first
        assert len(set(tokens)) == 4
        assert None not in tokens

    async def test_what_lacks_something_is_told_by_the_numbers_of_the_changes(
        self, store: SqlStore
    ) -> None:
        async def lack(what: Lack) -> set[str]:
            told = await store.lacking(what)
            changes = [each async for each in store.changes_since(0) if each.dataset]
            return {
                each.identifier
                for each in changes
                if (each.sequence in told.numbers) == told.are_lacking
            }

        bare = [Dataset(identifier=name, title=name) for name in ("one", "two", "three")]
        await store.put_datasets([RIVERS, FULL, *bare])
        await store.put_drafts([Dataset(identifier="draft")], NOON)
        assert await lack(Lack.SHORT_DESCRIPTION) == {"rivers", "one", "two", "three"}
        assert await lack(Lack.KEYWORDS) == {"one", "two", "three"}
        assert len((await store.lacking(Lack.SHORT_DESCRIPTION)).numbers) == 1
        proposed = suggestion(RIVERS, State.PROPOSED)
        await store.add_suggestions([proposed])
        assert "rivers" in await lack(Lack.SHORT_DESCRIPTION)
        await decide(store, proposed.key, State.ACCEPTED)
        assert await lack(Lack.SHORT_DESCRIPTION) == {"one", "two", "three"}
        run = await store.begin_run("portal")
        await store.end_run(run, ["one", "two"], NOON.date())
        assert await lack(Lack.KEYWORDS) == {"three"}
        told = await store.lacking(Lack.KEYWORDS)
        assert (len(told.numbers), told.are_lacking) == (1, True)

    async def test_changes_come_once_in_their_order(self, store: SqlStore) -> None:
        other = RIVERS.model_copy(update={"title": "Autre"})
        await store.put_datasets([RIVERS, FULL])
        await store.put_drafts([Dataset(identifier="a draft")], NOON)
        first = [change async for change in store.changes_since(0)]
        assert [each.dataset for each in first] == [FULL, RIVERS]
        assert [each.sequence for each in first] == [1, 2]
        await store.put_datasets([FULL, other])
        assert [(each.sequence, each.dataset) async for each in store.changes_since(2)] == [
            (3, other)
        ]
        assert [each.identifier async for each in store.changes_since(0)] == ["full", "rivers"]
        await store.put_drafts([Dataset(identifier="kept")], NOON)
        await store.keep_draft("kept")
        assert [each.identifier async for each in store.changes_since(3)] == ["kept"]
        assert [each async for each in store.changes_since(4)] == []

    async def test_every_change_comes_however_many_there_are(self, store: SqlStore) -> None:
        many = [Dataset(identifier=f"d{number:04}", title="Un titre") for number in range(1201)]
        await store.put_datasets(many)
        assert [each.dataset async for each in store.changes_since(0)] == many

    async def test_writers_at_once_never_share_a_number(self, store: SqlStore) -> None:
        await asyncio.gather(
            *(store.put_datasets([Dataset(identifier=f"d{number}")]) for number in range(20))
        )
        assert [each.sequence async for each in store.changes_since(0)] == list(range(1, 21))

    async def test_two_imports_at_once_both_arrive(self, store: SqlStore) -> None:
        ascending = [Dataset(identifier=f"d{number:03}", title="Un") for number in range(200)]
        descending = [each.model_copy(update={"title": "Deux"}) for each in reversed(ascending)]
        outcomes = await asyncio.gather(
            *(store.put_datasets(each) for each in (ascending, descending) * 4)
        )
        assert sum(outcome.added for outcome in outcomes) == 200
        assert len({d.title async for d, _ in store.all_datasets()}) == 1


class TestDrafts:
    async def test_a_draft_is_kept_apart_from_the_catalogue(self, store: SqlStore) -> None:
        draft = RIVERS.model_copy(update={"identifier": "draft"})
        await store.put_datasets([RIVERS])
        await store.put_drafts([draft], NOON)
        assert await store.dataset("draft") == draft
        assert await store.draft_expiry("draft") == NOON
        assert await store.draft_expiry("rivers") is None
        assert (await store.find_datasets(DatasetQuery())).total == 1
        assert [each.identifier async for each, _ in store.all_datasets()] == ["rivers"]
        assert [each.identifier async for each in store.keyword_uses()] == ["rivers"]

    async def test_a_draft_replaced_lives_longer_and_closes_its_proposals(
        self, store: SqlStore
    ) -> None:
        draft = RIVERS.model_copy(update={"identifier": "draft"})
        await store.put_drafts([draft], NOON)
        proposal = suggestion(draft, State.PROPOSED)
        await store.add_suggestions([proposal])
        later = (NOON + timedelta(hours=3)).astimezone()
        await store.put_drafts([draft], later)
        assert await store.draft_expiry("draft") == later
        assert (await store.suggestion(proposal.key)).state is State.PROPOSED
        await store.put_drafts([draft.model_copy(update={"description": "Autre."})], later)
        assert (await store.suggestion(proposal.key)).state is State.STALE

    async def test_a_draft_that_is_imported_joins_the_catalogue(self, store: SqlStore) -> None:
        await store.put_drafts([RIVERS], NOON)
        proposal = suggestion(RIVERS, State.PROPOSED)
        await store.add_suggestions([proposal])
        assert await store.put_datasets([RIVERS]) == ImportOutcome(added=1)
        assert await store.draft_expiry("rivers") is None
        assert await store.drop_expired_drafts(NOON) == 0
        assert await store.suggestion(proposal.key) == proposal

    async def test_a_draft_that_is_kept_joins_the_catalogue(self, store: SqlStore) -> None:
        draft = Dataset(identifier="draft", title="Brouillon")
        await store.put_drafts([draft], NOON)
        made = suggestion(draft, State.PROPOSED)
        await store.add_suggestions([made])
        await decide(store, made.key, State.ACCEPTED)
        await store.keep_draft("draft")
        assert await store.draft_expiry("draft") is None
        assert await titles(store) == ["Brouillon"]
        assert await titles(store, lacking=Lack.SHORT_DESCRIPTION) == []
        assert await titles(store, lacking=Lack.KEYWORDS) == ["Brouillon"]
        assert await store.drop_expired_drafts(NOON) == 0

    async def test_only_a_draft_is_kept(self, store: SqlStore) -> None:
        await store.put_datasets([RIVERS])
        for identifier in ("rivers", "absent"):
            with pytest.raises(DatasetNotFound):
                await store.keep_draft(identifier)

    async def test_a_draft_changed_while_it_is_kept_loses_nothing(self, store: SqlStore) -> None:
        for number in range(20):
            draft = Dataset(identifier=f"d{number}", title="Avant")
            changed = draft.model_copy(update={"title": "Après"})
            await store.put_drafts([draft], NOON)
            change, keeping = await asyncio.gather(
                store.put_drafts([changed], NOON),
                store.keep_draft(draft.identifier),
                return_exceptions=True,
            )
            assert keeping is None
            assert await store.draft_expiry(draft.identifier) is None
            refused = isinstance(change, DatasetNotFound)
            assert await store.dataset(draft.identifier) == (draft if refused else changed)

    @pytest.mark.parametrize("identifier", ["rivers", "5369%_\\é\0", "\ud800"])
    async def test_the_catalogue_holds_a_dataset_of_the_portal_once(
        self, store: SqlStore, identifier: str
    ) -> None:
        drafts = [
            Dataset(identifier=name, other_identifier=identifier) for name in ("d1", "d2", "d3")
        ]
        quoting = Dataset(identifier="q", extras={"a": {"other_identifier": identifier}})
        await store.put_datasets([quoting])
        await store.put_drafts(drafts, NOON)
        await store.keep_draft("d1")
        with pytest.raises(PortalIdentifierTaken):
            await store.keep_draft("d2")
        assert await store.draft_expiry("d2") == NOON
        await store.put_drafts([drafts[2].model_copy(update={"other_identifier": "q"})], NOON)
        with pytest.raises(PortalIdentifierTaken):
            await store.keep_draft("d3")

    async def test_a_deleted_draft_is_in_no_file(self, tmp_path: Path) -> None:
        name = "Solenn Kervadec"
        drafts = [
            Dataset(identifier=f"d{number}", title=name, description=f"{name}. " * 5_000)
            for number in range(20)
        ]

        def is_written() -> bool:
            return any(name.encode() in each.read_bytes() for each in tmp_path.iterdir())

        async with open_store(empty_store(tmp_path / "eclaireur.sqlite")) as store:
            await store.put_datasets([RIVERS])
            await store.put_drafts(drafts, NOON)
            assert is_written()
            assert await store.drop_expired_drafts(NOON) == 20
            assert not is_written()
            assert await store.dataset("rivers") == RIVERS

    async def test_no_draft_replaces_a_dataset_of_the_catalogue(self, store: SqlStore) -> None:
        await store.put_datasets([RIVERS])
        with pytest.raises(DatasetNotFound):
            await store.put_drafts([Dataset(identifier="a"), RIVERS], NOON)
        assert await store.draft_expiry("rivers") is None
        with pytest.raises(DatasetNotFound):
            await store.dataset("a")

    async def test_drafts_due_go_with_all_that_is_theirs(self, store: SqlStore) -> None:
        due, kept = Dataset(identifier="due"), Dataset(identifier="kept")
        await store.put_datasets([RIVERS])
        await store.put_drafts([due], NOON)
        await store.put_drafts([kept], NOON + timedelta(seconds=1))
        made = [suggestion(each, State.PROPOSED) for each in (due, kept, RIVERS)]
        await store.add_suggestions(made)
        assert await store.drop_expired_drafts(NOON - timedelta(seconds=1)) == 0
        assert await store.drop_expired_drafts(NOON) == 1
        with pytest.raises(DatasetNotFound):
            await store.dataset("due")
        with pytest.raises(SuggestionNotFound):
            await store.suggestion(made[0].key)
        assert await store.suggestion(made[1].key) == made[1]
        assert await store.suggestion(made[2].key) == made[2]


class TestFinding:
    async def test_words_are_found_whatever_their_case_and_accents(self, store: SqlStore) -> None:
        await store.put_datasets(
            [RIVERS, Dataset(identifier="o", title="Œuvres à 100 % du musée_1 \\ d'art")]
        )
        for words in ("QUALITE", "eau qualité", "l'eau", "l’EAU", "riviere"):
            assert await titles(store, title=words) == [RIVERS.title], words
        for words in ("oeuvre", "100 %", "musee_1", "\\", "Œuvres d'art"):
            assert len(await titles(store, title=words)) == 1, words
            assert RIVERS.title not in await titles(store, title=words), words
        for words in ("qualité absente", "%qualite", "q_alite", "riv%eres"):
            assert await titles(store, title=words) == [], words
        assert len(await titles(store, title="  \0 \ud800 ")) == 2

    async def test_a_query_longer_than_any_title_finds_nothing(self, store: SqlStore) -> None:
        await store.put_datasets([RIVERS])
        assert await titles(store, title="eau " * 100_000) == [RIVERS.title]
        assert await titles(store, title=" ".join(map(str, range(5_000)))) == []

    async def test_pages_follow_the_titles_as_folded(self, store: SqlStore) -> None:
        await store.put_datasets(
            [
                Dataset(identifier="1", title="Zone"),
                Dataset(identifier="2", title="école"),
                Dataset(identifier="4", title="Eau"),
                Dataset(identifier="3", title="eau"),
                Dataset(identifier="5", title="Été"),
            ]
        )
        whole = await store.find_datasets(DatasetQuery())
        assert [item.identifier for item in whole.items] == ["3", "4", "2", "5", "1"]
        paged = [
            (await store.find_datasets(DatasetQuery(offset=offset, limit=2)))
            for offset in (0, 2, 4, 6)
        ]
        assert [page.total for page in paged] == [5, 5, 5, 5]
        assert [item for page in paged for item in page.items] == list(whole.items)

    async def test_a_line_tells_what_is_lacking_and_waiting(self, store: SqlStore) -> None:
        bare = Dataset(identifier="bare", title="Nu", short_description="  ")
        await store.put_datasets([bare, FULL])
        await store.add_suggestions(
            [
                suggestion(bare, State.PROPOSED),
                suggestion(bare, State.PROPOSED, field="keywords"),
                suggestion(bare, State.PROPOSED, State.REJECTED, number=2),
            ]
        )
        [first, second] = (await store.find_datasets(DatasetQuery())).items
        assert (first.identifier, first.publisher) == ("bare", None)
        assert (first.lacks, first.open_proposals) == (frozenset(Lack), 2)
        assert (second.title, second.publisher) == (FULL.title, "Ville")
        assert (second.lacks, second.open_proposals) == (frozenset(), 0)

    async def test_what_people_retain_fills_the_field_until_undone(self, store: SqlStore) -> None:
        bare = Dataset(identifier="bare", title="Nu")
        await store.put_datasets([bare])
        made = suggestion(bare, State.PROPOSED)
        await store.add_suggestions([made])

        async def lacking() -> set[Lack]:
            return {lack for lack in Lack if await titles(store, lacking=lack)}

        for state, left in [
            (State.REJECTED, set(Lack)),
            (State.PROPOSED, set(Lack)),
            (State.ACCEPTED, {Lack.KEYWORDS, Lack.THEME}),
            (State.PROPOSED, set(Lack)),
            (State.EDITED, {Lack.KEYWORDS, Lack.THEME}),
        ]:
            await decide(store, made.key, state)
            assert await lacking() == left, state
        await store.put_datasets([bare.model_copy(update={"keywords": ("eau",)})])
        assert await lacking() == {Lack.THEME}
        await store.put_datasets([bare.model_copy(update={"theme": ("eau",)})])
        assert await lacking() == {Lack.KEYWORDS}
        await store.put_datasets([bare])
        assert await lacking() == {Lack.KEYWORDS, Lack.THEME}

    async def test_a_suggestion_recorded_as_retained_fills_the_field(self, store: SqlStore) -> None:
        await store.put_datasets([Dataset(identifier="bare")])
        await store.add_suggestions(
            [suggestion(Dataset(identifier="bare"), State.PROPOSED, State.ACCEPTED)]
        )
        assert (await store.find_datasets(DatasetQuery(lacking=Lack.SHORT_DESCRIPTION))).total == 0


class TestStreams:
    async def test_datasets_come_by_code_point_with_what_was_retained(
        self, store: SqlStore
    ) -> None:
        identifiers = ["a", "B", "é", "z", "Z-1", "10", "9", "\U0001f600", "￿", "a b", "a\0"]
        datasets = {each: Dataset(identifier=each, title="Un titre") for each in identifiers}
        await store.put_datasets(list(datasets.values()))
        retained = [
            suggestion(datasets["B"], State.PROPOSED, State.EDITED, number=2),
            suggestion(datasets["B"], State.PROPOSED, State.ACCEPTED, field="keywords"),
            suggestion(datasets["z"], State.PROPOSED, State.ACCEPTED),
        ]
        await store.add_suggestions(
            [
                *retained,
                suggestion(datasets["B"], State.PROPOSED, State.REJECTED),
                suggestion(datasets["a"], State.PROPOSED),
                suggestion(datasets["é"], State.WITHHELD),
            ]
        )
        streamed = [pair async for pair in store.all_datasets()]
        assert [each.identifier for each, _ in streamed] == sorted(identifiers)
        kept = {each.identifier: set(suggestions) for each, suggestions in streamed if suggestions}
        assert kept == {"B": set(retained[:2]), "z": {retained[2]}}

    async def test_every_dataset_comes_once(self, store: SqlStore) -> None:
        many = [Dataset(identifier=f"{number:05}") for number in range(1203)]
        await store.put_datasets(many)
        assert [each async for each, _ in store.all_datasets()] == many
        uses = [use.identifier async for use in store.keyword_uses()]
        assert uses == [each.identifier for each in many]

    async def test_a_stream_left_early_holds_nothing_back(self, store: SqlStore) -> None:
        await store.put_datasets([RIVERS, FULL])
        for _ in range(30):
            stream = store.all_datasets()
            await anext(stream)
        await store.put_datasets([RIVERS.model_copy(update={"title": "Autre"})])

    async def test_keyword_uses_tell_what_keywords_need(self, store: SqlStore) -> None:
        await store.put_datasets([FULL])
        [use] = [use async for use in store.keyword_uses()]
        assert use.model_dump() == {
            "identifier": "full",
            "title": "Tout",
            "description": FULL.description,
            "publisher": "Ville",
            "keywords": ("a-b", "c-d"),
            "acronym": FULL.acronym,
            "spatial": FULL.spatial and FULL.spatial.model_dump(),
        }


json_values: st.SearchStrategy[JsonValue] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=6,
)
any_text = st.text(st.characters(exclude_categories=()))
"""NUL, emoji and lone surrogates included."""
datasets = st.builds(
    Dataset,
    identifier=st.text(min_size=1, max_size=40),
    title=any_text,
    description=any_text,
    short_description=st.none() | any_text,
    keywords=st.lists(any_text, max_size=3).map(tuple),
    publisher=st.none() | any_text,
    spatial=st.none() | st.builds(Location, zones=st.lists(any_text, max_size=2).map(tuple)),
    extras=st.dictionaries(any_text, json_values | any_text, max_size=3),
)


def as_json_gives_it(dataset: Dataset) -> JsonValue:
    """The dataset as JSON can say it: two surrogates that spell a character become it."""
    said: JsonValue = json.loads(json.dumps(dataset.model_dump(mode="json")))
    return said


@given(dataset=datasets)
@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
async def test_any_text_comes_back(store: SqlStore, dataset: Dataset) -> None:
    await store.put_datasets([dataset])
    kept = await store.dataset(dataset.identifier)
    assert kept.model_dump(mode="json") == as_json_gives_it(dataset)
    assert await store.put_datasets([dataset]) == ImportOutcome(unchanged=1)
    await store.find_datasets(DatasetQuery(title=dataset.title))
