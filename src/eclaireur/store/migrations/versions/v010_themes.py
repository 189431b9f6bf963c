"""Whether each dataset has a theme, which no version before could read."""

import sqlalchemy as sa
from alembic import op

revision = "010"
down_revision = "009"
branch_labels = None
depends_on = None

BY_TITLE = [
    "folded_title",
    "identifier",
    "lacks_short_description",
    "lacks_keywords",
    "lacks_theme",
    "expires_at",
    "vanished_on",
]


LACKING = ["lacks_short_description", "lacks_keywords", "lacks_theme", "sequence"]


def upgrade() -> None:
    for name, initial in (("has_theme", sa.false()), ("lacks_theme", sa.true())):
        column = sa.Column(name, sa.Boolean, nullable=False, server_default=initial)
        op.add_column("dataset", column)
    op.drop_index("dataset_by_title", "dataset")
    op.create_index("dataset_by_title", "dataset", BY_TITLE)
    live = sa.text("expires_at IS NULL AND vanished_on IS NULL")
    op.drop_index("dataset_lacking", "dataset")
    op.create_index("dataset_lacking", "dataset", LACKING, sqlite_where=live, postgresql_where=live)
