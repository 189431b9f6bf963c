"""The bulk work of campaigns: durable, shared by processes, taken over from those that die.

DBOS is used here and nowhere else.
"""

from eclaireur.campaigns.engine import Engine, Outcome, open_engine
from eclaireur.campaigns.lookout import is_attended, obstacle_of
from eclaireur.campaigns.place import Place

__all__ = ["Engine", "Outcome", "Place", "is_attended", "obstacle_of", "open_engine"]
