"""What is sent to a portal: decided values, each once, and what became of them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol

from pydantic import Field, SecretStr

from eclaireur.core.base import Json, Noun
from eclaireur.core.dataset import Dataset
from eclaireur.core.errors import EclaireurError, SendingKeyMissing
from eclaireur.core.provenance import DecidedDataset
from eclaireur.core.suggestion import Value

KEY_VARIABLE = "ECLAIREUR_PORTAL_KEY"
"""The environment variable that may hold a key. Arguments show in the list of processes."""


def sending_key(given: str, portal: str) -> SecretStr:
    """Return the key that somebody gave to write at a portal.

    Raises:
        SendingKeyMissing: it is not one word of ASCII; it is not repeated.
    """
    key = given.strip()
    if not (key.isascii() and key.isprintable() and len(key.split()) == 1):
        raise SendingKeyMissing(portal=portal, variable=KEY_VARIABLE)
    return SecretStr(key)


class SendingState(StrEnum):
    """Where a value that is sent stands."""

    UNDERWAY = "underway"
    """It is about to be written, or was: what the portal says tells."""
    SENT = "sent"
    """The portal was seen to say it."""
    ALTERED = "altered"
    """The portal made something else of it, which is what is kept here."""
    REVERTED = "reverted"
    """The former value was put back."""


class Sending(Noun):
    """A value that was written at a portal, for one decision. It names nobody."""

    portal: str
    dataset: str
    number: int = Field(default=0, ge=0)
    """Its rank among what was sent of its dataset to this portal, given when it is recorded."""
    field: str
    suggestion: str
    decision: int = Field(ge=0)
    """The sequence of the event that decided."""
    former: Value | None
    """What the portal said before."""
    sent: Value
    """What the whole field was to say; what it said instead, where the portal altered it."""
    state: SendingState
    day: date


class Fate(StrEnum):
    """What becomes of a decided value on its way to a portal."""

    READY = "ready"
    """It would be sent, or reverted: nothing was written."""
    SENT = "sent"
    ALREADY = "already"
    """The portal says it already, whoever wrote it there."""
    CHANGED = "changed"
    """The portal says something else than when it was decided: it comes back for review."""
    ALTERED = "altered"
    """It was written, and the portal made something else of it."""
    IGNORED = "ignored"
    """The portal took the request and did not change the field."""
    REFUSED = "refused"
    """The portal refuses it."""
    FAILED = "failed"
    """It could not be written; whether it was after all, the next sending will see."""
    ABSENT = "absent"
    """The portal has no such dataset, or no longer."""
    UNPLACED = "unplaced"
    """The portal has no place for this field."""
    REVERTED = "reverted"
    NOT_OURS = "not-ours"
    """The portal no longer says what was sent: it is not reverted."""


@dataclass(frozen=True)
class Told:
    """What became of one value."""

    dataset: str
    title: str
    field: str
    suggestion: str
    former: Value | None
    """What the portal says."""
    value: Value | None
    """What it is to say."""
    fate: Fate
    error: EclaireurError | None = None
    """What to tell a person of it, where it is not as it should be."""


@dataclass(frozen=True)
class SendingChoice:
    """Which values to send, or to revert."""

    fields: tuple[str, ...] = ()
    """Of these fields alone; none is all of them."""
    suggestions: tuple[str, ...] = ()
    """Those of these suggestions alone; none is all of them."""
    limit: int | None = None
    """How many to write at most."""
    other_sources: tuple[str, ...] = ()
    """The sources whose datasets are another portal's."""

    def takes(self, field: str, suggestion: str) -> bool:
        """Whether a value is chosen."""
        return (not self.fields or field in self.fields) and (
            not self.suggestions or suggestion in self.suggestions
        )


@dataclass(frozen=True)
class Held:
    """A dataset as its portal tells it now."""

    dataset: Dataset
    record: Mapping[str, Json]
    """All that the portal tells of it, for what must be sent back with a change. Never stored."""


class Recipient(Protocol):
    """A portal that decided values are sent to."""

    @property
    def name(self) -> str:
        """What tells it from the others, whatever it is called here: its address."""
        ...

    @property
    def fields(self) -> frozenset[str]:
        """The fields that it has a place for."""
        ...

    async def read(self, identifier: str) -> Held | None:
        """Return a dataset as it is now; None where there is none, or it is withdrawn.

        Raises:
            EclaireurError: it cannot be read.
        """
        ...

    async def write(self, held: Held, wanted: DecidedDataset, fields: Iterable[str]) -> None:
        """Change fields of a dataset, and what tells where its values come from.

        Args:
            held: the dataset, as it was just read.
            wanted: what it is to say, and the provenance of what is new in it.
            fields: those to change.

        Raises:
            SendingKeyRefused, SendingForbidden, SendingRejected: nothing was written.
            SendingBusy: nothing was written, and it is too long to wait.
            Unavailable: it is not known whether it was.
        """
        ...


def same(one: Value | None, other: Value | None) -> bool:
    r"""Whether two values say the same: ends of lines, outer spaces and order do not count.

    >>> same("Deux lignes.\r\nFin. ", "Deux lignes.\nFin."), same(("b", "a"), ("a", "b"))
    (True, True)
    >>> same(None, ""), same((), None), same("a", "b")
    (True, True, False)
    """
    return _plain(one) == _plain(other)


def _plain(value: Value | None) -> str | frozenset[str]:
    if not value:
        return ""
    if isinstance(value, tuple):
        return frozenset(value)
    return "\n".join(value.splitlines()).strip()


def without_what_was_sent(dataset: Dataset, sendings: Iterable[Sending]) -> Dataset:
    """Return what a portal would say, had nothing been sent to it: our own is no change.

    Args:
        dataset: what it says.
        sendings: what was sent of it, in order.
    """
    said = {each.field: getattr(dataset, each.field) for each in sendings}
    for each in sorted(sendings, key=lambda sending: -sending.number):
        if each.state is not SendingState.REVERTED and same(said[each.field], each.sent):
            said[each.field] = each.former
    return dataset.model_copy(update=said)
