"""The gap report as Markdown, for a pull request or a wiki. The proposal's text can't become markup."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from fractions import Fraction

from smartcert import __version__
from smartcert.i18n.report import word
from smartcert.i18n.terms import term
from smartcert.model.values import LINK_SCHEMES
from smartcert.render.numbers import percent_text, points
from smartcert.render.page import evidence, explained, facts, number, plain
from smartcert.report.plan import Step
from smartcert.report.view import Report
from smartcert.rounds import Closure
from smartcert.score import Share
from smartcert.thai.date import When, format_date
from smartcert.thai.money import format_amount

_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~&!])")
_FENCE = re.compile(r"`{3,}")


def escape(text: str) -> str:
    """Make text literal in Markdown, on one line."""
    return _MARKUP.sub(r"\\\1", " ".join(str(plain(text)).split()))


def render(report: Report) -> str:
    """Give the report as Markdown. The same report gives the same bytes."""
    return "\n".join(_Writer(report).lines()) + "\n"


def table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> Iterator[str]:
    """Give a table; cells are written as they are, so escape them first."""
    heads = list(heads)
    yield f"| {' | '.join(heads)} |"
    yield f"|{' --- |' * len(heads)}"
    for row in rows:
        yield f"| {' | '.join(row)} |"
    yield ""


class _Writer:
    """Writes one report, chapter by chapter."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.assessment = report.assessment
        self.lang = report.lang

    def t(self, key: str, **params: object) -> str:
        return word(key, self.lang, **params)

    def lines(self) -> Iterator[str]:
        yield from self.head()
        if self.assessment.score is not None:
            yield from self.numbers()
            yield from self.steps()
            yield from self.rounds()
            yield from self.money()
            yield from self.kpis()
            yield from self.everything()
        yield from self.faults()
        yield from self.sources()
        yield f"{self.t('made-by', version=__version__)} · {self.t('not-depa')}"

    def head(self) -> Iterator[str]:
        assessment = self.assessment
        yield f"# {self.t('report')}: {escape(assessment.name or assessment.file)}"
        yield ""
        yield f"**{self.t('verdict')}: {term(assessment.verdict, self.lang)}**"
        yield ""
        if assessment.score is not None:
            blockers = self.report.blockers
            more = len(self.report.plan.steps) - blockers
            told = self.t("blockers", count=blockers) if blockers else self.t("no-blockers")
            yield told + (f" {self.t('open-recommended', count=more)}" if more else "")
            yield ""
        yield f"> {self.t('not-depa')}"
        yield ""
        yield from table(("", ""), ((self.t(key), escape(value)) for key, value in facts(self.report)))

    def numbers(self) -> Iterator[str]:
        yield f"## {self.t('numbers')}"
        yield ""
        gauges = [(term(gauge.key, self.lang), gauge.now, gauge.then) for gauge in self.report.gauges]
        yield from self.shares("", gauges)
        yield f"### {self.t('by-group')}"
        yield ""
        yield from self.shares(
            self.t("group"), [(f"{item.key} {escape(item.title)}", item.now, item.then) for item in self.report.groups]
        )
        yield f"### {self.t('by-smart')}"
        yield ""
        smarts = [
            (escape(item.title) + ("" if item.declared else f" ({self.t('undeclared')})"), item.now, item.then)
            for item in self.report.smarts
        ]
        yield from self.shares(self.t("smart"), smarts)

    def shares(self, head: str, rows: list[tuple[str, Share, Share | None]]) -> Iterator[str]:
        """Give a table of points, and of the earlier round's percentage when there is one."""
        old = self.report.comparison is not None
        heads = [head, self.t("points"), self.t("out-of"), self.t("percent"), *([self.t("before")] if old else [])]
        yield from table(
            heads,
            (
                [
                    name,
                    str(points(now.points)),
                    str(points(now.out_of)),
                    percent_text(now),
                    *([percent_text(then) if then else "–"] if old else []),
                ]
                for name, now, then in rows
            ),
        )

    def steps(self) -> Iterator[str]:
        yield f"## {self.t('first')}"
        yield ""
        plan = self.report.plan
        if not plan.steps:
            yield self.t("nothing-open")
            yield ""
        for number_, stage in enumerate(plan.stages, 1):
            told = self.t(
                "stage",
                count=len(stage.steps),
                first=stage.steps[0].number,
                last=stage.steps[-1].number,
                verdict=term(stage.verdict, self.lang),
                value=percent_text(stage.readiness),
            )
            yield f"{number_}. {told}"
        yield ""
        later = explained(self.report)
        for step in plan.steps:
            yield from self.step(step, later.get(step.finding.id))

    def step(self, step: Step, told_at: int | None) -> Iterator[str]:
        finding = step.finding
        smart = f" · {escape(self.report.smart_title(finding.smart))}" if finding.smart else ""
        yield f"### {step.number}. {escape(finding.title)}"
        yield ""
        place = f"{escape(finding.file)} {self.t('line', line=finding.span.line)}"
        yield f"{self.t(finding.level)} · {finding.code}{smart} · {place} · `{finding.path.replace('`', '')}`"
        yield ""
        yield escape(finding.message)
        yield ""
        if told_at is not None:
            yield self.t("see-above", number=told_at)
        else:
            yield f"- **{self.t('fix')}**: {escape(finding.fix)}"
            if finding.why:
                yield f"- **{self.t('why')}**: {escape(finding.why)}"
            if finding.basis:
                keys = f" [{', '.join(finding.sources)}]" if finding.sources else ""
                yield f"- **{self.t('basis')}**: {term(finding.basis, self.lang)}{escape(keys)}"
            if suggested := evidence(self.report, finding):
                yield f"- **{self.t('evidence-to-add')}**: {escape('; '.join(suggested))}"
            if finding.stub:
                yield ""
                yield from fenced(finding.stub)
        yield ""
        yield f"{self.t('owner')}: {escape(step.owner) or self.t('owner-unknown')}"
        yield ""

    def rounds(self) -> Iterator[str]:
        comparison = self.report.comparison
        if comparison is None and not self.report.closures:
            return
        yield f"## {self.t('second-round')}"
        yield ""
        if comparison is not None:
            counts = {"fixed": comparison.fixed, "remaining": comparison.remaining, "new": comparison.new_findings}
            yield self.t("gap-counts", **{key: len(found) for key, found in counts.items()})
            yield ""
        if self.report.closures:
            yield f"### {self.t('comments')}"
            yield ""
            for closure in self.report.closures:
                yield from self.closure(closure)
        if comparison is not None:
            yield f"### {self.t('changes')}"
            yield ""
            changed = comparison.turned("regressed", "worse", "opened", "fixed", "better", "only-new", "only-old")
            yield from table(
                (self.t("requirement"), self.t("before"), self.t("now"), self.t("reading")),
                (
                    (
                        escape(
                            f"{change.id} {change.title}"
                            + (f" ({self.report.smart_title(change.smart)})" if change.smart else "")
                        ),
                        self.t(change.before) if change.before else "–",
                        self.t(change.after) if change.after else "–",
                        self.t(change.turn),
                    )
                    for change in changed
                ),
            )

    def closure(self, closure: Closure) -> Iterator[str]:
        yield f"#### {escape(closure.comment.id)}: {self.t(closure.reading)}"
        yield ""
        yield f"> {escape(closure.comment.text)}"
        yield ""
        yield f"{self.t('response')}: {escape(closure.action) or self.t('no-response')}"
        yield ""
        if closure.requirements:
            yield ", ".join(f"{escape(key)} {self.t(status)}" for key, status in closure.requirements)
            yield ""
        for place in closure.nowhere:
            yield self.t("nowhere", place=escape(place))
            yield ""
        for passage in closure.passages:
            if not passage.changed:
                yield f"`{passage.path.replace('`', '')}`: {self.t('unchanged')}"
                yield ""
                continue
            for title, text in (("old-text", passage.before), ("new-text", passage.after)):
                yield f"`{passage.path.replace('`', '')}` {self.t(title)}:"
                yield ""
                yield from fenced(text or self.t("not-there"))
                yield ""

    def money(self) -> Iterator[str]:
        money = self.report.money
        yield f"## {self.t('money')}"
        yield ""
        if money.total is not None:
            yield f"{self.t('stated-total')}: {format_amount(money.total, self.lang)} · {self.t('sum-total')}: {format_amount(money.parts, self.lang)}"
            yield ""
        for title, items in (
            ("money-by-smart", money.by_smart),
            ("money-by-source", money.by_source),
            ("money-by-year", money.by_year),
        ):
            if items:
                yield from table(
                    (self.t(title), self.t("amount")),
                    (
                        (escape(item.name) + (f" ({item.note})" if item.note else ""), format_amount(item.amount, self.lang))
                        for item in items
                    ),
                )

    def kpis(self) -> Iterator[str]:
        yield f"## {self.t('kpis')}"
        yield ""
        heads = ("kpi", "smart", "unit", "direction", "baseline-value", "target-value", "reference")
        yield from table(
            map(self.t, heads),
            (
                (
                    escape(kpi.name or kpi.id) or "–",
                    escape(kpi.smart),
                    escape(kpi.unit) or "–",
                    self.t(kpi.direction) if kpi.direction else "–",
                    self.figure(kpi.baseline, kpi.baseline_year),
                    self.figure(kpi.target, kpi.target_year),
                    escape(kpi.reference) or "–",
                )
                for kpi in self.report.measures
            ),
        )

    def figure(self, value: Fraction | None, year: When | None) -> str:
        told = "–" if value is None else number(value)
        return f"{told} ({format_date(year, self.lang)})" if year else told

    def everything(self) -> Iterator[str]:
        yield f"## {self.t('everything')}"
        yield ""
        for chapter in self.report.chapters:
            yield f"### {chapter.key} {escape(chapter.title)}"
            yield ""
            yield from table(
                map(self.t, ("requirement", "level", "status", "points")),
                (
                    (
                        escape(f"{row.judged.id} {row.judged.title}" + (f" ({row.smart_title})" if row.smart_title else "")),
                        self.t(row.judged.level),
                        self.t(row.judged.status),
                        f"{points(row.judged.share.points)} / {points(row.judged.share.out_of)}",
                    )
                    for row in chapter.rows
                ),
            )

    def faults(self) -> Iterator[str]:
        if self.report.faults:
            yield f"## {self.t('faults')}"
            yield ""
            for finding in self.report.faults:
                yield f"- {finding.code} {escape(finding.file)} {self.t('line', line=finding.span.line)}: {escape(finding.message)} {escape(finding.fix)}"
            yield ""

    def sources(self) -> Iterator[str]:
        if self.report.sources:
            yield f"## {self.t('sources')}"
            yield ""
            for key, title, url in self.report.sources:
                link = f" <{url}>" if url.lower().startswith(LINK_SCHEMES) and not set(url) & set("<> ") else ""
                yield f"- {escape(f'[{key}] {title}')}{link}"
            yield ""


def fenced(text: str) -> Iterator[str]:
    """Give text as a block that nothing in it can end."""
    fence = "`" * max(3, 1 + max(map(len, _FENCE.findall(text)), default=0))
    yield f"{fence}yaml"
    yield str(plain(text)).rstrip()
    yield fence
