"""What people say of the results of a search, counted by day."""

import sqlalchemy as sa
from alembic import op

revision = "005"
down_revision = "004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "search_feedback",
        sa.Column("day", sa.Date, primary_key=True),
        sa.Column("found_by", sa.Text, primary_key=True),
        sa.Column("useful", sa.Boolean, primary_key=True),
        sa.Column("count", sa.Integer, nullable=False),
        sqlite_with_rowid=False,
    )
