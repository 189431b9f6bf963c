"""Language models, each behind the port `LanguageModel`."""

from eclaireur.models.openai_compatible import OpenAICompatible
from eclaireur.models.resilient import Resilient

__all__ = ["OpenAICompatible", "Resilient"]
