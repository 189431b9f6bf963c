"""Postal addresses of people."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from eclaireur.guards.personal_data.context import Context
from eclaireur.guards.personal_data.lexicon import fold, is_commune
from eclaireur.guards.personal_data.span import PersonalData, PersonalDataType
from eclaireur.text.regex import regex

_TYPE = (
    r"(?:rues?|ruelle|r\.|avenue|av\.?|ave|boulevard|bd\.?|bld|blvd|all[ée]es?|impasse|imp\.?"
    r"|place|pl\.?|square|chemin|chem?\.|ch\.|route|rte|quai|cours?|passage|sente|sentier|venelle"
    r"|villa|hameau|lotissement|lot\.|r[ée]sidence|faubourg|fbg|fg|esplanade|promenade"
    r"|rond-point|mail|mont[ée]e|traverse|cit[ée]|clos|domaine|voie|parvis|lieu-?dit|corniche"
    r"|rampe|c[ôo]te|galerie|enclos|carrefour|chauss[ée]e|drève|quartier|placette|straed|hent"
    r"|lieu dit|ter|quartiers?)(?!\w)"
)
_GAP = r"[ \u00a0\u202f]{1,2}"
_HEAD = regex(
    rf"(?<![\w/°.,-])(?:n° ?)?(?P<number>\d{{1,4}}(?:[-/]\d{{1,4}})?"
    rf"(?: ?(?:bis|ter|quater)\b|[ ]?[A-Da-d](?=[ ,]))?),?{_GAP}{_TYPE}",
    re.IGNORECASE,
)
_PLACE_HEAD = regex(
    rf"\b(?:lieu-?dit|lieu dit|hameau|r[ée]sidence){_GAP}(?=[\w«\"])", re.IGNORECASE
)
_WORD = regex(
    rf"(?:{_GAP}|(?<=['’]))(?P<word>[^\W\d_](?:[^\W_\u0300-\u036f]|[\u0300-\u036f]|['’-](?=\w))*"
    r"|(?:18|19|20)\d{2}(?!\d)"
    r"|\d{1,2}(?:er)?(?= (?:janvier|f[ée]vrier|mars|avril|mai|juin|juillet|ao[ûu]t|septembre"
    r"|octobre|novembre|d[ée]cembre)))",
    re.IGNORECASE,
)
_PARTICLES = frozenset(
    """
    de du des d l la le les en sur sous lès lez aux au à saint sainte st ste
    """.split()  # noqa: SIM905 - a list of strings would hide the words
)
_STOPS = frozenset(
    """
    et mais est sont pour je tu il elle on nous vous ils elles qui que où ou dans avec a as ai
    ont car depuis svp merci n ne pas se ce cette ces mon ma mes son sa ses section secteur tel
    tél mail téléphone né née chez par puis donc si comme y avait était sera fait
    """.split()  # noqa: SIM905 - a list of strings would hide the words
)
_MOST_WORDS = 8
_POSTAL = regex(r"(?:\s?[,;–—(-]?\s{0,2})(?:F-)?(?:2[AB]|\d{2})[ ]?\d{3}(?!\d)", re.IGNORECASE)
_TOWN_LINK = regex(rf"(?:,{_GAP}?|{_GAP}(?:[-–—]{_GAP})?)(?:à{_GAP})?(?=[^\W\d_])")
_TOWN = regex(r"[^\W\d_]+(?=[ ,.;:)\n]|$)")
_LONGEST_TOWN = 45
_MIDDLE = regex(r",\s(?:(?!\d{5})[\w'’ .°-]){2,30}(?=,\s\d{5}\b)")
"""A locality or a flat, between the street and the town."""
_TO_TOWN = regex(rf",?{_GAP}à(?={_GAP}[^\W\d_])")
_UNIT = regex(
    r"(?:(?:(?-i:BP|Tour)|hall|bloc|r[ée]s|b[âa]t(?:iment)?|appartement|appt?|apt|escalier|esc"
    r"|[ée]tage|porte|r[ée]sidence)\.?"
    r" [\w'’-]{1,20}(?: [\w'’-]{1,20}){0,2},? ?){1,3}$",
    re.IGNORECASE,
)
_STREET = regex(_TYPE, re.IGNORECASE)
_HOME = regex(
    r"\b(?:domicil\w+|demeurant|habit\w+|r[ée]sidant|mon adresse[\w ]{0,15}"
    r"|adresse (?:du|de la|de l['’]|des) ?(?:demandeu\w+|requ[ée]rante?|d[ée]clarante?|locataire"
    r"|propri[ée]taire|b[ée]n[ée]ficiaire|patiente?|usag\w+|allocataire|assur[ée]e?|plaignante?))"
    rf"(?: est)?[ ,:(]{{1,3}}(?:(?:à|au|aux|a) )?(?=(?-i:[A-ZÀ-Ý])|{_TYPE})",
    re.IGNORECASE,
)
_AFTER_A_NAME = regex(r",\s(?=[A-ZÀ-Ý])")
_POSTAL_INSIDE = regex(r"\d{5}")
_REGISTERED = 12
"""How far after its address a firm's registration number begins."""
_NEAR = 110
_INSTITUTION = regex(
    r"\b(?:mairie|h[ôo]tel de ville|[ée]coles?|coll[èe]ges?|lyc[ée]es?|h[ôo]pital|chu|ehpad"
    r"|clinique|(?:sous-)?pr[ée]fecture|si[èe]ge(?: social)?|[ée]tablissements?|agences?|guichets?"
    r"|m[ée]diath[èe]ques?|biblioth[èe]ques?|mus[ée]e|salle|gymnase|stade|piscine|poste|entreprise"
    r"|soci[ée]t[ée]|sarl|sas|sasu|gare|centre|tribunal|th[ée][âa]tre|cin[ée]ma|cr[èe]che|maison"
    r"|bureaux?|locaux|office|service|direction|accueil|[ée]quipements?|commerces?|magasin"
    r"|pharmacie|restaurant|cabinet|commissariat|gendarmerie|caserne|d[ée]ch[èe]terie|parking"
    r"|station|point|points|collecte|conteneurs?|borne|arr[êe]t|square|[ée]glise|universit[ée]"
    r"|campus|fondation|institut|laboratoire"
    r"|minist[èe]re|conseil|communaut[ée]|m[ée]tropole|syndicat|chambre|caisse|usine|atelier"
    r"|(?:sous|co)-?traitant\w*|titulaire|nouvelle adresse|mandataire|fournisseur|prestataire|siret"
    r"|tr[ée]sorerie|caf|cpam|ccas|toilettes|boulangerie|camping|cimeti[èe]re|garage|h[ôo]tel"
    r"|ehpad|gymnase|horaires|ouverte?s?|samedi|lundi|d[ée]fibrillateur|laverie|march[ée]"
    r"|structures|organismes?|associations?|lieux|services|comit[ée]|salles|[ée]quipement"
    r"|chantier|immeuble|b[âa]timent public|monument|adresse (?:postale )?de l['’a])\b",
    re.IGNORECASE,
)
_WHERE = regex(
    r"\b(?:à la|à l['’]|au) ?(?:mairie|h[ôo]tel de ville|[ée]cole|coll[èe]ge|lyc[ée]e|h[ôo]pital"
    r"|ccas|(?:sous-)?pr[ée]fecture|m[ée]diath[èe]que|biblioth[èe]que|gymnase|salle|stade|mus[ée]e"
    r"|centre (?:social|culturel|m[ée]dico)|maison (?:des?|du)|tribunal|si[èe]ge)\b"
    r"[^,.;:\d\n]{0,30}[,(:]? ?$",
    re.IGNORECASE,
)
"""What says that the address is where somebody works or is met: `à la mairie, 1 place…`"""
_PERSONAL = regex(
    r"\b(?:chez|habit\w+|demeurant|domicili\w*|domicile|r[ée]sid(?:e|ant|ent|ons|ez)\b"
    r"|log[ée]e?s?\b"
    r"|mon|ma|mes|moi|son|sa|notre|nous|voisine?s?|propri[ée]taires?|locataires?|particuliers?"
    r"|j['’]ai|je|vis|viv(?:ant|ons)|d[ée]clarante?|demandeu\w+|b[ée]n[ée]ficiaire"
    r"|n(?:ée?s?|ee?s? (?:le|[àa]|en)))\b",
    re.IGNORECASE,
)


def addresses(text: str, context: Context, people: list[PersonalData]) -> Iterator[PersonalData]:
    """Addresses with a number in a street, or with a place and a postal code.

    One that an institution's name introduces is public, unless something nearby, a person's
    name or a word such as `domicile`, says that somebody lives there.
    """
    yield from _in_streets(text, context, people)
    for match in _HOME.finditer(text):
        end, complete = _street(text, match.end())
        in_a_street = _STREET.match(text, match.end())
        if complete and (in_a_street or _POSTAL_INSIDE.search(text, match.end(), end)):
            yield PersonalData(match.end(), end, PersonalDataType.ADDRESS)
    for person in people:
        if link := _AFTER_A_NAME.match(text, person.end):
            end, complete = _street(text, link.end())
            if complete and _POSTAL_INSIDE.search(text, link.end(), end):
                yield PersonalData(link.end(), end, PersonalDataType.ADDRESS)


def _in_streets(text: str, context: Context, people: list[PersonalData]) -> Iterator[PersonalData]:
    """Addresses that a number in a street opens, or a word such as `lieu-dit`."""
    end = 0
    for match in _HEAD.finditer(text):
        if match.start() < end:
            continue
        end, complete = _street(text, match.end())
        start = _start(text, match.start())
        if end > match.end() and _is_personal(context, start, end, people, complete=complete):
            yield PersonalData(start, end, PersonalDataType.ADDRESS)
    for match in _PLACE_HEAD.finditer(text):
        place_end, complete = _street(text, match.end() - 1)
        if complete and _is_personal(context, match.start(), place_end, people, complete=True):
            yield PersonalData(match.start(), place_end, PersonalDataType.ADDRESS)


def _start(text: str, start: int) -> int:
    unit = _UNIT.search(text, max(0, start - 60), start)
    return unit.start() if unit else start


def _street(text: str, position: int) -> tuple[int, bool]:
    """Where the address ends, and whether it names its town."""
    end = _words(text, position)
    if middle := _MIDDLE.match(text, end):
        end = middle.end()
    if postal := _POSTAL.match(text, end):
        town = _TOWN_LINK.match(text, postal.end())
        return (_town(text, town.end()) if town else postal.end()), True
    if link := _TO_TOWN.match(text, end):
        return _town(text, link.end() + 1), True
    return end, False


def _town(text: str, position: int) -> int:
    """Where the town that begins at a position ends: the longest commune's name, or the words."""
    end = _words(text, position - 1, town=True)
    for match in _TOWN.finditer(text, position, position + _LONGEST_TOWN):
        if is_commune(fold(text[position : match.end()])):
            end = max(end, match.end())
    return end


def _names_a_town(text: str, position: int) -> bool:
    """Whether a commune's name follows: `rue du Four à Brest`, but `rue du Moulin à Vent`."""
    following = _WORD.match(text, position)
    return following is not None and is_commune(fold(following["word"]))


def _words(text: str, position: int, *, town: bool = False) -> int:
    """Where a street's or a town's name ends.

    After a capitalised word, a word in lower case that links nothing ends the name.
    """
    end, pending, capital, plain = position, position, False, 0
    for _ in range(_MOST_WORDS):
        match = _WORD.match(text, pending)
        if not match and pending == position:
            match = _FIRST.match(text, pending)
        if not match:
            break
        word = _ELISION.sub("", match["word"])
        low = word.lower()
        if low in _STOPS:
            break
        if low == "à" and not town and capital and _names_a_town(text, match.end()):
            break
        pending = match.end()
        if low in _PARTICLES:
            continue
        if word[0].islower():
            plain += 1
            if capital or plain > (1 if town else 3):
                break
        capital = capital or word[0].isupper()
        end = pending
    return end


_ELISION = regex(r"^[dl]['’](?=\w)", re.IGNORECASE)
_FIRST = regex(r"[ \u00a0]?(?P<word>[^\W\d_](?:[^\W\d_]|['’-](?=\w))*)")


def _is_personal(
    context: Context, start: int, end: int, people: list[PersonalData], *, complete: bool
) -> bool:
    before = context.text[max(0, start - _NEAR) : start]
    nearest = bisect_right(people, start, key=lambda person: person.start) - 1
    if nearest >= 0 and start - people[nearest].end <= _NEAR:
        sentence = context.before(start, _NEAR)
        if _PERSONAL.search(sentence):
            return True
        named_here = start - len(sentence) < people[nearest].end
        return not (_WHERE if named_here else _INSTITUTION).search(sentence)
    if _PERSONAL.search(before):
        return True
    return complete and not _INSTITUTION.search(before + context.text[end : end + _REGISTERED])
