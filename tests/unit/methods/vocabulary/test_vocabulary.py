"""What is proposed, and why, from a small catalogue."""

import asyncio
from collections.abc import Sequence
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eclaireur.core.dataset import Dataset
from eclaireur.core.evidence import Bearers, Passage
from eclaireur.core.ports import KeywordUse
from eclaireur.core.proposal import Proposal, Withheld
from eclaireur.methods.vocabulary import READS, PortalKeywords, PortalVocabulary


def use(
    identifier: str, title: str, *keywords: str, publisher: str | None = "Ville de Brume"
) -> KeywordUse:
    return KeywordUse(identifier=identifier, title=title, publisher=publisher, keywords=keywords)


CATALOGUE = [
    use("v1", "Comptages de vélos rue du Port", "velo", "mobilite", "comptage", "capteur"),
    use("v2", "Comptages de vélos quai Nord", "velo", "mobilite", "comptage", "capteur"),
    use(
        "v3", "Comptages de vélos place Verte", "velo", "mobilite", "comptages", "capteur", "dvd-12"
    ),
    use("v4", "Pistes cyclables", "velo", "mobilite", "voirie", publisher="Métropole d'Aval"),
    use("e1", "Cours d'eau classés", "cours-deau", "hydrographie", publisher="Agence de l'eau"),
    use("e2", "Qualité des cours d'eau", "cours-d-eau", "hydrographie", publisher="Préfecture"),
    use("e3", "Débit des cours d’eau", "cours-deau", "hydrographie", publisher="Préfecture"),
    use("e4", "Eau potable", "eau", publisher="Préfecture"),
]


def propose(
    dataset: Dataset, uses: Sequence[KeywordUse] = CATALOGUE, number: int = 5
) -> Proposal | Withheld:
    learned = PortalVocabulary.learn(uses)

    async def vocabulary() -> PortalVocabulary:
        return learned

    return asyncio.run(PortalKeywords(vocabulary, number).propose(dataset))


def keywords(dataset: Dataset, uses: Sequence[KeywordUse] = CATALOGUE) -> tuple[str, ...]:
    answer = propose(dataset, uses)
    assert isinstance(answer, Proposal)
    return tuple(answer.value)


def test_similar_datasets_lend_their_keywords() -> None:
    proposed = keywords(Dataset(identifier="new", title="Comptages de vélos avenue de la Gare"))
    assert {"velo", "mobilite", "comptage"} <= set(proposed)


def test_what_says_nothing_or_gives_a_badge_is_never_proposed() -> None:
    uses = [
        *CATALOGUE,
        *(use(f"x{i}", "Vélos", "open-data", "hvd", "inspire", "csv", "2024") for i in range(9)),
    ]
    dataset = Dataset(identifier="new", title="Vélos", description="inspire, hvd, csv, open data")
    assert not {"open-data", "hvd", "inspire", "csv", "2024"} & set(keywords(dataset, uses))


@pytest.mark.parametrize("present", ["velo", "velos", "Vélos"])
def test_what_the_dataset_carries_in_any_spelling_is_not_proposed_again(present: str) -> None:
    dataset = Dataset(identifier="new", title="Comptages de vélos", keywords=(present,))
    assert "velo" not in keywords(dataset)


def test_of_two_spellings_the_commonest_is_proposed_alone() -> None:
    proposed = keywords(Dataset(identifier="new", title="Entretien des cours d'eau"))
    assert "cours-deau" in proposed
    assert "cours-d-eau" not in proposed


def test_a_whole_and_its_part_are_not_proposed_together() -> None:
    proposed = keywords(Dataset(identifier="new", title="Cours d'eau, eau potable"))
    assert not {"eau", "cours-deau"} <= set(proposed)


def test_a_publisher_s_bare_name_is_not_proposed() -> None:
    uses = [use(str(i), f"Titre {i}", "ville-de-brume", "brume") for i in range(5)]
    dataset = Dataset(identifier="new", title="Titre nouveau", publisher="Ville de Brume")
    assert keywords(dataset, uses)[0] == "brume"
    assert "ville-de-brume" not in keywords(dataset, uses)


def test_one_organisation_s_code_is_not_lent_to_another() -> None:
    uses = [use(f"c{i}", f"Comptages de vélos {i}", "velo", "code-interne") for i in range(5)]
    uses += [use("o", "Vélos", "velo", publisher="Métropole d'Aval")]
    dataset = Dataset(identifier="new", title="Comptages de vélos", publisher="Métropole d'Aval")
    assert "code-interne" not in keywords(dataset, uses)
    own = dataset.model_copy(update={"publisher": "Ville de Brume"})
    assert "code-interne" in keywords(own, uses)


def test_a_keyword_used_once_is_proposed_only_if_the_text_holds_it() -> None:
    assert "dvd-12" not in keywords(Dataset(identifier="new", title="Comptages de vélos"))
    assert "dvd-12" in keywords(Dataset(identifier="new", title="Vélos : relevé DVD 12"))


def test_words_that_share_only_a_stem_are_not_one_keyword() -> None:
    uses = [use(str(i), f"Actes {i}", "arretes", publisher=f"Mairie {i}") for i in range(4)]
    assert "arretes" not in keywords(Dataset(identifier="new", title="Arrêts de bus"), uses)


def test_each_keyword_shows_the_passage_as_published_and_who_carries_it() -> None:
    description = "Le <b>r&eacute;seau</b> des <i>pistes</i> pour v&eacute;los.\r\n"
    dataset = Dataset(identifier="new", title="Réseau cyclable", description=description)
    answer = propose(dataset)
    assert isinstance(answer, Proposal)
    support = [each.support for each in answer.evidence if each.part == "velo"]
    passage, bearers = support
    assert passage == Passage(
        field="description",
        start=description.index("v&eacute;los"),
        end=description.index("v&eacute;los") + len("v&eacute;los"),
        text="v&eacute;los",
    )
    assert isinstance(bearers, Bearers)
    assert bearers.count == 4
    assert len(bearers.examples) == 3
    assert {each.part for each in answer.evidence} == set(answer.value)


def test_the_nearest_bearers_are_the_examples() -> None:
    answer = propose(Dataset(identifier="new", title="Pistes cyclables et vélos"))
    assert isinstance(answer, Proposal)
    bearers = next(
        each.support
        for each in answer.evidence
        if each.part == "velo" and isinstance(each.support, Bearers)
    )
    assert bearers.examples[0].title == "Pistes cyclables"


@pytest.mark.parametrize("draft", [False, True])
def test_a_record_of_the_catalogue_learns_nothing_from_itself(draft: bool) -> None:  # noqa: FBT001
    """Whatever keywords its own record carries, the answer and its evidence are the same."""
    title = "Comptages de vélos et de cours d'eau"
    dataset = Dataset(
        identifier="random" if draft else "own",
        other_identifier="own" if draft else None,
        title=title,
        description="Un compteur, la voirie, un belvédère.",
    )
    # Without a limit that would hide the weak ones, and at every threshold: `voirie` and
    # `dvd-12` have one bearer besides, `comptage` two, `belvedere` none; `capteur` has one
    # publisher.
    carried = ("velo", "voirie", "comptage", "cours-d-eau", "capteur", "belvedere", "dvd-12")
    publishers = ("Ville de Brume", "Préfecture", None)
    for then, now in product(publishers, publishers):
        described = dataset.model_copy(update={"publisher": now})
        bare = use("own", title, publisher=then)
        full = use("own", title, *carried, publisher=then)
        uses = [*CATALOGUE, bare]
        assert propose(described, [*CATALOGUE, full], 50) == propose(described, uses, 50)


def test_an_empty_catalogue_leaves_the_phrases_of_the_text() -> None:
    dataset = Dataset(
        identifier="new",
        title="Qualité de l'air intérieur : écoles maternelles de la commune de Brume en 2024",
    )
    answer = propose(dataset, [])
    assert isinstance(answer, Proposal)
    assert "ecoles-maternelles" in answer.value
    assert "qualite-de-lair" in answer.value
    assert all(isinstance(each.support, Passage) for each in answer.evidence)


@pytest.mark.parametrize("title", ["", "2024", "Données ouvertes", "¿?"])
def test_a_text_without_a_term_is_withheld(title: str) -> None:
    answer = propose(Dataset(identifier="new", title=title), [])
    assert isinstance(answer, Withheld)
    assert answer.reason.code == "no-keyword-found"


def test_no_more_than_asked() -> None:
    dataset = Dataset(identifier="new", title="Comptages de vélos rue du Port")
    answer = propose(dataset, number=2)
    assert isinstance(answer, Proposal)
    assert len(answer.value) == 2


def test_a_dataset_of_another_field_changes_nothing_that_is_read() -> None:
    dataset = Dataset(identifier="new", title="Comptages de vélos", acronym="CV")
    other = dataset.model_copy(update={"license": "odc-odbl", "frequency": "annual"})
    assert propose(dataset) == propose(other)
    assert dataset.fingerprint(READS) == other.fingerprint(READS)


TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=300)
VOCABULARY = PortalVocabulary.learn(CATALOGUE)


@settings(max_examples=150, deadline=None)
@given(title=TEXTS, description=TEXTS | TEXTS.map(lambda text: f"<p>vélos {text}\r\n| a | b |"))
def test_any_text_gives_distinct_slugs_with_true_passages(title: str, description: str) -> None:
    async def vocabulary() -> PortalVocabulary:
        return VOCABULARY

    dataset = Dataset(identifier="new", title=title, description=description)
    answer = asyncio.run(PortalKeywords(vocabulary, 5).propose(dataset))
    if isinstance(answer, Withheld):
        return
    assert len(set(answer.value)) == len(answer.value) <= 5
    assert {each.part for each in answer.evidence} == set(answer.value)
    for each in answer.evidence:
        if isinstance(each.support, Passage):
            published = getattr(dataset, each.support.field)
            assert published[each.support.start : each.support.end] == each.support.text
