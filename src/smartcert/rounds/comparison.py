"""Two rounds side by side: what is fixed, what is open, what got worse."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from smartcert.assessment.result import Assessment
from smartcert.assessment.submission import Submission
from smartcert.findings.finding import Finding, RequirementKey
from smartcert.findings.place import Places
from smartcert.findings.status import OPEN, Level, Status
from smartcert.proposal.judgement import Judgement
from smartcert.rounds.dropping import Dropping, dropping, nearness
from smartcert.rounds.text_diff import PresentText, present_text
from smartcert.source.path import FieldPath, enclosing

ChangeKind = Literal[
    "fixed",
    "better",
    "remaining",
    "worse",
    "regressed",
    "opened",
    "unchanged",
    "only-old",
    "only-new",
]
"""What became of a requirement.

`regressed`: it was met and no longer is; `opened`: it newly applies and is not met; `only-old` and
`only-new`: one of the two rounds does not ask for it.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One requirement in two rounds."""

    id: str
    smart: str | None
    group: str
    title: str
    level: Level
    before: Status | None
    """Its status then; None where it was not asked."""
    after: Status | None
    kind: ChangeKind
    judgement: Judgement | None = None
    """What a person judged now, where that is why the status is what it is."""


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
    """Findings of the new round that the old one had too, be it with more to mend there."""
    new_findings: tuple[Finding, ...]
    """Findings that the old round did not have."""
    present: Mapping[str, PresentText] = field(default_factory=dict)
    """What stands now where a finding is gone, by the finding's id.

    Without an entry where nobody knows: the files are not at hand, or the item has no name.
    """
    dropping: Dropping | None = None
    """What the new round says no more; None where that is nothing, or the files are not at hand."""
    by_dropping: tuple[Change, ...] = ()
    """The requirements that are met, or nearer to it, only because something was dropped."""

    @property
    def is_like(self) -> bool:
        """Whether both rounds were held against the same criteria, so that figures compare."""
        return _criteria(self.old) == _criteria(self.new)

    @property
    def worse(self) -> tuple[Change, ...]:
        """The requirements that got worse."""
        return self.of_kind("regressed", "worse")

    @property
    def otherwise(self) -> tuple[Change, ...]:
        """The requirements that changed, and did not get worse."""
        return self.of_kind("opened", "fixed", "better", "only-new", "only-old")

    def of_kind(self, *kinds: ChangeKind) -> tuple[Change, ...]:
        """Return the changes of some kinds."""
        return tuple(change for change in self.changes if change.kind in kinds)


def _criteria(assessment: Assessment) -> tuple[str, int, str]:
    return assessment.catalog_id, assessment.edition, assessment.profile


def compare(old: Assessment, new: Assessment) -> Comparison:
    """Hold a round against an earlier one.

    Findings are told apart by fingerprint, so moved lines and renamed files do not matter.
    """
    before = {finding.id for finding in old.findings}
    after = {finding.id for finding in new.findings}
    unseen = [finding for finding in old.findings if finding.id not in after]
    come = [finding for finding in new.findings if finding.id not in before]
    is_like = _criteria(old) == _criteria(new)
    going_on = dict(_going_on(unseen, come, any_rule=not is_like))
    gone = [finding for finding in unseen if finding.id not in going_on]
    asked = {row.key for row in new.requirements}
    dropped = {finding.id for finding in gone if finding.about and not _is_asked(finding, asked)}
    known = before.union(*going_on.values())
    return Comparison(
        old=old,
        new=new,
        changes=tuple(_changes(old, new)),
        fixed=tuple(finding for finding in gone if finding.id not in dropped),
        dropped=tuple(finding for finding in gone if finding.id in dropped),
        remaining=tuple(finding for finding in new.findings if finding.id in known),
        new_findings=tuple(finding for finding in new.findings if finding.id not in known),
    )


def compare_rounds(old: Submission, new: Submission) -> Comparison:
    """Hold a round against an earlier one, and say what stands where findings are gone."""
    both = compare(old.assessment, new.assessment)
    then, now = Places(old.document), Places(new.document)
    present = {}
    for finding in both.fixed:
        old_path = finding.location.path
        is_here = old_path and finding.location.file == then.source.name
        if not is_here or not _is_named(old_path, then):
            continue
        path = _again(old_path, then, now)
        present[finding.id] = (
            present_text(path, now.source, old_path, then.source, both.new.lang)
            if path
            else PresentText("", differs=True)
        )
    gone = dropping(old, new.document)
    explained = tuple(_explained(both, gone)) if gone is not None and both.is_like else ()
    return replace(both, present=present, dropping=gone, by_dropping=explained)


def _explained(both: Comparison, gone: Dropping) -> Iterator[Change]:
    """Yield the changes for the better that come from dropping alone."""
    alone = {row.key: row.status for row in gone.alone.requirements}
    for change in both.changes:
        status = alone.get((change.id, change.smart))
        if change.before is not None and change.after is not None and status is not None:
            reached = min(nearness(change.after), nearness(status))
            if nearness(change.before) < reached == nearness(change.after):
                yield change


def _is_named(path: FieldPath, places: Places) -> bool:
    """Whether every item on the way has a name; a number may be another's in the other round."""
    return all(
        label is not None and not (label.key == "" and label.text.startswith("#"))
        for step, label in zip(path, places.at(path).labels, strict=True)
        if isinstance(step, int)
    )


def _again(path: FieldPath, then: Places, now: Places) -> FieldPath | None:
    """Return where a place of the old round is in the new one, its items by what they are called.

    None where an item is not there any more.
    """
    found: FieldPath = ()
    for step, label in zip(path, then.at(path).labels, strict=True):
        if label is None:
            found = (*found, step)
            continue
        items = range(len(now.at(found).node or ()))
        called = ((*found, index) for index in items)
        same = next((at for at in called if now.at(at).labels[-1] == label), None)
        if same is None:
            return None
        found = same
    return found


def _going_on(
    gone: list[Finding], come: list[Finding], *, any_rule: bool
) -> Iterator[tuple[str, set[str]]]:
    """Yield the ids of old findings that go on as others, each with the ids of those.

    They are of the same requirement, at the same place, inside it or around it. A fault of a value
    goes on as the gap of whatever requirement asks for it; with `any_rule`, as between two editions
    of the criteria, so does every finding.
    """
    at_path: dict[FieldPath, list[Finding]] = defaultdict(list)
    at: dict[tuple[str, FieldPath], set[str]] = defaultdict(set)
    at_or_below: dict[tuple[str, FieldPath], set[str]] = defaultdict(set)
    for finding in come:
        path = finding.location.path
        at_path[path].append(finding)
        for name in finding.requirements:
            at[name, path].add(finding.id)
            for place in enclosing(path):
                at_or_below[name, place].add(finding.id)
    for finding in gone:
        path = finding.location.path
        ids = {
            other.id
            for other in at_path.get(path, ())
            if path and (any_rule or not finding.about or not other.about)
        }
        for name in finding.requirements:
            ids |= at_or_below.get((name, path), set())
            for place in enclosing(path):
                ids |= at.get((name, place), set())
        if ids:
            yield finding.id, ids


def _is_asked(finding: Finding, asked: set[RequirementKey]) -> bool:
    """Whether any of the requirements of a finding is asked.

    A missing section may stand for many, and for many Smarts.
    """
    ids = {name for name, _ in asked}
    stands_for_many = len(finding.requirements) > 1
    return any(
        (name, finding.smart) in asked or (stands_for_many and name in ids)
        for name in finding.requirements
    )


def _changes(old: Assessment, new: Assessment) -> Iterator[Change]:
    before = {row.key: row for row in old.requirements}
    after = {row.key: row for row in new.requirements}
    for key in dict.fromkeys([*after, *before]):
        row = after.get(key) or before[key]
        then = before[key].status if key in before else None
        now = after[key].status if key in after else None
        yield Change(
            id=row.id,
            smart=row.smart,
            group=row.group,
            title=row.title,
            level=row.level,
            before=then,
            after=now,
            kind=turn(then, now),
            judgement=after[key].judgement if key in after else None,
        )


def turn(then: Status | None, now: Status | None) -> ChangeKind:
    """Return what became of a requirement by its status in both rounds."""
    if now is None:
        return "only-old"
    if then is None:
        return "only-new"
    match then in OPEN, now in OPEN:
        case True, True:
            nearer = nearness(now) - nearness(then)
            return "better" if nearer > 0 else "worse" if nearer < 0 else "remaining"
        case True, False:
            return "fixed"
        case False, True:
            return "regressed" if then == "met" else "opened"
        case _:
            return "unchanged"
