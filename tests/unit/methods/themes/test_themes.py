"""Which themes are proposed, and why, from a small catalogue."""

import asyncio
import tomllib
from collections.abc import Sequence
from importlib import resources

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eclaireur.core.concept import Concept, Vocabulary
from eclaireur.core.dataset import Dataset
from eclaireur.core.evidence import Alike, NamedConcept, OwnKeyword, Passage, Support
from eclaireur.core.ports import KeywordUse
from eclaireur.core.proposal import Proposal, Withheld
from eclaireur.core.theme import THEMES, theme_code, theme_uri
from eclaireur.methods.themes import MOST, READS, ThemesOfWords
from eclaireur.methods.themes.lexicon import Lexicon, lexicon
from eclaireur.methods.vocabulary import ControlledTerms, PortalVocabulary
from eclaireur.methods.vocabulary.subjects import content_words
from eclaireur.text.markup import readable

NO_CONCEPT = ControlledTerms(())


def use(identifier: str, title: str, *keywords: str) -> KeywordUse:
    return KeywordUse(
        identifier=identifier, title=title, description="", publisher="Brume", keywords=keywords
    )


CATALOGUE = [
    *(
        use(f"z{number}", f"Relevé Zéphyr {number}", "transport-en-commun", "bus")
        for number in range(8)
    ),
    *(use(f"o{number}", f"Objet {number}", "divers-objets") for number in range(30)),
]


def propose(
    dataset: Dataset,
    uses: Sequence[KeywordUse] = (),
    controlled: ControlledTerms = NO_CONCEPT,
) -> Proposal | Withheld:
    learned = PortalVocabulary.learn(uses)

    async def vocabulary() -> PortalVocabulary:
        return learned

    return asyncio.run(ThemesOfWords(vocabulary, controlled).propose(dataset))


def record(title: str, description: str = "", **fields: object) -> Dataset:
    given = {"identifier": "d", "title": title, "description": description}
    return Dataset.model_validate(given | fields)


def codes(answer: Proposal | Withheld) -> list[str | None]:
    return [theme_code(each) for each in answer.value] if isinstance(answer, Proposal) else []


def supports(answer: Proposal | Withheld, code: str) -> list[Support]:
    assert isinstance(answer, Proposal)
    return [each.support for each in answer.evidence if each.part == theme_uri(code)]


@pytest.mark.parametrize(
    ("title", "description", "expected"),
    [
        ("Horaires des bus de Brume", "Les arrêts et les lignes de bus.", ["TRAN"]),
        ("Qualité de l’air à Brume", "Mesures de la pollution.", ["ENVI"]),
        ("Résultats des élections municipales", "Voix par bureau de vote.", ["GOVE"]),
        ("Liste des écoles", "Écoles publiques et nombre d’élèves.", ["EDUC"]),
        ("Road traffic counts", "The vehicles that were counted on each road.", ["TRAN"]),
    ],
)
def test_the_words_of_a_record_tell_its_theme(
    title: str, description: str, expected: list[str]
) -> None:
    assert codes(propose(record(title, description))) == expected


def test_each_theme_shows_the_passages_that_tell_it_as_published() -> None:
    dataset = record("Horaires des bus", "<p>Les <b>trams</b> aussi, à l’arr&ecirc;t.</p>")
    found = supports(propose(dataset), "TRAN")
    assert found
    for support in found:
        assert isinstance(support, Passage)
        assert getattr(dataset, support.field)[support.start : support.end] == support.text
    assert {"bus", "trams"} <= {readable(each.text).text for each in found if hasattr(each, "text")}


def test_two_themes_are_proposed_where_both_are_told() -> None:
    answer = propose(
        record("Budget et compte administratif", "Dépenses et recettes.", keywords=("budget",))
    )
    assert set(codes(answer)) == {"ECON", "GOVE"}


@pytest.mark.parametrize("title", ["Zone 12", "N_SECTEUR_046", "Fichier de la ville", "Divers"])
def test_nothing_is_proposed_where_nothing_is_sure(title: str) -> None:
    answer = propose(record(title))
    assert isinstance(answer, Withheld)
    assert answer.reason.code == "no-theme-found"


def test_its_own_keywords_tell_its_theme() -> None:
    answer = propose(record("Relevé de janvier", keywords=("sante-publique", "hopital")))
    assert codes(answer) == ["HEAL"]
    assert set(supports(answer, "HEAL")) == {
        OwnKeyword(keyword="sante-publique"),
        OwnKeyword(keyword="hopital"),
    }


def test_the_keywords_of_neighbours_tell_its_theme() -> None:
    dataset = record("Relevé Zéphyr")
    assert isinstance(propose(dataset), Withheld)
    answer = propose(dataset, CATALOGUE)
    assert codes(answer) == ["TRAN"]
    [alike] = supports(answer, "TRAN")
    assert isinstance(alike, Alike)
    assert alike.count == 8
    assert all(each.identifier.startswith("z") for each in alike.examples)


def test_a_record_of_the_catalogue_is_not_its_own_neighbour() -> None:
    [alone] = [use("d", "Relevé Zéphyr d’octobre", "bus", "transport-en-commun")]
    assert isinstance(propose(record("Relevé Zéphyr d’octobre"), [alone]), Withheld)


def test_concepts_that_the_text_names_tell_its_theme_by_what_is_above_them() -> None:
    def concept(number: int, label: str, *broader: int) -> Concept:
        above = tuple(f"https://voc/{each}" for each in broader)
        return Concept(uri=f"https://voc/{number}", labels={"fr": label}, broader=above)

    vocabulary = Vocabulary(
        name="voc",
        concepts=(
            concept(1, "santé publique"),
            concept(2, "sangria blanche", 1),
            concept(3, "tisane verte", 1),
            concept(4, "sirop brun", 1),
        ),
    )
    dataset = record("Sangria blanche et tisane verte", "Sirop brun, et sangria blanche.")
    assert isinstance(propose(dataset), Withheld)
    answer = propose(dataset, controlled=ControlledTerms((vocabulary,)))
    assert codes(answer) == ["HEAL"]
    for support in supports(answer, "HEAL"):
        assert isinstance(support, NamedConcept)
        assert support.broader == "santé publique"


def test_what_is_there_already_is_not_proposed() -> None:
    buses = record("Horaires des bus", "Les lignes de bus.", theme=(theme_uri("TRAN"),))
    answer = propose(buses)
    assert isinstance(answer, Withheld)
    assert answer.reason.code == "no-other-theme"
    budget = record("Budget et compte administratif", "Dépenses.", theme=(theme_uri("GOVE"),))
    assert codes(propose(budget)) == ["ECON"]


def test_a_longer_term_hides_what_is_inside_it() -> None:
    terms = Lexicon({"nothing": {"says": ["jeu de mer"]}, "ENVI": {"says": ["mer"]}})
    assert terms.themes_of("La mer") == {"ENVI": 1.0}
    assert terms.themes_of("jeux de mer") == {}
    assert [each.key for each in terms.said(content_words("jeu de mer, mer"))] == ["mer"]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_lexicon_is_well_written(language: str) -> None:
    place = resources.files("eclaireur.methods.themes") / "lexicon.toml"
    terms = tomllib.loads(place.read_text("utf-8"))[language]
    assert terms.keys() == {"nothing", *THEMES}
    for degrees in terms.values():
        assert degrees.keys() <= {"says", "hints"}
        for term in (each for listed in degrees.values() for each in listed):
            assert content_words(term), term
    for theme in THEMES:
        assert any(
            theme in lexicon(french=language == "fr").themes_of(each)
            for each in terms[theme]["says"]
        )


@given(title=st.text(max_size=60), words=st.lists(st.sampled_from(["bus", "santé", "eau", "vote"])))
def test_what_is_proposed_is_of_the_table_once_and_supported(title: str, words: list[str]) -> None:
    answer = propose(record(title, " ".join(words)), CATALOGUE)
    if isinstance(answer, Withheld):
        return
    assert 1 <= len(set(answer.value)) == len(answer.value) <= MOST
    for theme in answer.value:
        assert theme_code(theme) is not None
        assert any(each.part == theme for each in answer.evidence)


def test_what_it_reads_makes_its_proposals_stale() -> None:
    assert {"title", "description", "keywords", "publisher", "theme"} <= set(READS)
