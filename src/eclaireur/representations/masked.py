"""A text cleared of personal data, as machines read it."""

from pydantic import BaseModel, Field

from eclaireur.guards.personal_data import Masked, PersonalDataType


class SpanRecord(BaseModel):
    """Where personal data stood."""

    start: int = Field(description="Its first code point in the text that was given.")
    end: int = Field(description="The code point after its last one.")
    type: PersonalDataType


class MaskedRecord(BaseModel):
    """The text with placeholders, and where personal data stood in the text that was given."""

    text: str
    spans: list[SpanRecord]

    @classmethod
    def of(cls, masked: Masked) -> "MaskedRecord":
        return cls(text=masked.text, spans=[SpanRecord(**each._asdict()) for each in masked.spans])
