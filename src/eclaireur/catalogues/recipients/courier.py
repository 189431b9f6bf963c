"""Who writes at a portal, with the key of the person who sends."""

import json
import logging
from collections.abc import Callable, Mapping
from http import HTTPStatus

from pydantic import SecretStr

from eclaireur.catalogues.portals.visitor import IDENTITY, MAX_PAGE, Manners, Visitor
from eclaireur.core.base import Json
from eclaireur.core.errors import (
    ArchivedDataset,
    PortalBusy,
    PortalLacks,
    SendingBusy,
    SendingFailed,
    SendingForbidden,
    SendingKeyRefused,
    SendingRejected,
)
from eclaireur.core.harvest import Entry
from eclaireur.core.sending import Held
from eclaireur.egress import Answer, Egress
from eclaireur.egress.retry_after import seconds_to_wait

LONGEST_REASON = 300
"""Characters of what a portal says of a refusal that are told."""

POLITE = Manners(pause_s=0.25)

_FRESH = {"cache-control": "no-cache"}
"""What is read is compared with what was decided: an answer that a cache kept would not do."""

_GONE = frozenset({HTTPStatus.NOT_FOUND, HTTPStatus.GONE})

logger = logging.getLogger(__name__)


class Courier(Visitor):
    """Reads and writes at one portal. The key goes with each request to it, and nowhere else."""

    def __init__(
        self,
        egress: Egress,
        address: str,
        key: SecretStr | None,
        manners: Manners = POLITE,
    ) -> None:
        super().__init__(egress, address, manners)
        self._key = key
        self._header: str | None = None

    def present_key(self, header: str) -> None:
        """Say in which header the portal takes a key."""
        self._header = header

    async def read(self, address: str) -> Json:
        """Read an answer in JSON, which no cache kept. Raises as `Visitor.json` does."""
        return await self.json(address, self._headers)

    def held(self, told: Json, entry_told: Callable[[int, dict[str, Json]], Entry]) -> Held | None:
        """Return what a portal holds, out of its record; None where it is archived there.

        Args:
            told: the record, as the portal tells it.
            entry_told: reads a record of that kind of portal.

        Raises:
            InvalidLine: the record cannot be read.
            Unavailable: the portal did not answer with a record.
        """
        if not isinstance(told, dict):
            raise self.unexpected()
        entry = entry_told(1, told)
        if isinstance(entry.left_out, ArchivedDataset):
            return None
        if entry.left_out is not None:
            raise entry.left_out
        if entry.dataset is None:
            raise self.unexpected()
        return Held(entry.dataset, told)

    async def write(self, method: str, address: str, identifier: str, body: Json) -> None:
        """Write once. Only a request that the portal did not take in is repeated.

        Args:
            method: PUT or POST.
            address: where.
            identifier: of the dataset, for whoever reads the error.
            body: what is sent, in JSON.

        Raises:
            SendingKeyRefused, SendingForbidden, SendingRejected, SendingBusy: nothing was written.
            PortalLacks: there is no such dataset.
            Unavailable: it is not known whether it was.
        """
        sent = json.dumps(body, ensure_ascii=False).encode("utf-8", "replace")
        async for attempt in self.attempts(self._wait_for_turn):
            with attempt:
                await self.turn()
                answer = await self._egress.send(
                    method,
                    address,
                    headers={
                        "accept": "application/json",
                        "content-type": "application/json",
                        **IDENTITY,
                        **self._headers,
                    },
                    body=sent,
                    deadline_s=self.manners.deadline_s,
                    max_bytes=MAX_PAGE,
                )
                self._refuse(answer, identifier)

    @property
    def _headers(self) -> Mapping[str, str]:
        if self._key is None or self._header is None:
            return _FRESH
        return {**_FRESH, self._header: self._key.get_secret_value()}

    def refuse_failure(self, answer: Answer) -> None:
        """Give what a reading is answered the names that it has when one sends."""
        status = answer.status
        if status in {HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE}:
            raise self._busy(answer)
        if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
            raise SendingFailed(origin=self.origin, status=status)
        if status == HTTPStatus.UNAUTHORIZED and self._key is not None:
            raise SendingKeyRefused(origin=self.origin, status=status)
        super().refuse_failure(answer)

    def _refuse(self, answer: Answer, identifier: str) -> None:
        status, origin = answer.status, self.origin
        if HTTPStatus.OK <= status < HTTPStatus.MULTIPLE_CHOICES:
            return
        if status == HTTPStatus.TOO_MANY_REQUESTS:
            raise self._busy(answer)
        if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
            raise SendingFailed(origin=origin, status=status)
        if status == HTTPStatus.UNAUTHORIZED:
            raise SendingKeyRefused(origin=origin, status=status)
        if status == HTTPStatus.FORBIDDEN:
            raise SendingForbidden(origin=origin, status=status, identifier=identifier)
        if status in _GONE:
            raise PortalLacks(origin=origin, status=status)
        raise SendingRejected(
            origin=origin, status=status, identifier=identifier, said=self._reason(answer)
        )

    def _busy(self, answer: Answer) -> PortalBusy:
        seconds = seconds_to_wait(answer.headers.get("retry-after", ""))
        return SendingBusy(origin=self.origin, seconds=seconds)

    def _reason(self, answer: Answer) -> str:
        """What the portal says of its refusal, on one line, without the key should it repeat it."""
        try:
            told = json.loads(answer.body)
        except (ValueError, RecursionError):
            return "?"
        if isinstance(told, dict):
            told = told.get("errors") or told.get("error") or told.get("message") or "?"
        text = told if isinstance(told, str) else json.dumps(told, ensure_ascii=False)
        if self._key is not None:
            text = text.replace(self._key.get_secret_value(), "…")
        return " ".join(text.split())[:LONGEST_REASON]

    def _wait_for_turn(self, error: Exception) -> bool | float:
        """Say whether to write again: only what the portal put off, for as long as it says."""
        if not isinstance(error, SendingBusy):
            return False
        seconds = float(error.params["seconds"])
        logger.info("waiting for %s: %s", self.origin, error)
        return seconds <= self.manners.longest_wait_s and (seconds or True)
