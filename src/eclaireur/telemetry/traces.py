"""A `Tracer` over OpenTelemetry's, whose spans hold no text of anybody.

An exception's message and trace may quote a record: the library would record both, and is told
not to.
"""

from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import asynccontextmanager, contextmanager
from importlib.metadata import version
from types import MappingProxyType
from typing import Literal

from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.sampling import ALWAYS_ON
from opentelemetry.trace import Span as TracedSpan
from opentelemetry.trace import SpanKind, StatusCode
from opentelemetry.trace import Tracer as LibraryTracer

from eclaireur.core.errors import EclaireurError
from eclaireur.core.ports import Span, Tracer
from eclaireur.egress import Egress
from eclaireur.telemetry.sending import Sender

KINDS: Mapping[str, SpanKind] = MappingProxyType(
    {
        "server": SpanKind.SERVER,
        "client": SpanKind.CLIENT,
        "internal": SpanKind.INTERNAL,
    }
)


@asynccontextmanager
async def open_traces(egress: Egress, *, address: str, service_name: str) -> AsyncIterator[Tracer]:
    """Follow what is done, and send it to a collector; in the end, send what is left.

    Args:
        egress: the way out; the address must be declared there.
        address: the base of a collector that speaks OTLP over HTTP.
        service_name: what the traces call this installation.
    """
    sender = Sender(egress, f"{address.rstrip('/')}/v1/traces")
    # `Resource.create` would add what environment variables say.
    resource = Resource({"service.name": service_name, "service.version": version("eclaireur")})
    provider = TracerProvider(sampler=ALWAYS_ON, resource=resource, shutdown_on_exit=False)
    provider.add_span_processor(sender)
    async with sender.sending():
        yield _Traces(provider.get_tracer("eclaireur"), sender)


class _Traces:
    def __init__(self, tracer: LibraryTracer, sender: Sender) -> None:
        self._tracer = tracer
        self._sender = sender

    @property
    def dropped(self) -> int:
        return self._sender.dropped

    @contextmanager
    def span(
        self, name: str, kind: Literal["server", "client", "internal"] = "internal"
    ) -> Iterator[Span]:
        with self._tracer.start_as_current_span(
            name, kind=KINDS[kind], record_exception=False, set_status_on_exception=False
        ) as span:
            told = _Span(span)
            try:
                yield told
            except Exception as error:
                told.fail(error.code if isinstance(error, EclaireurError) else "unexpected")
                raise


class _Span:
    def __init__(self, span: TracedSpan) -> None:
        self._span = span

    def name(self, name: str) -> None:
        self._span.update_name(name)

    def tell(self, attributes: Mapping[str, str | float | None]) -> None:
        for name, value in attributes.items():
            if value is not None:
                self._span.set_attribute(name, value)

    def fail(self, code: str) -> None:
        self._span.set_status(StatusCode.ERROR)
        self._span.set_attribute("error.type", code)
