"""What tells a catalogue from another of as many changes, and what its datasets lack."""

import secrets

import sqlalchemy as sa
from alembic import op

revision = "008"
down_revision = "007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    tokens = op.create_table(
        "catalogue_token",
        sa.Column("sequence", sa.Integer, primary_key=True),
        sa.Column("token", sa.Text, nullable=False),
        sqlite_with_rowid=False,
    )
    catalogue = sa.table("catalogue", sa.column("sequence", sa.Integer))
    last = op.get_bind().scalar(sa.select(catalogue.c.sequence))
    if last:
        op.execute(sa.insert(tokens).values(sequence=last, token=secrets.token_hex(8)))
    live = sa.text("expires_at IS NULL AND vanished_on IS NULL")
    op.create_index(
        "dataset_lacking",
        "dataset",
        ["lacks_short_description", "lacks_keywords", "sequence"],
        sqlite_where=live,
        postgresql_where=live,
    )
