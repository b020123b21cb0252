"""A file with a hundred slips of the pen costs at most twice what it costs without."""

from __future__ import annotations

import re

import pytest
from generate import proposal

from smartcert.proposal.document import read_document
from smartcert.proposal.spec import key_forms
from smartcert.source import read_source
from smartcert.source.edit import edited
from support import assessed
from work import calls

pytestmark = pytest.mark.long

SLIPS = {
    "no space": (r": ", ":"),
    "a wide colon": (r": ", "： "),
    "a blank of Word": (r": ", ":\xa0"),
    "quotes of Word": (r": (.*)", r": “\1: ก”"),
    "a colon in a text": (r": (.*)", r": \1: ก"),
    "a hash": (r": ", ": #"),
    "a sign": (r": ", ": %"),
    "backslashes": (r": (.*)", r': "C:\\แผน \1"'),
    "what nobody sees": (r": ..", "\\g<0>\u200b"),
    "torn Thai": (r"$", " ส าเร็จ"),
    "letters in parts": (r"$", " cafe\u0301"),
    "capitals": (r"\w+(?=:)", lambda key: key[0].upper()),
    "mistyped keys": (r"(\w)(\w)(?=\w*:)", r"\2\1"),
}
LINES = re.compile(r" +(?:owner|name|unit|source|status|text|frequency|update|class|direction): ")
COUNT = 100


def with_slips(kinds):
    """Give a proposal of 50 KB with a hundred slips of some kinds in turn."""
    lines = proposal(50_000).split("\n")
    places = [number for number, line in enumerate(lines) if LINES.match(line)]
    for turn, number in enumerate(places[:: len(places) // COUNT][:COUNT]):
        lines[number] = re.sub(*kinds[turn % len(kinds)], lines[number], count=1)
    return "\n".join(lines)


@pytest.mark.parametrize("kind", [*SLIPS, "all"])
def test_a_hundred_slips_cost_no_more_than_the_file(kind):
    text = with_slips([*SLIPS.values()] if kind == "all" else [SLIPS[kind]])
    slipped = read_document(read_source(text.encode(), "x", keys=key_forms))
    # A key that is mistyped is asked about, and mended by nobody.
    proper = edited(text, slipped.source.edits)
    assert proper != text or kind == "mistyped keys"
    for each in (text, proper):
        assessed(each)
    assert calls(lambda: assessed(text)) <= 2 * calls(lambda: assessed(proper))
