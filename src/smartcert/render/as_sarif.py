"""Assessments as SARIF 2.1.0, for code scanning: one rule a requirement, one result a finding, waived ones suppressed."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from smartcert import __version__
from smartcert.assessment import Assessment
from smartcert.catalog.model import Catalog
from smartcert.finding import Finding
from smartcert.i18n.faults import FAULTS
from smartcert.source.span import Span

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
LEVELS = {"mandatory": "error", "recommended": "warning", "fault": "warning"}


def render(assessments: Sequence[Assessment], catalog: Catalog) -> str:
    """Give one run with the results of all assessments."""
    findings = [finding for assessment in assessments for finding in assessment.findings]
    codes = sorted({finding.code for finding in findings})
    index = {code: number for number, code in enumerate(codes)}
    run = {
        "tool": {
            "driver": {
                "name": "smartcert",
                "semanticVersion": __version__,
                "rules": [_rule(code, catalog) for code in codes],
            }
        },
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, index[finding.code]) for finding in findings],
        "properties": {
            "assessments": [
                {
                    "file": assessment.file,
                    "verdict": assessment.verdict,
                    "readiness": _points(assessment),
                }
                for assessment in assessments
            ]
        },
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def _points(assessment: Assessment) -> dict[str, Any] | None:
    from smartcert.render.numbers import percent, points

    if assessment.score is None:
        return None
    share = assessment.score.readiness
    return {"value": percent(share), "points": points(share.points), "out_of": points(share.out_of)}


def _rule(code: str, catalog: Catalog) -> dict[str, Any]:
    """Describe a rule in both languages, Thai first."""
    requirement = next((item for item in catalog.requirements if item.id == code), None)
    if requirement is not None:
        title, why, fix = requirement.title, requirement.why, requirement.fix
        level = requirement.level if isinstance(requirement.level, str) else requirement.level["default"]
        stub = f"\n\n```yaml\n{requirement.stub.rstrip()}\n```"
        tags = [requirement.group, requirement.basis, *requirement.sources]
    else:
        title, why, fix = FAULTS[code].title, FAULTS[code].why, FAULTS[code].fix
        level, stub, tags = "fault", "", ["file"]
    plain = "\n\n".join(f"{why[lang]}\n{fix[lang]}" for lang in ("th", "en"))
    return {
        "id": code,
        "name": title["en"],
        "shortDescription": {"text": f"{title['th']} · {title['en']}"},
        "fullDescription": {"text": f"{why['th']} · {why['en']}"},
        "help": {"text": plain, "markdown": plain + stub},
        "defaultConfiguration": {"level": LEVELS[level]},
        "properties": {"tags": tags},
    }


def _result(finding: Finding, index: int) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": index,
        "level": "note" if finding.status == "needs-person" else LEVELS[finding.level],
        "message": {"text": f"{finding.title}: {finding.message} {finding.fix}".strip()},
        "locations": [{"physicalLocation": _place(finding.file, finding.span)}],
        "partialFingerprints": {"smartcert/v1": finding.id},
    }
    if finding.related:
        result["relatedLocations"] = [
            {"id": number, "physicalLocation": _place(finding.file, other.span), "message": {"text": other.path or "–"}}
            for number, other in enumerate(finding.related)
        ]
    if finding.suppression is not None:
        result["suppressions"] = [{"kind": "external", "status": "accepted", "justification": finding.suppression.reason}]
    return result


def _place(file: str, span: Span) -> dict[str, Any]:
    return {
        "artifactLocation": {"uri": uri_of(file)},
        "region": {
            "startLine": span.line,
            "startColumn": span.column,
            "endLine": span.end_line,
            "endColumn": span.end_column,
        },
    }


def uri_of(file: str) -> str:
    """Give a file's name as a URI: forward slashes, everything else than plain letters percent-encoded."""
    path = PurePath(file)
    if path.is_absolute():
        return path.as_uri()
    return quote(file.replace("\\", "/").removeprefix("./"), safe="/")
