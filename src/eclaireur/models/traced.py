"""A model whose calls are followed, under the names that OpenTelemetry gives to generative AI."""

from collections.abc import Sequence
from urllib.parse import urlsplit

from pydantic import BaseModel

from eclaireur.core.model import ModelDeclaration
from eclaireur.core.ports import Completion, LanguageModel, Message, Tracer


class Traced:
    """Tells which model was asked, how much and how it went; never what it read or wrote.

    The name that the server gives to what answered is left out too: a server writes it.
    """

    def __init__(self, model: LanguageModel, tracer: Tracer) -> None:
        self._model = model
        self._tracer = tracer

    @property
    def name(self) -> str:
        return self._model.name

    @property
    def declaration(self) -> ModelDeclaration:
        return self._model.declaration

    async def complete(
        self,
        messages: Sequence[Message],
        *,
        schema: type[BaseModel] | None = None,
        max_tokens: int,
        deadline_s: float,
    ) -> Completion:
        """Ask the model to answer, as `LanguageModel` says."""
        declared = self.declaration
        address = urlsplit(declared.address)
        with self._tracer.span(f"chat {declared.model}", "client") as span:
            span.tell(
                {
                    "gen_ai.operation.name": "chat",
                    "gen_ai.provider.name": declared.kind,
                    "gen_ai.request.model": declared.model,
                    "gen_ai.request.max_tokens": max_tokens,
                    "server.address": address.hostname,
                    "server.port": address.port,
                    "eclaireur.model": self.name,
                }
            )
            completion = await self._model.complete(
                messages, schema=schema, max_tokens=max_tokens, deadline_s=deadline_s
            )
            span.tell(
                {
                    "gen_ai.usage.input_tokens": completion.usage.input_tokens,
                    "gen_ai.usage.output_tokens": completion.usage.output_tokens,
                }
            )
        return completion
