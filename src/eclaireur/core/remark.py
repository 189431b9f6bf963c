"""What people say of proposals in their own words, where an operator lets them."""

from datetime import date

from eclaireur.core.base import Noun

LONGEST_REMARK = 500
"""Characters."""


class Remark(Noun):
    """A remark, personal data masked. It names no dataset, no proposal and nobody."""

    day: date
    task: str
    task_version: str
    method: str
    text: str
