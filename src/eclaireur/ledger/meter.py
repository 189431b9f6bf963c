"""Measure what a computation costs this machine, and count what a batch of them did."""

import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import groupby

from eclaireur.core.call import Call
from eclaireur.core.suggestion import Event, Suggestion
from eclaireur.core.usage import EnergySource, Usage
from eclaireur.ledger import energy


class Meter:
    """Holds the usage of the computation once it is over."""

    usage: Usage


@contextmanager
def embedded() -> Iterator[Meter]:
    """Measure a computation made in this process without a language model.

    No token is used, which is known. Energy is estimated from the processor time of the whole
    process, which counts what others do meanwhile too.
    """
    meter = Meter()
    wall, cpu = time.perf_counter(), time.process_time()
    try:
        yield meter
    finally:
        meter.usage = _embedded(time.perf_counter() - wall, time.process_time() - cpu)


def embedded_calls(suggestions: Iterable[Suggestion]) -> list[Call]:
    """Count what embedded methods did for these suggestions, a few rows a batch.

    Models are not counted here: each of their calls leaves its own row when it is made.
    """
    computed = [each for each in suggestions if each.outcome.method and not each.outcome.model]
    computed.sort(key=_kind)
    return [_added_up(list(group)) for _, group in groupby(computed, _kind)]


def _embedded(duration_s: float, cpu_s: float) -> Usage:
    return Usage(
        duration_s=duration_s,
        cpu_s=cpu_s,
        input_tokens=0,
        output_tokens=0,
        energy_wh=energy.of_processor(cpu_s),
        energy_source=EnergySource.CPU_TIME,
    )


def _kind(suggestion: Suggestion) -> tuple[str, ...]:
    outcome = suggestion.outcome
    return (suggestion.field, suggestion.task_version, outcome.method or "", outcome.state.value)


def _added_up(alike: list[Suggestion]) -> Call:
    first, usages = alike[0], [_usage(each.outcome) for each in alike]
    return Call(
        day=first.outcome.day,
        task=first.field,
        task_version=first.task_version,
        method=first.outcome.method or "",
        outcome=first.outcome.state.value,
        count=len(alike),
        usage=_embedded(
            sum(each.duration_s for each in usages), sum(each.cpu_s or 0.0 for each in usages)
        ),
    )


def _usage(event: Event) -> Usage:
    return event.usage or Usage(duration_s=0)
