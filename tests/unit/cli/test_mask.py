"""`mask`: a text cleared of personal data, and what was masked."""

import json

from .conftest import Run, lines_of

TEXT = "Je suis Soizic Kerbrat, 06 39 98 12 34"
MASKED = "Je suis [personne], [téléphone]"


def test_the_masked_text_is_the_result_and_what_was_masked_is_told(run: Run) -> None:
    ran = run("mask", given=TEXT.encode())
    assert (ran.code, ran.out) == (0, f"{MASKED}\n")
    assert ran.err == "Masqué\u00a0: 1 nom de personne, 1 numéro de téléphone.\n"
    assert run("mask", given=ran.out.encode()).out == ran.out


def test_a_text_without_personal_data_comes_out_as_it_went_in(run: Run) -> None:
    ran = run("mask", given=b"Horaires de la piscine\n")
    assert (ran.out, ran.err) == ("Horaires de la piscine\n", "Rien à masquer n’a été trouvé.\n")


def test_a_program_gets_the_spans_of_the_text_it_gave(run: Run) -> None:
    [answer] = run("mask", "--json", given=TEXT.encode()).json_lines
    assert answer["text"] == MASKED
    assert [(TEXT[span["start"] : span["end"]], span["type"]) for span in answer["spans"]] == [
        ("Soizic Kerbrat", "person"),
        ("06 39 98 12 34", "phone"),
    ]


def test_a_batch_is_answered_in_order_past_the_lines_that_are_wrong(run: Run) -> None:
    requests = [{"text": TEXT}, {"text": 3}, {"text": "Rien", "other": 1}]
    ran = run("mask", "--batch", "-", given=lines_of(requests))
    assert (ran.code, "ligne 2" in ran.err) == (5, True)
    assert [answer["text"] for answer in ran.json_lines] == [MASKED, "Rien"]
    assert [list(answer) for answer in ran.json_lines] == [["text", "spans"]] * 2
    missing = run("mask", "--batch", "nowhere.jsonl", "--json")
    assert (missing.code, json.loads(missing.err)["code"]) == (3, "catalogue-not-found")


def test_nothing_is_kept(run: Run) -> None:
    run("mask", given=TEXT.encode())
    assert run("suggestions", "--json").out == ""


def test_a_text_of_another_encoding_is_refused_and_not_altered(run: Run) -> None:
    for command in (("mask",), ("check", "--source", '{"title": "x"}', "--text", "-")):
        ran = run(*command, "--json", given="Fée".encode("latin-1"))
        assert (ran.code, ran.out) == (5, "")
        assert json.loads(ran.err)["code"] == "undecodable-text"


def test_ends_of_lines_count_in_the_spans(run: Run) -> None:
    text = "Écrire\r\nà Soizic Kerbrat"
    [answer] = run("mask", "--json", given=text.encode()).json_lines
    assert [text[each["start"] : each["end"]] for each in answer["spans"]] == ["Soizic Kerbrat"]
