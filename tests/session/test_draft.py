"""A draft in a form: assessed as data, and written into its file with what was said beside it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import smartcert
from support import EXAMPLES, TODAY, run

KHON_KAEN = EXAMPLES / "khon-kaen"

WRITTEN = """\
# What the province keeps in mind
smartcert: 1
round: 1   # of two
applicant:
  name: เทศบาลนครขอนแก่น  # as in the order
  # the officer
  contact: {name: ก ข, phone: "043"}

area:
  goals:
    # the first
    - id: G1
      text: ลดฝุ่น
    # the second
    - id: G2
      text: เพิ่มพื้นที่สีเขียว
# the end
"""


def test_what_is_not_changed_stays_to_the_byte():
    assert smartcert.to_yaml(smartcert.data_of(WRITTEN.encode()), into=WRITTEN.encode()) == WRITTEN


def test_only_the_lines_that_say_something_else_change():
    data = smartcert.data_of(WRITTEN.encode())
    data["applicant"]["contact"]["phone"] = "053"
    data["area"]["goals"][1]["text"] = "ปลูกต้นไม้"
    data["area"]["vision"] = "เมืองสะอาด: ปี 2575"
    text = smartcert.to_yaml(data, into=WRITTEN.encode())
    assert smartcert.data_of(text.encode()) == data
    assert set(WRITTEN.splitlines()) - set(text.splitlines()) == {
        '  contact: {name: ก ข, phone: "043"}',
        "      text: เพิ่มพื้นที่สีเขียว",
    }


def test_an_item_and_a_section_are_taken_out_with_their_lines():
    data = smartcert.data_of(WRITTEN.encode())
    del data["area"]["goals"][0], data["applicant"]
    text = smartcert.to_yaml(data, into=WRITTEN.encode())
    assert smartcert.data_of(text.encode()) == data
    assert "# the second" in text
    assert "# as in the order" not in text


@pytest.mark.parametrize("name", ["round-1.yaml", "round-2.yaml"])
def test_every_value_of_an_example_can_be_changed(name):
    raw = (KHON_KAEN / name).read_bytes()
    data = smartcert.data_of(raw)
    data["area"]["vision"] = "อื่น"
    data["services"]["mobility"]["projects"][0]["name"] = "โครงการอื่น"
    data["annexes"].append({"id": "A99", "title": "ใหม่"})
    text = smartcert.to_yaml(data, into=raw)
    assert smartcert.data_of(text.encode()) == data
    kept = set(raw.decode().splitlines()) & set(text.splitlines())
    assert len(kept) > 0.95 * len(set(raw.decode().splitlines()))


def test_slips_and_several_entries_on_a_line_are_written_plainly():
    for text in ("{smartcert: 1, round: 2}\n", "smartcert:1\nround: 2\n"):
        data = smartcert.data_of(text.encode()) | {"round": "3"}
        assert smartcert.data_of(smartcert.to_yaml(data, into=text.encode()).encode()) == data


def test_data_is_assessed_as_its_file_is(monkeypatch):
    monkeypatch.chdir(KHON_KAEN)
    file = smartcert.check("round-2.yaml", today=TODAY)
    data = smartcert.check(smartcert.data_of("round-2.yaml"), folder=".", today=TODAY)
    assert (data.verdict, data.score) == (file.verdict, file.score)
    assert sorted(item.code for item in data.findings) == sorted(
        item.code for item in file.findings
    )


def test_an_assessment_is_written_as_the_command_prints_it(monkeypatch):
    monkeypatch.chdir(KHON_KAEN)
    found = smartcert.check("round-2.yaml", today=TODAY)
    same = run("check", "round-2.yaml", "--format", "json", "--today", TODAY, "--lang", "th")
    assert smartcert.write(found) == same.out
    assert smartcert.write([found, found], "csv").count("\n") > 100


def test_a_workbook_goes_out_and_comes_back():
    raw = (KHON_KAEN / "round-2.yaml").read_bytes()
    workbook = smartcert.form(raw, today=TODAY)
    again = smartcert.data_of(smartcert.to_yaml(workbook).encode())
    assert again["applicant"]["name"] == smartcert.data_of(raw)["applicant"]["name"]
    with_gaps = smartcert.form(raw, gaps=True, today=TODAY)
    assert len(with_gaps) > len(workbook) > len(smartcert.form())
    with pytest.raises(smartcert.UnreadableError):
        smartcert.form(b"area: [")


def test_slips_are_mended_and_a_review_is_drafted():
    mended = smartcert.fix(b"smartcert: 1\nround:2\n")
    assert mended.text() == "smartcert: 1\nround: 2\n"
    with pytest.raises(smartcert.UsageError):
        smartcert.fix(b"smartcert: 1\n", only=["X9"])
    assert "smartcert-review: 1" in smartcert.draft_review(Path(KHON_KAEN / "round-1.yaml"))


def test_fields_are_described_for_a_form():
    fields = smartcert.fields(lang="th")
    sections = {field["key"]: field for field in fields}
    assert list(sections)[-1] == "responses" or "responses" in sections
    vision = next(field for field in sections["area"]["fields"] if field["key"] == "vision")
    assert vision["mandatory"]
    assert "C1-3" in vision["who"]
    assert len(sections["services"]["smarts"]) == 7
    assert set(sections["profile"]["choices"]) >= {"logo", "promotion-area"}
    assert json.dumps(fields)
