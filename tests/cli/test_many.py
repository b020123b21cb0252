"""A run over many proposals keeps of each no more than is not written yet."""

from __future__ import annotations

import gc
import json
import tracemalloc
from collections import Counter
from concurrent.futures import Future
from xml.etree import ElementTree as ET

import pytest

from smartcert.cli import check, workers
from smartcert.render.json_ import entries
from support import assessed, rendered, run

HEAD = "smartcert: 1\nprofile: logo\nservices:\n  mobility:\n    projects:\n"


def draft(projects: int, name: str = "ก") -> str:
    return HEAD + "".join(f"    - name: {name}{number}\n" for number in range(projects))


@pytest.fixture
def drafts(tmp_path, monkeypatch):
    for number in range(12):
        (tmp_path / f"d{number:02}.yaml").write_text(draft(20, f"ข{number}"), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return sorted(file.name for file in tmp_path.iterdir())


@pytest.mark.parametrize("form", ["json", "gitlab", "csv", "concise", "junit"])
def test_nothing_of_a_proposal_is_kept(form, drafts, monkeypatch):
    kept = []

    def take(report, outcome):
        gc.collect()
        kept.append(tracemalloc.get_traced_memory()[0])
        return before(report, outcome)

    before = check._Report.take
    monkeypatch.setattr(check._Report, "take", take)
    tracemalloc.start()
    try:
        run("check", *drafts, "--format", f"{form}=out")
    finally:
        tracemalloc.stop()
    assert kept[-1] - kept[-5] < 4 * 16_000, kept


def test_json_is_written_finding_by_finding():
    small, large = (
        max(len(text) for entry in entries(assessed(draft(count)), alone=True) for text in entry[0])
        for count in (10, 40)
    )
    assert large < 1.1 * small


class Pool:
    """Counts what was asked for and not taken yet."""

    def __init__(self) -> None:
        self.open = self.most = 0

    def submit(self, function, files):
        self.open += 1
        self.most = max(self.most, self.open)
        future: Future[list[str]] = Future()
        future.set_result(files)
        return future


def test_workers_go_no_further_ahead_than_what_is_soon_taken():
    pool, files = Pool(), [str(number) for number in range(1000)]
    taken = []
    for count, file in enumerate(workers._in_turn(pool, files, 2)):
        pool.open -= count % workers.CHUNK == workers.CHUNK - 1
        taken.append(file)
    assert taken == files
    assert pool.most <= 7


def test_several_are_the_same_as_each_alone(drafts):
    found = [run("check", file, "--format", "json").out for file in drafts[:3]]
    together = json.loads(run("check", *drafts[:3], "--format", "json").out)
    assert together["assessments"] == list(map(json.loads, found))
    assert list(together) == ["format", "smartcert", "assessments"]
    quality = json.loads(run("check", *drafts[:3], "--format", "gitlab").out)
    assert set(Counter(one["location"]["path"] for one in quality)) == set(drafts[:3])
    suites = ET.fromstring(run("check", *drafts[:3], "--format", "junit").out)
    assert [suite.get("name") for suite in suites] == drafts[:3]


@pytest.mark.parametrize("form", ["json", "sarif", "gitlab", "csv", "concise", "junit"])
def test_no_log_of_a_ci_system_finds_a_command(form):
    found = rendered(form, assessed(draft(1, "'##vso[task.complete]##[group]x'")))
    assert "##vso[" not in found
    assert "##[" not in found
