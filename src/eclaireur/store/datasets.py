"""Datasets and drafts, read and written inside a transaction.

One rule keeps writers apart: who changes a dataset or its suggestions first locks the
dataset's row. (SQLite has one writer at a time and ignores the request.)
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Select,
    and_,
    bindparam,
    case,
    exists,
    func,
    not_,
    or_,
    select,
    update,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from eclaireur.core.dataset import Dataset
from eclaireur.core.errors import DatasetNotFound
from eclaireur.core.ports import DatasetQuery, Lack
from eclaireur.core.suggestion import RETAINED, State
from eclaireur.store import rows
from eclaireur.store.schema import dataset, suggestion

LIVE = and_(dataset.c.expires_at.is_(None), dataset.c.vanished_on.is_(None))
"""What the datasets of the catalogue meet that their source still holds."""


async def lock(
    connection: AsyncConnection, identifiers: Iterable[str]
) -> Mapping[str, rows.AnyRow]:
    """Lock the rows of these datasets, and return those that exist by identifier.

    They are locked in one order, so that two transactions never wait for each other.
    """
    found = await connection.execute(
        select(
            dataset.c.identifier,
            dataset.c.content_hash,
            dataset.c.expires_at,
            dataset.c.vanished_on,
        )
        .where(dataset.c.identifier.in_(identifiers))
        .order_by(dataset.c.identifier)
        .with_for_update()
    )
    return {row.identifier: row for row in found}


async def load(connection: AsyncConnection, *conditions: ColumnElement[bool]) -> list[Dataset]:
    """The datasets and drafts that meet the conditions."""
    contents = await connection.scalars(select(dataset.c.content).where(*conditions))
    return [rows.to_dataset(content) for content in contents]


async def load_in_order(
    connection: AsyncConnection, identifiers: Select[Any]
) -> tuple[Dataset, ...]:
    """The datasets that a query names, by identifier."""
    named = (await connection.scalars(identifiers)).all()
    wanted = select(dataset.c.content).where(dataset.c.identifier.in_(named))
    contents = await connection.scalars(wanted.order_by(dataset.c.identifier))
    return tuple(rows.to_dataset(content) for content in contents)


async def load_one(connection: AsyncConnection, identifier: str) -> Dataset:
    """The dataset or draft of that identifier. Raises DatasetNotFound."""
    content = await connection.scalar(_CONTENT, {"of_identifier": identifier})
    if content is None:
        raise DatasetNotFound(identifier=identifier)
    return rows.to_dataset(content)


_CONTENT = select(dataset.c.content).where(dataset.c.identifier == bindparam("of_identifier"))


async def is_in_catalogue(connection: AsyncConnection, portal_identifier: str) -> bool:
    """Whether a dataset of the catalogue is the one that its portal knows by that identifier."""
    found = await connection.scalar(
        select(
            exists().where(
                dataset.c.expires_at.is_(None),
                or_(
                    dataset.c.identifier == portal_identifier,
                    dataset.c.other_identifier == portal_identifier,
                ),
            )
        )
    )
    return bool(found)


async def replace(connection: AsyncConnection, replaced: Sequence[rows.Values]) -> None:
    """Rewrite the rows of known datasets."""
    named = [
        {"of_identifier" if name == "identifier" else name: value for name, value in values.items()}
        for values in replaced
    ]
    await connection.execute(
        update(dataset).where(dataset.c.identifier == bindparam("of_identifier")), named
    )
    await count_lacks(connection, [values["of_identifier"] for values in named])


async def count_lacks(connection: AsyncConnection, identifiers: Iterable[str]) -> None:
    """Derive again what datasets lack, from what they publish and what people retained."""
    await connection.execute(
        update(dataset)
        .where(dataset.c.identifier.in_(identifiers))
        .values(
            {
                dataset.c[f"lacks_{field}"]: and_(
                    not_(dataset.c[f"has_{field}"]),
                    not_(
                        exists().where(
                            suggestion.c.dataset == dataset.c.identifier,
                            suggestion.c.field == field.value,
                            suggestion.c.state.in_(RETAINED),
                        )
                    ),
                )
                for field in Lack
            }
        )
    )


def found_by(query: DatasetQuery) -> list[ColumnElement[bool]]:
    """The conditions that the datasets meet which a query looks for."""
    conditions = [
        LIVE,
        *(
            dataset.c.folded_title.contains(word, autoescape=True)
            for word in rows.searched(query.title).split()
        ),
    ]
    if query.lacking is not None:
        conditions.append(dataset.c[f"lacks_{query.lacking}"])
    return conditions


def lacking_counts(lack: Lack) -> Select[int, int]:
    """How many datasets of the catalogue lack something, and how many there are."""
    lacks = dataset.c[f"lacks_{lack}"]
    return select(func.count(case((lacks, 1))), func.count()).where(LIVE)


def numbers(lack: Lack, *, are_lacking: bool) -> Select[Any]:
    """The numbers of the last changes of those that lack something, or of those that do not."""
    lacks = dataset.c[f"lacks_{lack}"]
    return select(dataset.c.sequence).where(LIVE, lacks if are_lacking else not_(lacks))


def summaries(query: DatasetQuery) -> Select[Any]:
    """The lines of the list on the page that a query asks for."""
    order = (dataset.c.folded_title, dataset.c.identifier)
    # The index alone tells which datasets are on the page; only theirs are read and counted.
    page = (
        select(dataset.c.identifier)
        .where(*found_by(query))
        .order_by(*order)
        .offset(query.offset)
        .limit(query.limit)
        .subquery()
    )
    open_proposals = (
        select(func.count())
        .where(
            suggestion.c.dataset == dataset.c.identifier,
            suggestion.c.state == State.PROPOSED,
        )
        .scalar_subquery()
    )
    return (
        select(
            dataset.c.identifier,
            dataset.c.title,
            dataset.c.publisher,
            dataset.c.lacks_short_description,
            dataset.c.lacks_keywords,
            dataset.c.lacks_theme,
            open_proposals.label("open_proposals"),
        )
        .join(page, page.c.identifier == dataset.c.identifier)
        .order_by(*order)
    )


def next_after(identifier: str, limit: int, *columns: ColumnElement[Any]) -> Select[Any]:
    """The catalogue's next datasets, in the order of their identifiers."""
    return (
        select(*columns)
        .where(LIVE, dataset.c.identifier > identifier)
        .order_by(dataset.c.identifier)
        .limit(limit)
    )


def next_changes(sequence: int, limit: int) -> Select[Any]:
    """The catalogue's next datasets, in the order of their last changes."""
    return (
        select(
            dataset.c.sequence,
            dataset.c.identifier,
            case((LIVE, dataset.c.content)).label("content"),
        )
        .where(dataset.c.sequence > sequence)
        .order_by(dataset.c.sequence)
        .limit(limit)
    )
