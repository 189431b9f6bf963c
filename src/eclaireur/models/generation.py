"""The method that asks a language model: what it is shown, and what becomes of its answer."""

import hashlib
import time

from eclaireur.core.dataset import Dataset
from eclaireur.core.ports import Completion, Message
from eclaireur.core.proposal import Fault, Proposal, Withheld
from eclaireur.core.usage import EnergySource, Usage
from eclaireur.guards import personal_data
from eclaireur.guards.orders import without_orders
from eclaireur.guards.reading import read
from eclaireur.models.gate import Gate
from eclaireur.tasks.prompt import CHARACTERS_PER_TOKEN
from eclaireur.tasks.task import Question

METHOD = "generation"
"""The name of this method."""

DEADLINE_S = 30.0
"""Seconds for the whole proposal, the repair included: a person is waiting."""

ANSWER_TOKENS = 1_000
"""The longest answer: some models think aloud before they write the few words asked."""

REPAIR_TOKENS = 500
"""What is kept for a wrong answer and what is said of it."""

LONGEST_DESCRIPTION = 12_000
"""Characters of the description that are shown: what comes later is conditions of use."""


class Generation:
    """Asks a model, checks what it answers, asks it once to put right what is wrong.

    Args:
        question: what the task asks, and how it judges an answer.
        gate: the only way to the model.
    """

    name = METHOD

    def __init__(self, question: Question, gate: Gate) -> None:
        self._question = question
        self._gate = gate

    @property
    def model(self) -> str:
        return self._gate.name

    async def propose(self, dataset: Dataset) -> Proposal | Withheld:
        """Propose what the model wrote once it passes every check; otherwise say why not.

        Raises:
            Unavailable: the model is off, out of budget, or does not answer as it should.
        """
        ends = time.monotonic() + DEADLINE_S
        source, shown = await read(dataset.description, self._cleared, dataset)
        messages = [Message(role="system", content=self._question.prompt.system.strip()), shown]
        first = await self._ask(messages, dataset, ends)
        judged = await self._judged(first, source)
        if isinstance(judged, Proposal):
            return Proposal(judged.value, judged.evidence, first.usage)
        messages += [
            Message(role="assistant", content=first.text),
            Message(role="user", content=self._question.prompt.told(judged).strip()),
        ]
        second = await self._ask(messages, dataset, ends)
        judged = await self._judged(second, source)
        usage = _both(first.usage, second.usage)
        if isinstance(judged, Proposal):
            return Proposal(judged.value, judged.evidence, usage)
        return Withheld(judged.reason, usage)

    def _cleared(self, dataset: Dataset) -> tuple[Dataset, Message]:
        """The dataset that may support an answer, and the message that shows it to the model.

        Neither holds orders. What supports holds no sentence about somebody, in the places
        where it was published; what is shown has placeholders in their place.
        """
        title, whole, source = personal_data.cleared(without_orders(dataset))
        description = whole[: self._room(title)]
        # Nobody can write in a text the digest of that text.
        fence = hashlib.sha256(f"{title}\n{description}".encode("utf-8", "replace")).hexdigest()
        told = self._question.prompt.about(fence=fence[:16], title=title, description=description)
        return source, Message(role="user", content=told.strip())

    def _room(self, title: str) -> int:
        """Characters of the description that the model's context has room for."""
        prompt = self._question.prompt
        around = len(prompt.system) + len(prompt.record) + len(title)
        tokens = self._gate.context - self._answer_tokens - REPAIR_TOKENS
        return max(0, min(LONGEST_DESCRIPTION, tokens * CHARACTERS_PER_TOKEN - around))

    @property
    def _answer_tokens(self) -> int:
        return min(ANSWER_TOKENS, self._gate.context // 4)

    async def _ask(self, messages: list[Message], dataset: Dataset, ends: float) -> Completion:
        return await self._gate.ask(
            messages,
            schema=self._question.schema,
            organisation=dataset.publisher,
            max_tokens=self._answer_tokens,
            deadline_s=max(1.0, ends - time.monotonic()),
        )

    async def _judged(self, completion: Completion, source: Dataset) -> Proposal | Fault:
        return await read(source.description, self._question.judge, completion.text, source)


def _both(first: Usage, second: Usage) -> Usage:
    """The cost of two calls: unknown as soon as that of one is."""

    def added(one: float | None, other: float | None) -> float | None:
        return None if one is None or other is None else one + other

    energy_wh = added(first.energy_wh, second.energy_wh)
    return Usage(
        duration_s=first.duration_s + second.duration_s,
        input_tokens=_tokens(first.input_tokens, second.input_tokens),
        output_tokens=_tokens(first.output_tokens, second.output_tokens),
        energy_wh=energy_wh,
        carbon_g=added(first.carbon_g, second.carbon_g),
        energy_source=EnergySource.UNKNOWN if energy_wh is None else second.energy_source,
    )


def _tokens(one: int | None, other: int | None) -> int | None:
    return None if one is None or other is None else one + other
