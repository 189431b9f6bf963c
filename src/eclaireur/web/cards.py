"""What the page shows of a field: what is published, what is proposed, what was decided."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from eclaireur.assistant import Assistant, DatasetView
from eclaireur.core.evidence import Alike, Bearers, NamedConcept, OwnKeyword, Passage
from eclaireur.core.suggestion import DECIDED, RETAINED, State, Suggestion, Value
from eclaireur.core.theme import THEMES, theme_uri
from eclaireur.methods.extraction import LONGEST
from eclaireur.web.checks import Check, checked
from eclaireur.web.choices import Choices
from eclaireur.web.excerpts import Excerpt, Source

MAXIMUMS = {"short_description": LONGEST}
"""Characters that the fields which hold a text may have."""


@dataclass(frozen=True)
class Support:
    """A part of a proposal, and one thing that supports it."""

    part: str
    excerpt: Excerpt | None = None
    """The passage that it comes from, and the field that holds the passage."""
    field: str | None = None
    bearers: Bearers | None = None
    """Or the datasets that carry the keyword."""
    concept: NamedConcept | None = None
    """Or the concept that names it."""
    keyword: OwnKeyword | None = None
    """Or a keyword of the dataset itself that speaks of the theme."""
    alike: Alike | None = None
    """Or the nearest datasets, whose keywords do."""


@dataclass(frozen=True)
class Attempt:
    """What a person gave that is not recorded, and why when it could not be."""

    value: Value | None = None
    problem: str | None = None
    choices: Choices | None = None
    """Of a list: each value with what the person makes of it."""
    told: str | None = None
    """What came of what the person did beside their decision."""


@dataclass(frozen=True)
class Card:
    """A field that Éclaireur can propose a value for."""

    field: str
    view: DatasetView
    attempt: Attempt | None = None
    offers_another: bool = False
    """Whether another method can be asked for a proposal."""
    is_completed: bool = False
    """Whether the values in use help to type one."""
    choices: Choices | None = None
    """Of a list that is proposed: each value with what the person makes of it."""
    takes_remarks: bool = False
    """Whether people may say what they think in their own words."""
    checks: tuple[Check, ...] = ()
    """The texts that the card shows, confronted with the record."""

    @property
    def published(self) -> Value | None:
        """What the portal has, a decision or not."""
        return published(self.view, self.field)

    @property
    def is_list(self) -> bool:
        """Whether the field holds keywords or themes rather than a text."""
        return isinstance(self.published, tuple)

    @property
    def other_themes(self) -> tuple[str, ...]:
        """The themes that are neither published nor proposed."""
        listed = {each.value for each in self.choices.rows} if self.choices else set()
        shown = {*self.view.published.theme, *listed}
        return tuple(each for each in map(theme_uri, THEMES) if each not in shown)

    @property
    def maximum(self) -> int | None:
        """Characters that a text may have."""
        return MAXIMUMS.get(self.field)

    @cached_property
    def suggestion(self) -> Suggestion | None:
        return self.view.latest(self.field)

    @property
    def vain_attempt(self) -> Suggestion | None:
        """The last attempt at another proposal, if it gave nothing and no value is retained."""
        return None if self.state in RETAINED else self.view.attempt(self.field)

    @property
    def state(self) -> State | None:
        return self.suggestion.state if self.suggestion else None

    @property
    def is_decided(self) -> bool:
        return self.state in DECIDED

    @property
    def is_outdated(self) -> bool:
        """Whether the dataset changed since the suggestion that counts was made."""
        return self.suggestion is not None and self.suggestion.outdated_by(self.view.published)

    @property
    def is_gone(self) -> bool:
        """Whether the dataset is no longer in its source, so that nothing is proposed for it."""
        return self.view.vanished_on is not None

    @property
    def can_ask(self) -> bool:
        """Whether asking could give something else than what is shown."""
        if self.is_gone:
            return False
        if self.state in {None, State.STALE, State.FAILED, State.REQUESTED}:
            return True
        return self.is_outdated and self.state in {State.WITHHELD, State.REJECTED}

    @property
    def problem(self) -> str | None:
        """Why what the person gave could not be recorded."""
        return self.attempt.problem if self.attempt else None

    @property
    def told(self) -> str | None:
        """What came of what the person did beside their decision."""
        return self.attempt.told if self.attempt else None

    @property
    def can_be_a_case(self) -> bool:
        """Whether the proposal may join the evaluation set: public, and edited or rejected."""
        return self.view.expires_at is None and self.state in {State.EDITED, State.REJECTED}

    @property
    def typed(self) -> Value | None:
        """What the person gave last, when it is not recorded."""
        return self.attempt.value if self.attempt else None

    @property
    def is_open(self) -> bool:
        """Whether there is a proposal to decide on."""
        return self.state is State.PROPOSED

    @property
    def is_being_edited(self) -> bool:
        """Whether the person's own text is to be corrected, and is shown for that."""
        return self.is_open and not self.is_list and self.typed is not None

    @property
    def is_unsaved(self) -> bool:
        """Whether the list is no longer as proposed, and not recorded."""
        return self.attempt is not None and self.attempt.choices is not None

    @cached_property
    def support(self) -> tuple[Support, ...]:
        """What each part of the proposal rests on, in the order of the proposal."""
        return tuple(self._support())

    @property
    def passages(self) -> tuple[Passage, ...]:
        """The passages of the record that the proposal rests on."""
        proposal = self.suggestion.proposal if self.suggestion else None
        supports = (each.support for each in proposal.evidence) if proposal else ()
        return tuple(each for each in supports if isinstance(each, Passage))

    def support_of(self, keyword: str) -> tuple[Support, ...]:
        """What one keyword rests on."""
        return tuple(each for each in self.support if each.part == keyword)

    @property
    def texts_to_check(self) -> Iterator[str]:
        """What is published, proposed, or said by a person: accepting a proposal says nothing."""
        shown = [self.published, self.typed]
        if self.suggestion and self.state in {State.PROPOSED, State.EDITED}:
            shown.append(self.suggestion.value)
        yield from (each for each in shown if isinstance(each, str) and each)

    def check_of(self, text: str) -> Check | None:
        """What the check of a text found, if it is among those to check."""
        return next((each for each in self.checks if each.text == text), None)

    @property
    def history(self) -> tuple[Suggestion, ...]:
        """Every suggestion ever made for the field, the oldest first."""
        return tuple(each for each in self.view.suggestions if each.field == self.field)

    def _support(self) -> Iterator[Support]:
        proposal = self.suggestion.proposal if self.suggestion else None
        source = Source(self.view.published)
        for evidence in proposal.evidence if proposal else ():
            match evidence.support:
                case Passage() as passage:
                    yield Support(evidence.part, source.excerpt(passage), passage.field)
                case Bearers() as bearers:
                    yield Support(evidence.part, bearers=bearers)
                case NamedConcept() as concept:
                    yield Support(evidence.part, concept=concept)
                case OwnKeyword() as keyword:
                    yield Support(evidence.part, keyword=keyword)
                case Alike() as alike:
                    yield Support(evidence.part, alike=alike)


def published(view: DatasetView, field: str) -> Value | None:
    """What the portal has in a field."""
    value: Value | None = getattr(view.published, field)
    return value


async def card_of(
    assistant: Assistant, field: str, view: DatasetView, attempt: Attempt | None = None
) -> Card:
    """Make the card of a field, its texts confronted with the record."""
    card = Card(
        field,
        view,
        attempt,
        offers_another=view.vanished_on is None and assistant.offers_another(view, field),
        is_completed=assistant.completes(field),
        takes_remarks=assistant.takes_remarks,
    )
    if card.is_list and card.is_open and card.suggestion:
        choices = attempt.choices if attempt else None
        choices = choices or Choices.of(card.suggestion)
        card = replace(card, choices=await choices.with_uses(assistant, field))
    texts = dict.fromkeys(card.texts_to_check)
    return replace(card, checks=tuple([await checked(each, view.published) for each in texts]))
