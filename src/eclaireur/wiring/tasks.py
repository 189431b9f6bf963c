"""What can be proposed here: the tasks, made of the files that an operator trains or adds."""

from eclaireur.methods.vocabulary import ControlledTerms
from eclaireur.settings import Settings
from eclaireur.store import LearnedVocabulary, RankerFile
from eclaireur.tasks.followed import followed
from eclaireur.tasks.registry import all_tasks
from eclaireur.tasks.task import Task
from eclaireur.wiring.vocabularies import open_vocabularies


def tasks_of(settings: Settings, learned: LearnedVocabulary) -> tuple[Task, ...]:
    """Every task; what an operator trains or adds meanwhile serves from the next proposal on."""
    ranker, vocabularies = RankerFile(settings.ranker_file), open_vocabularies(settings)

    def made() -> tuple[Task, ...]:
        return all_tasks(learned.current, ranker.ranker(), ControlledTerms(vocabularies.all()))

    return followed(made, lambda: (ranker.stamp, vocabularies.stamp))
