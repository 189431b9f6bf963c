"""One contract for every portal that decided values are sent to, over real HTTP."""

import json
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date
from pathlib import Path

import fault_server as faults
import pytest
from empty_stores import empty_store
from fault_server import answer, fault_server
from portals_written import KEY, PERSON, WRITTEN, UdataWritten, Written
from pydantic import SecretStr

from eclaireur.assistant import Sender
from eclaireur.assistant.sending import MOST_IN_A_ROW
from eclaireur.catalogues.export.marks import PROVENANCE
from eclaireur.catalogues.mark import EXTRA
from eclaireur.catalogues.portals import Manners
from eclaireur.catalogues.recipients import Courier, open_recipient
from eclaireur.core.errors import (
    EclaireurError,
    NothingCanBeSent,
    SendingBusy,
    SendingKeyRefused,
    SendingStopped,
)
from eclaireur.core.harvest import PortalKind
from eclaireur.core.sending import Fate, Recipient, SendingChoice, SendingState, Told
from eclaireur.core.suggestion import Event, State, Suggestion, Value
from eclaireur.egress import Destination, open_egress
from eclaireur.store import SqlStore, open_store

DAY = date(2026, 11, 26)
QUICK = Manners(pause_s=0, attempts=2, first_wait_s=0.01, longest_wait_s=1, deadline_s=0.5)
ALL = SendingChoice()
SHORT = "La qualité de l’eau, mesurée chaque mois."
THEME = "http://publications.europa.eu/resource/authority/data-theme/ENVI"
VALUES: dict[str, Value] = {
    "short_description": SHORT,
    "keywords": ("qualite", "mesure"),
    "theme": (THEME,),
}
SAID = {
    "short_description": SHORT,
    "keywords": {"eau", "riviere", "qualite", "mesure"},
    "theme": {THEME},
}
BEFORE = {"short_description": None, "keywords": {"eau", "riviere"}, "theme": set()}


@pytest.fixture(params=["udata", "ckan"])
async def portal(request: pytest.FixtureRequest) -> AsyncIterator[Written]:
    """Each portal in turn."""
    async with served(WRITTEN[request.param]) as opened:
        yield opened


@asynccontextmanager
async def served(kind: type[Written]) -> AsyncIterator[Written]:
    """A portal, and the way out to it."""
    async with (
        fault_server() as server,
        open_egress([Destination.of(server.origin, private=True)]) as egress,
    ):
        yield kind(server, egress)


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[SqlStore]:
    async with open_store(empty_store(tmp_path / "eclaireur.sqlite")) as opened:
        yield opened


@asynccontextmanager
async def recipient(portal: Written, key: str | None = KEY) -> AsyncIterator[Recipient]:
    assert portal.egress is not None
    secret = None if key is None else SecretStr(key)
    courier = Courier(portal.egress, portal.address, secret, QUICK)
    yield await open_recipient(portal.address, None, courier)


async def bring_in(store: SqlStore, portal: Written, *identifiers: str) -> None:
    async with recipient(portal, None) as opened:
        for each in identifiers:
            held = await opened.read(each)
            assert held is not None
            await store.put_datasets([held.dataset])


async def retain(
    store: SqlStore, identifier: str, field: str = "short_description", value: Value | None = None
) -> Suggestion:
    """Propose a value, and accept it."""
    dataset = await store.dataset(identifier)
    made = Suggestion.requested(
        dataset,
        field=field,
        number=1,
        task_version="1",
        reads=("title", "description", "keywords"),
        day=DAY,
    )
    proposed = Event(state=State.PROPOSED, day=DAY, value=value or VALUES[field], method="x")
    await store.add_suggestions([made.following(proposed)])
    return await decide(store, made.key, State.ACCEPTED)


async def decide(store: SqlStore, key: str, state: State, value: Value | None = None) -> Suggestion:
    made = await store.suggestion(key)
    following = made.following(Event(state=state, day=DAY, value=value))
    await store.append_event(key, following.events[-1])
    return await store.suggestion(key)


async def sent(
    store: SqlStore,
    portal: Written,
    choice: SendingChoice = ALL,
    *,
    key: str | None = KEY,
    dry: bool = False,
) -> list[Told]:
    async with recipient(portal, key) as opened:
        told = Sender(store, opened, lambda: DAY).send(choice, dry=dry)
        return [each async for each in told]


async def reverted(
    store: SqlStore, portal: Written, choice: SendingChoice = ALL, *, dry: bool = False
) -> list[Told]:
    async with recipient(portal) as opened:
        told = Sender(store, opened, lambda: DAY).revert(choice, dry=dry)
        return [each async for each in told]


def fates(told: list[Told]) -> list[Fate]:
    return [each.fate for each in told]


def _bytes_under(place: Path) -> bytes:
    return b"".join(each.read_bytes() for each in place.rglob("*") if each.is_file())


async def states(store: SqlStore) -> list[SendingState]:
    return [state for _, state in (await store.sending_counts())]


@pytest.fixture
async def one(store: SqlStore, portal: Written) -> Suggestion:
    """A dataset of the portal, with a short description that somebody accepted."""
    portal.publish("d0")
    await bring_in(store, portal, "d0")
    return await retain(store, "d0")


@pytest.mark.parametrize("portal", [*WRITTEN], indirect=True)
async def test_each_field_is_written_with_where_it_comes_from(
    store: SqlStore, portal: Written
) -> None:
    portal.publish("d0")
    await bring_in(store, portal, "d0")
    made = {field: await retain(store, "d0", field) for field in portal.fields}
    told = await sent(store, portal)
    assert Counter(fates(told)) == {Fate.SENT: len(portal.fields)}
    for field in portal.fields:
        assert portal.said("d0", field) == SAID[field], field
    marks = json.loads(portal.kept("d0", EXTRA))
    assert {each["field"]: each["suggestion"] for each in marks} == {
        field: each.key for field, each in made.items()
    }
    # The next import reads the marks as an export's.
    async with recipient(portal, None) as opened:
        held = await opened.read("d0")
    assert held is not None
    assert held.dataset.extras[PROVENANCE] == marks
    assert len(portal.writings) == 1


@pytest.mark.parametrize("portal", [*WRITTEN], indirect=True)
@pytest.mark.usefixtures("one")
async def test_nothing_else_changes(store: SqlStore, portal: Written) -> None:
    before = json.loads(json.dumps(portal.records["d0"]))
    await sent(store, portal)
    after = portal.records["d0"]
    changing = {"description_short", "extras", "last_modified", "metadata_modified"}
    assert {key: value for key, value in after.items() if key not in changing} == {
        key: value for key, value in before.items() if key not in changing
    }
    assert portal.kept("d0", "check:status") == (200 if portal.invalid == 400 else None)
    assert portal.kept("d0", "contact") == (None if portal.invalid == 400 else PERSON)


async def test_only_what_was_retained_goes(store: SqlStore, portal: Written) -> None:
    portal.publish("d0", "d1", "d2", "d3")
    await bring_in(store, portal, "d0", "d1", "d2", "d3")
    made = {each: await retain(store, each) for each in ("d0", "d1", "d2")}
    await decide(store, made["d1"].key, State.PROPOSED)
    await decide(store, made["d2"].key, State.PROPOSED)
    await decide(store, made["d2"].key, State.REJECTED)
    assert [(each.dataset, each.fate) for each in await sent(store, portal)] == [("d0", Fate.SENT)]
    assert [portal.said(each, "short_description") for each in ("d1", "d2", "d3")] == [None] * 3


async def test_an_edited_value_goes_as_it_was_edited(
    store: SqlStore, portal: Written, one: Suggestion
) -> None:
    await decide(store, one.key, State.PROPOSED)
    await decide(store, one.key, State.EDITED, "Une autre phrase.")
    assert fates(await sent(store, portal)) == [Fate.SENT]
    assert portal.said("d0", "short_description") == "Une autre phrase."
    [mark] = json.loads(portal.kept("d0", EXTRA))
    assert (mark["decision"], mark["value"]) == ("edited", "Une autre phrase.")


async def test_a_dry_run_tells_before_and_after_and_writes_nothing(
    store: SqlStore, portal: Written, one: Suggestion
) -> None:
    [told] = await sent(store, portal, key=None, dry=True)
    assert (told.fate, told.former or None, told.value) == (Fate.READY, None, SHORT)
    assert all(each.line.startswith("GET ") for each in portal.server.received)
    assert await store.sending_counts() == {}
    assert (await store.suggestion(one.key)).state is State.ACCEPTED


@pytest.mark.usefixtures("one")
async def test_what_was_sent_is_sent_once(store: SqlStore, portal: Written) -> None:
    await sent(store, portal)
    asked = len(portal.server.received)
    assert await sent(store, portal) == []
    # What answers there was found, and nothing else was asked.
    assert len(portal.server.received) - asked <= 2
    assert await store.sending_counts() == {(portal.address, SendingState.SENT): 1}


async def test_what_somebody_wrote_meanwhile_is_not_overwritten(
    store: SqlStore, portal: Written, one: Suggestion
) -> None:
    portal.say("d0", "short_description", "Écrit par le producteur.")
    [dry] = await sent(store, portal, dry=True)
    assert (dry.fate, dry.former) == (Fate.CHANGED, "Écrit par le producteur.")
    assert (await store.suggestion(one.key)).state is State.ACCEPTED
    [told] = await sent(store, portal)
    assert told.fate is Fate.CHANGED
    assert portal.said("d0", "short_description") == "Écrit par le producteur."
    assert portal.writings == []
    back = await store.suggestion(one.key)
    assert back.state is State.PROPOSED
    assert back.reason is not None
    assert back.reason.code == "changed-at-portal"
    assert (await store.dataset("d0")).short_description == "Écrit par le producteur."
    # Whoever decides again has seen it.
    await decide(store, one.key, State.ACCEPTED)
    assert fates(await sent(store, portal)) == [Fate.SENT]
    assert portal.said("d0", "short_description") == SHORT


@pytest.mark.usefixtures("one")
async def test_a_change_that_an_import_brought_in_is_not_overwritten_either(
    store: SqlStore, portal: Written
) -> None:
    portal.say("d0", "short_description", "Écrit par le producteur.")
    await bring_in(store, portal, "d0")
    assert fates(await sent(store, portal)) == [Fate.CHANGED]
    assert portal.said("d0", "short_description") == "Écrit par le producteur."


async def test_a_source_that_changed_is_proposed_for_again(
    store: SqlStore, portal: Written, one: Suggestion
) -> None:
    portal.say("d0", "description", "Tout autre chose, depuis hier.")
    assert fates(await sent(store, portal)) == [Fate.CHANGED]
    assert portal.said("d0", "short_description") is None
    assert (await store.suggestion(one.key)).state is State.STALE


async def test_what_comes_back_gives_way_to_a_newer_proposal(
    store: SqlStore, portal: Written, one: Suggestion
) -> None:
    asked = Suggestion.requested(
        await store.dataset("d0"),
        field="short_description",
        number=2,
        task_version="2",
        reads=("title",),
        day=DAY,
    )
    newer = asked.following(Event(state=State.PROPOSED, day=DAY, value="Plus récente."))
    await store.add_suggestions([newer])
    portal.say("d0", "short_description", "Écrit par le producteur.")
    assert fates(await sent(store, portal)) == [Fate.CHANGED]
    assert (await store.suggestion(one.key)).state is State.STALE
    assert (await store.suggestion(newer.key)).state is State.PROPOSED


async def test_what_was_sent_itself_is_no_change(store: SqlStore, portal: Written) -> None:
    portal.publish("d0")
    await bring_in(store, portal, "d0")
    await retain(store, "d0", "keywords")
    short = await retain(store, "d0")
    assert fates(await sent(store, portal, SendingChoice(("keywords",)))) == [Fate.SENT]
    # The short description was made from keywords that the portal no longer says alone.
    assert fates(await sent(store, portal)) == [Fate.SENT]
    await decide(store, short.key, State.PROPOSED)
    await decide(store, short.key, State.EDITED, "Encore autre chose.")
    assert fates(await sent(store, portal)) == [Fate.SENT]
    assert portal.said("d0", "short_description") == "Encore autre chose."
    assert portal.said("d0", "keywords") == SAID["keywords"]


async def test_keywords_that_changed_come_back(store: SqlStore, portal: Written) -> None:
    portal.publish("d0")
    await bring_in(store, portal, "d0")
    await retain(store, "d0", "keywords")
    portal.say("d0", "keywords", ["eau", "autre"])
    assert fates(await sent(store, portal)) == [Fate.CHANGED]
    assert portal.said("d0", "keywords") == {"eau", "autre"}


@pytest.mark.usefixtures("one")
async def test_what_the_portal_says_already_is_not_written(
    store: SqlStore, portal: Written
) -> None:
    portal.say("d0", "short_description", f" {SHORT}\r\n")
    assert fates(await sent(store, portal)) == [Fate.ALREADY]
    assert portal.writings == []


@pytest.mark.usefixtures("one")
async def test_a_dataset_that_is_gone_is_told(store: SqlStore, portal: Written) -> None:
    del portal.records["d0"]
    [told] = await sent(store, portal)
    assert told.fate is Fate.ABSENT
    assert told.error is not None
    assert told.error.code == "not-at-portal"


async def test_a_field_that_the_portal_has_no_place_for(store: SqlStore, portal: Written) -> None:
    portal.publish("d0")
    await bring_in(store, portal, "d0")
    await retain(store, "d0", "theme")
    expected = Fate.SENT if "theme" in portal.fields else Fate.UNPLACED
    assert fates(await sent(store, portal)) == [expected]


@pytest.mark.usefixtures("one")
async def test_a_field_that_the_portal_ignores_is_not_counted_as_sent(
    store: SqlStore, portal: Written
) -> None:
    portal.ignored = {"description_short"}
    [told] = await sent(store, portal)
    assert told.fate is Fate.IGNORED
    assert told.error is not None
    assert told.error.code == "ignored-by-portal"
    assert len(portal.writings) == 1
    assert await store.sending_counts() == {}
    portal.ignored = set()
    assert fates(await sent(store, portal)) == [Fate.SENT]


@pytest.mark.usefixtures("one")
async def test_what_the_portal_makes_otherwise_is_told_and_can_be_reverted(
    store: SqlStore, portal: Written
) -> None:
    server = portal.server
    respond = portal.respond

    def shortening(received: faults.Received) -> faults.Behaviour:
        told = respond(received)
        if portal.is_writing(received):
            portal.say("d0", "short_description", "La qualité")
            if (found := portal.records["d0"].get("extras")) and isinstance(found, list):
                # Of the two extras that this made, the last counts.
                portal.records["d0"]["extras"] = list(
                    {each["key"]: each for each in found}.values()
                )
        return told

    server.respond = shortening
    [told] = await sent(store, portal)
    assert told.fate is Fate.ALTERED
    assert await states(store) == [SendingState.ALTERED]
    server.respond = respond
    assert fates(await reverted(store, portal)) == [Fate.REVERTED]
    assert portal.said("d0", "short_description") is None


async def test_a_key_that_is_refused_ends_the_sending(store: SqlStore) -> None:
    async with served(UdataWritten) as portal:
        portal.publish("d0", "d1")
        await bring_in(store, portal, "d0", "d1")
        await retain(store, "d0")
        await retain(store, "d1")
        with pytest.raises(SendingKeyRefused):
            await sent(store, portal, key="another")
        assert portal.writings == []
        portal.faults = [(False, answer({"message": "Inactive user"}, 401))]
        with pytest.raises(SendingKeyRefused):
            await sent(store, portal)
        assert len(portal.writings) == 1
        assert await store.sending_counts() == {}


async def test_a_dataset_that_the_key_may_not_change_leaves_the_others(
    store: SqlStore, portal: Written
) -> None:
    portal.publish("d0", "d1")
    await bring_in(store, portal, "d0", "d1")
    await retain(store, "d0")
    await retain(store, "d1")
    portal.forbidden = {"d0"}
    told = await sent(store, portal)
    assert fates(told) == [Fate.REFUSED, Fate.SENT]
    assert told[0].error is not None
    assert told[0].error.code == "sending-forbidden"
    assert portal.said("d0", "short_description") is None
    portal.forbidden = set()
    assert fates(await sent(store, portal)) == [Fate.SENT]


@pytest.mark.usefixtures("one")
async def test_a_value_that_the_portal_refuses_leaves_the_others_of_its_dataset(
    store: SqlStore, portal: Written
) -> None:
    field, value = portal.wrong_value
    await retain(store, "d0", field, value)
    told = {each.field: each for each in await sent(store, portal)}
    assert told["short_description"].fate is Fate.SENT
    assert told[field].fate is Fate.REFUSED
    error = told[field].error
    assert error is not None
    assert error.params["status"] == portal.invalid
    assert "tags" in str(error.params["said"])
    assert portal.said("d0", field) == BEFORE[field]


@pytest.mark.usefixtures("one")
async def test_a_conflict_that_wrote_nothing_is_told(store: SqlStore, portal: Written) -> None:
    portal.faults = [(False, answer({"message": "Conflict"}, 409))]
    assert fates(await sent(store, portal)) == [Fate.REFUSED]
    assert fates(await sent(store, portal)) == [Fate.SENT]


async def test_a_conflict_with_somebody_who_wrote_first_comes_back(
    store: SqlStore, portal: Written, one: Suggestion
) -> None:
    portal.faults = [(False, answer({"message": "Conflict"}, 409))]
    portal.meanwhile = lambda: portal.say("d0", "short_description", "Écrit à l’instant.")
    assert fates(await sent(store, portal)) == [Fate.CHANGED]
    assert portal.said("d0", "short_description") == "Écrit à l’instant."
    assert (await store.suggestion(one.key)).state is State.PROPOSED
    assert await store.sending_counts() == {}


@pytest.mark.usefixtures("one")
async def test_a_portal_that_asks_to_wait_is_waited_for(store: SqlStore, portal: Written) -> None:
    portal.faults = [(False, answer("", 429, {"Retry-After": "0"}))]
    assert fates(await sent(store, portal)) == [Fate.SENT]
    assert len(portal.writings) == 2


@pytest.mark.usefixtures("one")
async def test_a_portal_that_asks_to_wait_long_is_left_alone(
    store: SqlStore, portal: Written
) -> None:
    portal.faults = [(False, answer("", 429, {"Retry-After": "3600"}))]
    with pytest.raises(SendingBusy) as told:
        await sent(store, portal)
    assert told.value.params["seconds"] == 3600
    assert len(portal.writings) == 1
    assert fates(await sent(store, portal)) == [Fate.SENT]


@pytest.mark.parametrize("status", [500, 502, 503])
@pytest.mark.usefixtures("one")
async def test_an_error_after_the_write_is_not_taken_for_a_failure(
    store: SqlStore, portal: Written, status: int
) -> None:
    portal.faults = [(True, answer("", status))]
    assert fates(await sent(store, portal)) == [Fate.SENT]
    assert len(portal.writings) == 1


@pytest.mark.usefixtures("one")
async def test_an_error_before_the_write_is_tried_again(store: SqlStore, portal: Written) -> None:
    portal.faults = [(False, answer("", 502))]
    assert fates(await sent(store, portal)) == [Fate.SENT]
    assert len(portal.writings) == 2


@pytest.mark.parametrize("lost", [faults.close, faults.cut, faults.hang, faults.garbage])
@pytest.mark.usefixtures("one")
async def test_an_answer_that_is_lost_after_the_write_is_not_written_twice(
    store: SqlStore, portal: Written, lost: faults.Behaviour
) -> None:
    portal.faults = [(True, lost)]
    assert fates(await sent(store, portal)) == [Fate.SENT]
    assert len(portal.writings) == 1
    assert portal.said("d0", "short_description") == SHORT


@pytest.mark.usefixtures("one")
async def test_a_connection_that_is_lost_before_the_write_is_tried_again(
    store: SqlStore, portal: Written
) -> None:
    portal.faults = [(False, faults.close)]
    assert fates(await sent(store, portal)) == [Fate.SENT]
    assert len(portal.writings) == 2


@pytest.mark.usefixtures("one")
async def test_a_portal_that_fails_is_told_and_the_next_sending_goes_on(
    store: SqlStore, portal: Written
) -> None:
    portal.faults = [(False, answer("", 500))] * 3
    [told] = await sent(store, portal)
    assert told.fate is Fate.FAILED
    assert told.error is not None
    assert told.error.code == "sending-failed"
    assert await states(store) == [SendingState.UNDERWAY]
    assert fates(await sent(store, portal)) == [Fate.SENT]
    assert await states(store) == [SendingState.SENT]


@pytest.mark.usefixtures("one")
async def test_a_redirect_is_not_followed_with_the_key(store: SqlStore, portal: Written) -> None:
    portal.faults = [(False, answer("", 308, {"Location": "http://elsewhere.example/"}))]
    with pytest.raises(EclaireurError) as told:
        await sent(store, portal)
    assert told.value.params["problem"] == "redirect"


@pytest.mark.usefixtures("one")
async def test_a_sending_that_was_killed_after_its_request_finds_that_it_took(
    store: SqlStore, portal: Written
) -> None:
    """It is killed before it writes down what became of the value."""

    async def killed(*_: object) -> None:
        raise KeyboardInterrupt

    settle, store.settle_sendings = store.settle_sendings, killed  # type: ignore[method-assign]
    with pytest.raises(KeyboardInterrupt):
        await sent(store, portal)
    store.settle_sendings = settle  # type: ignore[method-assign]
    assert await states(store) == [SendingState.UNDERWAY]
    assert fates(await sent(store, portal)) == [Fate.SENT]
    assert len(portal.writings) == 1
    assert fates(await reverted(store, portal)) == [Fate.REVERTED]
    assert portal.said("d0", "short_description") is None


async def test_a_portal_that_takes_nothing_is_left_alone(store: SqlStore, portal: Written) -> None:
    identifiers = [f"d{number:02}" for number in range(MOST_IN_A_ROW + 5)]
    portal.publish(*identifiers)
    await bring_in(store, portal, *identifiers)
    for each in identifiers:
        await retain(store, each)
    portal.forbidden = set(identifiers)
    with pytest.raises(SendingStopped):
        await sent(store, portal)
    assert len({each.line for each in portal.writings}) <= MOST_IN_A_ROW


async def test_a_limit_is_kept_to_and_the_next_sending_goes_on(
    store: SqlStore, portal: Written
) -> None:
    identifiers = ["d0", "d1", "d2"]
    portal.publish(*identifiers)
    await bring_in(store, portal, *identifiers)
    for each in identifiers:
        await retain(store, each)
        await retain(store, each, "keywords")
    for expected in (2, 3, 1, 0):
        assert len(await sent(store, portal, SendingChoice(limit=expected or 9))) == expected
    assert [portal.said(each, "short_description") for each in identifiers] == [SHORT] * 3


async def test_one_suggestion_may_be_sent_alone(store: SqlStore, portal: Written) -> None:
    portal.publish("d0", "d1")
    await bring_in(store, portal, "d0", "d1")
    await retain(store, "d0")
    made = await retain(store, "d1")
    told = await sent(store, portal, SendingChoice(suggestions=(made.key,)))
    assert [each.dataset for each in told] == ["d1"]


@pytest.mark.parametrize("portal", [*WRITTEN], indirect=True)
async def test_each_value_goes_back_to_what_it_was(store: SqlStore, portal: Written) -> None:
    portal.publish("d0")
    await bring_in(store, portal, "d0")
    for field in portal.fields:
        await retain(store, "d0", field)
    await sent(store, portal)
    dry = await reverted(store, portal, dry=True)
    assert set(fates(dry)) == {Fate.READY}
    assert portal.said("d0", "short_description") == SHORT
    told = await reverted(store, portal)
    assert set(fates(told)) == {Fate.REVERTED}
    for field in portal.fields:
        assert (portal.said("d0", field) or set()) == (BEFORE[field] or set()), field
    assert portal.kept("d0", EXTRA) is None
    assert await reverted(store, portal) == []
    # The decisions stand, and are not sent again by themselves.
    assert await sent(store, portal) == []


@pytest.mark.usefixtures("one")
async def test_what_somebody_changed_since_is_not_reverted(
    store: SqlStore, portal: Written
) -> None:
    await sent(store, portal)
    portal.records["d0"]["extras"] = [] if portal.invalid == 409 else {}
    portal.say("d0", "short_description", "Écrit par le producteur.")
    [told] = await reverted(store, portal)
    assert told.fate is Fate.NOT_OURS
    assert portal.said("d0", "short_description") == "Écrit par le producteur."
    assert await states(store) == [SendingState.SENT]


async def test_values_sent_one_after_the_other_go_back_in_turn(
    store: SqlStore, portal: Written, one: Suggestion
) -> None:
    await sent(store, portal)
    await decide(store, one.key, State.PROPOSED)
    await decide(store, one.key, State.EDITED, "La seconde.")
    assert fates(await sent(store, portal)) == [Fate.SENT]
    last = SendingChoice(limit=1)
    assert fates(await reverted(store, portal, last)) == [Fate.REVERTED]
    assert portal.said("d0", "short_description") == SHORT
    assert fates(await reverted(store, portal, last)) == [Fate.REVERTED]
    assert portal.said("d0", "short_description") is None


@pytest.mark.usefixtures("one")
async def test_who_sends_is_told_to_the_portal_alone(
    store: SqlStore, portal: Written, tmp_path: Path
) -> None:
    await sent(store, portal)
    header = "x-api-key" if portal.invalid == 400 else "authorization"
    assert all(each.headers[header] == KEY for each in portal.writings)
    assert not any(KEY in each.line for each in portal.server.received)
    written = _bytes_under(tmp_path)
    assert KEY.encode() not in written
    assert PERSON.encode() not in written


@pytest.mark.usefixtures("one")
async def test_a_refusal_that_repeats_the_key_is_told_without_it(
    store: SqlStore, portal: Written
) -> None:
    portal.faults = [(False, answer({"message": f"Wrong: {KEY}"}, 400))]
    [told] = await sent(store, portal)
    assert told.error is not None
    assert "Wrong" in str(told.error.params["said"])
    assert KEY not in str(told.error.params)
    assert KEY not in str(told.error)


@pytest.mark.parametrize("kind", [None, PortalKind.UDATA, PortalKind.CKAN, PortalKind.DCAT])
async def test_nothing_is_sent_to_what_is_no_portal(kind: PortalKind | None) -> None:
    async with fault_server() as server:
        server.play(answer("<html>", 200))
        async with open_egress([Destination.of(server.origin, private=True)]) as egress:
            courier = Courier(egress, server.origin, SecretStr(KEY), QUICK)
            with pytest.raises(NothingCanBeSent):
                await open_recipient(server.origin, kind, courier)
        assert not any("x-api-key" in each.headers for each in server.received)
