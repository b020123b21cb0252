"""The second round in a Markdown report: then and now, the committee's comments, the texts, and what became of the gaps."""

from __future__ import annotations

from collections.abc import Iterator

from smartcert.findings.finding import Finding
from smartcert.gap_report.view import Report
from smartcert.render import phrases, rows
from smartcert.render.markdown.markup import block, code, escape, fenced, table
from smartcert.rounds.comments import CommentOutcome
from smartcert.rounds.comparison import Change, Comparison
from smartcert.rounds.text_diff import Passage


def rounds(report: Report) -> Iterator[str]:
    """Yield how the round compares with the earlier one, and what became of the committee's comments."""
    both = report.comparison
    if both is None and not report.reviews:
        return
    yield from block(f"## {report.t('second-round')}")
    if both is not None:
        yield from block(phrases.gap_counts(both, report.lang))
        yield from block(phrases.regressions(both, report.lang))
    if report.outcomes:
        yield from block(
            f"{phrases.responses(report.outcomes, report.lang)} {report.t('reading-is')}"
        )
    if both is not None:
        yield from _then_and_now(report, both)
    yield from _comments(report)
    if both is not None:
        yield from _gaps_then_and_now(report, both)


def _then_and_now(report: Report, both: Comparison) -> Iterator[str]:
    lang = report.lang
    if told := phrases.other_criteria(both, lang):
        yield from block(f"> {escape(told)}")
    yield from _changes(report, "regressions", both.worse)
    verdict = (
        report.t("verdict"),
        report.named("verdicts", both.old.verdict),
        report.named("verdicts", both.new.verdict),
        "",
    )
    yield from table(
        report.heads("figure", "before", "now", "change"), [verdict, *rows.metrics(report)]
    )


def _comments(report: Report) -> Iterator[str]:
    for heard in report.reviews:
        yield from block(f"### {escape(phrases.review(heard.review, report.lang))}")
        if not heard.closures:
            yield from block(report.t("no-comments"))
        for closure in heard.closures:
            yield from _closure(report, closure)


def _closure(report: Report, closure: CommentOutcome) -> Iterator[str]:
    t = report.t
    yield from block(
        f"#### {escape(closure.comment.id)}: {report.named('responses', closure.reading)}"
    )
    yield from block(f"> {escape(closure.comment.text)}")
    yield from block(f"{t('response')}: {escape(closure.action) or t('no-response')}")
    if closure.requirements:
        yield from block(escape(", ".join(rows.asked(report, closure))))
    for lost in closure.nowhere:
        yield from block(escape(t("nowhere", place=lost)))
    for place in closure.passages:
        yield from _passage(report, place)


def _passage(report: Report, place: Passage) -> Iterator[str]:
    """Yield the old text above the new one."""
    sides = rows.sides(report, place)
    if not sides:
        yield from block(f"{code(place.path)}: {report.t('unchanged')}")
    for title, text in sides:
        yield from block(f"{code(place.path)} {title}:")
        yield from block(*fenced(text, "text"))


def _gaps_then_and_now(report: Report, both: Comparison) -> Iterator[str]:
    """Yield what became of requirements and gaps."""
    yield from _changes(report, "changes", both.otherwise)
    yield from block(f"### {report.t('gaps-then-now')}")
    yield from _gaps(report, "new-gaps", both.new_findings)
    yield from _gaps(report, "remaining-gaps", both.remaining)
    yield from _gaps(report, "fixed-gaps", both.fixed)
    yield from _gaps(report, "dropped-gaps", both.dropped)


def _gaps(report: Report, title: str, found: tuple[Finding, ...]) -> Iterator[str]:
    if found:
        yield from block(f"#### {report.t(title)} ({len(found)})")
        yield from block(
            *(
                f"- {escape(rows.gap(report, finding))}: {escape(finding.message)}"
                for finding in found
            )
        )


def _changes(report: Report, title: str, turns: tuple[Change, ...]) -> Iterator[str]:
    if turns:
        yield from block(f"### {report.t(title)}")
        yield from table(
            report.heads("requirement", "before", "now", "change"), rows.changes(report, turns)
        )
