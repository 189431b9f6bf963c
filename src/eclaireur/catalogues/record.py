"""A dataset as a JSON record: the keys of data.gouv.fr's catalogue, whatever the door."""

from collections.abc import Iterator, Mapping

from eclaireur.catalogues.sanitise import sanitised
from eclaireur.core.base import Json
from eclaireur.core.dataset import (
    LONGEST_IDENTIFIER,
    Column,
    Dataset,
    Distribution,
    Location,
    PeriodOfTime,
)
from eclaireur.core.errors import InvalidRecord
from eclaireur.core.theme import known_theme

_READ = frozenset(
    {
        "id",
        "title",
        "acronym",
        "description",
        "description_short",
        "tags",
        "theme",
        "organization",
        "license",
        "frequency",
        "spatial",
        "temporal",
        "resources",
        "resources_formats",
        "created_at",
        "last_modified",
    }
)
"""The keys that have a field in `Dataset`. The others are its extras."""

_STRUCTURED = ("organization", "license", "spatial", "temporal", "resources", "resources_formats")
"""The keys whose value may say more than the field holds; then extras keep it whole."""

_LABELS = ("name", "title", "display_name", "label", "id")
"""Where udata and CKAN write what an object is called, best first."""

_URIS = ("uri", "@id")
"""Where an object says its URI."""


def dataset_from_record(
    record: Mapping[str, Json], *, fallback_identifier: str | None = None
) -> Dataset:
    """Read a record. Missing keys and nulls are accepted; what names a person is dropped.

    A simple value of another type is taken for what it plainly means: a number where a text
    is due, keywords in one text with commas, an organisation or a licence as an object.

    Args:
        record: what was published.
        fallback_identifier: the identifier of a record that has none.

    Raises:
        InvalidRecord: it has no identifier or too long a one, or a key holds what cannot be
            read as its field.
    """
    record = sanitised(record)
    identifier = identifier_in(record) or fallback_identifier
    if not identifier:
        raise InvalidRecord(problem="no-identifier")
    if len(identifier) > LONGEST_IDENTIFIER:
        raise InvalidRecord(problem="identifier-too-long")
    extras = {key: value for key, value in record.items() if key not in _READ}
    if extras.get("provenance") == []:
        del extras["provenance"]
    dataset = Dataset(
        identifier=identifier,
        title=_text(record, "title") or "",
        acronym=_text(record, "acronym"),
        description=_text(record, "description") or "",
        short_description=_text(record, "description_short"),
        keywords=_texts(record, "tags"),
        theme=_themes(record),
        publisher=_label(record, "organization"),
        license=_label(record, "license"),
        frequency=_label(record, "frequency"),
        temporal=_temporal(record),
        spatial=_spatial(record),
        distributions=tuple(_distributions(record)),
        issued=_text(record, "created_at"),
        modified=_text(record, "last_modified"),
        extras=extras,
    )
    understood = record_from_dataset(dataset)
    for key in _STRUCTURED:
        if not _is_whole(record.get(key), understood.get(key)):
            extras[key] = record[key]
    return dataset.model_copy(update={"extras": extras})


def identifier_in(record: Mapping[str, Json]) -> str | None:
    """Return the identifier that a record gives. Raises InvalidRecord: it is no text."""
    return _text(sanitised({"id": record.get("id")}), "id") or None


def record_from_dataset(dataset: Dataset) -> dict[str, Json]:
    """Write the record that `dataset_from_record` reads as this dataset."""
    record: dict[str, Json] = {
        "id": dataset.portal_identifier,
        "title": dataset.title,
        "acronym": dataset.acronym,
        "description": dataset.description,
        "description_short": dataset.short_description,
        "tags": list(dataset.keywords),
        "organization": dataset.publisher,
        "license": dataset.license,
        "frequency": dataset.frequency,
        "spatial": dataset.spatial.model_dump(mode="json") if dataset.spatial else None,
        "temporal": dataset.temporal.model_dump(mode="json") if dataset.temporal else None,
        "resources_formats": [each.format for each in dataset.distributions if each.format],
        "created_at": dataset.issued,
        "last_modified": dataset.modified,
    }
    if dataset.theme:
        record["theme"] = list(dataset.theme)
    if any(each.title or each.access_url or each.columns for each in dataset.distributions):
        record["resources"] = [_resource(each) for each in dataset.distributions]
    return record | dict(dataset.extras)


def _is_whole(published: Json, understood: Json) -> bool:
    """Whether all that was published under a key was understood."""
    if isinstance(published, dict) and isinstance(understood, dict):
        return all(understood.get(key) == value for key, value in published.items())
    return published is None or published == understood


def _text(record: Mapping[str, Json], key: str) -> str | None:
    value = record.get(key)
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    raise InvalidRecord(problem="wrong-type", key=key)


def _label(record: Mapping[str, Json], key: str) -> str | None:
    value = record.get(key)
    if isinstance(value, dict):
        found = (text for each in _LABELS if (text := _text(value, each)))
        return next(found, None)
    return _text(record, key)


def _texts(record: Mapping[str, Json], key: str) -> tuple[str, ...]:
    value = record.get(key)
    if value is None:
        return ()
    if isinstance(value, str):
        return tuple(part for each in value.split(",") if (part := each.strip()))
    if not isinstance(value, list):
        raise InvalidRecord(problem="wrong-type", key=key)
    labels = (_label({key: each}, key) for each in value)
    return tuple(label for label in labels if label and not label.isspace())


def _themes(record: Mapping[str, Json]) -> tuple[str, ...]:
    """Themes by their URIs; one of the EU's table may be given by its code alone."""
    value = record.get("theme")
    told = value if isinstance(value, list) else [value]
    addressed: list[Json] = [_address(each) for each in told if each is not None]
    return tuple(dict.fromkeys(map(known_theme, _texts({"theme": addressed}, "theme"))))


def _address(theme: Json) -> Json:
    """The URI of a theme that is told as an object, or the theme as it is told."""
    if isinstance(theme, dict):
        return next((uri for key in _URIS if isinstance(uri := theme.get(key), str)), theme)
    return theme


def _object(record: Mapping[str, Json], key: str) -> dict[str, Json] | None:
    value = record.get(key)
    if value is None or isinstance(value, dict):
        return value
    raise InvalidRecord(problem="wrong-type", key=key)


def _temporal(record: Mapping[str, Json]) -> PeriodOfTime | None:
    period = _object(record, "temporal")
    if period is None:
        return None
    return PeriodOfTime(start=_text(period, "start"), end=_text(period, "end"))


def _spatial(record: Mapping[str, Json]) -> Location | None:
    if isinstance(place := record.get("spatial"), str):
        return Location(zones=(place,)) if place.strip() else None
    location = _object(record, "spatial")
    if location is None:
        return None
    return Location(granularity=_text(location, "granularity"), zones=_texts(location, "zones"))


def _distributions(record: Mapping[str, Json]) -> Iterator[Distribution]:
    for resource in _objects(record, "resources"):
        yield Distribution(
            format=_text(resource, "format"),
            title=_text(resource, "title"),
            access_url=_text(resource, "url"),
            columns=tuple(_columns(resource)),
        )
    if not record.get("resources"):
        yield from (Distribution(format=name) for name in _texts(record, "resources_formats"))


def _columns(resource: Mapping[str, Json]) -> Iterator[Column]:
    for column in _objects(resource, "columns"):
        if name := _text(column, "name"):
            yield Column(
                name=name,
                datatype=_text(column, "datatype"),
                description=_text(column, "description"),
            )


def _objects(record: Mapping[str, Json], key: str) -> Iterator[dict[str, Json]]:
    values = record.get(key)
    if values is None:
        return
    if not isinstance(values, list):
        raise InvalidRecord(problem="wrong-type", key=key)
    for value in values:
        if not isinstance(value, dict):
            raise InvalidRecord(problem="wrong-type", key=key)
        yield value


def _resource(distribution: Distribution) -> dict[str, Json]:
    resource: dict[str, Json] = {
        "title": distribution.title,
        "format": distribution.format,
        "url": distribution.access_url,
    }
    if distribution.columns:
        resource["columns"] = [column.model_dump(mode="json") for column in distribution.columns]
    return resource
