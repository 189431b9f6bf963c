from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eclaireur.text.sentences import sentences


def parted(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    "sentence",
    [
        "La loi n° 2000-321 du 12 avril 2000, cf. art. 3, s’applique.",
        "Communes de plus de 3 500 hab. du département.",
        "Article R. 432-1 du code de l’environnement.",
        "Parcs, jardins, etc. de la ville.",
        "Version 2.1 du schéma de data.gouv.fr.",
        "Comité syndical du 4 nov. 2024 à Nantes.",
    ],
)
def test_an_abbreviation_does_not_end_a_sentence(sentence: str) -> None:
    assert parted(sentence) == [sentence]


def test_parts_sentences_and_leaves_their_margins_out() -> None:
    text = " Liste des arbres.  Leur essence est donnée ! Et leur âge ? Parcs, etc. La suite."
    assert parted(text) == [
        "Liste des arbres.",
        "Leur essence est donnée !",
        "Et leur âge ?",
        "Parcs, etc.",
        "La suite.",
    ]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Monoxyde de carbone CO. Toutes les mesures sont horaires.", "Monoxyde de carbone CO."),
        ("Points d’accès au littoral.Le sentier est ouvert.", "Points d’accès au littoral."),
    ],
)
def test_parts_what_an_acronym_or_a_lost_space_holds_together(text: str, first: str) -> None:
    assert parted(text)[0] == first


def test_a_long_paragraph_is_parted_as_a_short_one() -> None:
    assert parted("La liste des arbres est à jour. " * 1_000) == (
        ["La liste des arbres est à jour."] * 1_000
    )


@given(st.text(alphabet="aà A.!?n°«»() \n"))
def test_every_word_is_in_one_sentence(text: str) -> None:
    spans = list(sentences(text))
    assert spans == sorted(spans)
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))
    assert "".join("".join(text[start:end].split()) for start, end in spans) == "".join(
        text.split()
    )
