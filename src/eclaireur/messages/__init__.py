"""Everything a person reads, in one file a language: `fr.ftl` first, then `en.ftl`.

The files are in Fluent, which knows the plurals, numbers and dates of a language. A third
language is one more file and one more name in `Locale`.
"""

import re
from collections.abc import Mapping
from datetime import date
from functools import cache
from importlib import resources
from itertools import pairwise
from typing import TYPE_CHECKING, Literal, TypeAlias, cast, get_args

from fluent.runtime import FluentBundle, FluentResource
from fluent.runtime.types import FluentType, fluent_date
from fluent.syntax import ast
from fluent.syntax.visitor import Visitor

from eclaireur.core.errors import EclaireurError
from eclaireur.core.suggestion import Reason, State
from eclaireur.core.theme import theme_code

if TYPE_CHECKING:
    from babel import Locale as Conventions

Locale: TypeAlias = Literal["fr", "en"]

LOCALES: tuple[Locale, ...] = get_args(Locale)
DEFAULT_LOCALE: Locale = "fr"

Argument: TypeAlias = str | int | float | date

LONGEST_ARGUMENT = 300
"""Characters shown of a text that a message names. Fluent refuses 2,500 in one placeable, where
a message may put three of them."""

LONGEST_QUOTE = 2_000
"""Characters shown of a text that a message is there to quote."""

_QUOTES = frozenset({"examples", "masked", "mistakes", "passage", "text"})
"""The variables that quote: each is alone in its placeable."""

_LANGUAGE = re.compile(
    r"\s*(?P<name>[a-z]{2})(?![a-z])[^;]*(?:;\s*q\s*=\s*(?P<weight>[01](?:\.[0-9]*)?)\s*)?",
    re.IGNORECASE,
)
"""One language of an Accept-Language header (RFC 9110, section 12.5.4), or of LANG."""


_ENTRY = re.compile(r"^-?[a-zA-Z][\w-]*", re.MULTILINE)
"""Where an entry of a file begins, and its name: the rest of it is indented, or closes what it
opened (Fluent 1.0)."""


class MessageError(Exception):
    """A message is missing or cannot be filled in: a defect of the program, not of its use."""


class _WrittenDate(FluentType):
    """A date as people write it: the data of Unicode leave out the `1er` of French."""

    def __init__(self, day: date, **style: str) -> None:
        self._date = fluent_date(day, **style)
        self._is_first = day.day == 1

    def format(self, locale: "Conventions") -> str:
        text = str(self._date.format(locale))
        return text.replace("1 ", "1er ", 1) if self._is_first and locale.language == "fr" else text


class _References(Visitor):
    """The names of the entries that one puts into its own text."""

    def __init__(self) -> None:
        self.names: list[str] = []

    def visit_MessageReference(self, node: ast.MessageReference) -> None:  # noqa: N802
        self.names.append(node.id.name)

    def visit_TermReference(self, node: ast.TermReference) -> None:  # noqa: N802
        self.names.append(f"-{node.id.name}")


class Messages:
    """The messages of one language. One is read when it is first said: all would take a second."""

    def __init__(self, locale: Locale) -> None:
        source = resources.files(__name__).joinpath(f"{locale}.ftl").read_text("utf-8")
        self.locale = locale
        self._bundle = FluentBundle([locale], {"DATETIME": _WrittenDate}, use_isolating=False)
        entries = [*_ENTRY.finditer(source), None]
        self._entries = {
            entry[0]: source[entry.start() : following.start() if following else None]
            for entry, following in pairwise(entries)
            if entry
        }

    def __call__(self, identifier: str, /, **arguments: Argument) -> str:
        """Return the message with its variables filled in.

        Variables are named with underscores here and with hyphens nowhere: `$task_version`.
        A long text is shortened.

        Raises:
            MessageError: no such message, or it wants a variable that was not given.
        """
        if not self.has(identifier):
            raise MessageError(f"{self.locale}.ftl has no message {identifier}")
        pattern = self._bundle.get_message(identifier).value
        if pattern is None:
            raise MessageError(f"{identifier} in {self.locale}.ftl is empty")
        shown = {name: _shortened(name, value) for name, value in arguments.items()}
        text, problems = self._bundle.format_pattern(pattern, shown)
        if problems:
            raise MessageError(f"{identifier} in {self.locale}.ftl: {problems}")
        return cast("str", text)

    def has(self, identifier: str) -> bool:
        """Whether there is such a message, for the codes that portals may add to."""
        self._read(identifier)
        return bool(self._bundle.has_message(identifier))

    def value(self, part: str) -> str:
        """Give a theme the name that people know it by; anything else is its own name."""
        code = theme_code(part)
        return part if code is None else self(f"theme-{code}")

    def reason(self, reason: Reason) -> str:
        """Say why something was withheld, failed or was rejected.

        Where it is an error, its code and its parameters are that error's.
        """
        identifier = f"reason-{reason.code}"
        if self.has(identifier):
            return self(identifier, **reason.params)
        return self._error(reason.code, reason.params)

    def error(self, error: EclaireurError) -> str:
        """Say what went wrong and what to do."""
        return self._error(error.code, error.params)

    def _error(self, code: str, params: Mapping[str, str | int | float]) -> str:
        named = {name: self._named(name, value) for name, value in params.items()}
        return self(f"error-{code}", **named)

    def _read(self, name: str) -> None:
        """Read an entry, after those that it puts into its own text.

        Threads may read the same at once: what they add is the same.
        """
        source = self._entries.get(name)
        if source is None or self._bundle.has_message(name):
            return
        resource = FluentResource(source)
        references = _References()
        references.visit(resource)
        for each in references.names:
            self._read(each)
        self._bundle.add_resource(resource)

    def _named(self, name: str, value: str | float) -> str | int | float:
        """Give a state or a field the name that people know it by."""
        if isinstance(value, State):
            return self(f"state-{value}").lower()
        if name == "field" and self.has(f"field-{value}"):
            return self(f"field-{value}").lower()
        return value


def _shortened(name: str, value: Argument) -> Argument:
    limit = LONGEST_QUOTE if name in _QUOTES else LONGEST_ARGUMENT
    return f"{value[: limit - 1]}…" if isinstance(value, str) and len(value) > limit else value


@cache
def messages(locale: Locale) -> Messages:
    """Return the messages of a language, read once."""
    return Messages(locale)


def negotiated(accept_language: str | None) -> Locale:
    """Choose among our languages as an Accept-Language header or a LANG variable asks.

    >>> negotiated("en-GB,en;q=0.9,fr;q=0.5")
    'en'
    >>> negotiated("de")
    'fr'
    """
    wanted = []
    for part in (accept_language or "").split(","):
        language = _LANGUAGE.fullmatch(part)
        if language and (weight := float(language["weight"] or 1)):
            wanted.append((weight, language["name"].lower()))
    for _, name in sorted(wanted, key=lambda each: -each[0]):
        for locale in LOCALES:
            if name == locale:
                return locale
    return DEFAULT_LOCALE
