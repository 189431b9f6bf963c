"""The ranker that was learned from this portal, in a file of the data directory."""

from pathlib import Path

from eclaireur.core.errors import StoreUnavailable, system_problem
from eclaireur.methods.vocabulary import Ranker
from eclaireur.store.whole_file import Stamp, stamp_of, write_whole


class RankerFile:
    """One ranker, replaced whole. Without one, the ranker that comes with the program serves."""

    def __init__(self, place: Path) -> None:
        self._place = place

    def ranker(self) -> Ranker:
        """Return the ranker that serves.

        Raises:
            UnusableRanker: the file is damaged, or of another version of the program.
            StoreUnavailable: it cannot be read.
        """
        try:
            content = self._place.read_bytes()
        except FileNotFoundError:
            return Ranker.shipped()
        except OSError as error:
            raise StoreUnavailable(place=str(self._place), problem=system_problem(error)) from error
        return Ranker.read(content, str(self._place))

    @property
    def stamp(self) -> Stamp:
        """What changes when another ranker serves. Raises StoreUnavailable."""
        return stamp_of(self._place)

    def keep(self, ranker: Ranker) -> None:
        """Put a ranker in place of the former one. Raises StoreUnavailable."""
        write_whole(self._place, ranker.written())
