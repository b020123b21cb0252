"""Every catalog of the repository is sound, and every example comes to what it should."""

from __future__ import annotations

import pytest

from smartcert.catalog.compiler import compile_folder
from smartcert.catalog.inheritance import lay_over
from smartcert.catalog.loader import base_of
from smartcert.catalog.parts import parts_of
from smartcert.lint.examples import try_fragment
from smartcert.lint.linter import EXPECTED, lint
from support import EXAMPLES, ROOT

FOLDERS = [ROOT / "criteria" / "th-smart-city", *sorted((EXAMPLES / "catalogs").iterdir())]


def cases():
    for folder in FOLDERS:
        compiled = compile_folder(folder)
        own = parts_of({**compiled.data, "digest": ""})
        catalog = lay_over(own, base_of(own, folder)).catalog()
        for key in own.requirements:
            requirement = catalog.requirements[key]
            for name, text in requirement.examples.items():
                yield pytest.param(
                    catalog, requirement, name, text, id=f"{catalog.id}-{requirement.id}-{name}"
                )


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_catalog_is_sound(folder):
    assert [str(complaint) for complaint in lint(folder)] == []


@pytest.mark.parametrize(("catalog", "requirement", "name", "text"), list(cases()))
def test_an_example_comes_to_what_it_shows(catalog, requirement, name, text):
    _, rows = try_fragment(catalog, requirement, text)
    assert rows
    assert {row.status for row in rows} <= EXPECTED[name]
