"""Which kind of portal is at an address, and how it is written to."""

from eclaireur.catalogues.portals.kinds import ckan_actions, udata_list
from eclaireur.catalogues.recipients.ckan import CkanRecipient
from eclaireur.catalogues.recipients.courier import Courier
from eclaireur.catalogues.recipients.udata import DATASETS, UdataRecipient
from eclaireur.core.errors import NothingCanBeSent
from eclaireur.core.harvest import PortalKind
from eclaireur.core.sending import Recipient


async def open_recipient(address: str, kind: PortalKind | None, courier: Courier) -> Recipient:
    """Find how the portal at an address is written to.

    Args:
        address: of the portal, or of its API.
        kind: what it speaks; without it, each kind is tried.
        courier: who writes.

    Raises:
        NothingCanBeSent: it is no portal, or another kind of one.
        EclaireurError: it does not answer.
    """
    if kind in {None, PortalKind.UDATA}:
        found = await udata_list(address, (DATASETS,), courier)
        if found is not None:
            return UdataRecipient(found, courier)
    if kind in {None, PortalKind.CKAN}:
        found = await ckan_actions(address, courier)
        if found is not None:
            return CkanRecipient(found, courier)
    raise NothingCanBeSent(portal=courier.origin)
