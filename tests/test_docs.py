"""What is generated is fresh, and what the pages point at is there."""

from __future__ import annotations

import importlib.util
import re

import pytest

from support import ROOT

PAGES = [
    path
    for path in (*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"))
    if path.name != "CHANGELOG.md"
]
LINK = re.compile(r"\]\(([^)#:]+)(?:#[^)]*)?\)")


def generated():
    spec = importlib.util.spec_from_file_location("generate", ROOT / "docs" / "generate.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.files()


def test_every_generated_file_is_fresh():
    stale = [
        path.name
        for path, text in generated().items()
        if not path.is_file() or path.read_text(encoding="utf-8") != text
    ]
    assert stale == [], "run: python docs/generate.py"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_inside_the_project_leads_somewhere(page):
    links = LINK.findall(page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


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
