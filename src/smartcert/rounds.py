"""Two rounds side by side: what is fixed, what is open, what got worse, and what became of each of the committee's comments."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from smartcert.assessment import Assessment, Judged, Level
from smartcert.finding import Finding, Path
from smartcert.model.read import Draft
from smartcert.reviews import Comment, Review, leads_nowhere
from smartcert.route import locate
from smartcert.source import Source

Turn = Literal["fixed", "better", "remaining", "worse", "regressed", "opened", "unchanged", "only-old", "only-new"]
"""What became of a requirement. `regressed`: it was met and no longer is; `opened`: it newly applies and is not met;
`only-old` and `only-new`: one of the two does not ask for it."""

Reading = Literal["closed", "answered", "unanswered", "by-person"]
"""What became of a comment: its requirement is met; it is answered and the requirement still open; it has no response and the
requirement is still open; no machine can tell."""

OPEN = ("partial", "missing", "needs-person")
RANK = {"missing": 0, "needs-person": 1, "partial": 1, "met": 2}


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One requirement in two rounds."""

    id: str
    smart: str | None
    group: str
    title: str
    level: Level
    before: str | None
    """Its status then; None where it was not asked."""
    after: str | None
    turn: Turn


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """What the file said at one place, then and now."""

    path: str
    before: str | None
    """Empty where the old file has no such place; None when there is no old file at hand."""
    after: str

    @property
    def changed(self) -> bool:
        """Whether the text is another one than before; it can't be told without the old file."""
        return self.before is not None and self.before != self.after


@dataclass(frozen=True, slots=True, kw_only=True)
class Closure:
    """One comment, the city's response, what changed, and how that reads."""

    comment: Comment
    review: Review
    action: str
    where: tuple[str, ...]
    passages: tuple[Passage, ...]
    requirements: tuple[tuple[str, str], ...]
    """The requirements it is about, with their status now."""
    reading: Reading
    nowhere: tuple[str, ...]
    """Places it names that no round has or could have."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """A round held against an earlier one."""

    old: Assessment
    new: Assessment
    changes: tuple[Change, ...]
    fixed: tuple[Finding, ...]
    """Findings of the old round that are gone."""
    dropped: tuple[Finding, ...]
    """Findings of the old round that are gone because nothing asks for them any more."""
    remaining: tuple[Finding, ...]
    """Findings of the new round that the old one had too, be it with more to mend at the same place."""
    new_findings: tuple[Finding, ...]
    """Findings that the old round did not have."""

    def turned(self, *turns: Turn) -> tuple[Change, ...]:
        """Give the changes of some kinds."""
        return tuple(change for change in self.changes if change.turn in turns)


def compare(old: Assessment, new: Assessment) -> Comparison:
    """Hold a round against an earlier one. Findings are told apart by fingerprint, so moved lines and renamed files do not matter."""
    before = {finding.id for finding in old.findings}
    after = {finding.id for finding in new.findings}
    gone = [finding for finding in old.findings if finding.id not in after]
    come = [finding for finding in new.findings if finding.id not in before]
    left = dict(_kept(gone, come))
    gone = [finding for finding in gone if finding.id not in left]
    asked = {(row.id, row.smart) for row in new.requirements}
    dropped = {finding.id for finding in gone if finding.requirement and not _is_asked(finding, asked)}
    rest = before.union(*left.values())
    return Comparison(
        old=old,
        new=new,
        changes=tuple(_changes(old, new)),
        fixed=tuple(finding for finding in gone if finding.id not in dropped),
        dropped=tuple(finding for finding in gone if finding.id in dropped),
        remaining=tuple(finding for finding in new.findings if finding.id in rest),
        new_findings=tuple(finding for finding in new.findings if finding.id not in rest),
    )


def _kept(gone: list[Finding], come: list[Finding]) -> Iterator[tuple[str, set[str]]]:
    """Give the old findings that go on as others: of the same requirement, at the same place, inside it or around it."""
    at: dict[tuple[str, str], set[str]] = {}
    below: dict[tuple[str, str], set[str]] = {}
    for finding in come:
        for name in finding.requirements:
            at.setdefault((name, finding.path), set()).add(finding.id)
            for place in _around(finding.path):
                below.setdefault((name, place), set()).add(finding.id)
    for finding in gone:
        same: set[str] = set()
        for name in finding.requirements:
            same |= below.get((name, finding.path), set())
            for place in _around(finding.path):
                same |= at.get((name, place), set())
        if same:
            yield finding.id, same


def _around(path: str) -> Iterator[str]:
    """Give a place and those it lies in, but the whole file."""
    while path:
        yield path
        path = path[: max(path.rfind("."), path.rfind("["), 0)]


def _is_asked(finding: Finding, asked: set[tuple[str, str | None]]) -> bool:
    """Tell whether any of the requirements of a finding is asked; a missing section may stand for many, and for many Smarts."""
    ids = {name for name, _ in asked}
    return any((name, finding.smart) in asked or (len(finding.requirements) > 1 and name in ids) for name in finding.requirements)


def _changes(old: Assessment, new: Assessment) -> Iterator[Change]:
    before = {(row.id, row.smart): row for row in old.requirements}
    after = {(row.id, row.smart): row for row in new.requirements}
    for key in dict.fromkeys([*after, *before]):
        then, now = before.get(key), after.get(key)
        row = now or then
        assert row is not None
        yield Change(
            id=row.id,
            smart=row.smart,
            group=row.group,
            title=row.title,
            level=row.level,
            before=then.status if then else None,
            after=now.status if now else None,
            turn=_turn(then, now),
        )


def _turn(then: Judged | None, now: Judged | None) -> Turn:
    if now is None:
        return "only-old"
    if then is None:
        return "only-new"
    if then.status == now.status:
        return "remaining" if now.status in OPEN else "unchanged"
    if now.status in ("not-applicable", "waived"):
        return "fixed" if then.status in OPEN else "unchanged"
    if then.status in ("not-applicable", "waived"):
        return "opened" if now.status in OPEN else "unchanged"
    if now.status == "met":
        return "fixed"
    if then.status == "met":
        return "regressed"
    return "better" if RANK[now.status] > RANK[then.status] else "worse" if RANK[now.status] < RANK[then.status] else "remaining"


def closures(reviews: Sequence[Review], new: Assessment, draft: Draft, old: Source | None = None) -> tuple[Closure, ...]:
    """Give what became of every comment, with the text at its places then (when the old file is at hand) and now."""
    answers: dict[str, list[dict[str, Any]]] = {}
    for answer in draft.data.get("responses") or ():
        if answer and answer.get("comment"):
            answers.setdefault(answer["comment"], []).append(answer)
    return tuple(
        _closure(comment, review, answers.get(comment.id, []), new, draft.source, old)
        for review in reviews
        for comment in review.comments
    )


def _closure(
    comment: Comment, review: Review, answers: list[dict[str, Any]], new: Assessment, source: Source, old: Source | None
) -> Closure:
    where = tuple(place for answer in answers for place in answer.get("where") or () if place)
    places = dict.fromkeys([*comment.at, *where])
    statuses = tuple(_statuses(comment, new))
    return Closure(
        comment=comment,
        review=review,
        action="\n".join(answer["action"] for answer in answers if answer.get("action")),
        where=where,
        passages=tuple(_passages(places, source, old)),
        requirements=statuses,
        reading=_reading([status for _, status in statuses], bool(answers)),
        nowhere=tuple(
            place for place in comment.at if leads_nowhere(place, [side for side in (source, old) if side is not None])
        ),
    )


def _statuses(comment: Comment, new: Assessment) -> Iterator[tuple[str, str]]:
    """Give the status of each requirement a comment names; of one that each Smart is asked, only the Smart it speaks of."""
    spoken = {place.split(".")[1] for place in comment.at if place.startswith("services.") and place.count(".")}
    for row in new.requirements:
        if row.id in comment.requirements and (row.smart is None or not spoken or row.smart in spoken):
            yield f"{row.id}/{row.smart}" if row.smart else row.id, row.status


def _reading(statuses: list[str], answered: bool) -> Reading:
    judged = [status for status in statuses if status not in ("not-applicable", "needs-person")]
    if not judged or "needs-person" in statuses:
        return "by-person" if answered else "unanswered"
    if all(status in ("met", "waived") for status in judged):
        return "closed"
    return "answered" if answered else "unanswered"


def _passages(places: dict[str, None], source: Source, old: Source | None) -> Iterator[Passage]:
    for place in places:
        before = text_at(old, locate(place, old.root)) if old is not None else None
        after = text_at(source, locate(place, source.root))
        if before or after:
            yield Passage(path=place, before=before, after=after)


def text_at(source: Source, path: Path) -> str:
    """Give the lines of a file at one place, as they are written, without their common indentation."""
    return "\n".join(source.excerpt(path)) if path and source.exists(path) else ""
