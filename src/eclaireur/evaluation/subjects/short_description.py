"""Short descriptions: by themselves, beside their record, and beside what a producer wrote."""

from collections.abc import Iterator

from eclaireur.core.dataset import Dataset
from eclaireur.core.suggestion import Value
from eclaireur.evaluation.measured import Observed
from eclaireur.evaluation.measures import texts
from eclaireur.evaluation.measures.form import RULES, whole_sentences
from eclaireur.guards import grounding
from eclaireur.text.markup import readable


def short_description(value: Value | None, dataset: Dataset) -> Iterator[Observed]:
    """What is measured of a short description."""
    yield Observed("proposed", float(value is not None))
    if not isinstance(value, str):
        return
    yield Observed("length", len(value))
    yield Observed("whole-sentences", float(whole_sentences(value)))
    kept = {rule: holds(value, dataset) for rule, holds in RULES.items()}
    yield Observed("rules", float(all(kept.values())))
    for rule, holds in kept.items():
        yield Observed("rule", float(holds), rule)
    # The check does not read the field itself: what a producer wrote there supports nothing.
    verdict = grounding.check(value, dataset)
    yield Observed("supported", float(verdict.supported))
    for claim in verdict.claims:
        yield Observed("grounded", float(claim.supported), claim.kind)
    new = texts.novelty(value, f"{dataset.title}\n{readable(dataset.description).text}")
    if new is not None:
        yield Observed("novelty", new)
    ease = texts.readability(value)
    if ease is not None:
        yield Observed("readability", ease)
    if dataset.short_description:
        yield Observed("overlap", texts.rouge_l(value, dataset.short_description))
