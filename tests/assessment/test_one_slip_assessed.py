"""A proposal with one slip of the pen is assessed as it is without, and as `fix` writes it."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from one_slip import KINDS, clean
from smartcert.proposal.repairs import repairs_of
from smartcert.proposal.spec import key_forms
from smartcert.source import read_source
from support import assessed, statuses

pytestmark = pytest.mark.long

NAMES = (None, "khon-kaen/round-1.yaml", "minimum/proposal.yaml")


def said(assessment, but=""):
    """What an assessment says, without the findings of a code."""
    return (
        assessment.verdict,
        assessment.score,
        statuses(assessment),
        sorted((item.id, item.code) for item in assessment.findings if item.code != but),
        [(reading.path, reading.told) for reading in assessment.readings],
        assessment.empty,
    )


@cache
def without(name):
    return said(assessed("\n".join(clean(name)[0])))


@pytest.mark.parametrize("kind", KINDS)
@given(st.data(), st.sampled_from(NAMES))
@settings(max_examples=8, deadline=None)
def test_one_slip_changes_nothing_but_that_it_is_told(kind, data, name):
    proper, slipped, code, at, column = KINDS[kind](data.draw, name)
    wanted = without(name) if proper is None else said(assessed(proper))
    found = assessed(slipped)
    assert said(found, but=code) == wanted
    told = [item.location.span[:2] for item in found.findings if item.code == code]
    assert told == [(at + 1, column)]
    assert found.mendable == 1
    raw = slipped.encode()
    mended = repairs_of(read_source(raw, "x", keys=key_forms)).content(raw).decode()
    again = assessed(mended)
    assert (said(again), again.mendable) == (wanted, 0)
