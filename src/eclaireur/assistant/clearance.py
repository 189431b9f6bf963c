"""Nothing about a person in what is proposed, nor in what a person decides."""

from eclaireur.core.dataset import Dataset
from eclaireur.core.errors import PersonalDataInValue
from eclaireur.core.proposal import Method, Proposal, Withheld
from eclaireur.core.suggestion import Reason, Suggestion, Value
from eclaireur.guards import personal_data
from eclaireur.guards.reading import read


async def propose(method: Method, dataset: Dataset) -> Proposal | Withheld:
    """What the method answers, and nothing about a person.

    One that asks a model sees to it by itself. The others run here, so masking every record first
    would protect nobody more than reading the few passages that a proposal takes; it would take
    longer than the methods themselves.
    """
    outcome = await method.propose(dataset)
    if method.model is not None:
        return outcome
    if await _tells_of_someone(outcome, dataset):
        cleared = await read(dataset.description, personal_data.without_people, dataset)
        outcome = await method.propose(cleared)
        if await _tells_of_someone(outcome, cleared):
            return Withheld(Reason(code="personal-data"))
    return outcome


async def _tells_of_someone(outcome: Proposal | Withheld, dataset: Dataset) -> bool:
    if isinstance(outcome, Withheld):
        return False
    return await read(dataset.description, personal_data.tells_of_someone, outcome, dataset)


def refuse_personal_data(suggestion: Suggestion, value: Value) -> None:
    """Raise PersonalDataInValue if what the person wrote, and was not proposed, holds some."""
    if isinstance(value, str):
        masked = [personal_data.mask(value)]
    else:
        proposed = suggestion.value or ()
        masked = [personal_data.mask(each) for each in value if each not in proposed]
    if any(each.spans for each in masked):
        text = ", ".join(each.text for each in masked)
        raise PersonalDataInValue(field=suggestion.field, masked=text)
