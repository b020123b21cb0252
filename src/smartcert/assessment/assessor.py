"""Holding a proposal against a catalog: what became of each requirement, and what it adds up to.

Pure: the clock, the file system and the terminal are elsewhere. The verdict follows from the
catalog, the proposal, the annexes that are there and `today`; nothing else.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import NamedTuple

from smartcert.assessment.applicability import Applicability
from smartcert.assessment.doubts import doubted
from smartcert.assessment.evidence import Evidence
from smartcert.assessment.file_faults import file_findings
from smartcert.assessment.question import Question
from smartcert.assessment.result import Assessment, RequirementResult, Subscore
from smartcert.assessment.score import Score, Share, by_basis, earned, total
from smartcert.assessment.screening import screened
from smartcert.assessment.waivers import Waiver
from smartcert.catalog.model import Catalog
from smartcert.findings.finding import Finding, RequirementKey, Suppression
from smartcert.findings.gaps import Applied, gap_findings
from smartcert.findings.place import Places
from smartcert.findings.readings import readings
from smartcert.findings.status import FINDING_LEVELS, OPEN, Verdict
from smartcert.findings.wording import Wording
from smartcert.proposal.attachments import NO_ATTACHMENTS, Attachments
from smartcert.proposal.document import Document
from smartcert.proposal.fault import Code
from smartcert.proposal.recognition import says_it_is_ours
from smartcert.source import Map
from smartcert.source.path import FieldPath


class _Judged(NamedTuple):
    """A requirement as it was asked, and what became of it."""

    applied: Applied
    result: RequirementResult


def assess(
    document: Document, question: Question, attachments: Attachments = NO_ATTACHMENTS
) -> Assessment:
    """Return the assessment of a proposal and of the files it comes with.

    Never raises for what they say: a file that can't be read has the verdict `unreadable`. Raises
    `CatalogError` where the catalog's checks have no end.
    """
    screening = screened(document, knows_samples=question.knows_samples)
    document = screening.document
    source, catalog, lang = document.source, question.catalog, question.lang
    applicability = Applicability(document, question, attachments)
    profile = applicability.profile
    wording = Wording(document, lang)
    is_readable = isinstance(source.root, Map)
    applied = [*applicability.applied()] if is_readable else []
    applied = doubted(applied, screening, document.data)
    judging = None
    if any(review.judgements for review in attachments.reviews):
        from smartcert.assessment.judging import Judging

        judging = Judging(document, attachments, question.today)
        applied = judging.settled(applied, catalog)
    faults = file_findings(document, question, attachments, wording, judging)
    gaps = gap_findings([item for item in applied if item.status != "not-applicable"], wording)
    rows = _rows(applied, gaps, question, Evidence(document.data, attachments.annexes.present))
    results = _with_judged_texts([row.result for row in rows], applied, wording.places)
    asked = _asked(applied)
    findings = _in_order(_marked(gaps, results), faults, catalog)
    lines = {finding.location.span.line for finding in findings}
    if not document.data and not says_it_is_ours(source):
        # Somebody else's file, with what its owner keeps in it, is told of and never quoted.
        lines.clear()
    return Assessment(
        lang=lang,
        today=question.today,
        catalog_id=catalog.id,
        catalog_title=catalog.title[lang],
        catalog_digest=catalog.digest,
        edition=applicability.edition,
        profile=profile,
        profile_title=catalog.profiles[profile].title[lang],
        file=source.name,
        name=document.text(("area", "name"), lang) or document.text(("applicant", "name"), lang),
        note=document.text(("note",), lang),
        round=document.data.get("round"),
        digest=source.digest,
        verdict=_verdict(results) if is_readable else "unreadable",
        score=_score(results, _filled(asked)) if is_readable else None,
        groups=_groups(rows, question) if is_readable else (),
        smarts=_smarts(rows, question, applicability.smarts) if is_readable else (),
        requirements=tuple(results),
        findings=tuple(findings),
        empty=tuple(path for path, filled in asked.items() if not filled),
        mendable=sum(bool(fault.edits) for fault in source.faults),
        readings=readings(wording),
        substance=screening.substance,
        lines={number: source.line(number) for number in lines},
        files=(*attachments.annexes.files, *(review.file for review in attachments.reviews)),
    )


def _rows(
    applied: list[Applied], gaps: list[Finding], question: Question, evidence: Evidence
) -> list[_Judged]:
    """Return what became of each requirement, with the ids of its findings."""
    found: dict[RequirementKey, list[str]] = defaultdict(list)
    for finding in gaps:
        for key in finding.about:
            found[key].append(finding.id)
    return [
        _Judged(item, _result(item, tuple(found.get(item.key, ())), question, evidence))
        for item in applied
    ]


def _result(
    item: Applied, findings: tuple[str, ...], question: Question, evidence: Evidence
) -> RequirementResult:
    requirement = item.requirement
    wants_annex = (
        item.status == "met" and requirement.evidence_counts and bool(requirement.evidence)
    )
    waiver = _waiver(item, question)
    is_idle = requirement.counts == "when-violated" and item.status == "met"
    weight = 0 if is_idle else requirement.weight
    # What is mandatory by official basis a waiver can only mark: it stays open.
    stays = item.level == "mandatory" and requirement.basis == "official"
    return RequirementResult(
        id=requirement.id,
        group=requirement.group,
        smart=item.smart,
        title=requirement.title[question.lang],
        level=item.level,
        basis=requirement.basis,
        status="waived" if waiver is not None and not stays else item.status,
        weight=weight,
        counts=requirement.counts,
        share=earned(item.status, weight),
        backed=evidence.backs(requirement.id, item.outcome.asked) if wants_annex else None,
        findings=findings,
        waiver=waiver,
        judgement=item.judgement,
    )


def _with_judged_texts(
    results: list[RequirementResult], applied: list[Applied], places: Places
) -> list[RequirementResult]:
    """Add what a person has to judge, or judged, to the requirements where one is asked."""
    if all(item.status != "needs-person" and item.judgement is None for item in applied):
        return results
    from smartcert.assessment.judged_text import judged_text

    return [
        result._replace(judged_text=judged_text(item, places))
        if item.status == "needs-person" or item.judgement is not None
        else result
        for result, item in zip(results, applied, strict=True)
    ]


def _waiver(item: Applied, question: Question) -> Waiver | None:
    """Return the waiver that holds for a requirement that is open."""
    if question.waivers is None or item.status not in OPEN:
        return None
    return question.waivers.active(item.requirement.id, item.smart, question.today)


def _marked(gaps: list[Finding], results: list[RequirementResult]) -> list[Finding]:
    """Set the findings aside whose every requirement is waived."""
    reasons = {
        result.key: result.waiver.reason
        for result in results
        if result.status == "waived" and result.waiver is not None
    }
    if not reasons:
        return gaps
    return [
        finding._replace(
            status="waived",
            suppression=Suppression(kind="waiver", reason=reasons[finding.about[0]]),
        )
        if all(key in reasons for key in finding.about)
        else finding
        for finding in gaps
    ]


def _in_order(gaps: list[Finding], faults: list[Finding], catalog: Catalog) -> list[Finding]:
    """Return all findings: what blocks first, then by group; no placeholder twice."""
    spoken = {finding.location.path for finding in gaps}
    left = [
        fault
        for fault in faults
        if fault.code not in (Code.PLACEHOLDER, Code.NO_ANSWER) or fault.location.path not in spoken
    ]
    groups = {key: index for index, key in enumerate(catalog.groups)}

    def order(finding: Finding) -> tuple[int, int]:
        group = groups.get(finding.rule.group or "", len(groups))
        return FINDING_LEVELS.index(finding.level), group

    return sorted([*gaps, *left], key=order)


def _groups(rows: list[_Judged], question: Question) -> tuple[Subscore, ...]:
    """Return the numbers of each group that asks something here."""
    found = _by(lambda result: result.group, rows)
    return tuple(
        _subscore(group.id, group.title[question.lang], found[group.id])
        for group in question.catalog.groups.values()
        if group.id in found
    )


def _smarts(
    rows: list[_Judged], question: Question, declared: tuple[str, ...]
) -> tuple[Subscore, ...]:
    """Return the numbers of each Smart, declared or not."""
    found = _by(lambda result: result.smart, rows)
    return tuple(
        _subscore(
            smart.key,
            smart.title[question.lang],
            found.get(smart.key, []),
            declared=smart.key in declared,
        )
        for smart in question.catalog.smarts.values()
    )


def _by(
    key: Callable[[RequirementResult], str | None], rows: list[_Judged]
) -> dict[str | None, list[_Judged]]:
    found: dict[str | None, list[_Judged]] = defaultdict(list)
    for row in rows:
        found[key(row.result)].append(row)
    return found


def _subscore(key: str, title: str, rows: list[_Judged], *, declared: bool = True) -> Subscore:
    return Subscore(
        key=key,
        title=title,
        share=total(row.result.share for row in rows),
        completeness=_filled(_asked(row.applied for row in rows)),
        evidence=_backed(row.result for row in rows),
        declared=declared,
    )


def _verdict(results: list[RequirementResult]) -> Verdict:
    open_levels = {result.level for result in results if result.status in OPEN}
    if "mandatory" in open_levels:
        return "not-ready"
    return "ready-with-gaps" if open_levels else "ready"


def _score(results: list[RequirementResult], completeness: Share) -> Score:
    return Score(
        readiness=total(result.share for result in results),
        adjusted=total(result.share for result in results if result.status != "waived"),
        mandatory=total(result.share for result in results if result.level == "mandatory"),
        recommended=total(result.share for result in results if result.level == "recommended"),
        completeness=completeness,
        evidence=_backed(results),
        basis=by_basis(
            (result.basis, result.share) for result in results if result.level == "mandatory"
        ),
    )


def _asked(applied: Iterable[Applied]) -> dict[FieldPath, bool]:
    """Return each field that is asked for and whether it is filled.

    However many requirements ask for it, it is one field, and filled when it is so for each.
    """
    asked: dict[FieldPath, bool] = {}
    for item in applied:
        if item.status != "not-applicable":
            for path, filled in item.outcome.asked.items():
                if not filled or path not in asked:
                    asked[path] = filled
    return asked


def _filled(asked: dict[FieldPath, bool]) -> Share:
    return Share(sum(asked.values()), len(asked))


def _backed(results: Iterable[RequirementResult]) -> Share:
    backed = [result.backed for result in results if result.backed is not None]
    return Share(sum(backed), len(backed))
