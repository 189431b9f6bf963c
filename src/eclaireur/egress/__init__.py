"""The one way out of this process. Nothing else in it opens a connection, but to the database."""

from eclaireur.egress.answer import Answer
from eclaireur.egress.client import Egress, open_egress
from eclaireur.egress.destination import Destination

__all__ = ["Answer", "Destination", "Egress", "open_egress"]
