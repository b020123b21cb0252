"""The gap report as Markdown, for a pull request or a wiki. The proposal's text can't become markup."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from fractions import Fraction

from smartcert import __version__
from smartcert.finding import Finding
from smartcert.i18n.report import word
from smartcert.i18n.terms import term
from smartcert.model.values import LINK_SCHEMES
from smartcert.render.numbers import percent_text, points
from smartcert.render.page import (
    NAME,
    adjusted,
    baht,
    change,
    clip,
    evidence,
    explained,
    facts,
    figure,
    in_baht,
    next_for,
    passage,
    plain,
    summary,
    summed,
    told_gain,
    told_levels,
    told_owner,
    told_stage,
    told_waiver,
)
from smartcert.report.plan import Step
from smartcert.report.telling import told_counts, told_criteria, told_readings, told_review, told_worse
from smartcert.report.view import Report, Row, Sum
from smartcert.rounds import Change, Closure, Comparison
from smartcert.score import Share

_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~&!])")
_LINK = re.compile(r"@(?=\w)|#(?=\d)|\bGH-(?=\d)|:(?=//)|\bwww(?=\.)", re.IGNORECASE)
"""Where GitHub links, and notifies people, without any markup: mentions, issues and bare addresses."""

_FENCE = re.compile(r"`{3,}")


def escape(text: str) -> str:
    """Make text literal in Markdown, on one line. A space of no width parts what GitHub would link by itself."""
    return _LINK.sub(r"\g<0>&#8203;", _MARKUP.sub(r"\\\1", " ".join(str(plain(text)).split())))


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
            yield from self.projects()
            yield from self.kpis()
            yield from self.everything()
        yield from self.faults()
        yield from self.sources()
        yield f"{self.t('made-by', version=__version__)} · {self.t('not-depa')}"

    def head(self) -> Iterator[str]:
        assessment = self.assessment
        yield f"# {self.t('report')}: {escape(clip(assessment.name or assessment.file, NAME))}"
        yield ""
        yield f"**{self.t('verdict')}: {term(assessment.verdict, self.lang)}**"
        yield ""
        if assessment.score is not None:
            yield summary(self.report)
            yield ""
            yield told_levels(self.report)
            yield ""
            for blocker in self.report.blocking:
                count = f" ({self.t('places', count=blocker.count)})" if blocker.count > 1 else ""
                yield f"- {escape(blocker.title)}{count}"
            if self.report.blocking:
                yield ""
        yield f"> {self.t('not-depa')}"
        yield ""
        yield from table((self.t("item"), self.t("detail")), ((self.t(key), escape(value)) for key, value in facts(self.report)))

    def numbers(self) -> Iterator[str]:
        yield f"## {self.t('numbers')}"
        yield ""
        gauges = [(term(gauge.key, self.lang), gauge.now, gauge.then) for gauge in self.report.gauges]
        yield from self.shares(self.t("figure"), gauges)
        for gauge in self.report.gauges:
            yield f"- {term(gauge.key, self.lang)}: {self.t(f'{gauge.key}-is')}"
        yield ""
        if told := adjusted(self.report):
            yield told
            yield ""
        yield f"## {self.t('arithmetic')}"
        yield ""
        yield f"### {self.t('by-group')}"
        yield ""
        groups = [(f"{item.key} {escape(item.title)}", item) for item in self.report.groups]
        score = self.assessment.score
        yield from self.sums(self.t("group"), groups, score.completeness if score is not None else None)
        yield f"### {self.t('by-smart')}"
        yield ""
        undeclared = f" ({self.t('undeclared')})"
        smarts = [(escape(item.title) + ("" if item.declared else undeclared), item) for item in self.report.smarts]
        yield from self.sums(self.t("smart"), smarts)
        for title, items in next_for(self.report):
            yield f"### {title}"
            yield ""
            yield from (f"- {escape(item)}" for item in items)
            yield ""

    def sums(self, head: str, rows: list[tuple[str, Sum]], fields: Share | None = None) -> Iterator[str]:
        """Give the points of groups or Smarts with their other two numbers, and what they add up to."""
        keys = ("points", "out-of", "percent", *(["before"] if self.report.comparison is not None else []))
        heads = [head, *map(self.t, keys), *(term(key, self.lang) for key in ("completeness", "evidence"))]
        told = [self.sum(name, item.now, item.then, item.completeness, item.evidence) for name, item in rows]
        whole = summed(tuple(item for _, item in rows), fields)
        yield from table(heads, [*told, self.sum(self.t("total"), *whole)])

    def sum(self, name: str, now: Share, then: Share | None, *others: Share) -> list[str]:
        before = [percent_text(then) if then else "–"] if self.report.comparison is not None else []
        return [name, str(points(now.points)), str(points(now.out_of)), percent_text(now), *before, *map(percent_text, others)]

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
        for number, stage in enumerate(plan.stages, 1):
            yield f"{number}. {told_stage(stage, self.lang)}"
        yield ""
        later = explained(self.report)
        for step in plan.steps:
            yield from self.step(step, later.get(step.finding.id))

    def step(self, step: Step, told_at: int | None) -> Iterator[str]:
        finding = step.finding
        smart = f" · {escape(self.report.smart_title(finding.smart))}" if finding.smart else ""
        path = f" · `{finding.path.replace('`', '')}`" if finding.path else ""
        gain = f" · {told_gain(step, self.lang)}" if step.gain else ""
        yield f"### {step.number}. {escape(finding.title)}"
        yield ""
        place = f"{escape(finding.file)} {self.t('line', line=finding.span.line)}"
        yield f"{self.t(finding.level)} · {', '.join(step.codes)}{smart} · {place}{path}{gain}"
        yield ""
        for message in step.messages:
            yield escape(message)
            yield ""
        if told_at is not None:
            yield self.t("see-above", number=told_at)
        else:
            yield f"- **{self.t('fix')}**: {escape(finding.fix)}"
            if finding.why:
                yield f"- **{self.t('why')}**: {escape(finding.why)}"
            if finding.basis:
                keys = " " + escape(f"[{', '.join(finding.sources)}]") if finding.sources else ""
                yield f"- **{self.t('basis')}**: {term(finding.basis, self.lang)}{keys}"
            if suggested := evidence(self.report, finding):
                yield f"- **{self.t('evidence-to-add')}**: {escape('; '.join(suggested))}"
            if finding.stub:
                yield ""
                yield from fenced(finding.stub)
        yield ""
        yield f"{self.t('owner')}: {escape(told_owner(step, self.lang)) or self.t('owner-unknown')}"
        yield ""

    def rounds(self) -> Iterator[str]:
        both = self.report.comparison
        if both is None and not self.report.heard:
            return
        yield f"## {self.t('second-round')}"
        yield ""
        if both is not None:
            yield from self.then_and_now(both)
        if self.report.closures:
            yield f"{told_readings(self.report.closures, self.lang)} {self.t('reading-is')}"
            yield ""
        if both is not None:
            yield from self.figures(both)
        if self.report.heard:
            yield from self.comments()
        if both is not None:
            turns = both.turned("opened", "fixed", "better", "only-new", "only-old")
            yield from self.changes("changes", turns)
            yield from self.findings(both)

    def comments(self) -> Iterator[str]:
        for heard in self.report.heard:
            yield f"### {escape(told_review(heard.review, self.lang))}"
            yield ""
            if not heard.closures:
                yield self.t("no-comments")
                yield ""
            for closure in heard.closures:
                yield from self.closure(closure)

    def then_and_now(self, both: Comparison) -> Iterator[str]:
        yield told_counts(both, self.lang)
        yield ""
        yield told_worse(both, self.lang)
        yield ""

    def figures(self, both: Comparison) -> Iterator[str]:
        if told := told_criteria(both, self.lang):
            yield f"> {escape(told)}"
            yield ""
        yield from self.changes("regressions", both.turned("regressed", "worse"))
        rows = [(self.t("verdict"), term(both.old.verdict, self.lang), term(both.new.verdict, self.lang), "")]
        for gauge in self.report.gauges:
            before = percent_text(gauge.then) if gauge.then else "–"
            rows.append((term(gauge.key, self.lang), before, percent_text(gauge.now), change(gauge.now, gauge.then)))
        yield from table(map(self.t, ("figure", "before", "now", "change")), rows)

    def changes(self, title: str, turns: tuple[Change, ...]) -> Iterator[str]:
        if not turns:
            return
        yield f"### {self.t(title)}"
        yield ""
        rows = (
            (
                escape(f"{turn.id} {turn.title}") + self.about(turn.smart),
                self.t(turn.before) if turn.before else "–",
                self.t(turn.after) if turn.after else "–",
                self.t(turn.turn),
            )
            for turn in turns
        )
        yield from table(map(self.t, ("requirement", "before", "now", "reading")), rows)

    def findings(self, both: Comparison) -> Iterator[str]:
        yield f"### {self.t('gaps-then-now')}"
        yield ""
        yield from self.gaps("new-gaps", both.new_findings)
        yield from self.gaps("remaining-gaps", both.remaining)
        yield from self.gaps("fixed-gaps", both.fixed)
        yield from self.gaps("dropped-gaps", both.dropped)

    def gaps(self, title: str, findings: tuple[Finding, ...]) -> Iterator[str]:
        if findings:
            yield f"#### {self.t(title)} ({len(findings)})"
            yield ""
            for finding in findings:
                yield f"- {finding.code} {escape(finding.title)}{self.about(finding.smart)}: {escape(finding.message)}"
            yield ""

    def about(self, smart: str | None) -> str:
        return f" ({escape(self.report.smart_title(smart))})" if smart else ""

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
        for lost in closure.nowhere:
            yield self.t("nowhere", place=escape(lost))
            yield ""
        for place in closure.passages:
            path = f"`{place.path.replace('`', '')}`"
            if place.old is not None and not place.changed:
                yield f"{path}: {self.t('unchanged')}"
                yield ""
                continue
            sides = [("new-text" if place.changed else "present-text", passage(place.new))]
            if place.old is not None:
                sides.insert(0, ("old-text", passage(place.old)))
            for title, text in sides:
                yield f"{path} {self.t(title)}:"
                yield ""
                yield from fenced(text or self.t("not-there"), "text")
                yield ""

    def money(self) -> Iterator[str]:
        money = self.report.money
        yield f"## {self.t('money')}"
        yield ""
        if money.total is not None:
            yield f"{self.t('stated-total')}: {in_baht(money.total, self.lang)} · {self.t('sum-total')}: {in_baht(money.parts, self.lang)}"
            yield ""
        if money.invested:
            yield f"{self.t('invested')}: {in_baht(money.invested, self.lang)}"
            yield ""
        tables = (
            ("by-smart", "smart", money.by_smart),
            ("by-source", "source", money.by_source),
            ("by-year", "year", money.by_year),
        )
        if not any(items for _, _, items in tables):
            yield self.t("no-money")
            yield ""
        for title, head, items in tables:
            if items:
                yield f"### {self.t(f'money-{title}')}"
                yield ""
                rows = [(escape(item.name) + (f" ({item.note})" if item.note else ""), baht(item.amount)) for item in items]
                total = (self.t("total"), baht(sum((item.amount for item in items), Fraction(0))))
                yield from table((self.t(head), self.t("amount")), [*rows, total])

    def projects(self) -> Iterator[str]:
        yield f"## {self.t('timeline')}"
        yield ""
        if not self.report.bars:
            yield self.t("no-projects")
            yield ""
            return
        yield from table(
            map(self.t, ("project", "smart", "start", "end", "project-status")),
            (
                (
                    escape(bar.name),
                    escape(bar.smart),
                    figure(None, bar.start, self.lang),
                    figure(None, bar.end, self.lang),
                    self.t(bar.status) if bar.status else "–",
                )
                for bar in self.report.bars
            ),
        )

    def kpis(self) -> Iterator[str]:
        yield f"## {self.t('kpis')}"
        yield ""
        if not self.report.measures:
            yield self.t("no-kpis")
            yield ""
            return
        yield from table(
            map(self.t, ("kpi", "smart", "unit", "direction", "baseline-value", "target-value", "reference")),
            (
                (
                    escape(kpi.name),
                    escape(kpi.smart),
                    escape(kpi.unit),
                    self.t(kpi.direction) if kpi.direction else "–",
                    figure(kpi.baseline, kpi.baseline_year, self.lang),
                    figure(kpi.target, kpi.target_year, self.lang),
                    escape(kpi.reference) or "–",
                )
                for kpi in self.report.measures
            ),
        )

    def everything(self) -> Iterator[str]:
        yield f"## {self.t('everything')}"
        yield ""
        for chapter in self.report.chapters:
            yield f"### {chapter.key} {escape(chapter.title)}"
            yield ""
            yield from table(map(self.t, ("requirement", "level", "status", "points", "basis")), map(self.row, chapter.rows))

    def row(self, row: Row) -> tuple[str, ...]:
        judged = row.judged
        waived = f": {escape(told_waiver(judged.waiver, self.lang))}" if judged.waiver else ""
        sources = "".join(" " + escape(f"[{key}]") for key in row.requirement.sources)
        return (
            escape(f"{judged.id} {judged.title}") + self.about(judged.smart),
            self.t(judged.level),
            self.t(judged.status) + waived,
            f"{points(judged.share.points)} / {points(judged.share.out_of)}",
            term(judged.basis, self.lang) + sources,
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


def fenced(text: str, kind: str = "yaml") -> Iterator[str]:
    """Give text as a block that nothing in it can end."""
    fence = "`" * max(3, 1 + max(map(len, _FENCE.findall(text)), default=0))
    yield f"{fence}{kind}"
    yield str(plain(text)).rstrip()
    yield fence
