"""Two or more ways to propose the same field, compared on live use."""

import hashlib
import re
from datetime import date
from typing import Annotated

from pydantic import Field

from eclaireur.core.base import Noun
from eclaireur.core.dataset import Dataset

FEWEST = 30
"""Decisions a variant needs before anything is said: the test takes shares for normal."""


NAME = re.compile("[a-z0-9][a-z0-9-]{0,62}")


class Trial(Noun):
    """A comparison, declared before it begins.

    Each record has its variant, whoever asks and however often: nothing is known of anybody.
    """

    name: Annotated[str, Field(pattern=f"^{NAME.pattern}$")]
    task: str
    """The field."""
    variants: Annotated[tuple[str, ...], Field(min_length=2, max_length=8)]
    """Methods of the task, by their names; a language model by the name it is declared under."""
    minimum: Annotated[int, Field(ge=FEWEST)]
    """Decisions for each variant before a difference may be told."""
    began_on: date
    ends_on: date
    """The last day, which is declared at the beginning."""
    stopped_on: date | None = None
    """The day when a person ended it before its time."""

    def runs_on(self, day: date) -> bool:
        """Whether it chooses methods on a day."""
        last = self.ends_on if self.stopped_on is None else min(self.ends_on, self.stopped_on)
        return self.began_on <= day <= last and self.stopped_on != day

    def variant_of(self, dataset: Dataset) -> str:
        """The variant of a record, always the same, spread evenly over records."""
        about = f"{self.name}\n{dataset.portal_identifier}"
        digest = hashlib.sha256(about.encode("utf-8", "replace")).digest()
        return self.variants[int.from_bytes(digest[:8], "big") % len(self.variants)]
