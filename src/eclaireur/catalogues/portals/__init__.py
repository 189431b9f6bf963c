"""Portals whose catalogues are read over HTTP, one file a kind."""

from eclaireur.catalogues.portals.kinds import open_portal
from eclaireur.catalogues.portals.visitor import Manners, Visitor

__all__ = ["Manners", "Visitor", "open_portal"]
