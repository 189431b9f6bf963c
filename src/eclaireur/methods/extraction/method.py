"""The short description that a dataset's own sentences give."""

from eclaireur.core.dataset import Dataset
from eclaireur.core.proposal import Proposal, Withheld
from eclaireur.core.suggestion import Reason
from eclaireur.methods.extraction.candidates import Candidate, candidates
from eclaireur.methods.extraction.fitness import LONGEST
from eclaireur.methods.extraction.scoring import content_stems
from eclaireur.methods.extraction.statements import Statement, statements
from eclaireur.methods.extraction.support import evidence_of
from eclaireur.text.markup import Traced
from eclaireur.text.wording import is_french, warns

# Tuned by reading samples of a national portal's catalogue.
_ENOUGH = 1.6
"""The least score of a proposal."""
_ENOUGH_SECOND = 2.8
"""The least score of a second sentence."""
_HEADING = 40
"""A line that is no longer heads what follows."""
_THIN = 60
"""A shorter sentence must name something to stand alone: any dataset might say it."""
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
        title = content_stems(dataset.title)
        value = _best(_weighed(found, title), title)
        if value is None:
            return Withheld(Reason(code="no-sentence-on-content"))
        warned = warns("\n".join(statement.text.text for statement in found))
        if warned and not warns(dataset.title) and not warns(value.text):
            return Withheld(Reason(code="warning-lost"))
        evidence = tuple(evidence_of(value, "description", dataset.description))
        return Proposal(value=value.text, evidence=evidence)


def _weighed(found: list[Statement], title: frozenset[str]) -> list[Candidate]:
    weighed: list[Candidate] = []
    introduced = False
    for statement in found:
        weighed += candidates(statement, title, introduced=introduced)
        introduced = introduced or _introduces(statement.text.text, title)
    return weighed


def _introduces(text: str, title: frozenset[str]) -> bool:
    """Whether "It" after a text may mean what the text tells of, and not the dataset."""
    return len(text) > _HEADING and not content_stems(text) <= title


def _best(weighed: list[Candidate], title: frozenset[str]) -> Traced | None:
    """The best sentence, with another after it when it says little."""
    able = [each for each in weighed if not each.leans and each.score >= _ENOUGH]
    told = title
    enough = _ENOUGH
    for first in sorted(able, key=lambda each: each.score, reverse=True):
        if first.score < enough:
            break
        thin = len(first) < _THIN and not first.wording.names_something
        alone = not thin and not first.wording.stems <= told
        second = _second(first, weighed, _ENOUGH_SECOND if alone else _ENOUGH)
        if second:
            return first.text.followed_by(second.text)
        if alone:
            return first.text
        if thin:
            enough = max(enough, first.score - _CLOSE)
        told = told | first.wording.stems
    return None


def _second(first: Candidate, weighed: list[Candidate], enough: float) -> Candidate | None:
    """A sentence that stands soon after another, fits beside it and says more."""
    room = LONGEST - len(first) - 1
    if len(first) > _ROOM_FOR_SECOND:
        return None
    following = [
        each
        for each in weighed
        if first.rank < each.rank <= first.rank + 2
        and each.sentence.text != first.sentence.text
        and each.stands_second
        and each.score >= enough
        and len(each) <= room
        and len(new := each.wording.stems - first.wording.stems) >= 3
        and 2 * len(new) >= len(each.wording.stems)
    ]
    return max(following, key=lambda each: each.score, default=None)
