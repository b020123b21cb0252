"""Assessments as one line a finding, as compilers write them: for editors and for grep."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from smartcert.assessment.result import Assessment
from smartcert.messages.names import named
from smartcert.render.ci import unique_findings
from smartcert.render.sanitize import for_line


def render(assessments: Sequence[Assessment]) -> str:
    """Return a line for each gate that says something and each finding.

    `round-1.yaml:72:11: C1-3 mandatory: only says how the city is`; what is set aside says why.
    """
    return "".join(f"{for_line(text)}\n" for text in _lines(assessments))


def _lines(assessments: Sequence[Assessment]) -> Iterator[str]:
    for assessment in assessments:
        for gate in assessment.reported_gates:
            yield f"{assessment.file}: --{gate.name}: {gate.message}"
    for assessment, finding, note in unique_findings(assessments):
        level = named("levels", finding.level, assessment.lang)
        aside = f" [{note}]" if note else ""
        yield f"{finding.location.place}: {finding.code} {level}: {finding.message}{aside}"
