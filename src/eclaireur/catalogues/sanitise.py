"""What a record may not bring in: persons, and values that no store or reply can hold."""

import math
import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache

from eclaireur.core.base import Json, holdable
from eclaireur.core.errors import InvalidRecord

MAX_DEPTH = 32
"""Levels of nesting in a record. udata and CKAN use fewer than ten."""

_PERSON = frozenset(
    {
        "author",
        "auteur",
        "contact",
        "correspondant",
        "creator",
        "createur",
        "email",
        "maintainer",
        "mail",
        "member",
        "owner",
        "person",
        "personne",
        "phone",
        "poc",
        "proprietaire",
        "telephone",
        "user",
        "vcard",
    }
)
"""Words of the keys under which udata, CKAN and DCAT name a person or a person's address."""

_ORGANISATIONS = frozenset({"owner_org"})
"""Keys of organisations that one of those words is part of (CKAN)."""

_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
_WORD = re.compile(r"[^\W\d_]+")


def sanitised(record: Mapping[str, Json]) -> dict[str, Json]:
    """Return the record without its persons.

    NUL and lone surrogates, which PostgreSQL and UTF-8 refuse, become U+FFFD.

    Raises:
        InvalidRecord: nested too deeply, or holding a number that JSON cannot write.
    """
    return _mapping(record, MAX_DEPTH)


def _value(value: Json, depth: int) -> Json:
    if isinstance(value, str):
        return holdable(value)
    if isinstance(value, float) and not math.isfinite(value):
        raise InvalidRecord(problem="not-finite")
    if not isinstance(value, dict | list):
        return value
    if depth == 0:
        raise InvalidRecord(problem="too-deep")
    if isinstance(value, dict):
        return _mapping(value, depth - 1)
    return [_value(each, depth - 1) for each in value if not _is_person_pair(each)]


def _mapping(value: Mapping[str, Json], depth: int) -> dict[str, Json]:
    return {
        holdable(key): _value(each, depth) for key, each in value.items() if not _names_person(key)
    }


def _is_person_pair(value: Json) -> bool:
    """Whether it is one of CKAN's `{"key": "contact-email", "value": …}`."""
    return (
        isinstance(value, dict) and isinstance(key := value.get("key"), str) and _names_person(key)
    )


# A catalogue's records share a few dozen keys.
@lru_cache(maxsize=1_024)
def _names_person(key: str) -> bool:
    if key in _ORGANISATIONS:
        return False
    plain = unicodedata.normalize("NFKD", _HUMP.sub(" ", key)).encode("ascii", "ignore").decode()
    return any(word.removesuffix("s") in _PERSON for word in _WORD.findall(plain.lower()))
