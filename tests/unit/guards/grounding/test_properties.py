"""What holds of every text and every dataset."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eclaireur.catalogues.read import read_catalogue
from eclaireur.core.dataset import Dataset
from eclaireur.guards.grounding import Verdict, check
from eclaireur.guards.grounding.verdict import LONGEST_CLAIM
from eclaireur.sample import sample_place
from eclaireur.text.markup import readable

SAMPLE = [each for each in read_catalogue(sample_place()) if isinstance(each, Dataset)]
# What the kinds of claims look for, put together at random.
PIECES = st.sampled_from(
    [
        "2019", "2019-2023", "de 2019 à", "depuis", "1er janvier 2020", "01/02/2021", "mars",
        "deux mille", "vingt et un", "3 500", "1,5 million", "12 %", "une douzaine de", "chaque",
        "tous les", "mercredis", "trois fois par", "mois", "Savoie", "Haute-", "Ille-et-Vilaine",
        "DDT 35", "INSEE", "Agence", "Conseil", "de la", "d'", "l’", "par le", "d'après", "par",
        "commune", "exhaustif", "non", "seulement", "privé", "ponts", "Écluses", "\n", ".", ", ",
        " : ", "- ", "(", ")", "<b>", "&nbsp;", "**", "|", "\x00", "\ud800", "\u0301", "ﬁ", "İ",
        "٣", "½", "🌉", "œuvres", "a" * 80, "9" * 50,
    ]
)  # fmt: skip
TEXTS = st.one_of(
    st.text(max_size=300),
    st.lists(PIECES, max_size=40).map(" ".join),
    st.lists(PIECES, max_size=40).map("".join),
)


def consistent(text: str, dataset: Dataset, verdict: Verdict) -> None:
    position = 0
    for claim in verdict.claims:
        assert position <= claim.start < claim.end <= len(text)
        assert claim.end - claim.start <= LONGEST_CLAIM
        assert claim.text == text[claim.start : claim.end]
        assert claim.supported == (claim.evidence is not None)
        position = claim.end
        if claim.evidence and claim.evidence.passage.field == "description":
            passage = claim.evidence.passage
            assert passage.text == dataset.description[passage.start : passage.end]
    assert verdict.supported == all(claim.supported for claim in verdict.claims)


@settings(max_examples=150, deadline=None)
@given(text=TEXTS, title=TEXTS, description=TEXTS)
def test_claims_are_disjoint_short_and_where_they_say(
    text: str, title: str, description: str
) -> None:
    dataset = Dataset(identifier="d", title=title, description=description)
    consistent(text, dataset, check(text, dataset))


@settings(max_examples=150, deadline=None)
@given(description=TEXTS)
def test_every_line_of_the_source_is_supported(description: str) -> None:
    dataset = Dataset(identifier="d", description=description)
    for line in readable(description).text.splitlines():
        assert check(line, dataset).supported, line


@pytest.mark.parametrize("dataset", SAMPLE, ids=lambda dataset: dataset.identifier)
def test_every_sentence_of_the_sample_is_supported(dataset: Dataset) -> None:
    for sentence in re.split(r"(?<=[.!?])\s|\n", readable(dataset.description).text):
        verdict = check(sentence, dataset)
        assert verdict.supported, sentence
        consistent(sentence, dataset, verdict)


@pytest.mark.parametrize(
    "hostile",
    [
        "mille " * 4_000,
        "a-" * 10_000,
        "Le-" * 10_000,
        "1 000 " * 4_000,
        "9" * 20_000,
        "2019-" * 4_000,
        "A" * 20_000,
        "Agence de la " * 2_000,
        "par le " * 3_000,
        "1er" + " " * 20_000 + "mars",
        "d'après " * 2_000,
    ],
    ids=lambda text: text[:10],
)
def test_a_repeated_text_is_read_to_its_end(hostile: str) -> None:
    dataset = Dataset(identifier="d", title=hostile[:500], description=hostile)
    consistent(hostile, dataset, check(hostile, dataset))
