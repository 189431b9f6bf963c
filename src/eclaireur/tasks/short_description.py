"""The short description: one or two sentences that say what the data are."""

from dataclasses import dataclass

from pydantic import BaseModel, ConfigDict

from eclaireur.core.dataset import Dataset
from eclaireur.core.errors import WrongKindOfValue, WrongLength
from eclaireur.core.evidence import Evidence
from eclaireur.core.proposal import Fault, Proposal
from eclaireur.core.suggestion import Reason, Value
from eclaireur.guards import grounding
from eclaireur.guards.writing import checked_source, fault_in_form, fault_in_grounds
from eclaireur.methods.extraction import LONGEST, Extraction, substance
from eclaireur.tasks.prompt import prompt_of
from eclaireur.tasks.task import Question, Task
from eclaireur.text.markup import Traced
from eclaireur.text.typography import typeset

FIELD = "short_description"

ENOUGH_TO_READ = 200
"""Characters of description, markup and boilerplate aside, that data.gouv.fr asks for."""


PROMPT = prompt_of(FIELD)


class ShortDescription(BaseModel):
    """What a language model answers."""

    model_config = ConfigDict(extra="forbid")
    short_description: str


def task() -> Task:
    """Propose a short description out of the description's own sentences."""
    return Task(
        field=FIELD,
        version="2",
        reads=("title", "description"),
        methods=(Extraction(),),
        shortfall=shortfall,
        accepts=accepted,
        question=Question(PROMPT, ShortDescription, judged),
    )


def shortfall(dataset: Dataset) -> Reason | None:
    """What keeps the dataset from being described: no title, or next to no description."""
    if not dataset.title.strip():
        return Reason(code="title-missing")
    length = substance(dataset.description)
    if length < ENOUGH_TO_READ:
        params = {"length": length, "minimum": ENOUGH_TO_READ}
        return Reason(code="description-too-short", params=params)
    return None


def accepted(value: Value) -> str:
    """A person's own text: theirs to word, within what the portal takes.

    Raises:
        WrongKindOfValue: it is no text.
        WrongLength: it is empty, or the portal would refuse it.
    """
    if not isinstance(value, str):
        raise WrongKindOfValue(field=FIELD, expected="text")
    text = value.strip()
    if not 1 <= len(text) <= LONGEST:
        raise WrongLength(field=FIELD, minimum=1, maximum=LONGEST, length=len(text))
    return text


def judged(answer: str, dataset: Dataset) -> Proposal | Fault:
    """A language model's text, if it is what the portal asks for and the dataset supports it."""
    text = ShortDescription.model_validate_json(answer).short_description.strip()
    fault = fault_in_form(text, dataset.title, PROMPT.words, checked_source(dataset))
    if fault is not None:
        return fault
    text = typeset(Traced.whole(text)).text
    verdict = grounding.check(text, dataset)
    fault = fault_in_grounds(verdict)
    if fault is not None:
        return fault
    return Proposal(
        value=text,
        evidence=tuple(
            Evidence(part=claim.text, offset=claim.start, support=claim.evidence.passage)
            for claim in verdict.claims
            if claim.evidence
        ),
    )


@dataclass(frozen=True)
class Example:
    """A dataset and the short description it is to give; None where it is to give none."""

    title: str
    description: str
    proposed: str | None


EXAMPLES = (
    Example(
        title="Arbres d’alignement",
        description=(
            "<p>Ce jeu de donn&eacute;es contient la liste des <b>arbres d'alignement</b> plantés "
            "par la Ville de Valmorel depuis 1998, avec leur essence et leur hauteur.</p>"
            "<p>Pour plus d'informations, écrivez au service des espaces verts. Les relevés ont "
            "lieu chaque hiver.</p><p>La Ville replante chaque année une centaine d'arbres.</p>"
        ),
        proposed=(
            "Liste des arbres d’alignement plantés par la Ville de Valmorel depuis 1998, avec leur "
            "essence et leur hauteur."
        ),
    ),
    Example(
        title="Obstacles à l’écoulement de la Valmorelle",
        description=(
            "Un obstacle à l'écoulement est un ouvrage qui gêne l'écoulement de l'eau de surface "
            "(en amont comme en aval). Pour plus d'informations, écrivez au service de l'eau. La "
            "commission se réunit deux fois par an et examine les demandes des riverains. Le code "
            "de l'environnement impose leur entretien."
        ),
        proposed=(
            "Un obstacle à l’écoulement est un ouvrage qui gêne l’écoulement de l’eau de surface "
            "(en amont comme en aval)."
        ),
    ),
    Example(
        title="Zonage du plan de prévention des risques",
        description=(
            "Les plans de prévention des risques ont été institués par la loi du 2 février 1995. "
            "Ils réglementent l'occupation du sol. Nous vous invitons à les lire avec soin avant "
            "tout projet. La commission se réunit deux fois par an pour les examiner. "
        ),
        proposed=None,
    ),
)
"""Checked by the tests."""
