"""What decisions put into a dataset."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from eclaireur.core.dataset import Dataset
from eclaireur.core.provenance import Provenance, with_decisions
from eclaireur.core.suggestion import DECIDED, RETAINED, Event, State, Suggestion, Value

PROPOSED_ON, DECIDED_ON = date(2026, 3, 14), date(2026, 3, 15)
DATASET = Dataset(
    identifier="x", title="Titre", short_description="Avant.", keywords=("eau", "eau")
)


def suggestion(
    state: State, value: Value, *, number: int = 1, edited: Value | None = None
) -> Suggestion:
    """A suggestion for the field that takes such a value, decided in that way."""
    field = "short_description" if isinstance(value, str) else "keywords"
    made = Suggestion.requested(
        DATASET, field=field, number=number, task_version="7", reads=("title",), day=PROPOSED_ON
    ).following(Event(state=State.PROPOSED, day=PROPOSED_ON, value=value, method="m"))
    if state is State.PROPOSED:
        return made
    return made.following(Event(state=state, day=DECIDED_ON, value=edited))


def test_a_retained_text_takes_the_place_of_the_field() -> None:
    accepted = suggestion(State.ACCEPTED, "Proposé.")
    decided = with_decisions(DATASET, [accepted])
    assert decided.dataset == DATASET.model_copy(update={"short_description": "Proposé."})
    assert decided.provenance == (
        Provenance(
            field="short_description",
            value="Proposé.",
            suggestion=accepted.key,
            task_version="7",
            method="m",
            decision=State.ACCEPTED,
            proposed_on=PROPOSED_ON,
            decided_on=DECIDED_ON,
        ),
    )


def test_an_edit_puts_the_person_s_value() -> None:
    decided = with_decisions(DATASET, [suggestion(State.EDITED, "Proposé.", edited="Corrigé.")])
    assert decided.dataset.short_description == "Corrigé."
    assert [each.value for each in decided.provenance] == ["Corrigé."]


def test_of_two_retained_texts_the_last_counts_and_is_alone_in_the_record() -> None:
    first, second = (
        suggestion(State.ACCEPTED, "Premier."),
        suggestion(State.ACCEPTED, "Second.", number=2),
    )
    decided = with_decisions(DATASET, [second, first])
    assert decided.dataset.short_description == "Second."
    assert [each.suggestion for each in decided.provenance] == [second.key]


def test_retained_keywords_join_those_already_there_once() -> None:
    decided = with_decisions(
        DATASET,
        [
            suggestion(State.ACCEPTED, ("crue", "eau", "crue")),
            suggestion(State.EDITED, ("x",), number=2, edited=("crue", "lac")),
        ],
    )
    assert decided.dataset.keywords == ("eau", "eau", "crue", "lac")
    assert [each.value for each in decided.provenance] == [("crue", "eau", "crue"), ("crue", "lac")]


@given(st.sets(st.sampled_from(sorted(DECIDED | {State.PROPOSED, State.STALE}))))
def test_what_nobody_retained_leaves_no_trace(states: set[State]) -> None:
    made = [
        suggestion(state, "Valeur.", number=number, edited="Valeur." if state in RETAINED else None)
        for number, state in enumerate(sorted(states), 1)
    ]
    decided = with_decisions(DATASET, made)
    retained = states & RETAINED
    assert decided.dataset.short_description == ("Valeur." if retained else "Avant.")
    assert len(decided.provenance) == bool(retained)
    assert {each.decision for each in decided.provenance} <= RETAINED
    unmoved = {"short_description": DATASET.short_description}
    assert decided.dataset.model_copy(update=unmoved) == DATASET
