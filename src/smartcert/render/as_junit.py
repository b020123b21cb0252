"""Assessments as JUnit XML: a suite a proposal, a test case a requirement."""

from __future__ import annotations

import re
from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from smartcert.assessment import Assessment, Judged
from smartcert.catalog.model import Catalog
from smartcert.finding import Finding
from smartcert.i18n.report import word
from smartcert.render.numbers import percent_text, points

_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

FAILED = ("missing", "partial")
PASSED = ("met",)


def render(assessments: Sequence[Assessment], catalog: Catalog) -> str:
    """Give one document with a suite for each assessment."""
    suites = Element("testsuites", name="smartcert")
    for assessment in assessments:
        _suite(suites, assessment)
    indent(suites)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(suites, encoding="unicode") + "\n"


def legal(text: str) -> str:
    """Leave out what XML can't hold."""
    return _ILLEGAL.sub("\ufffd", text)


def _suite(suites: Element, assessment: Assessment) -> None:
    findings = {finding.id: finding for finding in assessment.findings}
    faults = [finding for finding in assessment.findings if finding.level == "fault"]
    rows = assessment.requirements
    failed = sum(row.status in FAILED for row in rows) + len(faults)
    skipped = sum(row.status not in FAILED + PASSED for row in rows)
    suite = SubElement(
        suites,
        "testsuite",
        name=legal(assessment.file),
        tests=str(len(rows) + len(faults)),
        failures=str(failed),
        skipped=str(skipped),
        errors="0",
        time="0",
        timestamp=f"{assessment.today.isoformat()}T00:00:00",
    )
    properties = SubElement(suite, "properties")
    for name, value in _properties(assessment):
        SubElement(properties, "property", name=name, value=legal(value))
    for row in rows:
        _case(suite, assessment, row, [findings[key] for key in row.findings])
    for finding in faults:
        case = SubElement(suite, "testcase", classname="file", name=legal(f"{finding.code} {finding.title}"), time="0")
        _failure(case, [finding], finding.level)


def _properties(assessment: Assessment) -> list[tuple[str, str]]:
    told = [("verdict", assessment.verdict), ("catalog", f"{assessment.catalog_id} {assessment.edition}")]
    if assessment.score is not None:
        share = assessment.score.readiness
        told += [
            ("readiness", percent_text(share)),
            ("points", str(points(share.points))),
            ("out_of", str(points(share.out_of))),
        ]
    return told


def _case(suite: Element, assessment: Assessment, row: Judged, findings: list[Finding]) -> None:
    smart = f" ({row.smart})" if row.smart else ""
    case = SubElement(suite, "testcase", classname=row.group, name=legal(f"{row.id}{smart} {row.title}"), time="0")
    if row.status in FAILED:
        _failure(case, findings, row.level)
    elif row.status not in PASSED:
        reason = word(row.status, assessment.lang) + (f": {row.waiver.reason}" if row.waiver else "")
        SubElement(case, "skipped", message=legal(reason))


def _failure(case: Element, findings: list[Finding], level: str) -> None:
    first = findings[0].message if findings else ""
    failure = SubElement(case, "failure", type=level, message=legal(first))
    failure.text = legal(
        "\n\n".join(
            f"{finding.file}:{finding.span.line}:{finding.span.column} {finding.message}\n{finding.fix}" for finding in findings
        )
    )
