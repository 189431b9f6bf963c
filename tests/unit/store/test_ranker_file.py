from pathlib import Path

import pytest

from eclaireur.core.errors import StoreUnavailable, UnusableRanker
from eclaireur.methods.vocabulary import Ranker
from eclaireur.store import RankerFile


def test_without_a_file_the_ranker_that_comes_with_the_program_serves(tmp_path: Path) -> None:
    shipped = Ranker.shipped()
    assert RankerFile(tmp_path / "keywords.npz").ranker().training == shipped.training


def test_what_is_kept_replaces_the_former_whole_and_leaves_nothing_beside(tmp_path: Path) -> None:
    file = RankerFile(tmp_path / "keywords.npz")
    shipped = Ranker.shipped()
    for version in ("first", "second"):
        training = shipped.training.model_copy(update={"version": version})
        file.keep(shipped._replace(training=training))
        assert file.ranker().training == training
    assert [each.name for each in tmp_path.iterdir()] == ["keywords.npz"]


def test_a_damaged_file_is_refused_with_its_place(tmp_path: Path) -> None:
    place = tmp_path / "keywords.npz"
    place.write_bytes(Ranker.shipped().written()[:500])
    with pytest.raises(UnusableRanker) as refusal:
        RankerFile(place).ranker()
    assert str(place) in str(refusal.value)


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(StoreUnavailable):
        RankerFile(tmp_path / "absent" / "keywords.npz").keep(Ranker.shipped())
