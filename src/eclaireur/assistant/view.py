"""What the use cases return."""

from datetime import date, datetime

from eclaireur.core.base import Noun
from eclaireur.core.dataset import Dataset
from eclaireur.core.provenance import DecidedDataset
from eclaireur.core.suggestion import Suggestion, of_field, standing


class DatasetView(Noun):
    """A dataset with everything that was proposed for it and decided on."""

    published: Dataset
    decided: DecidedDataset
    suggestions: tuple[Suggestion, ...]
    """By field, then by number: the last of a field is the one that counts."""
    expires_at: datetime | None
    """When it is deleted, if it is a draft."""
    vanished_on: date | None = None
    """The day when its source was found without it."""

    def latest(self, field: str) -> Suggestion | None:
        """The suggestion that counts for a field."""
        return standing(of_field(self.suggestions, field))

    def attempt(self, field: str) -> Suggestion | None:
        """The last attempt at another proposal, if it gave nothing."""
        made = of_field(self.suggestions, field)
        return made[-1] if made and made[-1] is not standing(made) else None
