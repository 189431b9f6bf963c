"""What Éclaireur promises, and what of this installation shows whether it is kept."""

from eclaireur.commitments.facts import Facts, facts_of
from eclaireur.commitments.figures import Figure, Unit, figures_of
from eclaireur.commitments.pledges import PLEDGES, Pledge
from eclaireur.commitments.sheets import ModelSheet, TaskSheet

__all__ = [
    "PLEDGES",
    "Facts",
    "Figure",
    "ModelSheet",
    "Pledge",
    "TaskSheet",
    "Unit",
    "facts_of",
    "figures_of",
]
