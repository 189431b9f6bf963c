"""Datasets, suggestions and their events."""

import secrets

import sqlalchemy as sa
from alembic import op

revision = "001"
down_revision = None
branch_labels = None
depends_on = None

text = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    catalogue = op.create_table(
        "catalogue",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("revision", sa.Text, nullable=False),
    )
    op.bulk_insert(catalogue, [{"id": 1, "revision": secrets.token_hex(8)}])
    op.create_table(
        "dataset",
        sa.Column("identifier", text, primary_key=True),
        sa.Column("title", text, nullable=False),
        sa.Column("folded_title", text, nullable=False),
        sa.Column("publisher", text),
        sa.Column("keywords", sa.Text, nullable=False),
        sa.Column("has_short_description", sa.Boolean, nullable=False),
        sa.Column("has_keywords", sa.Boolean, nullable=False),
        sa.Column("lacks_short_description", sa.Boolean, nullable=False),
        sa.Column("lacks_keywords", sa.Boolean, nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True)),
        sa.Column("content_hash", sa.Text, nullable=False),
        sa.Column("content", sa.Text, nullable=False),
    )
    op.create_index(
        "dataset_by_title",
        "dataset",
        ["folded_title", "identifier", "lacks_short_description", "lacks_keywords", "expires_at"],
    )
    op.create_index(
        "draft_by_expiry",
        "dataset",
        ["expires_at"],
        sqlite_where=sa.text("expires_at IS NOT NULL"),
        postgresql_where=sa.text("expires_at IS NOT NULL"),
    )
    op.create_table(
        "suggestion",
        sa.Column("key", text, primary_key=True),
        sa.Column("dataset", text, sa.ForeignKey("dataset.identifier"), nullable=False),
        sa.Column("field", text, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("task_version", text, nullable=False),
        sa.Column("reads", sa.Text, nullable=False),
        sa.Column("source", sa.Text, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.UniqueConstraint("dataset", "field", "number", name="suggestion_number"),
        sqlite_with_rowid=False,
    )
    op.create_index("suggestion_by_state", "suggestion", ["state", "key"])
    op.create_index("suggestion_by_dataset", "suggestion", ["dataset", "state"])
    op.create_table(
        "event",
        sa.Column("suggestion", text, sa.ForeignKey("suggestion.key"), primary_key=True),
        sa.Column("sequence", sa.Integer, primary_key=True),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sqlite_with_rowid=False,
    )
