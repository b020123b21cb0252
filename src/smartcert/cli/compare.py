"""`smartcert compare OLD NEW`: what is fixed, open, new and worse between two rounds."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from itertools import groupby

from smartcert.assessment.score import percent_text
from smartcert.cli import options as read
from smartcert.cli.check import question_of
from smartcert.cli.job_summary import commands_stopped
from smartcert.cli.output import deliver, free
from smartcert.cli.session import earlier_round, reviews_of, submission
from smartcert.cli.settings import resolve, start_of
from smartcert.errors import UnreadableError, not_one_of
from smartcert.findings.finding import Finding
from smartcert.messages.report import word
from smartcert.messages.terms import term
from smartcert.render.json_ import compared, text_of
from smartcert.render.phrases import edition as told_edition
from smartcert.render.phrases import (
    told_counts,
    told_criteria,
    told_readings,
    told_review,
    told_worse,
)
from smartcert.render.sanitize import for_terminal
from smartcert.render.terminal import columns, write
from smartcert.rounds.comparison import Change, CommentOutcome, Comparison, closures, compare
from smartcert.rounds.text_diff import Passage
from smartcert.thai.words import wrap

TURNS = ("regressed", "worse", "opened", "fixed", "better", "remaining", "only-new", "only-old")
STYLES = {
    "regressed": "head-mandatory",
    "worse": "head-mandatory",
    "opened": "head-mandatory",
    "fixed": "good",
    "better": "good",
}

SHOWN, LINES = 10, 6
"""How many items of a list are shown, and lines of a passage, without `--verbose`."""

Line = tuple[str, str]


def run(
    old: str,
    new: str,
    *,
    reviews: tuple[str, ...],
    format: str,
    output: str | None,
    lang: str | None,
    criteria: str | None,
    edition: str | None,
    old_edition: str | None,
    profile: str | None,
    today: str | None,
    verbose: bool,
    no_color: bool,
) -> int:
    """Print the comparison. Raises `UsageError`, `UnreadableError` and `CatalogError`."""
    if format not in ("text", "json"):
        raise not_one_of("--format", format, ["text", "json"])
    if output not in (None, "-"):
        free(output, format, [old, new, *reviews])
    flags = {"lang": lang, "criteria": criteria, "edition": edition, "profile": profile}
    question = question_of(resolve(flags, start_of((new,))), today)
    before = earlier_round(old, question, old_edition)
    after = submission(read.existing(new), question, reviews_of(list(reviews)), before)
    if after.assessment.verdict == "unreadable":
        raise UnreadableError(
            f"อ่านรอบใหม่ไม่ได้: {new}", f"the new round can't be read: {new}", f"smartcert check {new}"
        )
    comparison = compare(before.assessment, after.assessment)
    closed = closures(
        after.attachments.reviews,
        after.assessment,
        after.document,
        before.assessment,
        before.document.source,
    )
    if format == "json":
        deliver(text_of(compared(comparison, closed)), output)
        return 0
    to_file = output not in (None, "-")
    teller = _Teller(
        comparison, closed, question.lang, 80 if to_file else columns(sys.stdout), verbose=verbose
    )
    lines = list(teller.lines())
    if to_file:
        deliver("".join(f"{text}\n" for _, text in lines), output)
    else:
        with commands_stopped():
            write(lines, no_color=no_color)
    return 0


class _Teller:
    """Tells one comparison in lines of a width."""

    def __init__(
        self,
        both: Comparison,
        closed: tuple[CommentOutcome, ...],
        lang: str,
        width: int,
        *,
        verbose: bool,
    ) -> None:
        self.both = both
        self.closed = closed
        self.lang = lang
        self.width = width
        self.verbose = verbose

    def lines(self) -> Iterator[Line]:
        yield from self.head()
        yield from self.scores()
        yield from self.told(told_counts(self.both, self.lang))
        yield from self.told(told_worse(self.both, self.lang))
        if self.closed:
            yield from self.told(told_readings(self.closed, self.lang))
        for turn in TURNS:
            changes = self.both.turned(turn)  # type: ignore[arg-type]
            yield from self.listed(
                word(turn, self.lang), STYLES.get(turn, "title"), list(map(self.change, changes))
            )
        for key, style, found in (
            ("new-gaps", "head-mandatory", self.both.new_findings),
            ("remaining-gaps", "title", self.both.remaining),
            ("fixed-gaps", "good", self.both.fixed),
            ("dropped-gaps", "title", self.both.dropped),
        ):
            yield from self.listed(word(key, self.lang), style, list(map(self.gap, found)))
        for _, group in groupby(self.closed, key=lambda closure: id(closure.review)):
            yield from self.review(list(group))

    def told(self, text: str, indent: str = "", style: str = "") -> Iterator[Line]:
        yield from ((style, line) for line in wrap(for_terminal(text), self.width, indent))

    def head(self) -> Iterator[Line]:
        old, new = self.both.old, self.both.new
        yield "title", for_terminal(f"{old.file} → {new.file}")
        if unlike := told_criteria(self.both, self.lang):
            yield from self.told(unlike, style="head-mandatory")
        else:
            year = told_edition(new.edition, self.lang)
            yield "dim", f"{word('edition', self.lang)} {year} · {new.profile_title}"
        yield "", ""

    def scores(self) -> Iterator[Line]:
        sides = (self.both.old, self.both.new)
        verdicts = " → ".join(term(side.verdict, self.lang) for side in sides)
        yield f"verdict-{self.both.new.verdict}", f"{term('verdict', self.lang)}: {verdicts}"
        for key in ("readiness", "completeness", "evidence"):
            shares = [getattr(side.score, key) if side.score else None for side in sides]
            yield (
                "",
                f"  {term(key, self.lang)}: "
                + " → ".join(percent_text(share) if share else "–" for share in shares),
            )

    def listed(self, title: str, style: str, items: Sequence[str]) -> Iterator[Line]:
        """Yield a list under its title; a long one is cut, and says so."""
        if not items:
            return
        yield "", ""
        yield style, f"{title} ({len(items)})"
        shown = items if self.verbose else items[:SHOWN]
        for item in shown:
            yield from self.told(item, "  ")
        if len(shown) < len(items):
            yield "dim", f"  {word('more-listed', self.lang, count=len(items) - len(shown))}"

    def change(self, change: Change) -> str:
        smart = f" ({change.smart})" if change.smart else ""
        statuses = " → ".join(
            word(status, self.lang) if status else "–" for status in (change.before, change.after)
        )
        return f"{change.id}{smart} {change.title}: {statuses}"

    def gap(self, finding: Finding) -> str:
        place = f" ({finding.location.dotted})" if finding.location.path else ""
        return f"{finding.code} {finding.rule.title}{place}: {finding.message}"

    def review(self, closed: list[CommentOutcome]) -> Iterator[Line]:
        yield "", ""
        yield from self.told(
            f"{told_review(closed[0].review, self.lang)} ({len(closed)})", style="title"
        )
        for closure in closed:
            yield from self.told(
                f"{closure.comment.id} [{word(closure.reading, self.lang)}] {closure.comment.text}",
                "  ",
            )
            answer = closure.action or word("no-response", self.lang)
            yield from self.told(f"{word('response', self.lang)}: {answer}", "    ", "dim")
            for passage in closure.passages:
                yield from self.passage(passage)

    def passage(self, passage: Passage) -> Iterator[Line]:
        """Yield what changed at a place, the old lines and then the new ones."""
        if not passage.changed:
            yield from self.told(f"{passage.path}: {word('unchanged', self.lang)}", "    ", "dim")
            return
        yield from self.told(f"{passage.path}:", "    ", "dim")
        for mark, side in (("-", passage.old or ()), ("+", passage.new)):
            shown = side if self.verbose else side[:LINES]
            for line in shown:
                text = line.text.lstrip()
                indent = " " * (6 + len(line.text) - len(text))
                yield from self.told(f"{mark if line.differs else ' '} {text}", indent)
            if len(shown) < len(side):
                yield "dim", f"      {mark} ⋯"
