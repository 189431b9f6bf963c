"""What every store keeps of remarks and of cases."""

from store_examples import DAY, FULL

from eclaireur.core.case import EvaluationCase
from eclaireur.core.remark import Remark
from eclaireur.core.suggestion import State
from eclaireur.store import SqlStore


def remark(text: str) -> Remark:
    return Remark(day=DAY, task="keywords", task_version="1", method="portal-vocabulary", text=text)


def case(identifier: str, task: str = "short_description") -> EvaluationCase:
    return EvaluationCase(
        task=task,
        task_version="1",
        method="extraction",
        model=None,
        dataset=FULL.model_copy(update={"identifier": identifier}),
        proposed="Un jeu.",
        decision=State.EDITED,
        retained="Un jeu complet.",
    )


async def test_remarks_come_back_in_an_order_that_says_nothing(store: SqlStore) -> None:
    said = [f"Trop long {number}\ud800" for number in range(20)]
    for each in said:
        await store.add_remark(remark(each))
    kept = [each.text for each in await store.remarks()]
    assert sorted(kept) == sorted(said)
    assert kept != said
    assert kept != said[::-1]


async def test_a_case_is_kept_once(store: SqlStore) -> None:
    for each in (case("a"), case("b", "keywords"), case("a"), case("c")):
        await store.put_case(each)
    kept = await store.cases()
    assert [each.task for each in kept] == ["keywords", "short_description", "short_description"]
    assert {each.dataset.identifier for each in kept} == {"a", "b", "c"}
