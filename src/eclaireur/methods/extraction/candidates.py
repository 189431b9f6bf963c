"""The texts that a sentence of a description can give, and how well each would serve."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from eclaireur.methods.extraction.fitness import LONGEST, SHORTEST, is_well_formed, opens_well
from eclaireur.methods.extraction.phrasing import Phrase, phrases
from eclaireur.methods.extraction.reference import (
    is_of_other_years,
    names_something,
    refers_outside,
    years_among,
)
from eclaireur.methods.extraction.scoring import (
    Setting,
    Title,
    content_stems,
    defines,
    is_about_title,
    merit,
    opens_on_article,
    standing,
)
from eclaireur.methods.extraction.shortening import shortenings
from eclaireur.methods.extraction.statements import Statement, is_label, without_label
from eclaireur.methods.extraction.verbs import is_nominal
from eclaireur.text.markup import Traced
from eclaireur.text.regex import regex
from eclaireur.text.typography import typeset
from eclaireur.text.wording import is_french

_ENDLESS = 2_000
"""A longer sentence is a table, or data, that lost its marks."""

_NOTE_CALL = regex(r"\s?\[\d{1,2}\]")
# "… autres que ceux qui suivent :" is false without what follows.
_LEAVES_OUT = regex(
    r"\b(?:sauf|hormis|hors|autres que|except\w*|uniquement|limitée?s? à)\b[^:]{0,60}:\s*$",
    re.IGNORECASE,
)
_FINAL = regex(r"[\s.,;:!…-]+$")
_FIRST_LETTER = regex(r"^(?:«\s?)?[a-zà-ÿœæ]")


@dataclass(frozen=True)
class Wording:
    """A text ready to publish that a sentence can give, whatever dataset it describes."""

    text: Traced
    """Traced to the sentence."""
    stems: frozenset[str]
    names_data: bool
    is_nominal: bool
    names_something: bool
    """Whether a name, a place or a number tells it from what any dataset might say."""
    leans: bool
    """Whether it makes sense only after the sentence before it."""
    merit: float
    """What it is worth in itself."""


@dataclass(frozen=True)
class Candidate:
    """A wording in a description."""

    wording: Wording
    sentence: Traced
    score: float
    rank: int
    """How many statements come before it in the description."""
    stands_second: bool
    """Whether it may follow another: a noun phrase out of a paragraph."""
    leans: bool
    """Whether it makes sense only after the sentence before it."""
    defines: bool
    """Whether it tells what the thing that the title names is."""
    is_about_title: bool
    """Whether its subject is what the title names."""

    @property
    def text(self) -> Traced:
        """The text, traced to the field as published."""
        return self.wording.text.through(self.sentence)

    def __len__(self) -> int:
        return len(self.wording.text.text)


def candidates(statement: Statement, title: Title, *, introduced: bool) -> Iterator[Candidate]:
    """Every well-formed text that the statement gives.

    Args:
        statement: a sentence of the description.
        title: the dataset's title.
        introduced: whether something before it says more than the title.
    """
    sentence = without_label(statement.text)
    text = sentence.text
    if not text or (text[0].islower() and not statement.opens) or is_label(text, statement.kind):
        return
    years = years_among(title.stems)
    setting = Setting(rank=statement.rank, kind=statement.kind)
    for wording in wordings(text):
        content = wording.text.text
        if years and is_of_other_years(content, years):
            continue
        fit = standing(content, wording.stems, setting, title, names_data=wording.names_data)
        yield Candidate(
            wording=wording,
            sentence=sentence,
            score=wording.merit + fit,
            rank=statement.rank,
            stands_second=wording.is_nominal and statement.kind == "paragraph",
            leans=wording.leans and introduced,
            defines=defines(content, wording.stems, title),
            is_about_title=is_about_title(content, title),
        )


# Harvested catalogues repeat sentences by the hundred.
@lru_cache(maxsize=4_096)
def wordings(sentence: str) -> tuple[Wording, ...]:
    """Every well-formed text that a sentence gives, longest first for each phrase."""
    if not _is_sentence(sentence):
        return ()
    return tuple(
        wording
        for phrase in phrases(_without_final(_typeset(sentence)))
        for wording in _worded(phrase)
    )


def _worded(phrase: Phrase) -> Iterator[Wording]:
    if not opens_well(_capital(phrase.text).text):
        return  # Shortenings leave the opening as it is.
    whole_is_nominal = is_nominal(phrase.text.text)
    is_name = phrase.names_data or (whole_is_nominal and not opens_on_article(phrase.text.text))
    forms = shortenings(phrase.text, LONGEST - 1, is_name=is_name)
    for cost, form in enumerate(forms):
        text = _published(form)
        if not is_well_formed(text.text):
            continue
        nominal = is_nominal(text.text)
        if nominal and not (phrase.names_data or whole_is_nominal):
            continue  # Only the subject of a sentence is left.
        if refers_outside(text.text):
            continue
        yield Wording(
            text=text,
            stems=content_stems(text.text),
            names_data=phrase.names_data,
            is_nominal=nominal,
            names_something=names_something(text.text),
            leans=phrase.leans,
            merit=merit(text.text, names_data=phrase.names_data) - 0.1 * min(cost, 3),
        )


def _is_sentence(text: str) -> bool:
    return (
        SHORTEST <= len(text) <= _ENDLESS
        and not text.endswith("?")
        and not _LEAVES_OUT.search(text)
        and not _shouts(text)
        and is_french(text)
    )


def _typeset(sentence: str) -> Traced:
    return typeset(Traced.whole(sentence).rewritten(_NOTE_CALL, ""))


def _without_final(sentence: Traced) -> Traced:
    if sentence.text.endswith("etc."):
        return sentence
    return sentence.rewritten(_FINAL, "")


def _capital(form: Traced) -> Traced:
    return form.rewritten(_FIRST_LETTER, lambda match: match[0].upper())


def _published(form: Traced) -> Traced:
    trimmed = _without_final(_capital(form))
    return trimmed if trimmed.text.endswith(".") else trimmed.followed_by_mark(".")


def _shouts(text: str) -> bool:
    letters = sum(map(str.isalpha, text))
    return 2 * sum(map(str.isupper, text)) > letters
