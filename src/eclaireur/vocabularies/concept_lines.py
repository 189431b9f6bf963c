"""JSON Lines of concepts: `id`, `uri`, `pref_fr`, `pref_en`, `alt_fr`, `alt_en`, `broader`."""

from collections.abc import Iterable, Iterator

from eclaireur.core.base import Json, holdable
from eclaireur.core.concept import Concept
from eclaireur.core.errors import InvalidLine, InvalidRecord
from eclaireur.formats import jsonl
from eclaireur.vocabularies.labels import LANGUAGES, is_citable


def concepts(lines: Iterable[bytes]) -> Iterator[Concept]:
    """Every concept that has a web address and a label, in the order of the lines.

    `broader` holds the `id` of concepts of the same file; other keys are left out.

    Raises:
        InvalidLine: a line is none.
    """
    read: list[tuple[Concept, list[str]]] = []
    uris: dict[str, str] = {}
    for each in jsonl.records(lines):
        if isinstance(each, InvalidLine):
            raise each
        number, record = each
        try:
            concept = _concept(record)
            uris[_text(record, "id")] = concept.uri
            read.append((concept, _texts(record, "broader")))
        except InvalidRecord as refusal:
            raise InvalidLine(line=number, **refusal.params) from refusal
    for concept, above in read:
        if concept.labels and is_citable(concept.uri):
            broader = tuple(uris[each] for each in above if each in uris)
            yield concept.model_copy(update={"broader": broader})


def _concept(record: dict[str, Json]) -> Concept:
    return Concept(
        uri=_text(record, "uri"),
        labels={
            each: label
            for each in LANGUAGES
            if (label := _text(record, f"pref_{each}", empty=True))
        },
        alternatives={
            each: found for each in LANGUAGES if (found := tuple(_texts(record, f"alt_{each}")))
        },
    )


def _text(record: dict[str, Json], key: str, *, empty: bool = False) -> str:
    value = record.get(key)
    if value is None and empty:
        return ""
    if value is None:
        raise InvalidRecord(problem="missing-key", key=key)
    if not isinstance(value, str):
        raise InvalidRecord(problem="wrong-type", key=key)
    return holdable(value.strip())


def _texts(record: dict[str, Json], key: str) -> list[str]:
    value = record.get(key) or []
    if not isinstance(value, list):
        raise InvalidRecord(problem="wrong-type", key=key)
    found = []
    for each in value:
        if not isinstance(each, str):
            raise InvalidRecord(problem="wrong-type", key=key)
        if each.strip():
            found.append(holdable(each.strip()))
    return found
