"""What is proposed, and why, from a small catalogue."""

import asyncio
from collections.abc import Sequence
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eclaireur.catalogues.read import read_catalogue
from eclaireur.core.dataset import Dataset, Location
from eclaireur.core.evidence import Bearers, Passage
from eclaireur.core.ports import KeywordUse
from eclaireur.core.proposal import Proposal, Withheld
from eclaireur.methods.vocabulary import (
    READS,
    RESERVED,
    ControlledTerms,
    PortalKeywords,
    PortalVocabulary,
    Ranker,
)
from eclaireur.methods.vocabulary.features import evidences
from eclaireur.methods.vocabulary.neighbourhood import Neighbourhood
from eclaireur.methods.vocabulary.rules import says_something
from eclaireur.methods.vocabulary.source import Source
from eclaireur.methods.vocabulary.trees import Trees
from eclaireur.sample import sample_place
from eclaireur.text.slug import slug


def use(
    identifier: str,
    title: str,
    *keywords: str,
    description: str = "",
    publisher: str | None = "Ville de Brume",
) -> KeywordUse:
    return KeywordUse(
        identifier=identifier,
        title=title,
        description=description,
        publisher=publisher,
        keywords=keywords,
    )


TREES = Ranker.shipped().trees
NO_CONCEPT = ControlledTerms(())
LIKELY = TREES._replace(base=2.0, leaves=0 * TREES.leaves)
"""Take every candidate for likely, so that rules alone leave some out."""

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
    dataset: Dataset,
    uses: Sequence[KeywordUse] = CATALOGUE,
    number: int = 5,
    trees: Trees = TREES,
) -> Proposal | Withheld:
    learned = PortalVocabulary.learn(uses)

    async def vocabulary() -> PortalVocabulary:
        return learned

    return asyncio.run(PortalKeywords(vocabulary, trees, number, NO_CONCEPT).propose(dataset))


def keywords(
    dataset: Dataset, uses: Sequence[KeywordUse] = CATALOGUE, trees: Trees = TREES
) -> tuple[str, ...]:
    answer = propose(dataset, uses, trees=trees)
    assert isinstance(answer, Proposal)
    return tuple(answer.value)


def test_similar_datasets_lend_their_keywords() -> None:
    proposed = keywords(Dataset(identifier="new", title="Comptages de vélos, quai du Port"))
    assert {"velo", "mobilite", "comptage"} <= set(proposed)


def test_descriptions_make_datasets_similar_too() -> None:
    uses = [
        use(f"p{i}", f"Lot {i}", "velo", description="Arceaux et pistes.", publisher=f"Ville {i}")
        for i in range(5)
    ]
    assert "velo" in keywords(Dataset(identifier="new", title="Arceaux et pistes"), uses)


def test_datasets_that_share_little_lend_nothing() -> None:
    """Not even what half of the publisher's datasets carry: the text leads."""
    themes = ("Budget primitif", "Subventions versées", "Marchés notifiés", "Impôts locaux")
    uses = [use(each, f"{each} de Brume", "finances-publiques") for each in themes]
    uses += [use(f"s{i}", f"Stationnement {i} de Brume", "voirie") for i in range(4)]
    dataset = Dataset(
        identifier="new", title="Arbres d'alignement de Brume", publisher="Ville de Brume"
    )
    assert keywords(dataset, uses) == ("arbres-dalignement",)


def test_on_the_sample_the_trees_get_what_trees_are_about() -> None:
    datasets = [each for each in read_catalogue(sample_place()) if isinstance(each, Dataset)]
    uses = [
        use(
            each.identifier,
            each.title,
            *each.keywords,
            description=each.description,
            publisher=each.publisher,
        )
        for each in datasets
    ]
    trees = next(each for each in datasets if each.identifier == "arbres-valombreuse")
    proposed = keywords(trees.model_copy(update={"keywords": ()}), uses)
    assert proposed[:2] == ("arbres", "espaces-verts")
    assert set(proposed) <= {"arbres", "espaces-verts", "alignement", *trees.keywords}


def test_what_nearly_all_of_a_publisher_s_datasets_carry_is_proposed() -> None:
    uses = [use(str(i), f"Sujet{i} sans rapport", "pays-de-brume") for i in range(9)]
    dataset = Dataset(identifier="new", title="Arbres", publisher="Ville de Brume")
    assert "pays-de-brume" in keywords(dataset, uses)


def test_a_place_that_only_neighbours_name_is_not_proposed() -> None:
    uses = [
        use(
            f"{town}{i}",
            f"Zones de bruit {i}",
            "bruit",
            "aval",
            description="Les zones de bruit des communes proches d'Aval, mesurées.",
            publisher=f"Ville de {town}",
        )
        for town in ("Brume", "Ombre")
        for i in range(4)
    ]
    dataset = Dataset(identifier="new", title="Zones de bruit")
    assert keywords(dataset, uses, LIKELY) == ("bruit",)
    for named in (
        {"description": "Autour d'Aval."},
        {"publisher": "Département d'Aval"},
        {"spatial": Location(zones=("Aval",))},
    ):
        assert "aval" in keywords(dataset.model_copy(update=named), uses, LIKELY)


def test_a_part_of_a_longer_name_names_another_place() -> None:
    uses = [
        use(
            f"{town}{i}",
            f"Zones de bruit {i}",
            "bruit",
            "saint-aval",
            description="Les zones de bruit autour de Saint Aval, mesurées.",
            publisher=f"Ville de {town}",
        )
        for town in ("Brume", "Ombre")
        for i in range(4)
    ]
    longer = Dataset(identifier="new", title="Zones de bruit de Saint-Aval-des-Monts")
    assert "saint-aval" not in keywords(longer, uses, LIKELY)
    itself = Dataset(identifier="new", title="Zones de bruit de Saint-Aval")
    assert "saint-aval" in keywords(itself, uses, LIKELY)


def lending(keyword: str, words: str = "") -> list[KeywordUse]:
    """Datasets on noise of several publishers, which all carry a keyword."""
    return [
        use(
            f"{town}{i}",
            f"Zones de bruit {i}",
            "bruit",
            keyword,
            description=f"Mesures du bruit {words}",
            publisher=f"Ville de {town}",
        )
        for town in ("Brume", "Ombre")
        for i in range(4)
    ]


@pytest.mark.parametrize(
    ("keyword", "words"),
    [("metropole", ""), ("region-metropolitaine", ""), ("fxx", ""), ("peb", "selon le PEB")],
)
def test_neighbours_lend_no_kind_of_territory_and_no_code(keyword: str, words: str) -> None:
    dataset = Dataset(identifier="new", title="Zones de bruit")
    assert keywords(dataset, lending(keyword, words), LIKELY) == ("bruit",)
    assert "sonore" in keywords(dataset, lending("sonore", words), LIKELY)


def test_an_acronym_is_lent_to_the_text_that_spells_it_out() -> None:
    dataset = Dataset(
        identifier="new", title="Zones de bruit", description="Plan d'exposition au bruit"
    )
    assert "peb" in keywords(dataset, lending("peb", "selon le PEB"), LIKELY)


def test_an_article_is_kept_only_where_it_belongs_to_a_name() -> None:
    uses = [use(str(i), f"Écoles, lot {i}", "le-canal", publisher=f"Ville {i}") for i in range(4)]
    for title in ("Écoles sur le canal", "Écoles, un canal", "Écoles"):
        assert "le-canal" not in keywords(Dataset(identifier="new", title=title), uses)
    assert "le-canal" in keywords(Dataset(identifier="new", title="Écoles de Le Canal"), uses)


def test_a_name_that_the_portal_knows_with_its_number_does_not_lose_it() -> None:
    uses = [
        use(
            str(i),
            f"Les sites Brumia 3000, lot {i}",
            *("brumia-3000", "brumia"),
            publisher=f"Ville {i}",
        )
        for i in range(4)
    ]
    proposed = keywords(Dataset(identifier="new", title="Les sites Brumia 3000"), uses)
    assert "brumia-3000" in proposed
    assert not {"brumia", "sites-brumia"} & set(proposed)


@pytest.mark.parametrize("title", ["Test", "{{name}}", "En cours", "Décembre 2024", "Contact"])
def test_a_title_that_tells_only_of_its_record_gives_nothing(title: str) -> None:
    assert isinstance(propose(Dataset(identifier="new", title=title), []), Withheld)


def test_datasets_of_a_town_are_not_alike_for_its_name() -> None:
    uses = [
        use(f"b{i}", f"Budget de Brume {i}", "budget", description="Le budget de Brume.")
        for i in range(5)
    ]
    dataset = Dataset(identifier="new", title="Crèches de Brume", publisher="Ville de Brume")
    assert "budget" not in keywords(dataset, [*uses, *CATALOGUE])


def test_one_publisher_s_template_does_not_outvote_the_others() -> None:
    uses = [
        *(use(f"t{i}", "Zones de bruit", "gabarit", publisher="Préfecture") for i in range(30)),
        *(use(f"v{i}", "Zones de bruit", "bruit", publisher=f"Ville {i}") for i in range(8)),
        *(use(f"z{i}", f"Sujet{i}", "gabarit", publisher=f"Organisme {i}") for i in range(200)),
    ]
    dataset = Dataset(identifier="new", title="Zones de bruit")
    vocabulary, source = PortalVocabulary.learn(uses), Source(dataset)
    seen = evidences(vocabulary, Neighbourhood(vocabulary, dataset, source), source)
    votes = {
        vocabulary.keywords[number]: vote
        for number, vote in zip(seen.keywords, seen.column("vote"), strict=True)
    }
    assert votes["bruit"] > votes["gabarit"]


def test_an_adjective_of_the_text_is_not_taken_for_a_keyword() -> None:
    uses = [use(str(i), f"Sujet{i}", "communales", publisher=f"Ville {i}") for i in range(4)]
    held = Dataset(identifier="new", title="Voies communales")
    assert "communales" not in keywords(held, uses)


def test_what_says_nothing_or_gives_a_badge_is_never_proposed() -> None:
    uses = [
        *CATALOGUE,
        *(use(f"x{i}", "Vélos", "donnees", "hvd", "inspire", "csv", "2024") for i in range(9)),
    ]
    dataset = Dataset(identifier="new", title="Vélos", description="inspire, hvd, csv, données")
    proposed = keywords(dataset, uses, LIKELY)
    assert not {"donnees", "hvd", "inspire", "csv", "2024"} & set(proposed)


def test_what_says_nothing_of_a_subject_must_be_more_likely_than_not() -> None:
    uses = [
        *CATALOGUE,
        *(use(f"x{i}", "Vélos", "donnees-ouvertes", publisher=f"Ville {i}") for i in range(9)),
    ]
    dataset = Dataset(identifier="new", title="Vélos")
    assert keywords(dataset, uses, LIKELY)[-1] == "donnees-ouvertes"
    unlikely = LIKELY._replace(base=-0.1)
    assert "velo" in keywords(dataset, uses, unlikely)
    assert "donnees-ouvertes" not in keywords(dataset, uses, unlikely)


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
        title="Qualité de l'air : écoles maternelles de la commune de Brume en 2024",
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


def test_a_dataset_whose_keywords_say_it_all_is_told_so() -> None:
    dataset = Dataset(identifier="new", title="Comptages", keywords=("comptages",))
    answer = propose(dataset, [])
    assert isinstance(answer, Withheld)
    assert answer.reason.code == "no-other-keyword"


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
FRENCH_WORDS = """
comptages vélos de des cours d'eau l'arrêté pistes cyclables HVD inspire données open data mobilité
, . 2024 Brume à la classés en
"""
FRENCH = st.lists(st.sampled_from(FRENCH_WORDS.split()), max_size=30).map(" ".join)
VOCABULARY = PortalVocabulary.learn(CATALOGUE)
NOTHING = PortalVocabulary.learn([])


@settings(max_examples=200, deadline=None)
@given(
    vocabulary=st.sampled_from([VOCABULARY, NOTHING]),
    title=TEXTS | FRENCH,
    description=TEXTS | FRENCH | TEXTS.map(lambda text: f"<p>vélos {text}\r\n| a | b |"),
    present=st.sets(st.sampled_from(["velo", "Mobilité", "cours-d-eau", "pistes-cyclables"])),
)
def test_any_text_gives_what_the_portal_accepts_with_true_passages(
    vocabulary: PortalVocabulary, title: str, description: str, present: set[str]
) -> None:
    async def learned() -> PortalVocabulary:
        return vocabulary

    dataset = Dataset(
        identifier="new", title=title, description=description, keywords=tuple(present)
    )
    answer = asyncio.run(PortalKeywords(learned, TREES, 5, NO_CONCEPT).propose(dataset))
    if isinstance(answer, Withheld):
        return
    assert len(set(answer.value)) == len(answer.value) <= 5
    for keyword in answer.value:
        assert slug(keyword) == keyword
        assert says_something(keyword)
        assert keyword not in RESERVED
    assert not set(answer.value) & {slug(each) for each in present}
    assert {each.part for each in answer.evidence} == set(answer.value)
    for each in answer.evidence:
        if isinstance(each.support, Passage):
            published = getattr(dataset, each.support.field)
            assert published[each.support.start : each.support.end] == each.support.text
        else:
            carrying = [use for use in CATALOGUE if each.part in use.keywords]
            assert each.support.count == len(carrying)
            assert {e.identifier for e in each.support.examples} <= {u.identifier for u in carrying}
