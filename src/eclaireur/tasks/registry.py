"""What Éclaireur can propose: one file a task, one line each here."""

from collections.abc import Awaitable, Callable

from eclaireur.methods.vocabulary import ControlledTerms, PortalVocabulary, Ranker
from eclaireur.tasks import keywords, short_description, theme
from eclaireur.tasks.task import Task


def all_tasks(
    vocabulary: Callable[[], Awaitable[PortalVocabulary]],
    ranker: Ranker,
    controlled: ControlledTerms,
) -> tuple[Task, ...]:
    """Every task.

    Args:
        vocabulary: the portal's own.
        ranker: how its keywords are ranked.
        controlled: the vocabularies of authorities.
    """
    return (
        short_description.task(),
        keywords.task(vocabulary, ranker, controlled),
        theme.task(vocabulary, controlled),
    )
