"""Clients that are slow, that never end, or that leave: the others are answered all the same.

Shown on the real server for what it does at once, and on the same connections with shorter bounds
for what it does in the end.
"""

import asyncio
import json
import re
import socket
from collections.abc import AsyncIterator, Collection, Iterator
from contextlib import ExitStack, asynccontextmanager, contextmanager, suppress
from pathlib import Path
from typing import TypeAlias

import httpx
import pytest
import uvicorn
from empty_stores import empty_data
from served import Server

from eclaireur import Dataset, Settings, open_assistant
from eclaireur.web.app import create_app
from eclaireur.web.connections import Connection
from eclaireur.web.connections import Server as Serving

HOST = b"Host: 127.0.0.1\r\n"
HEAD = b"GET /api/v1/datasets HTTP/1.1\r\n" + HOST
WHOLE = HEAD + b"Connection: close\r\n\r\n"
UPLOAD = (
    b"POST /api/v1/masks HTTP/1.1\r\n" + HOST + b"Content-Type: application/json\r\n"
    b"Content-Length: 100000\r\n\r\n"
)
EXPORT = b"GET /api/v1/export?format=jsonl HTTP/1.1\r\n" + HOST + b"\r\n"
MANY = 300
SECONDS = 30
LONG = 24
"""Datasets of half a megabyte."""

Reader: TypeAlias = asyncio.StreamReader


@contextmanager
def connected(port: int, sent: bytes = b"") -> Iterator[socket.socket]:
    with socket.create_connection(("127.0.0.1", port), timeout=SECONDS) as client:
        client.sendall(sent)
        yield client


def whole(client: socket.socket) -> str:
    """What the server says until it closes."""
    pieces = []
    while piece := client.recv(2**16):
        pieces.append(piece)
    return b"".join(pieces).decode()


def is_answered(server: Server) -> bool:
    with connected(server.port, WHOLE) as client:
        return whole(client).startswith("HTTP/1.1 200")


@pytest.mark.parametrize("begun", [b"", HEAD, HEAD + b"X-Slow: a", UPLOAD + b'{"text": "'])
def test_others_are_answered_while_many_do_not_end_what_they_began(
    server: Server, begun: bytes
) -> None:
    with ExitStack() as clients:
        slow = [clients.enter_context(connected(server.port, begun)) for _ in range(MANY)]
        assert is_answered(server)
        for each in slow:
            each.sendall(b"a")
        assert is_answered(server)


def test_headers_without_end_are_refused_in_words(server: Server) -> None:
    with connected(server.port, HEAD + b"X-Long: " + b"a" * Connection.most_unread) as client:
        told = whole(client)
    assert told.startswith("HTTP/1.1 431")
    assert "trop longs" in told


@pytest.mark.parametrize(
    "nonsense", [b"\x16\x03\x01\x02\x00\n\n", b"GET / HTTP/9.9\r\n\r\n", b"\0" * 100]
)
def test_what_is_not_http_is_refused_in_words(server: Server, nonsense: bytes) -> None:
    with connected(server.port, nonsense) as client:
        told = whole(client)
    assert told.startswith("HTTP/1.1 400")
    assert "illisible" in told


def test_who_leaves_in_the_middle_is_no_fault_of_the_server(server: Server) -> None:
    form = UPLOAD.replace(b"/api/v1/masks", b"/drafts/open").replace(
        b"application/json", b"multipart/form-data; boundary=x"
    )
    for begun in (UPLOAD + b'{"text": "', form + b"--x\r\n", EXPORT):
        for _ in range(5):
            with connected(server.port, begun):
                pass
    assert is_answered(server)
    assert "Traceback" not in server.log
    assert not re.search(r" 5\d\d \d+ ms", server.log)


class Quick(Connection):
    most = 20
    request_seconds = 0.3
    answer_seconds = 0.5


@asynccontextmanager
async def serving(
    data: Path, connection: type[Connection] = Quick, datasets: int = 0
) -> AsyncIterator[tuple[int, Collection[object]]]:
    """A server in this process: its port, and the connections that it has."""
    async with open_assistant(Settings(data=empty_data(data / "data"))) as assistant:
        await assistant.put_datasets(
            Dataset(identifier=str(number), title="Un titre", description="é" * 250_000)
            for number in range(datasets)
        )
        with socket.create_server(("127.0.0.1", 0)) as listener:
            config = uvicorn.Config(
                create_app(assistant),
                http=connection,
                ws="none",
                lifespan="off",
                log_config=None,
                timeout_graceful_shutdown=1,
            )
            server = Serving(config)
            task = asyncio.create_task(server.serve([listener]))
            try:
                yield listener.getsockname()[1], server.server_state.connections
            finally:
                server.should_exit = True
                await task


@asynccontextmanager
async def opened(port: int, sent: bytes, times: int = 1) -> AsyncIterator[list[Reader]]:
    """Connections that each sent the same."""
    streams = [await asyncio.open_connection("127.0.0.1", port, limit=2**12) for _ in range(times)]
    for _, writer in streams:
        writer.write(sent)
    try:
        yield [reader for reader, _ in streams]
    finally:
        for _, writer in streams:
            writer.close()
            with suppress(ConnectionError):
                await writer.wait_closed()


async def to_the_end(reader: Reader) -> str:
    async with asyncio.timeout(SECONDS):
        try:
            return (await reader.read()).decode(errors="replace")
        except ConnectionError:
            return ""


async def answer(port: int, sent: bytes) -> str:
    async with opened(port, sent) as [reader]:
        return await to_the_end(reader)


@pytest.mark.parametrize(
    ("sent", "statuses"), [(b"", []), (HEAD, ["408"]), (HEAD + b"\r\n" + HEAD, ["200", "408"])]
)
async def test_a_request_that_does_not_come_is_given_up(
    tmp_path: Path, sent: bytes, statuses: list[str]
) -> None:
    async with serving(tmp_path) as (port, _):
        answered = await answer(port, sent)
    assert re.findall(r"HTTP/1.1 (\d+)", answered) == statuses
    assert ("pris trop de temps" in answered) == ("408" in statuses)


async def test_who_asks_at_once_takes_the_place_of_who_waits_longest(tmp_path: Path) -> None:
    class Patient(Quick):
        request_seconds = 600.0

    async with serving(tmp_path, Patient) as (port, _), opened(port, HEAD, 2 * Quick.most) as slow:
        assert (await answer(port, WHOLE)).startswith("HTTP/1.1 200")
        assert [await to_the_end(each) for each in slow[: Quick.most]] == [""] * Quick.most


async def test_an_answer_that_nobody_reads_is_given_up(tmp_path: Path) -> None:
    async with (
        serving(tmp_path, datasets=LONG) as (port, connections),
        opened(port, EXPORT, 4) as unread,
    ):
        assert (await answer(port, WHOLE)).startswith("HTTP/1.1 200")
        async with asyncio.timeout(SECONDS):
            while connections:  # noqa: ASYNC110 - it is uvicorn's
                await asyncio.sleep(0.05)
        ends = [await to_the_end(each) for each in unread]
    assert not any(each.endswith("0\r\n\r\n") for each in ends)


async def test_an_answer_read_slowly_is_read_whole(tmp_path: Path) -> None:
    async with (
        serving(tmp_path, datasets=LONG) as (port, _),
        httpx.AsyncClient(timeout=SECONDS) as client,
    ):
        url = f"http://127.0.0.1:{port}/api/v1/export?format=jsonl"
        async with client.stream("GET", url) as answer:
            read = ""
            async for piece in answer.aiter_text():
                await asyncio.sleep(0.01)
                read += piece
    assert [json.loads(line)["title"] for line in read.splitlines()] == ["Un titre"] * LONG
