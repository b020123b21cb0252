"""`smartcert review new`: a draft of a committee's comments, made from an assessment, for a reviewer to edit."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from smartcert.assessment import Assessment
from smartcert.cli import options as read
from smartcert.cli.check import question_of
from smartcert.cli.output import write_new
from smartcert.cli.rounds import submission
from smartcert.cli.settings import in_thai_unless_stated, resolve, start_of
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
) -> int:
    """Write the draft beside the proposal, or where `-o` says. Raises `UsageError` rather than overwrite somebody's work."""
    flags = {"lang": lang, "criteria": criteria, "edition": edition, "profile": profile}
    question = question_of(in_thai_unless_stated(resolve(flags, start_of((proposal,)))), today)
    assessment = submission(read.existing(proposal), question).assessment
    text = "\n".join(draft(assessment)) + "\n"
    if output == "-":
        print(text, end="")
        return 0
    target = Path(output) if output else Path(proposal).with_name(f"review-{assessment.round or 1}.yaml")
    write_new(target, text.encode(), force=force, instead="-o FILE, --force")
    print(target)
    return 0


def draft(assessment: Assessment) -> Iterator[str]:
    """Give the lines of a review: one comment a gap, in the order in which the gaps block."""
    lang, number = assessment.lang, assessment.round or 1
    yield from HEADS[lang]
    yield "smartcert-review: 1"
    yield f"round: {number}"
    yield f"date: {quoted(format_date(from_date(assessment.today), lang))}"
    yield f"by: {quoted(BY[lang])}"
    gaps = [finding for finding in assessment.findings if finding.requirement is not None]
    yield "comments:" if gaps else "comments: []"
    for index, finding in enumerate(gaps, 1):
        yield f"  - id: R{number}-{index:02}"
        if finding.path:
            yield f"    at: {quoted(finding.path)}"
        yield f"    requirement: [{', '.join(finding.requirements)}]"
        yield f"    text: {quoted(f'{finding.title}: {finding.message} {finding.fix}')}"


def quoted(text: str) -> str:
    """Write text as a double-quoted YAML scalar, which JSON's strings are."""
    import json

    return json.dumps(" ".join(text.split()), ensure_ascii=False)
