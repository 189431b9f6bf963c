"""When each dataset last changed, where it came from, and whether it is still there."""

import json

import sqlalchemy as sa
from alembic import op

from eclaireur.store.schema import AnyText

revision = "004"
down_revision = "003"
branch_labels = None
depends_on = None

text = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")

BATCH = 500


def upgrade() -> None:
    op.add_column(
        "catalogue", sa.Column("sequence", sa.Integer, nullable=False, server_default="0")
    )
    op.drop_column("catalogue", "revision")
    op.add_column("dataset", sa.Column("other_identifier", text))
    op.add_column("dataset", sa.Column("sequence", sa.Integer))
    op.add_column("dataset", sa.Column("vanished_on", sa.Date))
    _number_the_catalogue()
    _tell_other_identifiers()
    op.drop_index("dataset_by_title", "dataset")
    op.create_index(
        "dataset_by_title",
        "dataset",
        [
            "folded_title",
            "identifier",
            "lacks_short_description",
            "lacks_keywords",
            "expires_at",
            "vanished_on",
        ],
    )
    op.create_index("dataset_by_sequence", "dataset", ["sequence"], unique=True)
    op.create_index(
        "dataset_by_other_identifier",
        "dataset",
        ["other_identifier"],
        sqlite_where=sa.text("other_identifier IS NOT NULL"),
        postgresql_where=sa.text("other_identifier IS NOT NULL"),
    )
    op.create_table(
        "harvest",
        sa.Column("source", text, primary_key=True),
        sa.Column("run", sa.Integer, nullable=False),
        sa.Column("cursor", text),
        sa.Column("whole", sa.Boolean, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "sighting",
        sa.Column("dataset", text, sa.ForeignKey("dataset.identifier"), primary_key=True),
        sa.Column("source", text, nullable=False),
        sa.Column("run", sa.Integer, nullable=False),
        sa.Column("stamp", text),
        sqlite_with_rowid=False,
    )


def _number_the_catalogue() -> None:
    dataset = sa.table(
        "dataset", sa.column("identifier"), sa.column("sequence"), sa.column("expires_at")
    )
    numbered = (
        sa.select(
            dataset.c.identifier,
            sa.func.row_number().over(order_by=dataset.c.identifier).label("number"),
        )
        .where(dataset.c.expires_at.is_(None))
        .subquery()
    )
    op.execute(
        sa.update(dataset)
        .values(sequence=numbered.c.number)
        .where(dataset.c.identifier == numbered.c.identifier)
    )
    catalogue = sa.table("catalogue", sa.column("sequence"))
    last = sa.select(sa.func.coalesce(sa.func.max(dataset.c.sequence), 0)).scalar_subquery()
    op.execute(sa.update(catalogue).values(sequence=last))


def _tell_other_identifiers() -> None:
    dataset = sa.table(
        "dataset",
        sa.column("identifier", AnyText),
        sa.column("other_identifier", AnyText),
        sa.column("content", sa.Text),
    )
    connection = op.get_bind()
    holding = sa.select(dataset.c.identifier, dataset.c.content).where(
        dataset.c.content.contains('"other_identifier"')
    )
    for rows in connection.execute(holding).partitions(BATCH):
        for row in rows:
            told = json.loads(row.content).get("other_identifier")
            connection.execute(
                sa.update(dataset)
                .where(dataset.c.identifier == row.identifier)
                .values(other_identifier=told)
            )
