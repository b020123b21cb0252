"""The second round in a Word report: then and now, the committee's comments, what became of the gaps, and the texts."""

from __future__ import annotations

from collections import Counter

from smartcert.findings.finding import Finding
from smartcert.gap_report.view import Report
from smartcert.render import rows
from smartcert.render.docx.document import ASIDE, CODE, LIST, UPRIGHT, Page
from smartcert.render.phrases import (
    told_counts,
    told_criteria,
    told_readings,
    told_review,
    told_worse,
)
from smartcert.render.sentences import quoted
from smartcert.rounds.comparison import Change, CommentOutcome
from smartcert.rounds.text_diff import Passage


def then_and_now(page: Page, report: Report) -> None:
    """Add how the round compares with the earlier one, when there is one."""
    t, lang, both = report.t, report.lang, report.comparison
    if both is None:
        return
    page.heading(t("second-round"), 1)
    page.paragraph(told_counts(both, lang))
    page.paragraph(told_worse(both, lang))
    if told := told_criteria(both, lang):
        page.paragraph(told, bold=True)
    _changes(page, report, "regressions", both.worse)
    page.table(
        report.heads("figure", "before", "now", "change"),
        rows.gauges(report),
        (UPRIGHT - 9, 3, 3, 3),
        3,
    )


def comments(page: Page, report: Report) -> None:
    """Add every comment of the committee with its response, for sheets on their side."""
    t = report.t
    if not report.heard:
        return
    page.heading(t("comments"), 1)
    if report.closures:
        page.paragraph(f"{told_readings(report.closures, report.lang)} {t('reading-is')}")
    for heard in report.heard:
        page.heading(told_review(heard.review, report.lang), 2)
        if not heard.closures:
            page.paragraph(t("no-comments"))
            continue
        heads = report.heads("no", "comment", "response", "place", "reading")
        told = [_closure(report, closure) for closure in heard.closures]
        page.table(heads, told, (1.9, 6.6, 6.6, 5.3, ASIDE - 20.4), style=LIST, whole=False)


def _closure(report: Report, closure: CommentOutcome) -> tuple[str, ...]:
    lost = [report.t("nowhere", place=place) for place in closure.nowhere]
    return (
        closure.comment.id,
        closure.comment.text,
        closure.action or report.t("no-response"),
        "\n".join([*(place.path for place in closure.passages), *lost]),
        "\n".join([report.named("responses", closure.reading), *rows.asked(report, closure)]),
    )


def gaps(page: Page, report: Report) -> None:
    """Add what became of requirements and gaps; of those that are gone each kind once."""
    both = report.comparison
    if both is None:
        return
    page.heading(report.t("gaps-then-now"), 1)
    _changes(page, report, "changes", both.otherwise)
    for key, found in (("new-gaps", both.new_findings), ("remaining-gaps", both.remaining)):
        _gaps(
            page,
            report,
            key,
            found,
            [f"{rows.gap(report, finding)}: {quoted(finding.message)}" for finding in found],
        )
    for key, found in (("fixed-gaps", both.fixed), ("dropped-gaps", both.dropped)):
        kinds = Counter(rows.gap(report, finding) for finding in found)
        told = [
            kind + (f" ({report.t('places', count=count)})" if count > 1 else "")
            for kind, count in kinds.items()
        ]
        _gaps(page, report, key, found, told)


def _gaps(
    page: Page, report: Report, key: str, found: tuple[Finding, ...], told: list[str]
) -> None:
    if found:
        page.heading(f"{report.t(key)} ({len(found)})", 2)
    for line in told:
        page.paragraph(line, style="List Bullet")


def _changes(page: Page, report: Report, title: str, turns: tuple[Change, ...]) -> None:
    if turns:
        page.heading(report.t(title), 2)
        heads = report.heads("requirement", "before", "now", "change")
        page.table(heads, rows.changes(report, turns), (UPRIGHT - 9.6, 2.8, 2.8, 4), style=LIST)


def appendix(page: Page, report: Report) -> None:
    """Add what the file said then and now, which few read to its end."""
    if any(closure.passages for closure in report.closures):
        page.heading(f"{report.t('appendix')}: {report.t('what-changed')}", 1)
    for closure in report.closures:
        for place in closure.passages:
            _passage(page, report, f"{closure.comment.id} {place.path}", place)


def _passage(page: Page, report: Report, title: str, place: Passage) -> None:
    """Set the old text beside the new one."""
    sides = rows.sides(report, place)
    if not sides:
        page.paragraph(f"{title}: {report.t('unchanged')}", style=LIST)
        return
    page.paragraph(title, bold=True, style=LIST, keep=True)
    keys, texts = zip(*sides, strict=True)
    page.table(
        report.heads(*keys), [texts], [UPRIGHT / len(sides)] * len(sides), style=CODE, whole=False
    )
