"""A portal whose catalogue is read."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from eclaireur.catalogues.portals import Visitor, open_portal
from eclaireur.core.harvest import CatalogueDeclaration, Source
from eclaireur.egress import Destination
from eclaireur.settings import Settings
from eclaireur.wiring.store import opened_store
from eclaireur.wiring.way_out import way_out


@asynccontextmanager
async def open_catalogue(
    settings: Settings, name: str, portal: CatalogueDeclaration
) -> AsyncIterator[Source]:
    """Open the way out to one portal, and find how it is read.

    Raises:
        WrongAddress: its address is none that can be used.
        Unavailable: it does not answer as its kind does.
    """
    destination = Destination.of_document(portal.address, private=portal.private)
    async with opened_store(settings) as store, way_out([destination], store) as egress:
        visitor = Visitor(egress, portal.address)
        yield await open_portal(name, portal.address, portal.kind, visitor)
