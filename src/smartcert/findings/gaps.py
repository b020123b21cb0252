"""Gaps of requirements told as findings: the sentence, the place, the remedy."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from smartcert.catalog.model import Requirement
from smartcert.checks import Gap, Outcome
from smartcert.findings.finding import Finding, Location, RequirementKey, Rule
from smartcert.findings.status import FindingStatus, Level, Status
from smartcert.findings.stub import Stub, stub_of
from smartcert.findings.wording import Wording, clip
from smartcert.messages.codes import code_text
from smartcert.messages.message import message
from smartcert.source.path import FieldPath, dotted, value_at
from smartcert.source.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Applied:
    """One requirement as it applies to a proposal, and what its check found."""

    requirement: Requirement
    smart: str | None
    level: Level
    outcome: Outcome
    status: Status


class GapNarrator:
    """Tells the gaps of one draft."""

    def __init__(self, wording: Wording) -> None:
        self.wording = wording
        self.document = wording.document
        self.source = wording.source
        self.lang = wording.lang

    def gaps(self, applied: list[Applied]) -> list[Finding]:
        """Tell every gap; a section that several gaps come from is told once."""
        holes: dict[FieldPath, list[tuple[Applied, Gap]]] = defaultdict(list)
        for item in applied:
            for gap in item.outcome.gaps:
                if gap.kind == "missing" and (hole := self.hole(gap)) is not None:
                    holes[hole].append((item, gap))
        told: set[int] = set()
        findings: list[Finding] = []
        for hole, found in holes.items():
            if len(found) > 1:
                findings.append(self.section(hole, [item for item, _ in found]))
                told.update(id(gap) for _, gap in found)
        for item in applied:
            # Two parts of a check may miss the same field.
            missed: set[tuple[FieldPath, tuple[str, ...]]] = set()
            for gap in item.outcome.gaps:
                if id(gap) in told or (gap.path, gap.fields) in missed:
                    continue
                if gap.kind == "missing":
                    missed.add((gap.path, gap.fields))
                findings.append(self.gap(item, gap))
            if item.status == "needs-person":
                findings.append(self.person(item))
        return sorted(findings, key=lambda finding: finding.location.span[:2])

    def hole(self, gap: Gap) -> FieldPath | None:
        """Return the highest section that is not there, when what a gap misses lies in one; a single field is no section."""
        path = self.highest_missing(gap)
        spec = self.wording.spec(path) if path is not None else None
        return path if spec is not None and spec.kind in ("section", "list", "by_year") else None

    def highest_missing(self, gap: Gap) -> FieldPath | None:
        """Return the highest place on the way to what a gap misses at which nothing is said."""
        wanted: FieldPath = (
            (*gap.path, *gap.fields[0].split("|")[0].split("."))
            if len(gap.fields) == 1
            else gap.path
        )
        for depth in range(1, len(wanted) + 1):
            path = wanted[:depth]
            if not self.source.exists(path) or not (
                self.source.at(path) or self.has_substance(path)
            ):
                return path
            form = list if isinstance(wanted[min(depth, len(wanted) - 1)], int) else dict
            if (
                depth < len(wanted)
                and not isinstance(self.source.at(path), form)
                and not self.has_substance(path)
            ):
                return path
        return wanted if not self.has_substance(wanted) else None

    def has_substance(self, path: FieldPath) -> bool:
        """Whether anything at a path could be read."""
        return value_at(path, self.document.data) is not None

    def section(self, hole: FieldPath, items: list[Applied]) -> Finding:
        """Tell one missing section for all the requirements that need it."""
        about = tuple(dict.fromkeys((item.requirement.id, item.smart) for item in items))
        ids = tuple(dict.fromkeys(name for name, _ in about))
        by_level = sorted(items, key=lambda item: item.level != "mandatory")
        leader = by_level[0]
        if len(ids) == 1:
            return self.gap(leader, Gap(kind="missing", path=hole[:-1], fields=(str(hole[-1]),)))
        name = self.wording.name(hole)
        text = message(
            "gaps.empty-section" if self.source.exists(hole) else "gaps.missing-section",
            self.lang,
            name=name,
            section=dotted(hole),
            count=len(ids),
            requirements=", ".join(ids),
        )
        return self.finding(
            code="S001",
            item=leader,
            about=about,
            path=hole,
            span=self.source.span(hole, key=True),
            status="missing",
            message=text,
            title=f"{code_text('S001', 'title', self.lang)}: {name}",
            why=leader.requirement.why[self.lang],
            fix=code_text("S001", "fix", self.lang, section=dotted(hole)),
            paste=Stub(
                tuple(
                    dict.fromkeys(stub_of(item.requirement.stub, item.smart) for item in by_level)
                ),
                hole,
            ),
            print_of=("S001",),
        )

    def gap(self, item: Applied, gap: Gap) -> Finding:
        """Tell one gap of one requirement."""
        place = self.place(gap)
        mend = gap.mend or gap.path
        requirement = item.requirement
        sentence = self.sentence(gap, place)
        subject = self.wording.subject(gap.path)
        return self.finding(
            code=requirement.id,
            item=item,
            about=((requirement.id, item.smart),),
            path=place,
            span=self.source.span(place),
            status="partial" if item.status == "partial" else "missing",
            message=sentence if subject in sentence else f"{subject}: {sentence}",
            title=requirement.title[self.lang],
            why=requirement.why[self.lang],
            fix=requirement.fix[self.lang],
            paste=Stub(
                (stub_of(requirement.stub, item.smart),),
                mend,
                gap.fields,
                self.wording.place(mend).labels,
                tuple(gap.fill.items()),
            ),
            print_of=(gap.kind, *gap.fields),
            related=gap.related,
        )

    def person(self, item: Applied) -> Finding:
        """Tell what a person has to judge."""
        requirement = item.requirement
        question = find_question(requirement.check) or requirement.fix
        path = next(iter(item.outcome.asked), ())
        return self.finding(
            code=requirement.id,
            item=item,
            about=((requirement.id, item.smart),),
            path=path,
            span=self.source.span(path),
            status="needs-person",
            message=message("gaps.person", self.lang, question=question[self.lang]),
            title=requirement.title[self.lang],
            why=requirement.why[self.lang],
            fix=requirement.fix[self.lang],
            paste=None,
            print_of=("person",),
        )

    def place(self, gap: Gap) -> FieldPath:
        """Return where a gap is shown: at the empty field itself when its key is there, else where it belongs."""
        for name in gap.fields:
            for option in name.split("|"):
                path = (*gap.path, *option.split("."))
                if self.source.exists(path):
                    return path
        return (
            (*gap.path, gap.fields[0].split("|")[0])
            if len(gap.fields) == 1 and "." not in gap.fields[0]
            else gap.path
        )

    def sentence(self, gap: Gap, place: FieldPath) -> str:
        """Return the sentence of a gap."""
        if gap.say is not None:
            return gap.say[self.lang]
        if gap.kind == "missing":
            if len(gap.fields) == 1 and place in self.document.placeholders:
                return message(
                    "gaps.placeholder", self.lang, written=clip(str(self.source.at(place)))
                )
            if (
                len(gap.fields) == 1
                and self.source.exists(place)
                and _says_anything(self.source.at(place))
            ):
                return message(
                    "gaps.unread", self.lang, fields=self.wording.field(gap.path, gap.fields[0])
                )
            fields = self.wording.listed(
                (self.wording.field(gap.path, name) for name in gap.fields), "and"
            )
            return message("gaps.missing", self.lang, fields=fields)
        shown = {key: self.wording.show(key, value, gap) for key, value in gap.params.items()}
        return message(f"gaps.{gap.kind}", self.lang, **shown)

    def finding(
        self,
        *,
        code: str,
        item: Applied,
        about: tuple[RequirementKey, ...],
        path: FieldPath,
        span: Span,
        status: FindingStatus,
        message: str,
        title: str,
        why: str,
        fix: str,
        paste: Stub | None,
        print_of: tuple[str, ...],
        related: tuple[FieldPath, ...] = (),
    ) -> Finding:
        """Make the finding of a requirement."""
        requirement = item.requirement
        file = self.source.name
        return Finding(
            id=self.wording.fingerprint(code, item.smart, path, print_of),
            rule=Rule(
                code=code,
                title=title,
                requirement=requirement.id,
                group=requirement.group,
                why=why,
                basis=requirement.basis,
                sources=requirement.sources,
            ),
            level=item.level,
            status=status,
            location=Location(file, path, span),
            message=message,
            fix=fix,
            about=about,
            smart=item.smart,
            paste=paste,
            related=tuple(Location(file, place, self.source.span(place)) for place in related),
        )


def _says_anything(node: Any) -> bool:
    """Whether a value of the file, or anything below it, is written."""
    if isinstance(node, dict | list):
        return any(map(_says_anything, node.values() if isinstance(node, dict) else node))
    return bool(node)


def find_question(check: Any) -> dict[str, str] | None:
    """Return the question of the first `person` check inside a check."""
    stack = [check]
    while stack:
        node = stack.pop()
        if isinstance(node, dict):
            if "question" in node:
                question: dict[str, str] = node["question"]
                return question
            stack += node.values()
        elif isinstance(node, list):
            stack += node
    return None
