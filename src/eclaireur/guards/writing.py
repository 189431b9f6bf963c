"""What a text that a language model wrote must be before anyone sees it."""

import re
from functools import lru_cache

from eclaireur.core.dataset import Dataset
from eclaireur.core.proposal import Fault
from eclaireur.core.suggestion import Reason
from eclaireur.guards import personal_data
from eclaireur.guards.grounding import Verdict
from eclaireur.guards.orders import gives_orders
from eclaireur.guards.personal_data import PLACEHOLDERS
from eclaireur.methods.extraction.fitness import LONGEST, SHORTEST, is_well_formed
from eclaireur.text.regex import regex
from eclaireur.text.sentences import sentences
from eclaireur.text.wording import (
    ends_dangling,
    holds_contact,
    holds_placeholder,
    is_balanced,
    is_boilerplate,
    is_french,
)
from eclaireur.text.words import EMPTY_WORDS, words

MOST_SENTENCES = 2

ECHOED_WORDS = 6
"""So many words in a row of the prompt, and of nothing else, are an echo of it."""

_MARKUP = regex(r"[*_#`<>|{}\[\]\\^~$=\n\r\t\u200b-\u200f\u202a-\u202e\u2060-\u2069]|&\w+;")
_NAMES_ITSELF = regex(
    r"\bjeux? de données|\bdatasets?\b|\bdescription courte\b|\bmodèle de langage\b|\bfiche\b",
    re.IGNORECASE,
)
_ENDS = (".", "!", "?")


def fault_in_form(text: str, title: str, prompt: str, source: str) -> Fault | None:
    """Return the first thing wrong with how a short description is written.

    Args:
        text: what the model wrote.
        title: the title that it must not repeat.
        prompt: what the model was told, which it must not give away.
        source: the record's text, whose words may be those of the prompt.
    """
    if not SHORTEST <= len(text) <= LONGEST:
        params = {"length": len(text), "minimum": SHORTEST, "maximum": LONGEST}
        return Fault(Reason(code="answer-length", params=params))
    if _MARKUP.search(text):
        return Fault(Reason(code="answer-markup"))
    if holds_contact(text):
        return Fault(Reason(code="answer-link"))
    if _tells_of_someone(text):
        return Fault(Reason(code="answer-personal-data"))
    if echoes(text, prompt, source) or gives_orders(text):
        return Fault(Reason(code="answer-echo"))
    if not _is_whole(text):
        return Fault(Reason(code="answer-sentences", params={"maximum": MOST_SENTENCES}))
    if not is_french(text):
        return Fault(Reason(code="answer-language"))
    if not _is_well_worded(text):
        return Fault(Reason(code="answer-wording"))
    if _stems(text) <= _stems(title):
        return Fault(Reason(code="answer-title"))
    return None


def fault_in_grounds(verdict: Verdict) -> Fault | None:
    """Return a fault that quotes, for the model, the claims that nothing supports."""
    unsupported = [each.text for each in verdict.claims if not each.supported]
    if not unsupported:
        return None
    reason = Reason(code="answer-unsupported", params={"count": len(unsupported)})
    return Fault(reason, quote=", ".join(f"« {each} »" for each in unsupported))


def echoes(text: str, prompt: str, source: str) -> bool:
    """Whether a text repeats a run of the prompt's words that the source does not hold."""
    repeated = _runs(text) & _runs_told(prompt)
    return bool(repeated and repeated - _runs(source))


def checked_source(dataset: Dataset) -> str:
    """The words of a record that the prompt may share with it."""
    return f"{dataset.title}\n{dataset.description}"


def _tells_of_someone(text: str) -> bool:
    return bool(personal_data.find(text)) or any(each in text for each in PLACEHOLDERS.values())


def _is_whole(text: str) -> bool:
    found = list(sentences(text))
    return (
        1 <= len(found) <= MOST_SENTENCES
        and all(text[start:end].endswith(_ENDS) for start, end in found)
        and not ends_dangling(text)
        and is_balanced(text)
    )


def _is_well_worded(text: str) -> bool:
    return (
        is_well_formed(text)
        and not holds_placeholder(text)
        and not is_boilerplate(text)
        and _NAMES_ITSELF.search(text) is None
    )


def _stems(text: str) -> set[str]:
    return {word.stem for word in words(text) if word.folded not in EMPTY_WORDS}


@lru_cache(maxsize=16)
def _runs_told(prompt: str) -> set[tuple[str, ...]]:
    return _runs(prompt)


def _runs(text: str) -> set[tuple[str, ...]]:
    found = [word.folded for word in words(text)]
    return {
        tuple(found[start : start + ECHOED_WORDS]) for start in range(len(found) - ECHOED_WORDS + 1)
    }
