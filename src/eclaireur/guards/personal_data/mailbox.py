"""Whose account is it: telling a person's mailbox or handle from a service's."""

import re

from eclaireur.guards.personal_data.lexicon import fold, is_given_name, is_ordinary

# Not French words, yet the names of services, bodies and functions in addresses.
_SERVICE = frozenset(
    """
    accueil adm admin ademe api ars asso bdd brgm cada caf cerema cg citoyen cnil cnrs com comm
    contact crm data datagouv datalab ddt ddtm dgfip dila dinum doc donnees dpo drac dreal drh dsi
    eau edt elus enedis etalab etat foncier geo geomatique gouv hydro ign ifremer inra inrae insee
    inspire irve mairie mel meteo metropole mobilite newsletter noreply no-reply observatoire odd
    ofb onf open opendata openstreetmap osm ot presse pref prefecture ratp region rgpd rte sage
    sdis secretariat sig sirene sncf stat statistiques stats support tech transports urba urbanisme
    ville voirie webmaster webmestre datagouvfr gouvernement officiel official france french team
    """.split()  # noqa: SIM905 - a list of strings would hide the words
)
_SERVICE_STEM = re.compile(
    r"(?:open|geo|info|data|sig|mairie|ville|agglo|metropole|region|service|serv|contact|support"
    r"|conseil|depart|prefect|minist|observat|bibli|media|biblio|ecole|lycee|college|univ|musee"
    r"|direction|secretariat|communaut|commune|syndicat|office|agence|asso|transport|urba"
    r"|statisti|donnee|ddt|dreal|dgfip|gouv|etalab|cartograph|geomat|environ|ligne|reseau|bus)"
    r"|.*(?:opendata|data|sig|geo|fr|france|officiel|gouv|info|metropole)$"
)
_FREE_MAIL = re.compile(
    r"(?:gmail|googlemail|hotmail|outlook|live|msn|yahoo|icloud|me|mac|aol|gmx|proton|protonmail"
    r"|tutanota|mailo|laposte|orange|wanadoo|free|sfr|neuf|bbox|numericable|aliceadsl|club-internet)"
    r"\.[a-z.]{2,6}"
)
_INITIALS = 2
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_PARTS = re.compile(r"[._\-+\s\d]+")


def is_personal_mailbox(local: str, domain: str) -> bool:
    """Whether the mailbox `local@domain` reads as a person's rather than a service's."""
    parts = _parts(local.split("+")[0])
    if not parts:
        return False
    if _names_a_person(parts):
        return True
    if any(_names_a_service(part) for part in parts):
        return False
    host = fold(domain)
    if _FREE_MAIL.fullmatch(host):
        return True
    return len("".join(parts)) > 4 and not all(part in host for part in parts)


def is_personal_account(name: str) -> bool:
    """Whether an account of a network reads as a person's rather than a body's."""
    parts = _parts(name)
    if _names_a_person(parts):
        return True
    if name.isupper():
        return False
    return bool(parts) and not any(_names_a_service(part) for part in parts) and len(name) > 3


def has_given_name(label: str) -> bool:
    """Whether a label of a host's name holds, among its parts, a given name and no service's."""
    parts = _parts(label)
    return any(map(_is_plain_given_name, parts)) and not any(
        _names_a_service(part) or part in {"saint", "sainte", "st", "ste"} for part in parts
    )


def _parts(name: str) -> list[str]:
    return [part for part in _PARTS.split(fold(_CAMEL.sub(" ", name))) if part]


def _is_plain_given_name(part: str) -> bool:
    return len(part) > 2 and is_given_name(part) and not is_ordinary(part)


def _names_a_person(parts: list[str]) -> bool:
    if len(parts) < 2 or any(part in _SERVICE for part in parts):
        return False
    initial = any(len(part) <= _INITIALS for part in parts)
    plain = [part for part in parts if len(part) > 2 and not is_ordinary(part)]
    return bool(plain) and (initial or any(map(is_given_name, parts)))


def _names_a_service(part: str) -> bool:
    if part in _SERVICE:
        return True
    if is_given_name(part) and not is_ordinary(part):
        return False
    return len(part) > 1 and (is_ordinary(part) or _SERVICE_STEM.match(part) is not None)
