"""What waits for a decision in campaigns, which page holds it, and second looks."""

import sqlalchemy as sa
from alembic import op

revision = "014"
down_revision = "013"
branch_labels = None
depends_on = None

text = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
instant = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "review_item",
        sa.Column("campaign", text, sa.ForeignKey("campaign.key"), primary_key=True),
        sa.Column("dataset", text, primary_key=True),
        sa.Column("suggestion", text, nullable=False),
        sa.Column("rank", sa.Integer, nullable=False),
        sa.Column("certainty", sa.Integer, nullable=False),
        sa.Column("organisation", text, nullable=False),
        sa.Column("skips", sa.Integer, nullable=False),
        sa.Column("page", sa.Text),
        sa.Column("held_until", instant),
        sqlite_with_rowid=False,
    )
    for name, columns in (
        ("rank", ["rank"]),
        ("certainty", ["certainty", "rank"]),
        ("organisation", ["organisation", "rank"]),
    ):
        op.create_index(f"review_item_by_{name}", "review_item", ["campaign", "skips", *columns])
    op.create_index("review_item_by_suggestion", "review_item", ["suggestion"])
    held = sa.text("page IS NOT NULL")
    op.create_index(
        "review_item_by_page", "review_item", ["page"], sqlite_where=held, postgresql_where=held
    )
    # What campaigns proposed before; how sure it was is not known here.
    op.execute(
        "INSERT INTO review_item"
        " (campaign, dataset, suggestion, rank, certainty, organisation, skips)"
        " SELECT item.campaign, item.dataset, item.suggestion, item.rank, 0,"
        " COALESCE(dataset.publisher, ''), 0"
        " FROM campaign_item AS item JOIN suggestion ON suggestion.key = item.suggestion"
        " JOIN dataset ON dataset.identifier = item.dataset WHERE suggestion.state = 'proposed'"
    )
    op.create_table(
        "second_look",
        sa.Column("campaign", text, sa.ForeignKey("campaign.key"), primary_key=True),
        sa.Column("dataset", text, primary_key=True),
        sa.Column("suggestion", text, nullable=False),
        sa.Column("since", sa.Date, nullable=False),
        sa.Column("first_page", sa.Text, nullable=False),
        sa.Column("page", sa.Text),
        sa.Column("held_until", instant),
        sqlite_with_rowid=False,
    )
    op.create_index("second_look_by_suggestion", "second_look", ["suggestion"])
    op.create_index("second_look_by_day", "second_look", ["campaign", "since"])
    op.create_table(
        "agreement",
        sa.Column("campaign", text, sa.ForeignKey("campaign.key"), primary_key=True),
        sa.Column("day", sa.Date, primary_key=True),
        sa.Column("first", sa.Text, primary_key=True),
        sa.Column("second", sa.Text, primary_key=True),
        sa.Column("count", sa.Integer, nullable=False),
        sqlite_with_rowid=False,
    )
