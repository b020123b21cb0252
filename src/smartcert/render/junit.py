"""Assessments as JUnit XML: a suite a proposal, a test case a requirement."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from smartcert.assessment.result import Assessment
from smartcert.assessment.score import percent_text, points
from smartcert.characters import harmful
from smartcert.findings.finding import Finding
from smartcert.findings.status import LEVELS, UNMET
from smartcert.messages.names import named
from smartcert.render.ci import notes
from smartcert.render.entries import OutputEntry
from smartcert.render.number_format import edition
from smartcert.render.sanitize import for_xml
from smartcert.rounds.unchecked import Unchecked

BETWEEN = "\n  "
"""What parts two suites."""


def opening(*, alone: bool) -> str:
    """Return the start of the document."""
    return '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="smartcert">\n  '


def entries(assessment: Assessment, *, alone: bool) -> Iterator[OutputEntry]:
    """Yield the suite of a proposal."""
    # A CI system knows a case by its class and its name, whatever suite it is of.
    suite = _suite(assessment, "" if alone else f"{assessment.file} ")
    indent(suite, level=1)
    yield OutputEntry((_uncommanding(tostring(suite, encoding="unicode")),))


def closing(rest: Unchecked, *, alone: bool, empty: bool) -> str:
    """Return the end of the document."""
    return "\n</testsuites>\n"


def _uncommanding(xml: str) -> str:
    """Write otherwise, with the same meaning, what misleads a reader or commands a runner."""
    shown = harmful("data").sub(lambda found: f"&#{ord(found[0])};", xml)
    quiet = re.sub(r"##(?=\w*\[)", "#&#35;", shown)
    return quiet.replace("\r", "&#13;").replace("::", "&#58;:")


def _suite(assessment: Assessment, within: str) -> Element:
    findings = {finding.id: finding for finding in assessment.findings}
    suite = Element("testsuite", name=for_xml(assessment.file))
    properties = SubElement(suite, "properties")
    for name, value in _properties(assessment):
        SubElement(properties, "property", name=name, value=for_xml(value))
    for gate in assessment.reported_gates:
        case = _case(suite, f"{within}gates", f"--{gate.name}")
        if gate.outcome == "failed":
            SubElement(case, "failure", type="gate", message=for_xml(gate.message))
        elif gate.outcome == "skipped":
            _skip(case, gate.message)
        else:
            SubElement(case, "system-out").text = for_xml(gate.message)
    noted = notes(assessment)
    met: dict[str, int] = {}
    for row in assessment.requirements:
        smart = f" ({row.smart})" if row.smart else ""
        case = _case(suite, f"{within}{row.group}", f"{row.id}{smart} {row.title}")
        if row.status in UNMET:
            _outcome(case, [findings[key] for key in row.findings], row.level, noted)
        elif row.status != "met":
            status = named("statuses", row.status, assessment.lang)
            _skip(case, f"{status}: {row.waiver.reason}" if row.waiver else status)
    for finding in assessment.findings:
        if finding.level == "fault":
            name = f"{finding.code} {finding.rule.title}"
            met[name] = met.get(name, 0) + 1
            name += f" ({met[name]})" if met[name] > 1 else ""
            case = _case(suite, f"{within}file", name)
            _outcome(case, [finding], finding.level, noted)
    suite.attrib |= {
        "tests": str(len(suite.findall("testcase"))),
        "failures": str(len(suite.findall("testcase/failure"))),
        "skipped": str(len(suite.findall("testcase/skipped"))),
        "errors": "0",
        "time": "0",
        "timestamp": f"{assessment.today.isoformat()}T00:00:00",
    }
    return suite


def _case(suite: Element, classname: str, name: str) -> Element:
    return SubElement(suite, "testcase", classname=for_xml(classname), name=for_xml(name), time="0")


def _skip(case: Element, message: str) -> Element:
    return SubElement(case, "skipped", message=for_xml(message))


def _properties(assessment: Assessment) -> Iterator[tuple[str, str]]:
    yield "verdict", assessment.verdict
    year = edition(assessment.edition, assessment.lang)
    yield "catalog", f"{assessment.catalog_id} {year}"
    yield "profile", assessment.profile
    standing, score = assessment.standing, assessment.score
    if standing is not None:
        yield "baseline.date", standing.written.isoformat()
        yield "baseline.size", str(standing.size)
        yield "baseline.fixed", str(len(standing.fixed))
        yield "baseline.no_longer_asked", str(len(standing.dropped))
        yield "baseline.new", str(standing.new)
    if score is None:
        return
    for name in ("readiness", "adjusted", "completeness", "evidence"):
        share = getattr(score, name)
        yield name, percent_text(share)
        yield f"{name}.points", str(points(share.points))
        yield f"{name}.out_of", str(points(share.out_of))
    for basis, share in score.basis.items():
        yield f"mandatory.{basis}.points", str(points(share.points))
        yield f"mandatory.{basis}.out_of", str(points(share.out_of))
    for level in LEVELS:
        for status, count in assessment.count(level).items():
            yield f"{level}.{status}", str(count)


def _outcome(case: Element, findings: list[Finding], level: str, noted: dict[str, str]) -> None:
    """Fail a case, or skip it when all it found is set aside: that fails no build, and is seen."""
    first = findings[0].message if findings else ""
    if findings and not any(finding.counts for finding in findings):
        result = _skip(case, f"{noted[findings[0].id]}. {first}")
    else:
        result = SubElement(case, "failure", type=level, message=for_xml(first))
    result.text = for_xml(
        "\n\n".join(_text(finding, noted.get(finding.id, "")) for finding in findings)
    )


def _text(finding: Finding, note: str) -> str:
    found = f"{finding.location.place} {finding.message}"
    return "\n".join(filter(None, (found, finding.fix, note)))
