"""How good what is proposed, found and refused is: measured on a file, with intervals."""

from eclaireur.evaluation.comparison import Change, Comparison, Difference
from eclaireur.evaluation.equipment import Equipment
from eclaireur.evaluation.evaluate import evaluate, sample
from eclaireur.evaluation.judge import VERSION as JUDGE_VERSION
from eclaireur.evaluation.judge import Judge
from eclaireur.evaluation.measured import Evaluation, Figure, MethodMeasured

__all__ = [
    "JUDGE_VERSION",
    "Change",
    "Comparison",
    "Difference",
    "Equipment",
    "Evaluation",
    "Figure",
    "Judge",
    "MethodMeasured",
    "evaluate",
    "sample",
]
