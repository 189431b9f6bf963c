"""Measure what a computation costs this machine."""

import time
from collections.abc import Iterator
from contextlib import contextmanager

from eclaireur.core.usage import Usage


class Meter:
    """Holds the usage of the computation once it is over."""

    usage: Usage


@contextmanager
def embedded() -> Iterator[Meter]:
    """Measure a computation made in this process without a language model.

    No token is used, which is known; energy is not measured, so it stays unknown.
    """
    meter = Meter()
    wall, cpu = time.perf_counter(), time.process_time()
    try:
        yield meter
    finally:
        meter.usage = Usage(
            duration_s=time.perf_counter() - wall,
            cpu_s=time.process_time() - cpu,
            input_tokens=0,
            output_tokens=0,
        )
