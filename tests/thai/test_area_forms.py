"""Areas that are not written plainly are read where they can mean one size, else refused."""

from __future__ import annotations

from fractions import Fraction

import pytest

from smartcert.thai.area_forms import interpret_area
from smartcert.thai.loose import Loose
from smartcert.thai.numeral import ValueReadError


@pytest.mark.parametrize(
    ("written", "km2", "how"),
    [
        ("ประมาณ 46 ตร.กม.", 46, "about"),
        ("พื้นที่ 46 ตร.กม.", 46, "note"),
        ("46 ตร.กม. ครอบคลุม 9 หมู่บ้าน", 46, "note"),
        ("46 ตร.กม. (เฉพาะเขตเทศบาล)", 46, "note"),
        ("46 ตร.กม. ทั้งเขตเทศบาล", 46, "note"),
        ("46 ตร.กม. 9 หมู่บ้าน", 46, "note"),
        ("ไม่น้อยกว่า 46 ตร.กม.", 46, "about"),
        ("46 (ตร.กม.)", 46, "unit-in-brackets"),
        ("28,750 [ไร่]", 46, "unit-in-brackets"),
    ],
)
def test_read_loosely(written, km2, how):
    found = interpret_area(written)
    assert isinstance(found, Loose)
    assert (found.value.km2, found.value.written, found.how) == (km2, written, how)


@pytest.mark.parametrize(
    ("written", "km2"),
    [
        ("22.56 square kilometer", Fraction("22.56")),
        ("15,000-rai", 24),
        ("46 square km", 46),
        ("46.125 ตร.กม.", Fraction("46.125")),
        ("100 ตร.ไมล์", Fraction("258.9988110336")),
        ("1000 acres", Fraction("4.0468564224")),
        ("46 ตร.กม. (28,750 ไร่)", 46),
    ],
)
def test_read_plainly(written, km2):
    assert interpret_area(written).km2 == km2


@pytest.mark.parametrize(
    "written",
    [
        "46",
        "15.000 ไร่",
        "15.250 ไร่",
        "46.000 ตร.กม.",
        "46 กม.",
        "5-10 ไร่",
        "46 ตร.กม. (12 ตร.กม.)",
        "46 ตร.กม. ในเขตเมือง 12 ตร.กม.",
        "46 คน",
    ],
)
def test_refused(written):
    with pytest.raises(ValueReadError):
        interpret_area(written)
