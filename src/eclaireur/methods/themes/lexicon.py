"""What words say of themes, in one language."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from importlib import resources
from typing import NamedTuple

from eclaireur.core.theme import THEMES
from eclaireur.methods.vocabulary.subjects import content_words, openings, runs, singular
from eclaireur.text.words import Word

_WEIGHTS: Mapping[str, float] = {"says": 1.0, "hints": 0.35}


class Said(NamedTuple):
    """A run of words that says something of themes."""

    key: str
    """Its content words, in the singular."""
    words: Sequence[Word]
    themes: Mapping[str, float]
    """How much, from 0 to 1, by the code of the theme."""


class Lexicon:
    """The terms of one language, and the themes that each speaks of."""

    def __init__(self, terms: Mapping[str, Mapping[str, Sequence[str]]]) -> None:
        """Read terms by theme and by how much they say.

        Those that stand under no theme say nothing, and hide what is inside them.
        """
        self._themes: dict[str, dict[str, float]] = {}
        for theme, degrees in terms.items():
            for degree, listed in degrees.items():
                for term in listed:
                    key = " ".join(singular(word.folded) for word in content_words(term))
                    themes = self._themes.setdefault(key, {})
                    if theme in THEMES:
                        themes[theme] = max(_WEIGHTS[degree], themes.get(theme, 0))
        self._openings = openings(self._themes)

    def said(self, clause: Sequence[Word]) -> Iterator[Said]:
        """The terms of a clause that speak of a theme, none inside a longer one.

        Args:
            clause: the content words between two breaks.
        """
        beyond = 0
        for key, run in _longest_first(list(runs(clause, self._themes, self._openings))):
            if run[-1].end > beyond:
                beyond = run[-1].end
                if self._themes[key]:
                    yield Said(key, run, self._themes[key])

    @lru_cache(maxsize=50_000)  # noqa: B019 - two are made, for good
    def themes_of(self, text: str) -> Mapping[str, float]:
        """What a name says of each theme, as a keyword or a label is one."""
        told: dict[str, float] = {}
        for said in self.said(content_words(text)):
            for theme, weight in said.themes.items():
                told[theme] = max(weight, told.get(theme, 0))
        return told


def _longest_first(
    found: list[tuple[str, Sequence[Word]]],
) -> list[tuple[str, Sequence[Word]]]:
    """By where they begin, and the longest first of those that begin together."""
    return sorted(found, key=lambda each: (each[1][0].start, -each[1][-1].end))


@cache
def lexicon(*, french: bool) -> Lexicon:
    """The terms that are shipped, in French or in English."""
    place = resources.files("eclaireur.methods.themes") / "lexicon.toml"
    return Lexicon(tomllib.loads(place.read_text("utf-8"))["fr" if french else "en"])
