"""A dataset's metadata."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from eclaireur.core.dataset import LONGEST_IDENTIFIER, Dataset, Location, PeriodOfTime

any_text = st.text(st.characters(exclude_categories=()))
FIELDS = tuple(Dataset.model_fields)
datasets = st.builds(
    Dataset,
    identifier=st.text(min_size=1),
    title=any_text,
    description=any_text,
    keywords=st.lists(any_text, max_size=2).map(tuple),
    extras=st.dictionaries(any_text, any_text | st.none(), max_size=2),
)


@given(datasets, datasets, st.sets(st.sampled_from(FIELDS)))
def test_a_fingerprint_tells_whether_the_fields_read_differ(
    one: Dataset, other: Dataset, fields: set[str]
) -> None:
    equal = all(getattr(one, field) == getattr(other, field) for field in fields)
    assert (one.fingerprint(fields) == other.fingerprint(fields)) is equal


@given(datasets, st.lists(st.sampled_from(FIELDS)))
def test_a_fingerprint_is_not_moved_by_any_order(one: Dataset, fields: list[str]) -> None:
    turned = one.model_copy(update={"extras": dict(reversed(one.extras.items()))})
    assert one.fingerprint(fields) == turned.fingerprint(reversed(fields))


@pytest.mark.parametrize(
    "changes",
    [
        {"temporal": PeriodOfTime(start="2020")},
        {"spatial": Location(zones=("Rennes",))},
        {"keywords": ("eau", "air")},
        {"short_description": ""},
    ],
)
def test_a_fingerprint_sees_every_kind_of_field(changes: dict[str, object]) -> None:
    bare = Dataset(identifier="x", keywords=("air", "eau"))
    changed = bare.model_copy(update=changes)
    assert changed.fingerprint(changes) != bare.fingerprint(changes)


@pytest.mark.parametrize("identifier", ["", "x" * (LONGEST_IDENTIFIER + 1)])
def test_an_identifier_can_be_indexed(identifier: str) -> None:
    with pytest.raises(ValidationError):
        Dataset(identifier=identifier)


def test_a_noun_never_changes_and_has_no_unknown_key() -> None:
    dataset = Dataset(identifier="x")
    with pytest.raises(ValidationError):
        dataset.title = "Autre"  # type: ignore[misc]
    with pytest.raises(ValidationError):
        Dataset.model_validate({"identifier": "x", "titel": "Faute"})


def test_a_portal_knows_a_draft_by_the_identifier_it_came_with() -> None:
    assert Dataset(identifier="x").portal_identifier == "x"
    assert Dataset(identifier="x", other_identifier="y").portal_identifier == "y"
