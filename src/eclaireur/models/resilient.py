"""A model whose server may be slow, busy or down: a bounded wait, and no load in vain."""

import asyncio
import logging
import time
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager

import stamina
from pydantic import BaseModel
from stamina.instrumentation import set_on_retry_hooks

from eclaireur.core.errors import AnswerCutShort, HostUnreachable, ModelBusy, ModelServerFailed
from eclaireur.core.model import ModelDeclaration
from eclaireur.core.ports import Completion, LanguageModel, Message
from eclaireur.core.turns import Turns
from eclaireur.models.circuit import Circuit

ATTEMPTS = 3

FIRST_WAIT_S = 0.1
JITTER_S = 0.5
LONGEST_WAIT_S = 2.0
"""Waits between attempts double from the first one, with a random part up to the jitter."""

_PASSING = (AnswerCutShort, ModelBusy, ModelServerFailed)
_PASSING_PROBLEMS = frozenset({"name", "connection"})
"""What makes a host unreachable for a moment; its certificate does not."""

# The library's own lines say neither which model is asked again nor why.
set_on_retry_hooks(())

logger = logging.getLogger(__name__)


class Resilient:
    """Asks again when it may help, a few at a time, and not at all while the server is down."""

    def __init__(self, model: LanguageModel) -> None:
        self._model = model
        self._circuit = Circuit(model.name)
        self.turns = Turns(model.declaration.concurrency)

    @property
    def name(self) -> str:
        return self._model.name

    @property
    def declaration(self) -> ModelDeclaration:
        return self._model.declaration

    async def complete(
        self,
        messages: Sequence[Message],
        *,
        schema: type[BaseModel] | None = None,
        max_tokens: int,
        deadline_s: float,
    ) -> Completion:
        """Ask the model to answer, as `LanguageModel` says. Waits count in the deadline.

        Raises:
            ModelResting: it failed too often lately, and was not asked.
            ModelBusy: its turn did not come within the deadline.
        """
        ends = time.monotonic() + deadline_s

        def left_s() -> float:
            return ends - time.monotonic()

        async with self._turn(deadline_s):
            with self._circuit.passing():
                async for attempt in stamina.retry_context(
                    on=_wait_before_another(self.name, left_s),
                    attempts=ATTEMPTS,
                    timeout=None,
                    wait_initial=FIRST_WAIT_S,
                    wait_max=LONGEST_WAIT_S,
                    wait_jitter=JITTER_S,
                ):
                    with attempt:
                        completion = await self._model.complete(
                            messages, schema=schema, max_tokens=max_tokens, deadline_s=left_s()
                        )
        return completion

    @asynccontextmanager
    async def _turn(self, deadline_s: float) -> AsyncIterator[None]:
        try:
            async with asyncio.timeout(deadline_s):
                await self.turns.take()
        except TimeoutError as error:
            raise ModelBusy(model=self.name, seconds=0) from error
        try:
            yield
        finally:
            self.turns.give_back()


def _wait_before_another(
    model: str, left_s: Callable[[], float]
) -> Callable[[Exception], bool | float]:
    """Say whether another attempt may help within the time left, and how long to wait for it."""

    def wait(error: Exception) -> bool | float:
        passing = isinstance(error, _PASSING) or (
            isinstance(error, HostUnreachable) and error.params["problem"] in _PASSING_PROBLEMS
        )
        asked = float(error.params["seconds"]) if isinstance(error, ModelBusy) else 0.0
        if not passing or left_s() <= (asked or LONGEST_WAIT_S):
            return False
        logger.info("asking %s again: %s", model, error)
        return asked or True

    return wait
