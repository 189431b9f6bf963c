"""The cells of data.gouv.fr's CSV, in the types of the record."""

import pytest

from eclaireur.catalogues.datagouv_csv import records

NOT_NUMBERS = ("nan", "inf", "-Infinity", "1_000", "1e999", "007", " 1", "٣", "9" * 5000)


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("12", 12),
        ("-3", -3),
        ("0.75", 0.75),
        ("1e-05", 1e-05),
        *((each, each) for each in NOT_NUMBERS),
    ],
)
def test_only_a_cell_that_is_a_number_becomes_one(cell: str, value: object) -> None:
    [read] = records(["id;title;metric.views\n", f"1;Arbres;{cell}\n"], ";")
    assert read == (2, {"id": "1", "title": "Arbres", "metric": {"views": value}})
