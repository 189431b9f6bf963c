"""What people did with proposals, per task, version, method and model, and what each cost."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple, Self

from eclaireur.core.base import Noun
from eclaireur.core.call import LedgerLine
from eclaireur.core.learning import Outcome, Tally
from eclaireur.ledger.intervals import Interval, mean, proportion

THRESHOLD = 5
"""Fewer decisions than this are not published: somebody could be told from them."""


class Maker(NamedTuple):
    """Who made proposals."""

    task: str
    task_version: str
    method: str
    """Empty where the record lacked something whatever the method."""
    model: str
    """Empty for an embedded method."""


class Fate(Noun):
    """What became of the proposals of one maker in a period.

    A decision that was taken back counts no more. Where fewer than the threshold of decisions were
    taken, what they were is None, and so is each figure that would tell it.
    """

    task: str
    task_version: str
    method: str
    model: str
    proposed: int
    """Shown, or waiting to be."""
    decided: int | None
    accepted: int | None
    edited: int | None
    rejected: int | None
    accepted_as_is: Interval | None
    """The share of decisions that accept the proposal as it is."""
    retained: Interval | None
    """The share of decisions that keep the proposal, edited or not."""
    edit_distance: Interval | None
    """How far edits are from their proposals, 0 to 1, to a tenth."""
    why: Mapping[str, int]
    """What people said of what they edited or rejected; reasons said too rarely are left out."""
    why_too_few: bool
    """Whether a reason is left out so."""
    withheld: Mapping[str, int]
    """How often nothing was proposed, by the code of its reason."""
    failed: Mapping[str, int]
    energy_wh: float | None
    """What its calls of the same period cost; None is unknown."""
    energy_wh_per_proposed: float | None
    energy_wh_per_retained: float | None
    """The same, for each proposal that was kept."""


class Learning(Noun):
    """What people did with every proposal of a period."""

    threshold: int
    fates: tuple[Fate, ...]
    """By task, version, method and model."""

    @classmethod
    def of(
        cls, tallies: Iterable[Tally], lines: Iterable[LedgerLine], *, threshold: int = THRESHOLD
    ) -> Self:
        """Add up the counters and the meter of one period.

        Args:
            tallies: the counters.
            lines: the meter.
            threshold: the fewest decisions, or reasons, that are told; 1 tells all.
        """
        counts: defaultdict[Maker, Counter[tuple[Outcome, str]]] = defaultdict(Counter)
        for each in tallies:
            maker = Maker(each.task, each.task_version, each.method, each.model)
            counts[maker][each.outcome, each.detail] += each.count
        energy = _energy(lines)
        return cls(
            threshold=threshold,
            fates=tuple(
                _fate(maker, counts[maker], energy.get(maker), threshold)
                for maker in sorted(counts)
            ),
        )


def _energy(lines: Iterable[LedgerLine]) -> dict[Maker, float | None]:
    """The energy of each maker's calls; None as soon as that of one is unknown."""
    energy: dict[Maker, float | None] = {}
    for line in lines:
        if line.cached:
            continue
        maker = Maker(line.task, line.task_version, line.method, line.model or "")
        so_far = energy.get(maker, 0.0)
        known = None if line.unknown_energy or line.energy_wh is None else line.energy_wh
        energy[maker] = None if so_far is None or known is None else so_far + known
    return energy


def _fate(
    maker: Maker, counts: Counter[tuple[Outcome, str]], energy_wh: float | None, threshold: int
) -> Fate:
    accepted = _standing(counts, Outcome.ACCEPTED).total()
    rejected = _standing(counts, Outcome.REJECTED).total()
    edits = _standing(counts, Outcome.EDITED)
    edited = edits.total()
    decided = accepted + edited + rejected
    told = decided == 0 or decided >= threshold
    shares = told and decided > 0
    distances = [int(detail) / 10 for detail in edits.elements() if detail]
    why = _of(counts, Outcome.WHY)
    often = {code: count for code, count in why.items() if count >= threshold}
    retained = accepted + edited
    proposed = _of(counts, Outcome.PROPOSED).total()
    return Fate(
        **maker._asdict(),
        proposed=proposed,
        decided=decided if told else None,
        accepted=accepted if told else None,
        edited=edited if told else None,
        rejected=rejected if told else None,
        accepted_as_is=proportion(accepted, decided) if shares else None,
        retained=proportion(retained, decided) if shares else None,
        edit_distance=mean(distances) if told and len(distances) >= threshold else None,
        why=often,
        why_too_few=len(often) < len(why),
        withheld=_of(counts, Outcome.WITHHELD),
        failed=_of(counts, Outcome.FAILED),
        energy_wh=energy_wh,
        energy_wh_per_proposed=_over(energy_wh, proposed),
        energy_wh_per_retained=_over(energy_wh, retained) if told else None,
    )


def _of(counts: Counter[tuple[Outcome, str]], outcome: Outcome) -> Counter[str]:
    return Counter({detail: n for (kind, detail), n in counts.items() if kind is outcome})


def _standing(counts: Counter[tuple[Outcome, str]], outcome: Outcome) -> Counter[str]:
    """The decisions of a kind that were not taken back, by their detail."""
    undone = _of(counts, Outcome.UNDONE)
    made = _of(counts, outcome)
    return Counter(
        {
            detail: max(0, number - undone[f"{outcome} {detail}".strip()])
            for detail, number in made.items()
        }
    )


def _over(energy_wh: float | None, number: int) -> float | None:
    return energy_wh / number if energy_wh is not None and number else None
