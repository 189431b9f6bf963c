"""Éclaireur: the AI-assistance layer of an open-data portal. It proposes, a person decides."""

from eclaireur.assistant import Assistant, DatasetView
from eclaireur.core.dataset import Dataset
from eclaireur.core.errors import EclaireurError
from eclaireur.core.ports import DatasetQuery
from eclaireur.core.suggestion import Action, Decision, DecisionReason, State, Suggestion
from eclaireur.guards.grounding import Verdict, check
from eclaireur.guards.personal_data import Masked, mask
from eclaireur.settings import Settings
from eclaireur.wiring import open_assistant

__all__ = [
    "Action",
    "Assistant",
    "Dataset",
    "DatasetQuery",
    "DatasetView",
    "Decision",
    "DecisionReason",
    "EclaireurError",
    "Masked",
    "Settings",
    "State",
    "Suggestion",
    "Verdict",
    "check",
    "mask",
    "open_assistant",
]
