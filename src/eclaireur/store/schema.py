"""The tables. No column holds a person, and none tells when somebody decided but the day.

`event` is the truth about a suggestion: rows are added to it and never changed, and only
an expired draft takes its own away. Two things are derived from it and kept beside it, in
the transaction that adds the event, because a list of 70,000 datasets cannot read 400,000
events: `suggestion.state`, and `lacks_…` of `dataset`. In the same way, `spent` is derived from
`call`.
"""

import re
from datetime import UTC, datetime

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    DateTime,
    Dialect,
    Double,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    text,
)
from sqlalchemy.types import TypeDecorator

# PostgreSQL takes neither NUL nor lone surrogates in a text, and SQLite no surrogates.
# ASCII's own "substitute" control character marks the code point that takes their place.
_UNSTORABLE = re.compile("[\0\x1a\ud800-\udfff]")
_SUBSTITUTE = re.compile("\x1a([0-9a-f]{4})")


class AnyText(TypeDecorator[str]):
    """Any Python string, compared by code point on every database."""

    impl = Text().with_variant(Text(collation="C"), "postgresql")
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        return value and _UNSTORABLE.sub(lambda match: f"\x1a{ord(match[0]):04x}", value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        return value and _SUBSTITUTE.sub(lambda match: chr(int(match[1], 16)), value)


class Instant(TypeDecorator[datetime]):
    """An instant; SQLite forgets the zone, so it is always given UTC."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        return value and value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        return value and (value if value.tzinfo else value.replace(tzinfo=UTC))


metadata = MetaData()

catalogue = Table(
    "catalogue",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("sequence", Integer, nullable=False),
)
"""One row: the number of the catalogue's last change.

Whoever writes datasets locks it first, so that they wait for one another, and what bears a
number is never seen before what bears a smaller one.
"""

catalogue_token = Table(
    "catalogue_token",
    metadata,
    Column("sequence", Integer, primary_key=True),
    Column("token", Text, nullable=False),
    sqlite_with_rowid=False,
)
"""A random text for each transaction that changed the catalogue, by the number of its last change.

What is derived from the catalogue keeps the last one that it saw, and so knows a catalogue that a
backup took the place of.
"""

dataset = Table(
    "dataset",
    metadata,
    Column("identifier", AnyText, primary_key=True),
    Column("other_identifier", AnyText),
    Column("title", AnyText, nullable=False),
    Column("folded_title", AnyText, nullable=False),
    Column("publisher", AnyText),
    Column("keywords", Text, nullable=False),
    Column("has_short_description", Boolean, nullable=False),
    Column("has_keywords", Boolean, nullable=False),
    Column("has_theme", Boolean, nullable=False),
    Column("lacks_short_description", Boolean, nullable=False),
    Column("lacks_keywords", Boolean, nullable=False),
    Column("lacks_theme", Boolean, nullable=False),
    Column("expires_at", Instant),
    Column("vanished_on", Date),
    Column("sequence", Integer),
    Column("content_hash", Text, nullable=False),
    Column("content", Text, nullable=False),
    # Holds all that finding needs, so that it never reads the contents.
    Index(
        "dataset_by_title",
        "folded_title",
        "identifier",
        "lacks_short_description",
        "lacks_keywords",
        "lacks_theme",
        "expires_at",
        "vanished_on",
    ),
    Index("dataset_by_sequence", "sequence", unique=True),
    Index(
        "dataset_lacking",
        "lacks_short_description",
        "lacks_keywords",
        "lacks_theme",
        "sequence",
        sqlite_where=text("expires_at IS NULL AND vanished_on IS NULL"),
        postgresql_where=text("expires_at IS NULL AND vanished_on IS NULL"),
    ),
    Index(
        "dataset_by_other_identifier",
        "other_identifier",
        sqlite_where=text("other_identifier IS NOT NULL"),
        postgresql_where=text("other_identifier IS NOT NULL"),
    ),
    Index(
        "draft_by_expiry",
        "expires_at",
        sqlite_where=text("expires_at IS NOT NULL"),
        postgresql_where=text("expires_at IS NOT NULL"),
    ),
)
"""The catalogue's datasets, where `expires_at` is null, and drafts.

`content` is the whole `Dataset` in JSON; the other columns repeat what queries need.
`vanished_on` is the day when its source was found without it. `sequence` is the number of its
last change in the catalogue; a draft has none.
"""

harvest = Table(
    "harvest",
    metadata,
    Column("source", AnyText, primary_key=True),
    Column("run", Integer, nullable=False),
    Column("cursor", AnyText),
    Column("whole", Boolean, nullable=False),
    sqlite_with_rowid=False,
)
"""Where the catalogue comes from, one row a source.

`run` counts the readings of the source, `cursor` is where the last one stands until it has
ended, and `whole` tells whether one ever did.
"""

sighting = Table(
    "sighting",
    metadata,
    Column("dataset", AnyText, ForeignKey("dataset.identifier"), primary_key=True),
    Column("source", AnyText, nullable=False),
    Column("run", Integer, nullable=False),
    Column("stamp", AnyText),
    sqlite_with_rowid=False,
)
"""The source that a dataset of the catalogue belongs to: the last that held it, in that `run`.

`stamp` is what its source says to tell one state of the dataset from another. It is apart
from `dataset` because each run rewrites it, and a row of `dataset` may weigh megabytes.
"""

# Without the row numbers of SQLite, rows lie by their random keys, and their order says
# nothing of who decided what after what.
suggestion = Table(
    "suggestion",
    metadata,
    Column("key", AnyText, primary_key=True),
    Column("dataset", AnyText, ForeignKey("dataset.identifier"), nullable=False),
    Column("field", AnyText, nullable=False),
    Column("number", Integer, nullable=False),
    Column("task_version", AnyText, nullable=False),
    Column("reads", Text, nullable=False),
    Column("source", Text, nullable=False),
    Column("state", Text, nullable=False),
    UniqueConstraint("dataset", "field", "number", name="suggestion_number"),
    Index("suggestion_by_state", "state", "key"),
    Index("suggestion_by_dataset", "dataset", "state"),
    sqlite_with_rowid=False,
)

event = Table(
    "event",
    metadata,
    Column("suggestion", AnyText, ForeignKey("suggestion.key"), primary_key=True),
    Column("sequence", Integer, primary_key=True),
    Column("state", Text, nullable=False),
    Column("day", Date, nullable=False),
    Column("body", Text, nullable=False),
    sqlite_with_rowid=False,
)
"""`body` is the rest of the `Event`, in JSON."""

answer = Table(
    "answer",
    metadata,
    Column("key", Text, primary_key=True),
    Column("day", Date, nullable=False),
    Column("body", Text, nullable=False),
    Index("answer_by_day", "day", "key"),
    sqlite_with_rowid=False,
)
"""What models answered, by the digest of what they were asked. `body` is a `Completion`."""

call = Table(
    "call",
    metadata,
    Column("key", Text, primary_key=True),
    Column("day", Date, nullable=False),
    Column("task", Text, nullable=False),
    Column("task_version", Text, nullable=False),
    Column("method", Text, nullable=False),
    Column("model", Text),
    Column("outcome", Text, nullable=False),
    Column("cached", Boolean, nullable=False),
    Column("count", Integer, nullable=False),
    Column("duration_s", Double, nullable=False),
    Column("cpu_s", Double),
    Column("input_tokens", Integer),
    Column("output_tokens", Integer),
    Column("energy_wh", Double),
    Column("carbon_g", Double),
    Column("energy_source", Text, nullable=False),
    Index("call_by_day", "day"),
    sqlite_with_rowid=False,
)
"""The meter: rows are added and never changed. Keys are random, and so is their order."""

spent = Table(
    "spent",
    metadata,
    Column("day", Date, primary_key=True),
    Column("task", Text, primary_key=True),
    Column("requests", Integer, nullable=False),
    Column("tokens", Integer, nullable=False),
    Column("energy_wh", Double, nullable=False),
    sqlite_with_rowid=False,
)
"""What the rows of `call` add up to for models, the cache aside: budgets read it at every call."""

switch = Table(
    "switch",
    metadata,
    Column("kind", Text, primary_key=True),
    Column("name", AnyText, primary_key=True),
    Column("organisation", AnyText, primary_key=True),
    sqlite_with_rowid=False,
)
"""What is turned off. An empty organisation is everybody."""

search_feedback = Table(
    "search_feedback",
    metadata,
    Column("day", Date, primary_key=True),
    Column("found_by", Text, primary_key=True),
    Column("useful", Boolean, primary_key=True),
    Column("count", Integer, nullable=False),
    sqlite_with_rowid=False,
)
"""How many people said that results were useful, or not: what they looked for is nowhere."""

departure = Table(
    "departure",
    metadata,
    Column("day", Date, primary_key=True),
    Column("origin", Text, primary_key=True),
    Column("outcome", Text, primary_key=True),
    Column("count", Integer, nullable=False),
    sqlite_with_rowid=False,
)
"""What left by the one way out, or was refused, and which origins were declared that day."""

audit = Table(
    "audit",
    metadata,
    Column("day", Date, primary_key=True),
    Column("body", Text, nullable=False),
    sqlite_with_rowid=False,
)
"""What the last audit of a day found: an `AuditReport` in JSON."""

tally = Table(
    "tally",
    metadata,
    Column("day", Date, primary_key=True),
    Column("task", Text, primary_key=True),
    Column("task_version", Text, primary_key=True),
    Column("method", Text, primary_key=True),
    Column("model", Text, primary_key=True),
    Column("trial", Text, primary_key=True),
    Column("outcome", Text, primary_key=True),
    Column("detail", Text, primary_key=True),
    Column("count", Integer, nullable=False),
    sqlite_with_rowid=False,
)
"""What became of proposals: a `Tally` a row. Why people decide is counted here and kept nowhere."""

trial = Table(
    "trial",
    metadata,
    Column("name", Text, primary_key=True),
    Column("body", Text, nullable=False),
    sqlite_with_rowid=False,
)
"""The trials that were declared: a `Trial` in JSON a row."""

remark = Table(
    "remark",
    metadata,
    Column("key", Text, primary_key=True),
    Column("day", Date, nullable=False),
    Column("task", Text, nullable=False),
    Column("task_version", Text, nullable=False),
    Column("method", Text, nullable=False),
    Column("text", AnyText, nullable=False),
    sqlite_with_rowid=False,
)
"""What people said in their own words, masked, where an operator lets them: a `Remark` a row."""

evaluation_case = Table(
    "evaluation_case",
    metadata,
    Column("key", Text, primary_key=True),
    Column("task", Text, nullable=False),
    Column("body", AnyText, nullable=False),
    sqlite_with_rowid=False,
)
"""The cases of the evaluation set: an `EvaluationCase` in JSON a row."""

campaign = Table(
    "campaign",
    metadata,
    Column("key", AnyText, primary_key=True),
    Column("sequence", Integer, nullable=False, unique=True),
    Column("state", Text, nullable=False),
    Column("body", AnyText, nullable=False),
    sqlite_with_rowid=False,
)
"""The campaigns, in the order of `sequence`. `body` is the rest of the `Campaign`, in JSON."""

campaign_item = Table(
    "campaign_item",
    metadata,
    Column("campaign", AnyText, ForeignKey("campaign.key"), primary_key=True),
    Column("dataset", AnyText, primary_key=True),
    Column("rank", Integer, nullable=False),
    Column("template", Text, nullable=False),
    Column("batch", Integer, nullable=False),
    Column("suggestion", AnyText),
    Index("campaign_item_by_rank", "campaign", "rank"),
    Index("campaign_item_by_batch", "campaign", "batch"),
    Index("campaign_item_by_template", "campaign", "template"),
    Index("campaign_item_by_suggestion", "suggestion"),
    sqlite_with_rowid=False,
)
"""The records of each campaign: a `CampaignItem` a row.

What became of a proposal is told by `suggestion.state` alone. A draft that expired may have left.
"""

review_item = Table(
    "review_item",
    metadata,
    Column("campaign", AnyText, ForeignKey("campaign.key"), primary_key=True),
    Column("dataset", AnyText, primary_key=True),
    Column("suggestion", AnyText, nullable=False),
    Column("rank", Integer, nullable=False),
    Column("certainty", Integer, nullable=False),
    Column("organisation", AnyText, nullable=False),
    Column("skips", Integer, nullable=False),
    Column("page", Text),
    Column("held_until", Instant),
    Index("review_item_by_rank", "campaign", "skips", "rank"),
    Index("review_item_by_certainty", "campaign", "skips", "certainty", "rank"),
    Index("review_item_by_organisation", "campaign", "skips", "organisation", "rank"),
    Index("review_item_by_suggestion", "suggestion"),
    Index(
        "review_item_by_page",
        "page",
        sqlite_where=text("page IS NOT NULL"),
        postgresql_where=text("page IS NOT NULL"),
    ),
    sqlite_with_rowid=False,
)
"""The records of campaigns whose proposal waits for a decision, and the page that holds each.

Derived from `suggestion.state`, in the transaction that changes it, because what comes next cannot
be looked for among 50,000 records. A row leaves with the decision, and with it the
random text of the page: no two decisions can be told to come from one page.
"""

second_look = Table(
    "second_look",
    metadata,
    Column("campaign", AnyText, ForeignKey("campaign.key"), primary_key=True),
    Column("dataset", AnyText, primary_key=True),
    Column("suggestion", AnyText, nullable=False),
    Column("since", Date, nullable=False),
    Column("first_page", Text, nullable=False),
    Column("page", Text),
    Column("held_until", Instant),
    Index("second_look_by_suggestion", "suggestion"),
    Index("second_look_by_day", "campaign", "since"),
    sqlite_with_rowid=False,
)
"""The records decided on that will be shown once more, from the day `since` on.

`first_page` is a digest of the page that decided and of the record: it keeps that page from
looking twice, and tells nothing to whoever does not have the page's random text.
"""

agreement = Table(
    "agreement",
    metadata,
    Column("campaign", AnyText, ForeignKey("campaign.key"), primary_key=True),
    Column("day", Date, primary_key=True),
    Column("first", Text, primary_key=True),
    Column("second", Text, primary_key=True),
    Column("count", Integer, nullable=False),
    sqlite_with_rowid=False,
)
"""What the first and the second look at a record said, counted by day: not which record."""

session = Table(
    "session",
    metadata,
    Column("digest", Text, primary_key=True),
    Column("grants", AnyText, nullable=False),
    Column("idle_until", Instant, nullable=False),
    Column("ends_at", Instant, nullable=False),
    sqlite_with_rowid=False,
)
"""Who is signed in: what they may do and until when, a `Session` a row. Nothing tells who they are.

`digest` is of a random token that their browser alone has. A row goes when the session is over, and
nothing else refers to it: what is decided meanwhile bears a role and an organisation.
"""

sending = Table(
    "sending",
    metadata,
    Column("portal", AnyText, primary_key=True),
    Column("dataset", AnyText, ForeignKey("dataset.identifier"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("field", AnyText, nullable=False),
    Column("suggestion", AnyText, nullable=False),
    Column("decision", Integer, nullable=False),
    Column("former", Text, nullable=False),
    Column("sent", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("day", Date, nullable=False),
    UniqueConstraint("portal", "suggestion", "decision", name="sending_decision"),
    sqlite_with_rowid=False,
)
"""What was written at portals, a `Sending` a row; `former` and `sent` are values in JSON.

Nothing in it tells who sent, nor with which key.
"""

KNOWN_COLUMNS = frozenset(
    {("alembic_version", "version_num")}
    | {(table.name, column.name) for table in metadata.tables.values() for column in table.columns}
)
"""Every column that the store makes, with its table: an audit looks for others."""
