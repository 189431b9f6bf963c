"""`eclaireur learning`."""

from .conftest import RECORDS, Run, lines_of


def propose(run: Run, number: int) -> list[str]:
    """Propose a short description for so many records; return their keys."""
    records = [RECORDS[0] | {"id": f"arbres-{n}"} for n in range(number)]
    assert run("catalogue", "import", "-", given=lines_of(records)).code == 0
    made = [
        run("suggest", "short_description", "--id", record["id"], "--json").json_lines[0]
        for record in records
    ]
    return [each["suggestion"] for each in made]


def test_nothing_yet(run: Run) -> None:
    assert run("learning").out == "Rien n’a encore été proposé.\n"


def test_decisions_are_told_once_there_are_enough(run: Run) -> None:
    keys = propose(run, 6)
    for key in keys[:4]:
        assert run("decide", key, "accept").code == 0
    few = run("learning")
    assert "Moins de 5 décisions" in few.out
    assert "4" not in few.out
    assert run("decide", keys[4], "reject", "--reason", "inaccurate").code == 0
    told = run("learning").out.replace("\u00a0", " ").replace("\u202f", " ")
    assert "Description courte : Phrases de la fiche" in told
    assert "6 propositions" in told
    assert "5 décisions : 4 acceptées, 0 modifiées, 1 rejetées." in told
    assert "Acceptées telles quelles : 80 % (de 38 % à 96 %)" in told
    [learning] = run("learning", "--json").json_lines
    [fate] = learning["fates"]
    assert (fate["accepted"], fate["why"], fate["why_too_few"]) == (4, {}, True)
    [all_told] = run("learning", "--json", "--threshold", "1").json_lines
    assert all_told["fates"][0]["why"] == {"inaccurate": 1}
    [none] = run("learning", "--json", "--until", "2020-01-01").json_lines
    assert none["fates"] == []
