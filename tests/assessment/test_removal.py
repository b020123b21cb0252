"""Whatever a ready proposal was asked for: take it away, and it is missed.

It is missed at its place, by those who asked, and by nobody else.
"""

from __future__ import annotations

import json
from copy import deepcopy
from functools import cache

import pytest

from smartcert.assessment.applicability import Applicability
from smartcert.assessment.assessor import assess
from smartcert.assessment.question import Question
from smartcert.proposal.attachments import find_attachments
from smartcert.proposal.document import read_document
from smartcert.source import Map, read_source
from smartcert.source.path import dotted
from support import EXAMPLES, TODAY, catalog

pytestmark = pytest.mark.long

FILE = EXAMPLES / "minimum" / "proposal.yaml"
RELATIONS = {"refers", "referred", "adds_up", "within", "ordered", "named", "mentions"}
"""Checks that look at several places at once: what is taken away at one shows at another."""


def plain(node):
    """Return the text of a file as plain data, so that it can be changed and written again."""
    if isinstance(node, Map):
        return {key: plain(value) for key, value in node.items()}
    return [plain(item) for item in node] if isinstance(node, list) else node


def submitted(data):
    """Return what `assess` takes, of data that is written as JSON: YAML too, and quick to write."""
    text = json.dumps(data, ensure_ascii=False, indent=1)
    draft = read_document(read_source(text.encode(), str(FILE)))
    question = Question(catalog=catalog(), today=TODAY, lang="en")
    return draft, question, find_attachments(draft.data, FILE.parent)


@cache
def ready():
    """Return the ready proposal's data, its assessment, and what each requirement asked for.

    No KPI names a goal of the city: the figures of the goals stand nowhere else.
    """
    data = plain(read_source(FILE.read_bytes(), FILE.name).root)
    for service in data["services"].values():
        for kpi in service["kpis"]:
            kpi.pop("goals", None)
    applied = Applicability(*submitted(data)).applied()
    asked = {item.key: set(item.outcome.asked) for item in applied}
    return data, assess(*submitted(data)), asked


def leaves():
    """Yield every path that is asked for, as its options: `a|b` is either, `a.b` lies deeper."""
    _, _, asked = ready()
    for path in sorted({path for paths in asked.values() for path in paths}, key=str):
        last = path[-1]
        yield (
            [path]
            if isinstance(last, int)
            else [(*path[:-1], *option.split(".")) for option in last.split("|")]
        )


def without(data, path):
    data = deepcopy(data)
    node = data
    for step in path[:-1]:
        if not isinstance(node, list) and step not in node:
            return data
        node = node[step]
    if isinstance(node, dict):
        node.pop(path[-1], None)
    else:
        node[path[-1]] = None
    return data


def related(path, options):
    """Whether a place is one of those taken away, above or below it."""
    return any(
        path.startswith(dotted(option)) or dotted(option).startswith(path) for option in options
    )


def test_the_minimum_is_ready():
    _, assessment, _ = ready()
    assert assessment.verdict == "ready"
    assert assessment.findings == ()


@pytest.mark.parametrize("options", list(leaves()), ids=lambda options: dotted(options[0]))
def test_what_is_taken_away_is_missed_at_its_place(options):
    data, before, asked = ready()
    for option in options:
        data = without(data, option)
    draft, question, attachments = submitted(data)
    after = assess(draft, question, attachments)
    # What refers to it leads nowhere now, and is missed as if it were not written.
    options = [*options, *draft.lost]
    told = {(row.id, row.smart): row.status for row in after.requirements}
    wanted = {
        key for key, paths in asked.items() if any(related(dotted(path), options) for path in paths)
    }
    changed = {
        key
        for key, status in ((key, told.get(key)) for key in asked)
        if status != dict(statuses(before))[key]
    }
    assert changed, "nothing misses it"
    assert any(related(finding.location.dotted, options) for finding in after.findings)
    for key in changed - wanted:
        gone = told.get(key) in (None, "not-applicable")
        assert gone or relational(key[0]), f"{key} changed without having asked"
    for finding in after.findings:
        if finding.level != "fault" and not relational(finding.rule.requirement):
            assert related(finding.location.dotted, options), (
                f"{finding.code} at {finding.location.dotted}"
            )


def relational(identifier):
    requirement = catalog().requirements[identifier]
    return any(f"'{kind}':" in str(requirement.check) for kind in RELATIONS)


def statuses(assessment):
    return [((row.id, row.smart), row.status) for row in assessment.requirements]
