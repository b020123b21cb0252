"""Hollow files that once came to ready, and what else once raised a figure without content."""

from __future__ import annotations

import shutil

import pytest
import yaml

from hollow_fixtures import TEXTS, example, field_of, leaves, put, written
from support import EXAMPLES, ROOT, assessed, run, statuses

FILES = ROOT / "tests" / "data" / "hollow"
KHON_KAEN = (EXAMPLES / "khon-kaen" / "round-1.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("file", sorted(FILES.iterdir()), ids=lambda file: file.stem)
def test_none_is_ready_now_and_each_is_told_why_at_once(file, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    shutil.copy(file, "proposal.yaml")
    done = run("check", "proposal.yaml", "--lang", "en", "--today", "2569-11-28")
    assert done.code == 1
    assert "Texts that are no answer" in " ".join(done.out.splitlines()[:10])
    found = assessed(file.read_text(encoding="utf-8"))
    assert found.verdict == "not-ready"
    assert found.count("mandatory")["met"] < 10
    assert sum(found.substance.no_answers.values()) > 90


def test_a_file_that_init_begins_has_nothing(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    run("init", "draft.yaml")
    found = assessed((tmp_path / "draft.yaml").read_text(encoding="utf-8"))
    assert found.score.readiness.points == 0


def test_one_byte_that_supports_everything_shows_nothing(tmp_path):
    """Evidence of the first round of Khon Kaen once rose from 14 to 100 %."""
    data = yaml.load(KHON_KAEN, yaml.CBaseLoader)
    for annex in data["annexes"]:
        file = tmp_path / annex["file"]
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(b"x")
    every = list(statuses(assessed(KHON_KAEN)))
    data["annexes"] = [data["annexes"][0] | {"supports": every}]
    found = assessed(written(data), folder=tmp_path)
    assert found.score.evidence.points == 0
    assert {"X-31", "X-32"} <= {finding.code for finding in found.findings}


def test_one_document_that_supports_everything_is_asked_about(tmp_path):
    data = yaml.load(KHON_KAEN, yaml.CBaseLoader)
    (tmp_path / "annexes").mkdir()
    (tmp_path / "annexes" / "all.pdf").write_bytes(b"%PDF" * 100)
    every = list(statuses(assessed(KHON_KAEN)))
    data["annexes"] = [
        {"id": "A1", "title": "เอกสาร", "file": "annexes/all.pdf", "supports": every}
    ]
    found = assessed(written(data), folder=tmp_path)
    assert "X-31" in {finding.code for finding in found.findings}
    assert "X-32" not in {finding.code for finding in found.findings}


def test_numbers_and_references_alone_make_no_proposal():
    """All texts away: what stands on the rest is no half of it."""
    data = example()
    for path, _ in leaves(data):
        spec = field_of(path)
        if spec is not None and spec.kind in TEXTS:
            put(data, path, "")
    found = assessed(written(data))
    assert found.verdict == "not-ready"
    assert found.count("mandatory")["met"] < 10
