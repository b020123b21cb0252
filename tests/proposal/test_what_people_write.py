"""Each kind of what people write has a row, and means what the row says."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
import yaml

from field_forms import read_form, told
from smartcert.assessment.assessor import assess
from smartcert.assessment.question import Question
from smartcert.proposal.document import read_document
from smartcert.proposal.spec import key_forms
from smartcert.source import read_source
from smartcert.source.path import value_at
from support import TODAY, catalog

ROWS = yaml.safe_load(
    (Path(__file__).parent.parent / "data" / "what_people_write.yaml").read_text(encoding="utf-8")
)
FILES = [(row["row"], case) for row in ROWS for case in row["cases"] if "file" in case]
FORMS = [
    tuple(part.strip() for part in form.split("|"))
    for row in ROWS
    for case in row["cases"]
    for form in case.get("forms", ())
]


@cache
def question() -> Question:
    return Question(catalog=catalog(), today=TODAY, lang="th")


@pytest.mark.parametrize(("field", "written", "means"), FORMS)
def test_a_value_is_read_as_it_is_meant(field, written, means):
    got, is_refused = read_form(field, written)
    assert (got, is_refused) == (("None", True) if means == "refused" else (means, False))


@pytest.mark.parametrize(("row", "case"), FILES)
def test_a_file_is_read_as_it_is_meant(row, case):
    raw = case["file"].encode(case.get("encoding", "utf-8"))
    document = read_document(read_source(raw, "proposal.yaml", keys=key_forms))
    assessment = assess(document, question())
    faults = [finding for finding in assessment.findings if finding.level in ("fault", "fatal")]
    places = [(found.code, *found.location.span[:2]) for found in faults]
    assert [f"{code} {line}:{column}" for code, line, column in places] == case["told"]
    for path, value in case.get("read", {}).items():
        steps = tuple(int(step) if step.isdigit() else step for step in path.split("."))
        assert told(value_at(steps, document.data)) == str(value), path
    words = "\n".join(f"{found.message}\n{found.fix}" for found in assessment.findings)
    assert [part for part in case.get("says", ()) if part not in words] == []
    assert [part for part in case.get("never", ()) if part in words] == []
    assert set(case.get("readings", ())) <= {loose.how for loose in document.loose}
    got = {row.id: row.status for row in assessment.requirements}
    wanted = case.get("status", {})
    assert {key: got[key] for key in wanted} == wanted


def test_no_row_is_empty():
    assert len(ROWS) == len({row["row"] for row in ROWS})
    assert all(
        row["cases"] and all("told" in c or c["forms"] for c in row["cases"]) for row in ROWS
    )
