"""Whose account is it: telling a person's mailbox or handle from a service's."""

from eclaireur.guards.personal_data.lexicon import (
    fold,
    is_common_given_name,
    is_commune,
    is_eponym,
    is_given_name,
    is_ordinary,
    is_surname,
)
from eclaireur.text.regex import regex

# Not French words, yet the names of services, bodies and functions in addresses.
_SERVICE = frozenset(
    """
    accueil ccas cias codis sdis crous mdph pmi dsden ddpp dreets urssaf epci sictom sivom adm
    admin ademe api ars asso bdd brgm cada caf cerema cg citoyen cnil cnrs com comm contact crm
    data datagouv datalab ddt ddtm dgfip dila dinum doc donnees dpo drac dreal drh dsi eau edt
    elus enedis etalab etat foncier geo geomatique gouv hydro ign ifremer inra inrae insee
    inspire irve mairie mel meteo metropole mobilite newsletter noreply no-reply observatoire
    odd ofb onf open opendata openstreetmap osm ot presse pref prefecture ratp region rgpd rte
    sage sdis secretariat sig sirene sncf stat statistiques stats support tech transports urba
    urbanisme ville voirie dev devops prod sav rh drh webmaster webmestre datagouvfr gouvernement
    officiel official france french team
    """.split()  # noqa: SIM905 - a list of strings would hide the words
)
_SERVICE_STEM = regex(
    r"(?:open|geo|info|data|sig|mairie|ville|agglo|metropole|region|service|serv|contact|support"
    r"|conseil|depart|prefect|minist|observat|bibli|media|biblio|ecole|lycee|college|univ|musee"
    r"|direction|secretariat|communaut|commune|syndicat|office|agence|asso|transport|urba"
    r"|statisti|donnee|ddt|dreal|dgfip|gouv|etalab|cartograph|geomat|environ|ligne|reseau|bus)"
    r"|.*(?:opendata|data|sig|geo|fr|france|officiel|gouv|info|metropole)$"
)
_ACTIVITY = regex(
    r"[a-z]{3,}(?:metrie|graphie|logie|nomie|scopie|tion|sion|isme|culture|ique|erie|ite|ement"
    r"|ture)s?"
)
"""How nouns of activities end; few surnames do."""
_FREE_MAIL = regex(
    r"(?:gmail|googlemail|hotmail|outlook|live|msn|yahoo|icloud|me|mac|aol|gmx|proton|protonmail"
    r"|tutanota|mailo|laposte|orange|wanadoo|free|sfr|neuf|bbox|numericable|aliceadsl|club-internet)"
    r"\.[a-z.]{2,6}"
)
_INITIALS = 2
_ACRONYM = 5
_SOME = 20
"""How many must bear a surname for an account to be read as an initial and it."""
_CAMEL = regex(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_PARTS = regex(r"[._\-+\s\d]+")


def is_personal_mailbox(local: str, domain: str) -> bool:
    """Whether the mailbox `local@domain` reads as a person's rather than a service's."""
    parts = _parts(local.partition("+")[0])
    if not parts:
        return False
    if _names_a_person(parts) or (len(parts) == 1 and _is_common(parts[0])):
        return True
    if any(_names_a_service(part) for part in parts):
        return False
    host = fold(domain)
    if _FREE_MAIL.fullmatch(host):
        return True
    if len(parts) == 1 and len(parts[0]) <= _ACRONYM and not is_surname(parts[0], bearers=_SOME):
        return is_given_name(parts[0]) or is_surname(parts[0][1:])
    return len("".join(parts)) > 4 and not all(part in host for part in parts)


def is_personal_account(name: str) -> bool:
    """Whether an account of a network reads as a person's rather than a body's."""
    parts = _parts(name)
    if _names_a_person(parts) or (len(parts) > 1 and _is_common(parts[0])):
        return True
    if name.isupper():
        return False
    return bool(parts) and not any(_names_a_service(part) for part in parts) and len(name) > 3


def is_service_account(name: str) -> bool:
    """Whether an account that a person says to be theirs is that of a body all the same."""
    return any(part in _SERVICE for part in _parts(name))


def names_a_person(account: str) -> bool:
    """Whether an account alone says that it is a person's: `jeanne-r`, `k.brunet`, `kbrunet`."""
    parts = _parts(account)
    if is_service_account(account):
        return False
    alone = len(parts) == 1 and _is_initial_and_surname(parts[0])
    return alone or _names_a_person(parts) or any(map(_is_common, parts))


def bears_a_given_name(label: str) -> bool:
    """Whether a label of a host, of several words, holds a common given name.

    It must open the label, as in `lea-fait-des-cartes`, or stand beside words that are not
    ordinary. Communes and famous people have sites that others keep.
    """
    parts = _parts(label)
    if len(parts) < 2 or is_commune(" ".join(parts)) or is_eponym(" ".join(parts)):
        return False
    if any(part in _SERVICE or part in {"saint", "sainte", "st", "ste"} for part in parts):
        return False
    given = list(map(_is_common, parts))
    return given[0] or (any(given) and not any(map(_names_a_service, parts)))


def _parts(name: str) -> list[str]:
    return [part for part in _PARTS.split(fold(_CAMEL.sub(" ", name))) if part]


def _is_plain_given_name(part: str) -> bool:
    return len(part) > 2 and is_given_name(part) and not is_ordinary(part)


def _is_common(part: str) -> bool:
    return _is_plain_given_name(part) and is_common_given_name(part)


def _is_initial_and_surname(part: str) -> bool:
    """Whether it reads as `kbrunet`: an initial, then a surname that is no ordinary word."""
    surname = part[1:]
    return len(surname) > 4 and is_surname(surname, bearers=_SOME) and not is_ordinary(part)


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
    if _ACTIVITY.fullmatch(part) and not is_surname(part, bearers=_SOME):
        return True
    return len(part) > 1 and (is_ordinary(part) or _SERVICE_STEM.match(part) is not None)
