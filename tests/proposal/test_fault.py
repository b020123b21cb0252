"""Codes of faults: one table in Python, one sentence each in the messages."""

from __future__ import annotations

from smartcert.messages.codes import codes
from smartcert.proposal.fault import Code


def test_every_code_has_a_name_and_every_name_a_sentence():
    assert sorted(Code) == sorted(code for code in codes() if code[0] not in "YV")
