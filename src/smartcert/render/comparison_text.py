"""A comparison of two rounds as text for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from smartcert.assessment.score import METRICS, percent_text
from smartcert.findings.finding import Finding
from smartcert.messages.message import message
from smartcert.render import phrases
from smartcert.render.number_format import edition
from smartcert.render.sanitize import for_terminal
from smartcert.rounds.comments import CommentOutcome
from smartcert.rounds.comparison import Change, ChangeKind, Comparison
from smartcert.rounds.text_diff import Passage
from smartcert.thai.words import wrap

_KINDS: tuple[ChangeKind, ...] = (
    "regressed",
    "worse",
    "opened",
    "fixed",
    "better",
    "remaining",
    "only-new",
    "only-old",
)
_STYLES = {
    "regressed": "head-mandatory",
    "worse": "head-mandatory",
    "opened": "head-mandatory",
    "fixed": "good",
    "better": "good",
}

SHOWN = 10
"""How many items of a list are shown without `verbose`."""

SHOWN_LINES = 6
"""How many lines of a passage are shown without `verbose`."""

Line = tuple[str, str]


def render(
    both: Comparison, outcomes: tuple[CommentOutcome, ...], width: int, *, verbose: bool
) -> Iterator[Line]:
    """Yield the lines of a comparison: a style and the text of each."""
    return _Page(both, outcomes, width, verbose).lines()


@dataclass(frozen=True, slots=True)
class _Page:
    both: Comparison
    outcomes: tuple[CommentOutcome, ...]
    width: int
    verbose: bool

    @property
    def lang(self) -> str:
        return self.both.new.lang

    def lines(self) -> Iterator[Line]:
        """Yield all of it: what the two are, the numbers, then each list."""
        yield from self.head()
        yield from self.scores()
        yield from self.wrapped(phrases.gap_counts(self.both, self.lang))
        yield from self.wrapped(phrases.regressions(self.both, self.lang))
        if text := phrases.dropping(self.both, self.lang):
            yield from self.wrapped(text, style="head-mandatory")
        if self.outcomes:
            yield from self.wrapped(phrases.responses(self.outcomes, self.lang))
        for kind in _KINDS:
            changes = [self.change(change) for change in self.both.of_kind(kind)]
            yield from self.listed(
                message(f"names.changes.{kind}", self.lang), _STYLES.get(kind, "title"), changes
            )
        for key, style, found in (
            ("report.new-gaps", "head-mandatory", self.both.new_findings),
            ("report.remaining-gaps", "title", self.both.remaining),
            ("report.fixed-gaps", "good", self.both.fixed),
            ("report.dropped-gaps", "title", self.both.dropped),
        ):
            say = self.mended if found is self.both.fixed else self.gap
            yield from self.listed(message(key, self.lang), style, list(map(say, found)))
        for _, group in groupby(self.outcomes, key=lambda outcome: id(outcome.review)):
            yield from self.review(list(group))

    def wrapped(self, text: str, indent: str = "", style: str = "") -> Iterator[Line]:
        yield from ((style, line) for line in wrap(for_terminal(text), self.width, indent))

    def head(self) -> Iterator[Line]:
        old, new = self.both.old, self.both.new
        yield "title", for_terminal(f"{old.file} → {new.file}")
        if unlike := phrases.other_criteria(self.both, self.lang):
            yield from self.wrapped(unlike, style="head-mandatory")
        else:
            year = edition(new.edition, self.lang)
            yield "dim", f"{message('report.edition', self.lang)} {year} · {new.profile_title}"
        yield "", ""

    def scores(self) -> Iterator[Line]:
        sides = (self.both.old, self.both.new)
        verdicts = " → ".join(
            message(f"names.verdicts.{side.verdict}", self.lang) for side in sides
        )
        yield (
            f"verdict-{self.both.new.verdict}",
            f"{message('report.verdict', self.lang)}: {verdicts}",
        )
        for key in METRICS:
            shares = [getattr(side.score, key) if side.score else None for side in sides]
            yield (
                "",
                f"  {message(f'names.metrics.{key}', self.lang)}: "
                + " → ".join(percent_text(share) if share else "–" for share in shares),
            )
        if score := self.both.new.score:
            yield from self.wrapped(phrases.basis(score, self.lang), "  ", style="dim")

    def listed(self, title: str, style: str, items: Sequence[str]) -> Iterator[Line]:
        """Yield a list under its title; a long one is cut, and says so."""
        if not items:
            return
        yield "", ""
        yield style, f"{title} ({len(items)})"
        shown = items if self.verbose else items[:SHOWN]
        for item in shown:
            yield from self.wrapped(item, "  ")
        if len(shown) < len(items):
            yield (
                "dim",
                f"  {message('report.more-listed', self.lang, count=len(items) - len(shown))}",
            )

    def change(self, change: Change) -> str:
        smart = f" ({change.smart})" if change.smart else ""
        statuses = " → ".join(
            message(f"names.statuses.{status}", self.lang) if status else "–"
            for status in (change.before, change.after)
        )
        told = f"{change.id}{smart} {change.title}: {statuses}"
        if change in self.both.by_dropping:
            told += f" ({message('report.dropped-only', self.lang)})"
        if change.judgement is None:
            return told
        return f"{told} ({phrases.judgement(change.judgement, self.lang)})"

    def mended(self, finding: Finding) -> str:
        said = phrases.then_and_now(finding, self.both, self.lang)
        return f"{self.named(finding)}: {said}"

    def gap(self, finding: Finding) -> str:
        return f"{self.named(finding)}: {finding.message}"

    def named(self, finding: Finding) -> str:
        place = f" ({finding.location.dotted})" if finding.location.path else ""
        return f"{finding.code} {finding.rule.title}{place}"

    def review(self, outcomes: list[CommentOutcome]) -> Iterator[Line]:
        yield "", ""
        yield from self.wrapped(
            f"{phrases.review(outcomes[0].review, self.lang)} ({len(outcomes)})", style="title"
        )
        for outcome in outcomes:
            reading = "; ".join(phrases.response(outcome, self.lang))
            text = f"{outcome.comment.id} [{reading}] {outcome.comment.text}"
            yield from self.wrapped(text, "  ")
            asked = [
                f"{key} {message(f'names.statuses.{status}', self.lang)}"
                for key, status in outcome.requirements
            ]
            if asked:
                label = message("report.requirement", self.lang)
                yield from self.wrapped(f"{label}: {', '.join(asked)}", "    ", "dim")
            answer = outcome.action or message("report.no-response", self.lang)
            yield from self.wrapped(
                f"{message('report.response', self.lang)}: {answer}", "    ", "dim"
            )
            for passage in outcome.passages:
                yield from self.passage(passage)

    def passage(self, passage: Passage) -> Iterator[Line]:
        """Yield what changed at a place, the old lines and then the new ones."""
        if not passage.changed:
            yield from self.wrapped(
                f"{passage.path}: {message('report.unchanged', self.lang)}", "    ", "dim"
            )
            return
        yield from self.wrapped(f"{passage.path}:", "    ", "dim")
        for mark, side in (("-", passage.old or ()), ("+", passage.new)):
            shown = side if self.verbose else side[:SHOWN_LINES]
            for line in shown:
                text = line.text.lstrip()
                indent = " " * (6 + len(line.text) - len(text))
                yield from self.wrapped(f"{mark if line.differs else ' '} {text}", indent)
            if len(shown) < len(side):
                yield "dim", f"      {mark} ⋯"
