"""A portal that decided values are sent to."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from functools import partial

from pydantic import SecretStr

from eclaireur.assistant import Sender, SendingDesk
from eclaireur.assistant.sending_desk import Elsewhere
from eclaireur.catalogues.recipients import Courier, open_recipient
from eclaireur.configuration import read_configuration
from eclaireur.core.harvest import CatalogueDeclaration
from eclaireur.egress import Destination
from eclaireur.settings import Settings
from eclaireur.wiring.store import opened_store
from eclaireur.wiring.today import today
from eclaireur.wiring.way_out import way_out


@asynccontextmanager
async def open_sending(
    settings: Settings, portal: CatalogueDeclaration, key: SecretStr | None
) -> AsyncIterator[Sender]:
    """Open the way out to one portal, to send decided values to it.

    Args:
        settings: where the data is.
        portal: where they go. It counts as declared for this sending.
        key: of the person who sends; nothing can be written without one. It is kept in what
            writes at the portal, and nowhere else.

    Raises:
        WrongAddress: its address is none that can be used.
        NothingCanBeSent: it is no portal that can be written to.
        Unavailable: it does not answer as its kind does.
    """
    destination = Destination.of_document(portal.address, private=portal.private)
    async with opened_store(settings) as store, way_out([destination], store) as egress:
        courier = Courier(egress, portal.address, key)
        recipient = await open_recipient(portal.address, portal.kind, courier)
        yield Sender(store, recipient, today)


def desk_of(settings: Settings) -> SendingDesk:
    """Where people look at what would be sent, and send it, from the pages."""

    def declared() -> tuple[Mapping[str, CatalogueDeclaration], Elsewhere]:
        configuration = read_configuration(settings.configuration_file)
        return configuration.catalogues, configuration.portals_beside

    return SendingDesk(declared, partial(open_sending, settings))
