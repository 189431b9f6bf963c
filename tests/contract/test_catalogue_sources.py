"""One contract for every portal that a catalogue is read from, over real HTTP."""

import asyncio
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import date
from pathlib import Path

import fault_server as faults
import pytest
from empty_stores import empty_store
from fault_server import Behaviour, answer, fault_server
from portals_replayed import MAILBOX, PERSON, PORTALS, Portal, Told, UdataPortal
from processes import SECONDS
from served import Begun, told
from store_examples import decide, suggestion

from eclaireur.assistant.harvest import harvest
from eclaireur.catalogues.portals import Manners, Visitor, ckan, document, open_portal, udata
from eclaireur.core.dataset import Distribution
from eclaireur.core.errors import (
    AnswerCutShort,
    EclaireurError,
    EmptySource,
    HostTooSlow,
    PortalAnswerUnusable,
    PortalBusy,
    PortalFailed,
    PortalLacks,
    PortalRefuses,
)
from eclaireur.core.harvest import Entry, PortalKind, Source
from eclaireur.core.ports import DatasetQuery, ImportOutcome
from eclaireur.core.suggestion import State
from eclaireur.egress import Destination, open_egress
from eclaireur.store import SqlStore, open_store

DAY = date(2026, 11, 26)
QUICK = Manners(pause_s=0, attempts=2, first_wait_s=0.01, longest_wait_s=1, deadline_s=0.5)
FIVE = tuple(Told(f"d{number}", f"Titre {number}") for number in range(5))


@pytest.fixture(params=[*PORTALS])
async def portal(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Portal]:
    """Each portal in turn, with pages of two datasets."""
    monkeypatch.setattr(udata, "PAGE", 2)
    monkeypatch.setattr(ckan, "PAGE", 2)
    monkeypatch.setattr(document, "PAGE", 1)
    async with fault_server() as server:
        yield PORTALS[request.param](server, page=2)


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[SqlStore]:
    async with open_store(empty_store(tmp_path / "eclaireur.sqlite")) as opened:
        yield opened


@asynccontextmanager
async def opened(portal: Portal) -> AsyncIterator[Source]:
    async with open_egress([Destination.of(portal.server.origin, private=True)]) as egress:
        visitor = Visitor(egress, portal.address, QUICK)
        yield await open_portal("portal", portal.address, None, visitor)


async def read(
    store: SqlStore, portal: Portal, tell: Callable[[Entry], None] = id
) -> ImportOutcome:
    async with opened(portal) as source:
        return await harvest(store, source, DAY, tell)


async def titles(store: SqlStore) -> list[str]:
    return [each.title for each in (await store.find_datasets(DatasetQuery(limit=500))).items]


async def test_the_same_dataset_whatever_the_source(store: SqlStore, portal: Portal) -> None:
    portal.publish(FIVE[0])
    assert await read(store, portal) == ImportOutcome(added=1)
    dataset = await store.dataset("d0")
    assert (dataset.title, dataset.description) == (FIVE[0].title, FIVE[0].description)
    assert dataset.keywords == ("eau", "riviere")
    assert dataset.publisher == "Ville"
    assert dataset.license == "Licence Ouverte / Open Licence version 2.0"
    assert dataset.frequency == "monthly"
    assert dataset.modified
    if "resources_count" not in dataset.extras:
        mesures = Distribution(format="csv", title="Mesures", access_url="https://exemple.fr/a.csv")
        assert dataset.distributions == (mesures,)


async def test_what_is_not_understood_is_kept_and_nobody_is(
    store: SqlStore, portal: Portal
) -> None:
    portal.publish(FIVE[0])
    await read(store, portal)
    dataset = await store.dataset("d0")
    assert "eau" in f"{dataset.theme} {dataset.extras}"
    written = dataset.model_dump_json()
    assert PERSON not in written
    assert MAILBOX not in written


async def test_every_page_is_read(store: SqlStore, portal: Portal) -> None:
    portal.publish(*FIVE)
    assert await read(store, portal) == ImportOutcome(added=5)
    assert await titles(store) == [each.title for each in FIVE]


async def test_the_next_reading_changes_what_has_changed(store: SqlStore, portal: Portal) -> None:
    portal.publish(*FIVE)
    await read(store, portal)
    proposal = suggestion(await store.dataset("d3"), State.PROPOSED)
    other = suggestion(await store.dataset("d1"), State.PROPOSED)
    await store.add_suggestions([proposal, other])
    portal.publish(*FIVE[:3], FIVE[3].renamed("Autre titre"), FIVE[4])
    assert await read(store, portal) == ImportOutcome(changed=1, unchanged=4, made_stale=1)
    assert (await store.dataset("d3")).title == "Autre titre"
    assert (await store.suggestion(proposal.key)).state is State.STALE
    assert (await store.suggestion(other.key)).state is State.PROPOSED


async def test_what_vanishes_is_kept_apart_and_comes_back(store: SqlStore, portal: Portal) -> None:
    portal.publish(*FIVE)
    await read(store, portal)
    made = suggestion(await store.dataset("d2"), State.PROPOSED)
    await store.add_suggestions([made])
    await decide(store, made.key, State.ACCEPTED)
    before = await store.catalogue_sequence()
    portal.publish(*FIVE[:2], *FIVE[3:])
    assert await read(store, portal) == ImportOutcome(unchanged=4, vanished=1)
    assert await store.vanished_on("d2") == DAY
    assert FIVE[2].title not in await titles(store)
    assert [each.identifier async for each, _ in store.all_datasets()] == ["d0", "d1", "d3", "d4"]
    changes = [(each.identifier, each.dataset) async for each in store.changes_since(before)]
    assert changes == [("d2", None)]
    assert (await store.suggestion(made.key)).state is State.ACCEPTED
    portal.publish(*FIVE)
    assert await read(store, portal) == ImportOutcome(returned=1, unchanged=4)
    assert await store.vanished_on("d2") is None
    assert len(await titles(store)) == 5
    assert await read(store, portal) == ImportOutcome(unchanged=5)


async def test_what_is_archived_vanishes(store: SqlStore, portal: Portal) -> None:
    portal.publish(*FIVE)
    await read(store, portal)
    portal.publish(*FIVE[:4], Told("d4", FIVE[4].title, archived=True))
    assert (await read(store, portal)).vanished == 1
    assert await store.vanished_on("d4") == DAY


async def test_an_interrupted_reading_goes_on(store: SqlStore, portal: Portal) -> None:
    portal.publish(*FIVE)
    lists = [0]

    def failing(received: faults.Received) -> Behaviour:
        if portal.lists(received.line.split(" ")[1]):
            lists[0] += 1
            if lists[0] > 1:
                return answer(b"", 500)
        return portal.respond(received)

    portal.server.respond = failing
    with pytest.raises(PortalFailed):
        await read(store, portal)
    assert await titles(store) == [FIVE[0].title, FIVE[1].title]
    portal.server.respond = portal.respond
    portal.server.received.clear()
    assert await read(store, portal) == ImportOutcome(added=3)
    assert len([each for each in portal.asked if portal.lists(each)]) == 2
    assert await titles(store) == [each.title for each in FIVE]
    assert [await store.vanished_on(each.identifier) for each in FIVE] == [None] * 5


FAILURES: dict[str, tuple[Behaviour, type[EclaireurError]]] = {
    "401": (answer(b"", 401), PortalRefuses),
    "403": (answer(b"", 403), PortalRefuses),
    "404": (answer(b"", 404), PortalLacks),
    "429": (answer(b"", 429, {"retry-after": "3600"}), PortalBusy),
    "500": (answer(b"", 500), PortalFailed),
    "slow": (faults.hang, HostTooSlow),
    "truncated": (faults.cut, AnswerCutShort),
    "closed": (faults.close, AnswerCutShort),
}


@pytest.mark.parametrize("portal", ["udata", "ckan", "turtle"], indirect=True)
@pytest.mark.parametrize("failure", FAILURES)
async def test_a_failure_is_told_and_marks_nothing(
    store: SqlStore, portal: Portal, failure: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    behaviour, expected = FAILURES[failure]
    monkeypatch.setattr(sys.modules[__name__], "QUICK", Manners(0, 2, 0.01, 1, 0.3, 0.3))
    portal.publish(*FIVE)
    await read(store, portal)
    portal.publish(*FIVE[:4])
    lists = [0]

    def failing(received: faults.Received) -> Behaviour:
        if portal.lists(received.line.split(" ")[1]):
            lists[0] += 1
            if lists[0] > 1:
                return behaviour
        return portal.respond(received)

    portal.server.respond = failing
    with pytest.raises(expected):
        await read(store, portal)
    assert len(await titles(store)) == 5


async def test_an_answer_of_another_form_is_told(store: SqlStore, portal: Portal) -> None:
    portal.publish(*FIVE)
    await read(store, portal)
    for body in (b'{"data": [', b"[]", b'{"data": 3}', b"<html></html>", b"\xff"):
        portal.server.respond = lambda received, body=body: (
            answer(body) if portal.lists(received.line.split(" ")[1]) else portal.respond(received)
        )
        told: list[Entry] = []
        try:
            await read(store, portal, told.append)
        except EclaireurError:
            pass
        else:
            # A document may be JSON Lines: each line that is not is left out, and told.
            assert [each.left_out for each in told if each.left_out]
        assert len(await titles(store)) == 5


async def test_a_portal_that_asks_to_wait_is_obeyed(store: SqlStore, portal: Portal) -> None:
    portal.publish(*FIVE)
    waits = iter([answer(b"", 429, {"retry-after": "0"}), answer(b"", 503), None])

    def busy(received: faults.Received) -> Behaviour:
        if portal.lists(received.line.split(" ")[1]):
            return next(waits, None) or portal.respond(received)
        return portal.respond(received)

    portal.server.respond = busy
    with pytest.raises(PortalBusy):
        await read(store, portal)
    assert await read(store, portal) == ImportOutcome(added=5)


async def test_a_page_that_never_ends_is_told(store: SqlStore, portal: Portal) -> None:
    portal.publish(*FIVE)
    first: list[Behaviour] = []

    def looping(received: faults.Received) -> Behaviour:
        if portal.lists(received.line.split(" ")[1]):
            first.append(portal.respond(received))
            return first[0]
        return portal.respond(received)

    portal.server.respond = looping
    with pytest.raises(PortalAnswerUnusable) as caught:
        await read(store, portal)
    assert caught.value.params["problem"] == "loop"


async def test_a_source_that_holds_nothing_loses_nothing(store: SqlStore, portal: Portal) -> None:
    portal.publish(*FIVE)
    await read(store, portal)
    portal.publish()
    with pytest.raises(EmptySource):
        await read(store, portal)
    assert len(await titles(store)) == 5


class TestStamps:
    """Portals that tell when each dataset changed are asked for what changed alone."""

    @pytest.fixture(params=["udata", "ckan"])
    async def portal(
        self, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
    ) -> AsyncIterator[Portal]:
        monkeypatch.setattr(udata, "PAGE", 20)
        monkeypatch.setattr(ckan, "PAGE", 20)
        async with fault_server() as server:
            yield PORTALS[request.param](server, page=20)

    async def test_a_few_changes_are_asked_for_one_by_one(
        self, store: SqlStore, portal: Portal
    ) -> None:
        many = [Told(f"d{number:02}", "Titre") for number in range(30)]
        portal.publish(*many)
        await read(store, portal)
        portal.server.received.clear()
        portal.publish(*many[:25], many[25].renamed("Autre"), *many[26:])
        assert await read(store, portal) == ImportOutcome(changed=1, unchanged=29)
        assert len([each for each in portal.asked if portal.lists(each)]) == 2
        assert len([each for each in portal.asked if "d25" in each]) == 1
        assert len([each for each in portal.asked if "d24" in each]) == 0

    async def test_many_changes_are_read_by_the_page(self, store: SqlStore, portal: Portal) -> None:
        many = [Told(f"d{number:02}", "Titre") for number in range(30)]
        portal.publish(*many)
        await read(store, portal)
        portal.server.received.clear()
        portal.publish(*(each.renamed("Autre") for each in many[:20]), *many[20:])
        assert await read(store, portal) == ImportOutcome(changed=20, unchanged=10)
        assert len([each for each in portal.asked if portal.lists(each)]) == 3
        assert not [each for each in portal.asked if "d01" in each]

    async def test_a_dataset_that_slips_between_two_pages_has_not_vanished(
        self, store: SqlStore, portal: Portal
    ) -> None:
        many = [Told(f"d{number:02}", "Titre") for number in range(30)]
        portal.publish(*many)
        await read(store, portal)

        def shifting(received: faults.Received) -> Behaviour:
            behaviour = portal.respond(received)
            if portal.lists(received.line.split(" ")[1]):
                # What is deleted behind the reader draws the next dataset back a page.
                portal.told = many[1:]
            return behaviour

        portal.server.respond = shifting
        assert (await read(store, portal)).vanished == 0
        assert await store.vanished_on("d20") is None
        assert (await read(store, portal)).vanished == 1
        assert await store.vanished_on("d00") == DAY


async def test_an_address_inside_an_api_and_a_kind_are_taken_at_their_word() -> None:
    async with fault_server() as server:
        portal = UdataPortal(server, page=2)
        portal.publish(*FIVE)
        async with open_egress([Destination.of(server.origin, private=True)]) as egress:
            for path in ("", "/", "/fr/", "/api/1", "/api/1/datasets/"):
                address = server.origin + path
                visitor = Visitor(egress, address, QUICK)
                found = await open_portal("p", address, PortalKind.UDATA, visitor)
                assert [each async for each in found.pages(None, stamps_only=False)]
            with pytest.raises(PortalLacks):
                await open_portal("p", portal.address, PortalKind.CKAN, visitor)


async def test_a_killed_import_goes_on_where_it_was(tmp_path: Path) -> None:
    """The command, killed while its third page is on its way, then run again."""
    data = tmp_path / "data"
    many = [Told(f"d{number:03}", "Titre") for number in range(350)]
    async with fault_server() as server:
        portal = UdataPortal(server, page=100)
        portal.publish(*many)
        reached = asyncio.Event()

        def stuck(received: faults.Received) -> Behaviour:
            if "page=3&" in received.line:
                reached.set()
                return faults.hang
            return portal.respond(received)

        server.respond = stuck
        importing = ("catalogue", "import", portal.address, "--json")
        with Begun(data, *importing) as killed:
            async with asyncio.timeout(SECONDS):
                await reached.wait()
            killed.kill()
        server.received.clear()
        server.respond = portal.respond
        again = await asyncio.to_thread(told, data, *importing)
        assert again.returncode == 0
        assert '"added": 150' in again.stdout
        lists = [each for each in portal.asked if portal.lists(each)]
        assert [each.partition("page=")[2][:1] for each in lists] == ["3", "4"]
    async with open_store(f"sqlite:///{data / 'eclaireur.sqlite'}") as store:
        assert (await store.find_datasets(DatasetQuery())).total == 350
