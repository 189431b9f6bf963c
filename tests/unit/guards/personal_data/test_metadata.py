"""Personal data in a dataset, and around the passages of a proposal."""

from hypothesis import given
from hypothesis import strategies as st

from eclaireur.core.dataset import Dataset
from eclaireur.core.evidence import Evidence, Passage
from eclaireur.core.proposal import Proposal
from eclaireur.guards.personal_data import (
    PersonalDataType,
    find,
    masked,
    masked_types,
    tells_of_someone,
    without_people,
)

PERSON, MAILBOX = "Mme Solenn Kervadec", "solenn.kervadec@exemple.fr"
PIECES = st.sampled_from(
    [
        PERSON,
        MAILBOX,
        "Les arbres de la ville",
        ". ",
        "\n",
        "\r\n",
        " ",
        "- ",
        "Rue Jean-Jaurès",
        "<b>",
    ]
)


def proposal(text: str, part: str) -> Proposal:
    start = text.index(part)
    passage = Passage(field="description", start=start, end=start + len(part), text=part)
    return Proposal(part, (Evidence(part=part, offset=0, support=passage),))


def test_every_text_of_a_dataset_is_masked() -> None:
    dataset = Dataset(
        identifier="x",
        title=f"Arbres ({PERSON})",
        short_description=f"Écrire à {MAILBOX}.",
        keywords=("arbre", MAILBOX),
        publisher="Ville de Valmorel",
        extras={"a": [{"b": f"voir {PERSON}"}], "c": 3},
    )
    assert masked(dataset) == dataset.model_copy(
        update={
            "title": "Arbres (Mme [personne])",
            "short_description": "Écrire à [e-mail].",
            "keywords": ("arbre", "[e-mail]"),
            "extras": {"a": [{"b": "voir Mme [personne]"}], "c": 3},
        }
    )


def test_what_was_masked_can_be_counted_afterwards() -> None:
    texts = "[personne] et [personne]", None, "[e-mail]"
    assert masked_types(*texts) == {PersonalDataType.PERSON: 2, PersonalDataType.EMAIL: 1}


def test_a_passage_is_read_with_its_paragraph() -> None:
    text = "Les arbres.\nContact : Solenn Kervadec, jardinière."
    dataset = Dataset(identifier="x", description=text)
    assert tells_of_someone(proposal(text, "Solenn Kervadec, jardinière."), dataset)
    assert not tells_of_someone(proposal(text, "Les arbres."), dataset)


@given(st.lists(PIECES).map("".join))
def test_a_dataset_without_people_keeps_its_offsets(text: str) -> None:
    dataset = Dataset(identifier="x", title=text, description=text)
    cleared = without_people(dataset)
    for before, after in ((text, cleared.title), (text, cleared.description)):
        assert len(before) == len(after)
        assert all(new in (old, " ") for old, new in zip(before, after, strict=True))
        assert not find(after)
