"""Whatever smartcert prints to be filled in counts for nothing where it is pasted as it stands."""

from __future__ import annotations

import copy
import random
import re
from functools import cache
from textwrap import dedent
from typing import Any

import pytest
import yaml

from hollow_fixtures import with_texts, written
from smartcert.assessment.result import Assessment
from smartcert.findings.stub import form, stub_of
from smartcert.proposal.field_search import find_fields, names_of_fields
from smartcert.render.field_explanation import FieldExplanation
from support import assessed, catalog, run

pytestmark = pytest.mark.long

NAMED_BY = ("id", "name", "comment", "event", "text", "plan", "dataset", "decision", "with")
"""Fields by which a sample says which item of a proposal it goes on with."""

EXAMPLES = ("khon-kaen/round-1", "mae-moh/proposal", "minimum/proposal", "samyan/proposal")


def own_words(name: str) -> dict[str, Any]:
    """Give an example as another town would write it, so that its own texts are no samples."""
    return with_texts(
        lambda text: f"{text.said} และขยายผลต่อเนื่อง" if len(text.said) > 20 else text.said, name
    )


def thinned(data: dict[str, Any], count: int) -> dict[str, Any]:
    """Take some fields and sections out of a proposal, always the same ones."""
    thin = copy.deepcopy(data)
    inside = [thin[key] for key in thin if isinstance(thin[key], dict | list)]
    places = []
    while inside:
        node = inside.pop()
        if isinstance(node, dict):
            places += [(node, key) for key in node]
        below = node.values() if isinstance(node, dict) else node
        inside += [child for child in below if isinstance(child, dict | list)]
    for node, key in random.Random(count).sample(places, count):
        node.pop(key, None)
    return thin


def paste(into: dict[str, Any], sample: dict[str, Any]) -> None:
    """Put a sample into what a proposal leaves empty, and below the items it names."""
    for key, value in sample.items():
        there = into.get(key)
        if isinstance(value, dict) and isinstance(there, dict):
            paste(there, value)
        elif isinstance(value, list) and isinstance(there, list):
            for item in value:
                match = next((one for one in there if _is_meant(item, one)), None)
                if match is None:
                    there.append(copy.deepcopy(item))
                else:
                    paste(match, item)
        elif there in (None, "", [], {}):
            into[key] = copy.deepcopy(value)


def _is_meant(item: Any, one: Any) -> bool:
    if not isinstance(item, dict) or not isinstance(one, dict):
        return False
    return any(item.get(key) and item.get(key) == one.get(key) for key in NAMED_BY)


def parsed(text: str) -> dict[str, Any]:
    return yaml.load(text, yaml.CBaseLoader)


def assert_nothing_counts(before: Assessment, after: Assessment) -> None:
    met = {
        (row.id, row.smart) for row in before.requirements if row.status in ("met", "needs-person")
    }
    gained = {
        (row.id, row.smart)
        for row in after.requirements
        if row.status in ("met", "needs-person") and (row.id, row.smart) not in met
    }
    assert gained == set()
    assert after.score.mandatory.points <= before.score.mandatory.points
    assert after.score.readiness.value <= before.score.readiness.value
    assert after.score.completeness.value <= before.score.completeness.value


@pytest.mark.parametrize("lang", ["th", "en"])
@pytest.mark.parametrize("count", [0, 40, 120])
@pytest.mark.parametrize("name", EXAMPLES)
def test_what_findings_offer_to_paste(name, count, lang):
    """One after the other into the same file, as somebody would who wants the list to go away."""
    draft = thinned(own_words(name), count)
    before = assessed(written(draft), lang=lang)
    for finding in before.findings:
        if finding.stub and finding.level != "fault":
            paste(draft, parsed(finding.stub))
    assert_nothing_counts(before, assessed(written(draft), lang=lang))


@pytest.mark.parametrize("profile", ["promotion-area", "logo", "renewal", "boi-area"])
def test_forms_of_requirements(profile):
    draft: dict[str, Any] = {"smartcert": "1", "profile": profile}
    before = assessed(written(draft))
    for requirement in catalog().requirements.values():
        for lang in ("th", "en"):
            paste(draft, parsed(form(stub_of(requirement.stub, requirement.smart), lang)))
    assert_nothing_counts(before, assessed(written(draft)))


@cache
def explained(path: str) -> str:
    place = next(one for one in find_fields(path) if one.text == path)
    page = FieldExplanation("th", 80)
    return "\n".join(line for _, line in page.field(place, catalog())) + "\n"


def test_forms_of_fields():
    draft: dict[str, Any] = {"smartcert": "1"}
    before = assessed(written(draft))
    for path in sorted(set(names_of_fields().values())):
        if path.count(".") < 3:  # deeper ones are forms of the same kind
            shown = explained(path).partition("แบบสำหรับกรอก:\n")[2]
            paste(draft, parsed(shown) or {})
    del draft["smartcert"], draft["profile"]
    assert_nothing_counts(before, assessed(written({"smartcert": "1", **draft})))


@pytest.mark.parametrize("profile", ["promotion-area", "logo", "renewal", "boi-area"])
def test_the_form_that_init_writes(profile, tmp_path):
    run("init", tmp_path / "proposal.yaml", "--profile", profile, "--smarts", "all")
    text = (tmp_path / "proposal.yaml").read_text(encoding="utf-8")
    assert_nothing_counts(assessed(f"smartcert: 1\nprofile: {profile}\n"), assessed(text))


def test_each_example_that_is_shown_is_known_where_it_is_pasted():
    shown = 0
    for path in sorted(set(names_of_fields().values())):
        _, _, after = explained(path).partition("(คัดลอกมาใช้จะไม่นับเป็นคำตอบ):\n")
        if after:
            example, _, rest = after.partition("\n\n")
            blank = re.search("⟨.*⟩", rest)
            assert blank, path
            pasted = rest.partition("แบบสำหรับกรอก:\n")[2].replace(
                blank[0], " ".join(example.split())
            )
            assert assessed(f"smartcert: 1\n{dedent(pasted)}").substance.no_answers == {"sample": 1}
            shown += 1
    assert shown > 5
