"""`smartcert compare OLD NEW`: what is fixed, open, new and worse between two rounds."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace

from smartcert.cli import options as read
from smartcert.cli.check import deliver, question_of
from smartcert.cli.rounds import reviews_of, submission
from smartcert.cli.settings import resolve, start_of
from smartcert.errors import not_one_of
from smartcert.i18n.report import word
from smartcert.i18n.terms import term
from smartcert.render.as_json import compared, text_of
from smartcert.render.numbers import percent_text
from smartcert.render.plain import clean
from smartcert.render.terminal import columns, write
from smartcert.rounds import Closure, Comparison, closures, compare
from smartcert.thai.words import wrap

TURNS = ("regressed", "worse", "opened", "fixed", "better", "remaining", "only-new", "only-old")
STYLES = {"regressed": "head-mandatory", "worse": "head-mandatory", "opened": "head-mandatory", "fixed": "good", "better": "good"}


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
    no_color: bool,
) -> int:
    """Print the comparison. Raises `UsageError` and `CatalogError`."""
    if format not in ("text", "json"):
        raise not_one_of("--format", format, ["text", "json"])
    flags = {"lang": lang, "criteria": criteria, "edition": edition, "profile": profile}
    now = question_of(resolve(flags, start_of((new,))), today)
    then = replace(now, edition=read.edition(old_edition)) if old_edition else now
    spoken = now.lang
    before = submission(read.existing(old), then)
    after = submission(read.existing(new), now, reviews_of(list(reviews)), before)
    comparison = compare(before.assessment, after.assessment)
    closed = closures(after.beside.reviews, after.assessment, after.draft, before.assessment, before.draft.source)
    if format == "json":
        deliver(text_of(compared(comparison, closed)), output)
        return 0
    lines = list(_lines(comparison, closed, spoken, 80 if output else columns(sys.stdout)))
    if output:
        deliver("".join(f"{text}\n" for _, text in lines), output)
    else:
        write(lines, no_color=no_color)
    return 0


def _lines(comparison: Comparison, closed: tuple[Closure, ...], lang: str, width: int) -> Iterator[tuple[str, str]]:
    yield "title", clean(f"{comparison.old.file} → {comparison.new.file}")
    yield "", ""
    yield from _scores(comparison, lang)
    counts = {"fixed": comparison.fixed, "remaining": comparison.remaining, "new": comparison.new_findings}
    for line in wrap(word("gap-counts", lang, **{key: len(found) for key, found in counts.items()}), width):
        yield "", line
    for turn in TURNS:
        changes = comparison.turned(turn)  # type: ignore[arg-type]
        if changes:
            yield "", ""
            yield STYLES.get(turn, "title"), f"{word(turn, lang)} ({len(changes)})"
            for change in changes:
                smart = f" ({change.smart})" if change.smart else ""
                statuses = " → ".join(word(status, lang) if status else "–" for status in (change.before, change.after))
                for line in wrap(f"{change.id}{smart} {change.title}: {statuses}", width, "  "):
                    yield "", line
    if closed:
        yield "", ""
        yield "title", f"{word('comments', lang)} ({len(closed)})"
        for closure in closed:
            head = f"{closure.comment.id} [{word(closure.reading, lang)}] {clean(closure.comment.text)}"
            for line in wrap(head, width, "  "):
                yield "", line
            for line in wrap(f"{word('response', lang)}: {clean(closure.action) or word('no-response', lang)}", width, "    "):
                yield "dim", line


def _scores(comparison: Comparison, lang: str) -> Iterator[tuple[str, str]]:
    verdicts = " → ".join(term(side.verdict, lang) for side in (comparison.old, comparison.new))
    yield f"verdict-{comparison.new.verdict}", f"{term('verdict', lang)}: {verdicts}"
    for key in ("readiness", "completeness", "evidence"):
        shares = [getattr(side.score, key) if side.score else None for side in (comparison.old, comparison.new)]
        yield "", f"  {term(key, lang)}: " + " → ".join(percent_text(share) if share else "–" for share in shares)
