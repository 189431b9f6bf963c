"""An HTTP server on loopback that answers as told, faults included, and remembers what it got."""

import asyncio
import json
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from typing import Any, TypeAlias

Behaviour: TypeAlias = Callable[[asyncio.StreamWriter], Awaitable[None]]


@dataclass(frozen=True)
class Received:
    """A request, as it came."""

    line: str
    headers: Mapping[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)


@dataclass
class FaultServer:
    """Plays its behaviours one a request, then answers as told, or plays the last one again."""

    scheme: str
    port: int = 0
    behaviours: list[Behaviour] = field(default_factory=list)
    respond: "Callable[[Received], Behaviour] | None" = None
    received: list[Received] = field(default_factory=list)
    connections: int = 0
    arrivals: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(0))
    """Released once a request."""

    @property
    def origin(self) -> str:
        return f"{self.scheme}://127.0.0.1:{self.port}"

    def play(self, *behaviours: Behaviour) -> None:
        self.behaviours = list(behaviours)

    def _behaviour(self, received: Received) -> Behaviour:
        if self.respond is not None:
            return self.behaviours.pop(0) if self.behaviours else self.respond(received)
        return self.behaviours.pop(0) if len(self.behaviours) > 1 else self.behaviours[0]

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        try:
            while head := await reader.readuntil(b"\r\n\r\n"):
                line, *fields = head.decode("latin-1").strip().split("\r\n")
                pairs = (each.split(": ", 1) for each in fields)
                headers = {name.lower(): value for name, value in pairs}
                body = await reader.readexactly(int(headers.get("content-length", 0)))
                received = Received(line, headers, body)
                self.received.append(received)
                self.arrivals.release()
                await self._behaviour(received)(writer)
                await writer.drain()
                if writer.is_closing():
                    return
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            writer.close()


@asynccontextmanager
async def fault_server(tls: ssl.SSLContext | None = None) -> AsyncIterator[FaultServer]:
    """Run one for a test."""
    server = FaultServer("https" if tls else "http")
    answering: set[asyncio.Task[None]] = set()

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        answering.add(task)
        # A task that ends cancelled is logged as a failure of the server.
        with suppress(asyncio.CancelledError):
            await server.serve(reader, writer)

    listening = await asyncio.start_server(serve, "127.0.0.1", 0, ssl=tls)
    server.port = listening.sockets[0].getsockname()[1]
    try:
        yield server
    finally:
        listening.close()
        for task in answering:
            task.cancel()
        await asyncio.gather(*answering)


def answer(
    body: bytes | str | object, status: int = 200, headers: Mapping[str, str] | None = None
) -> Behaviour:
    """Answer a whole response; what is neither bytes nor text is written in JSON."""
    if not isinstance(body, bytes | str):
        body = json.dumps(body)
    sent = body.encode() if isinstance(body, str) else body
    lines = [f"HTTP/1.1 {status} X", f"content-length: {len(sent)}"]
    lines += [f"{name}: {value}" for name, value in (headers or {}).items()]

    async def behave(writer: asyncio.StreamWriter) -> None:
        writer.write("\r\n".join([*lines, "", ""]).encode() + sent)

    return behave


def chat(
    text: str | None,
    *,
    finish_reason: str = "stop",
    usage: Mapping[str, Any] | None = None,
    refusal: str | None = None,
) -> Behaviour:
    """Answer a chat completion."""
    message = {"role": "assistant", "content": text, "refusal": refusal}
    choice = {"index": 0, "message": message, "finish_reason": finish_reason}
    return answer(
        {"object": "chat.completion", "model": "the-real-name", "choices": [choice]}
        | ({"usage": usage} if usage is not None else {})
    )


def served(*models: Mapping[str, Any]) -> Behaviour:
    """Answer a list of models."""
    return answer({"object": "list", "data": list(models)})


async def hang(_writer: asyncio.StreamWriter) -> None:
    """Take the request, and say nothing."""
    await asyncio.Event().wait()


async def hang_in_the_body(writer: asyncio.StreamWriter) -> None:
    """Begin an answer, and never end it."""
    writer.write(b'HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{"choices": [')
    await writer.drain()
    await asyncio.Event().wait()


async def trickle(writer: asyncio.StreamWriter) -> None:
    """Answer a byte at a time, so that no single read ever takes long."""
    writer.write(b"HTTP/1.1 200 OK\r\ncontent-length: 100000\r\n\r\n")
    while True:
        writer.write(b" ")
        await writer.drain()
        await asyncio.sleep(0.01)


async def cut(writer: asyncio.StreamWriter) -> None:
    """Begin an answer, and close."""
    writer.write(b'HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{"choices": [')
    await writer.drain()
    writer.close()


async def close(writer: asyncio.StreamWriter) -> None:
    """Take the request, and close."""
    writer.close()


async def garbage(writer: asyncio.StreamWriter) -> None:
    """Answer something that is not HTTP."""
    writer.write(b"SSH-2.0-OpenSSH_9.2\r\n")
    await writer.drain()
    writer.close()


async def endless(writer: asyncio.StreamWriter) -> None:
    """Answer ten megabytes, in chunks, without a length."""
    writer.write(b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n")
    chunk = b"x" * 100_000
    for _ in range(100):
        writer.write(b"%x\r\n%s\r\n" % (len(chunk), chunk))
        await writer.drain()
    writer.write(b"0\r\n\r\n")
