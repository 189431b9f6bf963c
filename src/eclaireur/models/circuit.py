"""A circuit that opens when a server keeps failing, so that nobody waits for it in vain."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from eclaireur.core.errors import (
    EclaireurError,
    ModelAnswerUnusable,
    ModelRequestRefused,
    ModelResting,
)

FAILURES = 5
"""Failures in a row that open the circuit."""

REST_S = 30.0
"""Seconds that it stays open, then between two tries."""

_ALIVE = (ModelAnswerUnusable, ModelRequestRefused)
"""Errors that only a server that works can cause."""


class Circuit:
    """Closed, it lets everything pass. Open, it lets one call try after each rest.

    Args:
        model: the name of the model, for the error.
        clock: seconds that only ever grow.
    """

    def __init__(self, model: str, clock: Callable[[], float] = time.monotonic) -> None:
        self._model = model
        self._clock = clock
        self._failures = 0
        self._resting_until = 0.0

    @contextmanager
    def passing(self) -> Iterator[None]:
        """Let a call pass, and learn from how it ends; one that is cancelled teaches nothing.

        Raises:
            ModelResting: the circuit is open.
        """
        self._admit()
        try:
            yield
        except _ALIVE:
            self._failures = 0
            raise
        except EclaireurError:
            self._failures += 1
            self._resting_until = self._clock() + REST_S
            raise
        self._failures = 0

    def _admit(self) -> None:
        if self._failures < FAILURES:
            return
        rest = self._resting_until - self._clock()
        if rest > 0:
            raise ModelResting(model=self._model, failures=self._failures, seconds=round(rest))
        # This call is the one that tries: the others go on waiting.
        self._resting_until = self._clock() + REST_S
