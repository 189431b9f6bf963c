"""Finding datasets: an index of the catalogue, derived from the store and made again at need."""

from eclaireur.search.index import SearchIndex

__all__ = ["SearchIndex"]
