"""What every store loses when something breaks: nothing that it acknowledged."""

import asyncio
import contextlib
import random
import resource
import signal
from collections.abc import AsyncIterator, Callable, Iterator
from multiprocessing.connection import Connection
from pathlib import Path

import pytest
from empty_stores import empty_store
from postgres_server import PostgresServer
from processes import FORKING
from sqlalchemy import func, select
from store_examples import DAY, NOON, RIVERS, suggestion

from eclaireur.core.dataset import Dataset
from eclaireur.core.errors import StoreUnavailable
from eclaireur.core.suggestion import RETAINED, TRANSITIONS, Event, State
from eclaireur.store import SqlStore, open_store, schema


def accept_all(address: str, telling: Connection) -> None:
    """Accept all that is proposed; tell the key of each once it is kept."""

    async def accept() -> None:
        async with open_store(address) as store:
            proposals = await store.find_suggestions(
                state=State.PROPOSED, field=None, after=None, limit=1000
            )
            accepted = Event(sequence=2, state=State.ACCEPTED, day=DAY)
            for proposal in proposals:
                await store.append_event(proposal.key, accepted)
                telling.send(proposal.key)

    asyncio.run(accept())


@pytest.fixture
def small_files() -> Iterator[Callable[[Path], None]]:
    """Refuse to let any file grow, as a full disk does, after a file is a little larger."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)

    def limit(path: Path) -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (path.stat().st_size + 200_000, hard))

    yield limit
    resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


async def test_a_kill_loses_no_acknowledged_decision(tmp_path: Path) -> None:
    address = f"sqlite:///{tmp_path / 'eclaireur.sqlite'}"
    made = [suggestion(RIVERS, State.PROPOSED, number=number) for number in range(1, 901)]
    async with open_store(address) as store:
        await store.put_datasets([RIVERS])
        await store.add_suggestions(made)
    acknowledged: list[str] = []
    for _ in range(3):
        told, telling = FORKING.Pipe(duplex=False)
        deciding = FORKING.Process(target=accept_all, args=(address, telling))
        deciding.start()
        telling.close()
        few = random.randrange(1, 40)  # noqa: S311
        acknowledged += [told.recv() for _ in range(few)]
        await asyncio.sleep(random.uniform(0, 0.02))  # noqa: S311
        deciding.kill()
        with told, contextlib.suppress(EOFError):
            while True:
                acknowledged.append(told.recv())
        deciding.join()
        assert deciding.exitcode == -signal.SIGKILL
    async with open_store(address) as store:
        kept = {each.key: each for each in await store.suggestions_of(["rivers"])}
    assert {kept[key].state for key in acknowledged} == {State.ACCEPTED}
    assert set(kept) == {each.key for each in made}


async def test_postgresql_may_crash_and_come_back(postgres: PostgresServer) -> None:
    async with open_store(postgres.new_store()) as store:
        await store.put_datasets([RIVERS])
        postgres.stop()
        try:
            with pytest.raises(StoreUnavailable):
                await store.dataset("rivers")
            with pytest.raises(StoreUnavailable):
                await store.put_datasets([Dataset(identifier="other")])
            with pytest.raises(StoreUnavailable):
                await store.is_current()
        finally:
            postgres.start()
        assert await store.is_current()
        assert await store.dataset("rivers") == RIVERS


@pytest.fixture(params=["sqlite", "postgresql"])
async def read_only(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a database that holds one dataset and takes no other."""
    path = tmp_path / "eclaireur.sqlite"
    server = request.getfixturevalue("postgres") if request.param == "postgresql" else None
    address = server.new_store() if server else empty_store(path)
    async with open_store(address) as store:
        await store.put_datasets([RIVERS])
    if server is None:
        return f"sqlite:///file:{path}?mode=ro&uri=true"
    name = address.rpartition("/")[2]
    server.run(f"ALTER DATABASE {name} SET default_transaction_read_only = on")
    return str(address)


async def test_what_may_not_be_written_to_may_be_read(read_only: str) -> None:
    async with open_store(read_only) as store:
        with pytest.raises(StoreUnavailable, match=r"read-?only"):
            await store.put_datasets([Dataset(identifier="other")])
        assert await store.dataset("rivers") == RIVERS


async def test_a_full_disk_is_said_so_and_nothing_is_lost(
    tmp_path: Path, small_files: Callable[[Path], None]
) -> None:
    path = tmp_path / "eclaireur.sqlite"
    async with open_store(empty_store(path)) as store:
        await store.put_datasets([RIVERS])
        small_files(path)
        with pytest.raises(StoreUnavailable):
            await store.put_datasets([Dataset(identifier="big", description="é" * 1_000_000)])
        assert await store.dataset("rivers") == RIVERS
    async with open_store(f"sqlite:///{path}") as store:
        assert [each.identifier async for each, _ in store.all_datasets()] == ["rivers"]


async def unavailable(address: str) -> StoreUnavailable:
    with pytest.raises(StoreUnavailable) as caught:
        async with open_store(address):
            pass
    return caught.value


async def test_what_cannot_be_a_database_is_said_so(tmp_path: Path) -> None:
    text = tmp_path / "text.sqlite"
    text.write_text("not a database, but a text that is long enough to be read as one" * 20)
    for path in (text, tmp_path / "absent" / "x.sqlite", tmp_path):
        error = await unavailable(f"sqlite:///{path}")
        assert error.params["place"] == str(path)
        assert error.params["problem"]


@pytest.mark.parametrize(
    "address",
    [
        "postgresql://me:hunter2@127.0.0.1:9/eclaireur",
        "postgres://me@127.0.0.1:9/eclaireur?password=hunter2",
        "mysql://me:hunter2@127.0.0.1/eclaireur",
        "postgresql+asyncpg://me:hunter2@127.0.0.1/eclaireur",
        "hunter2",
        "postgresql://me:hunter2@127.0.0.1:port/eclaireur",
        "",
        "sqlite://",
        "sqlite:///:memory:",
    ],
)
async def test_no_password_is_repeated(address: str) -> None:
    error = await unavailable(address)
    assert "hunter2" not in f"{error} {error.params}"


def test_a_deleted_draft_leaves_nothing_in_the_file(tmp_path: Path) -> None:
    path, secret = tmp_path / "eclaireur.sqlite", "Marie Curie, 11 rue Cuvier"
    draft = Dataset(identifier="draft", title=secret, description=secret * 3_000)

    async def keep_and_drop() -> None:
        async with open_store(f"sqlite:///{path}") as store:
            await store.put_drafts([draft], NOON)
            await store.drop_expired_drafts(NOON)

    asyncio.run(keep_and_drop())
    assert secret.encode() not in path.read_bytes()
    assert [each.name for each in tmp_path.iterdir()] == [path.name]


async def states_and_lacks(store: SqlStore) -> AsyncIterator[tuple[object, object]]:
    """What is kept for speed, beside what the events and the contents say."""
    async with store._database.reading() as connection:
        kept = (await connection.execute(select(schema.suggestion))).all()
        lacks = (await connection.execute(select(schema.dataset))).all()
    derived = [await store.suggestion(row.key) for row in kept]
    for row, each in zip(kept, derived, strict=True):
        yield row.state, each.state
    for row in lacks:
        retained = {s.field for s in derived if s.dataset == row.identifier and s.state in RETAINED}
        published = await store.dataset(row.identifier)
        yield (
            (row.lacks_short_description, row.lacks_keywords, row.lacks_theme),
            (
                not published.short_description and "short_description" not in retained,
                not published.keywords and "keywords" not in retained,
                not published.theme and "theme" not in retained,
            ),
        )


@pytest.mark.parametrize("seed", range(3))
async def test_what_is_kept_for_speed_is_what_the_events_say(store: SqlStore, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311
    datasets = [Dataset(identifier=str(number), title="Un") for number in range(6)]
    await store.put_datasets(datasets)
    made = [
        suggestion(each, State.PROPOSED, field=field)
        for each in datasets
        for field in ("short_description", "keywords", "theme")
    ]
    await store.add_suggestions(made)
    for _ in range(60):
        current = await store.suggestion(chance.choice(made).key)
        following = sorted(TRANSITIONS[current.state] - {State.STALE})
        if following and chance.random() < 0.9:
            event = Event(state=chance.choice(following), day=DAY, value="Un texte.")
            await store.append_event(current.key, current.following(event).events[-1])
        else:
            each = chance.choice(datasets)
            changes = {
                "keywords": chance.choice([(), ("eau",)]),
                "theme": chance.choice([(), ("eau",)]),
                "title": chance.choice("ABC"),
            }
            await store.put_datasets([each.model_copy(update=changes)])
    async for kept, derived in states_and_lacks(store):
        assert kept == derived
    async with store._database.reading() as connection:
        assert (await connection.scalar(select(func.count()).select_from(schema.event))) > 36


async def test_who_leaves_during_a_write_leaves_a_store_that_works(store: SqlStore) -> None:
    for turns in range(40):
        leaving = asyncio.create_task(store.put_datasets([RIVERS]))
        for _ in range(turns):
            await asyncio.sleep(0)
        leaving.cancel()
        await asyncio.gather(leaving, return_exceptions=True)
    await store.put_datasets([RIVERS])
    assert await store.dataset(RIVERS.identifier) == RIVERS
