"""Thai and full-width digits become Arabic ones; nothing else changes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartcert.thai.digits import arabic


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("๐๑๒๓๔๕๖๗๘๙", "0123456789"),
        ("０１２３４５６７８９", "0123456789"),
        ("พ.ศ. ๒๕๖๓", "พ.ศ. 2563"),
        ("plain 2563", "plain 2563"),
        ("٣", "٣"),
        ("", ""),
    ],
)
def test_digits(written, expected):
    assert arabic(written) == expected


@given(st.text())
def test_length_and_other_characters_stay(text):
    written = arabic(text)
    assert len(written) == len(text)
    assert all(new == old or new in "0123456789" for new, old in zip(written, text, strict=True))
