"""What a proposal cost."""

from pydantic import Field

from eclaireur.core.base import Noun


class Usage(Noun):
    """The cost of one computation. None means unknown, which is not zero."""

    duration_s: float = Field(ge=0)
    """Wall-clock seconds."""
    cpu_s: float | None = Field(default=None, ge=0)
    """Seconds of processor of this process."""
    input_tokens: int | None = Field(default=None, ge=0)
    output_tokens: int | None = Field(default=None, ge=0)
    energy_wh: float | None = Field(default=None, ge=0)
    carbon_g: float | None = Field(default=None, ge=0)
    """Grams of CO2 equivalent."""
