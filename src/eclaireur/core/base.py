"""What every noun of the core shares: it is a value, and it never changes."""

from typing import TypeAlias

from pydantic import BaseModel, ConfigDict, JsonValue

Json: TypeAlias = JsonValue


class Noun(BaseModel):
    """An immutable, validated value. An unknown key is refused, so a typo never passes."""

    model_config = ConfigDict(frozen=True, extra="forbid")
