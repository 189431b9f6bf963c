from collections import Counter

from eclaireur.catalogues.read import read_catalogue
from eclaireur.core.dataset import Dataset
from eclaireur.sample import sample_place


def sample() -> list[Dataset]:
    datasets = []
    for each in read_catalogue(sample_place()):
        assert isinstance(each, Dataset)
        datasets.append(each)
    return datasets


def test_the_sample_has_the_variety_of_a_portal() -> None:
    datasets = sample()
    assert 40 <= len({each.identifier for each in datasets}) == len(datasets)
    assert len({each.publisher for each in datasets}) >= 8
    assert sum(len(each.description) >= 250 for each in datasets) > 0.8 * len(datasets)
    for lacking in ("description", "keywords", "license", "frequency", "short_description"):
        assert any(not getattr(each, lacking) for each in datasets)
    for oddity in ("<p>", "| --- |", "\r\n", "data:image/png;base64,", "<script>", "This feed"):
        assert any(oddity in each.description for each in datasets)
    assert any(
        column for each in datasets for file in each.distributions for column in file.columns
    )


def test_most_of_its_keywords_recur_so_that_they_make_a_vocabulary() -> None:
    uses = Counter(keyword for each in sample() for keyword in each.keywords)
    assert sum(count > 1 for count in uses.values()) > len(uses) / 2


def test_its_contacts_are_fictional() -> None:
    text = " ".join(each.description for each in sample())
    assert "@exemple.fr" in text
    assert text.count("@") == text.count("@exemple.fr")
