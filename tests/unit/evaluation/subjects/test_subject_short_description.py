from eclaireur.core.dataset import Dataset
from eclaireur.evaluation.baselines import first_sentence
from eclaireur.evaluation.measured import Observed
from eclaireur.evaluation.subjects.short_description import short_description

TREES = Dataset(
    identifier="arbres",
    title="Arbres de Valmorel",
    description="Les 250 arbres plantés par la commune de Valmorel en 1998. Chaque hiver.",
    short_description="Les 300 arbres de la commune de Valmorel.",
)


def test_what_is_measured() -> None:
    value = "Les 300 arbres plantés par la commune de Valmorel."
    observed = list(short_description(value, TREES))
    measured = {each.measure: each.value for each in observed if not each.of}
    assert measured["proposed"] == measured["whole-sentences"] == measured["rules"] == 1
    assert measured["length"] == len(value)
    # What the producer wrote in that very field supports nothing.
    assert measured["supported"] == 0
    assert Observed("grounded", 0, "number") in observed
    assert Observed("grounded", 1, "place") in observed
    # `les 300` and `300 arbres` are new, of eight pairs.
    assert measured["novelty"] == 2 / 8
    # Seven words in common, of nine and eight.
    assert measured["overlap"] == 2 * 7 / (9 + 8)


def test_nothing_proposed_is_counted_and_nothing_else() -> None:
    assert list(short_description(None, TREES)) == [Observed("proposed", 0)]


def test_the_baseline_cuts_where_the_portal_does() -> None:
    assert first_sentence(TREES.description).endswith("en 1998.")
    assert first_sentence("<p>Des arbres</p>") == "Des arbres"
    assert len(first_sentence("Des arbres et " * 40)) == 200
    assert first_sentence("") == ""
