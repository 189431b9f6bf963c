"""Grounding: every year, number, place, name and content of a text, traced to its dataset."""

from eclaireur.guards.grounding.check import check
from eclaireur.guards.grounding.verdict import Claim, Grounds, How, Kind, Verdict

__all__ = ["Claim", "Grounds", "How", "Kind", "Verdict", "check"]
