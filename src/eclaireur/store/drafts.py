"""Drafts that turn out to be datasets of the catalogue, inside a transaction."""

from collections import defaultdict
from collections.abc import Sequence

from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from eclaireur.core.dataset import Dataset
from eclaireur.core.suggestion import RETAINED, State, Suggestion
from eclaireur.store import datasets, rows, suggestions
from eclaireur.store.schema import dataset, suggestion


async def adopt(connection: AsyncConnection, imported: Sequence[Dataset]) -> None:
    """Give datasets of the catalogue what was suggested for the drafts that say just the same.

    A record that came in for suggestions alone is such a draft; once its dataset is imported,
    what people decided on it is theirs to find there, and the draft is deleted.
    """
    by_identifier = {each.identifier: each for each in imported}
    found = await connection.execute(
        select(dataset.c.identifier, dataset.c.other_identifier, dataset.c.content)
        .where(
            dataset.c.other_identifier.in_(by_identifier),
            dataset.c.expires_at.is_not(None),
        )
        .order_by(dataset.c.expires_at, dataset.c.identifier)
        .with_for_update()
    )
    for row in found.all():
        owner = by_identifier[row.other_identifier]
        same = {"identifier": owner.identifier, "other_identifier": owner.other_identifier}
        if rows.to_dataset(row.content).model_copy(update=same) == owner:
            await _hand_over(connection, row.identifier, owner.identifier)


async def _hand_over(connection: AsyncConnection, draft: str, owner: str) -> None:
    """Move the suggestions of a draft after those of a dataset, and delete the draft."""
    moved = await suggestions.load(connection, suggestions.keys(suggestion.c.dataset == draft))
    there = await suggestions.load(connection, suggestions.keys(suggestion.c.dataset == owner))
    numbers: defaultdict[str, int] = defaultdict(int)
    for each in there:
        numbers[each.field] = max(numbers[each.field], each.number)
    retained = {each.field for each in there if each.state in RETAINED}
    taken: list[Suggestion] = []
    for each in sorted(moved, key=lambda suggestion: suggestion.number):
        numbers[each.field] += 1
        place = {"dataset": owner, "number": numbers[each.field]}
        await connection.execute(
            update(suggestion).where(suggestion.c.key == each.key).values(place)
        )
        taken.append(each.model_copy(update=place))
    # What people retained before stands: a proposal made beside it is closed.
    beside = [each for each in taken if each.state is State.PROPOSED and each.field in retained]
    if beside:
        await suggestions.record_last_events(connection, [suggestions.stale(e) for e in beside])
    await suggestions.give_way(connection, taken)
    await connection.execute(delete(dataset).where(dataset.c.identifier == draft))
    await datasets.count_lacks(connection, [owner])
