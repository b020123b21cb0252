"""The Jinja environment of the report's templates: autoescaped, strict, with the filters that write numbers and dates."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from smartcert import __version__
from smartcert.assessment.score import percent_text, points
from smartcert.gap_report.charts import radar, rings, stripes, timeline
from smartcert.gap_report.view import Report
from smartcert.messages.names import named
from smartcert.paths import data_dir
from smartcert.proposal.values import LINK_SCHEMES
from smartcert.render.clipping import clip, fit
from smartcert.render.phrases import (
    edition,
    told_counts,
    told_criteria,
    told_readings,
    told_review,
    told_worse,
)
from smartcert.render.sentences import (
    NAME,
    NAMED,
    adjusted,
    baht,
    change,
    clip_lines,
    evidence,
    explained,
    facts,
    in_baht,
    next_for,
    next_steps,
    number,
    summary,
    summed,
    told_comments,
    told_gain,
    told_levels,
    told_owner,
    told_stage,
    told_waiver,
)
from smartcert.thai.date import OFFSET, format_date


def environment(report: Report) -> Environment:
    """Return the environment for one report."""
    lang = report.lang
    made = Environment(
        loader=FileSystemLoader(data_dir("templates")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=fit,
    )
    made.filters |= {
        "percent": percent_text,
        "points": points,
        "number": number,
        "baht": baht,
        "in_baht": lambda amount: in_baht(amount, lang),
        "date": lambda when: format_date(when, lang),
        "year": lambda year: year + OFFSET if lang == "th" else year,
        "clip": clip,
        "clip_lines": clip_lines,
        "coded": coded,
        "change": lambda gauge: change(gauge.now, gauge.then),
        "is_link": lambda url: url.lower().startswith(LINK_SCHEMES),
    }
    made.globals |= shown(report)
    return made


def shown(report: Report) -> dict[str, Any]:
    """Return the names that every template of the report may use."""
    lang, assessment = report.lang, report.assessment
    return {
        "report": report,
        "a": assessment,
        "version": __version__,
        "name": clip(assessment.name or Path(assessment.file).name, NAME),
        "verdict": named("verdicts", assessment.verdict, lang),
        "summary": summary(report),
        "adjusted": adjusted(report),
        "facts": facts(report),
        "contents": contents(report),
        "edition": edition(assessment.edition, lang),
        "group_keys": {part.key for part in report.groups},
        "explained": explained(report),
        "steps_by_id": {
            finding.id: step.number for step in report.plan.steps for finding in step.findings
        },
        "radar": radar(report.smarts),
        "rings": rings(len(report.smarts)),
        "timeline": timeline(report.bars),
        "stripes": stripes,
        "summed": summed,
        "evidence": lambda finding: evidence(report, finding),
        "told_stage": lambda stage: told_stage(stage, lang),
        "told_gain": lambda step: told_gain(step, lang),
        "told_owner": lambda step: told_owner(step, lang),
        "told_review": lambda review: told_review(review, lang),
        "told_levels": told_levels(report),
        "told_comments": told_comments(report),
        "next_steps": next_steps(report),
        "next_for": next_for(report),
        "told_readings": told_readings(report.closures, lang),
        "told_counts": lambda both: told_counts(both, lang),
        "told_worse": lambda both: told_worse(both, lang),
        "told_criteria": lambda both: told_criteria(both, lang),
        "told_waiver": lambda waiver: told_waiver(waiver, lang),
        "t": report.t,
        "named": report.named,
    }


def contents(report: Report) -> list[str]:
    """Return the chapters that the report has, by their keys."""
    rounds = ["second-round"] if report.comparison or report.heard else []
    ends = [*(["faults"] if report.faults else []), "sources"]
    return [
        "numbers",
        "arithmetic",
        "first",
        *rounds,
        "money",
        "timeline",
        "kpis",
        "everything",
        *ends,
    ]


def coded(text: str) -> Markup:
    """Return a message with names of fields as code."""
    return Markup(NAMED.sub(r"<code>\1</code>", str(escape(fit(text)))))  # noqa: S704 - escaped before
