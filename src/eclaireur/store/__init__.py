"""Where everything is kept: an SQLite file or a PostgreSQL database, and a few files beside it."""

from eclaireur.store.backup import SQLITE, back_up, problem_of, put_back
from eclaireur.store.database import place_of
from eclaireur.store.learned_vocabulary import LearnedVocabulary
from eclaireur.store.ranker_file import RankerFile
from eclaireur.store.schema import KNOWN_COLUMNS
from eclaireur.store.store import SqlStore, open_store
from eclaireur.store.vocabulary_files import VocabularyFiles
from eclaireur.store.work_file import WorkFile

__all__ = [
    "KNOWN_COLUMNS",
    "SQLITE",
    "LearnedVocabulary",
    "RankerFile",
    "SqlStore",
    "VocabularyFiles",
    "WorkFile",
    "back_up",
    "open_store",
    "place_of",
    "problem_of",
    "put_back",
]
