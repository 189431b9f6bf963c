import json
from typing import NoReturn

import pytest

from eclaireur.core.dataset import Dataset
from eclaireur.core.errors import EclaireurError, NoTheme, UnknownTheme, WrongKindOfValue
from eclaireur.core.evidence import Passage
from eclaireur.core.proposal import Fault, Proposal
from eclaireur.core.suggestion import Value
from eclaireur.core.theme import theme_uri
from eclaireur.methods.vocabulary import ControlledTerms
from eclaireur.tasks import theme

ENVI, HEAL, TRAN = map(theme_uri, ("ENVI", "HEAL", "TRAN"))
POOLS = Dataset(identifier="d", title="Eaux de baignade", description="Relevés <b>sanitaires</b>.")


async def unused() -> NoReturn:
    raise AssertionError("nothing here needs the vocabulary")


TASK = theme.task(unused, ControlledTerms(()))


def answer(*themes: tuple[str, str]) -> str:
    return json.dumps({"themes": [{"theme": code, "words": words} for code, words in themes]})


def test_a_person_s_themes_become_uris_once_and_in_order() -> None:
    assert TASK.accepts(("heal", " ", ENVI, "HEAL", TRAN.replace("http:", "https:"))) == (
        HEAL,
        ENVI,
        TRAN,
    )


@pytest.mark.parametrize(
    ("value", "error"),
    [
        ("ENVI", WrongKindOfValue),
        ((), NoTheme),
        (("", " "), NoTheme),
        (("ENVI", "EAU"), UnknownTheme),
        (("OP_DATPRO",), UnknownTheme),
    ],
)
def test_what_is_no_theme_is_refused(value: Value, error: type[EclaireurError]) -> None:
    with pytest.raises(error):
        TASK.accepts(value)


def test_a_record_with_neither_title_nor_description_falls_short() -> None:
    reason = TASK.shortfall(Dataset(identifier="new", title=" ", description="\r\n"))
    assert reason is not None
    assert reason.code == "nothing-to-read"
    assert TASK.shortfall(POOLS) is None


def test_a_model_s_theme_is_kept_with_the_words_that_tell_it() -> None:
    judged = theme.judged(answer(("HEAL", "relevés sanitaires"), ("ENVI", "eaux")), POOLS)
    assert isinstance(judged, Proposal)
    assert judged.value == (HEAL, ENVI)
    for evidence, field in zip(judged.evidence, ("description", "title"), strict=True):
        passage = evidence.support
        assert isinstance(passage, Passage)
        assert passage.field == field
        assert getattr(POOLS, field)[passage.start : passage.end] == passage.text


@pytest.mark.parametrize(
    "themes", [(), (("EAU", "eaux"),), (("ENVI", "rivières"),), (("ENVI", ""),), (("TRAN", "eau"),)]
)
def test_a_model_s_theme_that_nothing_supports_is_not_shown(
    themes: tuple[tuple[str, str], ...],
) -> None:
    dataset = POOLS.model_copy(update={"theme": (TRAN,)})
    judged = theme.judged(answer(*themes), dataset)
    assert isinstance(judged, Fault)
    assert judged.reason.code == "answer-themes"


def test_a_model_gives_two_themes_at_most() -> None:
    judged = theme.judged(answer(*((code, "eaux") for code in ("ENVI", "HEAL", "TRAN"))), POOLS)
    assert isinstance(judged, Proposal)
    assert judged.value == (ENVI, HEAL)
