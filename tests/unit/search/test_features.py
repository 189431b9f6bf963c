"""What a dataset and a query have to do with one another."""

import numpy as np

from eclaireur.core.dataset import Dataset
from eclaireur.core.ports import DatasetChange
from eclaireur.search.features import FEATURES, Reader
from eclaireur.search.reading import read_query
from eclaireur.search.records import Records

EMPHASIS = FEATURES.index("emphasis")


def emphasis(*descriptions: str, query: str) -> list[float]:
    changes = [
        DatasetChange(
            sequence=number,
            identifier=str(number),
            dataset=Dataset(identifier=str(number), title="Repas", description=description),
        )
        for number, description in enumerate(descriptions, 1)
    ]
    reader = Reader(Records().with_changes(changes, len(changes)))
    senses = reader.senses(read_query(query))
    rows = np.arange(len(changes))
    return list(reader.features(senses, reader.coverage(senses), rows)[:, EMPHASIS])


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
