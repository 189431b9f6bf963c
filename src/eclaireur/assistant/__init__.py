"""The use cases. Every door calls these and only translates."""

from eclaireur.assistant.assistant import Assistant, DatasetView

__all__ = ["Assistant", "DatasetView"]
