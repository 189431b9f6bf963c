"""JSON Lines: one record a line. A line that cannot be read never stops the others."""

import json
from collections.abc import Iterable, Iterator
from typing import NoReturn

from eclaireur.core.base import Json
from eclaireur.core.errors import InvalidLine, InvalidRecord
from eclaireur.formats.stream import MAX_LINE

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


def document(parsed: Json) -> Iterator[NumberedRecord | InvalidLine]:
    """Read a whole JSON text, an array of records or one record. They count from 1."""
    items = parsed if isinstance(parsed, list) else [parsed]
    return (_numbered(number, each) for number, each in enumerate(items, start=1))


def _numbered(number: int, item: Json) -> NumberedRecord | InvalidLine:
    if not isinstance(item, dict):
        return InvalidLine(line=number, problem="not-an-object")
    if sum(len(each) for each in item.values() if isinstance(each, str)) > MAX_LINE:
        return InvalidLine(line=number, problem="too-long")
    return number, item


def _record(line: bytes) -> dict[str, Json]:
    if len(line) > MAX_LINE:
        raise InvalidRecord(problem="too-long")
    read = parsed(line)
    if not isinstance(read, dict):
        raise InvalidRecord(problem="not-an-object")
    return read


def parsed(content: bytes) -> Json:
    """Return what a JSON text holds. Raises InvalidRecord: it is not JSON."""
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise InvalidRecord(problem="not-utf8") from error
    try:
        read: Json = json.loads(text, parse_constant=_refuse_constant)
    except RecursionError as error:
        raise InvalidRecord(problem="too-deep") from error
    except ValueError as error:
        raise InvalidRecord(problem="not-json") from error
    return read


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not JSON")
