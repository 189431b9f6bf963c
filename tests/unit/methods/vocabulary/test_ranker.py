import io
import json
import pickle
from pathlib import Path

import numpy as np
import pytest

from eclaireur.core.errors import UnusableRanker
from eclaireur.methods.vocabulary import Ranker
from eclaireur.methods.vocabulary.features import FEATURES


def kept(**changed: object) -> bytes:
    """The ranker that is shipped, with arrays changed."""
    with np.load(io.BytesIO(Ranker.shipped().written()), allow_pickle=False) as arrays:
        everything = dict(arrays)
    for name, value in changed.items():
        if value is None:
            del everything[name]
        else:
            everything[name] = np.array(value)
    file = io.BytesIO()
    np.savez(file, **everything)
    return file.getvalue()


def test_what_is_written_is_read_again() -> None:
    shipped = Ranker.shipped()
    again = Ranker.read(shipped.written(), "here")
    matrix = np.random.default_rng(1).random((9, len(FEATURES))).astype(np.float32)
    assert again.training == shipped.training
    assert np.array_equal(again.trees.likelihoods(matrix), shipped.trees.likelihoods(matrix))


def test_the_ranker_that_is_shipped_says_what_it_is_worth() -> None:
    figures = Ranker.shipped().training.figures
    assert figures.records > 100
    assert 0 < figures.unseen < figures.known < 1


class Harm:
    def __reduce__(self) -> tuple[object, tuple[str]]:
        return (Path.touch, (Path("harm"),))


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"PK\x03\x04",
        pickle.dumps([1]),
        kept(cuts=None),
        kept(columns=json.dumps(["other"])),
        kept(training="{}"),
        kept(base=float("nan")),
        kept(features=np.full((2, 6), 99)),
        kept(leaves=np.zeros((2, 2))),
        kept(leaves=np.array([[Harm()]], object)),
    ],
)
def test_what_is_damaged_or_of_another_version_is_refused(content: bytes) -> None:
    with pytest.raises(UnusableRanker) as refusal:
        Ranker.read(content, "data/keywords.npz")
    assert "data/keywords.npz" in str(refusal.value)
    assert not Path("harm").exists()
