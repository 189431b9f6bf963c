"""What Éclaireur can propose: one file a task, one line each here."""

from collections.abc import Awaitable, Callable

from eclaireur.methods.vocabulary import PortalVocabulary
from eclaireur.tasks import keywords, short_description
from eclaireur.tasks.task import Task


def all_tasks(vocabulary: Callable[[], Awaitable[PortalVocabulary]]) -> tuple[Task, ...]:
    """Every task, with the portal's vocabulary for those that need it."""
    return (
        short_description.task(),
        keywords.task(vocabulary),
    )
