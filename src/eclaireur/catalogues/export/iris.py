"""IRIs of what an export describes, built from identifiers and labels nobody vouches for."""

import re
from collections.abc import Mapping
from urllib.parse import quote

from rdflib import Namespace, URIRef

IPTC = Namespace("http://cv.iptc.org/newscodes/digitalsourcetype/")
"""IPTC's NewsCodes for the source of a digital content, which schema.org refers to."""

SCHEMA = Namespace("https://schema.org/")

_EU_FREQUENCY = "http://publications.europa.eu/resource/authority/frequency/"
_SPDX = "https://spdx.org/licenses/"

_FREQUENCIES: Mapping[str, str] = {
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

_LICENCES: Mapping[str, str] = {
    "Licence Ouverte / Open Licence version 2.0": "etalab-2.0",
    "Open Data Commons Open Database License (ODbL)": "ODbL-1.0",
    "Open Data Commons Attribution License": "ODC-By-1.0",
    "Open Data Commons Public Domain Dedication and Licence (PDDL)": "PDDL-1.0",
    "Creative Commons CCZero": "CC0-1.0",
}
"""udata's labels that name one version of one licence, and its SPDX identifier."""

_WEB = re.compile(r"https?://[^\s/]", re.IGNORECASE)
_RESERVED = "%/:?#[]@!$&'()*+,;=~"


def named(kind: str, name: str) -> URIRef:
    """Return the IRI of a thing of Éclaireur's: every reserved character is percent-encoded."""
    return URIRef(f"urn:eclaireur:{kind}:{quote(name, safe='', errors='replace')}")


def part(whole: URIRef, name: str) -> URIRef:
    """Return the IRI of a part: the colon before its name cannot occur in an encoded name."""
    return URIRef(f"{whole}:{name}")


def frequency(code: str) -> URIRef:
    """Return the EU concept for a frequency, or an IRI of ours where none means the same."""
    if code in _FREQUENCIES:
        return URIRef(_EU_FREQUENCY + _FREQUENCIES[code])
    return named("frequency", code)


def licence(label: str) -> URIRef:
    """Return the SPDX licence that a label names, or an IRI of ours where it is ambiguous."""
    return URIRef(_SPDX + _LICENCES[label]) if label in _LICENCES else named("licence", label)


def web_address(address: str) -> URIRef | None:
    """Return an http(s) address as an IRI, or None if it is something else."""
    if not _WEB.match(address):
        return None
    return URIRef(quote(address, safe=_RESERVED, errors="replace"))
