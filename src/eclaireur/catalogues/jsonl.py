"""JSON Lines: one record a line. A line that cannot be read never stops the others."""

import json
from collections.abc import Iterable, Iterator
from typing import NoReturn

from eclaireur.catalogues.stream import MAX_LINE
from eclaireur.core.base import Json
from eclaireur.core.errors import InvalidLine, InvalidRecord

NumberedRecord = tuple[int, dict[str, Json]]
"""A record and the number of its first line."""


def records(lines: Iterable[bytes]) -> Iterator[NumberedRecord | InvalidLine]:
    """Read each line that is not blank. Lines count from 1."""
    for number, line in enumerate(lines, start=1):
        if line.isspace():
            continue
        try:
            yield number, _record(line)
        except InvalidRecord as refusal:
            yield InvalidLine(line=number, **refusal.params)


def document(content: bytes) -> Iterator[NumberedRecord | InvalidLine]:
    """Read a whole JSON text, an array of records or one record. They count from 1.

    Raises:
        InvalidRecord: it is not JSON.
    """
    parsed = _parsed(content)
    items = parsed if isinstance(parsed, list) else [parsed]
    return (
        (number, each)
        if isinstance(each, dict)
        else InvalidLine(line=number, problem="not-an-object")
        for number, each in enumerate(items, start=1)
    )


def _record(line: bytes) -> dict[str, Json]:
    if len(line) > MAX_LINE:
        raise InvalidRecord(problem="too-long")
    parsed = _parsed(line)
    if not isinstance(parsed, dict):
        raise InvalidRecord(problem="not-an-object")
    return parsed


def _parsed(content: bytes) -> Json:
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise InvalidRecord(problem="not-utf8") from error
    try:
        parsed: Json = json.loads(text, parse_constant=_refuse_constant)
    except RecursionError as error:
        raise InvalidRecord(problem="too-deep") from error
    except ValueError as error:
        raise InvalidRecord(problem="not-json") from error
    return parsed


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not JSON")
