"""What a task is: one field that Éclaireur can propose a value for."""

from collections.abc import Callable
from dataclasses import dataclass

from eclaireur.core.dataset import Dataset
from eclaireur.core.proposal import Method
from eclaireur.core.suggestion import Reason, Value


@dataclass(frozen=True)
class Task:
    """One field, what is needed to propose it, how, and what a person may put in it."""

    field: str
    """The name of the field in `Dataset`."""
    version: str
    """Changes whenever the same dataset may get another proposal."""
    reads: tuple[str, ...]
    """The fields of the dataset it looks at. When one changes, its proposals are stale."""
    method: Method
    shortfall: Callable[[Dataset], Reason | None]
    """What the dataset lacks for a proposal to make sense."""
    accepts: Callable[[Value], Value]
    """A person's value in the form the field keeps; raises `InvalidInput` if it has none."""
