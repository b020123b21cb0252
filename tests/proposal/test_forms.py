"""Many forms that officials write in a field, each with the value it means or as refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from field_forms import read_form

FORMS = Path(__file__).parent.parent / "data" / "forms.txt"
ROWS = [
    tuple(part.strip() for part in line.split("|"))
    for line in FORMS.read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]


@pytest.mark.parametrize(("field", "written", "means"), ROWS)
def test_what_is_written_is_read_as_it_is_meant(field, written, means):
    got, is_refused = read_form(field, written)
    assert (got, is_refused) == (("None", True) if means == "refused" else (means, False))
