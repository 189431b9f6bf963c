"""What is kept, of candidates whose likelihood the vote alone sets."""

from eclaireur.methods.vocabulary.candidates import Candidate
from eclaireur.methods.vocabulary.ranking import likelihood
from eclaireur.methods.vocabulary.selection import selected
from eclaireur.methods.vocabulary.source import Place
from eclaireur.methods.vocabulary.terms import Term


def lent(keyword: str, vote: float = 0.5) -> Candidate:
    return Candidate(keyword, key=keyword.replace("-", " "), term=None, vote=vote, bearers=9)


def phrase(keyword: str) -> Candidate:
    key = keyword.replace("-", " ")
    return Candidate(keyword, key=key, term=Term(key, Place("title", 0, 1), in_title=1))


def kept(
    *known: Candidate, new: tuple[Candidate, ...] = (), present: tuple[str, ...] = ()
) -> list[str]:
    return [each.keyword for each in selected(known, new, 5, present=present, named=())]


def test_the_likeliest_come_first_whatever_the_order() -> None:
    assert kept(lent("eau", 0.3), lent("bruit", 0.6)) == ["bruit", "eau"]


def test_a_guess_is_left_out() -> None:
    weak = lent("eau", 0.01)
    assert likelihood(weak) < 0.05
    assert kept(weak) == []


def test_what_only_neighbours_lend_must_be_likelier() -> None:
    said = phrase("reseau")._replace(vote=0.085, bearers=9)
    weak = lent("bus", 0.185)
    assert likelihood(weak) >= likelihood(said)
    assert kept(said, weak) == ["reseau"]


def test_what_is_far_below_the_first_is_left_out() -> None:
    fair = phrase("eau")._replace(vote=0.1, bearers=9)
    assert kept(fair) == ["eau"]
    assert kept(fair, lent("bruit", 1.0)) == ["bruit"]


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
    chosen = selected(known, (), 5, present=(), named=("ville brume",))
    assert [each.keyword for each in chosen] == ["brume"]


def test_phrases_complete_up_to_three_and_share_no_word() -> None:
    new = (phrase("bureau-vote"), phrase("adresse-bureau"), phrase("scrutin"), phrase("urne"))
    assert kept(new=new) == ["bureau-vote", "scrutin", "urne"]
    assert kept(lent("vote"), new=new) == ["vote", "adresse-bureau", "scrutin"]
    four = tuple(map(lent, ("eau", "bruit", "sol", "air")))
    assert len(kept(*four, new=new)) == 4


def test_no_more_than_asked() -> None:
    assert (
        len(
            selected(map(lent, ("eau", "bruit", "sol")), (phrase("urne"),), 2, present=(), named=())
        )
        == 2
    )
