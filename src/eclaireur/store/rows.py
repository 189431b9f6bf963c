"""The nouns as rows, and rows as nouns."""

import hashlib
import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any, TypeAlias

from sqlalchemy import Row

from eclaireur.core.dataset import Dataset
from eclaireur.core.ports import DatasetChange, DatasetSummary, KeywordUse, Lack
from eclaireur.core.suggestion import Event, Suggestion
from eclaireur.text.words import folded

Values: TypeAlias = dict[str, Any]
AnyRow: TypeAlias = Row[*tuple[Any, ...]]

SEARCHED_BYTES = 1000
"""UTF-8 bytes of a folded title that are searched.

PostgreSQL indexes at most 2,700, and identifiers are in the same index.
"""

_IN_COLUMNS = {"sequence", "state", "day"}


def dataset_values(dataset: Dataset, expires_at: datetime | None) -> Values:
    """What the table `dataset` keeps of a dataset, before any suggestion or change counts."""
    content = to_json(dataset.model_dump(mode="json", exclude_defaults=True))
    has_short_description = bool((dataset.short_description or "").strip())
    has_keywords = bool(dataset.keywords)
    has_theme = bool(dataset.theme)
    return {
        "identifier": dataset.identifier,
        "other_identifier": dataset.other_identifier,
        "title": dataset.title,
        "folded_title": searched(dataset.title),
        "publisher": dataset.publisher,
        "keywords": to_json(dataset.keywords),
        "has_short_description": has_short_description,
        "has_keywords": has_keywords,
        "has_theme": has_theme,
        "lacks_short_description": not has_short_description,
        "lacks_keywords": not has_keywords,
        "lacks_theme": not has_theme,
        "expires_at": expires_at,
        "vanished_on": None,
        "sequence": None,
        "content_hash": hashlib.sha256(content.encode()).hexdigest(),
        "content": content,
    }


def suggestion_values(suggestion: Suggestion) -> Values:
    """What the table `suggestion` keeps of a suggestion."""
    values = suggestion.model_dump(exclude={"events", "reads"})
    return values | {"reads": to_json(suggestion.reads), "state": suggestion.state.value}


def event_values(key: str, event: Event) -> Values:
    """What the table `event` keeps of an event of the suggestion `key`."""
    return {
        "suggestion": key,
        "sequence": event.sequence,
        "state": event.state.value,
        "day": event.day,
        "body": to_json(event.model_dump(mode="json", exclude=_IN_COLUMNS, exclude_none=True)),
    }


def to_dataset(content: str) -> Dataset:
    """The dataset that this content tells of."""
    return Dataset.model_validate(json.loads(content))


def to_suggestion(rows: Sequence[AnyRow]) -> Suggestion:
    """The suggestion that these rows tell of, one for each event in its order."""
    first = rows[0]
    return Suggestion(
        key=first.key,
        dataset=first.dataset,
        field=first.field,
        number=first.number,
        task_version=first.task_version,
        reads=json.loads(first.reads),
        source=first.source,
        events=tuple(
            Event(sequence=row.sequence, state=row.event_state, day=row.day, **json.loads(row.body))
            for row in rows
        ),
    )


def to_summary(row: AnyRow) -> DatasetSummary:
    """The line of the list that this row holds."""
    return DatasetSummary(
        identifier=row.identifier,
        title=row.title,
        publisher=row.publisher,
        lacks=frozenset(lack for lack in Lack if getattr(row, f"lacks_{lack}")),
        open_proposals=row.open_proposals,
    )


def to_change(row: AnyRow) -> DatasetChange:
    """The change that this row holds."""
    return DatasetChange(
        sequence=row.sequence,
        identifier=row.identifier,
        dataset=None if row.content is None else to_dataset(row.content),
    )


def to_keyword_use(row: AnyRow) -> KeywordUse:
    """The use of keywords that this row holds."""
    content = json.loads(row.content)
    return KeywordUse(
        identifier=row.identifier,
        title=row.title,
        description=content.get("description", ""),
        publisher=row.publisher,
        keywords=json.loads(row.keywords),
        acronym=content.get("acronym"),
        spatial=content.get("spatial"),
    )


def searched(text: str) -> str:
    """The text as titles are searched: no case, no accents, straight apostrophes, one space."""
    printable = "".join(char if char.isprintable() else " " for char in folded(text))
    words = " ".join(printable.replace("’", "'").split())
    return words.encode()[:SEARCHED_BYTES].decode(errors="ignore")


def to_json(value: object) -> str:
    """JSON in ASCII: NUL and lone surrogates are escaped, and every database takes it."""
    return json.dumps(value)
