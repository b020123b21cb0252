"""What a reader raises says why, and what may have been meant."""

from __future__ import annotations

import pytest

from smartcert.thai.numeral import Sign, ValueReadError, diagnose, without


def read_seven(text: str) -> int:
    if text != "7 ไร่":
        raise ValueReadError("not-seven", "7 ไร่" if text.startswith("seven") else None)
    return 7


def diagnosed(text: str, *signs: Sign) -> tuple[str, str | None]:
    problem = diagnose(text, "nothing", read_seven, signs, lambda guess: f"{guess} ไร่")
    return problem.reason, problem.hint


def test_reason_and_hint():
    problem = ValueReadError("no-unit", "46 ตร.กม.")
    assert (problem.reason, problem.hint, str(problem)) == ("no-unit", "46 ตร.กม.", "no-unit")


def test_a_hint_is_not_always_known():
    assert ValueReadError("number").hint is None


def test_it_is_a_value_error():
    with pytest.raises(ValueError, match="range"):
        raise ValueReadError("range")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("about 7", ("estimate", "7 ไร่")),  # the guess, completed, can be read
        ("about 8", ("estimate", None)),
        ("about seven", ("estimate", "7 ไร่")),  # the reader has a better one
        ("7?", ("doubt", None)),  # the sign makes no guess
        ("area 7", ("lead", "7 ไร่")),
        ("area 8", ("nothing", None)),  # that sign counts only when its guess can be read
        ("area about 8", ("nothing", None)),
        ("", ("nothing", None)),
    ],
)
def test_the_first_sign_that_shows_gives_the_reason(text, expected):
    signs = (
        Sign("estimate", "^about (.+)$"),
        Sign("doubt", r"\?"),
        Sign("lead", without("^area "), if_read=True),
    )
    assert diagnosed(text, *signs) == expected


@pytest.mark.parametrize(
    ("text", "guess"),
    [
        ("งบ 12 500 000 บาท", "12,500,000 บาท"),
        ("12 500.5 and 1 000", "12,500.5 and 1 000"),
        ("12 50", None),
        ("1.5 000", None),
        ("12,500", None),
    ],
)
def test_blanks_between_thousands(text, guess):
    assert without("^งบ ")(text) == guess
