"""What is written in the log of a process that stays: lines for a person, or JSON for a machine.

Neither quotes an exception: its message may repeat what somebody typed, or a record. Its kind is
told, and where it came from; of an error of ours that something is unavailable, what is.
"""

import json
import logging
import sys
import threading
import traceback
from collections.abc import Iterator
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from eclaireur.core.base import Json
from eclaireur.core.errors import Unavailable

FIELDS = ("method", "route", "status", "duration_ms")
"""What a line may tell beside its message: `web.exchanges` gives them."""

TALKATIVE = ("alembic", "uvicorn")
"""Whose warnings alone are written."""


logger = logging.getLogger(__name__)


class LogFormat(StrEnum):
    """How lines are written."""

    TEXT = "text"
    JSON = "json"


def write_log(form: LogFormat) -> None:
    """Log to standard error from now on, with what Python would write there by itself."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLines() if form is LogFormat.JSON else Lines())
    logging.basicConfig(level=logging.INFO, handlers=[handler], force=True)
    logging.captureWarnings(capture=True)
    for name in TALKATIVE:
        logging.getLogger(name).setLevel(logging.WARNING)
    threading.excepthook = _log_lost
    sys.unraisablehook = _log_lost


def log_format() -> LogFormat | None:
    """How this process writes its log; None where `write_log` was not asked to."""
    for handler in logging.getLogger().handlers:
        match handler.formatter:
            case JsonLines():
                return LogFormat.JSON
            case Lines():
                return LogFormat.TEXT
    return None


class Lines(logging.Formatter):
    """A line an event, and those of the trace below it."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(name)s %(message)s")

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802
        record.message = _message(record)
        return super().formatMessage(record)

    def formatException(self, ei: Any) -> str:  # noqa: ANN401, N802
        return "\n".join(_told(ei[1]))


class JsonLines(logging.Formatter):
    """An object a line, whatever happened: nothing else reads as JSON."""

    def format(self, record: logging.LogRecord) -> str:
        told: dict[str, Json] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": _message(record),
        }
        told |= {name: vars(record)[name] for name in FIELDS if name in vars(record)}
        if record.exc_info and record.exc_info[1] is not None:
            told["error"] = type(record.exc_info[1]).__name__
            told["trace"] = "\n".join(_told(record.exc_info[1]))
        return json.dumps(told, ensure_ascii=False)


def _message(record: logging.LogRecord) -> str:
    """The message; asyncio writes the exception of a lost task below its own first line."""
    message = record.getMessage()
    return message.partition("\n")[0] if record.name == "asyncio" else message


def _log_lost(lost: "threading.ExceptHookArgs | sys.UnraisableHookArgs") -> None:
    """Log what a thread, or the end of an object, raised for nobody."""
    if lost.exc_value is not None and not isinstance(lost.exc_value, SystemExit):
        logger.error("an error that nobody could be told of", exc_info=lost.exc_value)


def _told(error: BaseException | None) -> Iterator[str]:
    """Where an exception came from, and those that it came from, none of them quoted."""
    chain: list[BaseException] = []
    while error is not None and error not in chain:
        chain.append(error)
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    for each in reversed(chain):
        yield from (line.rstrip("\n") for line in traceback.format_tb(each.__traceback__))
        said = f": {each}" if isinstance(each, Unavailable) else ""
        yield f"{type(each).__name__}{said}"
