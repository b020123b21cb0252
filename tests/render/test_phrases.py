"""Phrases that every format says alike."""

from __future__ import annotations

import pytest

from smartcert.render.number_format import editions
from support import EXAMPLES, run


@pytest.mark.parametrize(("lang", "year"), [("th", "2569"), ("en", "2026")])
@pytest.mark.parametrize("form", ["text", "junit"])
def test_an_edition_is_a_year_of_the_readers_calendar(form, lang, year):
    file = str(EXAMPLES / "minimum" / "proposal.yaml")
    head = run("check", file, "--format", form, "--lang", lang).out.split("\n\n")[0]
    assert year in next(line for line in head.splitlines() if "th-smart-city" in line)


@pytest.mark.parametrize(
    ("first", "last", "th", "en"),
    [
        (2569, None, "2569–", "2026–"),
        (None, 2562, "–2562", "–2019"),
        (2562, 2569, "2562–2569", "2019–2026"),
    ],
)
def test_editions_may_be_open_on_either_side(first, last, th, en):
    assert editions(first, last, "th") == th
    assert editions(first, last, "en") == en
