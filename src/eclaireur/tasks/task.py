"""What a task is: one field that Éclaireur can propose a value for."""

from collections.abc import Callable
from dataclasses import dataclass

from pydantic import BaseModel

from eclaireur.core.completion import Completion
from eclaireur.core.dataset import Dataset
from eclaireur.core.proposal import Fault, Method, Proposal
from eclaireur.core.suggestion import Reason, Value
from eclaireur.ledger.budget import UNLIMITED, Budgets
from eclaireur.tasks.prompt import Prompt


@dataclass(frozen=True)
class Question:
    """What a task asks of a language model, and what it takes for an answer."""

    prompt: Prompt
    schema: type[BaseModel]
    """What the model writes the JSON of."""
    judge: Callable[[str, Dataset], Proposal | Fault]
    """Reads that JSON and checks it against the dataset: nothing else is ever shown."""


@dataclass(frozen=True)
class Task:
    """One field, what is needed to propose it, how, and what a person may put in it."""

    field: str
    """The name of the field in `Dataset`."""
    version: str
    """Changes whenever the same dataset may get another proposal."""
    reads: tuple[str, ...]
    """The fields of the dataset it looks at. When one changes, its proposals are stale."""
    methods: tuple[Method, ...]
    """The frugal first. The others serve those who ask for another proposal, in this order."""
    shortfall: Callable[[Dataset], Reason | None]
    """What the dataset lacks for a proposal to make sense."""
    accepts: Callable[[Value], Value]
    """A person's value in the form the field keeps; raises `InvalidInput` if it has none."""
    question: Question
    """What language models are asked, where an operator declares some."""
    completion: Completion | None = None
    """The values in use, which help a person type one; None for a field that has none."""
    automatic: bool = False
    """Whether another proposal is asked for at once, without waiting for a person to."""
    budgets: Budgets = UNLIMITED
    """What its models may be asked for in a day."""
