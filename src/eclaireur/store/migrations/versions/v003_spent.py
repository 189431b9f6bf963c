"""What models were asked for in a day, added up as calls are recorded."""

import sqlalchemy as sa
from alembic import op

revision = "003"
down_revision = "002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "spent",
        sa.Column("day", sa.Date, primary_key=True),
        sa.Column("task", sa.Text, primary_key=True),
        sa.Column("requests", sa.Integer, nullable=False),
        sa.Column("tokens", sa.Integer, nullable=False),
        sa.Column("energy_wh", sa.Double, nullable=False),
        sqlite_with_rowid=False,
    )
    op.execute(
        """
        INSERT INTO spent (day, task, requests, tokens, energy_wh)
        SELECT day, task, SUM(count),
            SUM(COALESCE(input_tokens, 0) + COALESCE(output_tokens, 0)),
            COALESCE(SUM(energy_wh), 0)
        FROM call WHERE model IS NOT NULL AND NOT cached GROUP BY day, task
        """
    )
