"""`smartcert review new`: a draft of a committee's comments, made from an assessment, for a reviewer to edit."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from smartcert.assessment.result import Assessment
from smartcert.cli import options as read
from smartcert.cli.check import question_of
from smartcert.cli.output import write_new
from smartcert.cli.session import submission
from smartcert.cli.settings import in_thai_unless_stated, resolve, start_of
from smartcert.findings.finding import Finding
from smartcert.proposal.address import written
from smartcert.thai.date import format_date, from_date

HEADS = {
    "th": (
        "# ร่างข้อคิดเห็นจากการตรวจด้วย smartcert โปรดแก้ถ้อยคำ ลบข้อที่ไม่ใช้ และเพิ่มข้อของคณะกรรมการ",
        "# at คือตำแหน่งในข้อเสนอ requirement คือรหัสข้อกำหนด ข้อเสนอรอบต่อไปตอบแต่ละข้อใน responses",
    ),
    "en": (
        "# A draft made by smartcert. Edit the wording, delete what is not meant, add the committee's own.",
        "# `at` is a place of the proposal, `requirement` an id; the next round answers each under `responses`.",
    ),
}
BY = {"th": "(ระบุคณะผู้พิจารณา)", "en": "(name of the committee)"}

ASKED = {
    "th": "ขอให้ปรับปรุงเรื่อง “{title}” โดยพบว่า {seen}",
    "en": "Please revise “{title}”. What was seen: {seen}.",
}
MORE = {"th": " และอีก {count} จุด", "en": "; and {count} more"}
SEEN = 5
"""How many of a requirement's gaps a comment tells; it names the place of every one."""


def run(
    proposal: str,
    *,
    output: str | None,
    lang: str | None,
    criteria: str | None,
    edition: str | None,
    profile: str | None,
    today: str | None,
    force: bool,
    quiet: bool,
) -> int:
    """Write the draft beside the proposal, or where `-o` says, and print where. Raises `UsageError` rather than overwrite somebody's work."""
    flags = {"lang": lang, "criteria": criteria, "edition": edition, "profile": profile}
    question = question_of(in_thai_unless_stated(resolve(flags, start_of((proposal,)))), today)
    judged = submission(read.existing(proposal), question)
    assessment = judged.assessment
    text = "\n".join(draft(assessment, judged.document.source.root)) + "\n"
    if output == "-":
        print(text, end="")
        return 0
    target = (
        Path(output) if output else Path(proposal).with_name(f"review-{assessment.round or 1}.yaml")
    )
    write_new(target, text.encode(), force=force, instead="-o FILE, --force")
    if not quiet:
        print(target)
    return 0


def draft(assessment: Assessment, root: Any) -> Iterator[str]:
    """Yield the lines of a review of a proposal: one comment a requirement, in the order in which the gaps block."""
    lang, number = assessment.lang, assessment.round or 1
    yield from HEADS[lang]
    yield "smartcert-review: 1"
    yield f"round: {number}"
    yield f"date: {quoted(format_date(from_date(assessment.today), lang))}"
    yield f"by: {quoted(BY[lang])}"
    subjects: dict[tuple[str, ...], list[Finding]] = {}
    for finding in assessment.findings:
        if finding.rule.requirement is not None:
            subjects.setdefault(finding.requirements, []).append(finding)
    yield "comments:" if subjects else "comments: []"
    for index, (requirements, found) in enumerate(subjects.items(), 1):
        places = dict.fromkeys(
            written(finding.location.path, root) for finding in found if finding.location.path
        )
        yield f"  - id: R{number}-{index:02}"
        if places:
            yield f"    at: [{', '.join(map(quoted, places))}]"
        yield f"    requirement: [{', '.join(requirements)}]"
        yield f"    text: {quoted(comment(found, lang))}"


def comment(found: list[Finding], lang: str) -> str:
    """Say as a reviewer does what has to be revised, and what was seen at the first places."""
    seen = list(dict.fromkeys(finding.message for finding in found))
    rest = MORE[lang].format(count=len(seen) - SEEN) if len(seen) > SEEN else ""
    return ASKED[lang].format(title=found[0].rule.title, seen="; ".join(seen[:SEEN]) + rest)


def quoted(text: str) -> str:
    """Write text as a double-quoted YAML scalar, which JSON's strings are."""
    import json

    return json.dumps(" ".join(text.split()), ensure_ascii=False)
