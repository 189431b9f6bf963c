"""What is read from a catalogue, as entries of a source."""

from eclaireur.catalogues.read import dataset_of
from eclaireur.core.base import Json
from eclaireur.core.dataset import Dataset
from eclaireur.core.errors import ArchivedDataset, InvalidDataset, InvalidLine
from eclaireur.core.harvest import Entry


def entry(rank: int, record: dict[str, Json], stamp: str | None = None) -> Entry:
    """Read a record. What is wrong with it is told with its identifier, or its rank."""
    read = dataset_of(rank, record)
    if isinstance(read, InvalidLine) and "identifier" in read.params:
        read = InvalidDataset(**read.params)
    return entry_of(read, stamp)


def entry_of(read: Dataset | InvalidLine, stamp: str | None = None) -> Entry:
    """Tell a dataset, or why it is left out."""
    if isinstance(read, InvalidLine):
        identifier = read.params.get("identifier")
        return Entry(None if identifier is None else str(identifier), stamp, left_out=read)
    return Entry(read.identifier, stamp, read)


def entry_of_stamp(rank: int, told: dict[str, Json], stamp: str) -> Entry:
    """Read what a portal tells without the dataset itself."""
    identifier = told.get("id")
    if isinstance(identifier, str) and identifier:
        return Entry(identifier, stamp)
    return Entry(None, left_out=InvalidLine(line=rank, problem="no-identifier"))


def left_out(rank: int, told: dict[str, Json]) -> Entry:
    """Tell that a dataset is archived, or otherwise no longer published."""
    identifier = told.get("id")
    named = identifier if isinstance(identifier, str) else None
    return Entry(named, left_out=ArchivedDataset(line=rank))


def page_cursor(cursor: str | None, first: int) -> int:
    """Read where a numbered reading is to go on; a cursor of another form begins again."""
    return int(cursor) if cursor is not None and cursor.isdecimal() else first
