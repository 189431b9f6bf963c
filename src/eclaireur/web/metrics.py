"""The figures that Prometheus collects, and where each comes from.

What the ledger says is read in the store when it is asked for: it is the same for every process,
it counts what the command line did, and it does not start again with the process. Those who add
up several processes must take it once. What only this process knows, its requests and what its
way out refused, begins at zero with it.

No label holds a text of anybody: labels are names of tasks, methods and models, codes of errors,
templates of routes and declared origins.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from prometheus_client import Counter, Histogram, disable_created_metrics
from prometheus_client.core import (
    CounterMetricFamily,
    GaugeMetricFamily,
    HistogramMetricFamily,
    Metric,
)
from prometheus_client.exposition import choose_encoder
from prometheus_client.process_collector import ProcessCollector
from prometheus_client.registry import Collector
from prometheus_client.utils import floatToGoString

from eclaireur.assistant import Assistant
from eclaireur.core.call import Durations, LedgerLine
from eclaireur.core.errors import StoreUnavailable
from eclaireur.core.ports import DatasetQuery, Tracer
from eclaireur.ledger.summary import Cost
from eclaireur.web.exchanges import Exchange

REQUEST_BOUNDS_S = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0)
CALL_BOUNDS_S = (0.1, 0.25, 0.5, 1.0, 2.0, 4.0, 8.0, 15.0, 30.0)
"""Bounds of the buckets, in seconds. No call outlives the deadline of a proposal: 30 s."""

JOULES_PER_WH = 3600.0

# When a counter began says nothing here, and doubles the series.
disable_created_metrics()  # type: ignore[no-untyped-call]


class Metrics:
    """The figures of this process and of its store.

    Args:
        assistant: what is asked for the figures of the store.
        tracer: what counts the spans that were dropped.
    """

    def __init__(self, assistant: Assistant, tracer: Tracer) -> None:
        self._assistant = assistant
        self._tracer = tracer
        self._requests = Counter(
            "eclaireur_http_requests",
            "Requests to this process, by route template and status; 0 for a broken connection.",
            ["route", "method", "status"],
            registry=None,
        )
        self._durations = Histogram(
            "eclaireur_http_request_duration_seconds",
            "Time to answer them.",
            ["route", "method"],
            buckets=REQUEST_BOUNDS_S,
            registry=None,
        )
        self._process = ProcessCollector(registry=None)

    def note(self, exchange: Exchange) -> None:
        """Count a request."""
        self._requests.labels(exchange.route, exchange.method, str(exchange.status)).inc()
        self._durations.labels(exchange.route, exchange.method).observe(exchange.duration_s)

    async def exposition(self, accept: str) -> tuple[bytes, str]:
        """Write all the figures.

        Args:
            accept: the Accept header of whoever asks.

        Returns:
            The text, and its media type.
        """
        encode, media_type = choose_encoder(accept)
        families = [*self._of_process(), *await self._of_store()]
        collectors = (self._process, self._requests, self._durations)
        families += [family for each in collectors for family in each.collect()]
        return encode(_Collected(families)), media_type

    def _of_process(self) -> Iterator[Metric]:
        refusals = CounterMetricFamily(
            "eclaireur_egress_refusals",
            "Requests that this process refused to send, by declared or wanted origin and reason.",
            labels=["origin", "problem"],
        )
        for each in self._assistant.refusals:
            refusals.add_metric([each.origin, each.problem], each.count)
        yield refusals
        yield CounterMetricFamily(
            "eclaireur_trace_spans_dropped",
            "Spans that this process could not send to the collector of traces.",
            value=self._tracer.dropped,
        )

    async def _of_store(self) -> list[Metric]:
        """The figures of the store; that it does not answer is a figure too."""
        up = GaugeMetricFamily("eclaireur_store_up", "Whether the store answers: 1 or 0.")
        try:
            families = [
                *_of_calls(await self._assistant.calls()),
                _of_durations(await self._assistant.call_durations(CALL_BOUNDS_S)),
                await self._suggestions(),
                await self._datasets(),
                await self._budgets(),
            ]
        except StoreUnavailable:
            up.add_metric([], 0)
            return [up]
        up.add_metric([], 1)
        return [up, *families]

    async def _suggestions(self) -> Metric:
        family = GaugeMetricFamily(
            "eclaireur_suggestions",
            "Suggestions in the store, by task and by where they are in their life.",
            labels=["task", "state"],
        )
        counts = await self._assistant.suggestion_counts()
        for (task, state), count in sorted(counts.items()):
            family.add_metric([task, state.value], count)
        return family

    async def _datasets(self) -> Metric:
        found = await self._assistant.find_datasets(DatasetQuery(limit=1))
        return GaugeMetricFamily(
            "eclaireur_datasets", "Datasets of the catalogue, drafts left out.", value=found.total
        )

    async def _budgets(self) -> Metric:
        family = GaugeMetricFamily(
            "eclaireur_budget_used_ratio",
            "What is spent of each of today's limits: from 1 on, models are asked no more.",
            labels=["task", "resource"],
        )
        for each in (await self._assistant.means()).budgets:
            used = each.spent / each.limit if each.limit else 1.0
            family.add_metric([each.task or "total", each.resource], used)
        return family


class _Collected(Collector):
    """What was collected already, for the library to write."""

    def __init__(self, families: Iterable[Metric]) -> None:
        self._families = tuple(families)

    def collect(self) -> Iterable[Metric]:
        return self._families


@dataclass(frozen=True)
class _Kind:
    """What the calls that are added up over the days have in common."""

    task: str
    method: str
    model: str
    outcome: str
    cached: bool

    @classmethod
    def of(cls, line: LedgerLine) -> "_Kind":
        return cls(line.task, line.method, line.model or "", line.outcome, line.cached)

    @property
    def labels(self) -> list[str]:
        return [self.task, self.method, self.model, self.outcome]


def _of_calls(lines: Iterable[LedgerLine]) -> Iterator[Metric]:
    costs: dict[_Kind, Cost] = {}
    for line in lines:
        kind = _Kind.of(line)
        costs[kind] = costs.get(kind, Cost()) + Cost.of(line)
    calls = CounterMetricFamily(
        "eclaireur_calls",
        "Calls of models and computations of embedded methods, by outcome.",
        labels=["task", "method", "model", "outcome", "cached"],
    )
    for kind, cost in costs.items():
        calls.add_metric([*kind.labels, str(kind.cached).lower()], cost.calls)
    yield calls
    yield from _spent("eclaireur_", "", [(k, c) for k, c in costs.items() if not k.cached])
    yield from _spent(
        "eclaireur_cache_saved_",
        " What answers of the cache had cost, and did not cost again.",
        [(kind, cost) for kind, cost in costs.items() if kind.cached],
    )


def _spent(prefix: str, note: str, costs: Sequence[tuple[_Kind, Cost]]) -> Iterator[Metric]:
    """What calls cost. What nobody knows is in no sum: the calls that lack it are counted."""
    labels = ["task", "method", "model", "outcome"]
    tokens = CounterMetricFamily(
        f"{prefix}tokens", f"Tokens, where they are known.{note}", labels=[*labels, "direction"]
    )
    cpu = CounterMetricFamily(
        f"{prefix}cpu_seconds", f"Processor time of embedded methods.{note}", labels=labels
    )
    energy = CounterMetricFamily(
        f"{prefix}energy_joules",
        f"Energy, where it is reported or estimated; 1 Wh is 3600 J.{note}",
        labels=labels,
    )
    carbon = CounterMetricFamily(
        f"{prefix}carbon_grams",
        f"Grams of CO2 equivalent, where they are reported or estimated.{note}",
        labels=labels,
    )
    unknown = CounterMetricFamily(
        f"{prefix}unknown_calls",
        f"Calls that a sum leaves out, because nobody knows what they cost.{note}",
        labels=[*labels, "quantity"],
    )
    for kind, cost in costs:
        for family, value, scale in (
            (cpu, cost.cpu_s, 1.0),
            (energy, cost.energy_wh, JOULES_PER_WH),
            (carbon, cost.carbon_g, 1.0),
        ):
            if value is not None:
                family.add_metric(kind.labels, value * scale)
        for direction, count in (("input", cost.input_tokens), ("output", cost.output_tokens)):
            if count is not None:
                tokens.add_metric([*kind.labels, direction], count)
        for quantity, calls in (
            ("tokens", cost.unknown_tokens),
            ("energy", cost.unknown_energy),
            ("carbon", cost.unknown_carbon),
        ):
            unknown.add_metric([*kind.labels, quantity], calls)
    # The cache holds no embedded method, so that nothing of it has a processor time.
    yield from (each for each in (tokens, cpu, energy, carbon, unknown) if each.samples)


def _of_durations(durations: Iterable[Durations]) -> Metric:
    family = HistogramMetricFamily(
        "eclaireur_model_call_duration_seconds",
        "Time of the calls of models, retries and failures included; the cache left out.",
        labels=["task", "model"],
    )
    for each in durations:
        bounds = [*map(floatToGoString, CALL_BOUNDS_S), "+Inf"]
        family.add_metric(
            [each.task, each.model],
            list(zip(bounds, [*map(float, each.within), float(each.calls)], strict=True)),
            each.duration_s,
        )
    return family
