"""The line of the file under a finding: what is meant is marked, what is cut off is shown so."""

from __future__ import annotations

from dataclasses import replace

import pytest

from smartcert.render.text import Style, render
from smartcert.thai.words import width
from support import assessed


def excerpt(text: str, path: str, columns: int = 80) -> tuple[str, str]:
    """Give the source line and the marks under it of the finding at a path."""
    assessment = assessed(text)
    finding = next(
        finding
        for finding in assessment.findings
        if finding.location.dotted == path and finding.level == "fault"
    )
    lines = [
        line
        for style, line in render(assessment, Style(columns=columns, verbose=True))
        if style in ("place", "source", "caret")
    ]
    place = f"{finding.location.file}:{finding.location.span.line}:{finding.location.span.column}"
    at = len(lines) - 1 - lines[::-1].index(place)
    return lines[at + 1], lines[at + 2]


def marked(source: str, marks: str) -> str:
    """Give what stands over the marks."""
    start = marks.index("^")
    end = marks.rindex("^") + 1
    columns = 0
    chosen = ""
    for character in source:
        if start <= columns < end or (columns == end and width(character) == 0):
            chosen += character
        columns += width(character)
    return chosen


@pytest.mark.parametrize(
    ("line", "path", "shown"),
    [
        ("  type: หมู่บ้าน", "area.type", "หมู่บ้าน"),
        ("  type: village  # ยังไม่แน่", "area.type", "village"),
        ("  type: village" + " " * 200 + "# ยาว", "area.type", "village"),
    ],
)
def test_what_is_meant_is_marked(line, path, shown):
    source, marks = excerpt(f"area:\n{line}\n", path)
    assert marked(source, marks) == shown


def test_a_line_cut_at_its_end_says_so():
    source, _ = excerpt("area:\n  type: village " + "# ยาวมาก " * 40 + "\n", "area.type")
    assert source.endswith("…")
    assert width(source) <= 80


def test_a_line_cut_at_its_beginning_says_so_and_the_marks_still_stand_right():
    text = "area: {name: " + "เมืองริมน้ำที่สะอาด " * 20 + ", type: หมู่บ้าน, vision: TBD}\n"
    source, marks = excerpt(text, "area.type")
    assert source.split("| ")[1].startswith("…")
    assert marked(source, marks) == "หมู่บ้าน"
    assert width(source) <= 80


def test_control_characters_of_a_catalog_do_not_reach_the_terminal():
    assessment = assessed("smartcert: 1\nprofile: logo\n")
    groups = tuple(part._replace(title="ก\x1b]0;x\x07") for part in assessment.groups)
    lines = [line for _, line in render(replace(assessment, groups=groups), Style())]
    assert any("ก\ufffd]0;x\ufffd" in line for line in lines)
    assert not any("\x1b" in line for line in lines)
