"""A campaign chooses its records, says what it will take, and proposes batch by batch."""

from collections import Counter
from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from empty_stores import empty_store

from eclaireur.assistant import Assistant
from eclaireur.assistant.campaigns import BATCH, KEEPING_S, template_of
from eclaireur.core.campaign import Campaign, CampaignState, Known
from eclaireur.core.dataset import Dataset
from eclaireur.core.errors import (
    BudgetSpent,
    CampaignCancelled,
    CampaignNotFound,
    HostUnreachable,
    NoCampaign,
    NothingSelected,
    StoreUnavailable,
    UnknownField,
    UnknownModel,
    UnknownTerm,
)
from eclaireur.core.proposal import Proposal, Withheld
from eclaireur.core.suggestion import Action, Decision, Reason
from eclaireur.core.switch import Switch, Switchable
from eclaireur.core.turns import Turns
from eclaireur.search import SearchIndex
from eclaireur.store import SqlStore, open_store
from eclaireur.tasks import short_description

FIELD = "short_description"


def record(
    number: int, *, says: str | None = None, publisher: str = "Ville", **more: object
) -> Dataset:
    said = f"Les {number} arbres de la rue. " if says is None else says
    return Dataset(
        identifier=f"trees-{number:03}",
        title="Arbres",
        description=said * 12,
        publisher=publisher,
        **more,  # type: ignore[arg-type]
    )


class Method:
    """A method that counts what it is asked, and answers as a test wants."""

    def __init__(self, name: str, model: str | None = None) -> None:
        self.name, self.model = name, model
        self.asked: Counter[str] = Counter()
        self.answer: Callable[[Dataset], Proposal | Withheld] = lambda _: Proposal("Arbres.", ())

    async def propose(self, dataset: Dataset) -> Proposal | Withheld:
        self.asked[dataset.identifier] += 1
        return self.answer(dataset)


@pytest.fixture
def frugal() -> Method:
    return Method("frugal")


@pytest.fixture
def model() -> Method:
    return Method("generation", "big")


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[SqlStore]:
    async with open_store(empty_store(tmp_path / "a.sqlite")) as opened:
        yield opened


@pytest.fixture
def assistant(tmp_path: Path, store: SqlStore, frugal: Method, model: Method) -> Assistant:
    return Assistant(
        store,
        [replace(short_description.task(), methods=(frugal, model))],
        lambda: datetime(2026, 3, 14, tzinfo=UTC),
        turns={"big": Turns(8)},
        search=SearchIndex(tmp_path / "search", store, popularity=1),
    )


async def begun(assistant: Assistant, selection: str = "missing", **options: object) -> Campaign:
    prepared = await assistant.campaigns.prepare(FIELD, selection, **options)  # type: ignore[arg-type]
    return await assistant.campaigns.open(prepared)


async def work(assistant: Assistant, campaign: Campaign) -> list[str | None]:
    campaigns = assistant.campaigns
    batches = await campaigns.pending_batches(campaign.key)
    return [await campaigns.propose(campaign.key, each) for each in batches]


async def counts(assistant: Assistant) -> dict[str, int]:
    progress = (await assistant.campaigns.standing()).progress
    return {name: count for name, count in progress.model_dump().items() if count}


async def test_every_record_gets_its_answer(assistant: Assistant, frugal: Method) -> None:
    await assistant.put_datasets([record(n) for n in range(250)])
    campaign = await begun(assistant)
    assert await counts(assistant) == {"total": 250, "pending": 250}
    frugal.asked.clear()
    assert await work(assistant, campaign) == [None, None, None]
    assert await counts(assistant) == {"total": 250, "proposed": 250}
    assert set(frugal.asked.values()) == {1}


async def test_what_says_the_very_same_is_computed_once(
    assistant: Assistant, store: SqlStore, frugal: Method
) -> None:
    await assistant.put_datasets(
        [record(n, says="Partout la même chose. ") for n in range(BATCH + 50)]
    )
    prepared = await assistant.campaigns.prepare(FIELD)
    frugal.asked.clear()
    assert (prepared.estimate.total, prepared.estimate.distinct) == (BATCH + 50, 1)
    campaign = await assistant.campaigns.open(prepared)
    await work(assistant, campaign)
    assert frugal.asked.total() == 1
    assert await counts(assistant) == {"total": BATCH + 50, "proposed": BATCH + 50}
    [line] = await store.ledger()
    assert line.calls == 1, "only what was computed is metered"
    made = await store.suggestions_of([f"trees-{n:03}" for n in range(3)])
    spent = [each.outcome.usage for each in made]
    assert all(each is not None for each in spent)
    assert sorted(each.duration_s > 0 for each in spent if each) == [False, False, True]


async def test_one_bad_record_never_stops_the_rest(assistant: Assistant, frugal: Method) -> None:
    await assistant.put_datasets([record(n) for n in range(5)])

    def answer(dataset: Dataset) -> Proposal:
        if dataset.identifier == "trees-003":
            raise ZeroDivisionError
        return Proposal("Arbres.", ())

    frugal.answer = answer
    campaign = await begun(assistant)
    assert await work(assistant, campaign) == [None]
    assert await counts(assistant) == {"total": 5, "proposed": 4, "failed": 1}

    frugal.answer = lambda _: Proposal("Arbres.", ())
    assert await work(assistant, campaign) == []
    await assistant.campaigns.go_on(campaign.key, retry_failed=True)
    assert await work(assistant, campaign) == [None]
    assert await counts(assistant) == {"total": 5, "proposed": 5}


async def test_what_failed_for_one_is_tried_for_its_twin(
    assistant: Assistant, frugal: Method
) -> None:
    await assistant.put_datasets([record(n, says="Pareil partout ici. ") for n in range(3)])

    def answer(_: Dataset) -> Proposal:
        if frugal.asked.total() == 1:
            raise ZeroDivisionError
        return Proposal("Arbres.", ())

    campaign = await begun(assistant, workers=1)
    frugal.asked.clear()
    frugal.answer = answer
    await work(assistant, campaign)
    assert frugal.asked.total() == 2
    assert await counts(assistant) == {"total": 3, "proposed": 2, "failed": 1}


async def test_what_answers_already_is_not_computed_again(
    assistant: Assistant, frugal: Method
) -> None:
    await assistant.put_datasets([record(0), record(1), record(2)])
    kept = await assistant.suggest("trees-000", FIELD)
    rejected = await assistant.suggest("trees-001", FIELD)
    await assistant.decide(rejected.key, Decision(action=Action.REJECT))
    prepared = await assistant.campaigns.prepare(FIELD)
    assert (prepared.estimate.answered, prepared.estimate.distinct) == (2, 1)
    frugal.asked.clear()
    campaign = await assistant.campaigns.open(prepared)
    await work(assistant, campaign)
    assert list(frugal.asked) == ["trees-002"]
    assert await counts(assistant) == {"total": 3, "proposed": 2, "rejected": 1}
    assert (await assistant.view("trees-000")).suggestions == (kept,)


async def test_a_model_is_asked_where_the_frugal_method_found_nothing(
    assistant: Assistant, frugal: Method, model: Method
) -> None:
    await assistant.put_datasets([record(0), record(1), record(2, says="Peu. ")])
    frugal.answer = lambda dataset: (
        Withheld(Reason(code="nothing-fits"))
        if dataset.identifier == "trees-000"
        else Proposal("Arbres.", ())
    )
    await work(assistant, await begun(assistant))
    campaign = await begun(assistant, model="big")
    await work(assistant, campaign)
    assert list(model.asked) == ["trees-000"]
    assert await counts(assistant) == {"total": 3, "proposed": 2, "withheld": 1}


async def test_a_spent_budget_leaves_the_rest_for_later(
    assistant: Assistant, model: Method
) -> None:
    await assistant.put_datasets([record(n) for n in range(150)])

    def answer(_: Dataset) -> Proposal:
        if model.asked.total() > 120:
            raise BudgetSpent(resource="requests", limit=120)
        return Proposal("Arbres.", ())

    model.answer = answer
    campaign = await begun(assistant, model="big")
    assert await work(assistant, campaign) == [None, "budget-spent"]
    assert await counts(assistant) == {"total": 150, "proposed": 120, "pending": 30}

    model.answer = lambda _: Proposal("Arbres.", ())
    assert await work(assistant, campaign) == [None]
    assert await counts(assistant) == {"total": 150, "proposed": 150}
    assert max(model.asked.values()) == 2, "that of the record which met the limit"


async def test_several_questions_at_a_time_are_each_asked_once(
    assistant: Assistant, model: Method, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Each looks before each question, so that they all come to the last one together.
    monkeypatch.setattr("eclaireur.assistant.preparing.LOOK_S", -1)
    await assistant.put_datasets([record(n) for n in range(20)])
    campaign = await begun(assistant, model="big")
    assert await assistant.campaigns.propose(campaign.key, 0) is None
    assert await counts(assistant) == {"total": 20, "proposed": 20}
    assert set(model.asked.values()) == {1}


async def test_what_stops_one_question_stops_them_all(
    assistant: Assistant, model: Method, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("eclaireur.assistant.preparing.LOOK_S", -1)
    await assistant.put_datasets([record(n) for n in range(50)])

    def answer(_: Dataset) -> Proposal:
        raise BudgetSpent(resource="requests", limit=0)

    model.answer = answer
    campaign = await begun(assistant, model="big")
    assert await assistant.campaigns.propose(campaign.key, 0) == "budget-spent"
    assert model.asked.total() <= 8
    assert await counts(assistant) == {"total": 50, "pending": 50}


async def test_a_store_that_does_not_answer_is_told_as_it_is(
    assistant: Assistant, store: SqlStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    await assistant.put_datasets([record(n) for n in range(60)])
    campaign = await begun(assistant, model="big")

    async def away(*_: object) -> None:
        raise StoreUnavailable(place="here", problem="away")

    with monkeypatch.context() as patched:
        patched.setattr(store, "add_suggestions", away)
        with pytest.raises(StoreUnavailable):
            await assistant.campaigns.propose(campaign.key, 0)
    assert await assistant.campaigns.propose(campaign.key, 0) is None
    assert await counts(assistant) == {"total": 60, "proposed": 60}


async def test_a_server_that_is_away_is_waited_for(assistant: Assistant, model: Method) -> None:
    await assistant.put_datasets([record(n) for n in range(3)])
    assistant.campaigns._preparation._wait_s = 0

    def answer(_: Dataset) -> Proposal:
        if model.asked.total() in {2, 3, 4}:
            raise HostUnreachable(origin="http://m", problem="connection")
        return Proposal("Arbres.", ())

    model.answer = answer
    campaign = await begun(assistant, model="big")
    assert await work(assistant, campaign) == [None]
    assert await counts(assistant) == {"total": 3, "proposed": 3}
    assert model.asked.total() == 6


async def test_what_an_organisation_turned_off_is_not_proposed(
    assistant: Assistant, frugal: Method
) -> None:
    same = "La même chose pour tous. "
    await assistant.put_datasets(
        [record(0, says=same), record(1, says=same, publisher="Non"), record(2, says=same)]
    )
    campaign = await begun(assistant)
    frugal.asked.clear()
    await assistant.turn(Switch(kind=Switchable.TASK, name=FIELD, organisation="Non"), on=False)
    await work(assistant, campaign)
    assert await counts(assistant) == {"total": 3, "proposed": 2, "failed": 1}
    [refused] = (await assistant.view("trees-001")).suggestions
    assert refused.reason is not None
    assert refused.reason.code == "task-switched-off"
    assert frugal.asked.total() == 1


async def test_a_paused_campaign_rests_and_a_cancelled_one_ends(
    assistant: Assistant, frugal: Method
) -> None:
    await assistant.put_datasets([record(n) for n in range(3)])
    campaign = await begun(assistant)
    frugal.asked.clear()
    await assistant.campaigns.pause(campaign.key)
    assert await work(assistant, campaign) == [CampaignState.PAUSED]
    await assistant.campaigns.go_on(campaign.key)
    assert await assistant.campaigns.propose(campaign.key, 0, lambda: True) == "interrupted"
    assert frugal.asked.total() == 0
    assert await work(assistant, campaign) == [None]
    await assistant.campaigns.cancel(campaign.key)
    for refused in (assistant.campaigns.go_on, assistant.campaigns.pause):
        with pytest.raises(CampaignCancelled):
            await refused(campaign.key)


async def test_a_record_that_vanished_is_told(assistant: Assistant, store: SqlStore) -> None:
    await assistant.put_datasets([record(0), record(1)])
    campaign = await begun(assistant)
    run = await store.begin_run("source")
    await store.put_harvested(run, [record(0)], {"trees-000": None}, None)
    await store.put_harvested(run, [record(1)], {"trees-001": None}, None)
    await store.end_run(run, ["trees-001"], assistant.today)
    await work(assistant, campaign)
    assert await counts(assistant) == {"total": 2, "proposed": 1, "failed": 1}


async def test_the_most_viewed_come_first(assistant: Assistant, store: SqlStore) -> None:
    def viewed(number: int, views: object) -> Dataset:
        return record(number, extras={"metric": {"views": views}})

    await assistant.put_datasets([viewed(0, 3), viewed(1, 900), viewed(2, "many"), record(3)])
    campaign = await begun(assistant, limit=3)
    items = await store.campaign_items(campaign.key, [f"trees-{n:03}" for n in range(4)])
    assert [each.dataset for each in items] == ["trees-001", "trees-000", "trees-002"]


async def test_what_loads_at_the_first_reading_is_not_what_each_record_takes(
    assistant: Assistant, frugal: Method, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = 1_000.0
    monkeypatch.setattr("eclaireur.ledger.meter.time.perf_counter", lambda: now)

    def answer(_: Dataset) -> Proposal:
        nonlocal now
        now += 60.0 if frugal.asked.total() == 1 else 0.5
        return Proposal("Arbres.", ())

    frugal.answer = answer
    # Nothing is read of a record that says too little.
    await assistant.put_datasets([record(0, says="Rien."), record(1), record(2)])
    estimate = (await assistant.campaigns.prepare(FIELD)).estimate
    assert estimate.duration_s.value == pytest.approx(2 * 0.5 + 3 * KEEPING_S)


async def test_an_estimate_says_how_each_figure_is_known(assistant: Assistant) -> None:
    await assistant.put_datasets([record(n) for n in range(20)])
    frugal = (await assistant.campaigns.prepare(FIELD)).estimate
    assert frugal.requests.value == frugal.input_tokens.value == 0
    assert frugal.requests.known is Known.NOTHING_ASKED
    assert frugal.duration_s.known is frugal.energy_wh.known is Known.SAMPLE
    assert frugal.duration_s.value
    assert (frugal.carbon_g.value, frugal.carbon_g.known) == (None, Known.UNKNOWN)

    asked = (await assistant.campaigns.prepare(FIELD, model="big")).estimate
    assert (asked.requests.value, asked.requests.known) == (20, Known.SAMPLE)
    assert asked.input_tokens.known is Known.PROMPT
    assert asked.input_tokens.value
    assert asked.duration_s.value is asked.energy_wh.value is asked.output_tokens.value is None
    assert await assistant.campaigns.all() == ()
    assert await assistant.suggestion_counts() == {}


async def test_nothing_is_begun_of_what_cannot_be(assistant: Assistant) -> None:
    await assistant.put_datasets([record(0)])
    campaigns = assistant.campaigns
    for error, arguments in (
        (UnknownField, {"field": "title"}),
        (UnknownModel, {"field": FIELD, "model": "none"}),
        (UnknownTerm, {"field": FIELD, "selection": "absent"}),
        (NothingSelected, {"field": FIELD, "selection": "organisation=Personne"}),
    ):
        with pytest.raises(error):
            await campaigns.prepare(**arguments)  # type: ignore[arg-type]
    with pytest.raises(NoCampaign):
        await campaigns.one()
    with pytest.raises(CampaignNotFound):
        await campaigns.standing("none")


async def test_a_campaign_tells_its_pace(
    assistant: Assistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = 1_000.0
    monkeypatch.setattr("eclaireur.assistant.campaigns.time.monotonic", lambda: now)
    await assistant.put_datasets([record(n) for n in range(300)])
    campaign = await begun(assistant)
    assert (await assistant.campaigns.standing()).left_s is None
    await assistant.campaigns.propose(campaign.key, 0)
    now += 10
    standing = await assistant.campaigns.standing()
    assert (standing.a_second, standing.left_s) == (10.0, 20.0)
    now += 100
    assert (await assistant.campaigns.standing()).left_s is None


def test_a_template_is_what_is_left_without_figures() -> None:
    said = template_of("Le PLU de 2019, 1 234 pages (12,5 Mo).\n")
    assert said == template_of("le  plu de 2023, 87 pages (3 Mo).")
    assert said != template_of("Le PLUi de 2019, 1 234 pages (12,5 Mo).")
