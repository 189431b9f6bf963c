"""How a person is reached: e-mail, telephone, handle, profile, site of their own."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from eclaireur.guards.personal_data.context import Context
from eclaireur.guards.personal_data.lexicon import fold
from eclaireur.guards.personal_data.mailbox import (
    has_given_name,
    is_personal_account,
    is_personal_mailbox,
)
from eclaireur.guards.personal_data.span import PersonalData, PersonalDataType

_EMAIL = re.compile(
    r"(?<![\w.+@-])(?P<local>[\w+-](?:[\w.+'-]{0,62}[\w+-])?)"
    r"@(?P<domain>[\w-]{1,63}(?:\.[\w-]{1,63}){1,6})"
)
_AT = r"\s?(?:[\[(<{]\s?(?:at|arobase|arobas|@)\s?[\])>}]|\s(?:at|arobase|arobas)\s|\s@\s)\s?"
_DOT = r"(?:\.|\s?(?:[\[(<{]\s?(?:dot|point)\s?[\])>}]|\s(?:dot|point)\s)\s?)"
_HIDDEN_EMAIL = re.compile(
    rf"(?<![\w.+-])(?P<local>[\w+-]{{1,40}}(?:{_DOT}[\w+-]{{1,40}}){{0,3}}){_AT}"
    rf"(?P<domain>[\w-]{{1,40}}(?:{_DOT}[\w-]{{1,40}}){{1,3}})",
    re.IGNORECASE,
)
_AT_SIGN = re.compile("@")
_HIDDEN_AT_SIGN = re.compile(r"\barobase?|[\[(<{\s](?:at|@)[\])>}\s]", re.IGNORECASE)
"""Without one of these there is nothing to look for: it spares the search for the rest."""
_HIDDEN_DOT = re.compile(r"\W*\b(?:dot|point)\b\W*|\s+", re.IGNORECASE)


def emails(text: str) -> Iterator[PersonalData]:
    """Mailboxes of people, also those written with `[at]` or `(arobase)`."""
    for pattern, sign in ((_EMAIL, _AT_SIGN), (_HIDDEN_EMAIL, _HIDDEN_AT_SIGN)):
        if not sign.search(text):
            continue
        for match in pattern.finditer(text):
            local, domain = (_HIDDEN_DOT.sub(".", match[part]) for part in ("local", "domain"))
            if is_personal_mailbox(local, domain):
                yield PersonalData(match.start(), match.end(), PersonalDataType.EMAIL)


_GAP = r"[ \u00a0\u202f\u2009.\-/]{0,2}"
_PHONE = re.compile(
    r"(?<![\w.,/+-])(?!\d{2}[/.-]\d{2}[/.-](?:19|20)\d{2}(?!\d))(?:"
    rf"\(?(?:\+|00)33\)?{_GAP}(?:\(0\){_GAP})?[1-79](?:{_GAP}\d{{2}}){{4}}"
    rf"|\(?0[1-79]\)?(?:{_GAP}\d{{2}}){{4}}"
    rf"|0[1-79]\d{_GAP}\d{{3}}{_GAP}\d{{3}}(?!\d)"
    rf"|0[1-79]\d{{2}}{_GAP}\d{{3}}{_GAP}\d{{3}}"
    rf"|(?:\+|00)(?!33|0)[1-9]\d{{0,2}}{_GAP}(?:\(0\){_GAP})?\d(?:{_GAP}\d){{6,11}}"
    r")(?![\w%€]|[.,/-]\d)"
)
_PHONE_WORD = re.compile(
    r"t[ée]l\b|t[ée]l[ée]phon|portable|mobile|phone|appel|joindre|joign|num[ée]ro (?:de (?:t[ée]l|portable|mobile|fixe)|perso)|sms"
    r"|whatsapp|fixe|contact|rappel|ligne directe|fax",
    re.IGNORECASE,
)
_OTHER_NUMBER = re.compile(
    r"(?:identifiant|\bid|dossier|r[ée]f(?:[ée]rence)?|code|s[ée]rie|siren|siret|mandat|bordereau"
    r"|facture|march[ée]|contrat|tiers|compteur|capteur|tron[çc]on|rna|finess|matricule|isbn|ean"
    r"|coordonn[ée]es?|lot|parcelle|objet|version)\b[^\d\n]{0,25}$",
    re.IGNORECASE,
)
_IDENTIFIER_SAYS = re.compile(
    r"^.{0,40}?\b(?:identifiant|n'est pas un (?:num[ée]ro de )?t[ée]l|non [àa] un t[ée]l)",
    re.IGNORECASE,
)
_SERVICE_LINE = re.compile(
    r"\b(?:standard|accueil|num[ée]ro (?:vert|unique|gratuit|azur|court|national|d'urgence)"
    r"|centre d'appels?|service client\w*|services? (?:des|de|du|technique|public)\w*|hotline"
    r"|plate-?forme|secr[ée]tariat|mairie|pr[ée]fecture|guichet|permanence|office|urgences?"
    r"|h[ôo]pital|clinique|caserne|gendarmerie|commissariat|m[ée]diath[èe]que|biblioth[èe]que"
    r"|piscine|mus[ée]e|[ée]cole|coll[èe]ge|lyc[ée]e|d[ée]ch[èe]terie|h[ôo]tel|r[ée]gie|agence"
    r"|ouverte?s? au public|horaires|samu|syndicat|assistance|astreinte|si[èe]ge|d[ée]partement|cabinet|allo|all[ôo])\b",
    re.IGNORECASE,
)
_OWN = re.compile(
    r"\b(?:mon|ma|mes|moi|me|m'|son|sa|notre voisin|portable|perso\w*|ligne directe|domicile)\b",
    re.IGNORECASE,
)
_SWITCHBOARD = ("00 00", "00.00", "00-00", "0000")
"""How the number of a switchboard most often ends."""
_NEAR = 70


def phones(text: str, context: Context, people: list[PersonalData]) -> Iterator[PersonalData]:
    """Telephone numbers, except those of services, freephones and what is another number.

    A number is not checked against the numbering plan: one mistyped, or made up, is still
    meant for a person.
    """
    for match in _PHONE.finditer(text):
        before = context.before(match.start(), _NEAR)
        if _is_other_number(match, before, context) or _is_service_line(match, before, people):
            continue
        yield PersonalData(match.start(), match.end(), PersonalDataType.PHONE)


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
    if match[0].endswith(_SWITCHBOARD) and match.start() - nearest > _NEAR // 2:
        return True
    services = [found.end() for found in _SERVICE_LINE.finditer(before)]
    return bool(services) and match.start() - len(before) + services[-1] > nearest


_HANDLE = re.compile(
    r"(?<![\w@./+=:&-])@(?P<name>[A-Za-z_](?:[\w.]{0,38}\w)?(?:-\w{1,20}){0,2})"
    r"(?P<instance>@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4})?(?![\w@/])"
)
_URL = re.compile(
    r"(?:https?://|(?<![\w@./-])(?:www\.)?(?=[\w-]{1,63}\.[a-z]))"
    r"(?:www\.)?(?P<host>[\w-]{1,63}(?:\.[\w-]{1,63}){0,5}\.[a-z]{2,12})(?::\d{2,5})?"
    r"(?P<path>/[^\s<>\"'`|)\]}»]{0,300})?(?![\w@])",
    re.IGNORECASE,
)
_HOST_END = re.compile(r"\.(?:fr|com|org|net|eu|info)$")
_NETWORKS = re.compile(
    r"(?:[a-z]{2}\.)?(?:openstreetmap\.org/user/|linkedin\.com/in/|viadeo\.com/(?:fr/)?profile/|bsky\.app/profile/"
    r"|orcid\.org/(?=\d{4}-)|researchgate\.net/profile/|keybase\.io/|t\.me/|about\.me/"
    r"|(?:github|gitlab|bitbucket|codeberg|twitter|x|facebook|instagram|snapchat|pinterest|kaggle"
    r"|medium|youtube|tiktok|twitch|soundcloud|flickr|framagit|dailymotion|behance|linktr)"
    r"\.(?:com|org|net|tv|ee)/)"
)
_ALWAYS_A_PERSON = re.compile(
    r"openstreetmap|linkedin\.com/in|viadeo|orcid|researchgate\.net/profile|about\.me"
)
_NOT_AN_ACCOUNT = frozenset(
    "about company explore groups hashtag help home in login orgs pages playlist policies search"
    " settings share sharer status topics watch intent channel events user users".split()
)
_PERSONAL_PAGE = re.compile(r"/~|^pages?perso|\.pagesperso|^perso\.|\.perso\.|/@")
_SHORTEST_NAME = 3
_PUBLIC_HOST = re.compile(
    r"(?:^|[.-])(?:gouv|mairie|ville|data|insee|ign|europa|univ|ac|cc|agglo|metropole|musee"
    r"|departement|region|prefecture|wikipedia|wikidata|openstreetmap|arcgis|opendatasoft)(?:[.-]|$)"
)
_SAID_TO_BE_A_NAME = re.compile(
    r"\b(?:pseudo(?:nyme)?|identifiant (?:sur|twitter|insta|mastodon|discord)|insta(?:gram)?"
    r"|twitter|mastodon|discord|telegram|snap(?:chat)?|skype|login)\b"
    r"(?:\s(?:sur|du|de|le|la|mon|ma|forum|site|portail|est|c'est))*\s?[:=]?\s?[«\"]?\s?"
    r"(?P<name>[A-Za-z][\w.-]{2,30}(?:#\d{4})?\w)",
    re.IGNORECASE,
)


def own_sites(text: str, people: list[PersonalData]) -> Iterator[PersonalData]:
    """Addresses of sites whose host bears a name of one of the people found."""
    names = {
        part
        for person in people
        for part in re.split(r"[^a-z]+", fold(text[person.start : person.end]))
        if len(part) > _SHORTEST_NAME
    }
    for match in _URL.finditer(text):
        host = fold(match["host"])
        if not _PUBLIC_HOST.search(host) and names.intersection(re.split(r"[.-]", host)):
            yield _address(match)


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
        if any(char in "_.#-" or char.isdigit() for char in name) and is_personal_account(name):
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
        return has_given_name(owner) if any(rest) else is_personal_account(owner)
    if _PERSONAL_PAGE.search(host + path):
        return not _PUBLIC_HOST.search(host)
    labels = host.removeprefix("www.").split(".")[:-1]
    return not _PUBLIC_HOST.search(host) and any(
        "-" in label and has_given_name(label) for label in labels
    )
