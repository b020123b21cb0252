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
