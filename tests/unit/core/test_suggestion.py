"""The life of a suggestion."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from eclaireur.core.dataset import Dataset
from eclaireur.core.errors import (
    AlreadyDecided,
    Conflict,
    NothingToUndo,
    NotOpenToDecision,
    SuggestionStale,
    TransitionRefused,
)
from eclaireur.core.suggestion import (
    DECIDED,
    RETAINED,
    TRANSITIONS,
    Action,
    Decision,
    DecisionReason,
    Event,
    State,
    Suggestion,
)

DAY = date(2026, 3, 14)
DATASET = Dataset(identifier="rivers", title="Rivières", description="Mesures.")

ALLOWED = {
    (State.REQUESTED, State.PROPOSED),
    (State.REQUESTED, State.WITHHELD),
    (State.REQUESTED, State.FAILED),
    (State.PROPOSED, State.ACCEPTED),
    (State.PROPOSED, State.EDITED),
    (State.PROPOSED, State.REJECTED),
    (State.PROPOSED, State.STALE),
    (State.ACCEPTED, State.PROPOSED),
    (State.EDITED, State.PROPOSED),
    (State.REJECTED, State.PROPOSED),
    (State.ACCEPTED, State.STALE),
    (State.EDITED, State.STALE),
    (State.REJECTED, State.STALE),
}
"""The lifecycle as the project promises it, written a second time."""

states = st.sampled_from(State)


def requested(dataset: Dataset = DATASET) -> Suggestion:
    return Suggestion.requested(
        dataset,
        field="short_description",
        number=1,
        task_version="1",
        reads=("title", "description"),
        day=DAY,
    )


def through(*steps: State) -> Suggestion:
    made = requested()
    for state in steps:
        value = {State.PROPOSED: "Proposé.", State.EDITED: "Corrigé."}.get(state)
        if state is State.PROPOSED and made.proposal:
            value = None
        made = made.following(Event(state=state, day=DAY, value=value))
    return made


def reachable() -> list[Suggestion]:
    """A suggestion in each state."""
    proposed = State.PROPOSED
    return [
        through(),
        through(proposed),
        through(State.WITHHELD),
        through(State.FAILED),
        *(through(proposed, state) for state in (*sorted(DECIDED), State.STALE)),
    ]


def test_the_table_is_the_lifecycle_promised() -> None:
    assert {(one, other) for one in State for other in TRANSITIONS[one]} == ALLOWED
    assert {each.state for each in reachable()} == set(State)


@given(st.lists(states, max_size=12))
def test_nothing_leaves_the_table(steps: list[State]) -> None:
    made = requested()
    for state in steps:
        event = Event(state=state, day=DAY)
        if (made.state, state) in ALLOWED:
            former, made = made, made.following(event)
            assert made.state is state
            assert made.events[:-1] == former.events
        else:
            with pytest.raises(TransitionRefused):
                made.following(event)
    assert [event.sequence for event in made.events] == list(range(len(made.events)))
    assert Suggestion.model_validate(made.model_dump()) == made


@given(st.lists(states, max_size=5))
def test_no_suggestion_can_be_built_outside_the_table(steps: list[State]) -> None:
    path = [State.REQUESTED, *steps]
    events = [{"sequence": number, "state": state, "day": DAY} for number, state in enumerate(path)]
    content = requested().model_dump() | {"events": events}
    if set(pairwise(path)) <= ALLOWED:
        assert Suggestion.model_validate(content).state is path[-1]
    else:
        with pytest.raises(ValidationError):
            Suggestion.model_validate(content)


@pytest.mark.parametrize(
    "events",
    [
        [],
        [Event(state=State.PROPOSED, day=DAY)],
        [Event(sequence=1, state=State.REQUESTED, day=DAY)],
        [
            Event(sequence=0, state=State.REQUESTED, day=DAY),
            Event(sequence=2, state=State.PROPOSED, day=DAY),
        ],
    ],
)
def test_a_log_has_no_gap_and_begins_with_the_request(events: list[Event]) -> None:
    with pytest.raises(ValidationError):
        Suggestion.model_validate(requested().model_dump() | {"events": events})


def test_keys_are_random() -> None:
    keys = {requested().key for _ in range(100)}
    assert len(keys) == 100
    assert all(len(key) == 20 for key in keys)


@pytest.mark.parametrize("state", sorted(DECIDED))
def test_a_decision_is_taken_once_and_only_on_an_open_proposal(state: State) -> None:
    refused = {
        State.REQUESTED: NotOpenToDecision,
        State.WITHHELD: NotOpenToDecision,
        State.FAILED: NotOpenToDecision,
        State.STALE: SuggestionStale,
        **dict.fromkeys(DECIDED, AlreadyDecided),
    }
    decision = Event(state=state, day=DAY)
    for each in reachable():
        if each.state is State.PROPOSED:
            assert each.decided(decision).state is state
        else:
            with pytest.raises(refused[each.state]) as caught:
                each.decided(decision)
            assert isinstance(caught.value, Conflict)


@pytest.mark.parametrize("state", sorted(set(State) - DECIDED))
def test_what_is_not_a_decision_is_refused_as_one(state: State) -> None:
    with pytest.raises(TransitionRefused):
        through(State.PROPOSED).decided(Event(state=state, day=DAY))


def test_undo_opens_the_proposal_again_or_finds_it_stale() -> None:
    changed = DATASET.model_copy(update={"title": "Autre"})
    for each in reachable():
        if each.state in DECIDED:
            assert each.undone(DATASET, DAY).state is State.PROPOSED
            assert each.undone(changed, DAY).state is State.STALE
            assert each.undone(DATASET, DAY).events[:-1] == each.events
        else:
            with pytest.raises(NothingToUndo):
                each.undone(DATASET, DAY)


def test_the_value_in_force_is_the_person_s_while_their_edit_stands() -> None:
    proposed, edited, back = (
        through(State.PROPOSED),
        through(State.PROPOSED, State.EDITED),
        through(State.PROPOSED, State.EDITED, State.PROPOSED),
    )
    assert (proposed.value, edited.value, back.value) == ("Proposé.", "Corrigé.", "Proposé.")
    assert edited.proposal == back.proposal == proposed.events[1]
    assert back.decided(Event(state=State.ACCEPTED, day=DAY)).value == "Proposé."
    assert requested().value is None
    assert requested().outcome.state is State.REQUESTED
    assert edited.outcome == proposed.events[1]


@given(
    field=st.sampled_from(["title", "description", "license", "keywords", "identifier"]),
    text=st.text(min_size=1),
)
def test_only_a_field_that_was_read_outdates(field: str, text: str) -> None:
    value = (text,) if field == "keywords" else text
    changed = DATASET.model_copy(update={field: value})
    differs = getattr(changed, field) != getattr(DATASET, field)
    outdated = differs and field in {"title", "description"}
    assert requested().outdated_by(changed) is outdated


def test_each_action_leads_to_a_decision() -> None:
    assert {action.leads_to for action in Action} == DECIDED
    assert {State.ACCEPTED, State.EDITED} == RETAINED
    for action in Action:
        assert State.PROPOSED in TRANSITIONS[action.leads_to]


@given(st.text(st.characters(exclude_categories=())))
def test_what_a_person_types_can_be_written_anywhere(text: str) -> None:
    for value in (text, (text,)):
        kept = Decision(action=Action.EDIT, value=value).value
        held = kept if isinstance(kept, str) else "".join(kept or ())
        held.encode()
        assert len(held) == len(text)


def test_a_rejection_may_say_why() -> None:
    reasons = [Decision(action=Action.REJECT, reason=each).reason for each in DecisionReason]
    assert len(set(reasons)) == len(DecisionReason)
