"""What models may be asked for in a day."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field

from eclaireur.core.base import Noun
from eclaireur.core.call import Spent
from eclaireur.core.errors import BudgetSpent

Count = Annotated[int, Field(ge=0)]
Amount = Annotated[float, Field(ge=0, allow_inf_nan=False)]


RESOURCES = ("requests", "tokens", "energy_wh")


class Allowance(Noun):
    """A limit of the day, and where it stands."""

    task: str | None
    """The field; None for all tasks together."""
    resource: str
    """`requests`, `tokens` or `energy_wh`."""
    limit: float
    spent: float
    """As far as it is known."""
    left: float
    """Never below zero, though calls under way may pass a limit by."""


class Budget(Noun):
    """A limit a day for each resource; None is no limit.

    What a server does not tell cannot be counted: a number of requests limits it all the same.
    """

    requests: Count | None = None
    tokens: Count | None = None
    """Read and written."""
    energy_wh: Amount | None = None

    def refuse(self, spent: Spent) -> None:
        """Refuse another call once a limit is reached.

        Raises:
            BudgetSpent: as it says.
        """
        for resource in RESOURCES:
            limit = getattr(self, resource)
            if limit is not None and getattr(spent, resource) >= limit:
                raise BudgetSpent(resource=resource, limit=limit)

    def allowances(self, task: str | None, spent: Spent) -> tuple[Allowance, ...]:
        """Return where each limit that is set stands."""
        limits = ((each, getattr(self, each), getattr(spent, each)) for each in RESOURCES)
        return tuple(
            Allowance(task=task, resource=each, limit=limit, spent=used, left=max(0, limit - used))
            for each, limit, used in limits
            if limit is not None
        )


NO_LIMIT = Budget()


class Budgets(Noun):
    """The budget of a task, and that of all of them."""

    task: Budget = NO_LIMIT
    total: Budget = NO_LIMIT

    def refuse(self, task: str, spent: Mapping[str, Spent]) -> None:
        """Refuse another call for a task once a limit is reached.

        Raises:
            BudgetSpent: as it says.
        """
        self.task.refuse(spent.get(task, Spent()))
        self.total.refuse(sum(spent.values(), Spent()))


UNLIMITED = Budgets()
