"""What a line of the log holds: never what an exception quotes."""

import asyncio
import io
import json
import logging
import sys
import threading
import warnings
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from eclaireur.core.errors import DatasetNotFound, StoreUnavailable
from eclaireur.log import LogFormat, log_format, write_log

PERSON = "Soizic Kerbrat"


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[LogFormat], io.StringIO]]:
    """Begin a log of that form, and give what is written to it."""
    root = logging.getLogger()
    former, level = list(root.handlers), root.level
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    monkeypatch.setattr(sys, "unraisablehook", sys.unraisablehook)

    def begin(form: LogFormat) -> io.StringIO:
        place = io.StringIO()
        monkeypatch.setattr(sys, "stderr", place)
        for handler in list(root.handlers):
            root.removeHandler(handler)
        # Another test may have begun to capture them, and been given back what showed them.
        logging.captureWarnings(capture=False)
        write_log(form)
        return place

    yield begin
    logging.captureWarnings(capture=False)
    for handler in list(root.handlers):
        root.removeHandler(handler)
    for handler in former:
        root.addHandler(handler)
    root.setLevel(level)


def lines(place: io.StringIO) -> list[dict[str, Any]]:
    return [json.loads(line) for line in place.getvalue().splitlines()]


def fail() -> None:
    try:
        int(PERSON)
    except ValueError as error:
        raise DatasetNotFound(identifier=PERSON) from error


def find_no_store() -> None:
    raise StoreUnavailable(place="there", problem="full")


def everything_goes_wrong() -> None:
    logger = logging.getLogger("eclaireur.somewhere")
    logger.info("first\nsecond", extra={"status": 200, "route": "/x", "query": PERSON})
    try:
        fail()
    except DatasetNotFound:
        logger.exception("it failed")
    try:
        find_no_store()
    except StoreUnavailable:
        logger.exception("it failed too")
    warnings.warn("told by Python", stacklevel=1)
    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()

    async def lose() -> None:
        task = asyncio.get_running_loop().create_task(asyncio.to_thread(fail))
        await asyncio.wait([task])

    asyncio.run(lose())


@pytest.mark.filterwarnings("default")
def test_every_line_is_an_object_that_quotes_nobody(
    written: Callable[[LogFormat], io.StringIO],
) -> None:
    place = written(LogFormat.JSON)
    assert log_format() is LogFormat.JSON
    everything_goes_wrong()
    told = lines(place)
    assert PERSON not in place.getvalue()
    first, failed, unavailable, warned, threaded, lost = told
    assert {"level": "info", "logger": "eclaireur.somewhere"}.items() <= first.items()
    assert (first["message"], first["status"], first["route"]) == ("first\nsecond", 200, "/x")
    assert set(first) == {"time", "level", "logger", "message", "status", "route"}
    assert first["time"].endswith("+00:00")
    assert failed["error"] == "DatasetNotFound"
    assert "in fail" in failed["trace"]
    assert "ValueError" in failed["trace"]
    assert unavailable["trace"].endswith("at there: full.")
    assert "told by Python" in warned["message"]
    assert threaded["error"] == "DatasetNotFound"
    assert (lost["logger"], lost["error"]) == ("asyncio", "DatasetNotFound")


@pytest.mark.filterwarnings("default")
def test_lines_for_a_person_quote_nobody_either(
    written: Callable[[LogFormat], io.StringIO],
) -> None:
    place = written(LogFormat.TEXT)
    assert log_format() is LogFormat.TEXT
    everything_goes_wrong()
    assert PERSON not in place.getvalue()
    for told in ("somewhere it failed", "in fail", "\nDatasetNotFound\n", "at there: full."):
        assert told in place.getvalue()
