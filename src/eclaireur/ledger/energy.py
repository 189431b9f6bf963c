"""The energy and emissions of what is computed, where nobody measures them.

**A language model's**, by the EcoLogits method.

EcoLogits models a server of eight GPUs that answers 64 requests at once, from the number of
parameters and of tokens written (https://ecologits.ai, methodology for LLM inference). Its
figures move tenfold with its assumptions: they are estimates, and are kept as such.

**An embedded method's**, from its processor time. Nobody knows this machine, so its power is
assumed: that of one core in the Green Algorithms calculator where the processor is not known
(Lannelongue et al., 2021, https://doi.org/10.1002/advs.202100707). A whole server that idles
meanwhile is left out, and so are emissions: the country's electricity is not known.
"""

from functools import cache

from babel.core import get_global

from eclaireur.core.model import ModelDeclaration
from eclaireur.core.usage import EnergySource, Usage

DATACENTRE_PUE = 1.5
"""Energy of the whole data centre for that of its servers: assumed, on the high side."""

WATTS_PER_CORE = 12.0
"""Power of a core that works: assumed."""

METHOD = f"EcoLogits, PUE {DATACENTRE_PUE}"
"""How the energy of models is estimated, for those who read it."""

EMBEDDED_METHOD = f"CPU time at {WATTS_PER_CORE:.0f} W a core, PUE {DATACENTRE_PUE}"
"""How that of embedded methods is."""

SECONDS_PER_HOUR = 3600

PER_KILO = 1000


def known(usage: Usage, model: ModelDeclaration) -> Usage:
    """Return the usage with an estimate where the server reported no energy.

    It stays unknown where nobody declared the size of the model, or counted its tokens.
    """
    size, tokens = model.parameters, usage.output_tokens
    if usage.energy_wh is not None or size is None or tokens is None:
        return usage
    # Only installations that have a model need it, and it takes a while to load.
    from ecologits.impacts.llm import compute_llm_impacts  # noqa: PLC0415
    from ecologits.utils.range_value import RangeValue  # noqa: PLC0415

    carbon_per_kwh = _carbon_per_kwh(model.country)
    impacts = compute_llm_impacts(
        model_active_parameter_count=size.active,
        model_total_parameter_count=size.total,
        output_token_count=tokens,
        request_latency=usage.duration_s,
        if_electricity_mix_gwp=carbon_per_kwh or 0.0,
        datacenter_pue=DATACENTRE_PUE,
        # Metals, primary energy and water are not kept.
        if_electricity_mix_adpe=0.0,
        if_electricity_mix_pe=0.0,
        if_electricity_mix_wue=0.0,
        datacenter_wue=0.0,
    )
    energy_kwh, carbon_kg = impacts.energy.value, impacts.gwp.value
    # They are ranges only where an assumption is one.
    if isinstance(energy_kwh, RangeValue) or isinstance(carbon_kg, RangeValue):
        return usage
    return usage.model_copy(
        update={
            "energy_wh": energy_kwh * PER_KILO,
            "carbon_g": None if carbon_per_kwh is None else carbon_kg * PER_KILO,
            "energy_source": EnergySource.ESTIMATED,
        }
    )


def of_processor(cpu_s: float) -> float:
    """Return the watt-hours that so many seconds of processor are assumed to take."""
    return cpu_s * WATTS_PER_CORE * DATACENTRE_PUE / SECONDS_PER_HOUR


@cache
def _carbon_per_kwh(country: str) -> float | None:
    """Kilograms of CO2 equivalent, by EcoLogits' electricity mixes; None where it has none."""
    from ecologits.electricity_mix_repository import electricity_mixes  # noqa: PLC0415

    # EcoLogits goes by the three letters of ISO 3166, which Unicode gives as other names.
    names = get_global("territory_aliases").items()
    codes = (code for code, countries in names if len(code) == 3 and list(countries) == [country])
    mixes = (electricity_mixes.find_electricity_mix(code) for code in codes)
    return next((float(mix.gwp) for mix in mixes if mix), None)
