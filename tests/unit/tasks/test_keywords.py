from typing import NoReturn

import pytest

from eclaireur.core.dataset import Dataset
from eclaireur.core.errors import (
    EclaireurError,
    NearDuplicateKeyword,
    NoKeyword,
    ReservedKeyword,
    WrongKeyword,
    WrongKindOfValue,
)
from eclaireur.core.suggestion import Value
from eclaireur.methods.vocabulary import ControlledTerms, Ranker
from eclaireur.tasks import keywords


async def unused() -> NoReturn:
    raise AssertionError("nothing here needs the vocabulary")


TASK = keywords.task(unused, Ranker.shipped(), ControlledTerms(()))


def test_a_person_s_keywords_take_the_portal_s_form_once_and_in_order() -> None:
    typed = ("Qualité de l'air", " ", "vélo", "Vélo", "2024")
    assert TASK.accepts(typed) == ("qualite-de-lair", "velo", "2024")


@pytest.mark.parametrize(
    ("value", "error"),
    [
        ("air, vélo", WrongKindOfValue),
        ((), NoKeyword),
        (("", "  "), NoKeyword),
        (("vélo", "eu"), WrongKeyword),
        (("a" * 97,), WrongKeyword),
        (("HVD",), ReservedKeyword),
        (("Inspire",), ReservedKeyword),
        (("arbre urbain", "vélo", "arbres-urbains"), NearDuplicateKeyword),
    ],
)
def test_what_the_portal_would_refuse_is_refused(value: Value, error: type[EclaireurError]) -> None:
    with pytest.raises(error):
        TASK.accepts(value)


def test_a_record_with_neither_title_nor_description_falls_short() -> None:
    reason = TASK.shortfall(Dataset(identifier="new", title=" ", description="\r\n"))
    assert reason is not None
    assert reason.code == "nothing-to-read"


@pytest.mark.parametrize("text", [{"title": "Vélos"}, {"description": "Des vélos."}])
def test_a_title_or_a_description_is_enough(text: dict[str, str]) -> None:
    assert TASK.shortfall(Dataset.model_validate({"identifier": "new", **text})) is None
