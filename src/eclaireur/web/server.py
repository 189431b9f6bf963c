"""The server: on this machine alone unless people sign in, with a log that names nobody."""

import asyncio
import logging
import socket
from collections.abc import Callable
from contextlib import suppress

import uvicorn
from uvicorn.loops.auto import auto_loop_factory

from eclaireur.assistant import Assistant, Unready
from eclaireur.configuration import read_configuration
from eclaireur.core.dataset import Dataset
from eclaireur.core.errors import AddressTaken, EclaireurError, SignInMissing
from eclaireur.core.ports import SearchQuery
from eclaireur.guards.personal_data import mask
from eclaireur.settings import Settings
from eclaireur.web.app import create_app
from eclaireur.web.connections import Connection, Server, allow_open_files
from eclaireur.web.security import is_this_machine
from eclaireur.wiring.installation import open_installation

CLEANING_SECONDS = 600.0
"""Time between two deletions of the drafts that are due and the sessions that are over."""

RETRY_SECONDS = 10.0
"""Time between two looks at whether the search index can be used again, after it could not."""

GRACE_SECONDS = 5
"""Time that the answers under way are given when the server stops."""

FICTIONAL = Dataset(
    identifier="fictional",
    title="Arbres de Valmorel",
    description="Liste des arbres plantés par la Ville de Valmorel le long de ses rues. " * 4,
)

logger = logging.getLogger(__name__)


def serve(settings: Settings, *, host: str, port: int, on_listening: Callable[[str], None]) -> None:
    """Serve the pages and the API until a signal stops the process.

    Args:
        settings: where the data is.
        host: a name or address of this machine's loopback, or any where people sign in.
        port: 0 for any that is free.
        on_listening: called with the address of the pages once they can be opened.

    Raises:
        SignInMissing: other machines could reach the host, and nobody signs in.
        SecretMissing: what people sign in with is not where the configuration says.
        AddressTaken: the port is not free.
        StoreUnavailable: the data directory or the database cannot be used.
    """
    if (
        not is_this_machine(host)
        and read_configuration(settings.configuration_file).sign_in is None
    ):
        raise SignInMissing(host=host)
    allow_open_files()
    with (
        _listening(host, port) as listener,
        asyncio.Runner(loop_factory=auto_loop_factory()) as runner,
    ):
        runner.run(_serve(settings, listener, on_listening))


async def _serve(
    settings: Settings, listener: socket.socket, on_listening: Callable[[str], None]
) -> None:
    async with open_installation(settings) as installation:
        assistant = installation.assistant
        server = Server(
            uvicorn.Config(
                create_app(
                    assistant,
                    installation.tracer,
                    installation.workshop,
                    installation.open_reception(),
                    installation.campaign_work,
                    installation.desk,
                ),
                http=Connection,
                access_log=False,
                log_config=None,
                proxy_headers=False,
                server_header=False,
                ws="none",
                lifespan="off",
                timeout_graceful_shutdown=GRACE_SECONDS,
            )
        )
        beside = [
            asyncio.create_task(stay_ready(assistant)),
            asyncio.create_task(drop_expired_regularly(assistant)),
        ]
        on_listening(_url(listener))
        await server.serve([listener])
        for task in beside:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task


async def get_ready(assistant: Assistant) -> None:
    """Load what proposals and searches need, so that the first person does not wait for it."""
    await asyncio.to_thread(mask, FICTIONAL.description)
    try:
        for field in assistant.fields:
            await assistant.preview(FICTIONAL, field)
        await assistant.search(SearchQuery())
    except EclaireurError:
        logger.exception("the first answers will take longer: not all could be loaded ahead")


async def stay_ready(assistant: Assistant, seconds: float = RETRY_SECONDS) -> None:
    """Get ready, and try the search index again for as long as nobody can search.

    Nobody else would: whoever shares the requests out sends none to a process that is not ready.
    """
    await get_ready(assistant)
    while True:
        await asyncio.sleep(seconds)
        if Unready.INDEX in await assistant.unready():
            try:
                await assistant.search(SearchQuery())
            except EclaireurError:
                logger.exception("the search index still cannot be used; next try later")


async def drop_expired_regularly(assistant: Assistant, seconds: float = CLEANING_SECONDS) -> None:
    """Delete the drafts that are due and the sessions that are over, again and again."""
    while True:
        await asyncio.sleep(seconds)
        try:
            await assistant.drop_expired()
        except EclaireurError:
            logger.exception("what is due could not be deleted; next try later")


def _listening(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family)
    except OSError as error:
        problem = error.strerror or str(error)
        # A port is a name, not a quantity: a number would be written with separators.
        raise AddressTaken(host=host, port=str(port), problem=problem) from error


def _url(listener: socket.socket) -> str:
    host, port, *_ = listener.getsockname()
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"
