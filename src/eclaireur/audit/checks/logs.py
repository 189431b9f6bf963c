"""No log tells of a person: each line is read as what people type is."""

import ipaddress
import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from eclaireur.audit.inspected import Inspected
from eclaireur.core.audit import Verdict
from eclaireur.core.errors import LogUnreadable
from eclaireur.core.suggestion import Reason
from eclaireur.guards import personal_data

COMMITMENT = 3

LONGEST_LINE = 10_000
"""Characters read of a line."""

MOST_NAMED = 20
"""Lines named; the others are counted."""

ADDRESS = "ip_address"

REMEMBERED = 20_000
"""Lines whose like is not read again: a server writes few that differ by more than their times."""

_TIMES = re.compile(
    r"""^\d{4}-\d\d-\d\d\ \d\d:\d\d:\d\d,\d{3}\ |
        ^\{"time":\ "\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+00:00",\ |
        (?<=\ )\d{1,7}\ ms(?="?,|$) |
        "duration_ms":\ \d{1,7}\.\d""",
    re.VERBOSE,
)
"""When our own lines were written, and how long what they tell of took, in either form."""

_ADDRESS = re.compile(
    r"(?<![\w.:])(?:\d{1,3}(?:\.\d{1,3}){3}|[0-9a-f:]*:[0-9a-f:]+:[0-9a-f:]+)", re.IGNORECASE
)


async def check(inspected: Inspected) -> tuple[Verdict, list[Reason]]:
    """Look for personal data in the logs named, and in those of the data directory."""
    beside = (each for each in inspected.files() if re.search(r"\.log(\.\d+)?$", each.name))
    places = list(dict.fromkeys([*inspected.logs, *beside]))
    if not places:
        return Verdict.NOT_APPLICABLE, [Reason(code="audit-no-log")]
    lines, faults = 0, []
    for place in places:
        for number, line in enumerate(_lines(place), 1):
            lines += 1
            faults += [
                Reason(
                    code="audit-personal-data-logged",
                    params={"file": inspected.shown(place), "line": number, "kind": kind},
                )
                for kind in _kinds(_TIMES.sub("", line))
            ]
    counted = Reason(
        code="audit-logs-read",
        params={"lines": lines, "files": len(places), "found": len(faults)},
    )
    return (Verdict.FAILED if faults else Verdict.PASSED), [counted, *faults[:MOST_NAMED]]


@lru_cache(REMEMBERED)
def _kinds(line: str) -> tuple[str, ...]:
    return tuple(sorted(kinds(line)))


def kinds(line: str) -> Counter[str]:
    """The kinds of personal data that a line holds, an address of the Internet among them.

    >>> dict(kinds("GET / 203.0.113.9"))
    {'ip_address': 1}
    """
    found = Counter(str(each.type) for each in personal_data.find(line[:LONGEST_LINE]))
    for match in _ADDRESS.finditer(line[:LONGEST_LINE]):
        try:
            address = ipaddress.ip_address(match[0])
        except ValueError:
            continue
        if not (address.is_loopback or address.is_unspecified):
            found[ADDRESS] += 1
    return found


def _lines(place: Path) -> Iterator[str]:
    try:
        with place.open(encoding="utf-8", errors="replace") as file:
            while line := file.readline(LONGEST_LINE):
                yield line
    except OSError as error:
        problem = error.strerror or type(error).__name__
        raise LogUnreadable(place=str(place), problem=problem) from error
