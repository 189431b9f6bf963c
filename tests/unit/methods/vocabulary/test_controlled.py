"""What authorities call things, found in the text of a record."""

import asyncio
from collections.abc import Sequence

import pytest

from eclaireur.core.concept import ANY_LANGUAGE, Concept, Vocabulary
from eclaireur.core.dataset import Dataset
from eclaireur.core.evidence import NamedConcept, Passage
from eclaireur.core.ports import KeywordUse
from eclaireur.core.proposal import Proposal, Withheld
from eclaireur.methods.vocabulary import (
    ControlledTerms,
    PortalKeywords,
    PortalVocabulary,
    Ranker,
)


def concept(number: int, french: str, english: str, *others: str, above: int = 0) -> Concept:
    return Concept(
        uri=f"https://voc/{number}",
        labels={"fr": french, "en": english},
        alternatives={"fr": others} if others else {},
        broader=(f"https://voc/{above}",) if above else (),
    )


CONCEPTS = (
    concept(1, "environnement", "environment"),
    concept(2, "marché intérieur", "domestic market", "marché national", above=1),
    concept(3, "qualité de l’air", "air quality", "pollution de l’air", above=1),
    concept(4, "cours d’eau", "watercourse"),
    concept(5, "pain", "bread"),
    concept(9, "atmosphère", "atmosphere", "air"),
    concept(6, "données", "data"),
    Concept(uri="https://voc/7", labels={ANY_LANGUAGE: "biotope"}),
)
CONTROLLED = ControlledTerms((Vocabulary(name="voc", concepts=CONCEPTS),))


BAKERY = (concept(8, "boulangerie", "bakery", "vente de pain"),)
NO_CONCEPT = ControlledTerms(())

TREES = Ranker.shipped().trees


def use(identifier: str, title: str, *keywords: str) -> KeywordUse:
    return KeywordUse(
        identifier=identifier,
        title=title,
        description="",
        publisher="Ville de Brume",
        keywords=keywords,
    )


CATALOGUE = [
    use("v1", "Comptages de vélos rue du Port", "velo", "mobilite", "comptage", "capteur"),
    use("v2", "Comptages de vélos quai Nord", "velo", "mobilite", "comptage", "capteur"),
    use("v3", "Comptages de vélos place Verte", "velo", "mobilite", "comptage", "capteur"),
    use("e1", "Cours d'eau classés", "cours-deau", "hydrographie"),
    use("e2", "Qualité des cours d'eau", "cours-deau", "hydrographie"),
]


def propose(
    dataset: Dataset, uses: Sequence[KeywordUse], controlled: ControlledTerms = NO_CONCEPT
) -> Proposal | Withheld:
    learned = PortalVocabulary.learn(uses)

    async def vocabulary() -> PortalVocabulary:
        return learned

    return asyncio.run(PortalKeywords(vocabulary, TREES, 5, controlled).propose(dataset))


def proposed(title: str, description: str = "", *, catalogue: bool = False) -> Proposal:
    dataset = Dataset(identifier="new", title=title, description=description)
    answer = propose(dataset, CATALOGUE if catalogue else (), controlled=CONTROLLED)
    assert isinstance(answer, Proposal)
    return answer


def named(answer: Proposal, keyword: str) -> list[NamedConcept]:
    supports = [each.support for each in answer.evidence if each.part == keyword]
    return [each for each in supports if isinstance(each, NamedConcept)]


def test_an_alternative_label_gives_the_preferred_one_with_the_passage_and_the_concept() -> None:
    answer = proposed("Relevés de pollutions de l’air en ville")
    assert answer.value[0] == "qualite-de-lair"
    assert named(answer, "qualite-de-lair") == [
        NamedConcept(
            uri="https://voc/3", label="qualité de l’air", vocabulary="voc", broader="environnement"
        )
    ]
    passages = [each.support for each in answer.evidence if isinstance(each.support, Passage)]
    assert "pollutions de l’air" in [each.text for each in passages]


def test_a_keyword_of_the_portal_keeps_its_spelling_and_its_place_and_gains_the_concept() -> None:
    answer = proposed("Débit des cours d’eau", catalogue=True)
    assert "cours-deau" in answer.value
    assert [each.uri for each in named(answer, "cours-deau")] == ["https://voc/4"]


def test_what_the_portal_s_habits_fill_leaves_no_place_to_concepts() -> None:
    title = "Comptages de vélos, pain"
    dataset = Dataset(identifier="new", title=title)
    with_concepts = propose(dataset, CATALOGUE, controlled=CONTROLLED)
    without = propose(dataset, CATALOGUE)
    assert isinstance(with_concepts, Proposal)
    assert isinstance(without, Proposal)
    assert with_concepts.value == without.value
    assert "pain" in proposed(title).value


def test_a_large_portal_is_lent_no_word_that_it_does_not_use() -> None:
    dataset = Dataset(identifier="new", title="Vente de pain")
    for number, lent in ((999, True), (1_000, False)):
        uses = [use(f"d{i}", f"Pistes cyclables {i}", "velo") for i in range(number)]
        answer = propose(dataset, uses, ControlledTerms((Vocabulary(name="v", concepts=BAKERY),)))
        assert isinstance(answer, Proposal)
        assert ("boulangerie" in answer.value) is lent


def test_english_labels_are_looked_for_in_english_alone() -> None:
    assert "marche-interieur" not in proposed("Fabrication du bread et du domestic market").value
    english = proposed("Monitoring of the air quality of the city", "It is measured in the street.")
    assert "air-quality" in english.value
    assert named(english, "air-quality")[0].broader == "environment"


def test_a_label_of_no_language_serves_both() -> None:
    for title in ("Biotope des marais", "The biotope of this marsh"):
        assert "https://voc/7" in [
            each.support.uri
            for each in proposed(title).evidence
            if isinstance(each.support, NamedConcept)
        ]


def test_a_label_inside_a_longer_one_names_nothing() -> None:
    assert "atmosphere" not in proposed("Qualité de l’air dans les écoles").value
    assert "atmosphere" in proposed("Composition chimique : air").value


def test_a_label_as_long_as_a_text_is_no_name_and_costs_nothing() -> None:
    label = "mot " * 50_000
    endless = Concept(uri="https://voc/10", labels={"fr": label}, alternatives={"fr": ("grève",)})
    controlled = ControlledTerms((Vocabulary(name="voc", concepts=(endless,)),))
    answer = propose(Dataset(identifier="new", title="Grève et mot"), (), controlled)
    assert isinstance(answer, Proposal)
    assert not any(isinstance(each.support, NamedConcept) for each in answer.evidence)


def test_a_concept_that_says_nothing_is_not_proposed() -> None:
    assert "donnees" not in proposed("Données sur la qualité de l’air").value


def test_a_concept_that_the_record_carries_is_not_proposed_again() -> None:
    dataset = Dataset(identifier="new", title="Pollution de l’air", keywords=("qualite-de-lair",))
    answer = propose(dataset, (), controlled=CONTROLLED)
    assert not isinstance(answer, Proposal) or "qualite-de-lair" not in answer.value


@pytest.mark.parametrize(("others", "cold"), [(0, True), (49, True), (50, False)])
def test_a_proposal_from_a_small_catalogue_says_so(others: int, *, cold: bool) -> None:
    uses = [use(f"d{i}", f"Pistes cyclables {i}", "velo") for i in range(others)]
    # What carries no keyword, and the record itself, teach nothing.
    uses += [use("bare", "Pistes cyclables"), use("new", "Pistes cyclables", "velo")]
    dataset = Dataset(identifier="new", title="Pistes cyclables")
    answer = propose(dataset, uses)
    assert isinstance(answer, Proposal)
    if cold:
        assert answer.caution is not None
        assert answer.caution.code == "cold-catalogue"
        assert answer.caution.params == {"datasets": others, "minimum": 50}
    else:
        assert answer.caution is None
