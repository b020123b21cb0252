"""What mends a file leaves nothing to mend, and says the same in the file as in memory."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smartcert.proposal.repairs import mendable, repairs_of
from smartcert.proposal.spec import key_forms
from smartcert.source import read_source

PIECES = st.sampled_from(
    ["smartcert: 1", "applicant:", "  name:", "  name: ", "  Kind : ", "area:", "  vision: ",
     "  วิสัยทัศน์: ", "  goals:", "  - id: G1", "  -id:G2", "    text: ", "  strengths:", "  • ",
     "1. ", "ส าเร็จ", "ท ี่", "à¸\x81", "à¸", "e\u0301", "\u200b", "\ufeff", "\xa0", "\t", "#ก",
     ": ", "“", "”", '"', "'", "{count: 1,200, ", "name: ก", "}", "[", "]", "*", "%", "\\", "\x07",
     "<<<<<<< a", "=======", ">>>>>>> b", "ก", " ", "\n", "\n", "\n", "\r\n"]
)  # fmt: skip
TEXTS = st.lists(PIECES, max_size=40).map("".join)


def repaired(raw, only=()):
    return repairs_of(read_source(raw, "x", keys=key_forms), only)


@given(TEXTS)
@settings(max_examples=400, deadline=None)
def test_what_is_mended_stays_so(text):
    raw = text.encode()
    first = repaired(raw)
    mended = first.content(raw)
    assert mended.count(b"\n") == raw.count(b"\n")
    if first.source.fatal:
        return
    again = repaired(mended)
    assert again.mended == ()
    assert again.content(mended) == mended
    assert (again.document.data, again.document.placeholders) == (
        first.document.data, first.document.placeholders
    )  # fmt: skip


@given(TEXTS, st.sets(st.sampled_from(mendable()), min_size=1, max_size=3))
@settings(max_examples=100, deadline=None)
def test_only_what_is_asked_for_is_mended(text, only):
    raw = text.encode()
    repairs = repaired(raw, tuple(only))
    assert {fault.code for fault in repairs.mended} <= only
    if not repairs.mended:
        assert repairs.content(raw) == raw


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_what_is_not_mended_is_the_same_to_the_byte(mark):
    raw = mark + "# ก\r\nname :  ก  # ข\rsmartcert:1\n\n\n  ".encode()
    assert repaired(raw).content(raw) == raw.replace(b"smartcert:1", b"smartcert: 1")
