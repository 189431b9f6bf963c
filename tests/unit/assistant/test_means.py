"""What each task may use, for every mix of switches and budgets."""

from hypothesis import given
from hypothesis import strategies as st

from eclaireur.assistant import Obstacle, TaskMeans
from eclaireur.core.call import Spent
from eclaireur.core.errors import BudgetSpent
from eclaireur.core.switch import Switch, Switchable
from eclaireur.ledger.budget import Budget, Budgets

MAKERS = (("extraction", None), ("generation", "a"), ("generation", "b"))

switches = st.lists(
    st.builds(
        Switch,
        kind=st.sampled_from(Switchable),
        name=st.sampled_from(["keywords", "short_description", "a", "b"]),
        organisation=st.sampled_from([None, "Ville", "Région"]),
    ),
    unique=True,
    max_size=6,
)


@given(switches, st.integers(0, 3), st.one_of(st.none(), st.integers(0, 3)), st.booleans())
def test_it_tells_what_would_happen(
    off: list[Switch],
    requests: int,
    limit: int | None,
    automatic: bool,  # noqa: FBT001
) -> None:
    budgets = Budgets(task=Budget(requests=limit))
    spent = {"keywords": Spent(requests=requests)}
    means = TaskMeans.of(
        "keywords", MAKERS, automatic=automatic, budgets=budgets, switches=off, spent=spent
    )
    assert [(each.method, each.model) for each in means.turns] == list(MAKERS)
    assert [each.automatic for each in means.turns] == [True, automatic, False]
    for turn in means.turns:
        assert turn.obstacle == expected(off, budgets, spent, turn.model)
        assert set(turn.off_for) == organisations(off, Switchable.MODEL, turn.model)
    assert set(means.off_for) == organisations(off, Switchable.TASK, "keywords")


def expected(
    off: list[Switch], budgets: Budgets, spent: dict[str, Spent], model: str | None
) -> Obstacle | None:
    """What the assistant, then the gate, would raise."""
    if Switch(kind=Switchable.TASK, name="keywords") in off:
        return Obstacle.TASK_OFF
    if model is None:
        return None
    if Switch(kind=Switchable.MODEL, name=model) in off:
        return Obstacle.MODEL_OFF
    try:
        budgets.refuse("keywords", spent)
    except BudgetSpent:
        return Obstacle.BUDGET_SPENT
    return None


def organisations(off: list[Switch], kind: Switchable, name: str | None) -> set[str]:
    return {
        each.organisation
        for each in off
        if (each.kind, each.name) == (kind, name) and each.organisation
    }
