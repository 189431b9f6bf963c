"""Requests in JSON Lines: one answer a line, in order, whatever is wrong with the others."""

import json
from collections.abc import Awaitable, Callable
from typing import TypeVar

import click
from pydantic import JsonValue

from eclaireur.cli.failures import Failures
from eclaireur.cli.progress import progress
from eclaireur.core.errors import InvalidLine, InvalidRecord
from eclaireur.formats.jsonl import records
from eclaireur.formats.stream import lines, opened

Record = dict[str, JsonValue]
Value = TypeVar("Value")


def answer_lines(
    place: str, failures: Failures, label: str, answer: Callable[[Record], Record]
) -> None:
    """Write the answer to each line of a file, or of standard input when the place is `-`.

    Args:
        place: the file.
        failures: told of the lines that cannot be read, with their number.
        label: what is being done, for the progress.
        answer: answers a request; raises InvalidRecord when it lacks something.
    """
    with opened(place) as source, progress(label, beside_results=True) as advance:
        for each in records(lines(source)):
            try:
                if isinstance(each, InvalidLine):
                    raise each
                number, request = each
                click.echo(json.dumps(_answered(answer, number, request), ensure_ascii=False))
            except InvalidLine as error:
                failures.error(error)
            advance()


async def awaited_lines(
    place: str, failures: Failures, label: str, answer: Callable[[Record], Awaitable[Record]]
) -> None:
    """Write the answer to each line, as `answer_lines`, where answers are awaited."""
    with opened(place) as source, progress(label, beside_results=True) as advance:
        for each in records(lines(source)):
            try:
                if isinstance(each, InvalidLine):
                    raise each
                number, request = each
                try:
                    answered = await answer(request)
                except InvalidRecord as refusal:
                    raise InvalidLine(line=number, **refusal.params) from refusal
                click.echo(json.dumps(answered, ensure_ascii=False))
            except InvalidLine as error:
                failures.error(error)
            advance()


def value_of(request: Record, key: str, kind: type[Value]) -> Value:
    """The value of a key. Raises InvalidRecord when it is missing, or of another kind."""
    if key not in request:
        raise InvalidRecord(problem="missing-key", key=key)
    value = request[key]
    if not isinstance(value, kind):
        raise InvalidRecord(problem="wrong-type", key=key)
    return value


def _answered(answer: Callable[[Record], Record], number: int, request: Record) -> Record:
    try:
        return answer(request)
    except InvalidRecord as refusal:
        raise InvalidLine(line=number, **refusal.params) from refusal
