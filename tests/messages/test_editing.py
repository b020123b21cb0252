"""An official mends a sentence in `messages/`, and the program says it so from the next run on."""

from __future__ import annotations

import re
import shutil
import subprocess

import pytest

from smartcert.messages import message as module
from smartcert.paths import data_dir
from support import EXAMPLES, ROOT, python, run

SENTENCE = "วิสัยทัศน์สั้นไป ขอให้เขียนให้ครบ"


@pytest.fixture
def messages(tmp_path, monkeypatch):
    """The program's messages, to be edited; what is compiled of them is kept apart too."""
    copy = tmp_path / "messages"
    shutil.copytree(data_dir("messages"), copy)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(module, "data_dir", lambda name: tmp_path / name)
    module._sentences.cache_clear()
    yield copy
    module._sentences.cache_clear()


def edit(file, before, after):
    text = file.read_text(encoding="utf-8")
    assert before in text
    file.write_text(text.replace(before, after), encoding="utf-8")
    module._sentences.cache_clear()


def check():
    return run("check", str(EXAMPLES / "khon-kaen" / "round-1.yaml"), "--lang", "th")


def test_an_edited_sentence_is_what_a_check_says(messages):
    assert SENTENCE not in check().out
    edit(messages / "gaps.yaml", "บอกเพียงว่าเมืองเป็นอย่างไร", SENTENCE)
    found = check()
    assert (found.code, found.err) == (1, "")
    assert SENTENCE in found.out


def test_a_mistake_in_the_file_is_named_with_its_line(messages):
    edit(messages / "terminal.yaml", "  why: {th: เหตุผล, en: why}", "  why: {th: เหตุผล}")
    found = run("check", str(EXAMPLES / "minimum" / "proposal.yaml"))
    assert found.code == 70
    line = "smartcert: messages/terminal.yaml:*: the sentence lacks its `en`\n"
    assert re.sub(r"\d+", "*", found.err) == line


def test_a_mistake_in_the_file_hides_no_other(messages):
    """What ended the command can't be said either, and there is no traceback."""
    edit(messages / "terminal.yaml", "  why: {th: เหตุผล, en: why}", "  why: {th: เหตุผล")
    found = run("check", "nowhere.yaml")
    assert found.code == 70
    assert found.err.startswith("smartcert: messages/terminal.yaml: while parsing a flow mapping")
    assert found.err.count("\n") == 1


def test_a_checkout_says_what_its_own_files_say(tmp_path):
    """Whole, in a process of its own: source, messages and criteria of a copy."""
    for name in ("src", "messages", "criteria", "examples"):
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / name, tmp_path / name, ignore=ignored)
    file = tmp_path / "messages" / "names.yaml"
    text = file.read_text(encoding="utf-8")
    assert "en: ready}" in text
    file.write_text(text.replace("en: ready}", "en: fit to be submitted}"), encoding="utf-8")
    said = subprocess.run(
        [python(), "-m", "smartcert", "check", "examples/minimum/proposal.yaml", "--lang", "en"],
        cwd=tmp_path,
        env={"PYTHONPATH": str(tmp_path / "src"), "XDG_CACHE_HOME": str(tmp_path / "cache")},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert (said.returncode, said.stderr) == (0, "")
    assert "Verdict: fit to be submitted" in said.stdout
