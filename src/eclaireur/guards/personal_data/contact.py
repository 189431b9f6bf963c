"""How a person is reached: e-mail, telephone, handle, profile, site of their own."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import permutations

from eclaireur.guards.personal_data.context import Context
from eclaireur.guards.personal_data.lexicon import fold, is_commune
from eclaireur.guards.personal_data.mailbox import (
    bears_a_given_name,
    is_personal_account,
    is_personal_mailbox,
    is_service_account,
    names_a_person,
)
from eclaireur.guards.personal_data.span import PersonalData, PersonalDataType
from eclaireur.text.regex import regex

_EMAIL = regex(
    r"(?<![\w.+@-])(?P<local>[\w+-](?:[\w.+'-]{0,62}[\w+-])?)"
    r"@(?P<domain>[\w-]{1,63}(?:\.[\w-]{1,63}){1,6})"
)
_AT = r"\s?(?:[\[(<{]\s?(?:at|arobase|arobas|@)\s?[\])>}]|\s(?:at|arobase|arobas)\s|\s@\s)\s?"
_DOT = r"(?:\.|\s?(?:[\[(<{]\s?(?:dot|point)\s?[\])>}]|\s(?:dot|point)\s)\s?)"
_HIDDEN_EMAIL = regex(
    rf"(?<![\w.+-])(?P<local>[\w+-]{{1,40}}(?:{_DOT}[\w+-]{{1,40}}){{0,3}}){_AT}"
    rf"(?P<domain>[\w-]{{1,40}}(?:{_DOT}[\w-]{{1,40}}){{1,3}})",
    re.IGNORECASE,
)
_SPELT_EMAIL = regex(
    r"(?<![\w.+-])(?P<local>[\w+-][\w.+-]{1,40}) chez (?P<domain>[\w-]{2,40} point [a-z]{2,6})\b",
    re.IGNORECASE,
)
_AT_SIGN = regex("@")
_SPELT_AT_SIGN = regex(r"\bchez\b", re.IGNORECASE)
_HIDDEN_AT_SIGN = regex(r"\barobase?|[\[(<{\s](?:at|@)[\])>}\s]", re.IGNORECASE)
"""Without one of these there is nothing to look for: it spares the search for the rest."""
_HIDDEN_DOT = regex(r"\W*\b(?:dot|point)\b\W*|\s+", re.IGNORECASE)


def emails(text: str) -> Iterator[PersonalData]:
    """Mailboxes of people, also those written with `[at]`, `(arobase)` or `chez … point …`."""
    for pattern, sign in (
        (_EMAIL, _AT_SIGN),
        (_HIDDEN_EMAIL, _HIDDEN_AT_SIGN),
        (_SPELT_EMAIL, _SPELT_AT_SIGN),
    ):
        if not sign.search(text):
            continue
        for match in pattern.finditer(text):
            local, domain = (_HIDDEN_DOT.sub(".", match[part]) for part in ("local", "domain"))
            if is_personal_mailbox(local, domain):
                yield PersonalData(match.start(), match.end(), PersonalDataType.EMAIL)


_GAP = r"(?:[ \u00a0\u202f\u2009.\-/]{0,2}|&nbsp;)"
_PHONE = regex(
    r"(?<![\w.+-])(?<!\d,)(?<!(?<!\d{10})/)(?!\d{2}[/.-]\d{2}[/.-](?:19|20)\d{2}(?!\d))(?:"
    rf"(?:(?:\+|00)33|\((?:\+|00)33\)){_GAP}(?:(?:\(0\)|0){_GAP})?[1-79](?:{_GAP}\d{{2}}){{4}}"
    rf"|(?:0[1-79]|\(0[1-79]\))(?:{_GAP}\d{{2}}){{4}}"
    rf"|0[1-79]\d{_GAP}\d{{3}}{_GAP}\d{{3}}(?!\d)"
    rf"|0[1-79]\d{{2}}{_GAP}\d{{3}}{_GAP}\d{{3}}"
    rf"|(?:\+|00)(?!33|0)[1-9]\d{{0,2}}{_GAP}(?:\(0\){_GAP})?\d(?:{_GAP}\d){{6,11}}"
    rf"|(?P<odd>0[1-79](?:{_GAP}\d){{8}})"
    r")(?![\w%€]|[.,/-]\d)"
)
_PHONE_WORD = regex(
    r"t[ée]l\b|t[ée]l[ée]phon|portable|mobile|phone|appel|joindre|joign"
    r"|num[ée]ro (?:de (?:t[ée]l|portable|mobile|fixe)|perso)|sms"
    r"|whatsapp|fixe|contact|rappel|ligne directe|fax",
    re.IGNORECASE,
)
_OTHER_NUMBER = regex(
    r"(?:identifiant|\bid|dossier|r[ée]f(?:[ée]rence)?|code|s[ée]rie|siren|siret|mandat|bordereau"
    r"|facture|march[ée]|contrat|tiers|compteur|capteur|tron[çc]on|rna|finess|matricule|isbn|ean"
    r"|coordonn[ée]es?|lot|parcelle|objet|version|chiffres|caract[èe]res|positions)\b"
    r"[^\d\n]{0,25}$",
    re.IGNORECASE,
)
_IDENTIFIER_SAYS = regex(
    r"^.{0,40}?\b(?:identifiant|n['’]est pas un (?:num[ée]ro de )?t[ée]l|non [àa] un t[ée]l"
    r"|(?:est|sont|c['’]est) (?:un|une|des|le|la) (?:code|matricule|r[ée]f[ée]rence|cl[ée]|cote))",
    re.IGNORECASE,
)
_SERVICE = (
    r"standard|accueil|num[ée]ro (?:vert|unique|gratuit|azur|court|national|d'urgence)"
    r"|centre d'appels?|service client\w*|hotline|secr[ée]tariat|guichet|permanence|urgences?"
    r"|renseignements|billetterie|assistance|astreinte|samu|ouverte?s? au public|horaires"
)
_SERVICE_NUMBER = regex(rf"\b(?:{_SERVICE})\b", re.IGNORECASE)
_SERVICE_LINE = regex(
    rf"\b(?:{_SERVICE}|services? (?:des|de|du|technique|public)\w*|plate-?forme|mairie"
    rf"|pr[ée]fecture"
    r"|office|gymnase|stade|salle|th[ée][âa]tre|cin[ée]ma|cr[èe]che|tr[ée]sorerie|camping|refuge"
    r"|gare|ehpad|chu|sdis|pompiers|police|caf|cpam|ccas|tribunal|conservatoire|a[ée]roport"
    r"|capitainerie|patinoire|maison (?:des?|du)|centre|point info\w*|france services"
    r"|h[ôo]pital|clinique|caserne|gendarmerie|commissariat|m[ée]diath[èe]que|biblioth[èe]que"
    r"|piscine|mus[ée]e|[ée]cole|coll[èe]ge|lyc[ée]e|d[ée]ch[èe]terie|h[ôo]tel|r[ée]gie|agence"
    r"|syndicat|si[èe]ge|d[ée]partement|cabinet|all[oô])\b",
    re.IGNORECASE,
)
_OFFICE = regex(
    r"\b(?:brigade|antenne|greffe|rectorat|perception|cellule|p[ôo]le|observatoire|acad[ée]mie|universit[ée]|facult[ée]|pharmacie"
    r"|laboratoire|d[ée]l[ée]gation|f[ée]d[ée]ration|boutique|d[ée]p[ôo]t|scolarit[ée]"
    r"|vie scolaire|intendance|internat|cantine|r[ée]servations?|inscriptions?"
    r"|drh|dsi|rh|sav|ddtm?|dreal|drac)\b",
    re.IGNORECASE,
)
"""Where somebody may work too: a number is that of the office when nobody is named before it."""
_BESIDE = regex(
    r"[\s,;:/|()·•<>'\"–—-]{0,4}(?:(?:ou|et|au|par|t[ée]l(?:[ée]phone)?|e?-?mail|courriel|m[ée]l)\b"
    r"[\s.:]{1,3}){0,3}",
    re.IGNORECASE,
)
"""What parts a mailbox from the number of the same service, on either side."""
_OWN = regex(
    r"\b(?:mon|ma|mes|moi|me|m'|son|sa|notre voisin|portable|perso(?:nnel\w*)?|ligne directe"
    r"|domicile)\b",
    re.IGNORECASE,
)
_MOBILE = regex(r"(?:(?:\+|00)33\W{0,5}|0)[67]")
_SWITCHBOARD = ("00 00", "00.00", "00-00", "0000")
"""How the number of a switchboard most often ends."""
_LABEL_ALONE = regex(
    r"[\s*•–—-]*(?:t[ée]l[ée]?(?:phone)?|phone|fax|mobile|portable|fixe|contact)?[\s*.:]*",
    re.IGNORECASE,
)
"""A line that holds a number alone goes on with what the lines before say."""
_HIS_OWN = 25
"""How far after a name a mobile is still that person's, whatever is said of it."""
_AT_ONCE = 4
"""How far after a number the name of its owner may begin."""
_NEAR = 70


def phones(text: str, context: Context, people: list[PersonalData]) -> Iterator[PersonalData]:
    """Telephone numbers, except those of services, freephones and what is another number.

    A number is not checked against the numbering plan: one mistyped, or made up, is still
    meant for a person. Digits grouped in an unusual way must be said to be a telephone's.
    """
    services = _service_mailboxes(text)
    for match in _PHONE.finditer(text):
        before = context.before(match.start(), _NEAR)
        if _LABEL_ALONE.fullmatch(before):
            before = _without_people(text, match.start(), people)
        if match["odd"] and not _PHONE_WORD.search(before) and not _OWN.search(before):
            continue
        if _is_other_number(match, before, context) or _is_service_line(match, before, people):
            continue
        if _is_beside_a_service(match, before, services, people):
            continue
        yield PersonalData(match.start(), match.end(), PersonalDataType.PHONE)


def _service_mailboxes(text: str) -> list[tuple[int, int]]:
    if not _AT_SIGN.search(text):
        return []
    return [
        match.span()
        for match in _EMAIL.finditer(text)
        if not is_personal_mailbox(match["local"], match["domain"])
    ]


def _is_beside_a_service(
    match: re.Match[str],
    before: str,
    services: list[tuple[int, int]],
    people: list[PersonalData],
) -> bool:
    """Whether a landline stands next to the mailbox of a service, and nobody is named first."""
    start, end = match.span()
    if _MOBILE.match(match[0]) or _OWN.search(before):
        return False
    if any(start - _NEAR <= person.start < end + _AT_ONCE for person in people):
        return False
    index = bisect_right(services, (start, start))
    beside = [(services[index - 1][1], start)] if index else []
    beside += [(end, services[index][0])] if index < len(services) else []
    return any(
        right - left <= _HIS_OWN and _BESIDE.fullmatch(match.string, left, right)
        for left, right in beside
    )


def _without_people(text: str, end: int, people: list[PersonalData]) -> str:
    """The lines before a position, unless they name somebody: a signature names its service."""
    start = max(0, end - 2 * _NEAR)
    named = any(start <= person.start < end for person in people)
    return "" if named else text[start:end]


def _is_other_number(match: re.Match[str], before: str, context: Context) -> bool:
    if _PHONE_WORD.search(before[-30:]):
        return False
    if _OTHER_NUMBER.search(before):
        return True
    return match[0].isdigit() and bool(_IDENTIFIER_SAYS.match(context.after(match.end(), 60)))


def _is_service_line(match: re.Match[str], before: str, people: list[PersonalData]) -> bool:
    if _OWN.search(before[-40:]):
        return False
    index = bisect_right(people, match.start(), key=lambda person: person.start) - 1
    nearest = people[index].end if index >= 0 else -1
    following = people[index + 1].start if index + 1 < len(people) else None
    if following is not None and following - match.end() <= _AT_ONCE:
        return False
    if match[0].endswith(_SWITCHBOARD) and match.start() - nearest > _NEAR // 2:
        return True
    if _MOBILE.match(match[0]) and nearest >= 0 and match.start() - nearest <= _HIS_OWN:
        return False
    if _MOBILE.match(match[0]):
        said = _SERVICE_NUMBER
    elif nearest < match.start() - len(before) and _OFFICE.search(before):
        return True
    else:
        said = _SERVICE_LINE
    services = [found.end() for found in said.finditer(before)]
    return bool(services) and match.start() - len(before) + services[-1] > nearest


_HANDLE = regex(
    r"(?<![\w@./+=:&-])@(?P<name>[A-Za-z_](?:[\w.-]{0,58}\w)?)"
    r"(?P<instance>@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4})?(?![\w@/])"
)
_URL = regex(
    r"(?:https?://|(?<![\w@./-])(?=www\.|(?:[a-z0-9-]{1,63}\.){1,4}(?-i:[a-z]{2,12})(?:/|\s|$"
    r"|[.,;:)])))"
    r"(?:www\.)?(?P<host>[\w-]{1,63}(?:\.[\w-]{1,63}){0,5}\.[a-z]{2,12})(?::\d{2,5})?"
    r"(?P<path>/[^\s<>\"'`|)\]}»]{0,300})?(?![\w@])",
    re.IGNORECASE,
)
_HOST_END = regex(r"\.(?:fr|com|org|net|eu|info)$", re.IGNORECASE)
_NETWORKS = regex(
    r"(?:[a-z]{2}\.)?(?:openstreetmap\.org/user/|linkedin\.com/in/"
    r"|viadeo\.com/(?:fr/)?profile/|bsky\.app/profile/"
    r"|orcid\.org/(?=\d{4}-)|researchgate\.net/profile/|keybase\.io/|t\.me/|about\.me/"
    r"|(?:github|gitlab|bitbucket|codeberg|twitter|x|facebook|instagram|snapchat|pinterest|kaggle"
    r"|medium|youtube|tiktok|twitch|soundcloud|flickr|framagit|dailymotion|behance|linktr)"
    r"\.(?:com|org|net|tv|ee)/)"
)
_ALWAYS_A_PERSON = regex(
    r"openstreetmap|linkedin\.com/in|viadeo|orcid|researchgate\.net/profile|about\.me"
)
_NOT_AN_ACCOUNT = frozenset(
    """
    about company explore groups hashtag help home in login orgs pages playlist policies search
    settings share sharer status topics watch intent channel events user users
    """.split()  # noqa: SIM905 - a list of strings would hide the words
)
_PERSONAL_PAGE = regex(r"/~|^pages?perso|\.pagesperso|^perso\.|\.perso\.|/@")
_SHORTEST_NAME = 3
_SHORTEST_JOINED = 5
_MOST_NAMES = 5
_PUBLIC_HOST = regex(
    r"(?:^|[.-])(?:gouv|mairie|ville|data|insee|ign|europa|univ|ac|cc|agglo|metropole|musee"
    r"|departement|region|prefecture|wikipedia|wikidata|openstreetmap|arcgis"
    r"|opendatasoft)(?:[.-]|$)"
)
_SAID_TO_BE_A_NAME = regex(
    r"\b(?:pseudo(?:nyme)?|identifiant (?:sur|twitter|insta|mastodon|discord)|insta(?:gram)?"
    r"|twitter|mastodon|discord|telegram|snap(?:chat)?|skype|login)\b"
    r"(?:\s(?:sur|du|de|le|la|mon|ma|forum|site|portail|est|c'est|discord|telegram|github|insta"
    r"|twitter|mastodon|osm|reddit)){0,4}\s?[:=]?\s?[«\"]?\s?"
    r"(?P<name>[A-Za-z][\w.-]{1,30}\w(?:#\d{4})?)",
    re.IGNORECASE,
)


def own_sites(text: str, people: list[PersonalData]) -> Iterator[PersonalData]:
    """Addresses of sites whose host bears a name of one of the people found."""
    names = {name for person in people for name in _in_a_host(text[person.start : person.end])}
    for match in _URL.finditer(text):
        host = fold(match["host"])
        if not _PUBLIC_HOST.search(host) and names.intersection(re.split(r"[.-]", host)):
            yield _address(match)


def _in_a_host(name: str) -> Iterator[str]:
    """How a person's name may stand in the address of a site: `betsch`, `ilanbetsch`."""
    parts = re.findall(r"[a-z]+", fold(name))
    yield from (part for part in parts if len(part) > _SHORTEST_NAME and not is_commune(part))
    for first, second in permutations(parts[:_MOST_NAMES], 2):
        yield from (
            joined
            for joined in (first + second, first[0] + second)
            if len(joined) > _SHORTEST_JOINED
        )


def _address(match: re.Match[str]) -> PersonalData:
    end = match.start() + len(match[0].rstrip(".,;:!?"))
    return PersonalData(match.start(), end, PersonalDataType.HANDLE)


def handles(text: str) -> Iterator[PersonalData]:
    """Names on networks, addresses of profiles, and addresses of people's own sites."""
    for match in _HANDLE.finditer(text):
        if is_personal_account(match["name"]) and not _HOST_END.search(match["name"]):
            yield PersonalData(match.start(), match.end(), PersonalDataType.HANDLE)
    for match in _URL.finditer(text):
        if _is_personal_address(fold(match["host"]), fold(match["path"] or "")):
            yield _address(match)
    for match in _SAID_TO_BE_A_NAME.finditer(text):
        name = match["name"]
        coined = any(char in "_.#-" or char.isdigit() for char in name)
        if coined and not is_service_account(name):
            yield PersonalData(match.start("name"), match.end("name"), PersonalDataType.HANDLE)


def _is_personal_address(host: str, path: str) -> bool:
    if network := _NETWORKS.match(host.removeprefix("www.") + path):
        account = (host.removeprefix("www.") + path)[network.end() :]
        owner, *rest = re.split(r"[/?#]", account)
        owner = owner.removeprefix("@").rstrip(".,;:")
        if not owner or owner in _NOT_AN_ACCOUNT:
            return False
        if _ALWAYS_A_PERSON.match(network[0]):
            return True
        return names_a_person(owner) if any(rest) else is_personal_account(owner)
    if _PERSONAL_PAGE.search(host + path):
        return not _PUBLIC_HOST.search(host)
    labels = host.removeprefix("www.").split(".")[:-1]
    return not _PUBLIC_HOST.search(host) and any(map(bears_a_given_name, labels))
