"""Holding a draft against a catalog: which requirements apply, what became of each, and what it adds up to.

Pure: the clock, the file system and the terminal are elsewhere. The verdict follows from the catalog, the draft, the annexes
that are there and `today`; nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from smartcert.assessment.evidence import Evidence, named_annexes
from smartcert.assessment.result import Assessment, RequirementResult, Subscore
from smartcert.assessment.score import Score, Share, earned, total
from smartcert.assessment.waivers import TO_COME, Waiver, Waivers
from smartcert.catalog.model import Catalog, Requirement
from smartcert.checks import Check, Context, Outcome, Scope, run
from smartcert.errors import refuse_unknown
from smartcert.findings.faults import fault_findings
from smartcert.findings.finding import Finding, RequirementKey, Suppression
from smartcert.findings.gaps import Applied, gap_findings
from smartcert.findings.status import FINDING_LEVELS, OPEN, Status, Verdict
from smartcert.findings.wording import Wording
from smartcert.proposal.attachments import NO_ATTACHMENTS, Attachments
from smartcert.proposal.document import Document
from smartcert.proposal.fault import Fault
from smartcert.source import Map
from smartcert.source.path import FieldPath
from smartcert.suggest import closest


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """How a proposal is to be judged."""

    catalog: Catalog
    today: date
    lang: str = "th"
    profile: str | None = None
    """None: what the proposal says, or the catalog's usual one."""
    edition: int | None = None
    """None: the catalog's usual one."""
    waivers: Waivers | None = None
    said_by: Mapping[str, str] = field(default_factory=dict)
    """What a message calls `profile` and `edition`: the flag, the variable, or the key with its place that states them."""

    def __post_init__(self) -> None:
        """Refuse a profile or an edition the catalog does not have. Raises `UsageError`."""
        for name, stated, known in (
            ("profile", self.profile, self.catalog.profiles),
            ("edition", self.edition, self.catalog.editions),
        ):
            refuse_unknown(self.said_by.get(name, name), stated, [*known])


def assess(
    document: Document, question: Question, attachments: Attachments = NO_ATTACHMENTS
) -> Assessment:
    """Return the assessment of a proposal and of the files it comes with."""
    return _Assessor(document, question, attachments).assessment()


class _Assessor:
    def __init__(self, document: Document, question: Question, attachments: Attachments) -> None:
        self.document = document
        self.question = question
        self.catalog = question.catalog
        self.attachments = attachments
        self.evidence = Evidence(document.data, attachments.annexes.present)
        self.faults: list[Fault] = [
            *document.faults,
            *attachments.annexes.faults,
            *attachments.faults,
        ]
        self.profile = self.choose_profile()
        self.edition = question.edition or self.catalog.default_edition
        self.context = Context(
            data=document.data,
            today=question.today,
            indicators=self.catalog.indicators,
            source=document.source,
            comments=tuple(
                (comment.id, comment.text)
                for review in attachments.reviews
                for comment in review.comments
            ),
        )
        self.top = Scope(self.context, (), document.data)
        self.declared = self.declared_smarts()
        self.group_order = {key: index for index, key in enumerate(self.catalog.groups)}

    def choose_profile(self) -> str:
        """Take the profile of the command line, then the proposal's, then the catalog's usual one."""
        known = [*self.catalog.profiles]
        written = self.document.data.get("profile")
        if self.question.profile is not None:
            return self.question.profile
        if written is None or written in known:
            return written or self.catalog.default_profile
        used = self.catalog.default_profile
        params = {
            "written": written,
            "used": used,
            "guess": closest(written, known) or "",
            "choices": ", ".join(known),
        }
        self.faults.append(Fault(code="P011", path=("profile",), params=params))
        return used

    def declared_smarts(self) -> tuple[str, ...]:
        """Return the Smarts the file names under `services`, in the catalog's order."""
        root = self.document.source.root
        services = root.get("services") if isinstance(root, Map) else None
        return tuple(
            smart
            for smart in self.catalog.smarts
            if isinstance(services, Map) and smart in services
        )

    def assessment(self) -> Assessment:
        source, lang = self.document.source, self.question.lang
        version = self.document.data.get("smartcert", 1)
        if version != 1:
            self.faults.append(
                Fault(code="P010", path=("smartcert",), params={"written": str(version)})
            )
        wording = Wording(self.document, lang)
        self.faults += [*self.unknown_supports(), *self.unknown_annexes()]
        file_findings = [
            *fault_findings(self.faults, wording),
            *self.waiver_findings(),
            *self.review_findings(),
        ]
        readable = isinstance(source.root, Map)
        judged: list[RequirementResult] = []
        findings: list[Finding] = []
        applied: list[Applied] = []
        if readable:
            applied = [
                item
                for requirement in self.catalog.in_edition(self.edition)
                for item in self.apply(requirement)
            ]
            findings = gap_findings(
                [item for item in applied if item.status != "not-applicable"], wording
            )
            found: dict[RequirementKey, list[str]] = {}
            for finding in findings:
                for key in finding.about:
                    found.setdefault(key, []).append(finding.id)
            judged = [
                self.judge(item, tuple(found.get((item.requirement.id, item.smart), ())))
                for item in applied
            ]
            findings = _suppressed(findings, judged)
        asked = _asked(applied)
        spoken = {finding.location.path for finding in findings}
        findings += [
            finding
            for finding in file_findings
            if finding.code != "P002" or finding.location.path not in spoken
        ]
        findings.sort(
            key=lambda finding: (
                FINDING_LEVELS.index(finding.level),
                self.group_order.get(finding.rule.group or "", len(self.group_order)),
            )
        )
        lines = {
            number: source.line(number)
            for finding in findings
            for number in (finding.location.span.line,)
        }
        name = self.document.told(("area", "name"), lang) or self.document.told(
            ("applicant", "name"), lang
        )
        return Assessment(
            lang=lang,
            today=self.question.today,
            catalog_id=self.catalog.id,
            catalog_title=self.catalog.title[lang],
            catalog_digest=self.catalog.digest,
            edition=self.edition,
            profile=self.profile,
            profile_title=self.catalog.profiles[self.profile].title[lang],
            file=source.name,
            name=name,
            note=self.document.told(("note",), lang),
            round=self.document.data.get("round"),
            digest=source.digest,
            verdict=_verdict(judged) if readable else "unreadable",
            score=_score(judged, _filled(asked)) if readable else None,
            groups=self.parts(applied, judged) if readable else (),
            smarts=self.smart_parts(applied, judged) if readable else (),
            requirements=tuple(judged),
            findings=tuple(findings),
            empty=tuple(path for path, filled in asked.items() if not filled),
            lines=lines,
            files=(
                *self.attachments.annexes.files,
                *(review.file for review in self.attachments.reviews),
            ),
        )

    def unknown_supports(self) -> Iterable[Fault]:
        """Yield the annexes that name a requirement the catalog does not have."""
        known = self.catalog.requirements
        for index, annex in enumerate(self.document.data.get("annexes") or ()):
            for name in (annex or {}).get("supports") or ():
                if name is not None and name.strip() not in known:
                    params = {"written": name, "guess": closest(name, known) or ""}
                    yield Fault(code="P013", path=("annexes", index, "supports"), params=params)

    def unknown_annexes(self) -> Iterable[Fault]:
        """Yield the annexes that a field names and the proposal does not list."""
        listed = [
            annex["id"]
            for annex in self.document.data.get("annexes") or ()
            if annex and "id" in annex
        ]
        known = frozenset(listed)
        for path, names in named_annexes(self.document.data):
            for index, name in enumerate(names):
                if name is not None and name not in known:
                    guess = closest(name, listed) if len(listed) <= 500 else None
                    params = {"written": name, "guess": guess or ""}
                    yield Fault(code="P015", path=(*path, "annex", index), params=params)

    def waiver_findings(self) -> list[Finding]:
        """Tell what is wrong with the waivers, at its place in their file."""
        waivers = self.question.waivers
        if waivers is None:
            return []
        faults = waivers.faults(self.rows_that_can_be(), self.question.today)
        found = fault_findings(faults, Wording(waivers.document, self.question.lang))
        # One that is still to come is listed among what does not count today, and fails nothing.
        return [
            replace(finding, suppression=Suppression(kind="waiver", reason=finding.message))
            if finding.code == TO_COME
            else finding
            for finding in found
        ]

    def rows_that_can_be(self) -> Iterable[RequirementKey]:
        """Yield every requirement of the catalog, with each Smart that it can be asked of."""
        for requirement in self.catalog.requirements.values():
            yield requirement.id, requirement.smart
            if requirement.per_smart:
                yield from ((requirement.id, smart) for smart in self.catalog.smarts)

    def review_findings(self) -> Iterable[Finding]:
        """Tell what is wrong with the committee's reviews, at its place in their files."""
        known = [*self.catalog.requirements]
        rounds = [
            source
            for source in (self.document.source, self.attachments.earlier)
            if source is not None
        ]
        taken: dict[str, str] = {}
        apart = self.told_apart()
        for review in self.attachments.reviews:
            yield from fault_findings(
                review.faults(known, rounds, taken), Wording(review.document, self.question.lang)
            )
            taken |= {
                comment.id: Path(review.file).name
                for comment in review.comments
                if comment.id not in apart
            }

    def told_apart(self) -> set[str]:
        """Return the comment ids whose every response says which round's comment it answers."""
        answers = [
            answer
            for answer in self.document.data.get("responses") or ()
            if answer and "comment" in answer
        ]
        return {answer["comment"] for answer in answers} - {
            answer["comment"] for answer in answers if "round" not in answer
        }

    def apply(self, requirement: Requirement) -> Iterable[Applied]:
        """Yield the requirement as it applies here: not at all, once, or once a declared Smart."""
        if self.profile not in requirement.profiles:
            return
        city = (self.document.data.get("area") or {}).get("type")
        if requirement.per_smart:
            smarts: tuple[str | None, ...] = self.declared
        elif requirement.smart is not None:
            smarts = (requirement.smart,) if requirement.smart in self.declared else ()
        else:
            smarts = (None,)
        for smart in smarts:
            if requirement.types and city not in requirement.types:
                outcome = Outcome(applies=False)
            else:
                outcome = run(Scope(self.context, (), self.document.data, smart), requirement.check)
            level = requirement.level.level(self.profile, city, self.holds)
            yield Applied(
                requirement=requirement,
                smart=smart,
                level=level,
                outcome=outcome,
                status=_status(outcome),
            )

    def holds(self, check: Check) -> bool:
        """Whether the proposal as a whole meets a check."""
        outcome = run(self.top, check)
        return outcome.passed > 0 and not outcome.gaps

    def judge(self, item: Applied, findings: tuple[str, ...]) -> RequirementResult:
        requirement = item.requirement
        counts = item.status == "met" and requirement.evidence_counts and bool(requirement.evidence)
        waiver = self.waiver(item)
        status = "waived" if waiver and not _stays(item) else item.status
        return RequirementResult(
            id=requirement.id,
            group=requirement.group,
            smart=item.smart,
            title=requirement.title[self.question.lang],
            level=item.level,
            basis=requirement.basis,
            status=status,
            weight=requirement.weight,
            share=earned(item.status, requirement.weight),
            backed=self.evidence.backs(requirement.id, item.outcome.asked) if counts else None,
            findings=findings,
            waiver=waiver,
        )

    def waiver(self, item: Applied) -> Waiver | None:
        """Return the waiver that holds for a requirement that is open."""
        if self.question.waivers is None or item.status not in OPEN:
            return None
        return self.question.waivers.active(item.requirement.id, item.smart, self.question.today)

    def parts(
        self, applied: list[Applied], judged: list[RequirementResult]
    ) -> tuple[Subscore, ...]:
        """Return the numbers of each group that asks something here."""
        rows = _by_key((item.group for item in judged), applied, judged)
        return tuple(
            self.part(group.id, group.title, rows[group.id])
            for group in self.catalog.groups.values()
            if group.id in rows
        )

    def smart_parts(
        self, applied: list[Applied], judged: list[RequirementResult]
    ) -> tuple[Subscore, ...]:
        """Return the numbers of each Smart, declared or not."""
        rows = _by_key((item.smart for item in judged), applied, judged)
        return tuple(
            self.part(
                smart.key, smart.title, rows.get(smart.key, []), declared=smart.key in self.declared
            )
            for smart in self.catalog.smarts.values()
        )

    def part(
        self,
        key: str,
        title: dict[str, str],
        rows: list[tuple[Applied, RequirementResult]],
        *,
        declared: bool = True,
    ) -> Subscore:
        """Return the three numbers of some requirements."""
        return Subscore(
            key=key,
            title=title[self.question.lang],
            share=total(judged.share for _, judged in rows),
            completeness=_filled(_asked(applied for applied, _ in rows)),
            evidence=_backed(judged for _, judged in rows),
            declared=declared,
        )


def _by_key(
    keys: Iterable[str | None], applied: list[Applied], judged: list[RequirementResult]
) -> dict[str | None, list[tuple[Applied, RequirementResult]]]:
    rows: dict[str | None, list[tuple[Applied, RequirementResult]]] = {}
    for key, item, row in zip(keys, applied, judged, strict=True):
        rows.setdefault(key, []).append((item, row))
    return rows


def _stays(item: Applied) -> bool:
    """Whether a waiver can only mark it: what is mandatory by official basis stays open."""
    return item.level == "mandatory" and item.requirement.basis == "official"


def _suppressed(findings: list[Finding], judged: list[RequirementResult]) -> list[Finding]:
    """Mark the findings whose every requirement is waived."""
    waived = {
        (row.id, row.smart): row.waiver
        for row in judged
        if row.status == "waived" and row.waiver is not None
    }
    if not waived:
        return findings
    return [
        replace(
            finding,
            status="waived",
            suppression=Suppression(kind="waiver", reason=waived[finding.about[0]].reason),
        )
        if all(key in waived for key in finding.about)
        else finding
        for finding in findings
    ]


def _status(outcome: Outcome) -> Status:
    if outcome.nothing:
        return "not-applicable"
    if not outcome.gaps:
        return "needs-person" if outcome.person else "met"
    return "partial" if outcome.passed or outcome.person else "missing"


def _verdict(judged: list[RequirementResult]) -> Verdict:
    open_levels = {item.level for item in judged if item.status in OPEN}
    if "mandatory" in open_levels:
        return "not-ready"
    return "ready-with-gaps" if open_levels else "ready"


def _asked(applied: Iterable[Applied]) -> dict[FieldPath, bool]:
    """Return each field that is asked for, once however many requirements ask for it, and whether it is filled."""
    asked: dict[FieldPath, bool] = {}
    for item in applied:
        if item.status != "not-applicable":
            for path, filled in item.outcome.asked.items():
                if not filled or path not in asked:
                    asked[path] = filled
    return asked


def _filled(asked: dict[FieldPath, bool]) -> Share:
    return Share(sum(asked.values()), len(asked))


def _backed(judged: Iterable[RequirementResult]) -> Share:
    backed = [item.backed for item in judged if item.backed is not None]
    return Share(sum(backed), len(backed))


def _score(judged: list[RequirementResult], completeness: Share) -> Score:
    return Score(
        readiness=total(item.share for item in judged),
        adjusted=total(item.share for item in judged if item.status != "waived"),
        mandatory=total(item.share for item in judged if item.level == "mandatory"),
        recommended=total(item.share for item in judged if item.level == "recommended"),
        completeness=completeness,
        evidence=_backed(judged),
    )
