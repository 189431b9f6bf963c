"""French typography, laid over a text without losing where its characters come from.

The rules are those of the Imprimerie nationale's *Lexique*: a no-break space before a colon
and inside guillemets, a narrow one before `;`, `!`, `?` and between groups of three digits; the
curved apostrophe; guillemets rather than straight quotes; one character for an ellipsis. A colon
inside a time, a scale or an identifier is left alone.
"""

import re
from collections.abc import Callable

from eclaireur.text.markup import Traced
from eclaireur.text.regex import regex

NO_BREAK = "\xa0"
NARROW_NO_BREAK = "\u202f"

_RULES: tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = (
    (regex(r"\s{2,}|[\t\n\u2009]"), " "),
    (regex(r"(?<=\w)['´`‘]{1,2}(?=\w)"), "’"),
    (regex(r"\s+(?=[,)\]]|\.(?!\w))"), ""),
    (regex(r"(?<=[(\[])\s+"), ""),
    (regex(r"\.{3,}"), "…"),
    (regex(r"(?<=[^\W\d_],)(?=[^\W\d_])"), " "),
    # "a)b" and "b(c" may be code; words are longer.
    (regex(r"(?<=[^\W\d_]{2}\))(?=[^\W\d_]{2})|(?<=[^\W\d_]{3})(?=\([^\W\d_]{3})"), " "),
    (regex(r"(?:^|(?<=[\s(’]))[\"“]\s?(?=[^\s\"“”][^\"“”]*[\"”])"), "«" + NO_BREAK),
    (regex(r"(?<=[^\s\"“«])\s?[\"”](?=[\s.,;:!?)…»]|$)"), NO_BREAK + "»"),
    (regex(r"«[ \u202f]?(?=\S)"), "«" + NO_BREAK),
    (regex(r"(?<=\S)[ \u202f]?»"), NO_BREAK + "»"),
    (regex(r"(?<=[^\W\d_] ):(?=[^\W\d_])"), ": "),
    (regex(r"(?<=[\w)»%°])[ \u202f]?:(?=\s)"), NO_BREAK + ":"),
    (
        regex(r"(?<=[\w)»%°’…])[ \xa0]?(?P<mark>[;!?])(?=[\s!?]|$)"),
        lambda match: NARROW_NO_BREAK + match["mark"],
    ),
    (regex(r"(?<=\d)[ \xa0](?=\d{3}(?!\d))(?<!\d{4}.)"), NARROW_NO_BREAK),
    (regex(r"(?<=\d) (?=[%€])"), NO_BREAK),
    (regex(r"(?<=\bn°) ?(?=\d)"), NO_BREAK),
)


def typeset(text: Traced) -> Traced:
    """Apply French typography. Doing it twice changes nothing more."""
    for pattern, replacement in _RULES:
        text = text.rewritten(pattern, replacement)
    return text
