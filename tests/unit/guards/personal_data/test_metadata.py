"""Personal data in a dataset, and around the passages of a proposal."""

import json

from hypothesis import example, given
from hypothesis import strategies as st

from eclaireur.core.base import Json
from eclaireur.core.dataset import Column, Dataset, Distribution, Location, PeriodOfTime
from eclaireur.core.evidence import Evidence, Passage
from eclaireur.core.proposal import Proposal
from eclaireur.guards.personal_data import (
    PersonalDataType,
    cleared,
    find,
    mask,
    masked,
    masked_types,
    tells_of_someone,
    without_people,
)
from eclaireur.text.markup import readable

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


CODES = Dataset(
    identifier="draft-06399812340639981234",
    other_identifier="53699fe4a3a729239d206227",
    frequency="annual",
    license="fr-lo",
    temporal=PeriodOfTime(start="2020-01-01", end="2020-12-31"),
    spatial=Location(granularity="fr:commune", zones=("Valmoncel",)),
    distributions=(
        Distribution(
            format="csv",
            title="Comptages",
            access_url=f"https://exemple.fr/?contact={MAILBOX}",
            columns=(Column(name="jour", datatype="date", description="Jour du relevé"),),
        ),
    ),
    issued="2020-01-01T00:00:00.123000+00:00",
    modified="2021-03-04",
    extras={"harvest": {"backend": "CSW-ISO-19139"}, "downloads": 12, "featured": False},
)


def test_codes_dates_and_links_stay() -> None:
    assert masked(CODES) == CODES


def test_no_text_is_left_out() -> None:
    told = st.sampled_from([PERSON, MAILBOX, f"Voir {PERSON}, 06 39 98 12 34."])

    def say(value: Json, key: str, text: str) -> Json:
        """The value with the text in the place of every one of its texts."""
        if key in {"identifier", "access_url"}:
            return value
        if isinstance(value, dict):
            return {each: say(inner, each, text) for each, inner in value.items()}
        if isinstance(value, list):
            return [say(each, key, text) for each in value]
        return text if isinstance(value, str) else value

    whole = CODES.model_copy(
        update={
            "title": "x",
            "acronym": "x",
            "description": "x",
            "short_description": "x",
            "keywords": ("x",),
            "publisher": "x",
            "extras": {"a": [{"b": "x"}]},
        }
    )

    @given(told, told)
    def check(text: str, key: str) -> None:
        content = say(whole.model_dump(mode="json"), "", text)
        assert isinstance(content, dict)
        content["extras"] = {key: {"a": {key: content["extras"]}}}
        cleared = masked(Dataset.model_validate(content)).model_dump(mode="json")
        cleared["distributions"][0]["access_url"] = None
        left = json.dumps(cleared)
        assert not any(part in left for part in ("Kervadec", "kervadec", "06 39 98 12 34"))
        assert {value for value in cleared.values() if isinstance(value, str)} == {
            mask(text).text,
            CODES.identifier,
        }

    check()


def test_what_was_masked_can_be_counted_afterwards() -> None:
    texts = "[personne] et [personne]", None, "[e-mail]"
    assert masked_types(*texts) == {PersonalDataType.PERSON: 2, PersonalDataType.EMAIL: 1}


def test_a_passage_is_read_with_its_paragraph() -> None:
    text = "Les arbres.\nContact : Solenn Kervadec, jardinière."
    dataset = Dataset(identifier="x", description=text)
    assert tells_of_someone(proposal(text, "Solenn Kervadec, jardinière."), dataset)
    assert not tells_of_someone(proposal(text, "Les arbres."), dataset)


def test_only_the_sentences_that_tell_of_people_are_blank() -> None:
    kept = "Les arbres de la ville."
    text = f"Tenu par {PERSON}. {kept} Écrire à {MAILBOX}. {kept}\n{kept} Voir {PERSON}."
    cleared = without_people(Dataset(identifier="x", description=text)).description
    assert cleared.split() == f"{kept} {kept} {kept}".split()


@given(st.lists(PIECES).map("".join))
def test_a_dataset_without_people_keeps_its_offsets(text: str) -> None:
    dataset = Dataset(identifier="x", title=text, description=text)
    cleared = without_people(dataset)
    for before, after in ((text, cleared.title), (text, cleared.description)):
        assert len(before) == len(after)
        assert all(new in (old, " ") for old, new in zip(before, after, strict=True))
        assert not find(after)


@given(st.lists(PIECES).map("".join))
@example("Mme Solenn Kervadec" * 4)
@example("Les arbres de la ville<b>Rue Jean-JaurèsMme Solenn Kervadec")
def test_what_a_model_is_shown_and_what_supports_it_tell_of_nobody(text: str) -> None:
    dataset = Dataset(identifier="x", title=text, description=text)
    shown = cleared(dataset)
    assert shown.title == mask(readable(text).text).text
    assert shown.description == mask(readable(text).text).text
    for before, after in ((text, shown.source.title), (text, shown.source.description)):
        assert len(before) == len(after)
        assert not find(readable(after).text)


def test_what_markup_hides_supports_nothing_either() -> None:
    kept = "Les arbres de la ville."
    for hidden in (
        f"[Écrire au service](mailto:{MAILBOX}).",
        f'<a href="mailto:{MAILBOX}">Ici</a>.',
    ):
        dataset = Dataset(identifier="x", description=f"{kept} {hidden} {kept}")
        shown = cleared(dataset)
        assert MAILBOX not in f"{shown.description} {shown.source.description}"
        assert shown.source.description.count(kept) == 2
