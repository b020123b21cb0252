"""`smartcert fix`: what it mends is shown or written, and everything else stays to the byte."""

from __future__ import annotations

import io
import stat
import sys
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from pathlib import Path

import pytest

from smartcert.cli import fix
from support import run

SLIPPED = """\
# ร่าง   (ฉบับแรก)
smartcert: 1

applicant:   # ผู้ยื่น
  name:เทศบาลเมืองสายธาร
  Kind : municipality
  contact: {phone: 02 #123}
area:
  วิสัยทัศน์: ก   # ข
  strengths:
  • ตลาด
"""
MENDED = (
    SLIPPED.replace("name:", "name: ")
    .replace("Kind : ", "kind : ")
    .replace("02 #123", '"02 #123"')
    .replace("วิสัยทัศน์", "vision")
    .replace("•", "-")
)


@pytest.fixture
def draft(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SMARTCERT_LANG", "en")
    file = tmp_path / "proposal.yaml"
    file.write_text(SLIPPED, encoding="utf-8")
    return file


def test_repairs_are_shown_as_a_diff_and_nothing_is_written(draft):
    found = run("fix")
    assert (found.code, found.err) == (1, "")
    lines = found.out.splitlines()
    assert lines[:2] == ["--- proposal.yaml", "+++ proposal.yaml"]
    assert lines[2] == "@@ -2,10 +2,10 @@"
    old = [line[1:] for line in lines[3:] if line[:1] in ("-", " ") and line[:2] != "  "]
    assert "  name:เทศบาลเมืองสายธาร" in old
    assert "+  name: เทศบาลเมืองสายธาร" in lines
    assert "proposal.yaml: 5 repairs" in lines
    assert "  Y101 No space after the colon (1)" in lines
    assert lines[-1] == "Nothing is written yet: smartcert fix --write proposal.yaml"
    assert draft.read_text(encoding="utf-8") == SLIPPED


def test_the_diff_is_what_patch_takes(draft):
    """Taken by hand: context and changes of each hunk stand in the files at its numbers."""
    out = run("fix").out.splitlines()
    head = next(line for line in out if line.startswith("@@"))
    start, count = map(int, head.split()[1][1:].split(","))
    body = out[out.index(head) + 1 :]
    body = body[: next(i for i, line in enumerate(body) if not line or line[0] not in " +-")]
    window = slice(start - 1, start - 1 + count)
    for signs, text in ((" -", SLIPPED), (" +", MENDED)):
        assert [line[1:] for line in body if line[0] in signs] == text.splitlines()[window]


def test_what_is_written_is_mended_and_nothing_else(draft):
    draft.chmod(0o640)
    found = run("fix", "--write")
    assert (found.code, found.err) == (0, "")
    assert draft.read_text(encoding="utf-8") == MENDED
    assert stat.S_IMODE(draft.stat().st_mode) == 0o640
    assert [*draft.parent.iterdir()] == [draft]
    again = run("fix", "--write")
    assert (again.code, again.out) == (0, "proposal.yaml: nothing to mend\n")


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize(
    ("mark", "codec"),
    [
        (b"", "utf-8"), (BOM_UTF8, "utf-8"), (BOM_UTF16_LE, "utf-16-le"),
        (BOM_UTF16_BE, "utf-16-be"), (b"", "utf-16-le"), (b"", "cp874"),
    ],
)  # fmt: skip
def test_the_encoding_and_the_ends_of_lines_stay(draft, mark, codec, ends):
    def raw(text):
        return mark + text.replace("\n", ends).replace("•", "–").encode(codec)

    draft.write_bytes(raw(SLIPPED))
    assert run("fix", "--write").code == 0
    assert draft.read_bytes() == raw(MENDED)


def test_what_can_be_seen_by_nobody_is_shown(draft):
    draft.write_text("smartcert: 1\nna\u200bme: ก\xa0ข\n", encoding="utf-8")
    assert "-na‹U+200B›me: ก‹U+00A0›ข" in run("fix").out.splitlines()


def test_what_stands_beside_repairs_is_kept_though_nobody_can_read_it(draft):
    draft.write_bytes("smartcert: 1\r\nname:ก\x07\u2028ข".encode())
    assert run("fix", "--write").code == 0
    assert draft.read_bytes() == "smartcert: 1\r\nname: ก\x07\u2028ข".encode()


def test_only_what_is_asked_for_is_mended(draft):
    assert run("fix", "--write", "--only", "Y103", "--only", "y120").code == 0
    text = SLIPPED.replace("•", "-").replace("Kind ", "kind ").replace("วิสัยทัศน์", "vision")
    assert draft.read_text(encoding="utf-8") == text
    found = run("fix", "--only", "Y106")
    assert (found.code, found.out) == (0, "proposal.yaml: nothing to mend\n")


@pytest.mark.parametrize(
    ("code", "hint"), [("YY103", "--only Y103"), ("C1-3", ""), ("Y001", ""), ("Y115", "")]
)
def test_a_code_that_cannot_be_mended_is_wrong_usage(draft, code, hint):
    found = run("fix", "--only", code)
    assert found.code == 2
    assert f"--only: “{code}” is none of Y101, Y102" in found.err
    assert hint in found.err


def test_what_only_a_person_can_mend_is_said(draft):
    draft.write_text("smartcert: 1\nround: 1\nround: 2\nprofile:logo\n", encoding="utf-8")
    found = run("fix", "--write")
    assert found.code == 0
    assert "1 that only you can mend" in found.out
    assert "proposal.yaml:3:1 Y006 the key “round” is already on line 2" in found.out


def test_a_file_that_stays_unreadable(draft):
    text = "smartcert: 1\nname:ก\nkind: [x\n"
    draft.write_text(text, encoding="utf-8")
    found = run("fix")
    assert found.code == 3
    assert "+name: ก" in found.out
    assert "Y001" in found.out
    assert run("fix", "--write").code == 3
    assert draft.read_text(encoding="utf-8") == text.replace("name:", "name: ")


def test_a_file_that_is_no_text(draft):
    draft.write_bytes(b"%PDF-1.7\n")
    found = run("fix", "--write")
    assert (found.code, draft.read_bytes()) == (3, b"%PDF-1.7\n")
    assert "Y020" in found.out


def test_a_link_is_not_written(draft, tmp_path):
    link = tmp_path / "link.yaml"
    link.symlink_to(draft)
    assert run("fix", link).code == 1
    found = run("fix", link, "--write")
    assert found.code == 2
    assert found.err.splitlines() == [
        f"smartcert: {link} is a link and is not written; name the file that it leads to",
        f"  {draft}",
    ]
    assert draft.read_text(encoding="utf-8") == SLIPPED


def test_a_file_that_changed_meanwhile_is_kept(draft, monkeypatch):
    whole = fix.repairs_of

    def changed_meanwhile(*arguments):
        draft.write_text("smartcert: 1\n", encoding="utf-8")
        return whole(*arguments)

    monkeypatch.setattr(fix, "repairs_of", changed_meanwhile)
    found = run("fix", "--write")
    assert found.code == 2
    assert "was changed meanwhile" in found.err
    assert draft.read_text(encoding="utf-8") == "smartcert: 1\n"


@pytest.mark.parametrize("name", ["nowhere.yaml", "."])
def test_what_is_no_file(draft, name):
    assert run("fix", name).code == 2


def test_a_file_that_cannot_be_written(draft, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    found = run("fix", "--write")
    assert (found.code, draft.read_text(encoding="utf-8")) == (2, SLIPPED)
    assert "No space left on device" in found.err


def given(monkeypatch, raw):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw)))


@pytest.mark.parametrize("mark", [b"", BOM_UTF8])
def test_standard_input_is_printed_as_mended(draft, monkeypatch, mark):
    given(monkeypatch, mark + SLIPPED.replace("\n", "\r\n").encode())
    found = run("fix", "-")
    assert found.code == 0
    assert found.out.encode() == mark + MENDED.replace("\n", "\r\n").encode()
    assert "-: 5 repairs made" in found.err


def test_standard_input_without_slips_is_printed_as_it_is(draft, monkeypatch):
    given(monkeypatch, MENDED.encode())
    found = run("fix", "-")
    assert (found.code, found.out) == (0, MENDED)


def test_standard_input_is_written_nowhere(draft):
    assert run("fix", "-", "--write").code == 2


def test_a_review_is_mended_by_its_own_keys(draft):
    draft.write_text("smartcert-review: 1\nComments:\n- id:R1\n", encoding="utf-8")
    assert run("fix", "--write").code == 0
    assert draft.read_text(encoding="utf-8") == "smartcert-review: 1\ncomments:\n- id: R1\n"


def test_it_speaks_thai(draft):
    found = run("fix", "--lang", "th")
    assert "proposal.yaml: แก้ให้ได้ 5 รายการ" in found.out


@pytest.mark.parametrize("lang", ["th", "en"])
def test_a_check_names_the_command_once(draft, lang):
    assert run("check", "--lang", lang).out.count("smartcert fix proposal.yaml") == 1
    assert run("fix", "--write").code == 0
    assert "smartcert fix" not in run("check", "--lang", lang).out
