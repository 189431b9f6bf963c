"""The controlled vocabularies of an installation: a file each, in the data directory."""

from pathlib import Path

from pydantic import ValidationError

from eclaireur.core.concept import Vocabulary
from eclaireur.core.errors import StoreUnavailable, UnusableVocabulary, system_problem
from eclaireur.store.whole_file import Stamp, stamp_of, write_whole

_ENDING = ".json"


class VocabularyFiles:
    """Vocabularies by name. One that is added again replaces the former."""

    def __init__(self, place: Path) -> None:
        self._place = place

    def all(self) -> tuple[Vocabulary, ...]:
        """Return every vocabulary, by name.

        Raises:
            UnusableVocabulary: a file is damaged, or of another version of the program.
            StoreUnavailable: one cannot be read.
        """
        try:
            return tuple(map(_read, sorted(self._place.glob(f"*{_ENDING}"))))
        except OSError as error:
            raise StoreUnavailable(place=str(self._place), problem=system_problem(error)) from error

    @property
    def stamp(self) -> tuple[tuple[str, Stamp], ...]:
        """What changes when one is added, replaced or deleted. Raises StoreUnavailable."""
        try:
            places = sorted(self._place.glob(f"*{_ENDING}"))
        except OSError as error:
            raise StoreUnavailable(place=str(self._place), problem=system_problem(error)) from error
        return tuple((place.name, stamp_of(place)) for place in places)

    def keep(self, vocabulary: Vocabulary) -> None:
        """Put a vocabulary in place. Raises StoreUnavailable."""
        try:
            self._place.mkdir(mode=0o700, exist_ok=True)
        except OSError as error:
            raise StoreUnavailable(place=str(self._place), problem=system_problem(error)) from error
        write_whole(
            self._place / f"{vocabulary.name}{_ENDING}", vocabulary.model_dump_json().encode()
        )


def _read(place: Path) -> Vocabulary:
    try:
        return Vocabulary.model_validate_json(place.read_bytes())
    except ValidationError as error:
        raise UnusableVocabulary(place=str(place)) from error
