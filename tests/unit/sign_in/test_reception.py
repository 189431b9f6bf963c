"""Who comes in, and until when, over a real store and a clock that is moved."""

import hashlib
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from empty_stores import empty_store
from pydantic import SecretStr

from eclaireur.core.access import Grant, Role
from eclaireur.core.sign_in import GrantRule, LocalToken, SignIn
from eclaireur.sign_in import Reception
from eclaireur.store import SqlStore, open_store

NOON = datetime(2026, 3, 14, 12, 1, 7, tzinfo=UTC)
REVIEW = (Grant(role=Role.REVIEW, organisation="Ville"),)
TOKEN = "0123456789abcdef" * 2
DECLARED = SignIn(
    local=LocalToken.model_validate({"token": {"environment": "X"}}),
    idle_minutes=60,
    most_hours=12,
)


class Clock:
    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[SqlStore]:
    async with open_store(empty_store(tmp_path / "eclaireur.sqlite")) as opened:
        yield opened


@pytest.fixture
def reception(store: SqlStore, clock: Clock) -> Reception:
    return Reception(DECLARED, store, token=SecretStr(TOKEN), now=clock)


async def test_a_session_gives_what_was_granted(reception: Reception) -> None:
    token = await reception.begin(REVIEW, former=None)
    authority = await reception.authority(token)
    assert authority is not None
    assert authority.grants == REVIEW
    assert authority.is_signed_in
    assert not authority.is_unlimited
    for other in ("", token[:-1], token + "x", "é", "x" * 10_000):
        assert await reception.authority(other) is None


async def test_tokens_are_long_random_and_not_kept(reception: Reception, store: SqlStore) -> None:
    tokens = {await reception.begin(REVIEW, former=None) for _ in range(20)}
    assert len(tokens) == 20
    assert all(len(each) == 43 for each in tokens)
    for each in tokens:
        assert await store.session(each) is None
        # Nor what anybody who read the table could look for a guess under.
        assert await store.session(hashlib.sha256(each.encode()).hexdigest()) is None


async def test_nobody_idle_stays_in(reception: Reception, clock: Clock, store: SqlStore) -> None:
    token = await reception.begin(REVIEW, former=None)
    clock.now += timedelta(minutes=59)
    assert await reception.authority(token)
    clock.now += timedelta(minutes=59)
    assert await reception.authority(token)
    clock.now += timedelta(minutes=66)
    assert await reception.authority(token) is None
    assert await store.sessions_due(clock.now) == 0


async def test_nobody_stays_in_for_ever(reception: Reception, clock: Clock) -> None:
    token = await reception.begin(REVIEW, former=None)
    for _ in range(24):
        clock.now += timedelta(minutes=30)
        assert await reception.authority(token)
    clock.now += timedelta(minutes=5)
    assert await reception.authority(token) is None


async def test_the_store_follows_nobody_from_click_to_click(
    reception: Reception, clock: Clock, store: SqlStore
) -> None:
    token = await reception.begin(REVIEW, former=None)
    digest = reception._digest(token)
    seen = set()
    for _ in range(150):
        clock.now += timedelta(seconds=2)
        await reception.authority(token)
        kept = await store.session(digest)
        assert kept is not None
        seen.add(kept.idle_until)
        assert kept.idle_until.minute % 5 == kept.idle_until.second == 0
        assert kept.ends_at.minute % 5 == kept.ends_at.second == 0
    assert len(seen) == 2


async def test_one_session_takes_the_place_of_another(reception: Reception) -> None:
    first = await reception.begin(REVIEW, former=None)
    second = await reception.begin(REVIEW, former=first)
    assert await reception.authority(first) is None
    assert await reception.authority(second)
    await reception.end(second)
    await reception.end(second)
    assert await reception.authority(second) is None


async def test_other_grants_or_another_token_end_every_session(
    reception: Reception, store: SqlStore, clock: Clock
) -> None:
    token = await reception.begin(REVIEW, former=None)
    rule = GrantRule(claim="siret", equals="1", role=Role.REVIEW, organisation="*")
    changed = DECLARED.model_copy(update={"grants": (rule,)})
    same = Reception(DECLARED, store, token=SecretStr(TOKEN), now=clock)
    assert await same.authority(token)
    for other in (
        Reception(changed, store, token=SecretStr(TOKEN), now=clock),
        Reception(DECLARED, store, token=SecretStr("y" * 32), now=clock),
        Reception(DECLARED, store, now=clock),
    ):
        assert await other.authority(token) is None


def test_the_token_is_known_and_no_other(reception: Reception, store: SqlStore) -> None:
    assert reception.knows(TOKEN)
    for other in ("", TOKEN[:-1], TOKEN + "0", TOKEN.upper(), "\ud800"):
        assert not reception.knows(other)
    assert not Reception(DECLARED, store).knows("")
