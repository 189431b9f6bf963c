"""Where everything is kept: an SQLite file or a PostgreSQL database, and a few files beside it."""

from eclaireur.store.learned_vocabulary import LearnedVocabulary
from eclaireur.store.ranker_file import RankerFile
from eclaireur.store.schema import KNOWN_COLUMNS
from eclaireur.store.store import SqlStore, open_store
from eclaireur.store.vocabulary_files import VocabularyFiles
from eclaireur.store.work_file import WorkFile

__all__ = [
    "KNOWN_COLUMNS",
    "LearnedVocabulary",
    "RankerFile",
    "SqlStore",
    "VocabularyFiles",
    "WorkFile",
    "open_store",
]
