"""What Éclaireur can propose: one file a task, one line each here."""

from collections.abc import Awaitable, Callable

from eclaireur.methods.vocabulary import PortalVocabulary, Ranker
from eclaireur.tasks import keywords, short_description
from eclaireur.tasks.task import Task


def all_tasks(
    vocabulary: Callable[[], Awaitable[PortalVocabulary]], ranker: Ranker
) -> tuple[Task, ...]:
    """Every task, with the portal's vocabulary and how its keywords are ranked."""
    return (
        short_description.task(),
        keywords.task(vocabulary, ranker),
    )
