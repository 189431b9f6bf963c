"""Which kind of portal is at an address, and how it is read."""

from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

from eclaireur.catalogues.portals import ckan, udata
from eclaireur.catalogues.portals.ckan import Ckan
from eclaireur.catalogues.portals.document import Document
from eclaireur.catalogues.portals.udata import Udata
from eclaireur.catalogues.portals.visitor import Visitor
from eclaireur.core.base import Json
from eclaireur.core.errors import (
    EgressRefused,
    PortalAnswerUnusable,
    PortalFailed,
    PortalLacks,
    PortalRefuses,
)
from eclaireur.core.harvest import PortalKind, Source

_NOT_THERE = (EgressRefused, PortalAnswerUnusable, PortalFailed, PortalLacks, PortalRefuses)
"""What is answered where there is no such API: a redirect or a page for people, among others."""

UDATA_LISTS = ("api/1/datasets/", "api/2/datasets/search/", "api/2/datasets/")
CKAN_ACTIONS = ("api/3/action/", "api/action/")


async def open_portal(name: str, address: str, kind: PortalKind | None, visitor: Visitor) -> Source:
    """Find how the portal at an address is read.

    Args:
        name: what tells this source from the others.
        address: of the portal, of its API, or of a document.
        kind: what it speaks; without it, each kind is tried.
        visitor: who asks.

    Raises:
        EclaireurError: it does not answer as its kind does.
    """
    if kind is PortalKind.DCAT or (kind is None and _names_a_document(address)):
        return Document(name, address, visitor)
    if kind is not PortalKind.CKAN:
        found = await udata_list(address, UDATA_LISTS, visitor)
        if found is not None:
            return Udata(name, found, visitor)
    if kind is not PortalKind.UDATA:
        found = await ckan_actions(address, visitor)
        if found is not None:
            return Ckan(name, found, visitor)
    if kind is not None:
        raise PortalLacks(origin=visitor.origin, status=404)
    return Document(name, address, visitor)


async def udata_list(address: str, lists: tuple[str, ...], visitor: Visitor) -> str | None:
    """Return the address of the first of these lists of datasets that a udata portal has."""
    return await _first(_addresses(address, lists), "?page=1&page_size=1", udata.is_list, visitor)


async def ckan_actions(address: str, visitor: Visitor) -> str | None:
    """Return the address of the actions of a CKAN portal, if it is one."""
    addresses = _addresses(address, CKAN_ACTIONS)
    return await _first(addresses, "package_search?rows=0", ckan.is_success, visitor)


async def _first(
    addresses: Iterator[str], query: str, accepts: Callable[[Json], bool], visitor: Visitor
) -> str | None:
    for address in addresses:
        try:
            answer = await visitor.json(address + query)
        except _NOT_THERE:
            continue
        if accepts(answer):
            return address
    return None


def _names_a_document(address: str) -> bool:
    parts = urlsplit(address)
    return bool(parts.query) or "." in parts.path.rpartition("/")[2]


def _addresses(address: str, apis: tuple[str, ...]) -> Iterator[str]:
    """Where an API may be, when its portal is at an address: there, then at the root."""
    parts = urlsplit(address)
    before, _, after = parts.path.partition("/api/")
    origin = f"{parts.scheme}://{parts.netloc}"
    bases = dict.fromkeys((f"{origin}{before.rstrip('/')}/", f"{origin}/"))
    asked = after.partition("/")[0]
    # An address inside the API says which version is wanted.
    wanted = [each for each in apis if asked and each.startswith(f"api/{asked}/")] or apis
    yield from (base + api for base in bases for api in wanted)
