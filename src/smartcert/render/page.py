"""The Jinja environment of the report's templates: autoescaped, strict, with the filters that write numbers and dates."""

from __future__ import annotations

import re
from fractions import Fraction
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from smartcert import __version__
from smartcert.finding import Finding
from smartcert.i18n.report import counted, word
from smartcert.i18n.terms import term
from smartcert.model.values import LINK_SCHEMES
from smartcert.paths import data_dir
from smartcert.render.numbers import percent, percent_text, points
from smartcert.report.charts import radar, rings, stripes, timeline
from smartcert.report.plan import Stage, Step
from smartcert.report.view import Report, Sum
from smartcert.score import Share, total
from smartcert.thai.date import OFFSET, When, format_date, from_date
from smartcert.thai.words import segment
from smartcert.waivers import Waiver

LONGEST, NAME, LINES = 4_000, 160, 200
"""How much of one text a report shows, of a name, and of a passage of the file: characters and lines. What is cut says so."""

UNBROKEN = 300
"""How many characters in one go, with no place to break a line, a report shows; an address of the web is rarely longer."""

ABOUT = 2
"""How many unchanged lines are shown before and behind a changed one."""

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]")

_ENDLESS = re.compile(rf"\S{{{UNBROKEN},}}")

_NAMED = re.compile(r"`([^`\n]+)`")


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
        "baht": baht,
        "date": lambda when: format_date(when, lang),
        "year": lambda year: year + OFFSET if lang == "th" else year,
        "clip": clip,
        "coded": coded,
        "old_lines": lambda place: marked(place.before or "", place.after),
        "new_lines": lambda place: marked(place.after, place.before),
        "change": lambda gauge: change(gauge.now, gauge.then),
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
        "name": clip(assessment.name or Path(assessment.file).name, NAME),
        "verdict": term(assessment.verdict, lang),
        "summary": summary(report),
        "adjusted": adjusted(report),
        "facts": facts(report),
        "contents": contents(report),
        "group_keys": {part.key for part in report.groups},
        "explained": explained(report),
        "steps_by_id": {step.finding.id: step.number for step in report.plan.steps},
        "radar": radar(report.smarts),
        "rings": rings(len(report.smarts)),
        "timeline": timeline(report.bars),
        "stripes": stripes,
        "summed": summed,
        "evidence": lambda finding: evidence(report, finding),
        "told_stage": lambda stage: told_stage(stage, lang),
        "told_gain": lambda step: told_gain(step, lang),
        "told_waiver": lambda waiver: told_waiver(waiver, lang),
        "t": lambda key, **params: word(key, lang, **params),
        "term": lambda key: term(key, lang),
    }


def summary(report: Report) -> str:
    """Say how much blocks submission, and how much more is recommended."""
    lang, blockers = report.lang, report.blockers
    told = counted("blockers", lang, blockers) if blockers else word("no-blockers", lang)
    more = len(report.plan.steps) - blockers
    return told + counted("open-recommended", lang, more) if more else told


def adjusted(report: Report) -> str:
    """Give readiness without what is waived, where anything is; nothing otherwise."""
    score = report.assessment.score
    if score is None or score.adjusted == score.readiness:
        return ""
    share = score.adjusted
    return word("adjusted", report.lang, value=percent_text(share), points=points(share.points), out_of=points(share.out_of))


def summed(parts: tuple[Sum, ...]) -> tuple[Share, Share | None]:
    """Give the points of all groups or of the declared Smarts, now and in the earlier round."""
    asked = [part for part in parts if part.declared]
    then = [part.then for part in asked if part.then is not None]
    return total(part.now for part in asked), total(then) if then else None


def told_stage(stage: Stage, lang: str) -> str:
    """Say which steps reach a verdict."""
    told = counted(
        "stage",
        lang,
        len(stage.steps),
        first=stage.steps[0].number,
        last=stage.steps[-1].number,
        verdict=term(stage.verdict, lang),
        value=percent_text(stage.readiness),
    )
    return f"{told} ({word('stage-judged', lang, count=stage.judged)})" if stage.judged else told


def told_gain(step: Step, lang: str) -> str:
    """Say what a step earns."""
    told = f"{float(step.gain):.2f}".rstrip("0").rstrip(".")
    return word("gain-one" if told == "1" else "gain", lang, **({} if told == "1" else {"points": told}))


def told_waiver(waiver: Waiver, lang: str) -> str:
    """Say why a requirement is set aside, who approved it, and until when."""
    return word("waived-until", lang, reason=waiver.reason, approver=waiver.approver, until=format_date(waiver.until, lang))


def change(now: Share, then: Share | None) -> str:
    """Give the difference of two percentages, in points, from the figures as they are shown."""
    after, before = percent(now), percent(then) if then else None
    return "–" if after is None or before is None else f"{after - before:+.1f}"


Line = tuple[str, bool]
"""A line of a passage, and whether the other round is without it."""


def marked(text: str, other: str | None) -> list[Line]:
    """Give the lines of a passage that a reader needs: those that the other round is without, and what stands about them."""
    known = {line.strip() for line in (text if other is None else other).splitlines()}
    lines = [(line, bool(line.strip()) and line.strip() not in known) for line in text.splitlines()]
    if other is None or not any(differs for _, differs in lines):
        near = list(range(len(lines)))
    else:
        near = sorted({0} | {at + by for at, (_, differs) in enumerate(lines) if differs for by in range(-ABOUT, ABOUT + 1)})
    shown: list[Line] = []
    last = -1
    for index in near:
        if 0 <= index < len(lines):
            if index > last + 1:
                shown.append(("⋯", False))
            shown.append(lines[index])
            last = index
    if last < len(lines) - 1:
        shown.append(("⋯", False))
    return shown if len(shown) <= LINES else [*shown[:LINES], ("⋯", False)]


def passage(text: str, other: str | None) -> str:
    """Give the lines of a passage that a reader needs, as one text."""
    return "\n".join(line for line, _ in marked(text, other))


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
    if assessment.note:
        told.append(("note", assessment.note))
    if report.comparison is not None:
        told.append(("baseline", report.comparison.old.file))
    return told


def contents(report: Report) -> list[str]:
    """Give the chapters that the report has, by their keys."""
    rounds = ["second-round"] if report.comparison or report.reviewed else []
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
    """Make text fit for any reader: no control or direction characters, no word without end, and no text without end."""
    if type(value) is not str:
        return value
    return clip(_ENDLESS.sub(_shortened, _CONTROL.sub("\ufffd", value)))


def _shortened(run: re.Match[str]) -> str:
    """Cut what stands between blanks, unless it is Thai, which has none, and breaks between its words."""
    fits = max(map(len, segment(run[0][:LONGEST]))) < UNBROKEN
    return run[0] if fits else clip(run[0], UNBROKEN)


def clip(text: str, longest: int = LONGEST) -> str:
    """Cut a text that nobody reads to its end, and say how many characters are left out."""
    return text if len(text) <= longest else f"{text[:longest]} … (+{len(text) - longest:,})"


def quoted(text: str) -> str:
    """Give a message with names of fields in quotation marks, for readers to whom a backtick says nothing."""
    return _NAMED.sub(r"“\1”", text)


def coded(text: str) -> Markup:
    """Give a message with names of fields as code."""
    return Markup(_NAMED.sub(r"<code>\1</code>", str(escape(plain(text)))))  # noqa: S704 - escaped before


def baht(amount: Fraction) -> str:
    """Write an amount of money, to the satang where it has any."""
    return f"{int(amount):,}" if amount.denominator == 1 else f"{float(amount):,.2f}"


def figure(value: Fraction | None, year: When | None, lang: str) -> str:
    """Write a figure and the time it is of, or either, or a dash."""
    when = format_date(year, lang) if year else ""
    if value is None:
        return when or "–"
    return f"{number(value)} ({when})" if when else number(value)


def number(value: Fraction) -> str:
    """Write a figure of the proposal, to four decimals at most, with thousands parted."""
    return f"{int(value):,}" if value.denominator == 1 else f"{float(value):,.4f}".rstrip("0").rstrip(".")
