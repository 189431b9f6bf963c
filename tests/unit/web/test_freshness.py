"""How old a dataset is said to be, and when it is said to be late."""

from datetime import date

import pytest

from eclaireur.core.dataset import Dataset
from eclaireur.messages import messages
from eclaireur.web.freshness import PERIODS, age_of, is_late

TODAY = date(2026, 3, 1)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2026-03-01T10:00:00", "aujourd’hui"),
        ("2026-02-28", "hier"),
        ("2026-02-27", "il y a 2 jours"),
        ("2026-02-02", "il y a 27 jours"),
        ("2026-02-01", "il y a 1 mois"),
        ("2025-03-02", "il y a 11 mois"),
        ("2024-03-02", "il y a 23 mois"),
        ("2024-03-01", "il y a 2 ans"),
        ("2016-01-01", "il y a 10 ans"),
        ("2026-03-02", ""),
        ("2021", ""),
        ("bientôt", ""),
        (None, ""),
    ],
)
def test_an_age_is_said_in_whole_days_months_or_years(text: str | None, said: str) -> None:
    assert age_of(text, TODAY, messages("fr")) == said


@pytest.mark.parametrize(
    ("frequency", "modified", "late"),
    [
        ("daily", "2026-02-22", False),
        ("daily", "2026-02-21", True),
        ("monthly", "2025-12-29", False),
        ("monthly", "2025-12-28", True),
        ("annual", "2024-02-28", False),
        ("annual", "2023-12-31", True),
        ("punctual", "1999-01-01", False),
        (None, "1999-01-01", False),
        ("daily", None, False),
        ("daily", "hier", False),
    ],
)
def test_a_dataset_is_late_past_twice_its_rhythm(
    frequency: str | None, modified: str | None, *, late: bool
) -> None:
    dataset = Dataset(identifier="x", frequency=frequency, modified=modified)
    assert is_late(dataset, TODAY) is late


def test_every_rhythm_that_has_a_name_is_known() -> None:
    say = messages("fr")
    assert [each for each in PERIODS if not say.has(f"frequency-{each}")] == []
