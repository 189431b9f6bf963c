"""The controlled vocabularies of an installation."""

from eclaireur.settings import Settings
from eclaireur.store import VocabularyFiles
from eclaireur.wiring.store import make_data_directory


def open_vocabularies(settings: Settings) -> VocabularyFiles:
    """Open the place of the controlled vocabularies.

    Raises:
        StoreUnavailable: the data directory cannot be used.
    """
    make_data_directory(settings)
    return VocabularyFiles(settings.vocabularies)
