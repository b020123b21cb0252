"""The gap report as a Word document that an office can edit, with tables to fill in: the official form of its contents."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from typing import Any

from smartcert import __version__
from smartcert.finding import Finding
from smartcert.i18n.report import word
from smartcert.i18n.terms import term
from smartcert.passages import Passage
from smartcert.render.cells import Bar, Scale
from smartcert.render.document import CODE, LEFT, LIST, LONG, RIGHT, SHORT, Page
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
    quoted,
    summary,
    summed,
    told_gain,
    told_levels,
    told_owner,
    told_stage,
    told_waiver,
)
from smartcert.report.charts import stripes, timeline
from smartcert.report.plan import Step
from smartcert.report.telling import told_counts, told_criteria, told_readings, told_review, told_worse
from smartcert.report.view import Report, Row, Sum
from smartcert.rounds import Change, Closure
from smartcert.score import Share
from smartcert.thai.date import OFFSET

BEFORE = 4
"""The column of the earlier round in tables of points."""

UPRIGHT, ASIDE = SHORT - LEFT - RIGHT, LONG - LEFT - RIGHT
"""How wide text is, in centimetres, on an upright sheet and on its side."""


def render(report: Report) -> bytes:
    """Give the report as a DOCX file. The same report gives the same bytes."""
    writer = _Writer(report)
    writer.write()
    return writer.page.packed()


GROUNDS = {"ready": "E5F3EA", "ready-with-gaps": "FDF1D8", "not-ready": "FBE7E9", "unreadable": "FBE7E9"}
"""What verdicts are laid on."""

YEARS = 4
"""How many years are named above the time line at most."""


class _Writer:
    """Writes one report, chapter by chapter."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.assessment = report.assessment
        self.lang = report.lang
        self.page = Page(self.t("report"), f"smartcert {__version__}", self.assessment.today)

    def t(self, key: str, **params: object) -> str:
        return word(key, self.lang, **params)

    def heads(self, *keys: str) -> list[str]:
        return [self.t(key) if key else "" for key in keys]

    def write(self) -> None:
        self.head()
        if self.assessment.score is not None:
            self.numbers()
            self.then_and_now()
            # Tables to fill in need the width of a sheet on its side.
            self.page.turn(landscape=True)
            self.action_plan()
            self.comments()
            self.page.turn(landscape=False)
            self.rounds()
            self.steps()
            self.money()
            self.projects()
            self.kpis()
            self.everything()
        self.faults()
        self.sources()
        self.appendix()

    def head(self) -> None:
        page, assessment = self.page, self.assessment
        page.title(self.t("report"))
        page.paragraph(clip(assessment.name or assessment.file, NAME), bold=True)
        page.banner(f"{self.t('verdict')}: {term(assessment.verdict, self.lang)}", GROUNDS[assessment.verdict])
        page.paragraph(summary(self.report) if assessment.score is not None else self.t("unreadable-why"))
        if assessment.score is not None:
            page.paragraph(told_levels(self.report))
        for blocker in self.report.blocking:
            count = f" ({self.t('places', count=blocker.count)})" if blocker.count > 1 else ""
            page.paragraph(f"{blocker.title}{count}", style="List Bullet")
        rows = [(self.t(key), value) for key, value in facts(self.report)]
        page.table(self.heads("item", "detail"), rows, (4.5, UPRIGHT - 4.5))
        page.paragraph(self.t("not-depa"))

    def numbers(self) -> None:
        report, page = self.report, self.page
        page.heading(self.t("numbers"), 1)
        self.shares("figure", [self.share(term(gauge.key, self.lang), gauge.now, gauge.then) for gauge in report.gauges])
        for gauge in report.gauges:
            page.labelled(term(gauge.key, self.lang), self.t(f"{gauge.key}-is"))
        if told := adjusted(report):
            page.paragraph(told)
        page.heading(self.t("arithmetic"), 1)
        page.heading(self.t("by-group"), 2)
        self.sums("group", report.groups)
        page.heading(self.t("by-smart"), 2)
        self.sums("smart", report.smarts)
        for title, items in next_for(report):
            page.heading(title, 2)
            for item in items:
                page.paragraph(item, style="List Bullet")

    def sums(self, head: str, parts: tuple[Sum, ...]) -> None:
        """Add the points of groups or Smarts with their other two numbers, and what they add up to."""
        rows: list[list[object]] = []
        for part in parts:
            name = f"{part.key} {part.title}" if head == "group" else part.title
            if part.declared:
                rows.append(self.share(name, part.now, part.then, part.completeness, part.evidence))
            else:
                before = percent_text(part.then) if part.then else "–"
                rows.append([f"{name} ({self.t('undeclared')})", "", "–", "–", before, "–", "–"])
        score = self.assessment.score
        fields = score.completeness if score is not None and head == "group" else None
        self.shares(head, [*rows, self.share(self.t("total"), *summed(parts, fields))])

    def share(self, name: str, now: Share, then: Share | None, *others: Share) -> list[object]:
        before = percent_text(then) if then else "–"
        figures = [f"{points(now.points)} / {points(now.out_of)}", percent_text(now), before, *map(percent_text, others)]
        return [name, Bar(0, float(now.value or 0)), *figures]

    def shares(self, head: str, rows: list[list[object]]) -> None:
        """Add a table of points, with the earlier round's percentage when there is one."""
        heads = self.heads(head, "picture", "points", "percent", "before")
        heads += [term(key, self.lang) for key in ("completeness", "evidence")]
        widths = [2.9, 1.9, 2.5, 1.9, 1.9, 2.5, 2.0]
        kept = [index for index in range(len(rows[0])) if self.report.comparison is not None or index != BEFORE]
        widths[0] += UPRIGHT - sum(widths[index] for index in kept)
        cut = [[row[index] for index in kept] for row in rows]
        self.page.table([heads[index] for index in kept], cut, [widths[index] for index in kept], len(kept) - 2, style=LIST)

    def action_plan(self) -> None:
        page, plan = self.page, self.report.plan
        page.heading(self.t("action-plan"), 1)
        for stage in plan.stages:
            page.paragraph(told_stage(stage, self.lang), style="List Number", keep=True)
        if not plan.steps:
            page.paragraph(self.t("nothing-open"))
            return
        rows = (
            (
                step.number,
                f"{', '.join(step.codes)} {step.finding.title}{self.about(step.finding.smart)}: {quoted('; '.join(step.messages))}",
                self.t(step.finding.level),
                told_owner(step, self.lang),
                "",
                "",
            )
            for step in plan.steps
        )
        heads = self.heads("no", "to-do", "level", "owner", "due", "progress")
        page.table(heads, rows, (1.6, ASIDE - 14.7, 3.2, 3.9, 2.6, 3.4))

    def comments(self) -> None:
        if not self.report.heard:
            return
        page = self.page
        page.heading(self.t("comments"), 1)
        if self.report.closures:
            page.paragraph(f"{told_readings(self.report.closures, self.lang)} {self.t('reading-is')}")
        for heard in self.report.heard:
            page.heading(told_review(heard.review, self.lang), 2)
            if not heard.closures:
                page.paragraph(self.t("no-comments"))
                continue
            heads = self.heads("no", "comment", "response", "place", "reading")
            rows = map(self.closure, heard.closures)
            page.table(heads, rows, (1.9, 6.6, 6.6, 5.3, ASIDE - 20.4), style=LIST, whole=False)

    def closure(self, closure: Closure) -> tuple[str, ...]:
        lost = [self.t("nowhere", place=place) for place in closure.nowhere]
        reading = [self.t(closure.reading), *(f"{key} {self.t(status)}" for key, status in closure.requirements)]
        return (
            closure.comment.id,
            closure.comment.text,
            closure.action or self.t("no-response"),
            "\n".join([*(place.path for place in closure.passages), *lost]),
            "\n".join(reading),
        )

    def then_and_now(self) -> None:
        both, page = self.report.comparison, self.page
        if both is None:
            return
        page.heading(self.t("second-round"), 1)
        page.paragraph(told_counts(both, self.lang))
        page.paragraph(told_worse(both, self.lang))
        if told := told_criteria(both, self.lang):
            page.paragraph(told, bold=True)
        self.changes("regressions", both.turned("regressed", "worse"))
        figures = [
            (
                term(gauge.key, self.lang),
                percent_text(gauge.then) if gauge.then else "–",
                percent_text(gauge.now),
                change(gauge.now, gauge.then),
            )
            for gauge in self.report.gauges
        ]
        page.table(self.heads("figure", "before", "now", "change"), figures, (UPRIGHT - 9, 3, 3, 3), 3)

    def changes(self, title: str, turns: tuple[Change, ...]) -> None:
        if not turns:
            return
        self.page.heading(self.t(title), 2)
        rows = [
            (
                f"{turn.id} {turn.title}{self.about(turn.smart)}",
                self.t(turn.before) if turn.before else "–",
                self.t(turn.after) if turn.after else "–",
                self.t(turn.turn),
            )
            for turn in turns
        ]
        self.page.table(self.heads("requirement", "before", "now", "reading"), rows, (UPRIGHT - 9.6, 2.8, 2.8, 4), style=LIST)

    def rounds(self) -> None:
        both, page = self.report.comparison, self.page
        if both is None:
            return
        page.heading(self.t("gaps-then-now"), 1)
        self.changes("changes", both.turned("opened", "fixed", "better", "only-new", "only-old"))
        for key, found in (("new-gaps", both.new_findings), ("remaining-gaps", both.remaining)):
            self.gaps(key, found, [f"{self.titled(finding)}: {quoted(finding.message)}" for finding in found])
        for key, found in (("fixed-gaps", both.fixed), ("dropped-gaps", both.dropped)):
            kinds = Counter(map(self.titled, found))
            self.gaps(
                key,
                found,
                [title + (f" ({self.t('places', count=count)})" if count > 1 else "") for title, count in kinds.items()],
            )

    def gaps(self, key: str, found: tuple[Finding, ...], told: list[str]) -> None:
        if found:
            self.page.heading(f"{self.t(key)} ({len(found)})", 2)
        for line in told:
            self.page.paragraph(line, style="List Bullet")

    def titled(self, finding: Finding) -> str:
        return f"{finding.code} {finding.title}{self.about(finding.smart)}"

    def about(self, smart: str | None) -> str:
        return f" ({self.report.smart_title(smart)})" if smart else ""

    def steps(self) -> None:
        self.page.heading(self.t("first"), 1)
        if not self.report.plan.steps:
            self.page.paragraph(self.t("nothing-open"))
        later = explained(self.report)
        for step in self.report.plan.steps:
            self.step(step, later.get(step.finding.id))

    def step(self, step: Step, told_at: int | None) -> None:
        finding, page = step.finding, self.page
        page.heading(f"{step.number}. {finding.title}{self.about(finding.smart)}", 3)
        place = f"{finding.file} {self.t('line', line=finding.span.line)} · {finding.path or '–'}"
        gain = f" · {told_gain(step, self.lang)}" if step.gain else ""
        page.paragraph(f"{self.t(finding.level)} · {', '.join(step.codes)} · {place}{gain}", keep=True)
        for message in step.messages:
            page.paragraph(quoted(message))
        if told_at is not None:
            page.paragraph(self.t("see-above", number=told_at))
        else:
            self.remedy(finding)
        page.labelled(self.t("owner"), told_owner(step, self.lang) or self.t("owner-unknown"))

    def remedy(self, finding: Finding) -> None:
        """Say how to mend it, why, and who asks."""
        page = self.page
        page.labelled(self.t("fix"), quoted(finding.fix))
        if finding.stub:
            page.paragraph(f"{self.t('stub')}:", bold=True, keep=True)
            page.code(finding.stub)
        if finding.why:
            page.labelled(self.t("why"), quoted(finding.why))
        if finding.basis:
            keys = f" [{', '.join(finding.sources)}]" if finding.sources else ""
            page.labelled(self.t("basis"), term(finding.basis, self.lang) + keys)
        if suggested := evidence(self.report, finding):
            page.labelled(self.t("evidence-to-add"), "; ".join(suggested))

    def money(self) -> None:
        money, page = self.report.money, self.page
        page.heading(self.t("money"), 1)
        if money.total is not None:
            page.labelled(self.t("stated-total"), in_baht(money.total, self.lang))
            page.labelled(self.t("sum-total"), in_baht(money.parts, self.lang))
        if money.invested:
            page.labelled(self.t("invested"), in_baht(money.invested, self.lang))
        tables = (
            ("money-by-smart", "smart", money.by_smart),
            ("money-by-source", "source", money.by_source),
            ("money-by-year", "year", money.by_year),
        )
        if not any(items for _, _, items in tables):
            page.paragraph(self.t("no-money"))
        for title, head, items in tables:
            if items:
                page.heading(self.t(title), 2)
                whole = sum((item.amount for item in items), Fraction(0))
                rows = [
                    (
                        stripe.item.name + (f" ({stripe.item.note})" if stripe.item.note else ""),
                        Bar(0, float(stripe.length)),
                        f"{float(stripe.share):.1f}%",
                        baht(stripe.item.amount),
                    )
                    for stripe in stripes(items)
                ]
                heads = self.heads(head, "picture", "percent", "amount")
                page.table(heads, [*rows, (self.t("total"), "", "", baht(whole))], (UPRIGHT - 10.2, 4, 2.2, 4), 2, style=LIST)

    def projects(self) -> None:
        self.page.heading(self.t("timeline"), 1)
        line = timeline(self.report.bars)
        if line is None:
            self.page.paragraph(self.t("no-projects"))
            return
        mark = {"before": " ◂", "after": " ▸", "": ""}
        rows = (
            (
                f"{span.bar.name}\n" + ", ".join(filter(None, (span.bar.smart, span.bar.status and self.t(span.bar.status)))),
                f"{self.date(span.bar.start)} – {self.date(span.bar.end)}{mark[span.beyond]}",
                Bar(float(span.left), float(span.width)),
            )
            for span in line.spans
        )
        offset = OFFSET if self.lang == "th" else 0
        years = Scale(tuple((str(year + offset), float(left)) for year, left in line.marks(YEARS)))
        heads = [*self.heads("project", "timeline"), years]
        self.page.table(heads, rows, (UPRIGHT - 10.1, 4, 6.1), style=LIST)

    def kpis(self) -> None:
        self.page.heading(self.t("kpis"), 1)
        if not self.report.measures:
            self.page.paragraph(self.t("no-kpis"))
            return
        rows = (
            (
                kpi.name,
                kpi.unit,
                self.t(kpi.direction) if kpi.direction else "–",
                figure(kpi.baseline, kpi.baseline_year, self.lang),
                figure(kpi.target, kpi.target_year, self.lang),
                kpi.reference or "–",
            )
            for kpi in self.report.measures
        )
        heads = self.heads("kpi", "unit", "direction", "baseline-value", "target-value", "reference")
        self.page.table(heads, rows, (UPRIGHT - 12, 2.1, 2, 2.3, 2.3, 3.3), style=LIST)

    def date(self, when: Any) -> str:
        return figure(None, when, self.lang)

    def everything(self) -> None:
        self.page.heading(self.t("everything"), 1)
        for chapter in self.report.chapters:
            self.page.heading(f"{chapter.key} {chapter.title}", 2)
            heads = self.heads("requirement", "level", "status", "basis", "points")
            self.page.table(heads, map(self.row, chapter.rows), (UPRIGHT - 10.8, 2.9, 2.5, 3.7, 1.7), 1, style=LIST)

    def row(self, row: Row) -> tuple[str, ...]:
        judged = row.judged
        smart = f" ({row.smart_title})" if row.smart_title else ""
        waived = f"\n{told_waiver(judged.waiver, self.lang)}" if judged.waiver else ""
        sources = "".join(f" [{key}]" for key in row.requirement.sources)
        return (
            f"{judged.id} {judged.title}{smart}",
            self.t(judged.level),
            f"{self.t(judged.status)}{waived}",
            f"{term(judged.basis, self.lang)}{sources}",
            f"{points(judged.share.points)} / {points(judged.share.out_of)}",
        )

    def faults(self) -> None:
        if self.report.faults:
            self.page.heading(self.t("faults"), 1)
            rows = (
                (
                    finding.code,
                    f"{finding.file} {self.t('line', line=finding.span.line)}",
                    quoted(finding.message),
                    quoted(finding.fix),
                )
                for finding in self.report.faults
            )
            self.page.table(self.heads("code", "place", "found", "fix"), rows, (1.6, 3.6, UPRIGHT - 10.2, 5), style=LIST)

    def sources(self) -> None:
        if self.report.sources:
            self.page.heading(self.t("sources"), 1)
            for key, title, url in self.report.sources:
                self.page.paragraph(f"[{key}] {title} {url}".strip(), style=LIST)

    def appendix(self) -> None:
        """Add what the file said then and now, which few read to its end."""
        if any(closure.passages for closure in self.report.closures):
            self.page.heading(f"{self.t('appendix')}: {self.t('what-changed')}", 1)
        for closure in self.report.closures:
            for place in closure.passages:
                self.passage(closure.comment.id, place)

    def passage(self, comment: str, place: Passage) -> None:
        """Set the old text beside the new one."""
        head = f"{comment} {place.path}"
        new = passage(place.new)
        if place.old is not None and not place.changed:
            self.page.paragraph(f"{head}: {self.t('unchanged')}", style=LIST)
            return
        self.page.paragraph(head, bold=True, style=LIST, keep=True)
        if place.old is None:
            self.page.table(self.heads("present-text"), [(new,)], (UPRIGHT,), style=CODE, whole=False)
        else:
            row = (passage(place.old) or self.t("not-there"), new or self.t("not-there"))
            self.page.table(self.heads("old-text", "new-text"), [row], (UPRIGHT / 2, UPRIGHT / 2), style=CODE, whole=False)
