"""Trains Annif and asks it, in the environment of its own where `benchmarks.annif` runs this.

`python _annif_worker.py FOLDER` reads in a folder what that module wrote there: `keywords.csv`,
`taught.jsonl` and `asked.jsonl`. It writes `answers.jsonl`: of each project, what it suggests for
each record with its scores, and the seconds of processor that this took. Nothing is fetched.
"""

import json
import re
import sys
import time
from pathlib import Path
from typing import Any

import annif.analyzer
from annif.analyzer.analyzer import Analyzer
from annif.corpus import Document, DocumentList, SubjectSet
from annif.registry import AnnifRegistry
from annif.vocab import VocabFileCSV
from nltk.stem.snowball import SnowballStemmer

SUGGESTED = 20
"""Of which some are never to be proposed."""
BATCH = 32

PROJECTS = """
[tfidf]
name=tfidf
language=fr
backend=tfidf
analyzer=expressions
vocab=keywords
limit=100

[omikuji]
name=omikuji
language=fr
backend=omikuji
analyzer=expressions
vocab=keywords
limit=100

[mllm]
name=mllm
language=fr
backend=mllm
analyzer=expressions
vocab=keywords
limit=100

[ensemble]
name=ensemble
language=fr
backend=ensemble
vocab=keywords
sources=omikuji:3,tfidf:1,mllm:1
limit=100
"""
TRAINED = ("tfidf", "omikuji", "mllm")


class Expressions(Analyzer):  # type: ignore[misc]
    """Sentences and words by regular expressions: NLTK's tokenizer is a download."""

    name = "expressions"

    # Its parent's looks for the download.
    def __init__(self, _parameter: str | None) -> None:
        self._stemmer = SnowballStemmer("french")
        self._stems: dict[str, str] = {}

    def tokenize_sentences(self, text: str) -> list[str]:
        return [each for each in re.split(r"(?<=[.!?])\s+|\n+", text) if each.strip()]

    def tokenize_words(self, text: str, filter: bool = True) -> list[str]:  # noqa: A002, FBT001, FBT002
        found = re.findall(r"[^\W_]+", text)
        return [
            self._normalize_word(word) for word in found if not filter or self.is_valid_token(word)
        ]

    def _normalize_word(self, word: str) -> str:
        stem = self._stems.get(word)
        if stem is None:
            stem = self._stems[word] = self._stemmer.stem(word.lower())
        return stem


def main() -> None:
    folder = Path(sys.argv[1])
    annif.analyzer.register_analyzer(Expressions)
    (folder / "projects.cfg").write_text(PROJECTS, "utf-8")
    registry = AnnifRegistry(
        str(folder / "projects.cfg"), str(folder / "data"), init_projects=False
    )
    vocabulary = registry.get_vocab("keywords")
    vocabulary.load_vocabulary(VocabFileCSV(str(folder / "keywords.csv")))
    taught = [
        Document(
            each["text"],
            SubjectSet(vocabulary.subjects.by_uri(uri) for uri in each["uris"]),
        )
        for each in _lines(folder / "taught.jsonl")
    ]
    asked = [Document(each["text"]) for each in _lines(folder / "asked.jsonl")]
    with (folder / "answers.jsonl").open("w", encoding="utf-8") as answers:
        for name in (*TRAINED, "ensemble"):
            project = registry.get_project(name)
            start = time.monotonic()
            if name in TRAINED:
                project.train(DocumentList(taught))
            training = time.monotonic() - start
            project.initialize()
            start = time.process_time()
            suggested = _suggested(project, asked)
            seconds = time.process_time() - start
            line = {"project": name, "training": training, "seconds": seconds}
            answers.write(json.dumps(line | {"suggested": suggested}) + "\n")


def _suggested(project: Any, asked: list[Any]) -> list[list[tuple[str, float]]]:
    found = []
    for first in range(0, len(asked), BATCH):
        for result in project.suggest(asked[first : first + BATCH]):
            best = sorted(result, key=lambda each: -each.score)[:SUGGESTED]
            found.append(
                [(project.subjects[each.subject_id].uri, float(each.score)) for each in best]
            )
    return found


def _lines(place: Path) -> list[dict[str, Any]]:
    with place.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


if __name__ == "__main__":
    main()
