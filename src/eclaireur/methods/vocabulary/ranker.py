"""The small model that tells how likely a keyword is to be one that the producer would choose."""

import io
import json
from importlib.resources import files
from typing import NamedTuple, Self
from zipfile import BadZipFile

import numpy as np
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from eclaireur.core.errors import UnusableRanker
from eclaireur.methods.vocabulary.features import FEATURES
from eclaireur.methods.vocabulary.trees import Trees

_SHIPPED = "ranker.npz"
_DEEPEST = 12


class Figures(BaseModel):
    """How well a ranker did on datasets kept aside: the mean F1 of what it would propose."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    known: float = Field(ge=0, le=1)
    """Where the publisher has other datasets in the catalogue."""
    unseen: float = Field(ge=0, le=1)
    """Where every other dataset of the publisher is hidden."""
    records: int = Field(ge=0)
    """How many datasets were kept aside."""

    @property
    def mean(self) -> float:
        """Of both parts."""
        return (self.known + self.unseen) / 2


class Training(BaseModel):
    """What a ranker was learned from, and what it was worth."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    version: str
    datasets: int
    """How many the catalogue held."""
    examples: int
    """How many datasets were looked at to learn."""
    figures: Figures
    seconds: float
    """How long it took, the measure included."""


class Ranker(NamedTuple):
    """Trees that weigh what speaks for each keyword, with what is known of them."""

    trees: Trees
    training: Training

    @classmethod
    def shipped(cls) -> Self:
        """The one that comes with the program, learned from data.gouv.fr's catalogue."""
        return cls.read(files(__package__).joinpath(_SHIPPED).read_bytes(), _SHIPPED)

    @classmethod
    def read(cls, content: bytes, place: str) -> Self:
        """Read a ranker that was kept. Arrays are numbers alone: nothing in them is run.

        Raises:
            UnusableRanker: it is damaged, or of another version of the program.
        """
        try:
            with np.load(io.BytesIO(content), allow_pickle=False) as kept:
                if tuple(json.loads(str(kept["columns"]))) != FEATURES:
                    raise UnusableRanker(place=place)
                training = Training.model_validate_json(str(kept["training"]))
                trees = Trees(
                    float(kept["base"]),
                    kept["features"].astype(np.int32),
                    kept["cuts"].astype(np.float32),
                    kept["leaves"].astype(np.float32),
                )
        except (ValueError, KeyError, OSError, EOFError, BadZipFile, ValidationError) as error:
            raise UnusableRanker(place=place) from error
        if not _is_sound(trees):
            raise UnusableRanker(place=place)
        return cls(trees, training)

    def written(self) -> bytes:
        """What `read` reads."""
        kept = io.BytesIO()
        np.savez_compressed(
            kept,
            columns=np.array(json.dumps(FEATURES)),
            training=np.array(self.training.model_dump_json()),
            base=np.array(self.trees.base),
            features=self.trees.features.astype(np.int16),
            cuts=self.trees.cuts,
            leaves=self.trees.leaves.astype(np.float16),
        )
        return kept.getvalue()


def _is_sound(trees: Trees) -> bool:
    if trees.features.ndim != 2 or trees.features.shape != trees.cuts.shape:
        return False
    count, depth = trees.features.shape
    return bool(
        0 < depth <= _DEEPEST
        and trees.leaves.shape == (count, 1 << depth)
        and ((trees.features >= 0) & (trees.features < len(FEATURES))).all()
        and np.isfinite(trees.leaves).all()
        and not np.isnan(trees.cuts).any()
        and np.isfinite(trees.base)
    )
