import pytest
from hypothesis import given
from hypothesis import strategies as st

from eclaireur.core.dataset import Dataset
from eclaireur.evaluation.measures.form import RULES, whole_sentences
from eclaireur.evaluation.measures.texts import novelty, readability, rouge_l, syllables

SENTENCES = st.text("abcé ’.", max_size=60)


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Liste des arbres.", True),
        ("Liste des arbres. Chaque ligne en décrit un.", True),
        ("Liste des arbres plantés par la com", False),
        ("liste des arbres.", False),
        ("Liste des arbres (plantés en 1998.", False),
        ("2 000 arbres, avec leur hauteur.", True),
        ("", False),
    ],
)
def test_whole_sentences(text: str, whole: bool) -> None:  # noqa: FBT001
    assert whole_sentences(text) is whole


@pytest.mark.parametrize(
    ("text", "broken"),
    [
        ("Arbres d’alignement plantés depuis 1998 par la Ville.", set()),
        ("Arbres.", {"length"}),
        ("arbres d’alignement plantés depuis 1998.", {"opening"}),
        ("Arbres d’alignement plantés depuis 1998", {"ending"}),
        ("Voir https://exemple.fr pour la liste.", {"markup"}),
        ("Ce jeu de données contient les arbres.", {"boilerplate", "alone"}),
        ("Ils sont plantés depuis 1998.", {"alone"}),
        ("Arbres (plantés depuis 1998.", {"closing"}),
        ("Liste d'arbres plantés depuis 1998.", {"typography"}),
        ("Arbres de la commune de Valmorel.", {"title"}),
    ],
)
def test_rules(text: str, broken: set[str]) -> None:
    dataset = Dataset(identifier="a", title="Arbres de la commune de Valmorel")
    assert {rule for rule, holds in RULES.items() if not holds(text, dataset)} == broken


def test_novelty_by_hand() -> None:
    # Of `les arbres`, `arbres plantés`, `plantés hier`, the source holds the first two.
    assert novelty("Les arbres plantés hier", "les ARBRES plantes, ici") == pytest.approx(1 / 3)
    assert novelty("Arbres", "arbres") is None


@given(SENTENCES)
def test_nothing_is_new_in_its_own_source(text: str) -> None:
    assert novelty(text, f"Avant. {text} Après.") in {0, None}


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("arbre", 1),
        ("commune", 2),
        ("plante", 1),
        ("donnees", 2),
        ("rues", 1),
        ("eau", 1),
        ("hopital", 3),
        ("1998", 1),
        ("le", 1),
    ],
)
def test_syllables(word: str, count: int) -> None:
    assert syllables(word) == count


def test_readability_by_hand() -> None:
    # Five words of 1, 2, 1, 3 and 1 syllables in one sentence, by the rule above.
    told = readability("La commune a un hôpital.")
    assert told == pytest.approx(207 - 1.015 * 5 - 73.6 * 8 / 5)
    # The same in two sentences is easier by half the words.
    two = readability("La commune a un hôpital. La commune a un hôpital.")
    assert two == pytest.approx(told)
    assert readability("…") is None


def test_rouge_l_by_hand() -> None:
    # `les arbres … la ville` is common: 4 words, of 6 and of 5.
    ours, theirs = "Les arbres plantés par la ville", "Les arbres de la Ville"
    assert rouge_l(ours, theirs) == pytest.approx(2 * 4 / (6 + 5))
    assert rouge_l("", "Les arbres") == 0


@given(SENTENCES, SENTENCES)
def test_rouge_l_is_symmetrical_and_bounded(one: str, other: str) -> None:
    assert 0 <= rouge_l(one, other) <= 1
    assert rouge_l(one, other) == rouge_l(other, one)
    if any(map(str.isalnum, one)):
        assert rouge_l(one, one) == 1
