"""How far two judges say the same, beyond what chance would give."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from eclaireur.evaluation.measures.intervals import Floats, Interval, percentile


def cohen_kappa(one: Sequence[str], other: Sequence[str]) -> float | None:
    """Cohen's kappa of two judges on the same items: 1 where they agree, 0 as by chance.

    Cohen J., "A coefficient of agreement for nominal scales", Educational and Psychological
    Measurement 20 (1960). None where both say one and the same thing everywhere: chance would too.
    """
    ours, theirs, number = _coded(one, other)
    [kappa] = _kappas(ours[None], theirs[None], number)
    return None if np.isnan(kappa) else float(kappa)


def kappa_interval(one: Sequence[str], other: Sequence[str], seed: int) -> Interval | None:
    """Its percentile bootstrap interval, items drawn again; None where it has no value."""
    if cohen_kappa(one, other) is None:
        return None
    ours, theirs, number = _coded(one, other)
    return percentile(len(ours), lambda draws: _kappas(ours[draws], theirs[draws], number), seed)


def _coded(
    one: Sequence[str], other: Sequence[str]
) -> tuple[NDArray[np.int64], NDArray[np.int64], int]:
    if len(one) != len(other) or not one:
        raise ValueError("two judges of the same items, one at least")
    labels = {label: at for at, label in enumerate(sorted({*one, *other}))}
    return (
        np.array([labels[each] for each in one]),
        np.array([labels[each] for each in other]),
        len(labels),
    )


def _kappas(ours: NDArray[np.int64], theirs: NDArray[np.int64], labels: int) -> Floats:
    """A kappa a row."""
    observed = (ours == theirs).mean(1)
    expected = sum(
        ((ours == label).mean(1) * (theirs == label).mean(1) for label in range(labels)),
        np.zeros(len(ours)),
    )
    # Where one label is everywhere, nothing over nothing: no value.
    with np.errstate(invalid="ignore"):
        kappas: Floats = (observed - expected) / (1 - expected)
    return kappas
