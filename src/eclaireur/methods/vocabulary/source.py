"""The text of the dataset itself, as words that know where they were published."""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property

from eclaireur.core.dataset import Dataset
from eclaireur.core.evidence import Passage
from eclaireur.methods.vocabulary.names import is_capitalised, is_part_of_a_name
from eclaireur.methods.vocabulary.subjects import content_words, singular, subject
from eclaireur.text.markup import Readable, readable
from eclaireur.text.regex import regex
from eclaireur.text.words import Word, words

_TITLE_READ = 500
# What comes later in a long description is mostly conditions of use and lists of files.
_DESCRIPTION_READ = 4_000

# A term does not run over the end of a sentence, of a line or of a parenthesis.
_BREAK = regex(r"[.;:!?|()\[\]\n\"«»]|,|\s[-–—]\s")

_ARTICLE_BEFORE = regex(r"\b(?:L(?:es?|ES?|a|A)[\s-]|L['’])$")
_LONGEST_ARTICLE = 4


@dataclass(frozen=True)
class Place:
    """Where words stand in a field: code points of its readable text."""

    field: str
    start: int
    end: int


class Source:
    """The title and the beginning of the description of one dataset."""

    def __init__(self, dataset: Dataset) -> None:
        self._dataset = dataset
        self._description: Readable = readable(dataset.description, _DESCRIPTION_READ)
        self.texts = {"title": dataset.title[:_TITLE_READ], "description": self._description.text}
        self._words = {field: content_words(text) for field, text in self.texts.items()}

    def subject(self, names: AbstractSet[str]) -> dict[str, float]:
        """How much each stem says of the dataset.

        Args:
            names: folded words of its texts that say nothing of what it is about.
        """
        title, description = (
            [word for word in self._words[field] if word.folded not in names]
            for field in ("title", "description")
        )
        return subject(title, description, content_words(self._dataset.publisher or ""))

    def names_said(self) -> set[str]:
        """The folded words of its text, its publisher's name and its territory, in the singular.

        A part of a longer name is not said: `Saint-Pierre-de-Brume` does not name Saint-Pierre.
        """
        said = {
            singular(word.folded)
            for field, found in self._words.items()
            for word in found
            if not is_part_of_a_name(self.texts[field], word.start, word.end)
        }
        return said.union(singular(word.folded) for text in self._around() for word in words(text))

    def abbreviates(self, acronym: str) -> bool:
        """Whether the initials of words that follow one another spell a folded acronym."""
        return any(
            acronym in "".join(word.folded[0] for word in clause) for _, clause in self.clauses
        )

    def names_around(self, names: AbstractSet[str]) -> set[str]:
        """The proper names of its publisher and its territory, folded.

        They say where the dataset is, not what it is about: two datasets of a town are not
        alike because both titles end with its name. `Santé`, in the name of an agency, is no
        proper name if the text speaks of `santé`.

        Args:
            names: the proper names that the catalogue taught.
        """
        around = {
            word.folded
            for text in self._around()
            for word in words(text)
            if word.folded in names or (word.start and is_capitalised(text[word.start : word.end]))
        }
        small = {
            word.folded
            for field, found in self._words.items()
            for word in found
            if self.texts[field][word.start].islower()
        }
        return around - small

    def _around(self) -> tuple[str, ...]:
        dataset = self._dataset
        zones = dataset.spatial.zones if dataset.spatial else ()
        return (dataset.publisher or "", dataset.acronym or "", *zones)

    def around(self) -> Iterator[list[str]]:
        """The words of its publisher's name, its acronym and its territory, in the singular."""
        for text in self._around():
            yield [singular(word.folded) for word in content_words(text)]

    @cached_property
    def clauses(self) -> Sequence[tuple[str, list[Word]]]:
        """The words that stand between two breaks, title first, each with its field."""
        clauses: list[tuple[str, list[Word]]] = []
        for field, found in self._words.items():
            text = self.texts[field]
            end = 0
            for word in found:
                if not end or _BREAK.search(text, end, word.start):
                    clauses.append((field, []))
                clauses[-1][1].append(word)
                end = word.end
        return clauses

    def text_at(self, place: Place) -> str:
        """What a person reads at a place."""
        return self.texts[place.field][place.start : place.end]

    def has_capital_article(self, place: Place) -> bool:
        """Whether the words at a place follow an article as those of a name do."""
        text = self.texts[place.field]
        return text[place.start].isupper() and bool(
            _ARTICLE_BEFORE.search(text, max(0, place.start - _LONGEST_ARTICLE), place.start)
        )

    def passage(self, place: Place) -> Passage:
        """The passage of the field as published."""
        start, end = place.start, place.end
        if place.field == "description":
            start, end = self._description.source_span(start, end)
        published = getattr(self._dataset, place.field)
        return Passage(field=place.field, start=start, end=end, text=published[start:end])


def said_in(dataset: Dataset, keyword: str) -> Passage | None:
    """The first passage of the title or the description that says a keyword, in its order."""
    source = Source(dataset)
    wanted = [singular(word.folded) for word in content_words(keyword)]
    for field, clause in source.clauses if wanted else ():
        said = [singular(word.folded) for word in clause]
        for first in range(len(said) - len(wanted) + 1):
            last = first + len(wanted) - 1
            if said[first : last + 1] == wanted:
                return source.passage(Place(field, clause[first].start, clause[last].end))
    return None
