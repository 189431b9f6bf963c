"""Keywords and themes, beside those that producers chose."""

from collections.abc import Iterator

from eclaireur.core.dataset import Dataset
from eclaireur.core.suggestion import Value
from eclaireur.evaluation.measured import KEYWORDS_DEPTH, Observed
from eclaireur.evaluation.measures.labels import diversity, f1, stems
from eclaireur.evaluation.measures.ranking import ndcg


def keywords(value: Value | None, dataset: Dataset) -> Iterator[Observed]:
    """What is measured of keywords, which are words."""
    proposed = _first(value)
    yield from labels(proposed, dataset.keywords)
    yield Observed("f1-stems", f1(stems(proposed), stems(dataset.keywords)))
    varied = diversity(proposed)
    if varied is not None:
        yield Observed("diversity", varied)


def themes(value: Value | None, dataset: Dataset) -> Iterator[Observed]:
    """What is measured of themes, which are names in a list."""
    yield from labels(_first(value), dataset.theme)


def labels(proposed: tuple[str, ...], chosen: tuple[str, ...]) -> Iterator[Observed]:
    """What is measured of any labels; those not proposed score nothing."""
    yield Observed("proposed", float(bool(proposed)))
    yield Observed("f1", f1(proposed, chosen))
    yield Observed("ndcg", ndcg(proposed, chosen, KEYWORDS_DEPTH))


def _first(value: Value | None) -> tuple[str, ...]:
    return value[:KEYWORDS_DEPTH] if isinstance(value, tuple) else ()
