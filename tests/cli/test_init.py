"""`smartcert init`: an empty proposal that can be read; nothing of anybody is written over."""

from __future__ import annotations

import json

import pytest
import yaml

from schema_judge import complaints, load
from support import catalog, run


@pytest.mark.parametrize("lang", ["th", "en"])
def test_what_it_begins_can_be_read_and_is_empty(tmp_path, lang):
    file = tmp_path / "proposal.yaml"
    assert run("init", file, "--lang", lang).code == 0
    result = json.loads(run("check", file, "--format", "json").out)
    assert result["verdict"] == "not-ready"
    unread = [item["code"] for item in result["findings"] if item["code"] in ("P001", "P002")]
    assert unread == []


def test_only_the_smarts_that_are_asked_for_are_begun(tmp_path):
    file = tmp_path / "proposal.yaml"
    assert run("init", file, "--smarts", "mobility,energy").code == 0
    text = file.read_text(encoding="utf-8")
    assert "\n  mobility:" in text
    assert "\n  people:" not in text


@pytest.mark.parametrize(
    ("written", "begun"),
    [
        ("การเดินทางอัจฉริยะ,พลังงาน", ["energy", "mobility"]),
        ("Smart Living, การบริหารภาครัฐอัจฉริยะ", ["governance", "living"]),
        ("สิ่งแวดล้อม, environment", ["environment"]),
        ("ทุกด้าน", [*catalog().smarts]),
        ("all", [*catalog().smarts]),
    ],
)
def test_smarts_have_thai_names_too(tmp_path, written, begun):
    file = tmp_path / "proposal.yaml"
    assert run("init", file, "--smarts", written).code == 0
    services = yaml.safe_load(file.read_text(encoding="utf-8"))["services"]
    assert sorted(services) == sorted(begun)


@pytest.mark.parametrize(
    ("written", "profile"),
    [("ตราสัญลักษณ์", "logo"), ("เขตส่งเสริม", "promotion-area"), ("BOI", "boi-area")],
)
def test_the_profile_has_thai_names_too(tmp_path, written, profile):
    file = tmp_path / "proposal.yaml"
    assert run("init", file, "--profile", written).code == 0
    assert yaml.safe_load(file.read_text(encoding="utf-8"))["profile"] == profile


@pytest.mark.parametrize("option", ["--smarts", "--profile"])
def test_what_may_be_chosen_is_told_in_thai_with_its_id(tmp_path, option):
    found = run("init", tmp_path / "proposal.yaml", option, "ไม่มีชื่อนี้", "--lang", "th")
    known = catalog().smarts if option == "--smarts" else catalog().profiles
    assert found.code == 2
    assert all(f"{item.title['th']} ({key})" in found.err for key, item in known.items())


def test_a_file_that_is_there_is_kept(tmp_path):
    file = tmp_path / "proposal.yaml"
    file.write_text("smartcert: 1\n", encoding="utf-8")
    assert run("init", file).code == 2
    assert file.read_text(encoding="utf-8") == "smartcert: 1\n"


def test_the_schema_that_its_second_line_names_is_written_beside_it(tmp_path):
    found = run("init", tmp_path / "draft.yaml")
    schema = tmp_path / "proposal.schema.json"
    assert str(schema) in found.out
    assert "$schema=proposal.schema.json" in (tmp_path / "draft.yaml").read_text(encoding="utf-8")
    assert schema.read_text(encoding="utf-8") == run("schema").out


def test_another_schema_that_is_there_is_kept_and_said_to_be(tmp_path):
    schema = tmp_path / "proposal.schema.json"
    schema.write_text("{}", encoding="utf-8")
    found = run("init", tmp_path / "proposal.yaml", "--lang", "en")
    assert (found.code, schema.read_text(encoding="utf-8")) == (0, "{}")
    assert "it was kept" in found.out
    assert run("init", tmp_path / "proposal.yaml", "--force").code == 0
    assert schema.read_text(encoding="utf-8") == run("schema").out


@pytest.mark.parametrize("lang", ["th", "en"])
def test_its_schema_finds_nothing_wrong_with_it(tmp_path, lang):
    file = tmp_path / "proposal.yaml"
    run("init", file, "--smarts", "all", "--lang", lang)
    assert complaints(load(file.read_text(encoding="utf-8"))) == []


def test_words_are_offered_in_thai_with_their_code_behind(tmp_path):
    run("init", tmp_path / "proposal.yaml", "--lang", "th")
    text = (tmp_path / "proposal.yaml").read_text(encoding="utf-8")
    assert "  type:  # ประเภทเมือง: เมืองเดิมน่าอยู่ (livable), เมืองใหม่ทันสมัย (new)" in text
