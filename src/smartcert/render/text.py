"""Assessments as text for a terminal: what blocks submission first, each gap at its line, then the arithmetic.

Lines are broken at word boundaries (Thai has no spaces between words), nothing is framed on the right.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from smartcert.assessment.result import Assessment
from smartcert.assessment.score import Share, percent_text, points
from smartcert.findings.finding import Finding
from smartcert.findings.readings import notes
from smartcert.findings.status import Level
from smartcert.messages.message import message
from smartcert.messages.names import named
from smartcert.render import phrases
from smartcert.render.ci import marking, reason
from smartcert.render.number_format import edition
from smartcert.render.sanitize import for_terminal
from smartcert.thai.date import format_date, from_date
from smartcert.thai.words import width, wrap

SHOWN = 20
"""How many findings of one kind are told without `--verbose`."""

LONGEST_NAME = 200
"""Characters of a city's name."""

Line = tuple[str, str]
"""A style and the text of one line; the style is a name of `smartcert.render.terminal`, or empty."""


class Style(NamedTuple):
    """How much is told, and how wide."""

    columns: int = 80
    verbose: bool = False
    quiet: bool = False
    shown: int = SHOWN
    """How many findings of one kind are told when not verbose."""


def render(assessment: Assessment, style: Style) -> Iterator[Line]:
    """Yield the lines of one assessment, whatever is in its file or its catalog."""
    return ((name, for_terminal(text)) for name, text in _lines(assessment, style))


def _lines(assessment: Assessment, style: Style) -> Iterator[Line]:
    lang = assessment.lang
    if not style.quiet:
        yield from _head(assessment, style)
        told = assessment.counting
        faults = sum(finding.level == "fault" for finding in told)
        if faults and faults < len(told):
            yield "", ""
            yield from _wrapped(
                "head-fault",
                message("terminal.lists.faults-below", lang, count=faults),
                style.columns,
                "",
            )
        for level, heading in (
            ("mandatory", "terminal.lists.blocks"),
            ("recommended", "terminal.lists.recommended"),
            ("fault", "terminal.lists.faults"),
        ):
            found = [finding for finding in told if finding.level == level]
            if found:
                yield "", ""
                yield f"head-{level}", message(heading, lang, count=len(found))
                yield from _findings(assessment, found, style)
        yield from _readings(assessment, style)
        yield from _set_aside(assessment, style)
        if not assessment.findings and assessment.score:
            yield "", ""
            yield "good", message("terminal.lists.all-well", lang)
        yield "", ""
    yield from _summary(assessment, style)
    standing = assessment.standing
    if standing is not None:
        yield from _wrapped("dim", phrases.baseline(standing, lang), style.columns, "")
        if style.verbose:
            for key, gone in (
                ("terminal.baseline.fixed", standing.fixed),
                ("terminal.baseline.dropped", standing.dropped),
            ):
                for what in gone:
                    yield from _wrapped("good", message(key, lang, what=what), style.columns, "  ")


def _readings(assessment: Assessment, style: Style) -> Iterator[Line]:
    """Yield what was read loosely, in one line a kind; when verbose, each at its place."""
    found, lang = assessment.readings, assessment.lang
    if not found:
        return
    yield "", ""
    yield "title", message("terminal.lists.readings", lang, count=len(found))
    told = notes(found, lang)
    if style.verbose:
        place = assessment.file
        told = [f"{place}:{each.span.line} {each.code} {each.told}" for each in found]
    for line in told:
        yield from _wrapped("dim", line, style.columns, "  ")


def _set_aside(assessment: Assessment, style: Style) -> Iterator[Line]:
    """List what does not count today in one line each, and the waivers that only mark."""
    lang = assessment.lang
    aside, marked = assessment.set_aside, assessment.marked
    if not aside and not marked:
        return
    yield "", ""
    yield "title", message("terminal.lists.set-aside", lang, count=len(aside) + len(marked))
    shown = aside if style.verbose else aside[: style.shown]
    until = {row.id: row.waiver.until for row in assessment.requirements if row.waiver is not None}
    for finding in shown:
        end = (
            f" ({message('terminal.labels.until', lang, date=format_date(until[finding.code], lang))})"
            if finding.code in until
            else ""
        )
        text = f"{finding.location.file}:{finding.location.span.line} {finding.code} {finding.rule.title} [{reason(finding, lang)}]{end}"
        yield from _wrapped("dim", text, style.columns, "  ")
    if len(aside) > len(shown):
        yield "dim", "  " + message("terminal.lists.more", lang, count=len(aside) - len(shown))
    for row in marked:
        text = f"{row.id} {row.title}: {marking(row, lang)}"
        yield from _wrapped("dim", text, style.columns, "  ")


def _head(assessment: Assessment, style: Style) -> Iterator[Line]:
    lang = assessment.lang
    name = assessment.name[:LONGEST_NAME] or assessment.file
    if assessment.round:
        name += " · " + message("terminal.round", lang, round=assessment.round)
    yield from _wrapped("title", name, style.columns, "")
    year = edition(assessment.edition, lang)
    catalog = f"{assessment.catalog_id} {message('terminal.edition', lang, edition=year)}"
    profile = message(
        "terminal.profile", lang, title=assessment.profile_title, profile=assessment.profile
    )
    for details in (
        (assessment.file, catalog),
        (profile, format_date(from_date(assessment.today), lang)),
    ):
        yield from _wrapped("dim", " · ".join(details), style.columns, "")
    if assessment.note:
        yield from _wrapped("title", assessment.note[:LONGEST_NAME], style.columns, "")


def _findings(assessment: Assessment, found: list[Finding], style: Style) -> Iterator[Line]:
    shown = found if style.verbose else found[: style.shown]
    group: str | None = None
    explained: set[str] = set()
    titles = {part.key: part.title for part in assessment.groups}
    for finding in shown:
        if finding.rule.group != group:
            group = finding.rule.group
            if group is not None:
                yield "", ""
                yield from _wrapped("group", f"{group} {titles.get(group, '')}", style.columns, "")
        yield "", ""
        what = finding.rule.title if finding.code == "S001" else finding.code
        if finding.level == "fault":
            what += finding.fix  # The remedy of a slip is its own line, as it should be.
        yield from _finding(assessment, finding, style, what not in explained)
        explained.add(what)
    if len(found) > len(shown):
        yield "", ""
        yield "dim", message("terminal.lists.more", assessment.lang, count=len(found) - len(shown))


def _finding(assessment: Assessment, finding: Finding, style: Style, whole: bool) -> Iterator[Line]:
    lang = assessment.lang
    titles = {part.key: part.title for part in assessment.smarts}
    place = f"{finding.location.file}:{finding.location.span.line}:{finding.location.span.column}"
    about = f" ({titles[finding.smart]})" if finding.smart else ""
    yield "place", place
    yield from _wrapped(
        f"code-{finding.level}",
        f"{finding.code}{about} {finding.rule.title}",
        style.columns,
        "  ",
    )
    yield from _wrapped("", finding.message, style.columns, "  ")
    yield from _excerpt(assessment, finding, style)
    for other in finding.related:
        place = f"{finding.location.file}:{other.span.line}:{other.span.column} {other.dotted}"
        yield "dim", f"  {message('terminal.labels.see', lang)}: {place}".rstrip()
    if not whole and not style.verbose:
        return
    if finding.rule.why:
        yield from _labelled(message("terminal.labels.why", lang), finding.rule.why, style)
    yield from _labelled(message("terminal.labels.fix", lang), finding.fix, style)
    if finding.rule.basis:
        told = named("bases", finding.rule.basis, lang) + (
            f" [{', '.join(finding.rule.sources)}]" if finding.rule.sources else ""
        )
        yield from _labelled(message("terminal.labels.basis", lang), told, style)
    if finding.stub:
        yield "dim", f"  {message('terminal.labels.stub', lang)}:"
        for line in finding.stub.rstrip().splitlines():
            yield "stub", f"    {line}"


def _excerpt(assessment: Assessment, finding: Finding, style: Style) -> Iterator[Line]:
    """Show the line itself, with a caret under what is meant."""
    text = (
        assessment.lines.get(finding.location.span.line, "")
        if finding.location.file == assessment.file
        else ""
    )
    if not text.strip():
        return
    span = finding.location.span
    start = span.column - 1
    end = span.end_column - 1 if span.end_line == span.line else len(text)
    margin = f"  {span.line} | "
    room = style.columns - len(margin) - 1
    offset = 0
    if width(text) > room:
        # A long line is shown from a little before the place.
        offset = (
            max(0, min(start - room // 3, len(text) - 1))
            if width(text[:start]) > room * 2 // 3
            else 0
        )
    before = ("…" if offset else "") + for_terminal(text[offset:start])
    visible = before + for_terminal(text[start:])
    if width(visible) > room:
        while width(visible) >= room:
            visible = visible[: -max(1, (width(visible) - room) // 2)]
        visible += "…"
    yield "source", f"{margin}{visible}"
    marked = max(1, min(width(for_terminal(text[start:end])), room - width(before)))
    yield "caret", f"{' ' * (len(margin) - 2)}| {' ' * width(before)}{'^' * marked}"


def _labelled(label: str, text: str, style: Style) -> Iterator[Line]:
    yield from _wrapped("dim", f"{label}: {text}", style.columns, "  ")


def _wrapped(style: str, text: str, columns: int, indent: str) -> Iterator[Line]:
    for line in wrap(for_terminal(text), columns, indent):
        yield style, line


def _summary(assessment: Assessment, style: Style) -> Iterator[Line]:
    lang = assessment.lang
    verdict = f"{message('report.verdict', lang)}: {named('verdicts', assessment.verdict, lang)}"
    place = f"{assessment.file}: " if style.quiet else ""
    yield f"verdict-{assessment.verdict}", f"{place}{verdict}"
    score = assessment.score
    if score is None:
        return
    for name, share, phrase in (
        ("readiness", score.readiness, "terminal.summary.points"),
        ("completeness", score.completeness, "terminal.summary.fields"),
        ("evidence", score.evidence, "terminal.summary.backed"),
    ):
        told = message(phrase, lang, points=points(share.points), out_of=points(share.out_of))
        yield "", f"  {_pad(named('metrics', name, lang), 14)}{percent_text(share):>7}  {told}"
        if name == "readiness" and score.adjusted != score.readiness:
            told = message(
                phrase,
                lang,
                points=points(score.adjusted.points),
                out_of=points(score.adjusted.out_of),
            )
            yield (
                "",
                f"  {_pad(message('terminal.summary.adjusted', lang), 14)}{percent_text(score.adjusted):>7}  {told}",
            )
    if style.quiet:
        return
    levels: tuple[tuple[Level, Share], ...] = (
        ("mandatory", score.mandatory),
        ("recommended", score.recommended),
    )
    for level, share in levels:
        counts = assessment.count(level)
        told = message(
            "terminal.summary.counts",
            lang,
            level=named("levels", level, lang),
            points=points(share.points),
            out_of=points(share.out_of),
            met=counts["met"],
            partial=counts["partial"],
            missing=counts["missing"],
            person=counts["needs-person"],
            na=counts["not-applicable"],
        )
        yield from _wrapped("dim", told, style.columns, "  ")
    yield "", ""
    yield "dim", f"{message('report.arithmetic', lang)}:"
    for part in assessment.groups:
        numbers = f"{points(part.share.points):>6} / {points(part.share.out_of):<5}"
        first, *rest = wrap(f"{part.key} {part.title}", style.columns - 16, "")
        yield "", f"{numbers}  {first}"
        for line in rest:
            yield "", f"{' ' * 16}{line}"
    yield (
        "",
        f"{points(score.readiness.points):>6} / {points(score.readiness.out_of):<5}  {message('terminal.summary.total', lang)} = {percent_text(score.readiness)}",
    )
    yield from _wrapped("dim", message("terminal.summary.not-depa", lang), style.columns, "")
    if assessment.findings and assessment.file != "-":
        yield from _wrapped(
            "dim", message("terminal.summary.next", lang, file=assessment.file), style.columns, ""
        )


def _pad(text: str, columns: int) -> str:
    """Fill up to a display width; Thai marks above and below take no column."""
    return text + " " * max(1, columns - width(text))
