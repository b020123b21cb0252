"""`smartcert explain CODE` says in full what a code of the output means."""

from __future__ import annotations

import re

import pytest
import yaml

from smartcert.cli import explain as command
from smartcert.findings.stub import form, stub_of
from smartcert.messages.codes import code_key, code_text, codes
from smartcert.messages.message import pattern
from smartcert.messages.message_files import NAME
from smartcert.proposal.field_search import names_of_fields
from smartcert.thai.words import width
from support import EXAMPLES, assessed, catalog, run

CONTEST = str(EXAMPLES / "catalogs" / "mobility-contest")
IDS = [*catalog().requirements]


@pytest.mark.parametrize("lang", ["th", "en"])
@pytest.mark.parametrize("identifier", IDS)
def test_a_requirement_is_explained_in_full(identifier, lang, monkeypatch):
    monkeypatch.setattr(command, "load_catalog", catalog)  # read once for all of them
    requirement = catalog().requirements[identifier]
    found = run("explain", identifier, "--lang", lang)
    assert (found.code, found.err) == (0, "")
    told = "".join(found.out.split())
    for text in (requirement.title, requirement.why, requirement.fix, *requirement.evidence):
        assert "".join(text[lang].split()) in told
    blanks = form(stub_of(requirement.stub, requirement.smart), lang)
    for line in blanks.rstrip().splitlines():
        assert f"  {line}".rstrip() in found.out
    for key in requirement.sources:
        assert f"[{key}]" in found.out
    assert "{'" not in found.out
    pasted = {f"  {line}" for line in blanks.splitlines()}
    assert [
        line
        for line in found.out.splitlines()
        if width(line) > 80 and line not in pasted and "://" not in line
    ] == []


@pytest.mark.parametrize("lang", ["th", "en"])
@pytest.mark.parametrize("code", codes())
def test_a_fault_is_explained_without_gaps_in_its_sentences(code, lang):
    found = run("explain", code, "--lang", lang)
    assert (found.code, found.err) == (0, "")
    assert found.out.startswith(f"{code} {code_text(code, 'title', lang)}\n")
    assert not re.search(r"[{}]", found.out)
    assert max(map(width, found.out.splitlines())) <= 80


@pytest.mark.parametrize("code", codes())
def test_no_name_of_a_parameter_stands_in_a_sentence(code):
    """What only a finding can fill in has no place here; in Thai its name would be seen."""
    fix = pattern(code_key(code, "fix"), "th")
    names = {name for _, name in NAME.findall(fix)}
    said = set(re.findall(r"[a-z_]+", run("explain", code, "--lang", "th").out))
    without = set(re.findall(r"[a-z_]+", NAME.sub("", fix + code_text(code, "why", "th"))))
    assert not (names - without) & said


@pytest.mark.parametrize("lang", ["th", "en"])
@pytest.mark.parametrize("command_line", [["explain"], ["criteria", "show"]])
@pytest.mark.parametrize("key", ["ENV-A1", "ENE-A5", "MOB-B1", "GOV-A1"])
def test_an_indicator_is_explained(key, command_line, lang):
    item = catalog().indicators[key]
    found = run(*command_line, key, "--lang", lang)
    assert (found.code, found.err) == (0, "")
    said = "".join(found.out.split())
    texts = [
        item.title,
        item.unit_title,
        *(catalog().crosswalk[name].title for name in item.crosswalk),
    ]
    assert all("".join(text[lang].split()) in said for text in texts)
    assert all(f"[{source}]" in found.out for source in item.sources)
    assert [line for line in found.out.splitlines() if width(line) > 80 and "://" not in line] == []


@pytest.mark.parametrize(
    ("lang", "words"), [("th", "การประกวดดูเฉพาะด้านการเดินทาง"), ("en", "looks at mobility alone")]
)
def test_what_is_switched_off_says_why(lang, words):
    found = run("explain", "C4-R1", "--criteria", CONTEST, "--lang", lang)
    assert found.code == 0
    assert found.out.startswith("C4-R1 ")
    assert "mobility-contest" in found.out
    assert words in found.out


def test_what_no_profile_asks_says_so():
    assert (
        "asked of: no profile of this catalog"
        in run("explain", "C4-R7", "--criteria", CONTEST, "--lang", "en").out
    )


@pytest.mark.parametrize("written", ["c1-1", "C1-1", "p001", "P001"])
def test_case_does_not_matter(written):
    assert run("explain", written, "--lang", "en") == run(
        "explain", written.upper(), "--lang", "en"
    )


@pytest.mark.parametrize(("lang", "told"), [("th", "ไม่มีรหัสหรือหัวข้อ"), ("en", "no code or field")])
@pytest.mark.parametrize("written", ["nothing-like-it", "", "C1", "{}", "../C1-1", "ก"])
def test_an_unknown_code_is_told_in_either_language(written, lang, told):
    found = run("explain", written, "--lang", lang)
    assert (found.code, found.out) == (2, "")
    assert found.err.splitlines()[0] == f"smartcert: {told} {written}"
    assert len(found.err.splitlines()) == 2


@pytest.mark.parametrize(
    ("written", "meant"),
    [("C4R3", "C4-R3"), ("c4-emv", "C4-ENV"), ("P0001", "P001"), ("x_4", "X-4")],
)
def test_a_mistyped_code_is_guessed(written, meant):
    found = run("explain", written, "--lang", "en")
    assert found.code == 2
    assert found.err.splitlines()[1] == f"  smartcert explain {meant}"


def test_a_requirement_of_another_catalog_is_explained():
    found = run("explain", "M-1", "--criteria", CONTEST, "--lang", "en")
    assert found.code == 0
    assert found.out.startswith("M-1 A mobility project\n")
    assert run("explain", "M-1").code == 2


def test_levels_that_depend_are_told():
    depending = [item for item in catalog().requirements.values() if len(item.level.possible) > 1]
    assert depending
    for item in depending:
        line = next(
            line
            for line in run("explain", item.id, "--lang", "en").out.splitlines()
            if line.startswith("level: ")
        )
        assert line.removeprefix("level: ").startswith(item.level.default)
        for name in (*item.level.types, *item.level.profiles):
            assert f"{name}: " in line


def test_showing_a_requirement_is_explaining_it():
    assert run("criteria", "show", "C1-1") == run("explain", "C1-1")


def test_piped_output_has_no_escape_codes():
    assert "\x1b" not in run("explain", "C1-1").out


def told_of(field, lang="th"):
    found = run("explain", field, "--lang", lang)
    assert (found.code, found.err) == (0, "")
    return found.out


@pytest.mark.parametrize(
    "written", ["area.vision", "วิสัยทัศน์", "Vision", "พื้นที่และเป้าหมาย.วิสัยทัศน์", "vision"]
)
def test_a_field_is_explained_by_path_or_title(written):
    told = told_of(written)
    assert told.startswith("area.vision วิสัยทัศน์ · Vision\n")
    for words in ("พื้นที่และเป้าหมาย", "ข้อความ", "- C1-3 วิสัยทัศน์ (บังคับ)", "  area:\n    vision: "):
        assert words in told


@pytest.mark.parametrize(
    ("written", "path"),
    [
        ("services.living.projects", "services.living.projects"),
        ("services.living.projects[0].budget", "services.living.projects.budget"),
        ("services.living.projects[LIV-P1].budget", "services.living.projects.budget"),
        ("services.*.projects[*].budget", "services.*.projects.budget"),
        ("การดำรงชีวิตอัจฉริยะ", "services.living"),
        ("projects.budget", "services.*.projects.budget"),
        ("ขนาดพื้นที่", "area.size"),
        ("ขนาด พื้นที่", "area.size"),
        ("applicant", "applicant"),
        ("smartcert", "smartcert"),
    ],
)
def test_a_path_may_have_items_and_leave_out_its_beginning(written, path):
    assert told_of(written).startswith(f"{path} ")


@pytest.mark.parametrize("lang", ["th", "en"])
def test_a_title_of_several_fields_lists_them(lang):
    told = told_of("เป้าหมาย", lang)
    for path in ("area.goals", "services.*.goals"):
        assert f"  smartcert explain {path}\n" in told
        assert told_of(path, lang).startswith(f"{path} ")


def test_the_words_of_a_closed_list_are_in_thai_with_their_code_and_what_else_is_read():
    told = "".join(told_of("services.living.projects.status").split())
    assert "-กำลังดำเนินการ(running)" in told
    assert "อยู่ระหว่างดำเนินการ" in told


def test_the_form_of_a_field_can_be_pasted_and_answers_nothing():
    told = told_of("services.living.projects.budget")
    pasted = told.partition("แบบสำหรับกรอก:\n")[2]
    (project,) = yaml.safe_load(pasted)["services"]["living"]["projects"]
    assert project["budget"] == "⟨ระบุงบประมาณ⟩"


def test_an_example_is_one_that_is_known_again():
    told = told_of("area.vision")
    assert "ตัวอย่างของเมืองสมมติ (คัดลอกมาใช้จะไม่นับเป็นคำตอบ):\n" in told
    assert "vision: ⟨ระบุวิสัยทัศน์⟩" in told
    shown = told.partition("):\n")[2].partition("\n\n")[0]
    draft = f"smartcert: 1\narea:\n  vision: {''.join(shown.split())}\n"
    assert assessed(draft).substance.no_answers == {"sample": 1}
    assert "ตัวอย่างของ" not in told_of("area.population.count")


FIELDS = sorted(
    path
    for path in set(names_of_fields().values())
    if not path.startswith("services.") or path.startswith("services.living")
)
"""All fields, with one Smart for the seven that are alike."""


@pytest.mark.long
@pytest.mark.parametrize("lang", ["th", "en"])
@pytest.mark.parametrize("path", FIELDS)
def test_every_field_can_be_explained(path, lang, monkeypatch):
    monkeypatch.setattr(command, "load_catalog", catalog)
    told = told_of(path, lang)
    assert told.startswith(f"{path} ")
    assert not re.search(r"\{\w", told)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("area.visoin", "area.vision"),
        ("วิสัยทัศ", "area.vision"),
        ("services.living.projects.bugdet", "services.living.projects.budget"),
        ("applicnt", "applicant"),
        ("Boundry", "area.boundary"),
    ],
)
def test_a_mistyped_field_is_guessed(written, meant):
    found = run("explain", written, "--lang", "th")
    assert (found.code, found.err.splitlines()[1]) == (2, f"  smartcert explain {meant}")
