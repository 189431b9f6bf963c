"""The list that a person makes out of a proposal: each value kept, changed or removed; others."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from starlette.datastructures import FormData

from eclaireur.assistant import Assistant
from eclaireur.core.errors import InvalidInput, NearDuplicateKeyword
from eclaireur.core.suggestion import State, Suggestion, Value
from eclaireur.guards import personal_data
from eclaireur.messages import Messages
from eclaireur.web.csrf import text, texts
from eclaireur.web.rendering import explained


@dataclass(frozen=True)
class Choice:
    """One value of the list, and what the person makes of it."""

    value: str
    proposed: str | None = None
    """The value that was proposed in its place; None for one that the person added."""
    is_kept: bool = True
    problem: str | None = None
    """Why it cannot be kept."""
    uses: int | None = None
    """How many datasets of the catalogue carry it, where it is the person's own."""

    @property
    def is_own(self) -> bool:
        """Whether it is the person's: added, or changed."""
        return self.value != self.proposed


@dataclass(frozen=True)
class Choices:
    """The whole list, as it will be decided on. None of it is recorded before."""

    rows: tuple[Choice, ...]
    added: str = ""
    """What is typed to be added, separated by commas."""
    refusals: tuple[str, ...] = ()
    """Why some of what was typed could not be added."""

    @classmethod
    def of(cls, suggestion: Suggestion) -> "Choices":
        """The list as proposed, or as it was when the person took a decision back."""
        proposed = _proposed(suggestion)
        former = suggestion.events[-2] if len(suggestion.events) > 1 else suggestion.events[-1]
        wanted = former.value if former.state is State.EDITED else None
        kept = proposed if wanted is None or isinstance(wanted, str) else wanted
        return cls(
            (
                *(Choice(each, each, each in kept) for each in proposed),
                *(Choice(each) for each in kept if each not in proposed),
            )
        )

    @classmethod
    def read(cls, form: FormData, suggestion: Suggestion) -> "Choices":
        """The list that a form gives: its rows in order, then what is typed to be added."""
        proposed, kept = _proposed(suggestion), set(texts(form, "kept"))
        rows = []
        for number, typed in enumerate(texts(form, "value")):
            value = " ".join(typed.split())
            if number < len(proposed):
                # Emptied, it is removed; what was proposed shows what it was.
                is_kept = bool(value) and str(number) in kept
                rows.append(Choice(value or proposed[number], proposed[number], is_kept))
            elif value:
                rows.append(Choice(value, is_kept=str(number) in kept))
        return cls(tuple(rows), text(form, "added"))

    @property
    def values(self) -> tuple[str, ...]:
        """Those to keep, in order."""
        return tuple(each.value for each in self.rows if each.is_kept)

    @property
    def is_as_proposed(self) -> bool:
        """Whether the person kept all that was proposed, and nothing else."""
        return all(each.is_kept and not each.is_own for each in self.rows) and bool(self.rows)

    @property
    def problems(self) -> int:
        """How many of the list cannot be kept."""
        return sum(each.problem is not None for each in self.rows) + len(self.refusals)

    async def with_uses(self, assistant: Assistant, field: str) -> "Choices":
        """The list, each value of the person's with how many datasets carry it."""
        own = [each.value for each in self.rows if each.is_own]
        uses = {each.value: each.count for each in await assistant.uses(field, own)}
        rows = tuple(
            replace(each, uses=uses.get(each.value) if each.is_own else None) for each in self.rows
        )
        return replace(self, rows=rows)


def checked(
    choices: Choices, assistant: Assistant, field: str, published: Value | None, say: Messages
) -> Choices:
    """The list in the form that the field keeps, what was typed added to it.

    What cannot be kept stays where it was typed, with why. Personal data is taken out.

    Args:
        choices: what the form gives.
        assistant: knows what the field keeps.
        field: the field.
        published: the values that the record has already.
        say: the messages of the page's language.
    """
    present = published if isinstance(published, tuple) else ()
    reader = _Reader(assistant, field, present, say)
    rows = [reader.read(each) if each.is_kept else each for each in choices.rows]
    added = [reader.read(Choice(each)) for each in _split(choices.added)]
    new = {each.value: each for each in added if not each.problem}
    # What was removed and is typed again is ticked again.
    rows = [replace(each, is_kept=each.is_kept or each.value in new) for each in rows]
    for each in rows:
        new.pop(each.value, None)
    refused = [each for each in added if each.problem]
    # A row that is empty held personal data, and was the person's alone.
    gone = [each for each in rows if not each.value]
    problems = dict.fromkeys(each.problem for each in (*gone, *refused) if each.problem)
    return Choices(
        rows=(*(each for each in rows if each.value), *new.values()),
        added=", ".join(each.value for each in refused if each.value),
        refusals=tuple(problems),
    )


class _Reader:
    """Reads the values of a list one after the other: each must go with those before."""

    def __init__(
        self, assistant: Assistant, field: str, published: Sequence[str], say: Messages
    ) -> None:
        self._assistant = assistant
        self._field = field
        self._published = published
        self._say = say
        self._kept: tuple[str, ...] = ()

    def read(self, choice: Choice) -> Choice:
        try:
            longer = self._accepts((*self._kept, choice.value))
            if len(longer) == len(self._kept):
                return replace(choice, problem=self._say("web-choices-twice", value=choice.value))
            if not choice.is_own:
                self._kept = longer
                return choice
            masked = personal_data.mask(choice.value)
            if masked.spans:
                problem = self._say("web-choices-personal", masked=masked.text)
                return replace(choice, value=choice.proposed or "", problem=problem)
            if longer[-1] in self._published:
                return replace(choice, problem=self._say("web-choices-present", value=longer[-1]))
            for each in self._near(choice.value):
                return replace(choice, problem=each)
        except InvalidInput as error:
            return replace(choice, problem=explained(error, self._say))
        self._kept = longer
        return replace(choice, value=longer[-1])

    def _accepts(self, values: tuple[str, ...]) -> tuple[str, ...]:
        accepted = self._assistant.accepts(self._field, values)
        return accepted if isinstance(accepted, tuple) else (accepted,)

    def _near(self, value: str) -> Iterator[str]:
        """That the record has it already, written in another way."""
        for each in self._published:
            try:
                self._accepts((each, value))
            except NearDuplicateKeyword as error:
                yield explained(error, self._say)
            except InvalidInput:
                # What the portal published is not for the person to put right here.
                continue


def _proposed(suggestion: Suggestion) -> tuple[str, ...]:
    value = suggestion.proposal.value if suggestion.proposal else None
    return value if isinstance(value, tuple) else ()


def _split(typed: str) -> list[str]:
    found = (" ".join(each.split()) for each in typed.replace("\n", ",").split(","))
    return [each for each in found if each]
