"""Keywords from the portal's own vocabulary and from the text, without a language model.

`readings` are what was read of the catalogue, and `portal` what that teaches; `neighbourhood` is
what one dataset sees of it; `source` is the dataset's own text and `terms` what it holds;
`controlled` is what authorities call things. `features` tells what speaks for each keyword, `trees`
weigh it, `candidates` orders, `selection` keeps a varied few, and `method` says why each is there.
`training` learns the trees that a `ranker` keeps. `completion` and `variants` serve those who type
their own.
"""

from eclaireur.methods.vocabulary.completion import KeywordCompletion
from eclaireur.methods.vocabulary.controlled import ControlledTerms
from eclaireur.methods.vocabulary.method import READS, PortalKeywords
from eclaireur.methods.vocabulary.portal import PortalVocabulary
from eclaireur.methods.vocabulary.ranker import Figures, Ranker, Training
from eclaireur.methods.vocabulary.readings import Readings, UnusableReadings
from eclaireur.methods.vocabulary.rules import RESERVED, says_something
from eclaireur.methods.vocabulary.source import said_in
from eclaireur.methods.vocabulary.training import evaluate, learn
from eclaireur.methods.vocabulary.variants import variant_key

__all__ = [
    "READS",
    "RESERVED",
    "ControlledTerms",
    "Figures",
    "KeywordCompletion",
    "PortalKeywords",
    "PortalVocabulary",
    "Ranker",
    "Readings",
    "Training",
    "UnusableReadings",
    "evaluate",
    "learn",
    "said_in",
    "says_something",
    "variant_key",
]
