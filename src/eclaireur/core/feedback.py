"""What people say of the results of a search: counted by day, and nothing else is known of it."""

from datetime import date
from enum import StrEnum

from eclaireur.core.base import Noun


class FoundBy(StrEnum):
    """The way in which the results of a search were found."""

    WORDS = "words"
    """By the words as they were typed."""
    SPELLING = "spelling"
    """A word was also read as another that is spelt much the same."""
    MEANING = "meaning"
    """No result says a word of the query."""
    FILTERS = "filters"
    """Nothing was typed."""


class FeedbackCount(Noun):
    """How many people said the same of results, one day."""

    day: date
    found_by: FoundBy
    useful: bool
    count: int
