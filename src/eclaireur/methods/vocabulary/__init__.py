"""Keywords from the portal's own vocabulary and from the text, without a language model.

`portal` learns the catalogue; `neighbourhood` is what one dataset sees of it; `source` is
the dataset's own text and `terms` what it holds. `candidates` gathers, `ranking` orders,
`selection` keeps a varied few, and `method` says why each is there.
"""

from eclaireur.methods.vocabulary.method import READS, PortalKeywords
from eclaireur.methods.vocabulary.portal import PortalVocabulary
from eclaireur.methods.vocabulary.rules import RESERVED, says_something
from eclaireur.methods.vocabulary.source import said_in

__all__ = [
    "READS",
    "RESERVED",
    "PortalKeywords",
    "PortalVocabulary",
    "said_in",
    "says_something",
]
