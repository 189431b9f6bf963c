from datetime import date
from itertools import permutations
from pathlib import Path

import pytest

from eclaireur.core.errors import OutputUnwritable, UnreadableJudgements
from eclaireur.evaluation.judgements import (
    SAME,
    Judgement,
    agreement,
    keep_judgements,
    preference,
    read_judgements,
)

METHODS = ("extraction", "first-sentence")


def judgement(item: str, preferred: str, methods: tuple[str, str] = METHODS) -> Judgement:
    return Judgement(item=item, methods=methods, preferred=preferred, day=date(2026, 11, 26))


ALL = [judgement(str(n), preferred) for n, preferred in enumerate([*METHODS, SAME, METHODS[0]])]


def test_they_are_kept_and_read_again(tmp_path: Path) -> None:
    place = tmp_path / "judged.jsonl"
    assert read_judgements(place) == []
    keep_judgements(ALL, place)
    assert sorted(read_judgements(place), key=lambda each: each.item) == ALL
    assert [each.name for each in tmp_path.iterdir()] == ["judged.jsonl"]


def test_rows_do_not_tell_in_what_order_they_came(tmp_path: Path) -> None:
    place = tmp_path / "judged.jsonl"
    told = set()
    for judged in permutations(ALL):
        keep_judgements(judged, place)
        told.add(place.read_bytes())
    assert len(told) == 1


def test_what_is_no_judgement_is_told_with_its_line(tmp_path: Path) -> None:
    place = tmp_path / "judged.jsonl"
    place.write_text(f"{ALL[0].model_dump_json()}\n{{}}\n")
    with pytest.raises(UnreadableJudgements) as refused:
        read_judgements(place)
    assert refused.value.params["line"] == 2
    with pytest.raises(OutputUnwritable):
        keep_judgements(ALL, tmp_path / "nowhere" / "judged.jsonl")


def test_preference() -> None:
    other = judgement("9", "a", ("a", "b"))
    found = preference([*ALL, other], METHODS)
    assert (found.preferred, found.same) == ((2, 1), 1)
    assert found.first is not None
    assert found.first.value == pytest.approx(2 / 3)
    assert preference([ALL[2]], METHODS).first is None


def test_agreement_on_the_pairs_that_both_judged() -> None:
    theirs = [judgement("0", METHODS[0]), judgement("1", METHODS[0]), judgement("7", SAME)]
    agreed = agreement(ALL, theirs, seed=0)
    assert agreed is not None
    assert (agreed.pairs, agreed.alike.value) == (2, 0.5)
    assert agreed.kappa is not None
    assert agreed.kappa.value == 0
    assert agreement(ALL, [judgement("7", SAME)], seed=0) is None
