"""The two languages say the same things, and everything that the program says is there."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from functools import cache
from importlib import resources
from pathlib import Path

import pytest
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor
from hypothesis import example, given
from hypothesis import strategies as st

import eclaireur
from eclaireur.messages import (
    LOCALES,
    LONGEST_ARGUMENT,
    LONGEST_QUOTE,
    Argument,
    Locale,
    MessageError,
    Messages,
    messages,
    negotiated,
)
from eclaireur.representations.problem import problem_types

PROGRAM = Path(eclaireur.__file__).parent
SOURCES = [
    path
    for path in sorted(PROGRAM.rglob("*"))
    if path.suffix in {".py", ".html", ".js"} and "vendor" not in path.parts
]


class _Variables(Visitor):
    def __init__(self) -> None:
        self.references: set[str] = set()
        self.found: set[str] = set()
        self.choices: dict[str, set[str]] = {}
        """The keys of the variants among which a variable chooses."""
        self.functions: dict[str, str] = {}
        """The function that writes a variable."""

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802
        self.found.add(node.id.name)

    def visit_MessageReference(self, node: ast.MessageReference) -> None:  # noqa: N802
        self.references.add(node.id.name)

    def visit_SelectExpression(self, node: ast.SelectExpression) -> None:  # noqa: N802
        self.generic_visit(node)
        assert isinstance(node.selector, ast.VariableReference)
        keys = self.choices.setdefault(node.selector.id.name, set())
        keys.update(
            each.key.name if isinstance(each.key, ast.Identifier) else each.key.value
            for each in node.variants
        )

    def visit_FunctionReference(self, node: ast.FunctionReference) -> None:  # noqa: N802
        self.generic_visit(node)
        [variable] = node.arguments.positional
        assert isinstance(variable, ast.VariableReference)
        self.functions[variable.id.name] = node.id.name


class _Texts(Visitor):
    def __init__(self) -> None:
        self.found: list[str] = []

    def visit_TextElement(self, node: ast.TextElement) -> None:  # noqa: N802
        self.found.append(node.value)


@cache
def _entries(locale: Locale) -> dict[str, ast.Message]:
    """What the file of a language holds, read by the parser of Fluent alone."""
    source = resources.files("eclaireur.messages").joinpath(f"{locale}.ftl").read_text("utf-8")
    entries: dict[str, ast.Message] = {}
    for entry in FluentParser(with_spans=False).parse(source).body:
        assert not isinstance(entry, ast.Junk), entry.content
        if isinstance(entry, ast.Message):
            assert entry.id.name not in entries, f"{entry.id.name} is there twice"
            entries[entry.id.name] = entry
    return entries


@cache
def _variables_by_message(locale: Locale) -> dict[str, set[str]]:
    return {name: visitor.found for name, visitor in _visited(locale).items()}


@cache
def _visited(locale: Locale) -> dict[str, _Variables]:
    visited: dict[str, _Variables] = {}
    for name, entry in _entries(locale).items():
        visited[name] = _Variables()
        visited[name].visit(entry)
    for each in visited.values():
        for name in each.references:
            each.found |= visited[name].found
            each.choices |= visited[name].choices
            each.functions |= visited[name].functions
    return visited


SAME_WORDS = frozenset(
    [
        "a",
        "catalogue",
        "concepts",
        "configuration",
        "csv",
        "date",
        "dcat",
        "description",
        "destination",
        "eclaireur",
        "gco₂e",
        "id",
        "json",
        "ld",
        "licence",
        "lines",
        "options",
        "organisation",
        "s",
        "n",
        "ndcg",
        "question",
        "r",
        "source",
        "turtle",
        "usage",
        "version",
        "wh",
    ]
)
"""What French and English write alike."""


@cache
def _words(locale: Locale) -> dict[str, tuple[str, ...]]:
    """The words of each message, in their order, without what variables put there."""
    words = {}
    for name, entry in _entries(locale).items():
        texts = _Texts()
        texts.visit(entry.value)
        words[name] = tuple(re.findall(r"[^\W\d_]+", " ".join(texts.found)))
    return words


@cache
def _program() -> str:
    return "\n".join(path.read_text("utf-8") for path in SOURCES)


@cache
def _named() -> tuple[frozenset[str], frozenset[str], frozenset[str], frozenset[str]]:
    """What the program quotes, begins a name with, calls a kind of code, and says at all."""
    text = _program()
    return tuple(  # type: ignore[return-value]
        frozenset(re.findall(pattern, text))
        for pattern in (
            r"[\"'`]([a-z0-9_-]+)[\"'`]",
            r"[\"']([a-z0-9_-]+-)(?:\{|[\"']\s*~)",
            r"code_name\([\"']([a-z0-9_-]+)[\"']",
            r"(?i)[a-z0-9_]+(?:-[a-z0-9_]+)*",
        )
    )


def _is_used(identifier: str) -> bool:
    """Whether the program names it, whole or as a beginning and an end that it puts together."""
    quoted, beginnings, kinds, _ = _named()
    if identifier in quoted:
        return True
    for hyphen in re.finditer("-", identifier):
        beginning, end = identifier[: hyphen.end()], identifier[hyphen.end() :]
        # The codes of a portal are its own: they are not in the program.
        if beginning[:-1] in kinds or (beginning in beginnings and _is_a_value(end)):
            return True
    return False


def _is_a_value(name: str) -> bool:
    """Whether the program holds the name: a field, a state, a code, a status."""
    said, problems = _values()
    return name in said or name.removesuffix("-detail") in problems


@cache
def _values() -> tuple[frozenset[str], frozenset[str]]:
    """What the program says, as it is and in lower case, and its types of problem."""
    *_, said = _named()
    return said.union(map(str.lower, said)), frozenset(problem_types(messages("fr")))


def test_languages_hold_the_same_messages() -> None:
    french, *others = (_variables_by_message(locale) for locale in LOCALES)
    for other in others:
        assert other.keys() == french.keys()


def test_messages_have_the_same_variables_in_each_language() -> None:
    french, *others = (_variables_by_message(locale) for locale in LOCALES)
    for other in others:
        differing = {name for name, variables in french.items() if other.get(name) != variables}
        assert differing == set()


def test_messages_are_translated() -> None:
    """A sentence that is the same in each language was copied, but for words that they share."""
    copied = []
    for identifier in _variables_by_message("fr"):
        written = {_words(locale)[identifier] for locale in LOCALES}
        if (
            len(written) < len(LOCALES)
            and {word.lower() for words in written for word in words} - SAME_WORDS
        ):
            copied.append(identifier)
    assert copied == []


@pytest.mark.parametrize("locale", LOCALES)
def test_none_is_not_told_as_one(locale: Locale) -> None:
    """French counts zero as one: “1 jeton” would be said of none."""
    for identifier, visited in _visited(locale).items():
        for selector, keys in visited.choices.items():
            if "one" in keys:
                arguments = dict.fromkeys(visited.found, "x") | {
                    name: 7 for name, function in visited.functions.items() if function == "NUMBER"
                }
                none, one = (
                    messages(locale)(identifier, **{**arguments, selector: number})
                    for number in (0, 1)
                )
                assert none != one, identifier


@pytest.mark.parametrize(
    ("locale", "expected"),
    [
        ("fr", ("1\u202f234\u202f567", "0,5\u00a0Wh", "2 jetons", "de 20\u00a0% à 50\u00a0%")),
        ("en", ("1,234,567", "0.5\u00a0Wh", "2 tokens", "20% to 50%")),
    ],
)
def test_figures_are_written_as_people_do(locale: Locale, expected: tuple[str, ...]) -> None:
    say = messages(locale)
    said = (
        say("web-number", number=1_234_567),
        say("ledger-energy", amount=0.5),
        say("ledger-tokens", count=2),
        say("learning-retained", value=0.4, low=0.2, high=0.5),
    )
    for text, wanted in zip(said, expected, strict=True):
        assert wanted in text, (text, wanted)


def test_every_message_is_used() -> None:
    assert [each for each in _variables_by_message("fr") if not _is_used(each)] == []


@pytest.mark.parametrize("locale", LOCALES)
def test_messages_that_the_program_names_exist(locale: Locale) -> None:
    named = set(re.findall(r"\b(?:say|t)\(\s*[\"']([a-z0-9_-]*[a-z0-9])[\"']", _program()))
    assert named - _variables_by_message(locale).keys() == set()


@pytest.mark.parametrize("locale", LOCALES)
def test_reasons_that_the_program_gives_have_a_sentence(locale: Locale) -> None:
    codes = set(re.findall(r"Reason\(\s*code=[\"']([a-z0-9_-]+)[\"']", _program()))
    assert codes
    assert {f"reason-{code}" for code in codes} - _variables_by_message(locale).keys() == set()


@pytest.mark.parametrize("locale", LOCALES)
def test_every_error_has_its_sentence_with_its_own_variables(locale: Locale) -> None:
    for code, explanation in problem_types(messages(locale)).items():
        assert explanation.explanation.strip(), code
        assert explanation.title.strip(), code


def test_missing_message_is_a_defect_and_not_an_empty_text() -> None:
    with pytest.raises(MessageError, match="no message nothing-like-it"):
        messages("fr")("nothing-like-it")


def test_missing_variable_is_a_defect() -> None:
    with pytest.raises(MessageError, match="error-dataset-not-found"):
        messages("fr")("error-dataset-not-found")


def _fillings(variables: _Variables, text: str) -> Iterator[dict[str, Argument]]:
    """Give every variable that takes one the text, in each variant of the message."""
    sample: dict[str, Argument] = {"NUMBER": 1000, "DATETIME": datetime(2024, 1, 1, tzinfo=UTC)}
    written = {
        name: sample[variables.functions[name]] if name in variables.functions else text
        for name in variables.found
    }
    for selector, keys in variables.choices.items():
        counts = "one" in keys or any(map(str.isdecimal, keys))
        for value in (0, 1, 1000) if counts else (text, *keys):
            yield written | {selector: value}
    if not variables.choices:
        yield written


@pytest.mark.parametrize("locale", LOCALES)
def test_no_text_is_too_long_for_any_message(locale: Locale) -> None:
    for identifier, variables in _visited(locale).items():
        # Each variable is filled with as much as is ever shown of it.
        for arguments in _fillings(variables, "é" * 100_000):
            assert messages(locale)(identifier, **arguments)


@given(st.text(min_size=1, max_size=9), st.integers(0, 2 * LONGEST_ARGUMENT))
@example("é", LONGEST_ARGUMENT)
@example("é", LONGEST_ARGUMENT + 1)
def test_a_text_is_shown_whole_or_its_beginning_is(repeated: str, length: int) -> None:
    title = (repeated * length)[:length]
    shown = messages("en")("why-example", title=title)[1:-1]
    if len(title) <= LONGEST_ARGUMENT:
        assert shown == title
    else:
        assert shown == title[: LONGEST_ARGUMENT - 1] + "…"


def test_a_passage_is_quoted_at_length() -> None:
    passage = "é" * LONGEST_QUOTE
    assert passage in messages("fr")("why-passage", field="description", text=passage)


@pytest.mark.parametrize(
    ("day", "french", "english"),
    [
        (date(2024, 1, 1), "1er janvier 2024", "January 1, 2024"),
        (date(2011, 1, 11), "11 janvier 2011", "January 11, 2011"),
        (date(2021, 1, 21), "21 janvier 2021", "January 21, 2021"),
    ],
)
def test_a_day_is_written_as_people_do(day: date, french: str, english: str) -> None:
    assert messages("fr")("web-day", day=day) == french
    assert messages("en")("web-day", day=day) == english


@pytest.mark.parametrize(
    ("asked", "locale"),
    [
        (None, "fr"),
        ("", "fr"),
        ("de", "fr"),
        ("en_US.UTF-8", "en"),
        ("C.UTF-8", "fr"),
        ("fr;q=0.4, en;q=0.8", "en"),
        ("en;q=oops", "fr"),
        ("*", "fr"),
        ("fr; q=0.1, en; q=0.9", "en"),
        ("fr ;q=0.1,EN-gb ; Q=0.9", "en"),
        ("en;q=0", "fr"),
        ("en;q=0.0, fr", "fr"),
        ("eng, enm;q=0.3", "fr"),
    ],
)
def test_language_is_the_one_asked_for_or_french(asked: str | None, locale: Locale) -> None:
    assert negotiated(asked) == locale


def test_french_marks_keep_their_space_on_the_same_line() -> None:
    source = resources.files("eclaireur.messages").joinpath("fr.ftl").read_text("utf-8")
    said = [line for line in source.splitlines() if not line.startswith("#")]
    assert [line for line in said if re.search(r"« | »|\S [:;!?](\s|$)", line)] == []


@pytest.mark.parametrize("locale", LOCALES)
def test_every_entry_of_the_file_is_found(locale: Locale) -> None:
    assert [name for name in _entries(locale) if not messages(locale).has(name)] == []


@pytest.mark.parametrize("locale", LOCALES)
def test_a_message_brings_in_those_that_it_puts_into_its_own_text(locale: Locale) -> None:
    referring = [name for name, visitor in _visited(locale).items() if visitor.references]
    assert referring
    for name in referring:
        # Each from nothing: no other message has brought in what it puts into its text.
        chosen = {each: next(iter(keys)) for each, keys in _visited(locale)[name].choices.items()}
        given = dict.fromkeys(_visited(locale)[name].found, 1) | chosen
        assert Messages(locale)(name, **given)
