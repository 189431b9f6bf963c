"""The verb of a French sentence, as far as common verbs tell."""

import re
from functools import lru_cache

from eclaireur.methods.extraction.phrasing import NOUNS_TOO, VERBS
from eclaireur.text.regex import regex

# Endings of nouns and adjectives that a verb in the third person of the plural does not have.
_NOT_PLURAL_VERB = "".join(
    rf"(?<!{ending})"
    for ending in (
        *("m", "ag", "souv", "prés", "réc", "fér", "qu", "contin", "cli", "pati", "val", "perman"),
        *("par", "ici", "résid", "hér", "présid", "fflu", "torr", "accid", "inclu", "sci", "urg"),
    )
)
_FINITE = regex(
    rf"(?!{NOUNS_TOO}$)(?:{VERBS}|est|sont|(?-i:a)|ont|était"
    r"|étaient|sera|seront|fut|furent|fait|font|peu(?:t|vent)|doi(?:t|vent)|permet(?:tent)?"
    r"|constitue(?:nt)?|figure(?:nt)?|influence(?:nt)?|impose(?:nt)?|vise(?:nt)?|dispose(?:nt)?"
    r"|utilise(?:nt)?|établi(?:t|ssent)|réglemente(?:nt)?|va|vont|consiste(?:nt)?|désigne(?:nt)?"
    r"|met(?:tent)?|prévoi(?:t|ent)|devien(?:t|nent)|assure(?:nt)?|provien(?:t|nent)"
    r"|compte(?:nt)?|couvre(?:nt)?|vien(?:t|nent)"
    r"|ser(?:t|vent)|joue(?:nt)?|appelle(?:nt)?|suit|suivent|abrite|transforme|implique|génère|gère"
    r"|trouve|existe|situe|compose|prend|faut|reste|décline|bénéficie|explique|avait|veut|déroule"
    r"|permettra|devrait|pourra|aura|serait|facilite|détermine|distingue|souhaite|nécessite"
    r"|reflète|contribue|suffit|varie|possède|favorise|repose|accompagne|rend|étudie|découle"
    r"|signifie|dépend|répond|appara[iî]t|accueille|crée|conserve|modifie|participe|comprenait"
    r"|effectue|apporte|garantit|attribue|rattache|exerce|développe|instaure|relève|résulte"
    r"|mobilise|dépasse|semble|perçoit|relie|considère|remplit|devra|encadre|élabore|associe|dure"
    r"|fonctionne|naît|renforce|engage|intervient|tient|obtient|conna[iî]t|reconna[iî]t|devait"
    r"|pouvait|faisait|mettra|entend|étend|applique|oblige|exige|souligne|mène|débute|commence"
    r"|termine|joint|aboutit|influe|conduit|entraîne|provoque|correspond|invite|confie|lance|souscrit|adopte|stipule|précède|divise|déploie|construi(?:t|sent)|demeure(?:nt)?|transmet(?:tent)?"
    r"|soutien(?:t|nent)|maintien(?:t|nent)|poursui(?:t|vent)|investi(?:t|ssent)|prélève(?:nt)?|finance(?:nt)?"
    r"|(?-i:[a-zà-ÿ]{2,20}[eid]r(?:a|ont|ait))|\w{2,20}(?:ifie|orise)|\w{3,20}(?:alise|anise)"
    rf"|\w{{2,20}}{_NOT_PLURAL_VERB}ent)",
    re.IGNORECASE,
)
# "Liste", "mesure" and the like are verbs when an article follows.
_NOUN_OR_FINITE = regex(rf"(?:{NOUNS_TOO}|fixe|forme|porte|produit|cible)", re.IGNORECASE)
_ARTICLES = frozenset({"le", "la", "les", "l", "un", "une"})
_TOKEN = regex(r"\w+")
_RELATIVE = frozenset(
    {"qui", "que", "qu", "dont", "où", "lequel", "laquelle", "lesquels", "lesquelles"}
)
_COMPARES = frozenset({"ainsi", "tel", "tels", "telle", "telles", "autant", "plus", "moins"})
"""Words after which "que" opens no clause."""
_JOINS = frozenset({"et", "ou", "ni"})
_NO_VERB_AFTER = frozenset(
    """
    de d du des un une au aux sans par avec pour sur dans ayant étant
    """.split()  # noqa: SIM905 - a list of strings would hide the words
)
_REFLEXIVE = frozenset({"se", "s"})


def is_nominal(text: str) -> bool:
    """Whether it is a noun phrase, as far as common verbs tell."""
    return main_verb(text) is None


def holds_verb(clause: str) -> bool:
    """Whether a relative clause, without the word that opens it, holds a finite verb."""
    tokens = list(_TOKEN.finditer(clause))
    return any(
        _is_verb(tokens, index, tokens[index - 1][0] if index else "")
        for index in range(len(tokens))
    )


@lru_cache(maxsize=4_096)
def main_verb(text: str) -> re.Match[str] | None:
    """The first finite verb that is in no relative clause; a text does not open on one."""
    tokens = list(_TOKEN.finditer(text))
    clauses, in_clause, before = 0, False, ""
    for index, token in enumerate(tokens[1:], start=1):
        word = token[0]
        if word in _RELATIVE and before not in _COMPARES:
            clauses += 1
        elif _is_verb(tokens, index, before):
            if clauses:
                clauses, in_clause = clauses - 1, True
            elif not (in_clause and before in _JOINS):
                return token
        # "étoile(s)" holds no pronoun.
        before = word if word != "s" or text[token.end() :][:1] in {"'", "’"} else ""
    return None


def _is_verb(tokens: list[re.Match[str]], index: int, before: str) -> bool:
    """Whether a word is a finite verb between the word before it and the one after."""
    word = tokens[index][0]
    if before in _NO_VERB_AFTER:
        return False
    if before in _REFLEXIVE:
        return not word.endswith(("r", "re", "ant"))
    after = tokens[index + 1][0] if index + 1 < len(tokens) else ""
    if _is_noun_or_finite(word):
        return after in _ARTICLES
    # "Chlorophylle a et nitrates"; "ayant blessé et fait une victime".
    if (word == "a" and after in {"", "et", "ou", "de", "en"}) or (word, before) == ("fait", "et"):
        return False
    return _is_finite(word)


@lru_cache(maxsize=50_000)
def _is_finite(word: str) -> bool:
    return word[0].islower() and _FINITE.fullmatch(word) is not None


@lru_cache(maxsize=50_000)
def _is_noun_or_finite(word: str) -> bool:
    return word[0].islower() and _NOUN_OR_FINITE.fullmatch(word) is not None
