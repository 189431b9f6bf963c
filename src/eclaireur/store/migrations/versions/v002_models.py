"""The answers of models, what calls cost, and what is turned off."""

import sqlalchemy as sa
from alembic import op

revision = "002"
down_revision = "001"
branch_labels = None
depends_on = None

text = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    op.create_table(
        "answer",
        sa.Column("key", sa.Text, primary_key=True),
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_index("answer_by_day", "answer", ["day", "key"])
    op.create_table(
        "call",
        sa.Column("key", sa.Text, primary_key=True),
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("task", sa.Text, nullable=False),
        sa.Column("task_version", sa.Text, nullable=False),
        sa.Column("method", sa.Text, nullable=False),
        sa.Column("model", sa.Text),
        sa.Column("outcome", sa.Text, nullable=False),
        sa.Column("cached", sa.Boolean, nullable=False),
        sa.Column("count", sa.Integer, nullable=False),
        sa.Column("duration_s", sa.Double, nullable=False),
        sa.Column("cpu_s", sa.Double),
        sa.Column("input_tokens", sa.Integer),
        sa.Column("output_tokens", sa.Integer),
        sa.Column("energy_wh", sa.Double),
        sa.Column("carbon_g", sa.Double),
        sa.Column("energy_source", sa.Text, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_index("call_by_day", "call", ["day"])
    op.create_table(
        "switch",
        sa.Column("kind", sa.Text, primary_key=True),
        sa.Column("name", text, primary_key=True),
        sa.Column("organisation", text, primary_key=True),
        sqlite_with_rowid=False,
    )
