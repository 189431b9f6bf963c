from eclaireur.core.dataset import Dataset
from eclaireur.core.ports import KeywordUse
from eclaireur.core.proposal import Proposal
from eclaireur.evaluation.baselines import VocabularyInText, vocabulary_in_text
from eclaireur.evaluation.measured import Observed
from eclaireur.evaluation.subjects.labels import keywords
from eclaireur.methods.vocabulary import PortalVocabulary

ZOO = Dataset(
    identifier="zoo",
    title="Girafes et éléphants du parc",
    description="Les girafes et les éléphants du parc.",
    publisher="Ville",
    keywords=("girafe", "elephant"),
)


def use(dataset: Dataset) -> KeywordUse:
    return KeywordUse.model_validate(dataset.model_dump(include=set(KeywordUse.model_fields)))


def test_what_is_measured_of_keywords() -> None:
    observed = {each.measure: each.value for each in keywords(("girafes", "parc"), ZOO)}
    # None is exactly one of the producer's; `girafes` is one by its stem.
    assert observed == {"proposed": 1, "f1": 0, "ndcg": 0, "f1-stems": 0.5, "diversity": 1}


def test_nothing_proposed_scores_nothing() -> None:
    assert list(keywords(None, ZOO)) == [
        Observed("proposed", 0),
        Observed("f1", 0),
        Observed("ndcg", 0),
        Observed("f1-stems", 0),
    ]


def test_only_the_first_five_count() -> None:
    proposed = ("a", "b", "c", "d", "e", "girafe")
    assert next(each for each in keywords(proposed, ZOO) if each.measure == "f1").value == 0


async def test_the_baseline_never_learns_a_record_from_itself() -> None:
    alone = PortalVocabulary.learn([use(ZOO)])
    assert vocabulary_in_text(ZOO, alone) == []
    other = ZOO.model_copy(update={"identifier": "other", "keywords": ("elephant",)})
    together = PortalVocabulary.learn([use(ZOO), use(other)])
    assert vocabulary_in_text(ZOO, together) == ["elephant"]
    copy = ZOO.model_copy(update={"identifier": "copy"})
    assert vocabulary_in_text(copy, together) == ["girafe", "elephant"]

    async def learned() -> PortalVocabulary:
        return together

    proposal = await VocabularyInText(learned, 1).propose(copy)
    assert isinstance(proposal, Proposal)
    assert proposal.value == ("girafe",)
