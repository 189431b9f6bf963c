import pytest

from eclaireur.methods.vocabulary.rules import says_something


@pytest.mark.parametrize(
    "keyword",
    """
    decembre mars-2024 lundis mensuelle ponctuels en-cours mise-a-jour
    contact tests publications conclusion 2024 35-000 hvd csv
    """.split(),  # noqa: SIM905 - a list of strings would hide the words
)
def test_what_dates_a_dataset_or_tells_of_its_record_says_nothing(keyword: str) -> None:
    assert not says_something(keyword)


@pytest.mark.parametrize(
    "keyword", ["cours-deau", "test-covid", "jours-feries", "natura-2000", "velo", "marches"]
)
def test_a_word_more_makes_a_subject(keyword: str) -> None:
    assert says_something(keyword)
