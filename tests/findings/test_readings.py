"""What was read loosely is listed for a person to object: one note a kind."""

from __future__ import annotations

import pytest

from smartcert.findings.readings import CODES, notes
from smartcert.messages.codes import codes
from support import assessed, run

CITY = """\
smartcert: 1
applicant: {kind: อบต.บ้านทิ}
infrastructure:
  budget:
    total: 12.4 (ล้านบาท)
    by_year:
      2569: 4.2 (ล้านบาท)
      2570: 5 (ล้านบาท)
      2571: 3.2 (ล้านบาท)
"""


def test_every_way_of_reading_has_a_code_that_is_explained():
    assert sorted(CODES.values()) == [code for code in codes() if code.startswith("V")]
    assert run("explain", "V001", "--lang", "th").out.startswith("V001 หน่วยอยู่ในวงเล็บ")


def test_a_reading_says_what_is_written_and_what_it_counts_as():
    first, second, *_ = assessed(CITY, lang="th").readings
    assert (first.written, first.read, first.code) == ("อบต.บ้านทิ", "อบต.", "V016")
    assert (second.read, second.span[:2]) == ("12,400,000 บาท", (5, 12))
    assert assessed(CITY).readings[1].read == "12,400,000 baht"


def test_one_note_a_kind_with_the_first_few():
    assert notes(assessed(CITY, lang="th").readings, "th") == [
        (
            "V001 หน่วยอยู่ในวงเล็บ: 12.4 (ล้านบาท) = 12,400,000 บาท; 4.2 (ล้านบาท) = 4,200,000 บาท "
            "และอีก 2 แห่ง"
        ),
        "V016 ประเภทตามด้วยชื่อ: อบต.บ้านทิ = อบต.",
    ]


def test_a_reading_is_no_finding_and_costs_no_point():
    plain = CITY.replace("(ล้านบาท)", "ล้านบาท").replace("อบต.บ้านทิ", "อบต.")
    loose, strict = assessed(CITY), assessed(plain)
    assert strict.readings == ()
    assert loose.score == strict.score
    assert len(loose.findings) == len(strict.findings)


@pytest.mark.parametrize(("options", "lines"), [((), 2), (("--verbose",), 5)])
def test_the_terminal_tells_a_line_a_kind_and_all_when_verbose(tmp_path, options, lines):
    file = tmp_path / "proposal.yaml"
    file.write_text(CITY, encoding="utf-8")
    out = run("check", file, "--lang", "th", *options).out
    told = out.split("ทักท้วงได้ (5 แห่ง)\n")[1].split("\n\n")[0]
    assert len([line for line in told.splitlines() if " V0" in line]) == lines
