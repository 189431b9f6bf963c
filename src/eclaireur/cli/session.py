"""What every command is given: where the data is, the language, and where errors go."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from eclaireur.cli.failures import Failures
from eclaireur.messages import Messages
from eclaireur.settings import Settings

if TYPE_CHECKING:
    from eclaireur.assistant import Assistant

Result = TypeVar("Result")


class ReaderGone(Exception):
    """Nobody reads standard output any more. click would answer 1 to a `BrokenPipeError`."""


@dataclass(frozen=True)
class Session:
    """One run of the command."""

    settings: Settings
    say: Messages
    failures: Failures

    def run(self, work: "Callable[[Assistant], Awaitable[Result]]") -> Result:
        """Open the installation, do the work, and close it.

        Raises:
            ReaderGone: whoever read standard output has left.
            StoreUnavailable: the data directory or the database cannot be used.
        """
        # Neither the help nor a usage error opens anything.
        import asyncio  # noqa: PLC0415

        from eclaireur.wiring.assistant import open_assistant  # noqa: PLC0415

        async def opened() -> Result:
            async with open_assistant(self.settings) as assistant:
                return await work(assistant)

        try:
            return asyncio.run(opened())
        except BrokenPipeError as error:
            raise ReaderGone from error
