"""The use cases. Every door calls these and only translates."""

from eclaireur.assistant.assistant import Assistant, refuse_long_draft
from eclaireur.assistant.campaign_work import FEW_BATCHES, CampaignSight, CampaignWork, Phase
from eclaireur.assistant.campaigns import Campaigns, CampaignStanding, Prepared
from eclaireur.assistant.keyword_runs import KeywordRuns, Run, RunKind, RunState
from eclaireur.assistant.keyword_training import KeywordTraining, Trained
from eclaireur.assistant.means import Means, Obstacle, TaskMeans, Turn
from eclaireur.assistant.preparing import INTERRUPTED
from eclaireur.assistant.readiness import Unready
from eclaireur.assistant.reviews import ReviewedItem, Reviews, Twins
from eclaireur.assistant.selection import Selection
from eclaireur.assistant.sending import Sender
from eclaireur.assistant.sending_desk import Errand, SendingDesk, Visit
from eclaireur.assistant.view import DatasetView
from eclaireur.assistant.workshop import KeywordWorkshop

__all__ = [
    "FEW_BATCHES",
    "INTERRUPTED",
    "Assistant",
    "CampaignSight",
    "CampaignStanding",
    "CampaignWork",
    "Campaigns",
    "DatasetView",
    "Errand",
    "KeywordRuns",
    "KeywordTraining",
    "KeywordWorkshop",
    "Means",
    "Obstacle",
    "Phase",
    "Prepared",
    "ReviewedItem",
    "Reviews",
    "Run",
    "RunKind",
    "RunState",
    "Selection",
    "Sender",
    "SendingDesk",
    "TaskMeans",
    "Trained",
    "Turn",
    "Twins",
    "Unready",
    "Visit",
    "refuse_long_draft",
]
