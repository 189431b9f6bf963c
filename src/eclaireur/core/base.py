"""What every noun of the core shares: it is a value, and it never changes."""

import re
from typing import TypeAlias

from pydantic import BaseModel, ConfigDict, JsonValue

Json: TypeAlias = JsonValue

_UNHOLDABLE = re.compile("[\0\ud800-\udfff]")


def holdable(text: str) -> str:
    """The text, with U+FFFD for NUL and lone surrogates, which PostgreSQL and UTF-8 refuse."""
    return _UNHOLDABLE.sub("\ufffd", text)


class Noun(BaseModel):
    """An immutable, validated value. An unknown key is refused, so a typo never passes."""

    model_config = ConfigDict(frozen=True, extra="forbid")
