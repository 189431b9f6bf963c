"""What serves follows the files it is made from, without a restart."""

from dataclasses import replace

from eclaireur.core.dataset import Dataset
from eclaireur.core.proposal import Proposal
from eclaireur.tasks import short_description
from eclaireur.tasks.followed import followed
from eclaireur.tasks.task import Task

DATASET = Dataset(identifier="x", title="Titre")


class Says:
    name = "says"
    model = None

    def __init__(self, text: str) -> None:
        self._text = text

    async def propose(self, _: Dataset) -> Proposal:
        return Proposal(value=self._text, evidence=())


class File:
    """A file that is read, and told from the one that replaces it."""

    def __init__(self) -> None:
        self.content = "former"
        self.reads = 0

    def tasks(self) -> tuple[Task, ...]:
        self.reads += 1
        return (replace(short_description.task(), methods=(Says(self.content),)),)


async def proposed(task: Task) -> object:
    outcome = await task.methods[0].propose(DATASET)
    assert isinstance(outcome, Proposal)
    return outcome.value


async def test_a_file_that_is_replaced_serves_from_the_next_proposal_on() -> None:
    file = File()
    [task] = followed(file.tasks, lambda: file.content)
    assert (task.methods[0].name, task.methods[0].model) == ("says", None)
    assert [await proposed(task) for _ in range(2)] == ["former", "former"]
    assert file.reads == 1
    file.content = "new"
    assert [await proposed(task) for _ in range(2)] == ["new", "new"]
    assert file.reads == 2
