"""A release: the same bytes whoever builds it, by a workflow that its own schema accepts."""

from __future__ import annotations

import shutil
import subprocess
import sys
from hashlib import sha256

import pytest

from support import ROOT, python
from wheel_fixtures import LEFT_OUT, done, plain


@pytest.mark.installs
def test_wheel_and_sdist_are_the_same_bytes_in_another_place_and_hour(tmp_path):
    made = []
    for place, zone, mask in (("one", "UTC", "022"), ("two/deeper", "Asia/Bangkok", "027")):
        source, out = tmp_path / place / "source", tmp_path / place / "out"
        shutil.copytree(ROOT, source, ignore=lambda _, names: LEFT_OUT.intersection(names))
        for file in source.rglob("*.yaml"):
            file.touch()
        build = f"umask {mask}; exec {python()} -m build --no-isolation --outdir {out} {source}"
        settings = {**plain(tmp_path), "SOURCE_DATE_EPOCH": "1700000000", "TZ": zone}
        done(["/bin/sh", "-c", build], env=settings)
        made.append({file.name: sha256(file.read_bytes()).hexdigest() for file in out.iterdir()})
    assert {name.rpartition(".")[2] for name in made[0]} == {"whl", "gz"}
    assert made[0] == made[1]


def test_the_workflow_is_one():
    checker = [sys.executable, "-m", "check_jsonschema", "--builtin-schema"]
    file = ROOT / ".github" / "workflows" / "release.yml"
    found = subprocess.run(
        [*checker, "vendor.github-workflows", file], capture_output=True, text=True, check=False
    )
    assert found.returncode == 0, found.stdout
    text = file.read_text(encoding="utf-8")
    assert "id-token: write" in text
    assert "secrets." not in text
