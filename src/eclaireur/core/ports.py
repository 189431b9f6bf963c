"""What the core expects of the outside world."""

from collections.abc import AsyncIterator, Collection, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import date, datetime
from enum import StrEnum
from typing import Literal, NamedTuple, Protocol, Self

from pydantic import BaseModel, Field

from eclaireur.core.access import Session
from eclaireur.core.audit import AuditReport
from eclaireur.core.base import Noun
from eclaireur.core.call import Call, Durations, LedgerLine, Spent
from eclaireur.core.campaign import Campaign, CampaignItem, CampaignProgress, CampaignState
from eclaireur.core.case import EvaluationCase
from eclaireur.core.dataset import Dataset, Location
from eclaireur.core.departure import Departures
from eclaireur.core.feedback import FeedbackCount, FoundBy
from eclaireur.core.harvest import Run
from eclaireur.core.learning import Tally
from eclaireur.core.model import ModelDeclaration
from eclaireur.core.remark import Remark
from eclaireur.core.review import LEASE, ReviewItem, ReviewOrder, SecondLook
from eclaireur.core.sending import Sending, SendingChoice, SendingState
from eclaireur.core.suggestion import Event, State, Suggestion
from eclaireur.core.switch import Switch
from eclaireur.core.trial import Trial
from eclaireur.core.usage import Usage

LONGEST_QUERY = 1_000
"""Characters of a query."""

LONGEST_FILTER = 300
"""Characters of what a filter is set to."""

MOST_RESULTS = 1_000
"""Datasets that may be paged through for one query."""

NAMED = ("organisation", "format", "license", "place")
"""The filters that are set to a name, in the order in which they are shown."""


class Lack(StrEnum):
    """What a dataset may lack, once what people retained is counted in."""

    SHORT_DESCRIPTION = "short_description"
    KEYWORDS = "keywords"
    THEME = "theme"


class DatasetQuery(Noun):
    """Which datasets of the catalogue to list. Drafts are never listed."""

    title: str = ""
    """Words that the title must hold, whatever their case and accents."""
    lacking: Lack | None = None
    offset: int = Field(default=0, ge=0)
    limit: int = Field(default=20, ge=1, le=500)


class DatasetSummary(Noun):
    """A line of the list."""

    identifier: str
    title: str
    publisher: str | None
    lacks: frozenset[Lack]
    open_proposals: int
    """How many proposals wait for a decision."""


class DatasetPage(Noun):
    """Some of the datasets a query found, by title, and how many there are in all."""

    total: int
    items: tuple[DatasetSummary, ...]


class KeywordUse(Noun):
    """What a catalogue's dataset teaches about its portal's keywords."""

    identifier: str
    title: str
    description: str
    publisher: str | None
    keywords: tuple[str, ...]
    acronym: str | None = None
    spatial: Location | None = None

    @classmethod
    def of(cls, dataset: Dataset) -> Self:
        """Return what a dataset teaches."""
        return cls(
            identifier=dataset.identifier,
            title=dataset.title,
            description=dataset.description,
            publisher=dataset.publisher,
            keywords=dataset.keywords,
            acronym=dataset.acronym,
            spatial=dataset.spatial,
        )


class DatasetChange(Noun):
    """The last change of a dataset of the catalogue."""

    sequence: int
    """Its rank among all changes of the catalogue, from 1 on."""
    identifier: str
    dataset: Dataset | None
    """The dataset as it is now; None when its source no longer holds it."""


class SearchFilters(Noun):
    """What the datasets found must be, whatever the words. An empty value asks for nothing.

    The same at every door. A name is compared without case and accents. Where some datasets bear
    it whole, it is theirs; otherwise those whose words begin as its own do, in any order.
    """

    organisation: str = Field(default="", max_length=LONGEST_FILTER)
    format: str = Field(default="", max_length=LONGEST_FILTER)
    license: str = Field(default="", max_length=LONGEST_FILTER)
    place: str = Field(default="", max_length=LONGEST_FILTER)
    """A zone that the dataset says it covers."""
    since: int | None = Field(default=None, ge=1, le=9998)
    until: int | None = Field(default=None, ge=1, le=9998)
    """Years that the data must concern, in part: its period, or else the year of its issue.

    Whichever is written first, the earlier one is where the period begins.
    """
    lacking: Lack | None = None

    @property
    def period(self) -> tuple[int | None, int | None]:
        """The first and last years, in that order."""
        if self.since and self.until:
            return min(self.since, self.until), max(self.since, self.until)
        return self.since, self.until


class SearchOrder(StrEnum):
    """How the datasets found are put in order."""

    RELEVANCE = "relevance"
    RECENT = "recent"
    USAGE = "usage"


class SearchQuery(Noun):
    """What somebody looks for. It is never stored nor logged."""

    text: str = Field(default="", max_length=LONGEST_QUERY)
    filters: SearchFilters = SearchFilters()
    order: SearchOrder = SearchOrder.RELEVANCE
    offset: int = Field(default=0, ge=0, le=MOST_RESULTS)
    limit: int = Field(default=20, ge=1, le=100)


class WhyFound(StrEnum):
    """Why a dataset was found."""

    TITLE = "title"
    LABELS = "labels"
    PUBLISHER = "publisher"
    DESCRIPTION = "description"
    SPELLING = "spelling"
    MEANING = "meaning"
    """Its title, its keywords or its acronym say a word of much the same meaning."""
    DISTANT = "distant"
    """Nothing but a word of the description, or a distant one, is near in meaning."""
    USAGE = "usage"
    """It says what is looked for, and is much used."""


class SearchHit(Noun):
    """A dataset that was found."""

    identifier: str
    title: str
    publisher: str | None
    score: float
    """From 0 to 1; it compares the results of one query, and nothing else."""
    why: Mapping[WhyFound, tuple[str, ...]]
    """With the words of the query, folded, that each reason is about."""
    near: Mapping[str, str] = Field(default_factory=dict)
    """Of those found by their meaning, the word that the dataset says in the place of each."""
    alike: int = 0
    """How many others bear the same title but for figures."""


class SearchPage(Noun):
    """Some of what was found."""

    total: int
    """How many datasets answer; the first `MOST_RESULTS` of them may be paged through.

    By relevance, those that say any of the query. In another order, which does not put what
    says little of it last, those that say at least half of what is best said.
    """
    left_out: int = 0
    """How many say less than that, in another order than by relevance."""
    hits: tuple[SearchHit, ...]
    corrected: Mapping[str, str] = Field(default_factory=dict)
    """Words that were also read as others of the catalogue, by what was typed."""
    unknown: tuple[str, ...] = ()
    """Words that the catalogue does not hold."""


class Lacking(NamedTuple):
    """Which datasets of the catalogue lack something, told by the shorter of two lists."""

    numbers: Collection[int]
    """Of the last changes of those that lack it, or of those that do not."""
    are_lacking: bool


class NameCount(Noun):
    """A name that a filter may be set to, and how many datasets that would leave."""

    name: str
    count: int


class Breakdown(Noun):
    """What the datasets found are, all of them counted."""

    total: int
    """How many answer, whatever they lack."""
    lacking: Mapping[Lack, int]
    names: Mapping[str, tuple[NameCount, ...]]
    """For each of `NAMED`, the commonest names, most datasets first."""


class Follower(Protocol):
    """What is derived from the catalogue. It follows the store, whoever changes it."""

    async def catch_up(self) -> None:
        """Take in what changed in the catalogue; others may do the same at the same time.

        Raises:
            Unavailable: it can neither be read nor made.
        """
        ...


class Search(Follower, Protocol):
    """Finds datasets of the catalogue.

    What datasets lack depends on what people retain, which the store alone knows: it is given.
    Every method raises `Unavailable` when the index can neither be read nor made.
    """

    @property
    def is_ready(self) -> bool:
        """Whether it answers at once: the last time that it followed the catalogue went well."""
        ...

    async def find(self, query: SearchQuery, lacking: Lacking | None = None) -> SearchPage:
        """Answer a query, by those datasets that lack what it says they must."""
        ...

    async def breakdown(self, query: SearchQuery, lacking: Mapping[Lack, Lacking]) -> Breakdown:
        """Count what the datasets are that answer a query.

        What they lack is counted as though the query asked for no lack.
        """
        ...

    async def similar(self, identifier: str, limit: int = 5) -> tuple[SearchHit, ...]:
        """Return the datasets closest in meaning to one, most alike first, without its twins.

        Nothing is like a dataset that is not in the catalogue, such as a draft.
        """
        ...


class ImportOutcome(Noun):
    """What putting datasets into the catalogue changed."""

    added: int = 0
    changed: int = 0
    returned: int = 0
    """Those that had vanished from their source."""
    unchanged: int = 0
    made_stale: int = 0
    """Proposals whose source changed."""

    vanished: int = 0
    """Those that their source no longer holds."""

    def __add__(self, other: "ImportOutcome") -> "ImportOutcome":
        counts = other.model_dump()
        return ImportOutcome(
            **{name: count + counts[name] for name, count in self.model_dump().items()}
        )


class Message(Noun):
    """One turn of what is said to a model."""

    role: Literal["system", "user", "assistant"]
    content: str


class Completion(Noun):
    """What a model answered, whole."""

    text: str
    """Never empty; when a schema was given, JSON that it accepts."""
    usage: Usage
    model: str
    """The model that answered, as its server names it: an alias may move."""


class Standing(Noun):
    """All that decides, before a model is asked something, whether it is."""

    switches: tuple[Switch, ...]
    answer: Completion | None
    """The answer to that very question, if it is kept."""
    spent: Mapping[str, Spent]
    """What models were asked for on the day, by task."""


class AnswerCache(Protocol):
    """The answers of models, so that the same question is never asked twice."""

    async def standing(self, key: str, day: date) -> Standing:
        """Return what is turned off, the answer kept under a key, and what a day has spent."""
        ...

    async def keep_answer(self, key: str, completion: Completion, call: Call) -> None:
        """Keep an answer, and add the call that gave it, for good: both or neither.

        Past a bound, the answers of the oldest days are dropped.
        """
        ...


class CallBook(Protocol):
    """What models and methods cost."""

    async def record_calls(self, calls: Sequence[Call]) -> None:
        """Add calls, for good."""
        ...

    async def spent_on(self, day: date) -> Mapping[str, Spent]:
        """Return what models were asked for on a day, by task; the cache spends nothing."""
        ...

    async def ledger(self) -> tuple[LedgerLine, ...]:
        """Return the whole meter, the latest day first."""
        ...

    async def call_durations(self, bounds_s: Sequence[float]) -> tuple[Durations, ...]:
        """Return how many calls of models took at most so many seconds; the cache's are left out.

        Args:
            bounds_s: seconds, in any order.
        """
        ...

    async def suggestion_counts(self) -> Mapping[tuple[str, State], int]:
        """Return how many suggestions there are, by field and by where they are in their life."""
        ...


class Switchboard(Protocol):
    """What is turned off."""

    async def switches(self) -> tuple[Switch, ...]:
        """Return all that is turned off, in a stable order."""
        ...

    async def turn_off(self, switch: Switch) -> None:
        """Turn something off; twice is once."""
        ...

    async def turn_on(self, switch: Switch) -> None:
        """Turn it on again; what was on stays on."""
        ...


class SessionBook(Protocol):
    """Who is signed in, without knowing who that is."""

    async def keep_session(self, session: Session) -> None: ...

    async def session(self, digest: str) -> Session | None:
        """Return the session of that digest, be it over."""
        ...

    async def prolong_session(self, digest: str, idle_until: datetime) -> None:
        """Let a session be idle until a later moment; one that ended meanwhile stays so."""
        ...

    async def end_session(self, digest: str) -> None:
        """Forget a session; twice is once."""
        ...

    async def end_sessions(self) -> int:
        """Forget every session, and return how many there were."""
        ...

    async def drop_ended_sessions(self, now: datetime) -> int:
        """Forget the sessions that are over, and return how many."""
        ...

    async def sessions_due(self, before: datetime) -> int:
        """Return how many sessions were over before a moment and are still there."""
        ...


class Dossier(Noun):
    """All that proposing something for one dataset depends on, as it was at one moment."""

    dataset: Dataset
    suggestions: tuple[Suggestion, ...]
    """By field, then by number."""
    switches: tuple[Switch, ...]
    vanished_on: date | None
    """When its source was found not to hold it any more."""


class HarvestBook(Protocol):
    """What each source held when it was last read."""

    async def begin_run(self, source: str) -> Run:
        """Go on with the reading of a source that was interrupted, else begin another."""
        ...

    async def put_harvested(
        self,
        run: Run,
        datasets: Sequence[Dataset],
        stamps: Mapping[str, str | None],
        cursor: str | None,
    ) -> ImportOutcome:
        """Put a page of a source into the catalogue, as `put_datasets` does.

        Args:
            run: the reading that met the page.
            datasets: those to add or replace.
            stamps: what the source says of each dataset that it holds, by identifier.
            cursor: where the reading is to go on, should it be interrupted.
        """
        ...

    async def stamps(self, source: str, identifiers: Sequence[str]) -> Mapping[str, str | None]:
        """Return what a source said last of those of the datasets that are live and its own."""
        ...

    async def unseen(self, run: Run) -> tuple[str, ...]:
        """Return the live datasets of a source that a reading has not met.

        A dataset is of the last source that held it.
        """
        ...

    async def end_run(self, run: Run, vanished: Sequence[str], day: date) -> None:
        """Write that a source was read to its end, and that it no longer holds some datasets.

        Those are kept, with what was decided on them, and come back when a source holds them.
        """
        ...


class FeedbackBook(Protocol):
    """What people say of the results of a search."""

    async def count_feedback(self, day: date, found_by: FoundBy, *, useful: bool) -> None:
        """Count one more person who found results useful, or not."""
        ...

    async def feedback(self) -> tuple[FeedbackCount, ...]:
        """Return every count, the latest day first."""
        ...


class DepartureBook(Protocol):
    """What leaves by the one way out."""

    async def count_departures(self, day: date, counts: Mapping[tuple[str, str], int]) -> None:
        """Add to what a day counts, by origin and outcome."""
        ...

    async def departures(self) -> tuple[Departures, ...]:
        """Return every count, the latest day first."""
        ...


class AuditBook(Protocol):
    """What an audit reads of the store beside what everybody does, and what it found."""

    async def drafts_due(self, before: datetime) -> int:
        """Return how many drafts were to be deleted before an instant, and are still there."""
        ...

    async def altered_datasets(self) -> tuple[str, ...]:
        """Return the datasets whose content was changed otherwise than by this store."""
        ...

    async def stray_suggestions(self) -> tuple[str, ...]:
        """Return the suggestions whose events are no life that leads to their state."""
        ...

    async def columns(self) -> tuple[tuple[str, str], ...]:
        """Return every table and view with each of its columns, whoever made them."""
        ...

    async def rows_filled(self, table: str, column: str) -> int:
        """Return how many rows hold something in a column that `columns` tells."""
        ...

    async def keep_audit(self, report: AuditReport) -> None:
        """Keep what an audit found; it takes the place of that of the same day."""
        ...

    async def last_audit(self) -> AuditReport | None:
        """Return the last audit, if there ever was one."""
        ...


class LearningBook(Protocol):
    """What became of proposals."""

    async def tallies(
        self, since: date | None = None, until: date | None = None
    ) -> tuple[Tally, ...]:
        """Return the counters of a period, its two ends included; None leaves an end open."""
        ...

    async def add_remark(self, remark: Remark) -> None:
        """Keep what somebody said in their own words."""
        ...

    async def remarks(self) -> tuple[Remark, ...]:
        """Return every remark, in an order that says nothing."""
        ...

    async def put_case(self, case: EvaluationCase) -> None:
        """Keep a case of the evaluation set; the same one twice is once."""
        ...

    async def cases(self) -> tuple[EvaluationCase, ...]:
        """Return every case of the evaluation set, by task."""
        ...

    async def trials(self) -> tuple[Trial, ...]:
        """Return every trial that was declared, by name."""
        ...

    async def add_trial(self, trial: Trial) -> None:
        """Declare a trial. Raises TrialExists."""
        ...

    async def replace_trial(self, trial: Trial) -> None:
        """Put a trial in the place of the one that bears its name."""
        ...


class CampaignBook(Protocol):
    """The campaigns, and the records that each is about."""

    async def add_campaign(self, campaign: Campaign, items: Sequence[CampaignItem]) -> None:
        """Record a campaign with all its records, before any work on them."""
        ...

    async def campaign(self, key: str) -> Campaign:
        """Raises CampaignNotFound."""
        ...

    async def campaigns(self) -> tuple[Campaign, ...]:
        """Return every campaign, the latest first."""
        ...

    async def turn_campaign(self, key: str, state: CampaignState) -> None:
        """Write what is asked of a campaign. Raises CampaignNotFound."""
        ...

    async def campaign_items(self, key: str, datasets: Sequence[str]) -> tuple[CampaignItem, ...]:
        """Return those records of a campaign that are named, by rank."""
        ...

    async def pending_items(self, key: str, batch: int) -> tuple[str, ...]:
        """Return the records of a batch of a campaign that have not been tried, by rank."""
        ...

    async def pending_batches(self, key: str) -> tuple[int, ...]:
        """Return the batches with records that have not been tried. Raises CampaignNotFound."""
        ...

    async def forget_failures(self, key: str) -> int:
        """Let the records that failed be tried again; return how many they are.

        Raises CampaignNotFound.
        """
        ...

    async def tried(self, key: str, suggestions: Mapping[str, str]) -> None:
        """Write what answered for records of a campaign: the key of a suggestion, by dataset."""
        ...

    async def campaign_progress(self, key: str) -> CampaignProgress:
        """Count where the records of a campaign stand. Raises CampaignNotFound."""
        ...


class Leave(NamedTuple):
    """What records a page may keep from the others, and how long."""

    now: datetime
    organisations: frozenset[str] | None = None
    """The publishers whose records it may keep; None is every one's, and those of nobody."""

    @property
    def until(self) -> datetime:
        return self.now + LEASE


class ReviewBook(Protocol):
    """What waits for a decision in campaigns, and the pages that show it.

    A page is a random text of its own, kept no longer than it holds a record. No record is held
    by two pages, and whoever decides on one need not hold it: a record that two have seen is
    guarded by its events.
    """

    async def hold_for_review(
        self,
        campaign: str,
        page: str,
        leave: Leave,
        *,
        order: ReviewOrder,
        count: int,
        looks_again: bool,
    ) -> tuple[ReviewItem, ...]:
        """Hold records for a page: those that it holds first, then others, up to a number.

        Args:
            campaign: its key.
            page: who holds them.
            leave: how long.
            order: which come first.
            count: how many in all.
            looks_again: whether one that is due for a second look may be among them. Where
                nothing else is left, there is one in any case.
        """
        ...

    async def take_for_review(
        self, campaign: str, keys: Sequence[str], page: str, leave: Leave
    ) -> frozenset[str]:
        """Hold the proposals named, but those that another page holds; return what is held."""
        ...

    async def twins(
        self, campaign: str, dataset: str, page: str, leave: Leave, limit: int
    ) -> tuple[int, tuple[ReviewItem, ...]]:
        """Return how many open proposals share the template of a record, and the first of them.

        The record itself, and what other pages hold, are not counted.
        """
        ...

    async def skip(self, campaign: str, key: str, page: str, tomorrow: date) -> None:
        """Put off a proposal that a page holds: it comes at the end."""
        ...

    async def release(self, campaign: str, page: str) -> None:
        """Give back all that a page holds."""
        ...

    async def sample(self, campaign: str, key: str, page: str, since: date) -> None:
        """Let a record decided on by a page be shown to another one, from a day on."""
        ...

    async def is_second_look(self, campaign: str, key: str, page: str) -> bool:
        """Whether a page holds a proposal for a second look."""
        ...

    async def look_again(
        self, campaign: str, key: str, page: str, second: State, day: date
    ) -> bool:
        """Count what a second look said beside the first; False if it is none that is held."""
        ...

    async def second_looks(self, campaign: str) -> tuple[SecondLook, ...]:
        """Return what first and second looks said, all days together."""


class SendingBook(Protocol):
    """What was sent to portals."""

    async def to_send(
        self, portal: str, choice: SendingChoice, after: str | None, limit: int
    ) -> tuple[Dataset, ...]:
        """Return live datasets of which a retained value was not sent to a portal, by identifier.

        Args:
            portal: where they are to be sent.
            choice: which values; its limit does not count here.
            after: the identifier to begin after.
            limit: how many datasets at most.
        """
        ...

    async def to_revert(
        self, portal: str, choice: SendingChoice, after: str | None, limit: int
    ) -> tuple[Dataset, ...]:
        """Return datasets of which something that was sent to a portal stands, by identifier."""
        ...

    async def sendings(self, portal: str, datasets: Sequence[str]) -> tuple[Sending, ...]:
        """Return what was sent of these datasets to a portal, by dataset, then by number."""
        ...

    async def begin_sendings(self, sendings: Sequence[Sending]) -> tuple[Sending, ...]:
        """Record that values are about to be written, and return them with their numbers.

        One that is already recorded for its decision takes the former's place, and its number.
        """
        ...

    async def settle_sendings(self, sendings: Sequence[Sending]) -> None:
        """Record where values stand."""
        ...

    async def forget_sendings(self, sendings: Sequence[Sending]) -> None:
        """Drop values that were not written after all."""
        ...

    async def sending_counts(self) -> Mapping[tuple[str, SendingState], int]:
        """Return how many values there are, by portal and by where they stand."""
        ...

    async def stray_sendings(self) -> tuple[str, ...]:
        """Return the suggestions of values that were sent without a decision that retains them."""
        ...


class Store(
    AnswerCache,
    CallBook,
    HarvestBook,
    Switchboard,
    SessionBook,
    FeedbackBook,
    DepartureBook,
    AuditBook,
    LearningBook,
    CampaignBook,
    ReviewBook,
    SendingBook,
    Protocol,
):
    """Where datasets and suggestions are kept.

    Each method is one transaction, except those that stream: they read batch after
    batch, so that a slow reader holds nothing back, and may meet what changes meanwhile.
    No proposal is open whose source has changed. A dataset that its source no longer holds
    is kept, with what was decided on it, but neither listed nor streamed.

    Every method raises `StoreUnavailable` when the database does not answer.
    """

    async def is_current(self) -> bool:
        """Whether its tables are those that this version makes: another may have changed them."""
        ...

    async def put_datasets(self, datasets: Sequence[Dataset]) -> ImportOutcome:
        """Add or replace datasets of the catalogue.

        Open proposals whose source changed become stale. A draft that bears one of the
        identifiers joins the catalogue.
        """
        ...

    async def put_drafts(self, drafts: Sequence[Dataset], expires_at: datetime) -> None:
        """Add or replace drafts, which nobody lists and which are deleted at `expires_at`.

        Open proposals whose source changed become stale.

        Raises:
            DatasetNotFound: one bears the identifier of a dataset of the catalogue.
        """
        ...

    async def keep_draft(self, identifier: str) -> None:
        """Put a draft into the catalogue, whatever it says by then, with its suggestions.

        Raises:
            DatasetNotFound: there is no such draft.
            PortalIdentifierTaken: a dataset of the catalogue has its identifier of the portal.
        """
        ...

    async def drop_expired_drafts(self, now: datetime) -> int:
        """Delete the drafts due, with their suggestions; return how many."""
        ...

    async def dataset(self, identifier: str) -> Dataset:
        """Return a dataset or a draft, as published. Raises DatasetNotFound."""
        ...

    async def dossier(self, identifier: str) -> Dossier:
        """Return a dataset or a draft with its suggestions and what is turned off.

        Raises DatasetNotFound.
        """
        ...

    async def datasets_among(self, identifiers: Sequence[str]) -> Mapping[str, Dataset]:
        """Return those datasets of the catalogue that bear one of the identifiers."""
        ...

    async def draft_expiry(self, identifier: str) -> datetime | None:
        """Return when a draft is to be deleted; None for a dataset of the catalogue.

        Raises DatasetNotFound.
        """
        ...

    async def vanished_on(self, identifier: str) -> date | None:
        """Return the day when a dataset was no longer in its source; None while it is there.

        Raises DatasetNotFound.
        """
        ...

    async def find_datasets(self, query: DatasetQuery) -> DatasetPage: ...

    async def lacking(self, lack: Lack) -> Lacking:
        """Return which datasets of the catalogue lack something."""
        ...

    def all_datasets(self) -> AsyncIterator[tuple[Dataset, tuple[Suggestion, ...]]]:
        """Every dataset of the catalogue by identifier, with the suggestions retained for it."""
        ...

    def keyword_uses(self) -> AsyncIterator[KeywordUse]:
        """Every dataset of the catalogue by identifier, reduced to what keywords need."""
        ...

    async def catalogue_sequence(self) -> int:
        """Return the number of the catalogue's last change: it only grows."""
        ...

    async def catalogue_token(self, sequence: int) -> str | None:
        """Return what tells this catalogue, as it stood after a change, from any other.

        None where it never stood there: the number is none of its own, or lies inside a
        transaction. A backup that is put back and goes on from there has other tokens.
        """
        ...

    def changes_since(self, sequence: int) -> AsyncIterator[DatasetChange]:
        """The datasets that changed after a number, each once, in the order of their changes.

        From 0, the whole catalogue. Whoever has read up to a change may go on from its number.
        """
        ...

    async def add_suggestions(self, suggestions: Iterable[Suggestion]) -> None:
        """Record new suggestions with all their events, or none of them.

        Open proposals that give way to them become stale.

        Raises:
            SuggestedMeanwhile: one bears a number already taken for its dataset and field.
            DatasetNotFound: one is about a dataset that is not there.
        """
        ...

    async def suggestion(self, key: str) -> Suggestion:
        """Raises SuggestionNotFound."""
        ...

    async def suggestions_of(self, datasets: Sequence[str]) -> tuple[Suggestion, ...]:
        """Every suggestion made for these datasets, by dataset, then field, then number."""
        ...

    async def find_suggestions(
        self, *, state: State | None, field: str | None, after: str | None, limit: int
    ) -> tuple[Suggestion, ...]:
        """Suggestions in the order of their keys, beginning after the key `after`."""
        ...

    async def append_event(self, key: str, event: Event, why: str | None = None) -> None:
        """Record the next event of a suggestion, for good.

        Args:
            key: of the suggestion.
            event: the next of its life.
            why: what the person said of their decision: it is counted, and kept nowhere else.

        Raises:
            DecidedMeanwhile: another event has taken this sequence.
            SuggestionNotFound: no suggestion bears the key.
        """
        ...


class LanguageModel(Protocol):
    """A model that can be asked to write."""

    @property
    def name(self) -> str:
        """The name that its operator declared it under."""
        ...

    @property
    def declaration(self) -> ModelDeclaration: ...

    async def complete(
        self,
        messages: Sequence[Message],
        *,
        schema: type[BaseModel] | None = None,
        max_tokens: int,
        deadline_s: float,
    ) -> Completion:
        """Ask the model to answer.

        Args:
            messages: what is said to it, in order.
            schema: what the answer must be the JSON of.
            max_tokens: the longest answer, in tokens.
            deadline_s: seconds until the whole answer is there, everything included.

        Raises:
            ModelAnswerUnusable: it answered, and the answer is cut, empty, refused or of
                another form; the error bears what it cost.
            Unavailable: it did not answer, as the other classes of this family tell.
        """
        ...


class Span(Protocol):
    """A piece of work under way, for those who trace. It is told no text of anybody."""

    def name(self, name: str) -> None:
        """Give it another name than the one it began with."""
        ...

    def tell(self, attributes: Mapping[str, str | float | None]) -> None:
        """Say something of it, under the names of OpenTelemetry; None says nothing."""
        ...

    def fail(self, code: str) -> None:
        """Say that it failed, by the code of the error and never by its sentence."""
        ...


class Tracer(Protocol):
    """Who follows what is done, and how long it takes."""

    @property
    def dropped(self) -> int:
        """Spans that could not be sent since the process began."""
        ...

    def span(
        self, name: str, kind: Literal["server", "client", "internal"] = "internal"
    ) -> AbstractContextManager[Span]:
        """Follow a piece of work, inside the one that is under way here if there is one."""
        ...
