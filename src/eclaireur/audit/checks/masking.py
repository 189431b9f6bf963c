"""Personal data is masked before a model sees it: shown on a record of an invented person.

The method that asks models, and its gate, are those that serve; the model is a listener that
answers nothing, and what they cost goes into a store that is thrown away.
"""

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from pydantic import BaseModel

from eclaireur.audit.inspected import Inspected
from eclaireur.core.audit import Verdict
from eclaireur.core.dataset import Dataset
from eclaireur.core.errors import ModelAnswerUnusable
from eclaireur.core.model import ModelDeclaration, Operator, OperatorKind
from eclaireur.core.ports import Completion, Message
from eclaireur.core.suggestion import Reason
from eclaireur.guards import personal_data
from eclaireur.ledger.budget import UNLIMITED
from eclaireur.models import METHOD, Gate, Generation
from eclaireur.store import open_store

COMMITMENT = 3

PERSONAL = (
    "Soizic Kerbrat",
    "soizic.kerbrat@courrier.example",
    "06 39 98 12 34",
    "2 84 05 75 116 042 87",
    "FR76 3000 6000 0112 3456 7890 189",
)
"""An invented person: her name, her mailbox, and numbers that belong to nobody."""

SUBJECT = "Arbres de Valmorel"

RECORD = Dataset(
    identifier="audit",
    title=SUBJECT,
    description=(
        "Liste des arbres plantés par la Ville de Valmorel le long de ses rues. "
        * 4
        + "Écrire à Soizic Kerbrat (soizic.kerbrat@courrier.example, 06 39 98 12 34), "
        "numéro de sécurité sociale 2 84 05 75 116 042 87, "
        "IBAN FR76 3000 6000 0112 3456 7890 189."
    ),
)


class Listener:
    """A model that keeps what it is shown, and answers nothing."""

    name = "audit"
    declaration = ModelDeclaration(
        address="http://localhost:9/v1",
        model="audit",
        operator=Operator(name="Éclaireur", kind=OperatorKind.LOCAL),
        country="FR",
        context=32_000,
    )

    def __init__(self) -> None:
        self.heard: list[str] = []

    async def complete(
        self,
        messages: Sequence[Message],
        *,
        schema: type[BaseModel] | None = None,  # noqa: ARG002
        max_tokens: int,  # noqa: ARG002
        deadline_s: float,  # noqa: ARG002
    ) -> Completion:
        self.heard += [each.content for each in messages]
        raise ModelAnswerUnusable(model=self.name, problem="none")


async def check(inspected: Inspected) -> tuple[Verdict, list[Reason]]:
    """Ask each task's question about the invented person, and read what the model was shown."""
    listener = Listener()
    with TemporaryDirectory() as place:
        async with open_store(f"sqlite:///{Path(place, 'audit.sqlite')}") as store:
            for task in inspected.tasks:
                gate = Gate(
                    listener,
                    store,
                    task=task.field,
                    task_version=task.version,
                    method=METHOD,
                    budgets=UNLIMITED,
                    today=lambda: inspected.today,
                )
                try:
                    await Generation(task.question, gate).propose(RECORD)
                except ModelAnswerUnusable:
                    continue
    shown = "\n".join(listener.heard)
    typed = personal_data.mask(RECORD.description).text
    kinds = {"model": shown, "typed": typed}
    faults = [
        Reason(code="audit-personal-data-shown", params={"where": where, "number": number})
        for where, text in kinds.items()
        for number, each in enumerate(PERSONAL, 1)
        if each in text
    ]
    if SUBJECT not in shown:
        faults.append(Reason(code="audit-model-not-asked"))
    counted = Reason(
        code="audit-masked",
        params={"tasks": len(inspected.tasks), "kinds": len(PERSONAL)},
    )
    return (Verdict.FAILED if faults else Verdict.PASSED), [counted, *faults]
