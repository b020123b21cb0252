"""What the commands that run all day may load; what else they load has to be worth its time.

Each runs in a process of its own, with its output piped and the compiled catalog in the cache.
"""

from __future__ import annotations

import os
import subprocess
from functools import cache
from pathlib import Path

import pytest

from smartcert.render.formats import CHECK_FORMATS
from support import EXAMPLES, ROOT, python

pytestmark = pytest.mark.long

RUNNER = """
import sys
before = set(sys.modules)
sys.argv[0] = "smartcert"
from smartcert.__main__ import main
code = main()
sys.stdout.flush()
print(code, *sorted(set(sys.modules) - before), file=sys.stderr)
"""

ALLOWED = {
    "__future__", "_ast", "_blake2", "_collections", "_datetime", "_decimal", "_functools",
    "_hashlib", "_json", "_opcode", "_operator", "_sre", "_string", "_struct", "_typing",
    "_weakrefset", "ast", "base64", "binascii", "collections", "contextlib", "copy", "copyreg",
    "dataclasses", "datetime", "decimal", "difflib", "dis", "enum", "errno", "fnmatch", "fractions",
    "functools", "gc", "hashlib", "heapq", "_heapq", "importlib", "inspect", "ipaddress",
    "itertools", "json", "keyword", "linecache", "math", "ntpath", "numbers", "opcode", "operator",
    "pathlib", "re", "reprlib", "smartcert", "string", "struct", "textwrap", "token", "tokenize",
    "tomllib", "types", "typing", "unicodedata", "urllib", "warnings", "weakref", "yaml",
    "encodings",
    # What the accelerator of PyYAML brings along.
    "cython_runtime",
}  # fmt: skip
"""The modules that a check may load, without what every start of Python loads."""

HEAVY = {
    "pydantic", "pydantic_core", "typer", "click", "rich", "jinja2", "docx", "lxml", "weasyprint",
    "asyncio", "ssl", "socket", "http", "email", "multiprocessing", "concurrent", "subprocess",
    "tempfile", "shutil", "logging", "xml", "argparse", "unittest", "random", "zipfile", "csv",
    "importlib.metadata", "importlib.resources",
}  # fmt: skip
"""What a check of one file must not wait for, whichever way its result is written."""


@cache
def loaded(*arguments: str | Path, code: int = 0, cache: Path | None = None) -> frozenset[str]:
    """Give the modules that a command loads beyond those of a bare Python."""
    # Nobody measures what is run here: that would load more.
    plain = {name: text for name, text in os.environ.items() if not name.startswith("COVERAGE_")}
    settings = {"XDG_CACHE_HOME": str(cache)} if cache else {}
    done = subprocess.run(
        [python(), "-c", RUNNER, *map(str, arguments)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
        env={**plain, "PYTHONPATH": str(ROOT / "src"), **settings},
    )
    found, *modules = done.stderr.splitlines()[-1].split()
    assert int(found) == code, done.stderr
    return frozenset(modules)


def tops(modules: set[str]) -> set[str]:
    return {name.partition(".")[0] for name in modules if not name.startswith("_cython_")}


@pytest.fixture(scope="module")
def warm(tmp_path_factory):
    """A cache that holds the compiled catalog."""
    cache = tmp_path_factory.mktemp("warm")
    (cache / "proposal.yaml").write_text("smartcert: 1\narea: {name: Saithan}\n", encoding="utf-8")
    first = loaded.__wrapped__("check", cache / "proposal.yaml", code=1, cache=cache)
    assert "pydantic" in first, "the first run compiles the catalog"
    return cache


@pytest.fixture
def small(warm):
    return warm / "proposal.yaml"


@pytest.mark.parametrize("written", ["--version", "-V"])
def test_the_version_loads_nothing(written):
    assert loaded(written) == {"__future__", "smartcert", "smartcert.__main__"}


@pytest.mark.parametrize("lang", ["th", "en"])
@pytest.mark.parametrize(
    "arguments", [[], ["--verbose"], ["--today", "2569-11-21"]], ids=["bare", "verbose", "today"]
)
def test_a_check_loads_what_it_needs(arguments, lang, small, warm):
    assert (
        tops(loaded("check", small, "--lang", lang, *arguments, code=1, cache=warm)) - ALLOWED
        == set()
    )


def test_a_check_of_a_whole_proposal_loads_what_it_needs(warm):
    assert (
        tops(loaded("check", EXAMPLES / "minimum" / "proposal.yaml", cache=warm)) - ALLOWED == set()
    )


@pytest.mark.parametrize(
    "form", ["json", "sarif", "junit", "github", "gitlab", "markdown", "csv", "badge", "concise"]
)
def test_no_format_loads_what_is_heavy(form, small, warm):
    modules = loaded("check", small, "--format", form, code=1, cache=warm)
    light = {"csv": {"csv"}, "junit": {"xml"}}.get(form, set())
    assert (modules | tops(modules)) & HEAVY - light == set()


@pytest.mark.parametrize("form", ["text", *CHECK_FORMATS])
def test_a_check_loads_the_renderer_that_is_asked_for(form, small, warm):
    modules = loaded("check", small, "--format", form, code=1, cache=warm)
    names = {"text": "text"} | {name: each.module for name, each in CHECK_FORMATS.items()}
    stands_on = {"sarif": {"json_"}, "gitlab": {"json_"}, "comment": {"summary"}}
    expected = {names[form], *stands_on.get(form, ())}
    assert {name for name in names.values() if f"smartcert.render.{name}" in modules} == expected


def test_a_report_loads_nothing_of_a_check(small, warm):
    modules = loaded("report", small, "--markdown", "-o", "-", cache=warm)
    assert {
        "smartcert.cli.check",
        "smartcert.cli.progress",
        "smartcert.render.terminal",
        "smartcert.render.text",
        "smartcert.rounds.gates",
        "smartcert.rounds.baseline",
    }.isdisjoint(modules)


def test_nothing_of_the_full_command_line_is_loaded(small, warm):
    modules = loaded("check", small, code=1, cache=warm)
    assert {
        "smartcert.cli.app",
        "smartcert.catalog.compiler",
        "smartcert.catalog.file_format",
        "smartcert.schema.sections",
    }.isdisjoint(modules)


def test_a_check_puts_no_report_together(small, warm):
    modules = loaded("check", small, code=1, cache=warm)
    assert not [name for name in modules if name.startswith("smartcert.gap_report")]
    assert "smartcert.rounds.comparison" not in modules


def test_a_broken_proposal_is_no_reason_to_load_more(warm):
    (warm / "broken.yaml").write_text("smartcert: [\n", encoding="utf-8")
    assert tops(loaded("check", warm / "broken.yaml", code=3, cache=warm)) - ALLOWED == set()


def test_a_missing_file_is_told_without_delay(warm):
    assert tops(loaded("check", warm / "nowhere.yaml", code=2, cache=warm)) - ALLOWED == set()
