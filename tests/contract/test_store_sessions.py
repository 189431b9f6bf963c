"""What every store keeps of those who signed in."""

import asyncio
from datetime import timedelta

from store_examples import NOON, RIVERS, suggestion

from eclaireur.core.access import Grant, Role, Session
from eclaireur.core.suggestion import Event, State
from eclaireur.store import SqlStore

GRANTS = (
    Grant(role=Role.REVIEW, organisation="Ville d’Ys \ud800"),
    Grant(role=Role.OPERATE),
)


def session(digest: str, *, idle: float = 1, ends: float = 12) -> Session:
    return Session(
        digest=digest,
        grants=GRANTS,
        idle_until=NOON + timedelta(hours=idle),
        ends_at=NOON + timedelta(hours=ends),
    )


async def test_a_session_comes_back_until_it_ends(store: SqlStore) -> None:
    kept = session("a")
    await store.keep_session(kept)
    assert await store.session("a") == kept
    assert await store.session("b") is None
    await store.prolong_session("a", NOON + timedelta(hours=2))
    found = await store.session("a")
    assert found is not None
    assert found.idle_until == NOON + timedelta(hours=2)
    await store.end_session("a")
    await store.end_session("a")
    assert await store.session("a") is None


async def test_a_session_that_ended_is_not_prolonged(store: SqlStore) -> None:
    await store.keep_session(session("a"))
    await asyncio.gather(
        store.end_session("a"), *(store.prolong_session("a", NOON) for _ in range(5))
    )
    assert await store.session("a") is None


async def test_those_that_are_over_are_deleted(store: SqlStore) -> None:
    for each in (
        session("idle", idle=0),
        session("over", ends=0),
        session("open", idle=0.1),
    ):
        await store.keep_session(each)
    assert await store.sessions_due(NOON) == 2
    assert await store.drop_ended_sessions(NOON) == 2
    assert await store.session("open") is not None
    assert await store.end_sessions() == 1
    assert await store.session("open") is None


async def test_the_capacity_behind_a_decision_comes_back(store: SqlStore) -> None:
    await store.put_datasets([RIVERS])
    made = suggestion(RIVERS, State.PROPOSED)
    await store.add_suggestions([made])
    for sequence, (state, capacity) in enumerate(
        [(State.ACCEPTED, GRANTS[0]), (State.PROPOSED, GRANTS[1]), (State.REJECTED, None)], 2
    ):
        event = Event(sequence=sequence, state=state, day=NOON.date(), capacity=capacity)
        await store.append_event(made.key, event)
    events = (await store.suggestion(made.key)).events
    assert [each.capacity for each in events] == [None, None, GRANTS[0], GRANTS[1], None]
