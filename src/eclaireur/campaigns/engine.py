"""Batches as durable workflows: written down, shared by workers, each done by one at a time.

What is left to do is read from the store, where each record tells what answered for it. A
workflow says only that somebody is to look at a batch, and who does: its arguments are the key of
the campaign and the number of the batch. Doing a batch twice changes nothing.
"""

import asyncio
import logging
import secrets
import threading
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from typing import Protocol

from dbos import DBOS, DBOSClient, DBOSConfig, DBOSPortableJSONSerializer, EnqueueOptions
from sqlalchemy import Engine as SqlEngine

from eclaireur.campaigns.nobody import SCHEMA, seal
from eclaireur.campaigns.place import Place, Presence
from eclaireur.core.campaign import Campaign, CampaignState
from eclaireur.core.errors import StoreUnavailable
from eclaireur.core.turns import Turns

APPLICATION = "eclaireur"

VERSION = "1"
"""Of what a workflow is. A version of Éclaireur goes on with the work of those that share it."""

LOOK_S = 0.5
"""Seconds between two looks at how far the work is, and at who is still there."""

TELLING_SHARE = 20
"""How many times longer than it takes to tell how far the work is, it is not told again."""

POLLING_S = 0.1
"""Seconds between two looks for a batch, of a worker that has room for one."""

AHEAD = 3
"""Batches that a worker has under way: the last records of one, those of the next, and one more
that is there when they have all begun."""

PATIENCE_S = 60.0
"""Seconds for which a database that does not answer is waited for."""

LEAVE_S = 90
"""Seconds for what is under way to end, once a worker is asked to leave."""

BEGUN = ("ENQUEUED", "PENDING")

INTERRUPTED = "interrupted"
"""What a batch answers whose worker was asked to leave."""

logger = logging.getLogger(__name__)


class Work(Protocol):
    """What the engine needs of the assistant."""

    async def one(self, key: str | None = None) -> Campaign: ...

    async def pending_batches(self, key: str) -> tuple[int, ...]: ...

    async def propose(self, key: str, batch: int, leaving: Callable[[], bool]) -> str | None: ...


@dataclass(frozen=True)
class Outcome:
    """How a worker's turn ended."""

    is_finished: bool
    """Whether every record of the campaign has been tried."""
    stopped: str | None = None
    """What keeps the others from it: the code of a reason, a state of the campaign,
    `interrupted`, or `stuck` where they were looked at in vain."""


@dataclass
class _Serving:
    """What the one workflow of this process calls."""

    loop: asyncio.AbstractEventLoop
    work: Work
    leaving: threading.Event
    under_way: int = 0
    """Batches that are being done."""


_serving: _Serving | None = None
"""DBOS knows functions by their names, so what they use is here."""


@DBOS.step(
    name="propose",
    retries_allowed=True,
    max_attempts=6,
    should_retry=lambda error: isinstance(error, StoreUnavailable),
)
def _propose(campaign: str, number: int) -> str | None:
    serving = _serving
    if serving is None or serving.leaving.is_set():
        return INTERRUPTED
    return asyncio.run_coroutine_threadsafe(_done(serving, campaign, number), serving.loop).result()


async def _done(serving: _Serving, campaign: str, number: int) -> str | None:
    serving.under_way += 1
    try:
        return await serving.work.propose(campaign, number, serving.leaving.is_set)
    finally:
        serving.under_way -= 1


async def _ended(serving: _Serving) -> None:
    while serving.under_way:  # noqa: ASYNC110 - it changes a few times a second
        await asyncio.sleep(LOOK_S / 10)


class BatchFailed(Exception):
    """A batch ended otherwise than it should; what it was about is not repeated."""


@DBOS.workflow(name="propose-batch")
def _propose_batch(campaign: str, number: int) -> str | None:
    try:
        return _propose(campaign, number)
    except Exception as error:
        # Its message may quote a record, and DBOS keeps it.
        logger.exception("batch %d of campaign %s", number, campaign)
        raise BatchFailed(type(error).__name__) from None


class Engine:
    """One worker: it shares the batches of a campaign with the others that are there."""

    def __init__(
        self,
        *,
        client: DBOSClient,
        sql: SqlEngine,
        presence: Presence,
        campaign: Campaign,
        work: Work,
        turns: Turns | None,
        worker: str,
        leaving: threading.Event,
    ) -> None:
        self._client = client
        self._sql = sql
        self._presence = presence
        self._campaign = campaign
        self._work = work
        self._turns = turns
        self._worker = worker
        self._leaving = leaving

    def leave(self) -> None:
        """Begin nothing more, and end once what is under way has."""
        self._leaving.set()

    async def finish(self, tell: Callable[[], Awaitable[None]]) -> Outcome:
        """Write down what is left to do, and work with whoever is there until it is done.

        Args:
            tell: called once in a while.

        Raises:
            StoreUnavailable: the database does not answer.
        """
        key = self._campaign.key
        before: tuple[int, ...] | None = None
        while True:
            pending = await self._work.pending_batches(key)
            if not pending:
                await asyncio.to_thread(self._forget)
                return Outcome(is_finished=True)
            state = (await self._work.one(key)).state
            if state is not CampaignState.RUNNING:
                return Outcome(is_finished=False, stopped=state)
            if self._leaving.is_set():
                return Outcome(is_finished=False, stopped=INTERRUPTED)
            round_ids = await asyncio.to_thread(self._write_down, pending)
            await self._until_looked_at(tell)
            if self._leaving.is_set():
                return Outcome(is_finished=False, stopped=INTERRUPTED)
            stopped = await asyncio.to_thread(self._stopped, round_ids)
            if stopped is not None:
                return Outcome(is_finished=False, stopped=stopped)
            left = await self._work.pending_batches(key)
            if left and left == before:
                return Outcome(is_finished=False, stopped="stuck")
            before = left

    async def _until_looked_at(self, tell: Callable[[], Awaitable[None]]) -> None:
        """Work until every batch was looked at, or until asked to leave."""
        next_telling, last_seen = 0.0, time.monotonic()
        while await asyncio.to_thread(self._is_under_way):
            try:
                await self._share_turns(await asyncio.to_thread(self._take_over))
                if time.monotonic() >= next_telling:
                    began = time.monotonic()
                    await tell()
                    # Counting tens of thousands of records takes its share of a processor.
                    next_telling = began + TELLING_SHARE * (time.monotonic() - began)
            except StoreUnavailable:
                # A database that is started again is soon there.
                if time.monotonic() - last_seen > PATIENCE_S:
                    raise
            else:
                last_seen = time.monotonic()
            if self._leaving.is_set():
                return
            await asyncio.sleep(LOOK_S)

    def _write_down(self, pending: Iterable[int]) -> list[str]:
        """Enqueue the batches that nobody is to look at yet; return the last of each.

        A batch is looked at again under another number. Whoever writes the same down at the same
        time gives it the same one, so it is done once.
        """
        rounds: dict[int, int] = {}
        begun: set[int] = set()
        for identifier, status in self._written().items():
            number, last_turn = map(int, identifier.split(":")[1:])
            rounds[number] = max(last_turn, rounds.get(number, 0))
            if status in BEGUN:
                begun.add(number)
        last = []
        with self._sql.begin() as transaction:
            for batch in pending:
                turn = rounds.get(batch, 0)
                if batch not in begun:
                    turn += 1
                    options: EnqueueOptions = {
                        "workflow_name": "propose-batch",
                        "queue_name": queue_of(self._campaign.key),
                        "workflow_id": f"{self._campaign.key}:{batch}:{turn}",
                        "app_version": VERSION,
                        "priority": batch + 1,
                    }
                    self._client.enqueue_in_transaction(
                        transaction, options, self._campaign.key, batch
                    )
                last.append(f"{self._campaign.key}:{batch}:{turn}")
        return last

    def _written(self) -> Mapping[str, str]:
        found = self._client.list_workflows(
            workflow_id_prefix=f"{self._campaign.key}:", load_input=False, load_output=False
        )
        return {each.workflow_id: each.status for each in found}

    def _is_under_way(self) -> bool:
        return bool(
            self._client.list_workflows(
                queue_name=queue_of(self._campaign.key),
                status=list(BEGUN),
                limit=1,
                load_input=False,
                load_output=False,
            )
        )

    def _stopped(self, identifiers: list[str]) -> str | None:
        """What stopped one of the batches, other than a worker that left."""
        found = self._client.list_workflows(
            workflow_id_prefix=f"{self._campaign.key}:", status="SUCCESS", load_input=False
        )
        told = {each.output for each in found if each.workflow_id in set(identifiers)}
        return next((str(each) for each in told if each and each != INTERRUPTED), None)

    async def _share_turns(self, busy: set[str]) -> None:
        """Have a fair part of the turns to ask the model, and none where others alone have work.

        A lock for each keeps all workers together from having more than there are.
        """
        turns = self._turns
        if turns is None:
            return
        part = -(-turns.concurrency // max(1, len(busy)))
        if busy and self._worker not in busy:
            part = 0
        if turns.part > part:
            await turns.narrow(turns.part - part)
        held = await asyncio.to_thread(self._presence.hold_turns, part, turns.concurrency)
        if held >= turns.part:
            turns.widen(held - turns.part)
        else:
            # A database that is started again forgot them.
            await turns.narrow(turns.part - held)

    def _take_over(self) -> set[str]:
        """Let others do the batches of those who are no longer there; return who has some."""
        self._presence.hold(self._worker)
        busy = self._busy()
        for worker in busy - {self._worker}:
            # Its lock is held meanwhile, and what it does is read again: nobody lets a batch be
            # done again that somebody else took over and has begun.
            with self._presence.absent(worker) as is_absent:
                if is_absent:
                    left = self._pending(worker)
                    if left:
                        self._client.resume_workflows(left, queue_name=queue_of(self._campaign.key))
        return busy

    def _busy(self) -> set[str]:
        found = self._client.list_workflows(
            queue_name=queue_of(self._campaign.key),
            status="PENDING",
            load_input=False,
            load_output=False,
        )
        return {each.executor_id for each in found if each.executor_id}

    def _pending(self, worker: str) -> list[str]:
        found = self._client.list_workflows(
            queue_name=queue_of(self._campaign.key),
            status="PENDING",
            executor_id=worker,
            load_input=False,
            load_output=False,
        )
        return [each.workflow_id for each in found]

    def _forget(self) -> None:
        """Leave nothing of a campaign that is finished: the store tells all that is worth it."""
        done = [each for each, status in self._written().items() if status not in BEGUN]
        if done:
            self._client.delete_workflows(done)


def queue_of(campaign: str) -> str:
    """The queue of a campaign's batches: who works on one leaves the others alone."""
    return f"campaign-{campaign}"


@asynccontextmanager
async def open_engine(
    place: Place, campaign: Campaign, work: Work, turns: Turns | None
) -> AsyncIterator[Engine]:
    """Take part in a campaign. There is one at a time in a process.

    Args:
        place: where the work is written down.
        campaign: which.
        work: what is done.
        turns: those of this process to ask the model; None where none is asked. All workers share
            what the model takes at once: this one has its part of them meanwhile.

    Raises:
        StoreUnavailable: the database does not answer.
    """
    global _serving  # noqa: PLW0603
    worker = secrets.token_hex(8)
    leaving = threading.Event()
    presence = place.presence(campaign.key)
    sql = place.engine()
    _serving = _Serving(asyncio.get_running_loop(), work, leaving)
    try:
        if turns is not None:
            await turns.narrow(turns.part)
        await asyncio.to_thread(presence.hold, worker)
        await asyncio.to_thread(_launch, sql, worker, campaign.key)
        client = DBOSClient(
            system_database_engine=sql,
            dbos_system_schema=SCHEMA,
            serializer=DBOSPortableJSONSerializer(),
            application_name=APPLICATION,
            lazy=True,
        )
        yield Engine(
            client=client,
            sql=sql,
            presence=presence,
            campaign=campaign,
            work=work,
            turns=turns,
            worker=worker,
            leaving=leaving,
        )
    finally:
        leaving.set()
        with suppress(TimeoutError):
            await asyncio.wait_for(_ended(_serving), LEAVE_S)
        await asyncio.to_thread(DBOS.destroy)
        presence.leave()
        sql.dispose()
        if turns is not None:
            turns.widen(turns.concurrency - turns.part)
        _serving = None


def _launch(sql: SqlEngine, worker: str, campaign: str) -> None:
    _quiet()
    config: DBOSConfig = {
        "name": APPLICATION,
        "system_database_engine": sql,
        "dbos_system_schema": SCHEMA,
        "application_version": VERSION,
        "executor_id": worker,
        "serializer": DBOSPortableJSONSerializer(),
        "use_listen_notify": False,
        "enable_otlp": False,
        "log_level": "ERROR",
        "scheduler_polling_interval_sec": 3600.0,
        "notification_listener_polling_interval_sec": 0.5,
    }
    DBOS(config=config)
    DBOS.listen_queues([queue_of(campaign)])
    DBOS.launch()
    seal(sql)
    DBOS.register_queue(
        queue_of(campaign),
        worker_concurrency=AHEAD,
        polling_interval_sec=POLLING_S,
        on_conflict="always_update",
    )


def _quiet() -> None:
    """Let what DBOS logs go where everything else does."""
    log = logging.getLogger("dbos")
    if not log.handlers:
        log.addHandler(logging.NullHandler())
    log.propagate = True
