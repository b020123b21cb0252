"""A proposal with one slip of the pen says what it says without; the slip is told at its place."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from one_slip import KINDS, NAMES, clean
from smartcert.proposal.document import read_document
from smartcert.proposal.spec import key_forms
from smartcert.source import read_source
from smartcert.source.edit import edited

pytestmark = pytest.mark.long


def read(text):
    return read_document(read_source(text.encode(), "x", keys=key_forms))


@cache
def as_it_is(name):
    return read("\n".join(clean(name)[0]))


def faults_of(document):
    return [(fault.code, fault.path) for fault in document.faults]


@pytest.mark.parametrize("kind", KINDS)
@given(st.data(), st.sampled_from(NAMES))
@settings(max_examples=10, deadline=None)
def test_one_slip(kind, data, name):
    proper, slipped, code, at, column = KINDS[kind](data.draw, name)
    wanted = as_it_is(name) if proper is None else read(proper)
    assert wanted.source.faults == ()
    document = read(slipped)
    assert [(f.code, f.span.line, f.span.column) for f in document.source.faults] == [
        (code, at + 1, column)
    ]
    assert document.data == wanted.data
    assert faults_of(document) == faults_of(wanted)
    again = read(edited(slipped, document.source.edits))
    assert (again.source.faults, again.data) == ((), wanted.data)
