"""The JSON that machines read: the same at every door, with sentences in the language asked for."""

from eclaireur.representations.audit import AuditRecord
from eclaireur.representations.campaign import (
    CampaignRecord,
    CampaignSightRecord,
    EstimateRecord,
    agreement,
)
from eclaireur.representations.case import case_record
from eclaireur.representations.commitments import CommitmentsRecord, commitments_csv
from eclaireur.representations.completion import CompletionRecord
from eclaireur.representations.evaluation import EvaluationRecord
from eclaireur.representations.masked import MaskedRecord
from eclaireur.representations.problem import (
    FAMILIES,
    REFUSALS,
    Problem,
    ProblemExplanation,
    problem_of,
    problem_types,
    refusal,
)
from eclaireur.representations.register import RegisterRecord
from eclaireur.representations.search import HitRecord, SearchRecord
from eclaireur.representations.sending import told_record
from eclaireur.representations.suggestion import SuggestionRecord, answer, why
from eclaireur.representations.verdict import VerdictRecord

__all__ = [
    "FAMILIES",
    "REFUSALS",
    "AuditRecord",
    "CampaignRecord",
    "CampaignSightRecord",
    "CommitmentsRecord",
    "CompletionRecord",
    "EstimateRecord",
    "EvaluationRecord",
    "HitRecord",
    "MaskedRecord",
    "Problem",
    "ProblemExplanation",
    "RegisterRecord",
    "SearchRecord",
    "SuggestionRecord",
    "VerdictRecord",
    "agreement",
    "answer",
    "case_record",
    "commitments_csv",
    "problem_of",
    "problem_types",
    "refusal",
    "told_record",
    "why",
]
