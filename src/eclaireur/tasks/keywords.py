"""Keywords: what people search the portal by."""

from collections.abc import Awaitable, Callable

from pydantic import BaseModel, ConfigDict

from eclaireur.core.dataset import Dataset
from eclaireur.core.errors import (
    NearDuplicateKeyword,
    NoKeyword,
    ReservedKeyword,
    WrongKeyword,
    WrongKindOfValue,
)
from eclaireur.core.evidence import Evidence
from eclaireur.core.proposal import Fault, Proposal
from eclaireur.core.suggestion import Reason, Value
from eclaireur.methods.vocabulary import (
    READS,
    RESERVED,
    ControlledTerms,
    KeywordCompletion,
    PortalKeywords,
    PortalVocabulary,
    Ranker,
    said_in,
    says_something,
    variant_key,
)
from eclaireur.tasks.prompt import prompt_of
from eclaireur.tasks.task import Question, Task
from eclaireur.text.slug import LONGEST_KEYWORD, SHORTEST_KEYWORD, slug

FIELD = "keywords"
KEYWORDS_PROPOSED = 5
"""How many keywords data.gouv.fr asks for."""


PROMPT = prompt_of(FIELD)


class Keywords(BaseModel):
    """What a language model answers."""

    model_config = ConfigDict(extra="forbid")
    keywords: list[str]


def task(
    vocabulary: Callable[[], Awaitable[PortalVocabulary]],
    ranker: Ranker,
    controlled: ControlledTerms,
) -> Task:
    """Propose keywords out of what the portal's catalogue teaches, and what authorities name."""
    return Task(
        field=FIELD,
        version="7",
        reads=READS,
        methods=(PortalKeywords(vocabulary, ranker.trees, KEYWORDS_PROPOSED, controlled),),
        shortfall=shortfall,
        accepts=accepted,
        question=Question(PROMPT, Keywords, judged),
        completion=KeywordCompletion(vocabulary),
    )


def shortfall(dataset: Dataset) -> Reason | None:
    """What keeps the dataset from having keywords: nothing says what it is."""
    if dataset.title.strip() or dataset.description.strip():
        return None
    return Reason(code="nothing-to-read")


def accepted(value: Value) -> tuple[str, ...]:
    """A person's own keywords, in the portal's form, each once; blanks are left out.

    Raises:
        WrongKindOfValue: it is no list.
        WrongKeyword: the portal would refuse one, for its length.
        ReservedKeyword: one would give a badge.
        NearDuplicateKeyword: two are one, written in two ways.
        NoKeyword: none is left.
    """
    if isinstance(value, str):
        raise WrongKindOfValue(field=FIELD, expected="keywords")
    keywords = dict.fromkeys(_keyword(text) for text in value if text.strip())
    if not keywords:
        raise NoKeyword
    written: dict[str, str] = {}
    for keyword in keywords:
        other = written.setdefault(variant_key(keyword) or keyword, keyword)
        if other != keyword:
            raise NearDuplicateKeyword(keyword=keyword, other=other)
    return tuple(keywords)


def judged(answer: str, dataset: Dataset) -> Proposal | Fault:
    """Those of a language model's keywords that the portal takes and the dataset says."""
    found: dict[str, Evidence] = {}
    taken: set[str] = set()
    for text in Keywords.model_validate_json(answer).keywords:
        keyword = slug(text)
        if keyword is None or keyword in dataset.keywords or not says_something(keyword):
            continue
        passage = said_in(dataset, keyword)
        if passage is not None and variant_key(keyword) not in taken:
            taken.add(variant_key(keyword))
            found[keyword] = Evidence(part=keyword, support=passage)
    proposed = tuple(found)[:KEYWORDS_PROPOSED]
    if not proposed:
        return Fault(Reason(code="answer-keywords"))
    return Proposal(value=proposed, evidence=tuple(found[each] for each in proposed))


def _keyword(text: str) -> str:
    keyword = slug(text)
    if keyword is None:
        raise WrongKeyword(
            keyword=text[:LONGEST_KEYWORD], minimum=SHORTEST_KEYWORD, maximum=LONGEST_KEYWORD
        )
    if keyword in RESERVED:
        raise ReservedKeyword(keyword=keyword)
    return keyword
