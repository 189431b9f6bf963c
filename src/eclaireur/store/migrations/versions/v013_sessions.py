"""Who is signed in, without knowing who that is."""

import sqlalchemy as sa
from alembic import op

from eclaireur.store.schema import AnyText, Instant

revision = "013"
down_revision = "012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "session",
        sa.Column("digest", sa.Text, primary_key=True),
        sa.Column("grants", AnyText, nullable=False),
        sa.Column("idle_until", Instant, nullable=False),
        sa.Column("ends_at", Instant, nullable=False),
        sqlite_with_rowid=False,
    )
