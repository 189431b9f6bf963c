"""What each task may use now: its methods in their order, what is off, what is left of the day."""

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum

from eclaireur.core.base import Noun
from eclaireur.core.call import Spent
from eclaireur.core.errors import BudgetSpent
from eclaireur.core.switch import Switch, Switchable
from eclaireur.ledger.budget import Allowance, Budgets


class Obstacle(StrEnum):
    """Why a method would not answer just now; the codes are those of the errors."""

    TASK_OFF = "task-switched-off"
    MODEL_OFF = "model-switched-off"
    BUDGET_SPENT = "budget-spent"


class Turn(Noun):
    """A method of a task, in its turn."""

    method: str
    model: str | None
    """The declared name of the model that it asks, if it asks one."""
    automatic: bool
    """Whether it answers by itself; otherwise only those who want another proposal get to it."""
    obstacle: Obstacle | None
    """Why it would not answer just now, whatever the organisation."""
    off_for: tuple[str, ...]
    """The organisations that its model is turned off for."""


class TaskMeans(Noun):
    """The methods of a task, in the order in which they are asked."""

    task: str
    turns: tuple[Turn, ...]
    off_for: tuple[str, ...]
    """The organisations that the task is turned off for."""

    @classmethod
    def of(
        cls,
        task: str,
        makers: Iterable[tuple[str, str | None]],
        *,
        automatic: bool,
        budgets: Budgets,
        switches: Sequence[Switch],
        spent: Mapping[str, Spent],
    ) -> "TaskMeans":
        """Say what a task may use.

        Args:
            task: its field.
            makers: the name of each method and that of its model, in order.
            automatic: whether the second method is asked without waiting for a person.
            budgets: its limits of a day.
            switches: all that is turned off.
            spent: what models were asked for today, by task.
        """

        def obstacle(model: str | None) -> Obstacle | None:
            if _is_off(switches, Switchable.TASK, task):
                return Obstacle.TASK_OFF
            if model is None:
                return None
            if _is_off(switches, Switchable.MODEL, model):
                return Obstacle.MODEL_OFF
            try:
                budgets.refuse(task, spent)
            except BudgetSpent:
                return Obstacle.BUDGET_SPENT
            return None

        return cls(
            task=task,
            turns=tuple(
                Turn(
                    method=method,
                    model=model,
                    automatic=place == 0 or (automatic and place == 1),
                    obstacle=obstacle(model),
                    off_for=_off_for(switches, Switchable.MODEL, model) if model else (),
                )
                for place, (method, model) in enumerate(makers)
            ),
            off_for=_off_for(switches, Switchable.TASK, task),
        )


class Refusal(Noun):
    """Requests that the way out refused to send."""

    origin: str
    """Where they were to go, without path."""
    problem: str
    count: int
    """Since this process began."""


class Means(Noun):
    """All that an installation may use now."""

    tasks: tuple[TaskMeans, ...]
    budgets: tuple[Allowance, ...]
    """The limits of the day that are set."""
    switches: tuple[Switch, ...]
    refusals: tuple[Refusal, ...]
    """By this process alone: nothing of them is stored."""


def _is_off(switches: Iterable[Switch], kind: Switchable, name: str) -> bool:
    return any(each.concerns(kind, name, None) for each in switches)


def _off_for(switches: Iterable[Switch], kind: Switchable, name: str) -> tuple[str, ...]:
    return tuple(
        each.organisation
        for each in switches
        if (each.kind, each.name) == (kind, name) and each.organisation is not None
    )
