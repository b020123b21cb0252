"""What is generated is fresh, and what the pages point at is there."""

from __future__ import annotations

import importlib.util
import re
import tomllib

import pytest

from smartcert.assessment.samples import Samples
from smartcert.catalog.loader import load_catalog
from smartcert.errors import ExitCode
from support import ROOT, run

PAGES = [
    path
    for pattern in ("*.md", "docs/**/*.md", "messages/*.md", "bench/*.md")
    for path in ROOT.glob(pattern)
    if path.name != "CHANGELOG.md"
]
ABOUT_CODE = [
    path
    for path in PAGES
    if path.name in ("ARCHITECTURE.md", "CONTRIBUTING.md", "SECURITY.md")
    or path.parent.name == "decisions"
]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LINK = re.compile(r"\]\(([^)#:]+)(?:#[^)]*)?\)")
PATH = re.compile(r"`((?:[\w.-]+/)*[\w*-]*\.(?:py|md|toml|yaml|txt|docx)|(?:[\w.-]+/)+)`")
"""A file or a folder, as pages name them: `cli/main.py`, `docs/decisions/`, `messages/*.yaml`."""


def generator():
    spec = importlib.util.spec_from_file_location("generate", ROOT / "docs" / "generate.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_every_generated_file_is_fresh():
    stale = [
        path.name
        for path, text in generator().files().items()
        if not path.is_file() or path.read_text(encoding="utf-8") != text
    ]
    assert stale == [], "run: python docs/generate.py"


def test_a_text_that_was_once_shown_is_a_sample_for_good(monkeypatch):
    """Drafts that were begun with it are still about."""
    module = generator()
    everything = load_catalog("th-smart-city")
    shown = Samples(texts=frozenset({"0" * 12}), advice=frozenset({"f" * 12}), notes=frozenset())
    monkeypatch.setattr(module, "known_samples", lambda: shown)
    advice, texts = module._samples(everything).split("[advice]")[1].split("[texts]")
    assert "f" * 12 in advice
    assert "0" * 12 in texts


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_inside_the_project_leads_somewhere(page):
    links = LINK.findall(page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


@pytest.mark.parametrize("page", ABOUT_CODE, ids=lambda page: page.name)
def test_every_file_that_is_named_is_there(page):
    """Modules are named below `src/smartcert/`, everything else from the top."""
    named = PATH.findall(page.read_text(encoding="utf-8"))
    tops = (ROOT, ROOT / "src" / "smartcert")
    assert [name for name in named if not any([*top.glob(name)] for top in tops)] == []


def test_the_picture_of_the_layers_is_what_holds():
    contracts = PROJECT["tool"]["importlinter"]["contracts"]
    layers = next(one["layers"] for one in contracts if one["type"] == "layers")
    picture = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8").split("```")[1]
    assert re.findall(r"^   (\S+(?: \| \S+)*)  ", picture, re.MULTILINE) == layers


@pytest.mark.parametrize("name", ["README.md", "README.th.md"])
def test_the_readme_is_right(name):
    """Its commands are there, its exit codes are those, and Python need not be newer."""
    text = (ROOT / name).read_text(encoding="utf-8")
    for command in set(re.findall(r"^\| `smartcert ([a-z]+(?: [a-z]+)?)", text, re.MULTILINE)):
        assert run(*command.split(), "--help").code == 0, command
    codes = re.search(r"^(?:Exit codes|รหัส).*(?:\n.+)*", text, re.MULTILINE)[0]
    told = {int(code) for code in re.findall(r"`(\d+)`", codes)}
    assert told == {code for code in ExitCode if code <= ExitCode.BUG}
    assert PROJECT["project"]["requires-python"].removeprefix(">=") in text


def test_the_two_readmes_tell_the_same_commands():
    told = [
        set(
            re.findall(
                r"`(smartcert [a-z]+(?: [a-z]+)?)", (ROOT / name).read_text(encoding="utf-8")
            )
        )
        for name in ("README.md", "README.th.md")
    ]
    assert told[0] == told[1]
