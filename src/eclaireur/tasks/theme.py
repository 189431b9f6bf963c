"""Themes: under which of the thirteen headings of European portals a dataset is found."""

from collections.abc import Awaitable, Callable

from pydantic import BaseModel, ConfigDict

from eclaireur.core.dataset import Dataset
from eclaireur.core.errors import NoTheme, UnknownTheme, WrongKindOfValue
from eclaireur.core.evidence import Evidence
from eclaireur.core.proposal import Fault, Proposal
from eclaireur.core.suggestion import Reason, Value
from eclaireur.core.theme import THEMES, theme_code, theme_uri
from eclaireur.methods.themes import MOST, READS, ThemesOfWords
from eclaireur.methods.vocabulary import ControlledTerms, PortalVocabulary, said_in
from eclaireur.tasks.prompt import prompt_of
from eclaireur.tasks.task import Question, Task

FIELD = "theme"


PROMPT = prompt_of(FIELD)


class ChosenTheme(BaseModel):
    """A theme, and the words of the record that tell it."""

    model_config = ConfigDict(extra="forbid")
    theme: str
    words: str


class Themes(BaseModel):
    """What a language model answers."""

    model_config = ConfigDict(extra="forbid")
    themes: list[ChosenTheme]


def task(
    vocabulary: Callable[[], Awaitable[PortalVocabulary]], controlled: ControlledTerms
) -> Task:
    """Propose themes out of what the record and its neighbours say."""
    return Task(
        field=FIELD,
        version="1",
        reads=READS,
        methods=(ThemesOfWords(vocabulary, controlled),),
        shortfall=shortfall,
        accepts=accepted,
        question=Question(PROMPT, Themes, judged),
    )


def shortfall(dataset: Dataset) -> Reason | None:
    """What keeps the dataset from having themes: nothing says what it is."""
    if dataset.title.strip() or dataset.description.strip():
        return None
    return Reason(code="nothing-to-read")


def accepted(value: Value) -> tuple[str, ...]:
    """A person's own themes, by code or by URI, as URIs, each once; blanks are left out.

    Raises:
        WrongKindOfValue: it is no list.
        UnknownTheme: one is not of the table.
        NoTheme: none is left.
    """
    if isinstance(value, str):
        raise WrongKindOfValue(field=FIELD, expected="themes")
    themes = dict.fromkeys(_uri(text.strip()) for text in value if text.strip())
    if not themes:
        raise NoTheme
    return tuple(themes)


def judged(answer: str, dataset: Dataset) -> Proposal | Fault:
    """Those of a language model's themes that are new, and whose words the dataset says."""
    found: dict[str, Evidence] = {}
    for each in Themes.model_validate_json(answer).themes:
        uri = theme_uri(each.theme)
        if each.theme not in THEMES or uri in dataset.theme:
            continue
        passage = said_in(dataset, each.words)
        if passage is not None:
            found.setdefault(uri, Evidence(part=uri, support=passage))
    proposed = tuple(found)[:MOST]
    if not proposed:
        return Fault(Reason(code="answer-themes"))
    return Proposal(value=proposed, evidence=tuple(found[each] for each in proposed))


def _uri(text: str) -> str:
    code = theme_code(text) or text.upper()
    if code not in THEMES:
        raise UnknownTheme(theme=text, choices=", ".join(THEMES))
    return theme_uri(code)
