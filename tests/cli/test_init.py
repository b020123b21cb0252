"""`smartcert init`: an empty proposal that can be read; nothing of anybody is written over."""

from __future__ import annotations

import json

import pytest

from support import run


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


def test_a_file_that_is_there_is_kept(tmp_path):
    file = tmp_path / "proposal.yaml"
    file.write_text("smartcert: 1\n", encoding="utf-8")
    assert run("init", file).code == 2
    assert file.read_text(encoding="utf-8") == "smartcert: 1\n"
