"""What was sent to portals, on every database."""

import pytest
from store_examples import DAY, RIVERS, decide, suggestion

from eclaireur.core.dataset import Dataset
from eclaireur.core.harvest import Run
from eclaireur.core.sending import Sending, SendingChoice, SendingState
from eclaireur.core.suggestion import Event, State, Suggestion
from eclaireur.store import SqlStore

PORTAL = "https://portail.exemple.fr/"
ALL = SendingChoice()


async def retained(
    store: SqlStore, identifier: str, field: str = "short_description"
) -> Suggestion:
    dataset = RIVERS.model_copy(update={"identifier": identifier})
    await store.put_datasets([dataset])
    made = suggestion(dataset, State.PROPOSED, field=field)
    await store.add_suggestions([made])
    await decide(store, made.key, State.ACCEPTED)
    return await store.suggestion(made.key)


def sending(made: Suggestion, state: SendingState = SendingState.UNDERWAY) -> Sending:
    return Sending(
        portal=PORTAL,
        dataset=made.dataset,
        field=made.field,
        suggestion=made.key,
        decision=made.events[-1].sequence,
        former=None,
        sent=made.value or "",
        state=state,
        day=DAY,
    )


async def to_send(
    store: SqlStore, choice: SendingChoice = ALL, after: str | None = None, limit: int = 10
) -> list[str]:
    found = await store.to_send(PORTAL, choice, after, limit)
    return [each.identifier for each in found]


async def test_what_was_retained_and_not_sent_is_found(store: SqlStore) -> None:
    made = {name: await retained(store, name) for name in ("b", "a", "c")}
    await retained(store, "a", "keywords")
    assert await to_send(store) == ["a", "b", "c"]
    assert await to_send(store, limit=2) == ["a", "b"]
    assert await to_send(store, after="a") == ["b", "c"]
    assert await to_send(store, SendingChoice(fields=("keywords",))) == ["a"]
    assert await to_send(store, SendingChoice(suggestions=(made["c"].key,))) == ["c"]
    await store.begin_sendings([sending(made["b"])])
    assert await to_send(store) == ["a", "b", "c"]
    await store.settle_sendings(
        [
            each.model_copy(update={"state": SendingState.SENT})
            for each in await store.sendings(PORTAL, ["b"])
        ]
    )
    assert await to_send(store) == ["a", "c"]
    # Another decision on it is another value to send.
    await decide(store, made["b"].key, State.PROPOSED)
    assert await to_send(store) == ["a", "c"]
    edited = (await store.suggestion(made["b"].key)).following(
        Event(state=State.EDITED, day=DAY, value="Autre chose.")
    )
    await store.append_event(edited.key, edited.events[-1])
    assert await to_send(store) == ["a", "b", "c"]


async def test_the_datasets_of_another_portal_are_left_out(store: SqlStore) -> None:
    await retained(store, "a")
    await retained(store, "b")
    run: Run = await store.begin_run("other")
    [held] = [await store.dataset("a")]
    await store.put_harvested(run, [held], {"a": None}, None)
    assert await to_send(store, SendingChoice(other_sources=("other",))) == ["b"]
    await store.end_run(run, ["b"], DAY)
    assert await to_send(store) == ["a"]


async def test_what_is_recorded_comes_back(store: SqlStore) -> None:
    made = await retained(store, "a")
    words = await retained(store, "a", "keywords")
    listed = sending(words).model_copy(update={"former": ("eau",), "sent": ("eau", "fleuve")})
    begun = await store.begin_sendings([sending(made), listed])
    assert [each.number for each in begun] == [1, 2]
    assert await store.sendings(PORTAL, ["a"]) == begun
    assert await store.sendings("https://autre.exemple.fr/", ["a"]) == ()
    # Begun again after it was cut short, it is the same one.
    again = sending(made).model_copy(update={"former": "Entre-temps."})
    [kept] = await store.begin_sendings([again])
    assert (kept.number, kept.former) == (1, "Entre-temps.")
    assert await store.sendings(PORTAL, ["a"]) == (kept, begun[1])
    await store.forget_sendings([kept])
    assert await store.sendings(PORTAL, ["a"]) == (begun[1],)
    assert await store.sending_counts() == {(PORTAL, SendingState.UNDERWAY): 1}


@pytest.mark.parametrize("state", list(SendingState))
async def test_what_stands_at_a_portal_may_be_reverted(
    store: SqlStore, state: SendingState
) -> None:
    made = await retained(store, "a")
    await store.begin_sendings([sending(made, state)])
    found = await store.to_revert(PORTAL, ALL, None, 10)
    stands = state in {SendingState.SENT, SendingState.ALTERED}
    assert [each.identifier for each in found] == (["a"] if stands else [])
    chosen = SendingChoice(fields=("keywords",))
    assert await store.to_revert(PORTAL, chosen, None, 10) == ()


@pytest.mark.parametrize(
    ("field", "said", "before"),
    [
        ("short_description", {"short_description": "Déjà dit."}, "Déjà dit."),
        ("short_description", {}, ""),
        ("keywords", {}, ("eau",)),
        ("keywords", {"keywords": ()}, ""),
    ],
)
async def test_a_decision_keeps_what_the_field_said(
    store: SqlStore, field: str, said: dict[str, object], before: object
) -> None:
    """Whatever the door that it came by, and whatever is imported afterwards."""
    dataset: Dataset = RIVERS.model_copy(update=said)
    await store.put_datasets([dataset])
    made = suggestion(dataset, State.PROPOSED, field=field)
    await store.add_suggestions([made])
    await decide(store, made.key, State.ACCEPTED)
    await store.put_datasets([dataset.model_copy(update={"short_description": "Autre chose."})])
    events = (await store.suggestion(made.key)).events
    assert events[-1].before == before
    assert all(each.before is None for each in events[:-1])
    await decide(store, made.key, State.PROPOSED)
    await decide(store, made.key, State.REJECTED)
    assert (await store.suggestion(made.key)).events[-1].before is None
