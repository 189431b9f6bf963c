"""How well a list is put in order, given what it should hold. An answer is right or it is not."""

import math
from collections.abc import Collection, Sequence


def reciprocal_rank(found: Sequence[str], right: Collection[str], depth: int) -> float:
    """One over the rank of the first right answer among the `depth` first, or 0.

    Its mean is the MRR: Voorhees E., "The TREC-8 question answering track report" (1999).
    """
    ranks = (rank for rank, each in enumerate(found[:depth], 1) if each in right)
    return 1 / first if (first := next(ranks, None)) else 0.0


def recall(found: Sequence[str], right: Collection[str], depth: int) -> float:
    """The share of the right answers that stand among the `depth` first.

    Manning C., Raghavan P. and Schütze H., "Introduction to Information Retrieval" (2008), 8.4.
    """
    return len(frozenset(found[:depth]) & frozenset(right)) / len(frozenset(right))


def ndcg(found: Sequence[str], right: Collection[str], depth: int) -> float:
    """The discounted gain of the `depth` first, beside that of the best order, from 0 to 1.

    Järvelin K. and Kekäläinen J., "Cumulated gain-based evaluation of IR techniques", ACM TOIS 20
    (2002), with a gain of 1 for each right answer and a discount of log2(rank + 1).
    """
    wanted = frozenset(right)
    ranks = [rank for rank, each in enumerate(dict.fromkeys(found[:depth]), 1) if each in wanted]
    return _gain(ranks) / _gain(range(1, min(depth, len(wanted)) + 1))


def _gain(ranks: Collection[int]) -> float:
    return math.fsum(1 / math.log2(rank + 1) for rank in ranks)
