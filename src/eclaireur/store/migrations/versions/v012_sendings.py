"""What is sent to portals."""

import sqlalchemy as sa
from alembic import op

revision = "012"
down_revision = "011"
branch_labels = None
depends_on = None

text = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    op.create_table(
        "sending",
        sa.Column("portal", text, primary_key=True),
        sa.Column("dataset", text, sa.ForeignKey("dataset.identifier"), primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("field", text, nullable=False),
        sa.Column("suggestion", text, nullable=False),
        sa.Column("decision", sa.Integer, nullable=False),
        sa.Column("former", sa.Text, nullable=False),
        sa.Column("sent", sa.Text, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("day", sa.Date, nullable=False),
        sa.UniqueConstraint("portal", "suggestion", "decision", name="sending_decision"),
        sqlite_with_rowid=False,
    )
