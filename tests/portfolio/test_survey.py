"""Sixty proposals with known answers: every number is written here by hand."""

from __future__ import annotations

import csv
import io
import json
import os
from pathlib import Path

import pytest
from openpyxl import load_workbook

from portfolio_fixtures import ADVISED, BLOCKED, WHOLE, draft, make_cities
from support import EXAMPLES, run
from town_fixtures import git

TODAY = ("--lang", "en", "--today", "2569-11-21")
FORMATS = ("json", "csv", "xlsx", "html", "markdown", "text")


@pytest.fixture(scope="module")
def survey(tmp_path_factory):
    """The folder, what every format says of it, and all that was printed."""
    folder = tmp_path_factory.mktemp("cities")
    make_cities(folder)
    out = tmp_path_factory.mktemp("out")
    asked = [part for name in FORMATS for part in ("--format", f"{name}={out / name}")]
    here = Path.cwd()
    os.chdir(folder)
    try:
        done = run("portfolio", ".", *TODAY, *asked)
    finally:
        os.chdir(here)
    assert (done.code, done.out, done.err) == (0, "", "")
    return out


@pytest.fixture(scope="module")
def found(survey):
    return json.loads((survey / "json").read_text(encoding="utf-8"))


def city(found, number):
    return next(one for one in found["cities"] if one["key"] == f"city-{number:02}")


def test_every_file_is_accounted_for(found):
    assert found["files"] == {
        "latest": 30, "earlier": 25, "copies": 1, "unreadable": 1, "unclear": 4,
    }  # fmt: skip
    assert found["counts"]["files"] == 61
    assert found["others"] == {
        "reviews": ["city-06/review-1.yaml", "city-07/review-1.yaml", "city-08/review-1.yaml"],
        "waivers": ["city-11/waivers.yaml"],
        "settings": ["city-11/smartcert.yaml", "city-21/smartcert.yaml"],
        "annexes": [],
        "others": ["city-30/notes.txt"],
    }


def test_a_city_counts_once_by_its_latest_readable_round(found):
    """Not ready: 1 to 8, and 26 to 30; advised: 12 to 20; ready: 9 to 11, and 21 to 25."""
    assert found["counts"] == {
        "files": 61, "cities": 30, "ready": 8, "ready_with_gaps": 9, "not_ready": 13,
        "unreadable": 0, "not_submitted": 0, "unrecognised": 4,
    }  # fmt: skip
    verdicts = {one["key"]: one["verdict"] for one in found["cities"]}
    assert {key for key, verdict in verdicts.items() if verdict == "ready"} == {
        "city-09", "city-10", "city-11", "city-21", "city-22", "city-23", "city-24", "city-25",
    }  # fmt: skip
    assert city(found, 3)["latest"]["file"] == "city-03/round-1.yaml"
    assert city(found, 12)["latest"]["file"] == "city-12/proposal-2569.yaml"


def test_what_is_damaged_is_named_with_what_to_do(found):
    unread = [(one["file"], one["code"], one["instead"]) for one in found["unread"]]
    assert unread == [("city-03/round-2.yaml", "Y001", "city-03/round-1.yaml")]
    assert {one["file"]: one["reason"] for one in found["unrecognised"]} == {
        "city-01/round-2.yaml": "empty",
        "city-02/round-2.yaml": "foreign",
        "city-04/round-2.yaml": "unmarked",
        "city-05/round-2.docx": "word",
    }


def test_two_files_of_one_round_are_told_and_not_averaged(found):
    assert [(one["code"], one["files"]) for one in found["problems"]] == [
        ("Q001", ["city-13/round-2-final.yaml", "city-13/round-2.yaml"])
    ]
    assert city(found, 13)["copies"] == ["city-13/round-2.yaml"]


def test_requirements_have_their_denominators(found):
    """C1-8 is waived in city 11, and not asked by the profile of city 21."""
    rows = {one["id"]: one for one in found["requirements"]}
    vision, strengths = rows["C1-3"], rows["C1-8"]
    assert (vision["open"], vision["asked"], vision["met"]) == (13, 30, 17)
    assert (len(vision["cities_open"]), vision["cities_asked"]) == (13, 30)
    assert (strengths["open"], strengths["asked"], strengths["waived"]) == (9, 29, 1)
    assert found["requirements"][0]["id"] == "C1-3"


def test_change_is_told_by_requirement(found):
    mended, lost = city(found, 9)["change"], city(found, 26)["change"]
    assert (mended["fixed"], mended["lost"], mended["remaining"]) == (["C1-3"], [], 0)
    assert (lost["fixed"], lost["lost"]) == ([], ["C1-3"])
    now, before = (city(found, 26)[side]["readiness"]["value"] for side in ("latest", "before"))
    assert lost["readiness"] == round(now - before, 1) < 0
    assert city(found, 1)["change"] is None
    assert sum(one["change"] is not None for one in found["cities"]) == 25


def test_comments_are_owed_that_nobody_answers(found):
    """City 6 answers one of two; 7 and 8 do not even name the review that lies beside them."""
    owed = {one["key"]: one["comments"]["unanswered"] for one in found["cities"] if one["comments"]}
    assert {key: names for key, names in owed.items() if names} == {
        "city-06": ["R1-02"],
        "city-07": ["R1-02"],
        "city-08": ["R1-02"],
    }


def test_each_city_follows_its_own_configuration(found):
    profiles = {one["key"]: one["latest"]["criteria"]["profile"] for one in found["cities"]}
    assert {key for key, name in profiles.items() if name != "logo"} == {"city-21"}
    assert found["waivers_ending"] == [
        {
            "city": "city-11",
            "requirement": "C1-8",
            "until": "2026-12-20",
            "approver": "ปลัดเทศบาล",
        }
    ]


def test_all_formats_say_the_same(survey, found):
    table = list(csv.DictReader(io.StringIO((survey / "csv").read_text(encoding="utf-8-sig"))))
    assert [row["key"] for row in table] == [one["key"] for one in found["cities"]]
    assert [float(row["readiness"]) for row in table] == [
        one["latest"]["readiness"]["value"] for one in found["cities"]
    ]
    book = load_workbook(io.BytesIO((survey / "xlsx").read_bytes()))
    assert book.sheetnames == ["cities", "requirements", "gaps", "comments"]
    heads = [cell.value for cell in book["cities"][1]]
    shown = [row[heads.index("readiness %")].value for row in book["cities"].iter_rows(min_row=2)]
    assert shown == [one["latest"]["readiness"]["value"] for one in found["cities"]]
    assert book["gaps"].max_row == 1 + sum(
        sum(one["latest"]["open"].values()) for one in found["cities"]
    )
    for name in ("html", "markdown", "text"):
        said = (survey / name).read_text(encoding="utf-8")
        assert "61 files = the latest of 30 cities + 25 earlier" in " ".join(said.split()), name
        assert "not depa" in said, name


def test_the_workbook_is_plain(survey):
    for sheet in load_workbook(io.BytesIO((survey / "xlsx").read_bytes())):
        assert not sheet.merged_cells.ranges
        assert sheet.freeze_panes == "B2"
        assert sheet.auto_filter.ref
        assert {cell.fill.fill_type for row in sheet.iter_rows() for cell in row} == {None}


def test_the_page_runs_no_script_and_fetches_nothing(survey):
    page = (survey / "html").read_text(encoding="utf-8")
    assert "<script" not in page
    assert "http" not in page.partition("<body>")[2]
    assert "A4 landscape" in page
    of_one = (len(page) - page.index("</style>")) / 30
    assert 200 * of_one + page.index("</style>") < 1024 * 1024


def test_a_former_result_is_what_change_is_held_against(survey, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for number, text in ((1, WHOLE), (2, BLOCKED)):
        (tmp_path / f"city-{number:02}").mkdir()
        (tmp_path / f"city-{number:02}/a.yaml").write_text(draft(text, number, 3), "utf-8")
    result = json.loads(
        run("portfolio", ".", *TODAY, "--since", survey / "json", "--format", "json").out
    )
    assert city(result, 1)["change"]["fixed"] == ["C1-3"]
    assert city(result, 2)["change"]["fixed"] == []
    assert city(result, 1)["before"]["file"] == "city-01/round-1.yaml"


def test_a_commit_is_what_change_is_held_against(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    git("init", "-q")
    (tmp_path / "a").mkdir()
    (tmp_path / "a/old.yaml").write_text(draft(WHOLE, 1, 1), "utf-8")
    git("add", ".")
    git("commit", "-qm", "first")
    git("mv", "a/old.yaml", "a/new.yaml")
    (tmp_path / "a/new.yaml").write_text(draft(BLOCKED, 1, 1), "utf-8")
    git("add", ".")
    result = json.loads(
        run("portfolio", ".", *TODAY, "--since", "git:HEAD", "--format", "json").out
    )
    assert result["cities"][0]["change"]["lost"] == ["C1-3"]


@pytest.fixture
def flat(tmp_path, monkeypatch):
    """Four cities in one folder, two of them with a slip of the pen in their names."""
    monkeypatch.chdir(tmp_path)
    names = {"a1": "เทศบาลเมืองสายลม", "a2": "เทศบาลเมืองสายลม", "b1": "เทศบาลเมืองสายลมม"}
    for file, name in names.items():
        made = draft(ADVISED, 1, int(file[1])).replace("เมืองสมมติ 1", name)
        (tmp_path / f"{file}.yaml").write_text(made, "utf-8")
    return tmp_path


def test_files_at_the_top_are_told_apart_by_what_they_call_their_city(flat):
    result = json.loads(run("portfolio", ".", *TODAY, "--format", "json").out)
    assert [(one["name"], len(one["rounds"])) for one in result["cities"]] == [
        ("เทศบาลเมืองสายลม", 1),
        ("เทศบาลเมืองสายลมม", 0),
    ]
    assert [one["code"] for one in result["problems"]] == ["Q003"]


def test_the_list_of_cities_says_who_is_missing(flat):
    (flat / "north").mkdir()
    (flat / "a2.yaml").rename(flat / "north" / "a2.yaml")
    (flat / "smartcert-cities.csv").write_text(
        "key,name,province,reviewer,due,folder\nN,สายลม,เชียงใหม่,สมศรี,2569-12-01,north\n"
        "S,สายฝน,,,,south\n",
        "utf-8-sig",
    )
    result = json.loads(run("portfolio", ".", *TODAY, "--format", "json").out)
    listed = {one["key"]: one for one in result["cities"]}
    assert (listed["N"]["province"], listed["N"]["reviewer"]) == ("เชียงใหม่", "สมศรี")
    assert listed["S"]["verdict"] == "not-submitted"
    assert result["counts"]["not_submitted"] == 1
    (flat / "smartcert-cities.csv").write_text("city\nx\n", "utf-8")
    assert run("portfolio", ".", *TODAY).code == 2


def test_a_narrowed_survey_says_so(flat):
    done = run("portfolio", ".", *TODAY, "--only", "ready")
    assert "Narrowed to ready (2 cities are left out)" in done.out
    done = run("portfolio", ".", *TODAY, "--smart", "living", "--format", "json")
    assert json.loads(done.out)["narrowed"] == {"only": [], "smart": ["living"], "left_out": 2}
    assert run("portfolio", ".", "--only", "redy").code == 2
    assert run("portfolio", ".", "--sort", "size").code == 2


@pytest.mark.parametrize("form", FORMATS)
def test_nothing_that_can_be_read_is_an_end_of_its_own(tmp_path, monkeypatch, form):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.yaml").write_bytes(b"smartcert: 1\narea: {name: [\n")
    done = run("portfolio", "a.yaml", *TODAY, "--format", f"{form}=out")
    assert done.code == 3
    assert (tmp_path / "out").exists()


def test_reports_of_all_are_written_and_linked(flat):
    (flat / "out").mkdir()
    (flat / "out2").mkdir()
    done = run(
        "portfolio", "a1.yaml", "a2.yaml", *TODAY, "--reports", "out", "--format", "html=p.html"
    )
    assert done.code == 0
    [report] = (flat / "out").iterdir()
    page = report.read_text(encoding="utf-8")
    assert 'content="smartcert' in page
    from urllib.parse import quote

    assert f'href="out/{quote(report.name)}"' in (flat / "p.html").read_text(encoding="utf-8")
    assert run("portfolio", "a1.yaml", *TODAY, "--reports", "nowhere").code == 2


def test_a_workbook_counts_as_any_other_proposal(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert run("form", EXAMPLES / "minimum" / "proposal.yaml", "-o", "x.xlsx").code == 0
    result = json.loads(run("portfolio", ".", *TODAY, "--format", "json").out)
    assert [one["latest"]["file"] for one in result["cities"]] == ["x.xlsx"]
