"""A model that judges pairs, through its gate: masked, budgeted, metered, and blind."""

import hashlib
import tomllib
from importlib import resources
from string import Template
from typing import Literal

from pydantic import BaseModel, ConfigDict

from eclaireur.core.ports import Message
from eclaireur.evaluation.judgements import SAME
from eclaireur.evaluation.pairs import Pair
from eclaireur.guards import personal_data
from eclaireur.guards.orders import without_orders
from eclaireur.guards.reading import read
from eclaireur.models import Gate

DEADLINE_S = 30.0
"""Seconds for one answer."""
ANSWER_TOKENS = 500
"""The longest answer: some models think aloud before they write the few words asked."""
LONGEST_DESCRIPTION = 6_000
"""Characters of the description that are shown."""

_PROMPT = tomllib.loads((resources.files("eclaireur.evaluation") / "judge.toml").read_text("utf-8"))
VERSION: str = _PROMPT["version"]
"""That of the question: another version asks another one."""


class Better(BaseModel):
    """What the model answers."""

    model_config = ConfigDict(extra="forbid")
    better: Literal["first", "second", "same"]


class Judge:
    """Asks a model which of two proposals is the better one.

    Args:
        gate: the only way to the model.
    """

    def __init__(self, gate: Gate) -> None:
        self._gate = gate

    @property
    def name(self) -> str:
        """The declared name of the model."""
        return self._gate.name

    async def prefers(self, pair: Pair) -> str:
        """The method that it prefers, or `same`.

        It is asked in one order, then in the other: models favour a place (Zheng L. et al.,
        "Judging LLM-as-a-judge", NeurIPS 2023). What does not hold in both is no preference.

        Raises:
            Unavailable: the model is off, out of budget, or does not answer as it should.
        """
        by_place = {"first": pair.left.method, "second": pair.right.method, "same": SAME}
        straight = by_place[await self._asked(pair, pair.left.text, pair.right.text)]
        by_place = {"first": pair.right.method, "second": pair.left.method, "same": SAME}
        crossed = by_place[await self._asked(pair, pair.right.text, pair.left.text)]
        return straight if straight == crossed else SAME

    async def _asked(self, pair: Pair, first: str, second: str) -> str:
        question = await read(pair.dataset.description, _question, pair, first, second)
        completion = await self._gate.ask(
            [
                Message(role="system", content=_PROMPT["system"].strip()),
                Message(role="user", content=question),
            ],
            schema=Better,
            organisation=pair.dataset.publisher,
            max_tokens=ANSWER_TOKENS,
            deadline_s=DEADLINE_S,
        )
        return Better.model_validate_json(completion.text).better


def _question(pair: Pair, first: str, second: str) -> str:
    """What the model is shown: no order, nothing about anybody."""
    title, description, _ = personal_data.cleared(without_orders(pair.dataset))
    told = {
        "title": title,
        "description": description[:LONGEST_DESCRIPTION],
        "first": personal_data.mask(first).text,
        "second": personal_data.mask(second).text,
    }
    # Nobody can write in a text the digest of that text.
    fence = hashlib.sha256("\n".join(told.values()).encode("utf-8", "replace")).hexdigest()[:16]
    return Template(_PROMPT["question"]).substitute(told, fence=fence).strip()
