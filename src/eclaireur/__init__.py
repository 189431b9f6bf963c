"""Éclaireur: the AI-assistance layer of an open-data portal. It proposes, a person decides."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from eclaireur.assistant import Assistant, DatasetView
    from eclaireur.core.dataset import Dataset
    from eclaireur.core.errors import EclaireurError
    from eclaireur.core.ports import DatasetQuery
    from eclaireur.core.suggestion import Action, Decision, DecisionReason, State, Suggestion
    from eclaireur.guards.grounding import Verdict, check
    from eclaireur.guards.personal_data import Masked, mask
    from eclaireur.settings import Settings
    from eclaireur.wiring.assistant import open_assistant
else:
    _MODULES = {
        "Action": "core.suggestion",
        "Assistant": "assistant",
        "Dataset": "core.dataset",
        "DatasetQuery": "core.ports",
        "DatasetView": "assistant",
        "Decision": "core.suggestion",
        "DecisionReason": "core.suggestion",
        "EclaireurError": "core.errors",
        "Masked": "guards.personal_data",
        "Settings": "settings",
        "State": "core.suggestion",
        "Suggestion": "core.suggestion",
        "Verdict": "guards.grounding",
        "check": "guards.grounding",
        "mask": "guards.personal_data",
        "open_assistant": "wiring.assistant",
    }

    def __getattr__(name: str) -> object:
        """Import what is asked for when it is: all of it takes longer than most commands."""
        if name not in _MODULES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)


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
