"""The gate of one model for one task: nothing reaches the model, or comes from it, otherwise.

From the outside in: switches, cache, budgets, the call itself, the masking of what comes back,
the estimate of its energy, the meter. What is sent was masked by whoever asks.
"""

import asyncio
import hashlib
import json
import time
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from weakref import WeakValueDictionary

from pydantic import BaseModel

from eclaireur.core.call import ANSWERED, Call
from eclaireur.core.errors import ModelAnswerUnusable, ModelSwitchedOff, Unavailable
from eclaireur.core.ports import Completion, LanguageModel, Message, Store
from eclaireur.core.switch import Switch, Switchable
from eclaireur.core.usage import Usage
from eclaireur.guards import personal_data
from eclaireur.guards.reading import read
from eclaireur.ledger import energy
from eclaireur.ledger.budget import Budgets
from eclaireur.models.openai_compatible import json_schema


class Gate:
    """Asks one model on behalf of one task.

    Args:
        model: asked again and left alone as its server needs.
        store: keeps the answers, the meter and the switches.
        task: the field, for the meter and the budgets.
        task_version: another version asks another question.
        method: what the meter calls the method.
        budgets: what may be asked for in a day.
        today: the day of the meter.
    """

    def __init__(
        self,
        model: LanguageModel,
        store: Store,
        *,
        task: str,
        task_version: str,
        method: str,
        budgets: Budgets,
        today: Callable[[], date],
    ) -> None:
        self._model = model
        self._store = store
        self._task = task
        self._task_version = task_version
        self._method = method
        self._budgets = budgets
        self._today = today
        self._asking: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    @property
    def name(self) -> str:
        """The declared name of the model."""
        return self._model.name

    @property
    def context(self) -> int:
        """Tokens that a question and its answer may hold together."""
        return self._model.declaration.context

    async def ask(
        self,
        messages: Sequence[Message],
        *,
        schema: type[BaseModel],
        organisation: str | None,
        max_tokens: int,
        deadline_s: float,
    ) -> Completion:
        """Answer from the cache, else from the model if its switch and its budgets allow it.

        Returns:
            The answer, personal data masked; its usage is what this very call cost.

        Raises:
            ModelSwitchedOff: the model is turned off, for everybody or this organisation.
            BudgetSpent: a limit of the day is reached.
            Unavailable: the model does not answer, or not in the form of the schema.
        """
        key = self._key(messages, schema, max_tokens)
        # Those who ask the same thing meanwhile wait for its answer.
        lock = self._asking.setdefault(key, asyncio.Lock())
        async with lock:
            began = time.perf_counter()
            standing = await self._store.standing(key, self._today())
            self._refuse_if_off(standing.switches, organisation)
            if standing.answer is not None:
                return await self._kept(standing.answer, began)
            self._budgets.refuse(self._task, standing.spent)
            return await self._call(key, messages, schema, max_tokens, deadline_s)

    def _refuse_if_off(self, switches: Iterable[Switch], organisation: str | None) -> None:
        if any(each.concerns(Switchable.MODEL, self.name, organisation) for each in switches):
            raise ModelSwitchedOff(model=self.name)

    async def _kept(self, answer: Completion, began: float) -> Completion:
        await self._store.record_calls([self._meter(ANSWERED, answer.usage, cached=True)])
        usage = Usage(duration_s=time.perf_counter() - began, input_tokens=0, output_tokens=0)
        return answer.model_copy(update={"usage": usage})

    async def _call(
        self,
        key: str,
        messages: Sequence[Message],
        schema: type[BaseModel],
        max_tokens: int,
        deadline_s: float,
    ) -> Completion:
        began = time.perf_counter()
        try:
            completion = await self._model.complete(
                messages, schema=schema, max_tokens=max_tokens, deadline_s=deadline_s
            )
        except Unavailable as error:
            usage = error.usage if isinstance(error, ModelAnswerUnusable) else None
            usage = usage or Usage(duration_s=time.perf_counter() - began)
            await self._store.record_calls([self._meter(error.code, self._known(usage))])
            raise
        usage = self._known(completion.usage)
        call = self._meter(ANSWERED, usage)
        try:
            masked = await read(completion.text, personal_data.mask, completion.text)
        except BaseException:
            # It was answered: it is metered, whatever becomes of it.
            await self._store.record_calls([call])
            raise
        cleared = completion.model_copy(update={"text": masked.text, "usage": usage})
        await self._store.keep_answer(key, cleared, call)
        return cleared

    def _known(self, usage: Usage) -> Usage:
        return energy.known(usage, self._model.declaration)

    def _meter(self, outcome: str, usage: Usage, *, cached: bool = False) -> Call:
        return Call(
            day=self._today(),
            task=self._task,
            task_version=self._task_version,
            method=self._method,
            model=self.name,
            outcome=outcome,
            cached=cached,
            usage=usage,
        )

    def _key(self, messages: Sequence[Message], schema: type[BaseModel], max_tokens: int) -> str:
        """The digest of all that the answer depends on."""
        model = self._model.declaration
        asked = [
            [self._task, self._task_version],
            [model.address, model.model, model.weights, model.json_schema],
            [json_schema(schema), max_tokens],
            [each.model_dump() for each in messages],
        ]
        return hashlib.sha256(json.dumps(asked).encode()).hexdigest()
