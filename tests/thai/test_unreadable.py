"""What a reader raises says why, and what may have been meant."""

from __future__ import annotations

import pytest

from smartcert.thai.unreadable import ValueReadError


def test_reason_and_hint():
    problem = ValueReadError("no-unit", "46 ตร.กม.")
    assert (problem.reason, problem.hint, str(problem)) == ("no-unit", "46 ตร.กม.", "no-unit")


def test_a_hint_is_not_always_known():
    assert ValueReadError("number").hint is None


def test_it_is_a_value_error():
    with pytest.raises(ValueError, match="range"):
        raise ValueReadError("range")
