"""An assessment as text for a terminal: what blocks first, each gap at its line, the arithmetic.

Lines break between words, which Thai does not space; nothing is framed on the right.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple, TypeVar

from smartcert.assessment.result import Assessment
from smartcert.assessment.score import Score, percent_text, points
from smartcert.findings.finding import Finding, Location
from smartcert.findings.readings import notes
from smartcert.findings.status import LEVELS, FindingLevel
from smartcert.messages.message import message
from smartcert.messages.names import named
from smartcert.proposal.fault import Code
from smartcert.render import phrases
from smartcert.render.ci import marking, reason
from smartcert.render.number_format import edition
from smartcert.render.sanitize import for_line, for_terminal
from smartcert.thai.date import format_date, from_date
from smartcert.thai.words import width, wrap

SHOWN = 20
"""How many findings of one kind are shown without `--verbose`."""

AROUND = 1_000
"""Characters of a line that are looked at before a place and behind it."""

LONGEST_NAME = 200
"""Characters of a city's name."""

HEADINGS: dict[FindingLevel, str] = {
    "mandatory": "terminal.lists.blocks",
    "recommended": "terminal.lists.recommended",
    "fault": "terminal.lists.faults",
}

Item = TypeVar("Item")

Line = tuple[str, str]
"""A style and the text of one line; the style is a name of `render.terminal`, or empty."""

BLANK: Line = ("", "")


class Style(NamedTuple):
    """How much is shown, and how wide."""

    columns: int = 80
    verbose: bool = False
    quiet: bool = False
    shown: int = SHOWN
    """How many findings of one kind are shown when not verbose."""


def render(assessment: Assessment, style: Style) -> Iterator[Line]:
    """Yield the lines of one assessment, whatever is in its file or its catalog."""
    lines = _ResultText(assessment, style).lines()
    return ((name, for_line(text)) for name, text in lines)


class _ResultText(NamedTuple):
    assessment: Assessment
    style: Style

    @property
    def lang(self) -> str:
        return self.assessment.lang

    def lines(self) -> Iterator[Line]:
        """Yield all of it, or the numbers alone where it is to be quiet."""
        if not self.style.quiet:
            yield from self.head()
            yield from self.gaps()
            yield from self.readings()
            yield from self.set_aside()
            yield from self.judged()
            if not self.assessment.findings and self.assessment.score:
                yield BLANK
                yield "good", self.say("terminal.lists.all-well")
            yield BLANK
        yield from self.result()
        yield from self.baseline()

    def say(self, key: str, **params: object) -> str:
        return message(key, self.lang, **params)

    def wrapped(self, text: str, style: str = "", indent: str = "") -> Iterator[Line]:
        columns = self.style.columns
        return ((style, line) for line in wrap(for_terminal(text), columns, indent))

    def head(self) -> Iterator[Line]:
        found, lang = self.assessment, self.lang
        name = found.name[:LONGEST_NAME] or found.file
        if found.round:
            name += " · " + self.say("terminal.round", round=found.round)
        yield from self.wrapped(name, "title")
        year = self.say("terminal.edition", edition=edition(found.edition, lang))
        profile = self.say("terminal.profile", title=found.profile_title, profile=found.profile)
        day = format_date(from_date(found.today), lang)
        yield from self.wrapped(f"{found.file} · {found.catalog_id} {year}", "dim")
        yield from self.wrapped(f"{profile} · {day}", "dim")
        if found.note:
            yield from self.wrapped(found.note[:LONGEST_NAME], "title")
        if found.substance:
            yield from self.wrapped(phrases.substance(found.substance, lang), "head-fault")
        if told := phrases.implausible(found):
            yield from self.wrapped(told, "head-fault")

    def gaps(self) -> Iterator[Line]:
        counting = self.assessment.counting
        faults = sum(finding.level == "fault" for finding in counting)
        if 0 < faults < len(counting):
            yield BLANK
            text = self.say("terminal.lists.faults-below", count=faults)
            yield from self.wrapped(text, "head-fault")
        for level, heading in HEADINGS.items():
            found = [finding for finding in counting if finding.level == level]
            if found:
                yield BLANK
                yield f"head-{level}", self.say(heading, count=len(found))
                yield from self.findings(found)
        yield from self.repairs()

    def repairs(self) -> Iterator[Line]:
        """Yield the command that mends what can be mended."""
        found = self.assessment
        if found.mendable and found.file != "-":
            yield BLANK
            text = self.say("terminal.lists.mendable", count=found.mendable, file=found.file)
            yield from self.wrapped(text, "good")

    def cut(self, found: Sequence[Item]) -> Sequence[Item]:
        """Return the items of a list that are shown."""
        return found if self.style.verbose else found[: self.style.shown]

    def findings(self, found: list[Finding]) -> Iterator[Line]:
        titles = {part.key: part.title for part in self.assessment.groups}
        group: str | None = None
        explained: set[str] = set()
        shown = self.cut(found)
        for finding in shown:
            if finding.rule.group not in (group, None):
                yield BLANK
                heading = f"{finding.rule.group} {titles.get(finding.rule.group or '', '')}"
                yield from self.wrapped(heading, "group")
            group = finding.rule.group
            yield BLANK
            yield from self.finding(finding)
            what = finding.rule.title if finding.code == Code.MISSING_SECTION else finding.code
            if finding.level == "fault":
                what += finding.fix  # The remedy of a slip is its own line, as it should be.
            if what not in explained or self.style.verbose:
                yield from self.remedy(finding)
            explained.add(what)
        if len(found) > len(shown):
            yield BLANK
            yield "dim", self.say("terminal.lists.more", count=len(found) - len(shown))

    def finding(self, finding: Finding) -> Iterator[Line]:
        titles = {part.key: part.title for part in self.assessment.smarts}
        about = f" ({titles[finding.smart]})" if finding.smart else ""
        yield "place", finding.location.place
        title = f"{finding.code}{about} {finding.rule.title}"
        yield from self.wrapped(title, f"code-{finding.level}", "  ")
        yield from self.wrapped(finding.message, "", "  ")
        if finding.location.file == self.assessment.file:
            yield from self.excerpt(finding)
        for other in finding.related:
            see = f"  {self.say('terminal.labels.see')}: {other.place} {other.dotted}"
            yield "dim", see.rstrip()

    def remedy(self, finding: Finding) -> Iterator[Line]:
        rule = finding.rule
        keys = f" [{', '.join(rule.sources)}]" if rule.sources else ""
        basis = named("bases", rule.basis, self.lang) + keys if rule.basis else ""
        for label, text in (
            (self.say("terminal.labels.why"), rule.why),
            (self.say("terminal.labels.fix"), finding.fix),
            (self.say("terminal.labels.basis"), basis),
        ):
            if text:
                yield from self.wrapped(f"{label}: {text}", "dim", "  ")
        if finding.stub:
            yield "dim", f"  {self.say('terminal.labels.stub')}:"
            for line in finding.stub.rstrip().splitlines():
                yield "stub", f"    {line}"

    def excerpt(self, finding: Finding) -> Iterator[Line]:
        """Yield the line of the file itself, with carets under what is meant."""
        span = finding.location.span
        text = self.assessment.lines.get(span.line, "")
        if not text or text.isspace():
            return
        cut = max(0, span.column - 1 - AROUND)
        start = span.column - 1 - cut
        end = span.end_column - 1 - cut if span.end_line == span.line else len(text) - cut
        text = text[cut : cut + start + AROUND]
        margin = f"  {span.line} | "
        room = self.style.columns - len(margin) - 1
        offset = _offset(text, start, room)
        before = ("…" if offset or cut else "") + for_terminal(text[offset:start])
        visible = before + for_terminal(text[start:])
        if width(visible) > room:
            while width(visible) >= room:
                visible = visible[: -max(1, (width(visible) - room) // 2)]
            visible += "…"
        yield "source", f"{margin}{visible}"
        carets = max(1, min(width(for_terminal(text[start:end])), room - width(before)))
        yield "caret", f"{' ' * (len(margin) - 2)}| {' ' * width(before)}{'^' * carets}"

    def set_aside(self) -> Iterator[Line]:
        """Yield what does not count today in one line each, and the waivers that only mark."""
        found, lang = self.assessment, self.lang
        aside, marked = found.set_aside, found.marked
        if not aside and not marked:
            return
        yield BLANK
        yield "title", self.say("terminal.lists.set-aside", count=len(aside) + len(marked))
        ends = {row.id: row.waiver.until for row in found.requirements if row.waiver is not None}
        shown = self.cut(aside)
        for finding in shown:
            head = f"{finding.location.line} {finding.code} {finding.rule.title}"
            text = f"{head} [{reason(finding, lang)}]"
            if end := ends.get(finding.code):
                text += f" ({self.say('terminal.labels.until', date=format_date(end, lang))})"
            yield from self.wrapped(text, "dim", "  ")
        if len(aside) > len(shown):
            more = self.say("terminal.lists.more", count=len(aside) - len(shown))
            yield "dim", f"  {more}"
        for row in marked:
            yield from self.wrapped(f"{row.id} {row.title}: {marking(row, lang)}", "dim", "  ")

    def judged(self) -> Iterator[Line]:
        """Yield what people judged where no machine can, with their names."""
        found = self.assessment.judged
        if not found:
            return
        yield BLANK
        yield "title", self.say("terminal.lists.judged", count=len(found))
        for row in self.cut(found):
            if row.judgement is not None:
                said = phrases.judgement(row.judgement, self.lang)
                yield from self.wrapped(f"{row.judgement.name} {row.title}: {said}", "dim", "  ")
        if len(found) > len(self.cut(found)):
            more = self.say("terminal.lists.more", count=len(found) - len(self.cut(found)))
            yield "dim", f"  {more}"

    def readings(self) -> Iterator[Line]:
        """Yield what was read loosely in one line a kind; when verbose, each at its place."""
        found = self.assessment.readings
        if not found:
            return
        yield BLANK
        yield "title", self.say("terminal.lists.readings", count=len(found))
        lines = notes(found, self.lang)
        if self.style.verbose:
            file = self.assessment.file
            lines = [
                f"{Location(file, one.path, one.span).line} {one.code} {one.told}" for one in found
            ]
        for line in lines:
            yield from self.wrapped(line, "dim", "  ")

    def result(self) -> Iterator[Line]:
        """Yield the verdict, the numbers, and how they add up."""
        verdict = self.assessment.verdict
        place = f"{self.assessment.file}: " if self.style.quiet else ""
        text = f"{self.say('report.verdict')}: {named('verdicts', verdict, self.lang)}"
        text += phrases.waiting(self.assessment)
        yield f"verdict-{verdict}", place + text
        score = self.assessment.score
        if score is None:
            return
        yield from self.metrics(score)
        if not self.style.quiet:
            yield from self.counts(score)
        yield from self.wrapped(phrases.basis(score, self.lang), "dim", "  ")
        if self.style.quiet:
            return
        yield from self.arithmetic(score)
        yield from self.wrapped(self.say("terminal.summary.not-depa"), "dim")
        if self.assessment.findings and self.assessment.file != "-":
            step = self.say("terminal.summary.next", file=self.assessment.file)
            yield from self.wrapped(step, "dim")

    def metrics(self, score: Score) -> Iterator[Line]:
        rows = [
            (named("metrics", "readiness", self.lang), score.readiness, "terminal.summary.points"),
            (self.say("terminal.summary.adjusted"), score.adjusted, "terminal.summary.points"),
            (
                named("metrics", "completeness", self.lang),
                score.completeness,
                "terminal.summary.fields",
            ),
            (named("metrics", "evidence", self.lang), score.evidence, "terminal.summary.backed"),
        ]
        if score.adjusted == score.readiness:
            del rows[1]
        for name, share, key in rows:
            text = self.say(key, points=points(share.points), out_of=points(share.out_of))
            yield "", f"  {_pad(name, 14)}{percent_text(share):>7}  {text}"

    def counts(self, score: Score) -> Iterator[Line]:
        for level, share in zip(LEVELS, (score.mandatory, score.recommended), strict=True):
            counts = self.assessment.count(level)
            text = self.say(
                "terminal.summary.counts",
                level=named("levels", level, self.lang),
                points=points(share.points),
                out_of=points(share.out_of),
                met=counts["met"],
                partial=counts["partial"],
                missing=counts["missing"],
                person=counts["needs-person"],
                na=counts["not-applicable"],
            )
            yield from self.wrapped(text, "dim", "  ")

    def arithmetic(self, score: Score) -> Iterator[Line]:
        yield BLANK
        yield "dim", f"{self.say('report.arithmetic')}:"
        total = f"{self.say('terminal.summary.total')} = {percent_text(score.readiness)}"
        groups = [(f"{part.key} {part.title}", part.share) for part in self.assessment.groups]
        for title, share in (*groups, (total, score.readiness)):
            figures = f"{points(share.points):>6} / {points(share.out_of):<5}"
            first, *rest = wrap(for_terminal(title), self.style.columns - 16, "")
            yield "", f"{figures}  {first}"
            yield from (("", f"{' ' * 16}{line}") for line in rest)

    def baseline(self) -> Iterator[Line]:
        """Yield how it stands against a baseline, where one is given."""
        standing = self.assessment.standing
        if standing is None:
            return
        yield from self.wrapped(phrases.baseline(standing, self.lang), "dim")
        if self.style.verbose:
            gone = [self.say("terminal.baseline.fixed", what=what) for what in standing.fixed]
            gone += [self.say("terminal.baseline.dropped", what=what) for what in standing.dropped]
            for text in gone:
                yield from self.wrapped(text, "good", "  ")


def _offset(text: str, start: int, room: int) -> int:
    """Return where a line is shown from: a long one from a little before the place."""
    if width(text) <= room or width(text[:start]) <= room * 2 // 3:
        return 0
    return max(0, min(start - room // 3, len(text) - 1))


def _pad(text: str, columns: int) -> str:
    """Fill up to a display width; Thai marks above and below take no column."""
    return text + " " * max(1, columns - width(text))
