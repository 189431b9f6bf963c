"""What licences and frequencies are called: by udata, by SPDX, by the European Union."""

from collections.abc import Mapping

EU_FREQUENCY = "http://publications.europa.eu/resource/authority/frequency/"
SPDX = "https://spdx.org/licenses/"

FREQUENCIES: Mapping[str, str] = {
    "continuous": "CONT",
    "hourly": "HOURLY",
    "semidaily": "DAILY_2",
    "daily": "DAILY",
    "threeTimesAWeek": "WEEKLY_3",
    "semiweekly": "WEEKLY_2",
    "weekly": "WEEKLY",
    "biweekly": "BIWEEKLY",
    "threeTimesAMonth": "MONTHLY_3",
    "semimonthly": "MONTHLY_2",
    "monthly": "MONTHLY",
    "bimonthly": "BIMONTHLY",
    "quarterly": "QUARTERLY",
    "threeTimesAYear": "ANNUAL_3",
    "semiannual": "ANNUAL_2",
    "annual": "ANNUAL",
    "biennial": "BIENNIAL",
    "triennial": "TRIENNIAL",
    "quadrennial": "QUADRENNIAL",
    "quinquennial": "QUINQUENNIAL",
    "irregular": "IRREG",
    "never": "NEVER",
    "other": "OTHER",
    "unknown": "UNKNOWN",
}
"""udata's codes, and the codes of the EU authority table that mean the same."""

LICENCES: Mapping[str, str] = {
    "Licence Ouverte / Open Licence version 2.0": "etalab-2.0",
    "Open Data Commons Open Database License (ODbL)": "ODbL-1.0",
    "Open Data Commons Attribution License": "ODC-By-1.0",
    "Open Data Commons Public Domain Dedication and Licence (PDDL)": "PDDL-1.0",
    "Creative Commons CCZero": "CC0-1.0",
}
"""udata's labels that name one version of one licence, and its SPDX identifier."""

_LICENCE_KEYS: Mapping[str, str] = {
    "fr-lo": "Licence Ouverte / Open Licence",
    "lov2": "Licence Ouverte / Open Licence version 2.0",
    "odc-odbl": "Open Data Commons Open Database License (ODbL)",
    "odc-by": "Open Data Commons Attribution License",
    "odc-pddl": "Open Data Commons Public Domain Dedication and Licence (PDDL)",
    "cc-zero": "Creative Commons CCZero",
    "cc-by": "Creative Commons Attribution",
    "cc-by-sa": "Creative Commons Attribution Share-Alike",
    "other-at": "Other (Attribution)",
    "other-open": "Other (Open)",
    "other-pd": "Other (Public Domain)",
    "notspecified": "License Not Specified",
}
"""udata's keys of licences, which its API gives, and the labels that its catalogue gives."""

_OF_SPDX = {key.lower(): label for label, key in LICENCES.items()}
_OF_EU = {key: code for code, key in FREQUENCIES.items()}


def licence_of_key(key: str) -> str:
    """Return the label of a licence that udata knows by a key, or the key itself."""
    return _LICENCE_KEYS.get(key, key)


def licence_label(iri: str) -> str | None:
    """Return the label of the licence that an IRI of SPDX names, if there is one."""
    bare = iri.removeprefix("https:").removeprefix("http:")
    if not bare.startswith("//spdx.org/licenses/"):
        return None
    return _OF_SPDX.get(bare.rpartition("/")[2].removesuffix(".html").lower())


def frequency_code(iri: str) -> str | None:
    """Return udata's code for a frequency of the EU authority table, if there is one."""
    if not iri.startswith(EU_FREQUENCY):
        return None
    return _OF_EU.get(iri.removeprefix(EU_FREQUENCY))
