"""The search and the two checks: what a line is, and what is measured on it."""

import pytest

from eclaireur.core.dataset import Dataset
from eclaireur.core.errors import InvalidRecord
from eclaireur.evaluation.measured import Observed
from eclaireur.evaluation.subjects import grounding, personal_data
from eclaireur.evaluation.subjects.search import ranked
from eclaireur.evaluation.subjects.subject import Item, LeftOut
from eclaireur.guards.personal_data import PersonalData, PersonalDataType

PERSON, PHONE = PersonalDataType.PERSON, PersonalDataType.PHONE
TREES = Dataset(
    identifier="arbres",
    title="Arbres de Valmorel",
    description="Les 250 arbres plantés par la commune de Valmorel en 1998.",
)


def test_what_is_measured_of_a_search() -> None:
    measured = {each.measure: each.value for each in ranked(["x", "arbres", "y"], "arbres")}
    gain = pytest.approx(0.6309, abs=1e-4)
    assert measured == {"mrr": 0.5, "first": 0, "recall": 1, "ndcg": gain}
    assert not any(each.value for each in ranked(["x"], "arbres"))


def test_what_is_measured_of_a_detector() -> None:
    text = "Soizic Kerbrat, 06 39 98 12 34, gymnase Jeanne Morel"
    name, phone = PersonalData(0, 14, PERSON), PersonalData(16, 30, PHONE)
    gym = personal_data.Negative(32, 52, "facility")
    case = personal_data.Case(text, (name, phone), (gym,))
    half, false = PersonalData(0, 6, PERSON), PersonalData(40, 52, PERSON)
    wrong_type = PersonalData(16, 30, PERSON)
    assert sorted(personal_data.observed(case, [half, wrong_type, false])) == sorted(
        [
            Observed("found", 1),  # half a name is found,
            Observed("found", 1, PERSON),
            Observed("masked", 0),  # and not masked whole;
            Observed("found", 0),  # a phone taken for a person is not found,
            Observed("found", 0, PHONE),
            Observed("masked", 1),  # and is masked all the same.
            Observed("precision", 1),
            Observed("precision", 1),
            Observed("precision", 0),
            Observed("false-alarm", 1),
            Observed("false-alarm", 1, "facility"),
        ]
    )


@pytest.mark.parametrize(
    "record",
    [
        {"spans": []},
        {"text": "Soizic", "spans": [{"start": 3, "end": 3, "type": "person"}]},
        {"text": "Soizic", "spans": [{"start": 0, "end": 6, "type": "person", "value": "Soiz"}]},
        {"text": "Soizic", "spans": [{"start": 0, "end": 6, "type": "nobody"}]},
        {"text": "Soizic", "spans": [], "negatives": [{"value": "Brest", "kind": "place"}]},
    ],
)
async def test_a_line_that_contradicts_itself_is_refused(record: dict[str, object]) -> None:
    with pytest.raises(InvalidRecord):
        await personal_data.PersonalDataSubject("1").read(record)  # type: ignore[arg-type]


async def no_record(_identifier: str) -> Dataset | None:
    return None


async def trees(_identifier: str) -> Dataset | None:
    return TREES


async def test_what_is_measured_of_the_grounding_check() -> None:
    line = {
        "id": "arbres",
        "faithful": "Les 250 arbres de Valmorel, plantés en 1998.",
        "unfaithful": [
            {"text": "Les 250 arbres plantés en 2004.", "error": "2004", "type": "year"},
        ],
    }
    read = await grounding.GroundingSubject(trees, "1").read(line)
    assert isinstance(read, Item)
    assert list(grounding.observed(read.content)) == [
        Observed("false-alarm", 0),
        Observed("found", 1),
        Observed("found", 1, "year"),
    ]
    flagged = read.content._replace(faithful="Les 300 arbres de Valmorel.")
    assert next(iter(grounding.observed(flagged))) == Observed("false-alarm", 1)


async def test_an_error_that_is_elsewhere_than_told_is_not_found() -> None:
    text = "Les 300 arbres plantés en 1998."
    altered = grounding.Altered(text, text.index("1998"), len(text) - 1, "year")
    case = grounding.Case(TREES, "Les 250 arbres.", [altered])
    assert Observed("found", 0, "year") in list(grounding.observed(case))


async def test_a_record_may_stand_in_its_line_or_be_unknown() -> None:
    subject = grounding.GroundingSubject(no_record, "1")
    assert await subject.read({"id": "x", "faithful": "Un."}) == LeftOut("dataset-unknown")
    read = await subject.read({"record": {"title": "Arbres"}, "faithful": "Un."})
    assert isinstance(read, Item)
    assert read.content.dataset.title == "Arbres"
    with pytest.raises(InvalidRecord):
        await subject.read(
            {
                "record": {"title": "Arbres"},
                "faithful": "Un.",
                "unfaithful": [{"text": "Deux.", "error": "Trois", "type": "number"}],
            }
        )
