from pathlib import Path

import pytest

from eclaireur.core.concept import Concept, Vocabulary
from eclaireur.core.errors import StoreUnavailable, UnusableVocabulary
from eclaireur.store import VocabularyFiles

WATER = Concept(
    uri="https://a/1",
    labels={"fr": "eau"},
    alternatives={"fr": ("onde",)},
    broader=("https://a/0",),
)


def test_vocabularies_come_back_by_name_and_one_replaces_its_namesake(tmp_path: Path) -> None:
    files = VocabularyFiles(tmp_path / "vocabularies")
    assert files.all() == ()
    former = Vocabulary(name="eau", concepts=(WATER,))
    newer = Vocabulary(name="eau", concepts=(WATER, WATER.model_copy(update={"uri": "https://b"})))
    other = Vocabulary(name="air", concepts=(WATER,))
    for each in (former, newer, other):
        files.keep(each)
    assert files.all() == (other, newer)
    assert len(list((tmp_path / "vocabularies").iterdir())) == 2


@pytest.mark.parametrize("content", ["", "{}", '{"name": "eau", "concepts": []}', "\0"])
def test_a_damaged_file_is_refused_with_its_place(tmp_path: Path, content: str) -> None:
    place = tmp_path / "eau.json"
    place.write_text(content)
    with pytest.raises(UnusableVocabulary) as refusal:
        VocabularyFiles(tmp_path).all()
    assert str(place) in str(refusal.value)


def test_a_place_that_cannot_be_used_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    vocabulary = Vocabulary(name="eau", concepts=(WATER,))
    with pytest.raises(StoreUnavailable):
        VocabularyFiles(tmp_path / "file" / "vocabularies").keep(vocabulary)
    (tmp_path / "eau.json").mkdir()
    with pytest.raises(StoreUnavailable):
        VocabularyFiles(tmp_path).keep(vocabulary)
    with pytest.raises(StoreUnavailable):
        VocabularyFiles(tmp_path).all()
