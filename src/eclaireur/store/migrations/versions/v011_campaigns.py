"""Campaigns, and the records that each is about."""

import sqlalchemy as sa
from alembic import op

revision = "011"
down_revision = "010"
branch_labels = None
depends_on = None

text = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    op.create_table(
        "campaign",
        sa.Column("key", text, primary_key=True),
        sa.Column("sequence", sa.Integer, nullable=False, unique=True),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("body", text, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "campaign_item",
        sa.Column("campaign", text, sa.ForeignKey("campaign.key"), primary_key=True),
        sa.Column("dataset", text, primary_key=True),
        sa.Column("rank", sa.Integer, nullable=False),
        sa.Column("template", sa.Text, nullable=False),
        sa.Column("batch", sa.Integer, nullable=False),
        sa.Column("suggestion", text),
        sqlite_with_rowid=False,
    )
    for column in ("rank", "template", "batch"):
        op.create_index(f"campaign_item_by_{column}", "campaign_item", ["campaign", column])
    op.create_index("campaign_item_by_suggestion", "campaign_item", ["suggestion"])
