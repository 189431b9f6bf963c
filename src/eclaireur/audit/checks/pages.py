"""Pages load nothing from elsewhere: the sources of all that they are made of are read."""

import re
from collections.abc import Iterator

from eclaireur.audit.inspected import Inspected
from eclaireur.core.audit import Verdict
from eclaireur.core.suggestion import Reason

COMMITMENT = 4

_LOADED = re.compile(
    r"""
    <(?:script|link|img|iframe|frame|source|video|audio|track|object|embed|form|image|use|base)\b
        [^>]*? \s (?:src|srcset|href|data|poster|action) \s*=\s* ["']? \s*
        (?P<tag> (?:https?:)?//[^\s"'>]+ )
    | (?: url\( | @import \s ) \s* ["']? \s* (?P<style> (?:https?:)?//[^\s"')]+ )
    | (?: fetch | import | Worker | EventSource | WebSocket | sendBeacon ) \s* \( \s* ["'`]
        (?P<script> (?:https?:|wss?:)?//[^\s"'`]+ )
    | \b from \s* ["'] (?P<module> https?://[^"']+ )
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""What makes a browser ask another host; a link that a person may follow does not."""

_OWN = frozenset({"'none'", "'self'"})


async def check(inspected: Inspected) -> tuple[Verdict, list[Reason]]:
    """Look for addresses of elsewhere among what is loaded, and in the policy of the pages."""
    faults = [
        Reason(code="audit-page-third-party", params={"file": name, "address": address})
        for name, source in inspected.pages.items()
        for address in loaded_from_elsewhere(source)
    ]
    directives = [each.split() for each in inspected.policy_of_content.split(";") if each.split()]
    open_to = {source for each in directives for source in each[1:]} - _OWN
    faults += [
        Reason(code="audit-content-policy", params={"source": each}) for each in sorted(open_to)
    ]
    if ["default-src", "'none'"] not in directives and ["default-src", "'self'"] not in directives:
        faults.append(Reason(code="audit-content-policy", params={"source": "default-src"}))
    counted = Reason(code="audit-pages-read", params={"files": len(inspected.pages)})
    return (Verdict.FAILED if faults else Verdict.PASSED), [counted, *faults]


def loaded_from_elsewhere(source: str) -> Iterator[str]:
    """The addresses of other hosts that a template, a style sheet or a script loads.

    >>> list(loaded_from_elsewhere('<a href="https://x.example/">x</a><img src="//x.example/a">'))
    ['//x.example/a']
    """
    for match in _LOADED.finditer(source):
        yield next(each for each in match.groups() if each)
