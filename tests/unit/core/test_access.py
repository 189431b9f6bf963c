"""Who may do what, for which organisation."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eclaireur.core.access import ANYBODY, UNLIMITED, Authority, Grant, Role, distinct
from eclaireur.core.errors import RoleMissing

ORGANISATIONS = st.sampled_from(["A", "B", None])
GRANTS = st.lists(
    st.builds(Grant, role=st.sampled_from(Role), organisation=ORGANISATIONS), max_size=5
)


def grant(role: Role, organisation: str | None = None) -> Grant:
    return Grant(role=role, organisation=organisation)


def test_a_role_includes_those_below() -> None:
    assert Role.OPERATE.includes(Role.REVIEW)
    assert Role.REVIEW.includes(Role.REVIEW)
    assert not Role.REVIEW.includes(Role.OPERATE)
    assert not Role.READ.includes(Role.REVIEW)


@pytest.mark.parametrize(
    ("held", "organisation", "may"),
    [
        (grant(Role.REVIEW, "A"), "A", True),
        (grant(Role.REVIEW, "A"), "B", False),
        (grant(Role.REVIEW, "A"), None, False),
        (grant(Role.REVIEW, "A"), "a", False),
        (grant(Role.REVIEW), "B", True),
        (grant(Role.REVIEW), None, True),
        (grant(Role.READ), "A", False),
    ],
)
def test_a_role_is_for_its_organisation(held: Grant, organisation: str | None, may: bool) -> None:  # noqa: FBT001
    authority = Authority((held,))
    assert authority.may(Role.REVIEW, organisation) is may
    if may:
        assert authority.capacity(Role.REVIEW, organisation) == held
    else:
        with pytest.raises(RoleMissing):
            authority.capacity(Role.REVIEW, organisation)


def test_the_nearest_capacity_is_the_one_kept() -> None:
    own, everywhere = grant(Role.REVIEW, "A"), grant(Role.REVIEW)
    authority = Authority((everywhere, own))
    assert authority.capacity(Role.REVIEW, "A") == own
    assert authority.capacity(Role.REVIEW, "B") == everywhere


def test_the_organisations_that_somebody_reviews_for() -> None:
    both = Authority((grant(Role.REVIEW, "A"), grant(Role.OPERATE, "B"), grant(Role.READ, "C")))
    assert both.organisations(Role.REVIEW) == {"A", "B"}
    assert both.organisations(Role.OPERATE) == {"B"}
    assert (
        Authority((grant(Role.REVIEW), grant(Role.REVIEW, "A"))).organisations(Role.REVIEW) is None
    )
    assert UNLIMITED.organisations(Role.OPERATE) is None
    assert ANYBODY.organisations(Role.REVIEW) == set()


def test_where_nobody_signs_in_there_is_no_capacity() -> None:
    assert UNLIMITED.capacity(Role.OPERATE, "A") is None
    assert UNLIMITED.may(Role.OPERATE, None)
    assert not ANYBODY.has(Role.REVIEW)


@given(GRANTS, st.sampled_from(Role), ORGANISATIONS)
def test_grants_that_others_include_change_nothing(
    grants: list[Grant], role: Role, organisation: str | None
) -> None:
    kept = distinct(grants)
    assert len(kept) == len(set(kept))
    before, after = Authority(tuple(grants)), Authority(kept)
    assert before.may(role, organisation) == after.may(role, organisation)
    assert before.has(role) == after.has(role)
