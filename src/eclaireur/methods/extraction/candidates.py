"""The texts that a sentence of a description can give, and how well each would serve."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from eclaireur.methods.extraction.phrasing import Phrase, phrases
from eclaireur.methods.extraction.scoring import (
    Setting,
    content_stems,
    is_nominal,
    merit,
    standing,
)
from eclaireur.methods.extraction.shortening import shortenings
from eclaireur.methods.extraction.statements import Statement, is_label, without_label
from eclaireur.text.markup import Traced
from eclaireur.text.typography import typeset
from eclaireur.text.wording import holds_contact, is_french, is_notice

SHORTEST, LONGEST = 20, 200
"""What a short description may measure, in characters: data.gouv.fr takes 200."""

_ENDLESS = 2_000
"""A longer sentence is a table, or data, that lost its marks."""

_FINAL = re.compile(r"[\s.,;:!…-]+$")
_FIRST_LETTER = re.compile(r"^(?:«\s?)?[a-zà-ÿœæ]")
_OPENING = re.compile(r"(?:«\s?)?[A-ZÀ-ÝŒÆ0-9]")
_BAD_OPENING = re.compile(
    r"(?:ce|cet|cette|ces|le présent|la présente|les présentes|il|ils|elle|elles|celui|celle|ceux"
    r"|celles|y|en|cela|ceci|leurs?|ses|son|sa|et|mais|ou|or|car|donc|ainsi|aussi|également"
    r"|toutefois|cependant|par ailleurs|en effet|de plus|enfin|en outre|puis|on|nous|notre|nos"
    r"|vous|je|qui|que|dont|où|c['’]est|(?:dernière )?mise à jour|jeux? de données?|l['’]un"
    r"|la première|le premier|la seconde|le second|les deux|dans cet?|dans cette|[àa] ce titre"
    r"|bonjour|bienvenue|afin|lorsque|si|d['’]après|par exemple|[àa] titre|initialement"
    r"|mise?s? (?!à disposition)|dès|lorsqu|quand"
    r"|comme|alors|parce|bien que|(?:composé|lancé|adopté|mené|approuvé|conçu|organisé|publié"
    r"|inscrit|classé|né|fondé|ouvert|constitué|issu|créé|[eé]tabli"
    r"|réalisé|produit|extrait|[eé]laboré|institué|instauré|situé|calculé|développé|basé"
    r"|réservé|destiné)e?s?)\b"
    r"|\d+[.)/,-]",
    re.IGNORECASE,
)

_UNFIT = re.compile(
    r"…|[:;,]\s?[-–•*]|,\s\(|\bsources?\b[^.]{0,40}:"
    # A sentence that ran into another: their boundary was lost.
    r"|\.\s[a-zà-ÿ]|[a-zà-ÿ]\s(?:Ce|Cette|Ces|Il|Elle|Ils|Elles|Le|La|Les)\s[a-zà-ÿ]"
    # Words to the reader.
    r"|\b(?:[Nn]ous|[Nn]otre|[Nn]os|[Vv]ous|[Vv]otre|[Vv]os|[Jj]e)\b"
)


@dataclass(frozen=True)
class Wording:
    """A text ready to publish that a sentence can give, whatever dataset it describes."""

    text: Traced
    """Traced to the sentence."""
    stems: frozenset[str]
    names_data: bool
    is_nominal: bool
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

    @property
    def text(self) -> Traced:
        """The text, traced to the field as published."""
        return self.wording.text.through(self.sentence)

    def __len__(self) -> int:
        return len(self.wording.text.text)


def candidates(statement: Statement, title: frozenset[str]) -> Iterator[Candidate]:
    """Every well-formed text that the statement gives.

    Args:
        statement: a sentence of the description.
        title: the stems of the dataset's title.
    """
    sentence = without_label(statement.text)
    text = sentence.text
    if not text or (text[0].islower() and not statement.opens) or is_label(text, statement.kind):
        return
    setting = Setting(rank=statement.rank, kind=statement.kind)
    for wording in wordings(text):
        content = wording.text.text
        fit = standing(content, wording.stems, setting, title, names_data=wording.names_data)
        yield Candidate(
            wording=wording,
            sentence=sentence,
            score=wording.merit + fit,
            rank=statement.rank,
            stands_second=wording.is_nominal and statement.kind == "paragraph",
            leans=wording.leans and statement.rank > 0,
        )


# Harvested catalogues repeat sentences by the hundred.
@lru_cache(maxsize=4_096)
def wordings(sentence: str) -> tuple[Wording, ...]:
    """Every well-formed text that a sentence gives, longest first for each phrase."""
    if not _is_sentence(sentence):
        return ()
    return tuple(
        wording
        for phrase in phrases(_without_final(typeset(Traced.whole(sentence))))
        for wording in _worded(phrase)
    )


def _worded(phrase: Phrase) -> Iterator[Wording]:
    whole_is_nominal = is_nominal(phrase.text.text)
    forms = shortenings(phrase.text, LONGEST - 1, is_name=phrase.names_data)
    for cost, form in enumerate(forms):
        text = _published(form)
        if not _is_well_formed(text.text):
            continue
        nominal = is_nominal(text.text)
        if nominal and not (phrase.names_data or whole_is_nominal):
            continue  # Only the subject of a sentence is left.
        yield Wording(
            text=text,
            stems=content_stems(text.text),
            names_data=phrase.names_data,
            is_nominal=nominal,
            leans=phrase.leans,
            merit=merit(text.text, names_data=phrase.names_data) - 0.1 * min(cost, 3),
        )


def _is_sentence(text: str) -> bool:
    return (
        SHORTEST <= len(text) <= _ENDLESS
        and not text.endswith("?")
        and not _shouts(text)
        and is_french(text)
    )


def _without_final(sentence: Traced) -> Traced:
    if sentence.text.endswith("etc."):
        return sentence
    return sentence.rewritten(_FINAL, "")


def _published(form: Traced) -> Traced:
    capital = form.rewritten(_FIRST_LETTER, lambda match: match[0].upper())
    trimmed = _without_final(capital)
    return trimmed if trimmed.text.endswith(".") else trimmed.followed_by_mark(".")


def _is_well_formed(text: str) -> bool:
    """Whether it opens and measures as it should; `shortenings` sees to how it ends."""
    return (
        SHORTEST <= len(text) <= LONGEST
        and text.count(" ") >= 2
        and _UNFIT.search(text) is None
        and _OPENING.match(text) is not None
        and _BAD_OPENING.match(text) is None
        and not holds_contact(text)
        and not is_notice(text)
    )


def _shouts(text: str) -> bool:
    letters = sum(map(str.isalpha, text))
    return 2 * sum(map(str.isupper, text)) > letters
