"""What the ledger adds up, and what it does not tell because it is too little."""

from datetime import date

import pytest

from eclaireur.core.call import ANSWERED, LedgerLine
from eclaireur.core.suggestion import State
from eclaireur.core.usage import EnergySource
from eclaireur.ledger.summary import Ledger

LINE = LedgerLine(
    day=date(2026, 11, 26),
    task="keywords",
    task_version="1",
    method="generation",
    model="small",
    outcome=ANSWERED,
    cached=False,
    energy_source=EnergySource.ESTIMATED,
    calls=10,
    duration_s=1,
    cpu_s=None,
    input_tokens=None,
    output_tokens=None,
    energy_wh=3.0,
    carbon_g=None,
    unknown_tokens=10,
    unknown_energy=0,
    unknown_carbon=10,
)


@pytest.mark.parametrize(
    ("accepted", "edited", "told", "each_cost"),
    [(0, 0, 0, None), (1, 0, None, None), (2, 2, None, None), (3, 2, 5, 0.6), (6, 0, 6, 0.5)],
)
def test_few_decisions_are_not_told(
    accepted: int, edited: int, told: int | None, each_cost: float | None
) -> None:
    suggestions = {
        ("keywords", State.ACCEPTED): accepted,
        ("keywords", State.EDITED): edited,
        ("keywords", State.REJECTED): 9,
        ("theme", State.ACCEPTED): 9,
    }
    [task] = Ledger.of([LINE], suggestions).tasks
    assert task.retained == told
    assert task.energy_wh_per_retained == (each_cost and pytest.approx(each_cost))
