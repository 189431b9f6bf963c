"""What follows nothing: most installations ask for no traces."""

from collections.abc import Mapping
from contextlib import AbstractContextManager, nullcontext
from typing import Literal

from eclaireur.core.ports import Span


class _NoSpan:
    def name(self, name: str) -> None: ...

    def tell(self, attributes: Mapping[str, str | float | None]) -> None: ...

    def fail(self, code: str) -> None: ...


class _Untraced:
    dropped = 0

    def span(
        self,
        name: str,  # noqa: ARG002
        kind: Literal["server", "client", "internal"] = "internal",  # noqa: ARG002
    ) -> AbstractContextManager[Span]:
        return nullcontext(_NO_SPAN)


_NO_SPAN = _NoSpan()

UNTRACED = _Untraced()
"""A `Tracer` that does nothing."""
