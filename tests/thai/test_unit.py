"""Units are the same in whatever spelling they are written."""

import pytest

from smartcert.thai.unit import fold_unit


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ตร.ม./คน", "ตร.ม. ต่อคน"),
        ("%", "ร้อยละ"),
        ("percent", "ร้อยละ"),
        ("m²", "m2"),
        ("kWh per person", "kWh/person"),
        ("ตัน ต่อ วัน", "ตันต่อวัน"),
    ],
)
def test_two_spellings_are_one_unit(one, other):
    assert fold_unit(one) == fold_unit(other)


def test_other_units_stay_apart():
    assert fold_unit("ตัน") != fold_unit("กิโลกรัม")
