"""The terms that stand in the text: keywords of the portal, and phrases that might become one."""

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from eclaireur.methods.vocabulary.portal import PortalVocabulary
from eclaireur.methods.vocabulary.source import Place, Source
from eclaireur.methods.vocabulary.titles import singular
from eclaireur.text.words import Word

_LONGEST_PHRASE = 3
# What may join the words of a phrase: `qualité de l'air`, `eaux usées`, `porte-à-porte`.
_JOINT = re.compile(
    r"(?:\s|-)(?:(?:de|du|des|de la|à|au|aux|en)(?:\s|-)|(?:de\s)?[dl]['’])?", re.IGNORECASE
)
# A phrase is about what such a word goes with: `commune de Foix`, `évolution des prix`.
_VAGUE = frozenset(
    """
    ancien ancienne annee annuel carte cartographie commune couche departement emplacement ensemble
    etat evolution exposition jour localisation mois nombre niveau nouveau nouvelle perimetre plan
    point region suivi type valeur ville zonage zone
    """.split()  # noqa: SIM905 - a list of strings would hide the words
)
# How often a phrase must stand in a description to say what it is about.
_INSISTENCE = 3


@dataclass
class Term:
    """A term of the text: its first place, and how often each field holds it."""

    key: str
    place: Place
    in_title: int = 0
    in_description: int = 0

    def seen(self, field: str) -> None:
        if field == "title":
            self.in_title += 1
        else:
            self.in_description += 1


def known_terms(source: Source, vocabulary: PortalVocabulary) -> dict[str, Term]:
    """The keywords of the portal that the text holds, by key."""
    return _collected(
        (field, key, run)
        for field, clause in source.clauses()
        for key, run in vocabulary.known_runs(clause)
    )


def phrases(source: Source) -> Iterator[Term]:
    """The phrases of the title, and those that the description repeats, the best first.

    None holds a number, nor a word of one before.
    """
    found = _collected(
        (field, key, run)
        for field, clause in source.clauses()
        for key, run in _short_runs(clause, source.texts[field])
    )
    told = (term for term in found.values() if term.in_title or term.in_description >= _INSISTENCE)
    taken: set[str] = set()
    for term in sorted(told, key=_weight, reverse=True):
        spoken = set(term.key.split())
        if not spoken & taken and not spoken & _VAGUE and not any(map(str.isdigit, spoken)):
            taken |= spoken
            yield term


def _weight(term: Term) -> float:
    """Two words name a thing; one is vague, and three seldom come back."""
    precision = 1.0 if term.key.count(" ") == 1 else 0.0
    return bool(term.in_title) + precision + math.log1p(term.in_description)


def _collected(runs: Iterator[tuple[str, str, Sequence[Word]]]) -> dict[str, Term]:
    found: dict[str, Term] = {}
    for field, key, run in runs:
        if key not in found:
            found[key] = Term(key, Place(field, run[0].start, run[-1].end))
        found[key].seen(field)
    return found


def _short_runs(clause: Sequence[Word], text: str) -> Iterator[tuple[str, Sequence[Word]]]:
    for first, word in enumerate(clause):
        key = singular(word.folded)
        yield key, clause[first : first + 1]
        for last in range(first + 1, min(first + _LONGEST_PHRASE, len(clause))):
            if not _JOINT.fullmatch(text, clause[last - 1].end, clause[last].start):
                break
            key = f"{key} {singular(clause[last].folded)}"
            yield key, clause[first : last + 1]
