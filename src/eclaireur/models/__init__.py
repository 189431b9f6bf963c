"""Language models, each behind the port `LanguageModel`."""

from eclaireur.models.gate import Gate
from eclaireur.models.generation import METHOD, Generation
from eclaireur.models.openai_compatible import OpenAICompatible
from eclaireur.models.resilient import Resilient
from eclaireur.models.traced import Traced

__all__ = ["METHOD", "Gate", "Generation", "OpenAICompatible", "Resilient", "Traced"]
