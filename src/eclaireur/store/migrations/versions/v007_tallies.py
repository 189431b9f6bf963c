"""What became of proposals, counted by day, where why people rejected goes; trials."""

import json
from collections import Counter
from collections.abc import Sequence
from itertools import groupby, pairwise
from typing import Any

import sqlalchemy as sa
from alembic import op

from eclaireur.store.schema import AnyText
from eclaireur.text.distance import distance

revision = "007"
down_revision = "006"
branch_labels = None
depends_on = None

NAMES = ("task", "task_version", "method", "model", "trial", "outcome", "detail")
DECISIONS = {"accepted", "edited", "rejected"}

suggestion = sa.table(
    "suggestion",
    sa.column("key", AnyText),
    sa.column("field", AnyText),
    sa.column("task_version", AnyText),
)
event = sa.table(
    "event",
    sa.column("suggestion", AnyText),
    sa.column("sequence", sa.Integer),
    sa.column("state", sa.Text),
    sa.column("day", sa.Date),
    sa.column("body", sa.Text),
)


def upgrade() -> None:
    tally = op.create_table(
        "tally",
        sa.Column("day", sa.Date, primary_key=True),
        *(sa.Column(name, sa.Text, primary_key=True) for name in NAMES),
        sa.Column("count", sa.Integer, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "trial",
        sa.Column("name", sa.Text, primary_key=True),
        sa.Column("body", sa.Text, nullable=False),
        sqlite_with_rowid=False,
    )
    connection = op.get_bind()
    told = sa.select(suggestion.c.field, suggestion.c.task_version, event).join_from(
        suggestion, event, event.c.suggestion == suggestion.c.key
    )
    ordered = connection.execute(told.order_by(event.c.suggestion, event.c.sequence))
    counts: Counter[tuple[Any, ...]] = Counter()
    stripped: list[dict[str, Any]] = []
    for _, rows in groupby(ordered, key=lambda row: row.suggestion):
        _count(list(rows), counts, stripped)
    if stripped:
        connection.execute(
            sa.update(event)
            .where(event.c.suggestion == sa.bindparam("of"), event.c.sequence == sa.bindparam("at"))
            .values(body=sa.bindparam("left")),
            stripped,
        )
    if counts:
        op.bulk_insert(
            tally,
            [
                dict(zip(("day", *NAMES), key, strict=True)) | {"count": number}
                for key, number in counts.items()
            ],
        )


def _count(
    rows: Sequence[sa.Row[Any]], counts: Counter[tuple[Any, ...]], stripped: list[dict[str, Any]]
) -> None:
    bodies = [json.loads(row.body) for row in rows]
    first = rows[min(1, len(rows) - 1)]
    outcome = bodies[rows.index(first)]
    about = (
        first.field,
        first.task_version,
        outcome.get("method") or "",
        outcome.get("model") or "",
        "",
    )
    if first.state in {"proposed", "withheld", "failed"}:
        reason = (outcome.get("reason") or {}).get("code", "")
        counts[first.day, *about, first.state, reason] += 1
    steps = list(zip(rows, bodies, strict=True))
    for (before, former), (row, body) in pairwise(steps[1:]):
        if row.state in DECISIONS:
            counts[row.day, *about, row.state, _detail(outcome, row, body)] += 1
        elif before.state in DECISIONS:
            undone = f"{before.state} {_detail(outcome, before, former)}".strip()
            counts[row.day, *about, "undone", undone] += 1
        if row.state == "rejected" and "reason" in body:
            counts[row.day, *about, "why", body.pop("reason")["code"]] += 1
            stripped.append({"of": row.suggestion, "at": row.sequence, "left": json.dumps(body)})


def _detail(outcome: dict[str, Any], row: sa.Row[Any], body: dict[str, Any]) -> str:
    """How far an edit is from the proposal, in tenths."""
    if row.state != "edited":
        return ""
    proposed, value = (
        tuple(each) if isinstance(each, list) else each
        for each in (outcome.get("value"), body.get("value"))
    )
    return "" if proposed is None or value is None else str(round(10 * distance(proposed, value)))
