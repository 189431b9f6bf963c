"""The short description that a dataset's own sentences give."""

import re

from eclaireur.core.dataset import Dataset
from eclaireur.core.proposal import Proposal, Withheld
from eclaireur.core.suggestion import Reason
from eclaireur.methods.extraction.candidates import Candidate, candidates
from eclaireur.methods.extraction.fitness import LONGEST
from eclaireur.methods.extraction.phrasing import CARRIER
from eclaireur.methods.extraction.scoring import Title, content_stems, says_more, title_of
from eclaireur.methods.extraction.statements import Statement, statements
from eclaireur.methods.extraction.support import evidence_of
from eclaireur.text.markup import Traced
from eclaireur.text.regex import regex
from eclaireur.text.wording import is_french, warns

_ON_DATA = regex(
    rf"(?:ce(?:t|tte|s)?|le présent|la présente)\s{CARRIER}\b|(?:le|les|la)\s"
    r"(?:données|fichiers?|couches?|bases? de données|jeux? de données)\b",
    re.IGNORECASE,
)
# Tuned by reading samples of a national portal's catalogue.
_ENOUGH = 1.6
"""The least score of a proposal."""
_ENOUGH_DEFINITION = -0.9
"""The least score of a definition of what the title names."""
_ENOUGH_SECOND = 2.8
"""The least score of a second sentence."""
_ENOUGH_ABOUT = -1.7
"""The least score of one on what the title names, beside a first that says no more than it."""
_ENOUGH_BESIDE = 1.0
"""The least score of one that stands beside a first that says too little."""
_HEADING = 40
"""A line that is no longer heads what follows."""
_THIN = 60
"""A shorter sentence must name something, or say more than the title, to stand alone."""
_CLOSE = 1.0
"""How much less than a sentence too thin another may weigh, to stand in its place."""
_ROOM_FOR_SECOND = 130
"""A first sentence longer than this stands alone."""


class Extraction:
    """Chooses the source's sentences that say what the data are, and shortens them."""

    name = "extraction"
    model = None

    async def propose(self, dataset: Dataset) -> Proposal | Withheld:
        """Propose a short description made of the description's words, or say why not."""
        found = list(statements(dataset.description))
        if not is_french(" ".join(statement.text.text for statement in found)):
            return Withheld(Reason(code="not-in-french"))
        title = title_of(dataset.title)
        value = _best(_weighed(found, title), title)
        if value is None:
            return Withheld(Reason(code="no-sentence-on-content"))
        warned = warns("\n".join(statement.text.text for statement in found))
        if warned and not warns(dataset.title) and not warns(value.text):
            return Withheld(Reason(code="warning-lost"))
        evidence = tuple(evidence_of(value, "description", dataset.description))
        return Proposal(value=value.text, evidence=evidence)


def _weighed(found: list[Statement], title: Title) -> list[Candidate]:
    weighed: list[Candidate] = []
    introduced = False
    for statement in found:
        weighed += candidates(statement, title, introduced=introduced)
        introduced = introduced or _introduces(statement.text.text, title.stems)
    return weighed


def _introduces(text: str, title: frozenset[str]) -> bool:
    """Whether "It" after a text may mean what the text tells of, and not the dataset."""
    return (
        len(text) > _HEADING and _ON_DATA.match(text) is None and not content_stems(text) <= title
    )


def _best(weighed: list[Candidate], title: Title) -> Traced | None:
    """The best sentence, with another after it when it says little."""
    able = [each for each in weighed if not each.leans and each.score >= _least(each)]
    told = title.stems
    enough = _ENOUGH_DEFINITION
    for first in sorted(able, key=lambda each: each.score, reverse=True):
        if first.score < enough:
            break
        thin = len(first) < _THIN and not first.wording.names_something
        alone = not thin and not first.wording.stems <= told
        second = _second(first, weighed, alone=alone)
        if second:
            return first.text.followed_by(second.text)
        if alone or (thin and says_more(first.wording.stems, title)):
            return first.text
        if thin:
            enough = max(enough, first.score - _CLOSE)
        told = told | first.wording.stems
    return None


def _least(candidate: Candidate) -> float:
    return _ENOUGH_DEFINITION if candidate.defines else _ENOUGH


def _second(first: Candidate, weighed: list[Candidate], *, alone: bool) -> Candidate | None:
    """A sentence that stands soon after another, fits beside it and says more."""
    room = LONGEST - len(first) - 1
    enough = _ENOUGH_SECOND if alone else _ENOUGH_BESIDE
    if len(first) > _ROOM_FOR_SECOND:
        return None
    following = [
        each
        for each in weighed
        if each.sentence.text != first.sentence.text
        and (
            (
                first.rank < each.rank <= first.rank + 2
                and each.stands_second
                and each.score >= enough
            )
            or (not alone and each.is_about_title and each.score >= _ENOUGH_ABOUT)
        )
        and len(each) <= room
        and len(new := each.wording.stems - first.wording.stems) >= 3
        and 2 * len(new) >= len(each.wording.stems)
    ]
    return max(following, key=lambda each: each.score, default=None)
