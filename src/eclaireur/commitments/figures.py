"""The live figures of each commitment. What was never counted has no figure: it is not zero."""

import math
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from enum import StrEnum
from functools import reduce
from types import MappingProxyType

from eclaireur.commitments.facts import Facts
from eclaireur.core.base import Noun
from eclaireur.core.model import OperatorKind
from eclaireur.ledger.intervals import Interval, proportion
from eclaireur.ledger.learning import Fate
from eclaireur.ledger.summary import Cost

PERSONAL = ("personal-data", "answer-personal-data")
"""Why nothing is proposed where the proposal would tell of a person."""

UNSUPPORTED = "answer-unsupported"
"""Why a model's text is thrown away when the record does not say what it says."""


class Unit(StrEnum):
    """What a figure counts."""

    COUNT = "count"
    SHARE = "share"
    """0 to 1."""
    ENERGY = "Wh"
    CARBON = "gCO2e"


class Figure(Noun):
    """One live figure; its label is the message `figure-<code>`."""

    code: str
    unit: Unit
    value: int | float | None
    """None is unknown, which is not zero."""
    low: float | None = None
    """The ends of the 95 % interval of a share."""
    high: float | None = None


def figures_of(code: str, facts: Facts) -> tuple[Figure, ...]:
    """Return the figures of one commitment, by its code."""
    return tuple(_FIGURES[code](facts))


def told(fates: Sequence[Fate]) -> list[Fate]:
    """Those whose decisions are enough to be published, and of which there are some."""
    return [each for each in fates if each.decided]


def _proposes(facts: Facts) -> Iterator[Figure]:
    fates = facts.learning.fates
    if not fates:
        return
    yield _count("proposed", sum(each.proposed for each in fates))
    # Only rows that are published are added up: a total would tell those that are not.
    decided = told(fates)
    if decided:
        yield _count("decided", sum(each.decided or 0 for each in decided))
        yield _count("accepted", sum(each.accepted or 0 for each in decided))
        yield _count("edited", sum(each.edited or 0 for each in decided))
        yield _count("rejected", sum(each.rejected or 0 for each in decided))
        kept = sum((each.accepted or 0) + (each.edited or 0) for each in decided)
        yield _share("retained", kept, sum(each.decided or 0 for each in decided))


def _learns(facts: Facts) -> Iterator[Figure]:
    fates = facts.learning.fates
    if fates:
        yield _count("versions", len({(each.task, each.task_version) for each in fates}))
    decided = told(fates)
    if decided:
        accepted = sum(each.accepted or 0 for each in decided)
        yield _share("accepted-as-is", accepted, sum(each.decided or 0 for each in decided))
    if facts.trials:
        yield _count("trials", len(facts.trials))
        yield _count("trials-running", sum(not each.over for each in facts.trials))


def _nobody(facts: Facts) -> Iterator[Figure]:
    if facts.learning.fates:
        reasons = _reasons(facts)
        yield _count("withheld-personal", sum(reasons[each] for each in PERSONAL))


def _hosted(facts: Facts) -> Iterator[Figure]:
    if facts.models:
        kinds = Counter(each.operator_kind for each in facts.models)
        yield _count("models", len(facts.models))
        yield _count("models-state", kinds[OperatorKind.STATE])
        yield _count("models-local", kinds[OperatorKind.LOCAL])
        yield _count("models-other", kinds[OperatorKind.OTHER])
    if facts.departed is not None:
        yield _count("sent", facts.departed.sent)
        yield _count("refused", facts.departed.refused)


def _grounded(facts: Facts) -> Iterator[Figure]:
    fates = facts.learning.fates
    if not fates:
        return
    withheld = sum(sum(each.withheld.values()) for each in fates)
    failed = sum(sum(each.failed.values()) for each in fates)
    answers = sum(each.proposed for each in fates) + withheld + failed
    yield _count("withheld", withheld)
    if answers:
        yield _share("withheld-share", withheld, answers)
    yield _count("unsupported", _reasons(facts)[UNSUPPORTED])
    yield _count("failed", failed)


def _frugal(facts: Facts) -> Iterator[Figure]:
    ledger, fates = facts.ledger, facts.learning.fates
    if not ledger.tasks:
        return
    spent = reduce(Cost.__add__, (each.cost for each in ledger.makers), Cost())
    yield Figure(code="energy", unit=Unit.ENERGY, value=spent.energy_wh)
    if spent.unknown_energy:
        yield _count("energy-unknown", spent.unknown_energy)
    yield Figure(code="carbon", unit=Unit.CARBON, value=spent.carbon_g)
    if spent.unknown_carbon:
        yield _count("carbon-unknown", spent.unknown_carbon)
    shown = [each for each in fates if each.method]
    yield from _energy("energy-per-proposed", shown, sum(each.proposed for each in shown))
    decided = told(shown)
    kept = sum((each.accepted or 0) + (each.edited or 0) for each in decided)
    yield from _energy("energy-per-retained", decided, kept)
    saved = reduce(Cost.__add__, (each.saved_by_cache for each in ledger.tasks))
    if saved.calls:
        yield _count("cached", saved.calls)
        yield Figure(code="energy-saved-cache", unit=Unit.ENERGY, value=saved.energy_wh)
    without = sum(each.proposed_without_model for each in ledger.tasks)
    if without:
        yield _count("without-model", without)
        amounts = [
            each.energy_wh_saved_without_model
            for each in ledger.tasks
            if each.proposed_without_model
        ]
        yield Figure(code="energy-saved-model", unit=Unit.ENERGY, value=_sum(amounts))


def _sparing(facts: Facts) -> Iterator[Figure]:
    off = sum(each.off for each in facts.tasks)
    yield _count("tasks-on", len(facts.tasks) - off)
    if off:
        yield _count("tasks-off", off)
    exceptions = sum(each.organisation is not None for each in facts.means.switches)
    if exceptions:
        yield _count("off-for-some", exceptions)
    models = [turn for task in facts.tasks for turn in task.turns if turn.model is not None]
    if models:
        yield _count("turns-asked", sum(not each.automatic for each in models))
        yield _count("turns-automatic", sum(each.automatic for each in models))


def _open(facts: Facts) -> Iterator[Figure]:
    yield _count("prompts", len(facts.tasks))
    if facts.models:
        yield _count("models-open", sum(bool(each.weights) for each in facts.models))
        yield _count("models-closed", sum(not each.weights for each in facts.models))


_FIGURES: Mapping[str, Callable[[Facts], Iterator[Figure]]] = MappingProxyType(
    {
        "proposes": _proposes,
        "learns": _learns,
        "nobody": _nobody,
        "hosted": _hosted,
        "grounded": _grounded,
        "frugal": _frugal,
        "sparing": _sparing,
        "open": _open,
    }
)
"""One line a commitment."""


def _count(code: str, number: int) -> Figure:
    return Figure(code=code, unit=Unit.COUNT, value=number)


def _share(code: str, successes: int, cases: int) -> Figure:
    share: Interval = proportion(successes, cases)
    return Figure(code=code, unit=Unit.SHARE, value=share.value, low=share.low, high=share.high)


def _energy(code: str, fates: Sequence[Fate], number: int) -> Iterator[Figure]:
    """What the calls of some makers cost for each of their proposals, if there are some."""
    if number:
        total = _sum([each.energy_wh for each in fates])
        value = None if total is None else total / number
        yield Figure(code=code, unit=Unit.ENERGY, value=value)


def _sum(amounts: Sequence[float | None]) -> float | None:
    """The sum, which is unknown as soon as one is."""
    known = [each for each in amounts if each is not None]
    return math.fsum(known) if len(known) == len(amounts) and known else None


def _reasons(facts: Facts) -> Counter[str]:
    """How often nothing was proposed, by reason."""
    counts: Counter[str] = Counter()
    for each in facts.learning.fates:
        counts.update(each.withheld)
        counts.update(each.failed)
    return counts
