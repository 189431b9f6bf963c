"""Whether each dataset has a theme, which no version before could read."""

import sqlalchemy as sa
from alembic import op

revision = "008"
down_revision = "007"
branch_labels = None
depends_on = None

COLUMNS = [
    "folded_title",
    "identifier",
    "lacks_short_description",
    "lacks_keywords",
    "lacks_theme",
    "expires_at",
    "vanished_on",
]


def upgrade() -> None:
    for name, initial in (("has_theme", sa.false()), ("lacks_theme", sa.true())):
        column = sa.Column(name, sa.Boolean, nullable=False, server_default=initial)
        op.add_column("dataset", column)
    op.drop_index("dataset_by_title", "dataset")
    op.create_index("dataset_by_title", "dataset", COLUMNS)
