"""How old a dataset is, as its portal tells it, and whether it keeps the rhythm it announces."""

from datetime import date

from eclaireur.core.dataset import Dataset
from eclaireur.messages import Messages

TOLERANCE = 2
"""Times the announced period that may pass before a dataset is said to be late."""

PERIODS = {
    "continuous": 1,
    "hourly": 1,
    "fourTimesADay": 1,
    "threeTimesADay": 1,
    "semidaily": 1,
    "daily": 1,
    "fourTimesAWeek": 2,
    "threeTimesAWeek": 3,
    "semiweekly": 4,
    "weekly": 7,
    "biweekly": 14,
    "threeTimesAMonth": 10,
    "semimonthly": 15,
    "monthly": 31,
    "bimonthly": 62,
    "quarterly": 92,
    "threeTimesAYear": 122,
    "semiannual": 184,
    "annual": 366,
    "biennial": 731,
    "triennial": 1096,
    "quinquennial": 1827,
}
"""Days between two updates, by the portal's code; others announce no rhythm."""

SHORTEST_DELAY = 7
"""Days that any update may take to be told: a portal is not read every hour."""


def day_in(text: str | None) -> date | None:
    """Return the day of an ISO 8601 date, if it is one."""
    try:
        return date.fromisoformat((text or "")[:10])
    except ValueError:
        return None


def age_of(text: str | None, today: date, say: Messages) -> str:
    """Say how long ago a date was; nothing of what is not a date or is yet to come."""
    day = day_in(text)
    if day is None or day > today:
        return ""
    days = (today - day).days
    months = (today.year - day.year) * 12 + today.month - day.month - (today.day < day.day)
    if months >= 24:
        return say("web-age-years", count=months // 12)
    if months:
        return say("web-age-months", count=months)
    if days > 1:
        return say("web-age-days", count=days)
    return say("web-age-yesterday" if days else "web-age-today")


def is_late(dataset: Dataset, today: date) -> bool:
    """Whether its last update is older than the rhythm that it announces allows."""
    day, period = day_in(dataset.modified), PERIODS.get(dataset.frequency or "")
    if day is None or period is None:
        return False
    return (today - day).days > max(TOLERANCE * period, SHORTEST_DELAY)
