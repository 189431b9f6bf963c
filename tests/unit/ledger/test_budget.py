"""The limits of a day."""

import pytest

from eclaireur.core.call import Spent
from eclaireur.core.errors import BudgetSpent
from eclaireur.ledger.budget import Budget, Budgets


def test_without_a_limit_nothing_is_refused() -> None:
    Budgets().refuse("keywords", {"keywords": Spent(requests=10**6, tokens=10**9)})


@pytest.mark.parametrize(
    ("budget", "spent", "resource"),
    [
        (Budget(requests=2), Spent(requests=2), "requests"),
        (Budget(tokens=100), Spent(tokens=101), "tokens"),
        (Budget(energy_wh=0.5), Spent(energy_wh=0.5), "energy_wh"),
        (Budget(requests=0), Spent(), "requests"),
    ],
)
def test_a_limit_that_is_reached_refuses(budget: Budget, spent: Spent, resource: str) -> None:
    with pytest.raises(BudgetSpent) as refused:
        budget.refuse(spent)
    assert refused.value.params["resource"] == resource


def test_the_total_counts_every_task_and_a_task_counts_its_own() -> None:
    spent = {"keywords": Spent(requests=3), "short_description": Spent(requests=2)}
    Budgets(task=Budget(requests=3), total=Budget(requests=6)).refuse("short_description", spent)
    with pytest.raises(BudgetSpent):
        Budgets(total=Budget(requests=5)).refuse("short_description", spent)
    with pytest.raises(BudgetSpent):
        Budgets(task=Budget(requests=3)).refuse("keywords", spent)


def test_what_is_left_is_told_for_each_limit_that_is_set() -> None:
    assert Budget().allowances("keywords", Spent(requests=5)) == ()
    requests, energy = Budget(requests=3, energy_wh=0.5).allowances(
        "keywords", Spent(requests=5, energy_wh=0.2)
    )
    assert (requests.task, requests.resource) == ("keywords", "requests")
    assert (requests.limit, requests.spent, requests.left) == (3, 5, 0)
    assert (energy.resource, energy.left) == ("energy_wh", pytest.approx(0.3))
