import gzip
import json
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eclaireur.catalogues.record import dataset_from_record, record_from_dataset
from eclaireur.core.dataset import Column, Dataset, Distribution, Location, PeriodOfTime
from eclaireur.core.errors import InvalidRecord
from eclaireur.core.theme import theme_uri

PORTAL = Path(__file__).parents[4] / "shared/data/catalogue.jsonl.gz"

texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=40)
names = texts.filter(lambda text: bool(text.strip()))
optional = st.none() | texts
records = st.fixed_dictionaries(
    {
        "id": names,
        "title": texts,
        "acronym": optional,
        "description": texts,
        "description_short": optional,
        "tags": st.lists(names, max_size=4),
        "organization": optional,
        "license": optional,
        "frequency": optional,
        "spatial": st.none()
        | st.fixed_dictionaries({"granularity": optional, "zones": st.lists(names, max_size=3)}),
        "temporal": st.none() | st.fixed_dictionaries({"start": optional, "end": optional}),
        "resources_formats": st.lists(names, max_size=3),
        "created_at": optional,
        "last_modified": optional,
        "featured": st.booleans(),
        "quality_score": st.floats(allow_nan=False, allow_infinity=False),
        "metric": st.dictionaries(st.sampled_from(["views", "reuses"]), st.integers()),
    }
)
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=6,
)
KEYS = ["title", "tags", "spatial", "temporal", "license", "resources", "frequency", "extras"]


@given(records)
def test_a_record_comes_back_as_it_went_in(record: dict[str, Any]) -> None:
    assert record_from_dataset(dataset_from_record(record)) == record


@pytest.mark.skipif(not PORTAL.exists(), reason=f"the real catalogue is not at {PORTAL}")
def test_the_records_of_the_real_catalogue_come_back_as_they_went_in() -> None:
    with gzip.open(PORTAL) as lines:
        for line in islice(lines, None, None, 5):
            record = json.loads(line)
            assert record_from_dataset(dataset_from_record(record)) == record


@given(st.dictionaries(st.sampled_from(KEYS) | st.text(max_size=8), json_values))
def test_whatever_a_record_holds_it_is_read_or_refused(record: dict[str, Any]) -> None:
    try:
        dataset = dataset_from_record({"id": "1"} | record)
    except InvalidRecord:
        return
    json.dumps(record_from_dataset(dataset), allow_nan=False).encode()


def test_missing_keys_and_nulls_are_accepted() -> None:
    assert dataset_from_record({"id": "1"}) == Dataset(identifier="1")
    nulls = dict.fromkeys(["title", "description", "tags", "spatial", "resources"])
    assert dataset_from_record({"id": "1", **nulls}) == Dataset(identifier="1")


def test_a_record_without_identifier_needs_one_from_elsewhere() -> None:
    with pytest.raises(InvalidRecord) as refusal:
        dataset_from_record({"title": "Arbres"})
    assert refusal.value.params == {"problem": "no-identifier"}
    with pytest.raises(InvalidRecord) as refusal:
        dataset_from_record({"id": "x" * 301})
    assert refusal.value.params == {"problem": "identifier-too-long"}
    assert dataset_from_record({"title": "Arbres"}, fallback_identifier="x").identifier == "x"
    assert dataset_from_record({"id": "1"}, fallback_identifier="x").identifier == "1"


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        ({"title": 2024}, {"title": "2024"}),
        ({"tags": "arbres, budget ,"}, {"keywords": ("arbres", "budget")}),
        (
            {"tags": [{"name": "eau"}, {"display_name": "air"}, None, " "]},
            {"keywords": ("eau", "air")},
        ),
        ({"theme": "envi"}, {"theme": (theme_uri("ENVI"),)}),
        ({"theme": "Agriculture, pêche"}, {"theme": ("Agriculture, pêche",)}),
        (
            {
                "theme": [
                    {"@id": theme_uri("HEAL"), "label": "Santé"},
                    {"name": "Eau"},
                    None,
                    "HEAL",
                ]
            },
            {"theme": (theme_uri("HEAL"), "Eau")},
        ),
        ({"organization": {"id": "7", "name": "Ville"}}, {"publisher": "Ville"}),
        ({"license": {"id": "lov2", "title": "Licence Ouverte"}}, {"license": "Licence Ouverte"}),
        ({"spatial": "Valombreuse"}, {"spatial": Location(zones=("Valombreuse",))}),
        ({"spatial": {"zones": "A,B"}}, {"spatial": Location(zones=("A", "B"))}),
        ({"temporal": {"start": 2020}}, {"temporal": PeriodOfTime(start="2020")}),
    ],
)
def test_a_value_of_another_type_is_taken_for_what_it_plainly_means(
    record: dict[str, Any], expected: dict[str, Any]
) -> None:
    dataset = dataset_from_record({"id": 1, **record})
    assert {field: getattr(dataset, field) for field in expected} == expected


def test_an_object_that_says_more_than_the_field_is_given_back_whole() -> None:
    record = {"id": "1", "organization": {"id": "7", "name": "Ville"}, "tags": ["eau"]}
    assert record_from_dataset(dataset_from_record(record)).items() >= record.items()


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("title", ["Arbres"]),
        ("title", True),
        ("tags", {"a": 1}),
        ("tags", [["a"]]),
        ("theme", [["a"]]),
        ("theme", True),
        ("temporal", "2020"),
        ("spatial", 3),
        ("resources", {"format": "csv"}),
        ("resources", ["csv"]),
    ],
)
def test_a_value_that_means_nothing_plain_is_refused_by_its_key(key: str, value: Any) -> None:
    with pytest.raises(InvalidRecord) as refusal:
        dataset_from_record({"id": "1", key: value})
    assert refusal.value.params == {"problem": "wrong-type", "key": key}


def test_resources_become_distributions_with_their_columns() -> None:
    record = {
        "id": "1",
        "resources": [
            {
                "title": "Arbres",
                "format": "csv",
                "url": "https://exemple.fr/a.csv",
                "checksum": "abc",
                "columns": [
                    {"name": "x", "datatype": "number", "description": None},
                    {"name": None},
                ],
            }
        ],
    }
    dataset = dataset_from_record(record)
    assert dataset.distributions == (
        Distribution(
            format="csv",
            title="Arbres",
            access_url="https://exemple.fr/a.csv",
            columns=(Column(name="x", datatype="number"),),
        ),
    )
    written = record_from_dataset(dataset)
    assert written["resources"] == record["resources"]
    assert written["resources_formats"] == ["csv"]


def test_unknown_keys_are_kept_but_those_of_persons() -> None:
    address = "camille@exemple.fr"
    dataset = dataset_from_record(
        {
            "id": "1",
            "owner": {"first_name": "Camille"},
            "owner_id": "42",
            "owner_org": "7",
            "contact_points": [{"name": "Camille", "email": address}],
            "contactPoint": address,
            "author": "Camille",
            "author_email": address,
            "maintainer": "Camille",
            "creator_user_id": "42",
            "metric": {"views": 3},
            "authority": "INSPIRE",
            "organization": {"name": "Ville", "members": [{"user": {"last_name": "Camille"}}]},
            "extras": [
                {"key": "contact-email", "value": address},
                {"key": "theme", "value": "eau"},
            ],
            "resources": [{"format": "csv", "owner": "Camille"}],
        }
    )
    assert dataset.extras == {
        "owner_org": "7",
        "metric": {"views": 3},
        "authority": "INSPIRE",
        "organization": {"name": "Ville"},
        "extras": [{"key": "theme", "value": "eau"}],
        "resources": [{"format": "csv"}],
    }
    assert dataset.publisher == "Ville"
    assert "amille" not in dataset.model_dump_json()


def test_what_no_store_or_reply_can_hold_is_repaired_or_refused() -> None:
    dataset = dataset_from_record({"id": "1", "title": "a\0b\ud800", "x": {"k\0": ["\udfff"]}})
    assert dataset.title == "a\ufffdb\ufffd"
    assert dataset.extras == {"x": {"k\ufffd": ["\ufffd"]}}
    deep: Any = []
    for _ in range(40):
        deep = [deep]
    for value, problem in ((deep, "too-deep"), (float("inf"), "not-finite")):
        with pytest.raises(InvalidRecord) as refusal:
            dataset_from_record({"id": "1", "x": value})
        assert refusal.value.params == {"problem": problem}
