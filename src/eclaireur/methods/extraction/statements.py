"""The sentences of a description that may say something of the data."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from eclaireur.text.markup import Block, Kind, Readable, Traced, readable
from eclaireur.text.regex import regex
from eclaireur.text.sentences import sentences
from eclaireur.text.wording import (
    holds_placeholder,
    is_boilerplate,
    without_addresses,
)

_MOST = 16
"""A description says early what the data are; what comes after is detail."""

_LABEL = regex(
    r"[A-ZÀ-Ý][\w’'/ -]{1,40}\s?:\s",
    re.IGNORECASE,
)


_ONE_WORD_LABEL = regex(r"\w+\s?:\s")
_PROPERTY = regex(
    r"(?:méthod\w+|sources?|formats?|mises? à jour|millésime|diffusion|contexte|généalogie"
    r"|[ée]chelle"
    r"|projection|résolution|emprise|fréquence|licence|contact|producteur|auteur|dates?|titre|type"
    r"|nom|mots?[- ]clés|légende|origine|limites?|précision|qualité|historique|actualisation"
    r"|attributs|champs|statut|version|objectifs?|usages?|acquisition|collecte|thème|organisme"
    r"|calculs?|unités?|traitements?|réalisation|partenaires?|références?|attention|important"
    r"|information|complément)(?: [^:.]{0,50})?\s?:",
    re.IGNORECASE,
)
# "**Producteur **Ville" was to be in bold, and left its colon out.
_BARE_PROPERTY = regex(
    r"(?:Thématique|Producteur|Attributions?|Créateur|Territoire|Type|Id)\s(?=[A-ZÀ-Ý\d])"
)
_DESCRIPTION = regex(
    r"(?:description|résumé|objet|contenu|définition|présentation|intitulé|nature|généralités)"
    r"(?: (?:du|des|de la|courte|générale)(?: (?:jeux?|données|fichier|ressource|donnée))?"
    r"(?: de données)?)?\s?:\s*",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Statement:
    """A sentence, or a line that is one but for its final mark."""

    text: Traced
    kind: Kind
    rank: int
    """How many statements come before it."""
    opens: bool
    """Whether it opens its block: a lower-case letter may then begin it."""


def statements(description: str) -> Iterator[Statement]:
    """The first sentences of a description, whatever they are about."""
    read, found = _read(description)
    for rank, (block, start, end) in enumerate(found[:_MOST]):
        yield Statement(
            text=read.traced(start, end),
            kind=block.kind,
            rank=rank,
            opens=start == block.start,
        )


def substance(description: str) -> int:
    """How many characters of a description tell of the data."""
    read, found = _read(description)
    return sum(len(without_addresses(read.text[start:end])) for _, start, end in found)


@lru_cache(maxsize=8)
def _read(description: str) -> tuple[Readable, tuple[tuple[Block, int, int], ...]]:
    """The text of a description and its sentences, boilerplate and blanks to fill aside."""
    read = readable(description)
    found = []
    for block in read.blocks:
        text = read.text[block.start : block.end]
        for start, end in sentences(text):
            if not (is_boilerplate(text[start:end]) or holds_placeholder(text[start:end])):
                found.append((block, block.start + start, block.start + end))
    return read, tuple(found)


def without_label(text: Traced) -> Traced:
    """A sentence without the "Description :" before it."""
    label = _DESCRIPTION.match(text.text)
    return text.part(label.end()) if label else text


def is_label(text: str, kind: Kind) -> bool:
    """Whether a line gives a property ("Source : DDT") rather than a sentence."""
    if _PROPERTY.match(text) or _BARE_PROPERTY.match(text):
        return True
    if _ONE_WORD_LABEL.match(text):
        return True
    return (kind == "item" or len(text) < 60) and _LABEL.match(text) is not None
