"""What a ranker learns from a catalogue where keywords follow a rule."""

import random
from typing import Any, NamedTuple

import numpy as np
import pytest

from eclaireur.core.errors import TooFewDatasets
from eclaireur.core.ports import KeywordUse
from eclaireur.methods.vocabulary import PortalVocabulary, Readings, evaluate, learn, training
from eclaireur.methods.vocabulary.trees import Trees

SUBJECTS = {
    "Comptages de vélos": ("velo", "mobilite"),
    "Arbres d'alignement": ("arbre", "espaces-verts"),
    "Budget primitif": ("budget", "finances"),
    "Qualité de l'air": ("air", "pollution"),
}
STREETS = (
    "Nord",
    "Sud",
    "Port",
    "Gare",
    "Moulin",
    "Halle",
    "Verger",
    "Pont",
    "Lac",
    "Parc",
    "Quai",
)


def catalogue(size: int) -> list[KeywordUse]:
    """Datasets whose keywords their subject tells, and each publisher's own besides.

    Every second publisher puts `partage` on all that it publishes.
    """
    draw = random.Random(5)  # noqa: S311 - a sample, not a secret
    uses = []
    for number in range(size):
        publisher = f"Organisme {number % 80}"
        shared = ("partage",) if number % 80 % 2 else ()
        title, keywords = draw.choice(list(SUBJECTS.items()))
        uses.append(
            KeywordUse(
                identifier=str(number),
                title=f"{title}, secteur {draw.choice(STREETS)}",
                description="",
                publisher=publisher,
                keywords=(*keywords, *shared, f"code-{number % 80}"),
            )
        )
    return uses


class Learned(NamedTuple):
    uses: list[KeywordUse]
    vocabulary: PortalVocabulary
    trees: Trees
    examples: tuple[Any, ...]
    """What the trees were grown from."""


@pytest.fixture(scope="module")
def learned() -> Learned:
    uses = catalogue(600)
    vocabulary = PortalVocabulary.learn(uses)
    grow, given = Trees.grow, []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Trees, "grow", lambda *examples: (given.append(examples), grow(*examples))[1])
        trees, _ = learn(uses, vocabulary, lambda: None)
    [examples] = given
    return Learned(uses, vocabulary, trees, examples)


def test_habits_are_trusted_where_the_publisher_has_some(learned: Learned) -> None:
    uses = learned.uses
    [figures] = evaluate([learned.trees], uses, Readings.of(uses), lambda: None)
    assert figures.known > 0.9
    # Of a first dataset, nobody can know the publisher's code.
    assert 0.7 < figures.unseen < 0.9


def test_counts_do_not_tell_which_publisher_is_hidden(learned: Learned) -> None:
    uses, vocabulary, trees, _ = learned
    likelihoods = []
    for use in uses[:40]:
        # A publisher that the catalogue has never seen: every other one uses the keyword.
        first = use.model_copy(update={"identifier": "new", "publisher": "Organisme neuf"})
        *_, seen = training._seen(vocabulary, first, newcomer=False)
        at = seen.keywords == vocabulary.numbers["partage"]
        likelihoods += trees.likelihoods(seen.matrix[at]).tolist()
    assert len(likelihoods) > 30
    assert 0.3 < sum(likelihoods) / len(likelihoods) < 0.7


def test_what_is_measured_taught_nothing(learned: Learned, monkeypatch: pytest.MonkeyPatch) -> None:
    uses, vocabulary, trees, examples = learned
    taught: list[str] = []
    example = training._example
    monkeypatch.setattr(
        training,
        "_example",
        lambda vocabulary, use, **rest: (
            taught.append(use.publisher),
            example(vocabulary, use, **rest),
        )[1],
    )
    measured: list[str] = []
    seen = training._seen

    def watched(vocabulary: PortalVocabulary, use: KeywordUse, *, newcomer: bool) -> object:
        measured.append(use.publisher or "")
        return seen(vocabulary, use, newcomer=newcomer)

    # The same examples grow the same trees: it takes a while to see it again here.
    again: list[tuple[Any, ...]] = []
    monkeypatch.setattr(Trees, "grow", lambda *given: (again.append(given), trees)[1])
    learn(uses, vocabulary, lambda: None)
    monkeypatch.setattr(training, "_seen", watched)
    evaluate([trees], uses, Readings.of(uses), lambda: None)
    assert measured
    assert taught
    assert not set(taught) & set(measured)
    assert all(map(np.array_equal, again[0], examples))


def test_too_few_datasets_are_refused() -> None:
    uses = catalogue(50)
    with pytest.raises(TooFewDatasets):
        learn(uses, PortalVocabulary.learn(uses), lambda: None)
