"""Files with one fault each, `<field>_<problem>.yaml`; the first line says what is found where."""

from __future__ import annotations

import re
from datetime import date

import pytest

from smartcert.assessment.assessor import assess
from smartcert.assessment.question import Question
from smartcert.messages.codes import codes
from smartcert.proposal.attachments import find_attachments
from smartcert.proposal.document import read_document
from smartcert.proposal.spec import key_forms
from smartcert.source import read_source
from support import ROOT, catalog

CORPUS = ROOT / "tests" / "corpus"
FILES = sorted(CORPUS.glob("*.yaml"))
EXPECT = re.compile(r"expect: (\S+) (\d+):(\d+)")


def found(file, lang):
    question = Question(catalog=catalog(), today=date(2026, 11, 21), lang=lang)
    document = read_document(read_source(file.read_bytes(), file.name, keys=key_forms))
    return assess(document, question, find_attachments(document.data, CORPUS)).findings


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
@pytest.mark.parametrize("lang", ["th", "en"])
def test_the_fault_is_found_at_its_place_and_no_other(file, lang):
    raw = file.read_bytes()
    head = raw.decode("utf-16" if raw[:2] == b"\xff\xfe" else "latin-1").split("\n", 1)[0]
    code, line, column = EXPECT.search(head).groups()
    findings = found(file, lang)
    faults = [
        (finding.code, finding.location.span.line, finding.location.span.column)
        for finding in findings
        if finding.level == "fault"
    ]
    expected = (code, int(line), int(column))
    if code in codes():
        assert faults == [expected]
    else:
        assert faults == []
        assert expected in [
            (finding.code, finding.location.span.line, finding.location.span.column)
            for finding in findings
        ]
    assert all("{" not in finding.message for finding in findings)


def test_the_corpus_has_every_code_that_one_file_can_show():
    shown = {
        code
        for code in codes()
        if any(f" {code} ".encode() in file.read_bytes()[:40] for file in FILES)
    }
    too_large = {"Y002", "Y003", "Y004", "Y005", "Y019"}
    elsewhere = {
        "S001",
        "S002",
        "S003",
        "P002",
        "P014",
        "W001",
        "W002",
        "W003",
        "W004",
        "W005",
        "W006",
        "R001",
        "R002",
        "R003",
        "R004",
        "R005",
        "R006",
        "R007",
        "R008",
    }
    of_workbooks = ("Y13", "Y14")
    faults = {code for code in codes() if not code.startswith(("V", *of_workbooks))}
    assert faults - shown - too_large - elsewhere <= {"Y011", "Y012"}


def test_another_kind_of_file_is_told_for_what_it_is():
    source = read_source(b"version: 3\nnetworks: [nginx]\n", "compose.yaml")
    findings = assess(
        read_document(source), Question(catalog=catalog(), today=date(2026, 11, 21), lang="en")
    ).findings
    assert ("P014", 1) in [(finding.code, finding.location.span.line) for finding in findings]
