"""What a text says that its record does not, shown in the text and in words."""

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from eclaireur.core.dataset import Dataset
from eclaireur.guards.grounding import Claim, check
from eclaireur.guards.personal_data import masked_types
from eclaireur.web.placeholders import without_placeholders

LONGEST_CHECKED = 2_000
"""Characters of a text that is confronted with a record: ten times what a portal takes.

The time of a check grows with the square of the text, which anybody may have written.
"""


@dataclass(frozen=True)
class Check:
    """A text confronted with its record."""

    text: str
    claims: tuple[Claim, ...] = ()

    maximum = LONGEST_CHECKED

    @property
    def is_too_long(self) -> bool:
        """Whether the text was not read."""
        return len(self.text) > LONGEST_CHECKED

    @property
    def doubts(self) -> tuple[Claim, ...]:
        """What the record does not support, in the order of the text, the same words once."""
        unsupported = (claim for claim in self.claims if not claim.supported)
        return tuple({(claim.kind, claim.text): claim for claim in unsupported}.values())

    @property
    def is_supported(self) -> bool:
        """Whether all that the text says is in the record; one that was masked says more."""
        return bool(self.claims) and not self.doubts and not masked_types(self.text)

    @property
    def pieces(self) -> Iterator[tuple[str, bool]]:
        """The whole text in pieces, and whether each is a doubt."""
        spans = [(claim.start, claim.end) for claim in self.claims if not claim.supported]
        bounds = sorted({0, len(self.text)}.union(*spans))
        for start, end in pairwise(bounds):
            yield self.text[start:end], (start, end) in spans


async def checked(text: str, dataset: Dataset) -> Check:
    """Confront a text with a dataset, kept or not. What was masked in the text states nothing."""
    if len(text) > LONGEST_CHECKED:
        return Check(text)
    verdict = await asyncio.to_thread(check, without_placeholders(text), dataset)
    return Check(text, verdict.claims)
