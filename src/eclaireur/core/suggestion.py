"""A suggestion and its life: one transition table, an append-only log, a derived state."""

import secrets
from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Self, TypeAlias

from pydantic import Field, field_validator, model_validator

from eclaireur.core.access import Grant
from eclaireur.core.base import Noun, holdable
from eclaireur.core.dataset import Dataset
from eclaireur.core.errors import (
    AlreadyDecided,
    NothingToUndo,
    NotOpenToDecision,
    SuggestionStale,
    TransitionRefused,
)
from eclaireur.core.evidence import Evidence
from eclaireur.core.usage import Usage

Value: TypeAlias = str | tuple[str, ...]
"""What a task proposes for a field: a text, or a list of keywords or of themes."""


class State(StrEnum):
    """Where a suggestion is in its life."""

    REQUESTED = "requested"
    PROPOSED = "proposed"
    WITHHELD = "withheld"
    FAILED = "failed"
    ACCEPTED = "accepted"
    EDITED = "edited"
    REJECTED = "rejected"
    STALE = "stale"


DECIDED = frozenset({State.ACCEPTED, State.EDITED, State.REJECTED})
"""The states that a person's decision leads to."""

RETAINED = frozenset({State.ACCEPTED, State.EDITED})
"""The decisions that put a value into an export."""

TRANSITIONS: Mapping[State, frozenset[State]] = MappingProxyType(
    {
        State.REQUESTED: frozenset({State.PROPOSED, State.WITHHELD, State.FAILED}),
        State.PROPOSED: DECIDED | {State.STALE},
        State.ACCEPTED: frozenset({State.PROPOSED, State.STALE}),
        State.EDITED: frozenset({State.PROPOSED, State.STALE}),
        State.REJECTED: frozenset({State.PROPOSED, State.STALE}),
        State.WITHHELD: frozenset(),
        State.FAILED: frozenset(),
        State.STALE: frozenset(),
    }
)
"""The whole lifecycle. From a decided state, both ways out are an undo."""


class DecisionReason(StrEnum):
    """Why a person edits or rejects a proposal, when they care to say."""

    INACCURATE = "inaccurate"
    INCOMPLETE = "incomplete"
    TOO_LONG = "too_long"
    OFF_TOPIC = "off_topic"
    ALREADY_SAID = "already_said"
    OTHER = "other"


class Action(StrEnum):
    """What a person may do with a proposal."""

    ACCEPT = "accept"
    EDIT = "edit"
    REJECT = "reject"

    @property
    def leads_to(self) -> State:
        return {"accept": State.ACCEPTED, "edit": State.EDITED, "reject": State.REJECTED}[self]


class Decision(Noun):
    """What a person decided. It names nobody."""

    action: Action
    value: Value | None = None
    """The person's own value; an edit has one, and nothing else does."""
    reason: DecisionReason | None = None
    """Why it is edited or rejected, when the person says: it is counted, and kept nowhere else."""

    @field_validator("value")
    @classmethod
    def _can_be_held(cls, value: Value | None) -> Value | None:
        if isinstance(value, tuple):
            return tuple(holdable(each) for each in value)
        return value if value is None else holdable(value)


class Reason(Noun):
    """Why something is withheld or failed: a code of the message catalogue.

    The sentence a person reads is the message `reason-<code>` with these parameters.
    """

    code: str
    params: Mapping[str, str | int | float] = Field(default_factory=dict)


class Event(Noun):
    """One step of a suggestion's life. Its time is a day, so that nobody can be timed."""

    sequence: int = Field(default=0, ge=0)
    """Its place in the suggestion's life, given when it joins one."""
    state: State
    day: date
    value: Value | None = None
    evidence: tuple[Evidence, ...] = ()
    reason: Reason | None = None
    caution: Reason | None = None
    """What to know of a proposal before it is trusted."""
    method: str | None = None
    model: str | None = None
    """The declared name of the language model that was asked, if any."""
    trial: str | None = None
    """The trial that chose this method for the record, if one did."""
    before: Value | None = None
    """What the field said when its value was retained; an empty text where it said nothing."""
    usage: Usage | None = None
    capacity: Grant | None = None
    """What let a person decide, or undo, where people sign in: a role and an organisation.

    It is for the operator's own store: nothing that is published, exported or counted tells it.
    """


class Suggestion(Noun):
    """What was asked for one field of one dataset, and everything that happened to it."""

    key: str
    dataset: str
    """The dataset's identifier."""
    field: str
    number: int = Field(ge=1)
    """Its rank among the suggestions ever made for this field of this dataset."""
    task_version: str
    reads: tuple[str, ...]
    """The fields of the dataset that it was computed from."""
    source: str
    """The dataset's fingerprint over `reads`."""
    events: tuple[Event, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _events_follow_the_table(self) -> Self:
        if self.events[0].state is not State.REQUESTED:
            raise ValueError("a suggestion begins as requested")
        for index, event in enumerate(self.events):
            if event.sequence != index:
                raise ValueError(f"event {index} bears the sequence {event.sequence}")
            if index and event.state not in TRANSITIONS[self.events[index - 1].state]:
                raise ValueError(f"{self.events[index - 1].state} does not lead to {event.state}")
        return self

    @classmethod
    def requested(
        cls,
        dataset: Dataset,
        *,
        field: str,
        number: int,
        task_version: str,
        reads: tuple[str, ...],
        day: date,
    ) -> Self:
        """Open a suggestion under a random key."""
        return cls(
            key=secrets.token_hex(10),
            dataset=dataset.identifier,
            field=field,
            number=number,
            task_version=task_version,
            reads=reads,
            source=dataset.fingerprint(reads),
            events=(Event(state=State.REQUESTED, day=day),),
        )

    @property
    def state(self) -> State:
        return self.events[-1].state

    @property
    def proposal(self) -> Event | None:
        """The event that carried the proposal, whatever became of it."""
        return next((event for event in self.events if event.state is State.PROPOSED), None)

    @property
    def value(self) -> Value | None:
        """The value in force: the person's when they edited it, else the one proposed."""
        if self.state is State.EDITED:
            return self.events[-1].value
        return self.proposal.value if self.proposal else None

    @property
    def reason(self) -> Reason | None:
        return self.events[-1].reason

    @property
    def outcome(self) -> Event:
        """The event in which the computation ended; the request itself while it has not."""
        return self.events[min(1, len(self.events) - 1)]

    def outdated_by(self, dataset: Dataset) -> bool:
        """Whether a field that it was computed from has changed since."""
        return dataset.fingerprint(self.reads) != self.source

    def gives_way_to(self, newer: "Suggestion") -> bool:
        """Whether its open proposal is closed by a newer suggestion for its field.

        It is by another proposal, and by any answer about another source or version. An attempt
        that gave nothing leaves it standing.
        """
        return newer.proposal is not None or not newer.repeats(self)

    def repeats(self, other: "Suggestion") -> bool:
        """Whether it answers the same question: the same source, the same version of the task."""
        return (self.source, self.task_version) == (other.source, other.task_version)

    def following(self, event: Event) -> Self:
        """Itself, one event later.

        Raises:
            TransitionRefused: the table does not allow it.
        """
        if event.state not in TRANSITIONS[self.state]:
            raise TransitionRefused(suggestion=self.key, state=self.state, target=event.state)
        event = event.model_copy(update={"sequence": len(self.events)})
        return self.model_copy(update={"events": (*self.events, event)})

    def decided(self, event: Event) -> Self:
        """Itself, with a person's decision.

        Raises:
            SuggestionStale: the source changed since it was proposed.
            AlreadyDecided: somebody decided already; undo comes first.
            NotOpenToDecision: there is no proposal to decide on.
        """
        if event.state not in DECIDED:
            raise TransitionRefused(suggestion=self.key, state=self.state, target=event.state)
        if self.state is State.STALE:
            raise SuggestionStale(suggestion=self.key)
        if self.state in DECIDED:
            raise AlreadyDecided(suggestion=self.key, state=self.state)
        if self.state is not State.PROPOSED:
            raise NotOpenToDecision(suggestion=self.key, state=self.state)
        return self.following(event)

    def undone(
        self,
        dataset: Dataset,
        day: date,
        *,
        replaced: bool = False,
        capacity: Grant | None = None,
        reason: Reason | None = None,
    ) -> Self:
        """Itself, open again, or stale when the source changed or another proposal replaced it.

        Args:
            dataset: what it says now.
            day: today.
            replaced: whether there is a newer proposal.
            capacity: what lets a person take it back, where people sign in.
            reason: why, where no person takes the decision back.

        Raises:
            NothingToUndo: no decision is in force.
        """
        if self.state not in DECIDED:
            raise NothingToUndo(suggestion=self.key, state=self.state)
        state = State.STALE if replaced or self.outdated_by(dataset) else State.PROPOSED
        return self.following(Event(state=state, day=day, reason=reason, capacity=capacity))


def of_field(suggestions: Iterable["Suggestion"], field: str) -> tuple["Suggestion", ...]:
    """The suggestions for a field, in the order given."""
    return tuple(each for each in suggestions if each.field == field)


def standing(suggestions: Iterable[Suggestion]) -> Suggestion | None:
    """The suggestion that counts, of those made for one field, which come by number.

    It is the last one, unless that was an attempt at another proposal which gave nothing: what
    was proposed before from the same source then stands.
    """
    made = tuple(suggestions)
    last = made[-1] if made else None
    if last is None or last.proposal is not None:
        return last
    before = (each for each in reversed(made) if each.proposal and each.state is not State.STALE)
    return next((each for each in before if last.repeats(each)), last)
