"""How much is tried: a few seconds each time, and much more when somebody asks for it.

`python -m pytest tests/stress --hypothesis-profile=long` tries other examples at each run, fifty
times as many.
"""

from hypothesis import HealthCheck, settings

LONG, TIMES = "long", 50


def examples(number: int) -> settings:
    """Try so many, the same each time."""
    is_long = settings.get_current_profile_name() == LONG
    return settings(
        max_examples=number * (TIMES if is_long else 1),
        derandomize=not is_long,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
