"""What is learned from counters: what is taken back does not count, what is rare is not told."""

from datetime import date

import pytest

from eclaireur.core.call import LedgerLine
from eclaireur.core.learning import Outcome, Tally
from eclaireur.core.usage import EnergySource
from eclaireur.ledger.learning import Fate, Learning

DAY = date(2026, 11, 26)


def tally(outcome: Outcome, count: int, detail: str = "", method: str = "extraction") -> Tally:
    return Tally(
        day=DAY,
        task="short_description",
        task_version="1",
        method=method,
        model="",
        outcome=outcome,
        detail=detail,
        count=count,
    )


def line(energy_wh: float | None, *, cached: bool = False) -> LedgerLine:
    return LedgerLine(
        day=DAY,
        task="short_description",
        task_version="1",
        method="extraction",
        model=None,
        outcome="proposed",
        cached=cached,
        energy_source=EnergySource.ESTIMATED,
        calls=1,
        duration_s=1,
        cpu_s=1,
        input_tokens=None,
        output_tokens=None,
        energy_wh=energy_wh,
        carbon_g=None,
        unknown_tokens=0,
        unknown_energy=int(energy_wh is None),
        unknown_carbon=1,
    )


def fate(*tallies: Tally, lines: tuple[LedgerLine, ...] = (), threshold: int = 5) -> Fate:
    [found] = Learning.of(tallies, lines, threshold=threshold).fates
    return found


def test_shares_and_distances() -> None:
    found = fate(
        tally(Outcome.PROPOSED, 20),
        tally(Outcome.ACCEPTED, 6),
        tally(Outcome.EDITED, 4, "2"),
        tally(Outcome.EDITED, 2, "5"),
        tally(Outcome.REJECTED, 3),
        lines=(line(1.0), line(0.5), line(9.0, cached=True)),
    )
    assert (found.proposed, found.decided, found.accepted) == (20, 15, 6)
    assert found.accepted_as_is is not None
    assert found.accepted_as_is.value == pytest.approx(6 / 15)
    assert found.retained is not None
    assert found.retained.value == pytest.approx(12 / 15)
    assert found.edit_distance is not None
    assert found.edit_distance.value == pytest.approx((4 * 0.2 + 2 * 0.5) / 6)
    assert found.energy_wh_per_retained == pytest.approx(1.5 / 12)


def test_what_is_taken_back_does_not_count() -> None:
    found = fate(
        tally(Outcome.ACCEPTED, 6),
        tally(Outcome.EDITED, 5, "2"),
        tally(Outcome.UNDONE, 1, "accepted"),
        tally(Outcome.UNDONE, 2, "edited 2"),
        tally(Outcome.UNDONE, 9, "rejected"),
    )
    assert (found.accepted, found.edited, found.rejected, found.decided) == (5, 3, 0, 8)


@pytest.mark.parametrize("decisions", [1, 4])
def test_few_decisions_are_not_told(decisions: int) -> None:
    found = fate(
        tally(Outcome.PROPOSED, 30), tally(Outcome.ACCEPTED, decisions), lines=(line(1.0),)
    )
    assert found.proposed == 30
    assert {found.decided, found.accepted, found.edited, found.rejected} == {None}
    assert found.accepted_as_is is found.retained is found.energy_wh_per_retained is None
    assert fate(tally(Outcome.ACCEPTED, decisions), threshold=1).accepted == decisions


def test_reasons_said_too_rarely_are_left_out() -> None:
    found = fate(tally(Outcome.WHY, 5, "inaccurate"), tally(Outcome.WHY, 4, "too_long"))
    assert found.why == {"inaccurate": 5}
    assert found.why_too_few


def test_what_gives_nothing_is_told_by_its_reason() -> None:
    found = fate(
        tally(Outcome.WITHHELD, 1, "description-too-short"), tally(Outcome.FAILED, 2, "host")
    )
    assert (found.withheld, found.failed) == ({"description-too-short": 1}, {"host": 2})
    assert found.decided == 0
    assert found.accepted_as_is is None


def test_a_cost_that_is_not_all_known_is_unknown() -> None:
    found = fate(tally(Outcome.ACCEPTED, 6), lines=(line(1.0), line(None)))
    assert found.energy_wh_per_retained is None


def test_makers_are_apart() -> None:
    learning = Learning.of(
        [tally(Outcome.PROPOSED, 1, method="b"), tally(Outcome.PROPOSED, 2, method="a")], ()
    )
    assert [(each.method, each.proposed) for each in learning.fates] == [("a", 2), ("b", 1)]
