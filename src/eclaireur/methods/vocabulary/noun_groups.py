"""Groups of French words that name something, told without a lexicon by how they are joined.

French puts the noun first: what comes after an article, a preposition or nothing is a noun, and
what follows it directly is its adjective. A bare `de` makes one name of two (`bureau de vote`);
with an article, it tells whose or of what (`budget de la ville`).
"""

import re
from collections.abc import Iterator
from itertools import pairwise, zip_longest
from typing import NamedTuple

from eclaireur.methods.vocabulary.names import is_capitalised, is_part_of_a_name
from eclaireur.methods.vocabulary.rules import is_passing
from eclaireur.methods.vocabulary.subjects import singular
from eclaireur.text.regex import regex
from eclaireur.text.words import Word

_LONGEST = 3
# Characters to read before a clause for the pronoun that opens it.
_LONGEST_JOINT = 12
_DIRECT = regex(r"[\s-]")
_BARE_JOINT = regex(r"[\s-]+(?:de[\s-]+|d['’])", re.IGNORECASE)
_ARTICLE_JOINT = regex(r"[\s-]+(?:(?:du|des|de\s+la)[\s-]+|de\s+l['’])", re.IGNORECASE)
# `subventions versées aux`, `lignes reliant les`: what takes a complement belongs to it.
_TAKES_COMPLEMENT = regex(r"(?:é|ée|és|ées|nt|nts|ible|ibles|able|ables)$", re.IGNORECASE)
_COMPLEMENT = regex(
    r"\s+(?:à|aux?|par|dans|en|sur|pour|selon|depuis|entre|lors|avec|les?|la|l['’]|une?)\b",
    re.IGNORECASE,
)
_NUMBER_AFTER = regex(r"[\s-]\d")
_BEFORE_VERB = regex(
    r"(?:\b(?:ils?|elles?|on|qui|se|ne|pas|est|sont|été|être|sera|seront|ont|a)\s+|\b[ns]['’])$",
    re.IGNORECASE,
)


def _listed(words: str) -> frozenset[str]:
    return frozenset(map(singular, words.split()))


# A group made of such words alone names nothing.
_VAGUE = _listed(
    """
    accessible actuel adresse agglomeration analyse ancien ancienne annee annexe annuel annuelle
    autorisation base carte cartographie code communal communale commune complet composition
    couche date departement departemental departementale different differente disponible donnee
    echelle effectif emplacement ensemble essentiel essentielle etat evolution existant
    exposition externe fichier francais francaise france general generale geographique global
    hauteur historique indicateur indice intercommunal intercommunale interne jeu jour lieu
    ligne liste local locale localisation mesure mise mois montant moyen moyenne municipal
    municipale national nationale niveau nombre nouveau nouvelle numero occupation part partie
    passage pays perimetre periode personne plan point premier premiere principal principale
    public publique qualite quartier quotidien region regional regionale rentree resultat rue
    second seconde section semaine service site situation source statistique suivi surface
    tableau taux territoire territorial territoriale thematique total totale tour type unite
    valeur version ville zonage zone
    """
)
# What follows them says what the group is about, not they.
_CONTAINERS = _listed(
    """
    adresse base carte couche donnee emplacement ensemble etat evolution fichier indicateur jeu
    liste localisation mise nombre tableau type valeur
    """
)
# Where a dataset holds is no part of what it is about.
TERRITORIES = _listed(
    "agglomeration commune departement france metropole pays region territoire ville"
)
"""Kinds of territories, in the singular."""


class NounGroup(NamedTuple):
    """A group of words that follow one another in a clause."""

    key: str
    words: list[Word]
    loose: bool
    """Whether an article joins its nouns: they may not be one name."""


def noun_groups(clause: list[Word], text: str) -> Iterator[NounGroup]:
    """The groups of a clause that name something, none cut out of a longer name.

    Args:
        clause: its content words.
        text: the text where they stand.
    """
    for group in _groups(clause, text):
        if not _is_cut(group.words, clause, text):
            yield group


def _groups(clause: list[Word], text: str) -> Iterator[NounGroup]:
    runs = list(_runs(clause, text))
    nothing: list[Word] = []
    for run, after in zip_longest(runs, runs[1:], fillvalue=nothing):
        if _names_something(run) and not (run is not runs[0] and _is_name(run, text)):
            yield NounGroup(_key(run), run, loose=False)
        joined = [*run, *after]
        if after and len(joined) <= _LONGEST and _may_join(run, after, text):
            joint = text[run[-1].end : after[0].start]
            if _BARE_JOINT.fullmatch(joint):
                yield NounGroup(_key(joined), joined, loose=False)
            elif (
                len(run) == len(after) == 1
                and _ARTICLE_JOINT.fullmatch(joint)
                and not any(is_passing(word.folded) for word in joined)
                and not _is_acronym_among_words(run, after, text)
            ):
                yield NounGroup(_key(joined), joined, loose=True)


def nouns(clause: list[Word], text: str) -> Iterator[Word]:
    """The words of a clause that stand where a noun may.

    An adjective follows a noun directly; a verb, a pronoun or another verb. Acronyms and
    names are nouns wherever they stand.
    """
    end: int | None = None
    for word in clause:
        before = text[max(0, word.start - _LONGEST_JOINT) if end is None else end : word.start]
        directly = end is not None and _DIRECT.fullmatch(before)
        if text[word.start].isupper() or not (directly or _BEFORE_VERB.search(before)):
            yield word
        end = word.end


def _runs(clause: list[Word], text: str) -> Iterator[list[Word]]:
    """A noun and the adjectives that follow it directly."""
    run: list[Word] = []
    for word in filter(_is_plain, clause):
        if run and not _DIRECT.fullmatch(text, run[-1].end, word.start):
            yield _complete(run, text)
            run = []
        run.append(word)
    if run:
        yield _complete(run, text)


def _complete(run: list[Word], text: str) -> list[Word]:
    last = run[-1]
    if (
        len(run) > 1
        and _TAKES_COMPLEMENT.search(text, last.start, last.end)
        and _COMPLEMENT.match(text, last.end)
    ):
        return run[:-1]
    return run


def _names_something(run: list[Word]) -> bool:
    return len(run) <= _LONGEST and not _is_vague(run)


def _is_vague(run: list[Word]) -> bool:
    return _VAGUE.issuperset(_singulars(run))


def _may_join(run: list[Word], after: list[Word], text: str) -> bool:
    return (
        _CONTAINERS.isdisjoint(_singulars(run))
        and TERRITORIES.isdisjoint(_singulars(after))
        and not _is_name(after, text)
    )


def _is_name(run: list[Word], text: str) -> bool:
    """Whether it is written as a proper name is, within a clause."""
    return is_capitalised(text[run[0].start : run[0].end])


def _is_cut(words: list[Word], clause: list[Word], text: str) -> bool:
    """Whether a proper name begins or goes on where the group stops.

    A name follows its noun (`eau Loire`, `indice Lden`) and a number may belong to it
    (`Natura 2000`), which a year after a common noun does not (`Budget 2025`).
    """
    last = words[-1]
    if is_part_of_a_name(text, words[0].start, last.end):
        return True
    if any(
        text[one.start].islower() and is_capitalised(text[other.start : other.end])
        for one, other in pairwise(words)
    ):
        return True
    inner_name = last is not clause[0] and is_capitalised(text[last.start : last.end])
    return inner_name and _NUMBER_AFTER.match(text, last.end) is not None


def _is_acronym_among_words(run: list[Word], after: list[Word], text: str) -> bool:
    """Whether an acronym says whose a thing is: `équipe de l'AGD`."""
    return text[after[0].start : after[0].end].isupper() and not (
        text[run[0].start : run[0].end].isupper()
    )


def _is_plain(word: Word) -> bool:
    return not any(map(str.isdigit, word.folded))


def _singulars(words: list[Word]) -> list[str]:
    return [singular(word.folded) for word in words]


def _key(words: list[Word]) -> str:
    return " ".join(_singulars(words))
