"""IRIs of what an export describes, built from identifiers and labels nobody vouches for."""

import re
from urllib.parse import quote

from rdflib import Namespace, URIRef

from eclaireur.catalogues.concepts import EU_FREQUENCY, FREQUENCIES, LICENCES, SPDX

IPTC = Namespace("http://cv.iptc.org/newscodes/digitalsourcetype/")
"""IPTC's NewsCodes for the source of a digital content, which schema.org refers to."""

SCHEMA = Namespace("https://schema.org/")

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
    if code in FREQUENCIES:
        return URIRef(EU_FREQUENCY + FREQUENCIES[code])
    return named("frequency", code)


def licence(label: str) -> URIRef:
    """Return the SPDX licence that a label names, or an IRI of ours where it is ambiguous."""
    return URIRef(SPDX + LICENCES[label]) if label in LICENCES else named("licence", label)


def theme(told: str) -> URIRef:
    """Return the URI of a theme, or an IRI of ours where its portal gives a name alone."""
    return web_address(told) or named("theme", told)


def web_address(address: str) -> URIRef | None:
    """Return an http(s) address as an IRI, or None if it is something else."""
    if not _WEB.match(address):
        return None
    return URIRef(quote(address, safe=_RESERVED, errors="replace"))
