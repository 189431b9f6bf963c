"""Sending back from a page: what would be sent is looked at, then sent, one portal at a time."""

import asyncio
from collections import Counter
from collections.abc import Callable, Mapping
from contextlib import AbstractAsyncContextManager, suppress
from dataclasses import dataclass, field
from enum import StrEnum

from pydantic import SecretStr

from eclaireur.assistant.sending import Sender
from eclaireur.core.errors import (
    EclaireurError,
    NothingLookedAt,
    PortalNotDeclared,
    SendingUnderWay,
)
from eclaireur.core.harvest import CatalogueDeclaration, PortalKind
from eclaireur.core.sending import Fate, SendingChoice, Told

MOST = 200
"""Values that are looked at, and then sent, at once: a person reads each."""

OpenSender = Callable[[CatalogueDeclaration, SecretStr | None], AbstractAsyncContextManager[Sender]]

_LEADING_TO_WRITE = frozenset({Fate.READY, Fate.SENT, Fate.CHANGED})


class Errand(StrEnum):
    """What is done at a portal."""

    SEND = "send"
    REVERT = "revert"


@dataclass
class Visit:
    """One errand at one portal: looked at first, written then, or not."""

    portal: str
    errand: Errand
    most: int
    is_written: bool = False
    """Whether it writes, or wrote."""
    is_over: bool = False
    told: list[Told] = field(default_factory=list)
    error: EclaireurError | None = None
    """What ended it before its end."""

    @property
    def counts(self) -> Mapping[Fate, int]:
        """How many values met each fate, in one order."""
        met = Counter(each.fate for each in self.told)
        return {fate: met[fate] for fate in Fate if met[fate]}

    @property
    def to_write(self) -> tuple[str, ...]:
        """The suggestions whose values were looked at, and would be written."""
        if self.is_written or not self.is_over:
            return ()
        return tuple(each.suggestion for each in self.told if each.fate in _LEADING_TO_WRITE)


class SendingDesk:
    """Goes on one visit at a time, in this process.

    A key is kept for the time of a visit, in what writes; going on after a stop asks for it again.

    Args:
        declared: the portals that the operator declared, and which of them are elsewhere.
        open_sender: opens the way out to a portal, with a key or without.
    """

    def __init__(
        self,
        declared: Callable[[], tuple[Mapping[str, CatalogueDeclaration], "Elsewhere"]],
        open_sender: OpenSender,
    ) -> None:
        self._declared = declared
        self._open = open_sender
        self._task: asyncio.Task[None] | None = None
        self.visit: Visit | None = None
        """The last one, which may be under way."""

    @property
    def portals(self) -> tuple[str, ...]:
        """The declared portals that may be written to, by name."""
        declared, _ = self._declared()
        return tuple(name for name, each in declared.items() if each.kind is not PortalKind.DCAT)

    def look(self, portal: str, errand: Errand, most: int) -> None:
        """Begin to look at what would be written. Nothing is, and no key is needed.

        Raises:
            SendingUnderWay: another visit is.
            PortalNotDeclared: there is no such portal.
        """
        declaration, others = self._portal(portal)
        choice = SendingChoice(limit=max(1, min(most, MOST)), other_sources=others)
        self._begin(Visit(portal, errand, choice.limit or MOST), declaration, choice, None)

    def write(self, key: SecretStr) -> None:
        """Begin to write what was looked at, and nothing else.

        Raises:
            SendingUnderWay: another visit is.
            NothingLookedAt: there is nothing that was looked at, or it is written already.
            PortalNotDeclared: the portal is no longer declared.
        """
        looked = self.visit
        if looked is None or not looked.to_write:
            raise SendingUnderWay if self._is_under_way else NothingLookedAt
        declaration, others = self._portal(looked.portal)
        choice = SendingChoice(suggestions=looked.to_write, other_sources=others)
        visit = Visit(looked.portal, looked.errand, looked.most, is_written=True)
        self._begin(visit, declaration, choice, key)

    async def close(self) -> None:
        """Stop what is under way; what was written is recorded."""
        if self._task is not None:
            self._task.cancel()
            with suppress(asyncio.CancelledError):
                await self._task

    @property
    def _is_under_way(self) -> bool:
        return self._task is not None and not self._task.done()

    def _portal(self, name: str) -> tuple[CatalogueDeclaration, tuple[str, ...]]:
        declared, elsewhere = self._declared()
        if name not in self.portals:
            raise PortalNotDeclared(portal=name)
        return declared[name], elsewhere(declared[name])

    def _begin(
        self,
        visit: Visit,
        portal: CatalogueDeclaration,
        choice: SendingChoice,
        key: SecretStr | None,
    ) -> None:
        if self._is_under_way:
            raise SendingUnderWay
        self.visit = visit
        self._task = asyncio.create_task(self._go(visit, portal, choice, key))

    async def _go(
        self,
        visit: Visit,
        portal: CatalogueDeclaration,
        choice: SendingChoice,
        key: SecretStr | None,
    ) -> None:
        try:
            async with self._open(portal, key) as sender:
                work = sender.send if visit.errand is Errand.SEND else sender.revert
                async for told in work(choice, dry=key is None):
                    visit.told.append(told)
        except EclaireurError as error:
            visit.error = error
        finally:
            visit.is_over = True


Elsewhere = Callable[[CatalogueDeclaration], tuple[str, ...]]
"""From a portal to the names of the declared ones that are others."""
