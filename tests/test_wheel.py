"""The wheel, installed as a user installs it: all it needs is inside, and any folder will do.

Installed with the lowest versions of what it runs with, it passes the tests that would notice.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest

from smartcert import __version__
from smartcert.catalog.loader import compile_data
from smartcert.messages.message_files import compile_messages
from smartcert.paths import COMPILED, digest_of
from support import EXAMPLES, ROOT, python
from wheel_fixtures import EXTRAS, dependencies, done, lowest, plain

pytestmark = pytest.mark.installs

CATALOG = "smartcert/_data/criteria/th-smart-city"


@pytest.fixture
def foreign(tmp_path):
    """A folder that knows nothing of the checkout, with a proposal in it."""
    (tmp_path / "งานของเมือง").mkdir()
    shutil.copytree(EXAMPLES / "minimum", tmp_path / "งานของเมือง", dirs_exist_ok=True)
    return tmp_path / "งานของเมือง"


def run(installed: Path, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [installed / "smartcert", *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        env=plain(folder),
    )


def test_the_wheel_holds_what_the_program_reads(wheel):
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    sources = {
        f"smartcert/{path.relative_to(ROOT / 'src' / 'smartcert').as_posix()}"
        for path in (ROOT / "src").rglob("*.py")
    }
    assert sources <= names
    for folder in ("criteria", "messages", "templates"):
        files = {
            path
            for path in (ROOT / folder).rglob("*")
            if path.is_file() and "__pycache__" not in path.parts
        }
        assert {f"smartcert/_data/{path.relative_to(ROOT).as_posix()}" for path in files} <= names
    assert {
        f"smartcert/{path.relative_to(ROOT / 'src' / 'smartcert').as_posix()}"
        for path in (ROOT / "src").rglob("*.json")
    } <= names


def test_the_wheel_holds_nothing_else(wheel):
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    assert {name.partition("/")[0] for name in names} == {
        "smartcert",
        f"smartcert-{__version__}.dist-info",
    }
    assert [name for name in names if "__pycache__" in name or "/tests/" in name] == []
    assert len(names) == len(set(names))


def test_the_compiled_catalog_is_inside_and_fresh(wheel):
    with zipfile.ZipFile(wheel) as archive:
        data = json.loads(archive.read(f"{CATALOG}/{COMPILED}"))
    folder = ROOT / "criteria" / "th-smart-city"
    digest = digest_of(folder)
    assert data == json.loads(json.dumps(compile_data(folder, digest)))


def test_the_compiled_messages_are_inside_and_fresh(wheel):
    with zipfile.ZipFile(wheel) as archive:
        data = json.loads(archive.read(f"smartcert/_data/messages/{COMPILED}"))
    folder = ROOT / "messages"
    assert data == compile_messages(folder, digest_of(folder))


def test_the_version_is_told(installed, foreign):
    found = run(installed, foreign, "--version")
    assert (found.returncode, found.stdout, found.stderr) == (0, f"smartcert {__version__}\n", "")


def test_it_runs_as_a_module_too(installed, foreign):
    found = done(
        [installed / "python", "-m", "smartcert", "--version"], cwd=foreign, env=plain(foreign)
    )
    assert found.stdout == f"smartcert {__version__}\n"


def test_a_proposal_is_checked_from_a_foreign_folder(installed, foreign):
    found = run(installed, foreign, "check", "--today", "2026-11-21", "--lang", "th")
    assert found.stderr == ""
    assert found.returncode == 0
    assert "ผลการตรวจของ smartcert: พร้อมยื่น" in found.stdout
    here = done(
        [python(), "-m", "smartcert", "check", "--today", "2026-11-21", "--lang", "th"],
        cwd=foreign,
        env={**plain(foreign), "PYTHONPATH": str(ROOT / "src")},
    )
    assert found.stdout == here.stdout


PROGRAM = """
from datetime import date
from pathlib import Path
from typing import assert_type

import smartcert

today = date(2026, 11, 21)
assessment = smartcert.check("proposal.yaml", lang="en", today=today)
assert_type(assessment, smartcert.Assessment)
for finding in assessment.findings:
    assert_type(finding, smartcert.Finding)
raw = Path("proposal.yaml").read_bytes()
both = smartcert.compare(raw, Path("proposal.yaml"), edition=2569, today=today)
assert_type(both, smartcert.Comparison)
page = smartcert.report(raw, lang="en", today=today)
assert_type(page, str)
word = smartcert.report(raw, format="docx", baseline="proposal.yaml", today=today)
assert_type(word, bytes)
try:
    smartcert.check(raw, profile="lgo")
except smartcert.SmartcertError as error:
    assert_type(error.text("th"), str)
print(assessment.verdict, both.new.verdict, page.startswith("<!DOCTYPE html>"), word[:2])
"""

MISTAKES = """
import smartcert

smartcert.check("proposal.yaml", lang="fr")
smartcert.report("proposal.yaml", format="odt")
smartcert.chek("proposal.yaml")
"""


def test_the_library_is_typed_and_works(installed, foreign):
    (foreign / "program.py").write_text(PROGRAM, encoding="utf-8")
    (foreign / "mistakes.py").write_text(MISTAKES, encoding="utf-8")
    mypy = [python(), "-m", "mypy", "--strict", "--config-file=", f"--cache-dir={foreign / 'mypy'}"]
    judge = [*mypy, "--python-executable", installed / "python"]
    done([*judge, "program.py"], cwd=foreign, env=plain(foreign))
    found = subprocess.run(
        [*judge, "mistakes.py"], capture_output=True, text=True, check=False, cwd=foreign
    )
    lines = [
        line.partition(": error: ")[0] for line in found.stdout.splitlines() if "error" in line
    ]
    assert lines[:3] == ["mistakes.py:4", "mistakes.py:5", "mistakes.py:6"], found.stdout
    said = done([installed / "python", "program.py"], cwd=foreign, env=plain(foreign))
    assert (said.stdout, said.stderr) == ("ready ready True b'PK'\n", "")
    assert not (foreign / "cache").exists()


def test_checking_uses_the_compiled_catalog(installed, foreign):
    script = (
        "import sys; from smartcert.__main__ import main; sys.argv = ['smartcert', 'check', '-q'];"
        "main(); print(*sys.modules)"
    )
    found = done([installed / "python", "-c", script], cwd=foreign, env=plain(foreign))
    modules = set(found.stdout.splitlines()[-1].split())
    assert "smartcert.catalog.loader" in modules
    assert {"pydantic", "typer", "rich", "smartcert.catalog.compiler"}.isdisjoint(modules)
    assert not (foreign / "cache").exists()


def test_the_criteria_are_sound_where_they_are_installed(installed, foreign):
    found = run(installed, foreign, "criteria", "lint", "--lang", "en")
    assert (found.returncode, found.stdout, found.stderr) == (0, "The catalog is sound.\n", "")


@pytest.mark.parametrize("code", ["C1-1", "P001"])
def test_a_code_is_explained(code, installed, foreign):
    found = run(installed, foreign, "explain", code, "--lang", "th")
    assert (found.returncode, found.stderr) == (0, "")
    assert found.stdout.startswith(code)


def test_the_schema_is_printed(installed, foreign):
    found = run(installed, foreign, "schema")
    assert found.returncode == 0
    assert "properties" in json.loads(found.stdout)


def test_a_report_finds_its_templates(installed, foreign):
    found = run(installed, foreign, "report", "--html", "--output", "report.html", "--lang", "th")
    assert (found.returncode, found.stderr) == (0, "")
    assert "<html" in (foreign / "report.html").read_text(encoding="utf-8")


def test_its_templates_are_compiled(installed, foreign):
    ask = (
        "import jinja2; jinja2.Environment.compile = None; "
        "from smartcert import report; print(len(report('proposal.yaml')))"
    )
    found = done([installed / "python", "-c", ask], cwd=foreign, env=plain(foreign))
    assert int(found.stdout) > 10_000


def test_what_is_installed_fits_together(installed):
    pip = [python(), "-m", "pip", "--python", installed.parent]
    done([*pip, "check", "--disable-pip-version-check"])


def test_the_metadata_names_licence_and_python(wheel):
    with zipfile.ZipFile(wheel) as archive:
        metadata = archive.read(f"smartcert-{__version__}.dist-info/METADATA").decode()
    assert re.search(r"^License-Expression: Apache-2.0$", metadata, re.MULTILINE)
    assert re.search(r"^Requires-Python: >=3.11$", metadata, re.MULTILINE)
    assert re.search(rf"^Version: {re.escape(__version__)}$", metadata, re.MULTILINE)


OF_A_TERMINAL = (
    "test_a_terminal_gets_colour_unless_it_is_not_wanted",
    "test_colour_changes_no_word",
    "test_a_long_run_shows_a_bar_where_nothing_else_is_shown",
    "test_piped_output_has_no_escape_codes",
)

TRIED = {
    "budoux": ["thai/test_segmenter.py", "thai/test_words.py", "render/test_line_breaks.py"],
    "jinja2": ["render/test_html.py"],
    "openpyxl": ["workbook/test_foreign.py"],
    "pydantic": ["schema/test_export.py", "catalog/test_loader.py"],
    "python-docx": ["render/test_word.py"],
    "pyyaml": ["source/test_reader.py", "source/test_hostile.py"],
    "rich": [f"cli/test_check.py::{name}" for name in OF_A_TERMINAL],
    "typer": ["cli/test_help.py", "cli/test_plain_arguments.py"],
    "weasyprint": ["render/test_pdf.py"],
    "xlsxwriter": ["workbook/test_officer.py"],
}
"""The tests that would notice, by what smartcert runs with."""


@pytest.mark.parametrize("name", TRIED)
def test_the_lowest_version_will_do(name, oldest, tmp_path):
    files = [ROOT / "tests" / file for file in TRIED[name]]
    pytest_ = [oldest / "python", "-m", "pytest", "-p", "no:cacheprovider"]
    done([*pytest_, "--basetemp", tmp_path / "base", *files], cwd=ROOT, env=plain(tmp_path))


def test_everything_smartcert_runs_with_is_tried():
    assert set(TRIED) == set(lowest([*dependencies(), *EXTRAS["pdf"]]))
