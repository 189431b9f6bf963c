"""Making a sentence shorter, at places where what is left is still a sentence of French."""

import re
from collections.abc import Iterator

from eclaireur.methods.extraction.phrasing import NOUNS_TOO, VERBS
from eclaireur.methods.extraction.verbs import holds_verb
from eclaireur.text.markup import Traced
from eclaireur.text.regex import regex
from eclaireur.text.wording import ends_dangling, is_balanced

_PARENTHESIS = regex(r"\s*\((?:[^()]|\([^()]*\))*\)|\s[–—-]\s[^–—]{3,80}?\s[–—-](?=\s)")
_CUT = regex(
    r"\s?;\s"
    r"|\.\s(?=(?:les?|la|ce|il|elle)\s)"
    r"|,\s(?=(?:qui|que|qu['’]|dont|où|lequel|laquelle|lesquels|lesquelles|auxquel|duquel|ainsi que"
    r"|notamment|c['’]est-à-dire|soit|y compris|afin|conformément|en application|dans|pour|selon"
    r"|avec|grâce|par|sur|en|à|au|aux|suite|issue?s?|ils?|elles?|ce qui|ce qu['’]|puis|mais"
    r"|tandis|car|comme|tels?"
    r"|telles?|produite?s?|extraite?s?|permettant|comprenant|incluant|depuis|pendant|sous|via"
    r"|et (?:de|d['’]|les?|la|l['’])?|[\w-]+(?:ée?s?|is|ise|ises|ie?s|ue?s))\b)"
    # How the data came about may go; which things they are about must stay.
    r"|\s(?=(?:(?:effectué|réalisé|établi|produit|élaboré|issu|mis|défini|prévu|fixé|approuvé"
    r"|fourni|créé|extrait|mentionné|visé|proposé|obtenu|publié)\w*\s(?:par|dans|à|au"
    r"|aux|en|de|du|lors|selon|sur)|suite à|suite aux?|lors d\w*"
    r"|à l['’](?:échelle|aide|occasion|issue)"
    r"|sur la (?:période|base)|comprenant|incluant|avec|y compris|notamment)\b)"
    r"|\s(?=(?:afin d|dans le (?:but|cadre)|en (?:application|vue|vertu|fonction) d"
    r"|conformément|permettant|au titre d|ainsi que|en conformité|à partir d|au sens d|selon|grâce"
    r"|tels? que|telles? que|pour (?:qu|permettre|faciliter|assurer|accompagner)"
    r"|et (?:qui|dont|permet|[\w-]+ées?\s)|\w+e?s? ci-(?:dessous|dessus|après|joint)"
    r"|qui (?:correspond|compren|contien|regroupe|inclu|permet|compose|détaille)"
    r"|pour (?:la période|l['’]année|les années)))"
    r"|\s[–—-]\s|\s?:\s",
)
_UNCLOSED = regex(r"\s\([^()]*$")
# What says that the sentence holds for less than it seems must stay.
_RESTRICTS = regex(
    r"\b(?:sauf|hormis|except\w*|hors|uniquement|seule?s?|seulement|jamais|aucune?|sans|ne|n['’]|pas"
    r"|si|lorsque|limitée?s?|à l['’]exclusion|non|partiel\w*|estim\w*|provisoires?|projets?)\b",
    re.IGNORECASE,
)
_EXCLUDES = regex(r"\b(?:sauf|hormis|except[éi]\w*|à l['’]exclusion)\b", re.IGNORECASE)
_ITEM = regex(r",\s(?=(?:les?\s|la\s|l['’]|des\s|du\s|de\s))")
# "Liste des commerces, leur adresse, …": the first thing is what the others are told of.
_OWNED = regex(r",\s(?=(?:leurs?|sa|son|ses)\s)")
_LAST_ITEM = regex(r",?\s(?:ainsi que|et)\b")
# A list that has lost its last items, hence its "et".
_BROKEN_LIST = regex(r",\s(?!et\b|ou\b)[\w’-]+(?:\s[\w’-]+){0,2}$")
# "… d'une opération : remembrement, …" says nothing without what it announces.
_ANNOUNCES = regex(r"\bune?\s\w+$")
_COLON = regex(r"\s?:\s*$")
_LAST_WORD = regex(r"[\w’'-]+$")
# A verb at the end has lost its object, unless it is also a noun; "suivants" announces a list.
_UNFINISHED = regex(
    rf"(?!{NOUNS_TOO}$)(?:{VERBS}|est|sont|implique(?:nt)?"
    r"|permet(?:tent)?|impose(?:nt)?|constitue(?:nt)?|prévoi(?:t|ent)|peu(?:t|vent)|doi(?:t|vent)"
    r"|ont|établi(?:t|ssent)|vise(?:nt)?|servant|permettant|visant|faisant|ayant|étant|suivante?s?"
    r"|(?:détaill|précis|indiqu|décriv|regroup|recens|list|inclu|donn|fourniss|rassembl)ant"
    r"|constituant|concernant|présentant|utilisant|comprenant|contenant|types?|parties?"
    r"|(?:délimité|mené|destiné|lié|issu|situé|basé|relati(?:f|ve)|soumis|confié|dénommé)e?s?"
    r"|(?:produit|réalisé|établi|élaboré|effectué|créé|fourni|obtenu|mis|pris|défini|prévu|fixé|identifié|désigné)e?s?"
    r"|sources?|objectif|cadre|but|vue|part|effet|partenariat|collaboration|lien|accord|relation|rapport|concertation|cohérence)",
    re.IGNORECASE,
)


_HALF_VERB = regex(
    rf"\b(?:{VERBS}) (?:par|selon) [\w’-]+$"
    r"|\bpermet(?:tent|tra|tront)? (?:à|aux?) (?!.*\bd(?:e\s|['’])\w+(?:er|ir|re)\b)"
    r"|\s(?:est|sont|a|ont|a été|ont été)(?:\s(?:en général|déjà|aussi|été|\w+ment))?$"
)


# A clause that a cut leaves without its verb: "les zones où les valeurs limites".
_LAST_CLAUSE = regex(
    r"(?<!ainsi )(?<!tel )(?<!tels )(?<!telle )(?<!telles )(?<!plus )(?<!moins )"
    r"\b(?:qui|que|où|lesquel(?:le)?s|laquelle|lequel|dont (?=les?\s|la\s|l['’])|qu['’])"
    r"(?P<clause>(?:(?!\b(?:qui|que|où|dont)\b)[^;])*)$"
)


def shortenings(text: Traced, limit: int, *, is_name: bool) -> Iterator[Traced]:
    """Ever shorter forms of a sentence without its final mark, beginning with itself.

    Args:
        text: the sentence.
        limit: the length, in characters, that a form must not pass.
        is_name: whether it is a noun phrase, of which some items may go.
    """
    seen: set[str] = set()
    for form in _forms(text, limit, is_name=is_name):
        if len(form.text) <= limit and form.text not in seen and _stands(form.text):
            seen.add(form.text)
            yield form


def _forms(text: Traced, limit: int, *, is_name: bool) -> Iterator[Traced]:
    text = without_colon(text)
    yield text
    bare = text.rewritten(_PARENTHESIS, _restriction)
    yield bare
    unclosed = _UNCLOSED.search(bare.text)
    if unclosed:
        yield bare.part(0, unclosed.start())
    for whole in (text, bare):
        for cut in reversed(list(_CUT.finditer(whole.text))):
            if cut.start() > limit or _loses_restriction(whole.text, cut.start()):
                continue
            head, tail = whole.text[: cut.start()], whole.text[cut.start() :]
            if ":" in cut[0] and (":" in head or _ANNOUNCES.search(head)):
                continue
            if (
                not _BROKEN_LIST.search(head)
                and not (_LAST_ITEM.match(tail) and _ITEM.search(head, max(0, len(head) - 80)))
                and not _lacks_verb(head)
            ):
                yield whole.part(0, cut.start())
    items = list(_OWNED.finditer(bare.text))[:1]
    if is_name:
        items += reversed(list(_ITEM.finditer(bare.text, 80)))
    for item in items:
        if not _loses_restriction(bare.text, item.start()):
            yield bare.part(0, item.start())


def _loses_restriction(text: str, cut: int) -> bool:
    return (
        _RESTRICTS.search(text, cut, cut + 30) is not None
        or _EXCLUDES.search(text, cut) is not None
    )


def _lacks_verb(text: str) -> bool:
    clause = _LAST_CLAUSE.search(text, max(0, len(text) - 200))
    return clause is not None and not holds_verb(clause["clause"])


def _restriction(parenthesis: re.Match[str]) -> str:
    """What stays of a parenthesis: all of it, if it says what the data leave out."""
    return parenthesis[0] if _RESTRICTS.search(parenthesis[0]) else ""


def without_colon(text: Traced) -> Traced:
    """The sentence without the colon that announces a list after it."""
    colon = _COLON.search(text.text)
    return text.part(0, colon.start()) if colon else text


def _stands(text: str) -> bool:
    last = _LAST_WORD.search(text, max(0, len(text) - 40))
    if last and (_UNFINISHED.fullmatch(last[0]) or _HALF_VERB.search(text)):
        return False
    return is_balanced(text) and not ends_dangling(text)
