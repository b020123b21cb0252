"""Assessments as SARIF 2.1.0: one rule a requirement, one result a finding, waived ones suppressed.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from os import fsencode
from pathlib import Path
from typing import Any
from urllib.parse import quote

from smartcert import __version__
from smartcert.assessment.result import Assessment
from smartcert.catalog.model import Catalog
from smartcert.findings.finding import Finding, Location, Suppression
from smartcert.findings.status import FindingLevel, Severity, severity_of
from smartcert.findings.stub import form, stub_of
from smartcert.messages.codes import code_text, open_text
from smartcert.render.ci import unique_findings
from smartcert.render.json_ import numbers, pieces

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
LEVELS: dict[Severity, str] = {
    "fatal": "error",
    "error": "error",
    "warning": "warning",
    "advice": "warning",
    "note": "note",
}


def render(assessments: Sequence[Assessment], catalog: Catalog) -> Iterator[str]:
    """Yield one run with the results of all assessments."""
    results = list(unique_findings(assessments))
    codes = sorted({finding.code for _, finding, _ in results})
    index = {code: number for number, code in enumerate(codes)}
    # The standard wants suppressions of every result or of none: an empty list is none.
    judged = any(not finding.counts for _, finding, _ in results)
    run = {
        "tool": {
            "driver": {
                "name": "smartcert",
                "semanticVersion": __version__,
                "rules": [_rule(code, catalog) for code in codes],
            }
        },
        "columnKind": "unicodeCodePoints",
        "invocations": [
            {"executionSuccessful": True, "toolExecutionNotifications": list(_gates(assessments))}
        ],
        "results": (
            _result(assessment, finding, index[finding.code], judged, note)
            for assessment, finding, note in results
        ),
        "properties": {"assessments": [_numbers(assessment) for assessment in assessments]},
    }
    yield from pieces({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})
    yield "\n"


def _gates(assessments: Sequence[Assessment]) -> Iterator[dict[str, Any]]:
    """Say which gates did not pass: of the run, not of a place in a file."""
    for assessment in assessments:
        for gate in assessment.reported_gates:
            yield {
                "descriptor": {"id": gate.name},
                "level": LEVELS[gate.severity],
                "message": {"text": literal(gate.message)},
                "locations": [
                    {"physicalLocation": {"artifactLocation": {"uri": uri_of(assessment.file)}}}
                ],
            }


def literal(text: str) -> str:
    """Return text of which no part is a link or a placeholder to a reader of SARIF (3.11)."""
    return re.sub(r"[\\\[\]]", r"\\\g<0>", text).replace("{", "{{").replace("}", "}}")


def _numbers(assessment: Assessment) -> dict[str, Any]:
    """Return the verdict and the numbers as `--format json` has them."""
    found = numbers(assessment)
    keys = ("date", "catalog", "verdict", "score", "basis", "counts", "baseline")
    return {"file": assessment.file, **{key: found[key] for key in keys}}


def _rule(code: str, catalog: Catalog) -> dict[str, Any]:
    """Describe a rule in both languages, Thai first."""
    requirement = catalog.requirements.get(code)
    if requirement is not None:
        title, why, fix = requirement.title, requirement.why, requirement.fix
        level: FindingLevel = requirement.level.default
        blanks = form(stub_of(requirement.stub, requirement.smart), "th")
        stub = f"\n\n```yaml\n{blanks.rstrip()}\n```"
        tags = [requirement.group, requirement.basis, *requirement.sources]
    else:
        title, why = (
            {lang: code_text(code, part, lang) for lang in ("th", "en")}
            for part in ("title", "why")
        )
        # A rule speaks of no file: what a finding would name stays open.
        fix = {lang: open_text(code, "fix", lang) for lang in ("th", "en")}
        level, stub, tags = "fault", "", ["file"]
    plain = "\n\n".join(f"{why[lang]}\n{fix[lang]}" for lang in ("th", "en"))
    return {
        "id": code,
        "name": title["en"],
        "shortDescription": {"text": f"{title['th']} · {title['en']}"},
        "fullDescription": {"text": f"{why['th']} · {why['en']}"},
        "help": {"text": plain, "markdown": plain + stub},
        "defaultConfiguration": {"level": LEVELS[severity_of(level)]},
        "properties": {"tags": tags},
    }


def _result(
    assessment: Assessment, finding: Finding, index: int, judged: bool, note: str
) -> dict[str, Any]:
    where = f"{finding.location.cell} " if finding.location.cell else ""
    text = f"{where}{finding.rule.title}: {finding.message} {finding.fix} {note}".strip()
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": index,
        "level": LEVELS[assessment.severity(finding)],
        "message": {"text": literal(text)},
        "locations": [{"physicalLocation": _place(finding.location)}],
        "partialFingerprints": {"smartcert/v1": finding.id},
    }
    if finding.related:
        result["relatedLocations"] = [
            {
                "id": number,
                "physicalLocation": _place(other),
                "message": {"text": literal(other.dotted) or "–"},
            }
            for number, other in enumerate(finding.related)
        ]
    if judged:
        result["suppressions"] = [_suppression(finding.suppression)] if finding.suppression else []
    return result


def _suppression(suppression: Suppression) -> dict[str, str]:
    return {
        "kind": "external",
        "status": "accepted",
        "justification": f"{suppression.kind}: {suppression.reason}",
    }


def _place(location: Location) -> dict[str, Any]:
    span, artifact = location.span, {"uri": uri_of(location.file)}
    if location.cell:
        # A workbook has no lines; which cell it is, the message says.
        return {"artifactLocation": artifact}
    return {
        "artifactLocation": artifact,
        "region": {
            "startLine": span.line,
            "startColumn": span.column,
            "endLine": span.end_line,
            "endColumn": span.end_column,
        },
    }


def uri_of(file: str) -> str:
    """Return a file's name as a URI: forward slashes, all but plain letters percent-encoded."""
    path = Path(file)
    if path.is_absolute():
        return path.as_uri()
    return quote(fsencode(file.replace("\\", "/")), safe="/")
