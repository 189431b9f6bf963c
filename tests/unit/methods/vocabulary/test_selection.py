"""What is kept, of candidates by their likelihood."""

from eclaireur.methods.vocabulary.candidates import Candidate
from eclaireur.methods.vocabulary.selection import selected
from eclaireur.methods.vocabulary.source import Place
from eclaireur.methods.vocabulary.terms import Term


def lent(keyword: str, likelihood: float = 0.5) -> Candidate:
    return Candidate(keyword, keyword.replace("-", " "), term=None, likelihood=likelihood)


def phrase(keyword: str) -> Candidate:
    key = keyword.replace("-", " ")
    return Candidate(keyword, key=key, term=Term(key, Place("title", 0, 1), in_title=1))


def kept(
    *known: Candidate, new: tuple[Candidate, ...] = (), present: tuple[str, ...] = ()
) -> list[str]:
    return [each.keyword for each in selected(known, new, 5, usual=5, present=present, named=())]


def test_a_guess_is_left_out() -> None:
    assert kept(lent("eau", 0.03)) == []


def test_what_would_lower_the_f1_to_expect_is_left_out() -> None:
    assert kept(lent("eau", 0.1), lent("sol", 0.1)) == ["eau", "sol"]
    assert kept(lent("eau", 0.9), lent("sol", 0.14)) == ["eau"]
    assert kept(lent("eau", 0.9), lent("sol", 0.16)) == ["eau", "sol"]


def test_wholes_parts_and_variants_are_left_out() -> None:
    assert kept(lent("cours-eau", 0.6), lent("eau")) == ["cours-eau"]
    assert kept(lent("zone-bruit", 0.6), lent("bruit-zones")) == ["zone-bruit"]
    assert kept(lent("bathymetrie", 0.6), lent("bathymetry")) == ["bathymetrie"]
    assert kept(lent("europeennes", 0.6), lent("europeenes")) == ["europeennes"]
    assert kept(lent("risque-zonage-naturel", 0.6), lent("risque-zonage-minier")) == [
        "risque-zonage-naturel"
    ]


def test_words_that_only_look_alike_are_both_kept() -> None:
    assert kept(lent("population", 0.6), lent("pollution")) == ["population", "pollution"]


def test_what_says_no_more_than_the_dataset_carries_is_left_out() -> None:
    carried = ("velo", "bureau vote")
    assert kept(lent("velo"), lent("vote"), lent("eau"), present=carried) == ["eau"]
    new = (phrase("vote-velo"), phrase("piste-velo"))
    assert kept(new=new, present=carried) == ["piste-velo"]


def test_a_name_is_left_out_but_not_its_words() -> None:
    known = (lent("ville-brume", 0.6), lent("brume"))
    chosen = selected(known, (), 5, usual=5, present=(), named=("ville brume",))
    assert [each.keyword for each in chosen] == ["brume"]


def test_phrases_complete_up_to_three_and_share_no_word() -> None:
    new = (phrase("bureau-vote"), phrase("adresse-bureau"), phrase("scrutin"), phrase("urne"))
    assert kept(new=new) == ["bureau-vote", "scrutin", "urne"]
    assert kept(lent("vote", 0.3), new=new) == ["vote", "adresse-bureau", "scrutin"]
    four = (lent(each, 0.1) for each in ("eau", "bruit", "sol", "air"))
    assert len(kept(*four, new=new)) == 4


def test_no_phrase_completes_what_is_likely_right() -> None:
    assert kept(lent("vote", 0.6), new=(phrase("urne"),)) == ["vote"]


def test_no_more_than_asked() -> None:
    known = map(lent, ("eau", "bruit", "sol"))
    assert len(selected(known, (phrase("urne"),), 2, usual=5, present=(), named=())) == 2
