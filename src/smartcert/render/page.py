"""The Jinja environment of the report's templates: autoescaped, strict, with the filters that write numbers and dates."""

from __future__ import annotations

import re
from fractions import Fraction
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from smartcert import __version__
from smartcert.finding import Finding
from smartcert.i18n.report import word
from smartcert.i18n.terms import term
from smartcert.model.values import LINK_SCHEMES
from smartcert.paths import data_dir
from smartcert.render.numbers import percent_text, points
from smartcert.report.charts import radar, rings, stripes, timeline
from smartcert.report.view import Report
from smartcert.thai.date import OFFSET, format_date, from_date

LONGEST = 20_000
"""Characters of one text that a report shows; a longer one is cut, and says so."""

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]")


def environment(report: Report) -> Environment:
    """Give the environment for one report."""
    lang = report.lang
    made = Environment(
        loader=FileSystemLoader(data_dir("templates")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=plain,
    )
    made.filters |= {
        "percent": percent_text,
        "points": points,
        "number": number,
        "baht": lambda amount: f"{int(amount):,}" if amount.denominator == 1 else f"{float(amount):,.2f}",
        "date": lambda when: format_date(when, lang),
        "year": lambda year: year + OFFSET if lang == "th" else year,
        "clip": clip,
        "short_title": short_title,
        "is_link": lambda url: url.lower().startswith(LINK_SCHEMES),
    }
    made.globals |= shown(report)
    return made


def shown(report: Report) -> dict[str, Any]:
    """Give the names that every template of the report may use."""
    lang, assessment = report.lang, report.assessment
    return {
        "report": report,
        "a": assessment,
        "version": __version__,
        "name": assessment.name or Path(assessment.file).name,
        "verdict": term(assessment.verdict, lang),
        "facts": facts(report),
        "contents": contents(report),
        "group_keys": {part.key for part in report.groups},
        "explained": explained(report),
        "steps_by_id": {step.finding.id: step.number for step in report.plan.steps},
        "radar": radar(report.smarts),
        "rings": rings(len(report.smarts)),
        "timeline": timeline(report.bars),
        "stripes": stripes,
        "evidence": lambda finding: evidence(report, finding),
        "t": lambda key, **params: word(key, lang, **params),
        "term": lambda key: term(key, lang),
    }


def facts(report: Report) -> list[tuple[str, str]]:
    """Give what the report is about, as pairs of a phrase's key and its value."""
    assessment, lang = report.assessment, report.lang
    told = [
        ("file", assessment.file),
        ("catalog", assessment.catalog_title),
        ("edition", str(assessment.edition if lang == "th" else assessment.edition - OFFSET)),
        ("profile", assessment.profile_title),
        ("round", str(assessment.round or "–")),
        ("date", format_date(from_date(assessment.today), lang)),
    ]
    if report.comparison is not None:
        told.append(("baseline", report.comparison.old.file))
    return told


def contents(report: Report) -> list[str]:
    """Give the chapters that the report has, by their keys."""
    rounds = ["second-round"] if report.comparison or report.closures else []
    ends = [*(["faults"] if report.faults else []), "sources"]
    return ["numbers", "arithmetic", "first", *rounds, "money", "timeline", "kpis", "everything", *ends]


def explained(report: Report) -> dict[str, int]:
    """Give the step that tells reason and remedy of each step whose requirement came before: finding's id to step number."""
    first: dict[str, int] = {}
    later: dict[str, int] = {}
    for step in report.plan.steps:
        code = step.finding.code
        if code in first and code != "S001":
            later[step.finding.id] = first[code]
        else:
            first[code] = step.number
    return later


def evidence(report: Report, finding: Finding) -> list[str]:
    """Give the evidence suggested for a finding's requirement."""
    requirement = next((item for item in report.catalog.requirements if item.id == finding.requirement), None)
    return [entry[report.lang] for entry in requirement.evidence] if requirement else []


def plain(value: Any) -> Any:
    """Make text fit for any reader: no control or direction characters, and no text without end."""
    if type(value) is not str:
        return value
    return _CONTROL.sub("\ufffd", clip(value))


def clip(text: str) -> str:
    """Cut a text that nobody reads to its end."""
    return text if len(text) <= LONGEST else f"{text[:LONGEST]} …"


def number(value: Fraction) -> str:
    """Write a figure of the proposal: exact when it is short, with thousands parted."""
    return f"{int(value):,}" if value.denominator == 1 else f"{float(value):,.6g}"


def short_title(title: str) -> str:
    """Leave out what stands in brackets behind a Smart's name."""
    return title.split(" (")[0]
