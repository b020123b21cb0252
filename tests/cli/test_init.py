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


def test_the_last_line_says_what_to_do_next(tmp_path):
    file = tmp_path / "proposal.yaml"
    assert (
        run("init", file, "--lang", "en").out.splitlines()[-1].endswith(f"smartcert check {file}")
    )


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


@pytest.fixture
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


STATED = (
    "--name", "เทศบาลเมือง \"สายธาร\" # 1", "--kind", "เทศบาล", "--type", "เมืองเดิมน่าอยู่",
    "--smarts", "สิ่งแวดล้อม,พลังงาน", "--profile", "ตราสัญลักษณ์",
)  # fmt: skip


@pytest.mark.parametrize("file", ["proposal.yaml", "proposal.xlsx"])
def test_what_is_known_stands_in_it(here, file):
    assert run("init", file, *STATED).code == 0
    if file.endswith("xlsx"):
        assert run("import", file, "-o", "proposal.yaml").code == 0
    begun = yaml.safe_load((here / "proposal.yaml").read_text(encoding="utf-8"))
    name = 'เทศบาลเมือง "สายธาร" # 1'
    assert begun["area"]["name"] == begun["applicant"]["name"] == name
    assert begun["applicant"]["kind"] == "municipality"
    assert begun["area"]["type"] == "livable"
    assert (here / "annexes").is_dir()


@pytest.mark.parametrize(
    ("option", "written"), [("--kind", "สโมสร"), ("--type", "เมืองเก่า"), ("--ci", "jenkins")]
)
def test_a_word_that_nobody_knows_is_told_and_nothing_is_written(here, option, written):
    done = run("init", option, written, "--lang", "en")
    assert done.code == 2
    assert written in done.err
    assert [*here.iterdir()] == []


@pytest.mark.parametrize(
    ("service", "file"),
    [("github", ".github/workflows/smartcert.yml"), ("gitlab", ".gitlab-ci.yml")],
)
def test_a_file_for_ci_is_written_once(here, service, file):
    assert run("init", "drafts.yaml", "--ci", service).code == 0
    written = (here / file).read_text(encoding="utf-8")
    assert "drafts.yaml" in str(yaml.safe_load(written))
    (here / file).write_text("mine: 1\n", encoding="utf-8")
    done = run("init", "other.yaml", "--ci", service, "--lang", "en")
    assert (done.code, "was kept" in done.out) == (0, True)
    assert (here / file).read_text(encoding="utf-8") == "mine: 1\n"


@pytest.fixture
def typed(monkeypatch):
    """Let somebody sit at the terminal; return what they will type."""
    lines = []

    def read(_):
        if not lines:
            raise EOFError
        return lines.pop(0)

    monkeypatch.setattr("smartcert.cli.init.can_ask", lambda: True)
    monkeypatch.setattr("builtins.input", read)
    return lines


def test_it_asks_for_what_it_needs_and_again_for_what_it_does_not_know(here, typed):
    typed += ["เมืองสายธาร", "สโมสร", "2", "", "1", "1,4", "2", ""]
    done = run("init", "--lang", "th")
    assert (done.code, typed) == (0, [])
    assert "สโมสร" in done.out
    assert run("import", "proposal.xlsx", "-o", "p.yaml").code == 0
    begun = yaml.safe_load((here / "p.yaml").read_text(encoding="utf-8"))
    assert begun["profile"] == "promotion-area"
    assert begun["applicant"] == {"name": "เมืองสายธาร", "kind": "municipality"}
    assert begun["area"] == {"name": "เมืองสายธาร"}


def test_enter_alone_takes_the_usual(here, typed):
    typed += [""] * 7
    assert run("init", "--lang", "th").code == 0
    begun = yaml.safe_load((here / "proposal.yaml").read_text(encoding="utf-8"))
    assert (begun["profile"], [*begun["services"]]) == ("logo", ["environment", "governance"])


def test_where_the_terminal_ends_nothing_is_written(here, typed):
    typed += ["เมืองสายธาร"]
    done = run("init", "--lang", "en")
    assert (done.code, [*here.iterdir()]) == (2, [])
    assert "nothing was written" in done.err


def test_what_is_stated_is_not_asked(here, typed):
    assert run("init", "proposal.yaml", *STATED, "--ci", "github").code == 0


def test_nothing_is_asked_where_that_is_wanted(here, typed):
    assert run("init", "--no-input").code == 0
