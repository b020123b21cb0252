"""Assessments as JUnit XML: a suite a proposal, a test case a requirement."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from smartcert.assessment.result import Assessment, RequirementResult
from smartcert.assessment.score import percent_text, points
from smartcert.findings.finding import Finding
from smartcert.findings.status import LEVELS, UNMET
from smartcert.messages.names import named
from smartcert.render.ci import notes
from smartcert.render.number_format import edition
from smartcert.render.sanitize import for_xml


def render(assessments: Sequence[Assessment]) -> str:
    """Return one document with a suite for each assessment."""
    suites = Element("testsuites", name="smartcert")
    for assessment in assessments:
        _suite(suites, assessment)
    indent(suites)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        + _uncommanding(tostring(suites, encoding="unicode"))
        + "\n"
    )


def _uncommanding(xml: str) -> str:
    """Write otherwise, and with the same meaning, what a GitHub runner would take for a command in the log."""
    return xml.replace("##[", "#&#35;[").replace("::", "&#58;:")


def _suite(suites: Element, assessment: Assessment) -> None:
    findings = {finding.id: finding for finding in assessment.findings}
    faults = [finding for finding in assessment.findings if finding.level == "fault"]
    suite = SubElement(suites, "testsuite", name=for_xml(assessment.file))
    properties = SubElement(suite, "properties")
    for name, value in _properties(assessment):
        SubElement(properties, "property", name=name, value=for_xml(value))
    for gate in assessment.told_gates:
        case = SubElement(suite, "testcase", classname="gates", name=f"--{gate.name}", time="0")
        if gate.outcome == "failed":
            SubElement(case, "failure", type="gate", message=for_xml(gate.message))
        else:
            SubElement(case, "skipped", message=for_xml(gate.message))
    said = notes(assessment)
    for row in assessment.requirements:
        _requirement(suite, assessment, row, [findings[key] for key in row.findings], said)
    for finding in faults:
        case = SubElement(
            suite,
            "testcase",
            classname="file",
            name=for_xml(f"{finding.code} {finding.rule.title}"),
            time="0",
        )
        _outcome(case, [finding], finding.level, said)
    suite.attrib |= {
        "tests": str(len(suite.findall("testcase"))),
        "failures": str(len(suite.findall("testcase/failure"))),
        "skipped": str(len(suite.findall("testcase/skipped"))),
        "errors": "0",
        "time": "0",
        "timestamp": f"{assessment.today.isoformat()}T00:00:00",
    }


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
    for level in LEVELS:
        for status, count in assessment.count(level).items():
            yield f"{level}.{status}", str(count)


def _requirement(
    suite: Element,
    assessment: Assessment,
    row: RequirementResult,
    findings: list[Finding],
    said: dict[str, str],
) -> None:
    smart = f" ({row.smart})" if row.smart else ""
    case = SubElement(
        suite,
        "testcase",
        classname=row.group,
        name=for_xml(f"{row.id}{smart} {row.title}"),
        time="0",
    )
    if row.status in UNMET:
        _outcome(case, findings, row.level, said)
    elif row.status != "met":
        reason = named("statuses", row.status, assessment.lang) + (
            f": {row.waiver.reason}" if row.waiver else ""
        )
        SubElement(case, "skipped", message=for_xml(reason))


def _outcome(case: Element, findings: list[Finding], level: str, said: dict[str, str]) -> None:
    """Fail a case, or skip it when all it found is set aside: it fails no build, and stays to be seen."""
    first = findings[0].message if findings else ""
    if findings and not any(finding.counts for finding in findings):
        told = SubElement(case, "skipped", message=for_xml(f"{said[findings[0].id]}. {first}"))
    else:
        told = SubElement(case, "failure", type=level, message=for_xml(first))
    told.text = for_xml(
        "\n\n".join(_told(finding, said.get(finding.id, "")) for finding in findings)
    )


def _told(finding: Finding, note: str) -> str:
    place = f"{finding.location.file}:{finding.location.span.line}:{finding.location.span.column}"
    return f"{place} {finding.message}\n{finding.fix}" + (f"\n{note}" if note else "")
