"""A proposal that a person turned into a case of the evaluation set."""

from eclaireur.core.base import Noun
from eclaireur.core.dataset import Dataset
from eclaireur.core.suggestion import State, Value

CASE = "eclaireur_case"
"""The key of a record, in a file of cases, that holds what a person made of the proposal."""


class EvaluationCase(Noun):
    """What was proposed for a published dataset, and what a person made of it."""

    task: str
    task_version: str
    method: str
    model: str | None
    dataset: Dataset
    """As published: nothing that was typed here."""
    proposed: Value
    decision: State
    """`edited` or `rejected`."""
    retained: Value | None
    """The person's own value, if they edited."""
