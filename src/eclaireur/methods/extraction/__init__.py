"""A short description out of the source's own sentences: chosen, shortened, never added to."""

from eclaireur.methods.extraction.fitness import LONGEST, SHORTEST
from eclaireur.methods.extraction.method import Extraction
from eclaireur.methods.extraction.statements import substance
from eclaireur.methods.extraction.support import unsupported

__all__ = ["LONGEST", "SHORTEST", "Extraction", "substance", "unsupported"]
