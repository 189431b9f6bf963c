"""What a dataset and a query have to do with one another."""

import numpy as np

from eclaireur.core.dataset import Dataset
from eclaireur.core.ports import DatasetChange
from eclaireur.search.features import FEATURES, Reader
from eclaireur.search.reading import read_query
from eclaireur.search.records import Records


def feature(name: str, *datasets: Dataset, query: str) -> list[float]:
    changes = [
        DatasetChange(sequence=number, identifier=each.identifier, dataset=each)
        for number, each in enumerate(datasets, 1)
    ]
    reader = Reader(Records().with_changes(changes, len(changes)))
    senses = reader.senses(read_query(query))
    rows = np.arange(len(changes))
    found = reader.features(senses, reader.coverage(senses), rows)
    return list(found[:, FEATURES.index(name)])


def entitled(title: str, *keywords: str) -> Dataset:
    return Dataset(identifier=f"{title} {keywords}", title=title, keywords=keywords)


def emphasis(*descriptions: str, query: str) -> list[float]:
    return feature(
        "emphasis",
        *(
            Dataset(identifier=str(number), title="Repas", description=description)
            for number, description in enumerate(descriptions)
        ),
        query=query,
    )


def test_a_description_insists_on_the_words_it_says_often_in_little_text() -> None:
    never, once, twice, in_passing = emphasis(
        "Menus des enfants de la commune.",
        "Menus de la cantine des enfants.",
        "Menus de cantine, cantine des enfants.",
        "Menus de la cantine des enfants. " + "Repas, horaires, adresses et tarifs. " * 3,
        query="cantine",
    )
    assert twice > once > in_passing > never == 0


def test_a_word_said_a_thousand_times_counts_as_one_said_often() -> None:
    often, always = emphasis("cantine " * 15, "cantine " * 1_000, query="cantine")
    assert often == always > 0


def test_words_follow_one_another_over_articles_and_in_the_plural() -> None:
    found = feature(
        "following",
        entitled("Indice de la qualité de l’air"),
        entitled("Qualités de l'air"),
        entitled("L’air et sa pureté, la qualité"),
        entitled("Qualité des aires de covoiturage"),
        entitled("Qualité"),
        entitled("Air"),
        query="qualité air",
    )
    assert found == [1, 1, 0, 0, 0, 0]


def test_words_follow_one_another_pair_by_pair() -> None:
    [half] = feature(
        "following", entitled("Qualité de l’air à Lyon"), query="qualité de l'air rennes"
    )
    assert half == 0.5


def test_a_form_is_told_from_others_of_its_stem_but_not_from_its_plural() -> None:
    found = feature(
        "form",
        entitled("Mesures de l’air"),
        entitled("Mesures", "airs"),
        entitled("Aires de repos"),
        query="air",
    )
    assert found == [1, 1, 0]


def test_the_form_of_a_misspelt_word_is_that_of_its_correction() -> None:
    catalogue = [entitled(f"Cadastre {number}") for number in range(5)]
    assert feature("form", *catalogue, query="cadatsre") == [1] * 5
