"""A mistyped word is close to one of a closed set, or to none."""

from __future__ import annotations

import pytest

from smartcert.suggest import closest

KNOWN = ["promotion-area", "logo", "renewal", "boi-area", "พื้นที่"]


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("logo", "logo"),
        ("LOGO", "logo"),
        ("promotion area", "promotion-area"),
        ("Promotion_Area", "promotion-area"),
        ("promtion-area", "promotion-area"),
        ("renewel", "renewal"),
        ("พื้นทื่", "พื้นที่"),
        ("budget", None),
        ("", None),
        ("logo" * 21, None),
    ],
)
def test_the_closest_word(word, expected):
    assert closest(word, KNOWN) == expected


def test_of_words_that_are_the_same_the_first_counts():
    assert closest("boi area", ["boi-area", "boi_area"]) == "boi-area"


def test_nothing_is_close_to_nothing():
    assert closest("logo", []) is None


@pytest.mark.parametrize(
    ("word", "known"),
    [
        ("ไม่เปิดเผย", "เปิดเผย"),
        ("บจก.", "อบจ."),
        ("non-personal", "personal"),
        ("unconfirmed", "confirmed"),
        ("ยังไม่ได้รับงบประมาณ", "ได้รับงบประมาณแล้ว"),
        ("ได้รับงบประมาณ", "ยังไม่ได้รับงบประมาณ"),
        ("Southern Economic Corridor", "Eastern Economic Corridor"),
        ("เขตพัฒนาพิเศษภาคตะวันตก", "เขตพัฒนาพิเศษภาคตะวันออก"),
        ("โครงการ 1", "โครงการ 2"),
        ("ทุกตัวชี้วัด", "ตัวชี้วัด 2"),
        ("ENV-G122", "ENV-G12"),
        ("smart_economy", "smart_ecology_energy"),
        ("5 พันบาท", "5 ล้านบาท"),
    ],
)
def test_what_says_another_thing_is_not_proposed(word, known):
    assert closest(word, [known]) is None


def test_the_next_closest_is_proposed_where_the_closest_says_another_thing():
    assert closest("โครงการ 10", ["โครงการ 1", "โครงการ10"]) == "โครงการ10"
