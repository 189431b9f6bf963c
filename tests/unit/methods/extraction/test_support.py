from eclaireur.core.dataset import Dataset
from eclaireur.core.evidence import Evidence, Passage
from eclaireur.methods.extraction import unsupported

SOURCE = Dataset(identifier="d", description="La liste des arbres d&#39;Albi.")


def evidence(part: str, start: int, end: int, offset: int = 0) -> Evidence:
    passage = Passage(field="description", start=start, end=end, text=SOURCE.description[start:end])
    return Evidence(part=part, offset=offset, support=passage)


def test_case_typography_and_entities_do_not_matter() -> None:
    whole = evidence("Liste des arbres d’Albi.", 3, len(SOURCE.description))
    assert unsupported("Liste des arbres d’Albi.", (whole,), SOURCE) == ()


def test_another_word_is_not_supported() -> None:
    wrong = evidence("Liste des haies", 3, 19)
    assert unsupported("Liste des haies", (wrong,), SOURCE) == ("Liste des haies",)


def test_a_passage_that_the_source_does_not_say_there_is_no_support() -> None:
    passage = Passage(field="description", start=0, end=5, text="Liste")
    moved = Evidence(part="Liste", offset=0, support=passage)
    assert unsupported("Liste", (moved,), SOURCE) == ("Liste",)


def test_what_no_part_covers_is_not_supported() -> None:
    part = evidence("Liste", 3, 8)
    assert unsupported("Liste complète.", (part,), SOURCE) == ("complète",)
