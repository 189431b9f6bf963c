"""Portals that decided values are sent to, one file a kind."""

from eclaireur.catalogues.recipients.courier import Courier
from eclaireur.catalogues.recipients.kinds import open_recipient

__all__ = ["Courier", "open_recipient"]
