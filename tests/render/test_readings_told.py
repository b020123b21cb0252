"""The report tells how values were read that are not written plainly, a note a kind."""

from __future__ import annotations

import re
from html import unescape

import docx
import pytest

from support import run

CITY = """\
smartcert: 1
applicant: {kind: อบต.บ้านทิ}
infrastructure:
  budget:
    total: 12.4 (ล้านบาท)
    by_year:
      2569: 4.2 (ล้านบาท)
      2570: 4.2 (ล้านบาท)
      2571: 4 ล้านบาท
"""
TOLD = [
    ("V001", "12.4 (ล้านบาท) = 12,400,000 บาท (บรรทัด 5)"),
    ("V001", "4.2 (ล้านบาท) = 4,200,000 บาท (บรรทัด 7, 8)"),
    ("V016", "อบต.บ้านทิ = อบต. (บรรทัด 2)"),
]


@pytest.fixture
def report(tmp_path):
    """Write a report of a city, and return what it says."""
    file = tmp_path / "proposal.yaml"

    def written(kind: str, city: str = CITY) -> str:
        file.write_text(city, encoding="utf-8")
        out = tmp_path / f"report.{kind}"
        assert run("report", file, f"--{kind}", "-o", out, "--lang", "th").code == 0
        if kind == "docx":
            return "\n".join(
                " ".join(cell.text for cell in row.cells)
                for table in docx.Document(str(out)).tables
                for row in table.rows
            )
        text = out.read_text(encoding="utf-8")
        return unescape(re.sub("</?(?:wbr|span)>", "", text)) if kind == "html" else text

    return written


@pytest.mark.parametrize("kind", ["html", "markdown", "docx"])
def test_each_reading_is_told_with_its_lines(report, kind):
    text = report(kind)
    assert [told in text for _, told in TOLD] == [True] * len(TOLD)
    assert text.index(TOLD[0][0]) < text.index(TOLD[0][1])
    assert text.index(TOLD[1][1]) < text.index(TOLD[2][0])


@pytest.mark.parametrize("kind", ["html", "markdown"])
def test_where_all_is_written_plainly_nothing_is_told(report, kind):
    plain = CITY.replace("(ล้านบาท)", "ล้านบาท").replace("อบต.บ้านทิ", "อบต.")
    assert "ทักท้วงได้" in report(kind)
    assert "ทักท้วงได้" not in report(kind, plain)


def test_of_very_many_readings_the_first_are_told(report):
    rows = "".join(f"      - {{for: ระบบ, per_year: {n} (ล้านบาท)}}\n" for n in range(1, 40))
    text = report("markdown", f"smartcert: 1\ninfrastructure:\n  operating_cost:\n{rows}")
    assert "12 (ล้านบาท) = 12,000,000 บาท (บรรทัด 15)" in text
    assert "13 (ล้านบาท)" not in text.split("ทักท้วงได้")[1]
    assert "และอีก 27 แห่ง" in text


def test_what_is_read_as_it_is_written_is_not_told(report):
    text = report(
        "markdown",
        "smartcert: 1\nservices:\n  energy:\n    projects:\n"
        "      - {name: โคมไฟ, outputs: 96 ชุด, budget: 5 (ล้านบาท)}\n",
    )
    assert "5 (ล้านบาท) = 5,000,000 บาท" in text
    assert "96 ชุด =" not in text
