"""What a proposal cost."""

from enum import StrEnum

from pydantic import Field

from eclaireur.core.base import Noun


class EnergySource(StrEnum):
    """How the energy and the emissions of a computation are known."""

    REPORTED = "reported"
    """The server that answered says so."""
    ESTIMATED = "estimated"
    """By the EcoLogits method, from what the operator declares of the model."""
    CPU_TIME = "cpu_time"
    """From the processor time of this process, at a power that is assumed: a rough estimate."""
    UNKNOWN = "unknown"


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
    energy_source: EnergySource = EnergySource.UNKNOWN
