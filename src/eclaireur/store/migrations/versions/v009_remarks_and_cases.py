"""What people say in their own words, and the cases of the evaluation set."""

import sqlalchemy as sa
from alembic import op

revision = "009"
down_revision = "008"
branch_labels = None
depends_on = None

text = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    op.create_table(
        "remark",
        sa.Column("key", sa.Text, primary_key=True),
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("task", sa.Text, nullable=False),
        sa.Column("task_version", sa.Text, nullable=False),
        sa.Column("method", sa.Text, nullable=False),
        sa.Column("text", text, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "evaluation_case",
        sa.Column("key", sa.Text, primary_key=True),
        sa.Column("task", sa.Text, nullable=False),
        sa.Column("body", text, nullable=False),
        sqlite_with_rowid=False,
    )
