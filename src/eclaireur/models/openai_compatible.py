"""Any server that speaks as OpenAI's does: Albert (OpenGateLLM), vLLM, Ollama, llama.cpp."""

import json
import time
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from pydantic import BaseModel, SecretStr, ValidationError

from eclaireur.core.errors import (
    ModelAnswerUnusable,
    ModelBusy,
    ModelKeyRefused,
    ModelNotServed,
    ModelRequestRefused,
    ModelServerFailed,
)
from eclaireur.core.model import ModelDeclaration
from eclaireur.core.ports import Completion, Message
from eclaireur.core.usage import Usage
from eclaireur.egress import Answer, Destination, Egress
from eclaireur.egress.retry_after import seconds_to_wait
from eclaireur.models.answer import ChatAnswer, ModelList, ReportedUsage

MAX_ANSWER_BYTES = 1_000_000
"""The longest answer that is read: a hundred times a long one."""


@cache
def json_schema(schema: type[BaseModel]) -> Mapping[str, Any]:
    """The JSON schema of what a model is to answer."""
    return schema.model_json_schema()


class OpenAICompatible:
    """A model behind `POST /chat/completions`. One call is one request: nothing is retried.

    Args:
        name: the name it was declared under.
        declaration: what its operator says of it.
        egress: the way out; its address must be declared there.
        key: what its server asks for, if anything.
    """

    def __init__(
        self, name: str, declaration: ModelDeclaration, egress: Egress, key: SecretStr | None
    ) -> None:
        self.name = name
        self.declaration = declaration
        self._egress = egress
        self._key = key
        self._base = declaration.address.rstrip("/")
        self._origin = str(Destination.of(declaration.address, private=declaration.private).origin)

    async def complete(
        self,
        messages: Sequence[Message],
        *,
        schema: type[BaseModel] | None = None,
        max_tokens: int,
        deadline_s: float,
    ) -> Completion:
        """Ask the model to answer, as `LanguageModel` says.

        Raises:
            ModelKeyRefused: 401 or 403.
            ModelNotServed: 404, usually an alias that has moved.
            ModelBusy: 429.
            ModelServerFailed: 5xx.
            ModelRequestRefused: any other status than 200.
            ModelAnswerUnusable: not a chat completion, cut, empty, refused, or of another
                form than the schema's.
        """
        began = time.perf_counter()
        request = self._request(messages, schema, max_tokens)
        answer = await self._ask("POST", "/chat/completions", request, deadline_s)
        return self._read(answer, schema, duration_s=time.perf_counter() - began)

    async def served(self, deadline_s: float) -> frozenset[str]:
        """Return every name and alias that the server knows: `GET /models`.

        Raises:
            Unavailable: it does not answer, or not with a list of models.
        """
        answer = await self._ask("GET", "/models", None, deadline_s)
        try:
            listed = ModelList.model_validate_json(answer.body)
        except ValidationError as error:
            raise self._unusable("form") from error
        return frozenset(name for each in listed.data for name in each.names)

    async def _ask(
        self, method: str, path: str, request: Mapping[str, Any] | None, deadline_s: float
    ) -> Answer:
        headers = {"accept": "application/json"}
        if self._key is not None:
            headers["authorization"] = f"Bearer {self._key.get_secret_value()}"
        if request is not None:
            headers["content-type"] = "application/json"
        answer = await self._egress.send(
            method,
            self._base + path,
            headers=headers,
            body=None if request is None else json.dumps(request).encode(),
            deadline_s=deadline_s,
            max_bytes=MAX_ANSWER_BYTES,
        )
        self._raise_for_status(answer)
        return answer

    def _request(
        self, messages: Sequence[Message], schema: type[BaseModel] | None, max_tokens: int
    ) -> Mapping[str, Any]:
        request: dict[str, Any] = {
            "model": self.declaration.model,
            "messages": [each.model_dump() for each in messages],
            "max_tokens": max_tokens,
            "temperature": 0,
        }
        if schema is not None and self.declaration.json_schema:
            request["response_format"] = {
                "type": "json_schema",
                "json_schema": {
                    "name": schema.__name__,
                    "schema": json_schema(schema),
                    "strict": True,
                },
            }
        return request

    def _raise_for_status(self, answer: Answer) -> None:
        model, origin = self.name, self._origin
        match answer.status:
            case 200:
                return
            case 401 | 403:
                raise ModelKeyRefused(model=model, origin=origin, status=answer.status)
            case 404:
                raise ModelNotServed(model=model, origin=origin, alias=self.declaration.model)
            case 429:
                seconds = seconds_to_wait(answer.headers.get("retry-after", ""))
                raise ModelBusy(model=model, seconds=seconds)
            case status if status >= 500:
                raise ModelServerFailed(model=model, origin=origin, status=status)
            case status:
                raise ModelRequestRefused(model=model, origin=origin, status=status)

    def _read(
        self, answer: Answer, schema: type[BaseModel] | None, *, duration_s: float
    ) -> Completion:
        try:
            read = ChatAnswer.model_validate_json(answer.body)
        except ValidationError as error:
            raise self._unusable("form", Usage(duration_s=duration_s)) from error
        usage = (read.usage or ReportedUsage()).usage(duration_s)
        choice = read.choices[0]
        text = (choice.message.content or "").strip()
        if choice.finish_reason == "length":
            raise self._unusable("length", usage)
        if choice.finish_reason == "content_filter" or choice.message.refusal:
            raise self._unusable("refusal", usage)
        if not text:
            raise self._unusable("empty", usage)
        if schema is not None:
            try:
                schema.model_validate_json(text)
            except ValidationError as error:
                raise self._unusable("schema", usage) from error
        return Completion(text=text, usage=usage, model=read.model or self.declaration.model)

    def _unusable(self, problem: str, usage: Usage | None = None) -> ModelAnswerUnusable:
        return ModelAnswerUnusable(usage, model=self.name, problem=problem)
