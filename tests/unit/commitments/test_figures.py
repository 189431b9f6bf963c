"""What is counted has a figure, what is not has none, and what is rare is in no sum."""

from datetime import date

import pytest

from eclaireur.assistant import Means
from eclaireur.commitments import PLEDGES, Facts, figures_of
from eclaireur.commitments.facts import Departed
from eclaireur.core.call import ANSWERED, LedgerLine
from eclaireur.core.learning import Outcome, Tally
from eclaireur.core.model import Policy
from eclaireur.core.publication import Publication
from eclaireur.core.suggestion import State
from eclaireur.core.usage import EnergySource
from eclaireur.ledger.learning import Learning
from eclaireur.ledger.summary import Ledger

DAY = date(2026, 11, 26)


def tally(outcome: Outcome, count: int, detail: str = "", method: str = "extraction") -> Tally:
    return Tally(
        day=DAY,
        task="short_description",
        task_version="2",
        method=method,
        model="m" if method == "generation" else "",
        outcome=outcome,
        detail=detail,
        count=count,
    )


def line(energy_wh: float | None, *, calls: int = 1, model: str | None = None) -> LedgerLine:
    return LedgerLine(
        day=DAY,
        task="short_description",
        task_version="2",
        method="generation" if model else "extraction",
        model=model,
        outcome=ANSWERED if model else State.PROPOSED,
        cached=False,
        energy_source=EnergySource.ESTIMATED,
        calls=calls,
        duration_s=1,
        cpu_s=None,
        input_tokens=None,
        output_tokens=None,
        energy_wh=energy_wh,
        carbon_g=None,
        unknown_tokens=0,
        unknown_energy=0 if energy_wh is not None else calls,
        unknown_carbon=calls,
    )


def facts(*tallies: Tally, lines: tuple[LedgerLine, ...] = (), sent: int = 0) -> Facts:
    return Facts(
        day=DAY,
        publication=Publication(),
        people_sign_in=False,
        policy=Policy(),
        models=(),
        tasks=(),
        learning=Learning.of(tallies, lines),
        ledger=Ledger.of(lines, {}),
        means=Means(tasks=(), budgets=(), switches=(), refusals=()),
        trials=(),
        departed=Departed(sent=sent, refused=0) if sent else None,
        audit=None,
    )


def values(code: str, known: Facts) -> dict[str, float | None]:
    return {each.code: each.value for each in figures_of(code, known)}


def test_every_commitment_has_its_figures() -> None:
    for pledge in PLEDGES:
        figures_of(pledge.code, facts())


@pytest.mark.parametrize("code", ["proposes", "learns", "nobody", "hosted", "grounded", "frugal"])
def test_where_nothing_was_counted_there_is_no_figure_and_no_zero(code: str) -> None:
    assert values(code, facts()) == {}


def test_decisions_are_added_up_with_their_interval() -> None:
    known = facts(
        tally(Outcome.PROPOSED, 20),
        tally(Outcome.ACCEPTED, 6),
        tally(Outcome.EDITED, 2, "3"),
        tally(Outcome.REJECTED, 2),
    )
    found = values("proposes", known)
    assert found == {
        "proposed": 20,
        "decided": 10,
        "accepted": 6,
        "edited": 2,
        "rejected": 2,
        "retained": 0.8,
    }
    [share] = [each for each in figures_of("proposes", known) if each.code == "retained"]
    assert share.low == pytest.approx(0.490, abs=0.001)
    assert share.high == pytest.approx(0.943, abs=0.001)


def test_a_total_does_not_tell_the_rare_decisions_of_one_method() -> None:
    known = facts(
        tally(Outcome.PROPOSED, 20),
        tally(Outcome.ACCEPTED, 6),
        tally(Outcome.PROPOSED, 4, method="generation"),
        tally(Outcome.REJECTED, 4, method="generation"),
    )
    found = values("proposes", known)
    assert (found["proposed"], found["decided"], found["rejected"]) == (24, 6, 0)


def test_rare_decisions_alone_are_not_published() -> None:
    known = facts(tally(Outcome.PROPOSED, 4), tally(Outcome.ACCEPTED, 4))
    assert values("proposes", known) == {"proposed": 4}
    assert "accepted-as-is" not in values("learns", known)


def test_what_was_withheld_is_told_by_what_it_protects() -> None:
    known = facts(
        tally(Outcome.PROPOSED, 6),
        tally(Outcome.WITHHELD, 1, "personal-data"),
        tally(Outcome.WITHHELD, 2, "answer-unsupported", method="generation"),
        tally(Outcome.FAILED, 1, "host-too-slow", method="generation"),
    )
    assert values("nobody", known) == {"withheld-personal": 1}
    assert values("grounded", known) == {
        "withheld": 3,
        "withheld-share": 0.3,
        "unsupported": 2,
        "failed": 1,
    }


def test_energy_is_told_by_proposal_and_unknown_is_not_zero() -> None:
    made = (tally(Outcome.PROPOSED, 10), tally(Outcome.ACCEPTED, 5))
    found = values("frugal", facts(*made, lines=(line(2.0, calls=10),)))
    assert (found["energy"], found["energy-per-proposed"]) == (2.0, 0.2)
    assert found["energy-per-retained"] == 0.4
    assert (found["carbon"], found["carbon-unknown"]) == (None, 10)
    assert (found["without-model"], found["energy-saved-model"]) == (10, None)
    unknown = facts(*made, lines=(line(2.0, calls=10), line(None)))
    found = values("frugal", unknown)
    assert (found["energy"], found["energy-unknown"]) == (2.0, 1)
    assert found["energy-per-proposed"] is None


def test_what_left_is_told_once_something_tried_to() -> None:
    assert values("hosted", facts(sent=3)) == {"sent": 3, "refused": 0}
