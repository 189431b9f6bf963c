"""Connections, which clients may be slow to use, may leave in the middle of, or may never use.

uvicorn bounds how long a connection may rest between two requests, and nothing else: one whose
request never ends, or whose answer is never read, stays for ever.
"""

import asyncio
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import uvicorn
from uvicorn.protocols.http.httptools_impl import STATUS_LINE, HttpToolsProtocol

from eclaireur.messages import DEFAULT_LOCALE, messages

if sys.platform != "win32":
    import resource

FILES_BESIDE = 200
"""Files that the process has open beside its connections: databases, indexes, models' servers."""


class Connection(HttpToolsProtocol):
    """HTTP over one connection, within bounds of time and of room.

    How long a body takes to arrive, and how large it is, is for `security.BodyMiddleware`.
    """

    most = 1_500
    """Connections at once. One more, and that which has waited the longest for a request closes:
    whoever sends a whole request at once never waits for those who do not."""

    request_seconds = 10.0
    """Time between the opening, or the last answer, and the end of a request's headers."""

    answer_seconds = 60.0
    """Time that what waits to be read may be read by none: less than a kilobyte a second."""

    most_unread = 2**16
    """Bytes that lead to the end of no headers and to no body: of headers without end."""

    _deadline: asyncio.TimerHandle | None = None
    _unread_deadline: asyncio.TimerHandle | None = None
    _unread = 0
    _is_begun = False
    waiting_since = 0.0
    """The time of the loop."""

    @property
    def is_waiting(self) -> bool:
        """Whether a request is yet to come, whole to the end of its headers."""
        return self._deadline is not None and not self.transport.is_closing()

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self._wait_for_request()
        if len(self.connections) > self.most:
            theirs = (each for each in self.connections if isinstance(each, Connection))
            waiting = (each for each in theirs if each.is_waiting)
            min(waiting, key=lambda each: each.waiting_since).transport.abort()

    def connection_lost(self, exc: Exception | None) -> None:
        self._stop_waiting()
        if self._unread_deadline is not None:
            self._unread_deadline.cancel()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        self._unread += len(data)
        super().data_received(data)
        if self._unread > self.most_unread and not self.transport.is_closing():
            self._refuse(431)

    def on_message_begin(self) -> None:
        self._is_begun = True
        super().on_message_begin()

    def on_headers_complete(self) -> None:
        self._unread = 0
        self._is_begun = False
        self._stop_waiting()
        super().on_headers_complete()

    def on_body(self, body: bytes) -> None:
        self._unread = 0
        super().on_body(body)

    def on_message_complete(self) -> None:
        self._unread = 0
        super().on_message_complete()

    def on_response_complete(self) -> None:
        if not self.pipeline:
            self._wait_for_request()
        super().on_response_complete()
        if self._unread_deadline is None and self.transport.get_write_buffer_size():
            self._unread_deadline = self.loop.call_later(self.answer_seconds, self._give_up)

    def pause_writing(self) -> None:
        super().pause_writing()
        if self._unread_deadline is not None:
            self._unread_deadline.cancel()
        self._unread_deadline = self.loop.call_later(self.answer_seconds, self._give_up)

    def resume_writing(self) -> None:
        super().resume_writing()
        if self._unread_deadline is not None:
            self._unread_deadline.cancel()
            self._unread_deadline = None

    def send_400_response(self, msg: str) -> None:  # noqa: ARG002 - it is in English
        """What uvicorn calls when it cannot read a request."""
        self._refuse(400)

    def _wait_for_request(self) -> None:
        self._stop_waiting()
        self.waiting_since = self.loop.time()
        self._deadline = self.loop.call_later(self.request_seconds, self._request_is_late)

    def _stop_waiting(self) -> None:
        if self._deadline is not None:
            self._deadline.cancel()
            self._deadline = None

    def _request_is_late(self) -> None:
        self._deadline = None
        if self.transport.is_closing():
            return
        if self._is_begun:
            self._refuse(408)
        else:
            self.transport.close()

    def _give_up(self) -> None:
        self._unread_deadline = None
        if self.transport.get_write_buffer_size():
            self.transport.abort()

    def _refuse(self, status: int) -> None:
        """Answer what no application has seen, and close."""
        content = messages(DEFAULT_LOCALE)(f"web-error-{status}").encode()
        headers = (
            b"content-type: text/plain; charset=utf-8",
            b"content-length: %d" % len(content),
            b"connection: close",
        )
        if self.cycle is None or self.cycle.response_complete:
            head = b"\r\n".join((STATUS_LINE[status].rstrip(), *headers))
            self.transport.write(head + b"\r\n\r\n" + content)
        self.transport.close()


class Server(uvicorn.Server):
    """A server that a signal stops, and not the process: what it served is then closed in order."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        caught = (signal.SIGINT, signal.SIGTERM)
        former = {each: signal.signal(each, self.handle_exit) for each in caught}
        try:
            yield
        finally:
            for each, handler in former.items():
                signal.signal(each, handler)


def allow_open_files() -> None:
    """Let this process have a file open for each connection, as far as the system lets it."""
    if sys.platform == "win32":
        return
    wanted = Connection.most + FILES_BESIDE
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        most = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, hard))
