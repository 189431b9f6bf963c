"""The rules of form of a short description: those of data.gouv.fr, and those of good writing.

They tell what is wrong to a reader; none is a formula that others published.
"""

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

from eclaireur.core.dataset import Dataset
from eclaireur.methods.extraction import LONGEST, SHORTEST
from eclaireur.text.markup import Traced
from eclaireur.text.sentences import sentences
from eclaireur.text.typography import typeset
from eclaireur.text.words import folded

_END = re.compile(r"[.!?…][\s»\"')\]]*$")
_MARKUP = re.compile(r"https?:|www\.|\S@\S+\.\w|</?[a-z]|&[a-z]+;|\*\*|__|\]\(|\|")
_BOILERPLATE = re.compile(
    r"^(?:ce|le|les|ces|cette) (?:présent )?(?:jeux?|lots?|fichiers?|couches?|bases?|tables?"
    r"|données?)(?: de données)? (?:contien|présent|recens|regroup|représent|list|répertori|fourni"
    r"|donne|est |sont )|pour (?:plus|toute) d|en savoir plus|mise à jour :",
    re.IGNORECASE,
)
_LEANS = re.compile(
    r"^(?:ils?|elles?|celui|celle|ceux|ces|cet|cette|ce|leurs?|ses|sa|son)\b", re.IGNORECASE
)


def opens(text: str) -> bool:
    """Whether it opens on a capital or a digit, past a quotation mark."""
    return text.lstrip("«\xa0 ")[:1].isupper() or text[:1].isdigit()


def ends(text: str) -> bool:
    """Whether it ends as a sentence does."""
    return _END.search(text) is not None


def closes(text: str) -> bool:
    """Whether its parentheses and quotations close."""
    return text.count("(") == text.count(")") and text.count("«") == text.count("»")


def whole_sentences(text: str) -> bool:
    """Whether a text is made of whole sentences: each opens, ends and closes as one does."""
    spans = list(sentences(text))
    return bool(spans) and all(
        opens(text[start:end]) and ends(text[start:end]) and closes(text[start:end])
        for start, end in spans
    )


RULES: Mapping[str, Callable[[str, Dataset], bool]] = MappingProxyType(
    {
        "length": lambda text, _: SHORTEST <= len(text) <= LONGEST,
        "opening": lambda text, _: opens(text),
        "ending": lambda text, _: text.endswith((".", "!", "?")),
        "markup": lambda text, _: _MARKUP.search(text) is None,
        "boilerplate": lambda text, _: _BOILERPLATE.search(text) is None,
        "alone": lambda text, _: _LEANS.match(text) is None,
        "closing": lambda text, _: closes(text),
        "typography": lambda text, _: typeset(Traced.whole(text)).text == text,
        "title": lambda text, dataset: _letters(text) != _letters(dataset.title),
    }
)
"""Whether a text that stands for a dataset keeps each: 20 to 200 characters; a capital or a digit
first; `.`, `!` or `?` last; no markup, address or contact; no boilerplate; nothing referred to
before it; what opens closes; French typography; not the title again."""


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, folded(text)))
