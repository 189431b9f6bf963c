"""The use cases. Every door calls these and only translates."""

from eclaireur.assistant.assistant import Assistant
from eclaireur.assistant.keyword_training import KeywordTraining, Trained
from eclaireur.assistant.means import Means, Obstacle, TaskMeans, Turn
from eclaireur.assistant.view import DatasetView

__all__ = [
    "Assistant",
    "DatasetView",
    "KeywordTraining",
    "Means",
    "Obstacle",
    "TaskMeans",
    "Trained",
    "Turn",
]
