"""Sending decided values back to a portal, and taking them back."""

from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto
from typing import Protocol, TypeAlias

from eclaireur.core.dataset import Dataset
from eclaireur.core.errors import (
    AlteredByPortal,
    ChangedAtPortal,
    DecidedMeanwhile,
    EclaireurError,
    EgressRefused,
    IgnoredByPortal,
    NoLongerOurs,
    NotAtPortal,
    PortalBusy,
    SendingForbidden,
    SendingKeyRefused,
    SendingRejected,
    SendingStopped,
)
from eclaireur.core.ports import Store
from eclaireur.core.provenance import DecidedDataset, Provenance, changes, in_force
from eclaireur.core.sending import (
    Fate,
    Held,
    Recipient,
    Sending,
    SendingChoice,
    SendingState,
    Told,
    same,
    without_what_was_sent,
)
from eclaireur.core.suggestion import Reason, Suggestion, Value, of_field

PAGE = 100
"""Datasets taken from the store at once."""

ATTEMPTS = 3
"""Writings of one dataset, as long as their answers are lost and the portal is seen without it."""

MOST_IN_A_ROW = 10
"""Datasets in a row for which nothing could be written, after which a portal is left alone."""

_WRITTEN = frozenset({Fate.READY, Fate.SENT, Fate.ALTERED, Fate.REVERTED})
_IN_VAIN = frozenset({Fate.FAILED, Fate.REFUSED, Fate.IGNORED})

_REFUSING = (SendingForbidden, SendingRejected)
"""Answers that concern one dataset, and say that nothing was written."""

_ENDING = (EgressRefused, PortalBusy, SendingKeyRefused)
"""What concerns every dataset."""

_Book: TypeAlias = Callable[[str, SendingChoice, str | None, int], Awaitable[tuple[Dataset, ...]]]


class _Handle(Protocol):
    """What is done for one dataset, of which at most so many values may still be written."""

    async def __call__(
        self, dataset: Dataset, choice: SendingChoice, most: int | None, /, *, dry: bool
    ) -> list[Told]: ...


class Sender:
    """Sends to one portal, a dataset at a time, and tells what becomes of each value.

    The portal is read before each writing, and after it: what counts as sent is what it was seen
    to say. What is about to be written is recorded first, so that a sending that was killed finds
    at its next run whether its last request took. Nothing here knows a key.

    Every method raises, once the portal is to be left alone:
        SendingKeyRefused: the key is not good.
        PortalBusy: it asks to be left alone longer than one waits.
        SendingStopped: nothing could be written for too many datasets in a row.
        EgressRefused: it answers with a redirect.
    """

    def __init__(self, store: Store, recipient: Recipient, today: Callable[[], date]) -> None:
        self._store = store
        self._recipient = recipient
        self._today = today

    @property
    def portal(self) -> str:
        """Where it sends."""
        return self._recipient.name

    async def send(self, choice: SendingChoice, *, dry: bool = False) -> AsyncIterator[Told]:
        """Send the values that people retained, each once, where nothing changed meanwhile.

        A value whose field or whose source says at the portal something else than when it was
        decided is not sent: the portal's record is put into the catalogue, and the decision is
        taken back, so that the proposal is reviewed again, or made again.

        Args:
            choice: which values.
            dry: tell what would be done; nothing is written, there nor here.
        """
        sent = self._one_by_one(self._store.to_send, self._send_one, choice, dry=dry)
        async for told in sent:
            yield told

    async def revert(self, choice: SendingChoice, *, dry: bool = False) -> AsyncIterator[Told]:
        """Put back what fields said before something was sent, where they still say what was sent.

        Decisions stay: what is reverted is not sent again for the same one. Takes what `send` does.
        """
        async for told in self._one_by_one(
            self._store.to_revert, self._revert_one, choice, dry=dry
        ):
            yield told

    async def _one_by_one(
        self, book: _Book, handle: _Handle, choice: SendingChoice, *, dry: bool
    ) -> AsyncIterator[Told]:
        count = _Count(choice.limit, self.portal)
        after: str | None = None
        while page := await book(self.portal, choice, after, PAGE):
            for dataset in page:
                if count.is_reached:
                    return
                told = await handle(dataset, choice, count.left, dry=dry)
                for each in told:
                    yield each
                count.add(told)
                after = dataset.identifier

    async def _send_one(
        self, dataset: Dataset, choice: SendingChoice, most: int | None, *, dry: bool
    ) -> list[Told]:
        # Read again: somebody may have decided otherwise since the page was read.
        made = await self._store.suggestions_of([dataset.identifier])
        sendings = await self._store.sendings(self.portal, [dataset.identifier])
        settled = {
            (each.suggestion, each.decision)
            for each in sendings
            if each.state is not SendingState.UNDERWAY
        }
        pending = [
            each
            for each in in_force(made)
            if choice.takes(each.field, each.key) and (each.key, _decision(each)) not in settled
        ]
        if not pending:
            return []
        held = await self._held(dataset)
        if isinstance(held, Held):
            visit = _Visit(self._store, self._recipient, self._today(), dataset, held)
            return await visit.send(pending, sendings, most, dry=dry)
        fate = Fate.ABSENT if isinstance(held, NotAtPortal) else Fate.FAILED
        return [_told(dataset, each, None, each.value, fate, held) for each in pending]

    async def _revert_one(
        self, dataset: Dataset, choice: SendingChoice, most: int | None, *, dry: bool
    ) -> list[Told]:
        sendings = await self._store.sendings(self.portal, [dataset.identifier])
        chosen = [
            each
            for each in reversed(sendings)
            if each.state in {SendingState.SENT, SendingState.ALTERED}
            and choice.takes(each.field, each.suggestion)
        ][:most]
        held = await self._held(dataset)
        if isinstance(held, Held):
            visit = _Visit(self._store, self._recipient, self._today(), dataset, held)
            return [await visit.revert(each, dry=dry) for each in chosen]
        fate = Fate.ABSENT if isinstance(held, NotAtPortal) else Fate.FAILED
        return [_told_of(dataset, each, None, each.former, fate, held) for each in chosen]

    async def _held(self, dataset: Dataset) -> Held | EclaireurError:
        """The dataset as its portal tells it, or why that is not known."""
        try:
            held = await self._recipient.read(dataset.portal_identifier)
        except _ENDING:
            raise
        except EclaireurError as error:
            return error
        return held or NotAtPortal(identifier=dataset.identifier)


class _Count:
    """How far a sending has come, and whether it is to stop."""

    def __init__(self, limit: int | None, portal: str) -> None:
        self._limit = limit
        self._portal = portal
        self._written = 0
        self._in_vain = 0

    @property
    def left(self) -> int | None:
        """How many values may still be written."""
        return None if self._limit is None else self._limit - self._written

    @property
    def is_reached(self) -> bool:
        return self.left is not None and self.left <= 0

    def add(self, told: Iterable[Told]) -> None:
        """Raises SendingStopped."""
        fates = [each.fate for each in told]
        written = sum(fate in _WRITTEN for fate in fates)
        self._written += written
        if written:
            self._in_vain = 0
        elif _IN_VAIN & set(fates):
            self._in_vain += 1
        if self._in_vain == MOST_IN_A_ROW:
            raise SendingStopped(origin=self._portal, number=MOST_IN_A_ROW)


class _Seen(Enum):
    """What a portal says of a field after a writing."""

    NEW = auto()
    FORMER = auto()
    OTHER = auto()
    GONE = auto()
    UNKNOWN = auto()


@dataclass(frozen=True)
class _Step:
    """One value to write."""

    sending: Sending
    former: Value | None
    value: Value | None
    provenance: Provenance | None = None


class _Visit:
    """One dataset at its portal."""

    def __init__(
        self, store: Store, recipient: Recipient, today: date, dataset: Dataset, held: Held
    ) -> None:
        self._store = store
        self._recipient = recipient
        self._today = today
        self._dataset = dataset
        self._held = held

    async def send(
        self,
        pending: Sequence[Suggestion],
        sendings: Sequence[Sending],
        most: int | None,
        *,
        dry: bool,
    ) -> list[Told]:
        """Send what may be, and tell of each value."""
        unchanged = without_what_was_sent(self._current, sendings)
        underway = {
            (each.suggestion, each.decision): each
            for each in sendings
            if each.state is SendingState.UNDERWAY
        }
        told: list[Told] = []
        standing: dict[str, Suggestion] = {}
        for each in pending:
            if each.field not in self._recipient.fields:
                told.append(_told(self._dataset, each, None, each.value, Fate.UNPLACED))
            elif self._stands(each, unchanged):
                standing[each.key] = each
            else:
                begun = underway.get((each.key, _decision(each)))
                told.append(await self._come_back(each, begun, dry=dry))
        steps: list[_Step] = []
        for change in changes(self._current, standing.values()):
            made = standing[change.provenance.suggestion]
            begun = underway.get((made.key, _decision(made)))
            if not same(change.former, change.value):
                sending = self._sending(made, change.former, change.value)
                steps.append(_Step(sending, change.former, change.value, change.provenance))
            elif begun is None:
                told.append(_told(self._dataset, made, change.former, change.value, Fate.ALREADY))
            else:
                # A sending that was cut short wrote it.
                if not dry:
                    await self._settle(begun, SendingState.SENT)
                told.append(_told_of(self._dataset, begun, begun.former, begun.sent, Fate.SENT))
        steps = steps[:most]
        if dry:
            return [*told, *(self._tell(each, Fate.READY) for each in steps)]
        if not steps:
            return told
        begun_all = await self._store.begin_sendings([each.sending for each in steps])
        numbered = [
            _Step(sending, each.former, each.value, each.provenance)
            for each, sending in zip(steps, begun_all, strict=True)
        ]
        return [*told, *(await self._send(numbered, standing))]

    async def _send(self, steps: Sequence[_Step], standing: dict[str, Suggestion]) -> list[Told]:
        try:
            problem, seen = await self._write(steps)
        except (PortalBusy, SendingKeyRefused):
            await self._store.forget_sendings([each.sending for each in steps])
            raise
        if isinstance(problem, SendingRejected) and len(steps) > 1:
            still = [each for each in steps if seen[each.sending.field] is _Seen.FORMER]
            if len(still) == len(steps):
                # One of them may be at fault: each is tried alone.
                return [told for each in steps for told in await self._send([each], standing)]
        return [
            await self._sent(each, seen[each.sending.field], problem, standing) for each in steps
        ]

    async def _sent(
        self,
        step: _Step,
        seen: _Seen,
        problem: EclaireurError | None,
        standing: dict[str, Suggestion],
    ) -> Told:
        """Record what became of a value, and tell it."""
        sending, identifier = step.sending, self._dataset.identifier
        refused = problem if isinstance(problem, _REFUSING) else None
        match seen:
            case _Seen.NEW:
                await self._settle(sending, SendingState.SENT)
                return self._tell(step, Fate.SENT)
            case _Seen.OTHER if problem is None:
                now = getattr(self._current, sending.field) or ""
                altered = sending.model_copy(update={"sent": now})
                await self._settle(altered, SendingState.ALTERED)
                return self._tell(
                    step, Fate.ALTERED, AlteredByPortal(identifier=identifier, field=sending.field)
                )
            case _Seen.OTHER:
                return await self._come_back(standing[sending.suggestion], sending, dry=False)
            case _Seen.GONE:
                await self._store.forget_sendings([sending])
                return self._tell(step, Fate.ABSENT, NotAtPortal(identifier=identifier))
            case _Seen.FORMER if refused is not None:
                await self._store.forget_sendings([sending])
                return self._tell(step, Fate.REFUSED, refused)
            case _Seen.FORMER if problem is None:
                await self._store.forget_sendings([sending])
                return self._tell(
                    step, Fate.IGNORED, IgnoredByPortal(identifier=identifier, field=sending.field)
                )
            case _:
                # It stays recorded as underway: the request may still be on its way.
                return self._tell(step, Fate.FAILED, problem)

    async def revert(self, sending: Sending, *, dry: bool) -> Told:
        """Put back what a field said, if it says what was sent, and tell it."""
        field, identifier = sending.field, self._dataset.identifier
        now = getattr(self._current, field, None)
        step = _Step(sending, now, sending.former)
        if same(now, sending.former):
            if not dry:
                await self._settle(sending, SendingState.REVERTED)
            return self._tell(step, Fate.ALREADY)
        if not same(now, sending.sent):
            return self._tell(step, Fate.NOT_OURS, NoLongerOurs(identifier=identifier, field=field))
        if dry:
            # What was sent before it is found where this one would leave the field.
            self._held = Held(self._with([step]).dataset, self._held.record)
            return self._tell(step, Fate.READY)
        problem, seen = await self._write([step])
        match seen[field]:
            case _Seen.NEW:
                await self._settle(sending, SendingState.REVERTED)
                return self._tell(step, Fate.REVERTED)
            case _Seen.OTHER:
                return self._tell(
                    step, Fate.NOT_OURS, NoLongerOurs(identifier=identifier, field=field)
                )
            case _Seen.GONE:
                return self._tell(step, Fate.ABSENT, NotAtPortal(identifier=identifier))
            case _Seen.FORMER if problem is None:
                return self._tell(
                    step, Fate.IGNORED, IgnoredByPortal(identifier=identifier, field=field)
                )
            case _Seen.FORMER if isinstance(problem, _REFUSING):
                return self._tell(step, Fate.REFUSED, problem)
            case _:
                return self._tell(step, Fate.FAILED, problem)

    @property
    def _current(self) -> Dataset:
        """What the portal says of the dataset, under the identifiers that it has here."""
        return self._held.dataset.model_copy(
            update={
                "identifier": self._dataset.identifier,
                "other_identifier": self._dataset.other_identifier,
            }
        )

    def _stands(self, made: Suggestion, unchanged: Dataset) -> bool:
        """Whether a decision was made on what the portal says; that it says the same will do."""
        now = getattr(self._current, made.field)
        if isinstance(made.value, tuple):
            is_there = set(made.value) <= set(now)
        else:
            is_there = same(now, made.value)
        if is_there:
            return True
        return same(getattr(unchanged, made.field), made.events[-1].before) and not (
            made.outdated_by(self._current) and made.outdated_by(unchanged)
        )

    async def _come_back(self, made: Suggestion, begun: Sending | None, *, dry: bool) -> Told:
        """Give a decision back for review: the catalogue takes in what the portal says."""
        if not dry:
            if begun is not None:
                await self._store.forget_sendings([begun])
            await self._store.put_datasets([self._current])
            others = await self._store.suggestions_of([made.dataset])
            undone = made.undone(
                self._current,
                self._today,
                replaced=any(
                    each.proposal and each.number > made.number
                    for each in of_field(others, made.field)
                ),
                reason=Reason(code="changed-at-portal"),
            )
            # Unless somebody took it back meanwhile: it is open already.
            with suppress(DecidedMeanwhile):
                await self._store.append_event(made.key, undone.events[-1])
        now = getattr(self._current, made.field)
        error = ChangedAtPortal(identifier=self._dataset.identifier, field=made.field)
        return _told(self._dataset, made, now, made.value, Fate.CHANGED, error)

    async def _write(
        self, steps: Sequence[_Step]
    ) -> tuple[EclaireurError | None, dict[str, _Seen]]:
        """Write values together, until it is known what became of them.

        Returns:
            What the last writing raised, if anything, and what the portal then says of each field.

        Raises:
            PortalBusy, SendingKeyRefused: nothing was written.
            EgressRefused: it answers with a redirect.
        """
        formers: dict[str, Value | None] = {}
        values: dict[str, Value | None] = {}
        for each in steps:
            formers.setdefault(each.sending.field, each.former)
            values[each.sending.field] = each.value
        problem: EclaireurError | None = None
        seen: dict[str, _Seen] = {}
        for _ in range(ATTEMPTS):
            problem = None
            try:
                await self._recipient.write(self._held, self._with(steps), values)
            except _ENDING:
                raise
            except EclaireurError as error:
                problem = error
            try:
                held = await self._recipient.read(self._dataset.portal_identifier)
            except EclaireurError as error:
                return problem or error, dict.fromkeys(values, _Seen.UNKNOWN)
            if held is None:
                return problem, dict.fromkeys(values, _Seen.GONE)
            self._held = held
            seen = {
                field: _seen(getattr(held.dataset, field), formers[field], value)
                for field, value in values.items()
            }
            is_lost = problem is not None and not isinstance(problem, _REFUSING)
            if not is_lost or set(seen.values()) != {_Seen.FORMER}:
                break
        return problem, seen

    def _with(self, steps: Iterable[_Step]) -> DecidedDataset:
        """The dataset as the portal tells it, with values in their places."""
        steps = tuple(steps)
        said = {each.sending.field: _typed(self._held.dataset, each) for each in steps}
        return DecidedDataset(
            dataset=self._held.dataset.model_copy(update=said),
            provenance=tuple(each.provenance for each in steps if each.provenance is not None),
        )

    def _sending(self, made: Suggestion, former: Value | None, value: Value) -> Sending:
        return Sending(
            portal=self._recipient.name,
            dataset=self._dataset.identifier,
            field=made.field,
            suggestion=made.key,
            decision=_decision(made),
            former=former,
            sent=value,
            state=SendingState.UNDERWAY,
            day=self._today,
        )

    async def _settle(self, sending: Sending, state: SendingState) -> None:
        settled = sending.model_copy(update={"state": state, "day": self._today})
        await self._store.settle_sendings([settled])

    def _tell(self, step: _Step, fate: Fate, error: EclaireurError | None = None) -> Told:
        return _told_of(self._dataset, step.sending, step.former, step.value, fate, error)


def _seen(now: Value | None, former: Value | None, value: Value | None) -> _Seen:
    if same(now, value):
        return _Seen.NEW
    return _Seen.FORMER if same(now, former) else _Seen.OTHER


def _typed(dataset: Dataset, step: _Step) -> Value | None:
    """The value of a step; an empty list where a field that holds a list is to hold nothing."""
    if not step.value and isinstance(getattr(dataset, step.sending.field), tuple):
        return ()
    return step.value


def _decision(made: Suggestion) -> int:
    """The sequence of the event that decided."""
    return made.events[-1].sequence


def _told(
    dataset: Dataset,
    made: Suggestion,
    former: Value | None,
    value: Value | None,
    fate: Fate,
    error: EclaireurError | None = None,
) -> Told:
    return Told(dataset.identifier, dataset.title, made.field, made.key, former, value, fate, error)


def _told_of(
    dataset: Dataset,
    sending: Sending,
    former: Value | None,
    value: Value | None,
    fate: Fate,
    error: EclaireurError | None = None,
) -> Told:
    key = sending.suggestion
    return Told(dataset.identifier, dataset.title, sending.field, key, former, value, fate, error)
