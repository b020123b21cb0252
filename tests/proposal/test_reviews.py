"""Review files: how they are read, what is wrong with them, and the draft of one."""

from __future__ import annotations

import pytest

from smartcert.proposal.reviews import leads_nowhere, read_review
from smartcert.source import read_source
from support import EXAMPLES, assessed, run

PROPOSAL = """smartcert: 1
round: 2
area:
  name: สายธาร
  goals: [{id: G1, text: ลดขยะ}]
revisions: [{round: 1, review: review.yaml}]
services:
  mobility:
    projects: [{id: M1, name: รถเมล์}]
"""


def review(text):
    return read_review(read_source(text.encode(), "review.yaml"))


def test_comments():
    read = review(
        """smartcert-review: 1
round: 1
date: 10 ส.ค. 2563
by: คณะอนุกรรมการ
comments:
  - {id: R1-01, at: [area.size, area.vision], requirement: [C1-1, C1-3], text: ไม่ชัด}
  - {text: ไม่มีรหัส}
"""
    )
    assert (read.round, read.date.year, read.by) == (1, 2020, "คณะอนุกรรมการ")
    first, second = read.comments
    assert (first.at, first.requirements) == (("area.size", "area.vision"), ("C1-1", "C1-3"))
    assert second.id == "#2"


@pytest.mark.parametrize(
    ("place", "nowhere"),
    [
        ("area.name", False),
        ("area.vision", False),
        ("area.goals[G1].indicator", False),
        ("area.goals[0]", False),
        ("services.energy.projects[E1].budget", False),
        ("infrastructure.budget.by_year.2569", False),
        ("services.mobility.projects[M1]", False),
        ("services.mobility.projects[M9]", True),
        ("area.goals[7]", True),
        ("area.visoin", True),
        ("area.name.first", True),
        ("services.flying", True),
        ("", True),
    ],
)
def test_places(place, nowhere):
    """What is asked for may not be written yet; an unknown key leads nowhere."""
    assert leads_nowhere(place, [read_source(PROPOSAL.encode(), "proposal.yaml")]) is nowhere


def test_a_place_of_the_earlier_round_is_somewhere():
    old = PROPOSAL.replace("id: M1", "id: M9")
    sources = [read_source(text.encode(), "proposal.yaml") for text in (PROPOSAL, old)]
    assert leads_nowhere("services.mobility.projects[M9]", sources[:1])
    assert not leads_nowhere("services.mobility.projects[M9]", sources)


def found(tmp_path, text):
    (tmp_path / "review.yaml").write_text(text, encoding="utf-8")
    return [
        (
            finding.code,
            finding.location.span.line,
            finding.location.file.rpartition("/")[2],
            finding.message,
        )
        for finding in assessed(PROPOSAL, folder=tmp_path).findings
        if finding.code[0] in "RYP"
    ]


def test_faults_stand_in_the_review_file(tmp_path):
    text = """smartcert-review: 1
comments:
  - id: R1-01
    at: area.visoin
    requirement: [C1-1, C9-99]
    text: ไม่ชัด
    tone: stern
"""
    assert found(tmp_path, text) == [
        (
            "R001",
            4,
            "review.yaml",
            "the comment R1-01 points at “area.visoin”, which is no place of the proposal",
        ),
        (
            "R002",
            5,
            "review.yaml",
            "the comment R1-01 names “C9-99”, which is no requirement of the catalog",
        ),
        ("P003", 7, "review.yaml", "unknown key “tone”"),
    ]


TWO = """smartcert: 1
round: 3
revisions: [{round: 1, review: review-1.yaml}, {round: 2, review: review-2.yaml}]
"""


@pytest.mark.parametrize(
    ("responses", "told"),
    [
        ("", True),
        ("responses: [{comment: R1-01, action: แก้แล้ว}]\n", True),
        ("responses: [{comment: R1-01, round: 1, action: แก้แล้ว}]\n", False),
        (
            (
                "responses: [{comment: R1-01, round: 1, action: แก้แล้ว}, {comment: R1-01, "
                "action: แก้แล้ว}]\n"
            ),
            True,
        ),
    ],
)
def test_one_id_in_two_reviews_is_told_while_responses_may_mean_either(tmp_path, responses, told):
    for number in (1, 2):
        text = f"smartcert-review: 1\nround: {number}\ncomments: [{{id: R1-01, text: ไม่ชัด}}]\n"
        (tmp_path / f"review-{number}.yaml").write_text(text, encoding="utf-8")
    faults = [
        finding
        for finding in assessed(TWO + responses, folder=tmp_path).findings
        if finding.code == "R003"
    ]
    assert [fault.location.file.rpartition("/")[2] for fault in faults] == (
        ["review-2.yaml"] if told else []
    )
    assert all("review-1.yaml" in fault.message for fault in faults)


def test_a_proposal_in_the_place_of_a_review_is_one_finding(tmp_path):
    assert [finding[:3] for finding in found(tmp_path, PROPOSAL)] == [("P014", 1, "review.yaml")]


def test_a_review_in_the_place_of_a_proposal_is_one_fault():
    faults = [
        finding
        for finding in assessed("smartcert-review: 1\nround: 1\ncomments: []\n").findings
        if finding.level == "fault"
    ]
    assert [(fault.code, fault.message) for fault in faults] == [
        ("P014", "a proposal is expected here, but this is a file of the committee's comments")
    ]


def test_a_review_that_is_given_takes_the_place_of_its_rounds(tmp_path):
    for number in (1, 2):
        text = (
            f"smartcert-review: 1\nround: {number}\ncomments: [{{id: R{number}-01, text: ไม่ชัด}}]\n"
        )
        (tmp_path / f"review-{number}.yaml").write_text(text, encoding="utf-8")
    (tmp_path / "mine.yaml").write_text(
        "smartcert-review: 1\nround: 2\ncomments: [{id: R2-07, text: ไม่ครบ}]\n", encoding="utf-8"
    )
    (tmp_path / "proposal.yaml").write_text(TWO, encoding="utf-8")
    text = run(
        "report",
        tmp_path / "proposal.yaml",
        "--review",
        tmp_path / "mine.yaml",
        "--markdown",
        "--lang",
        "en",
        "-o",
        "-",
    ).out
    assert "| R1-01 |" in text
    assert "| R2-07 |" in text
    assert "| R2-01 |" not in text


def test_a_review_that_cannot_be_read_is_one_finding(tmp_path):
    assert [(code, file) for code, _, file, _ in found(tmp_path, "comments: [\n")] == [
        ("Y001", "review.yaml")
    ]


def test_comments_without_a_response_are_gaps(tmp_path):
    (tmp_path / "review.yaml").write_text(
        "smartcert-review: 1\ncomments: [{id: R1-01, text: ไม่ชัด}]\n", encoding="utf-8"
    )
    gaps = [
        finding
        for finding in assessed(PROPOSAL, folder=tmp_path, profile="logo").findings
        if finding.code == "G0-5" and finding.location.dotted == "responses"
    ]
    assert ["R1-01" in gap.message for gap in gaps] == [True]


@pytest.mark.parametrize("lang", ["th", "en"])
def test_a_draft_is_a_sound_review_of_its_proposal(tmp_path, lang):
    source = EXAMPLES / "khon-kaen" / "round-1.yaml"
    proposal = tmp_path / "round-1.yaml"
    proposal.write_bytes(source.read_bytes())
    done = run("review", "new", proposal, "--lang", lang, "--today", "2563-08-01")
    assert done.code == 0
    file = tmp_path / "review-1.yaml"
    assert done.out == f"{file}\n"
    read = read_review(read_source(file.read_bytes(), str(file)))
    assert read.document.faults == ()
    assert read.comments
    assert len({comment.id for comment in read.comments}) == len(read.comments)
    places = [read_source(proposal.read_bytes(), "round-1.yaml")]
    assert [
        place for comment in read.comments for place in comment.at if leads_nowhere(place, places)
    ] == []
    asked = [comment.requirements for comment in read.comments]
    assert len(set(asked)) == len(asked), "one comment a requirement"
    written = [place for comment in read.comments for place in comment.at]
    assert "data_platform.datasets[DS-09].update" in written
    assert "area.problems[น้ำท่วมซ้ำริมลำน้ำชี]" not in written, (
        "what has no id and no name goes by its number"
    )


def test_a_draft_speaks_as_a_reviewer():
    proposal = EXAMPLES / "khon-kaen" / "round-1.yaml"
    text = run("review", "new", proposal, "--lang", "en", "--today", "2563-08-01", "-o", "-").out
    assert (
        'text: "Please revise “Data catalog”. What was seen: DS-09: “TBD” only holds the '
        "place; it is not an answer; " in text
    )
    assert 'DS-14: not there yet: Data owner (owner)."' in text


def test_a_draft_is_written_in_silence(tmp_path):
    proposal = tmp_path / "proposal.yaml"
    proposal.write_text(PROPOSAL, encoding="utf-8")
    assert run("review", "new", proposal, "-q")[:2] == (0, "")
    assert (tmp_path / "review-2.yaml").is_file()


def test_a_review_is_not_written_over(tmp_path):
    proposal = tmp_path / "proposal.yaml"
    proposal.write_text(PROPOSAL, encoding="utf-8")
    file = tmp_path / "review-2.yaml"
    file.write_text("mine\n", encoding="utf-8")
    refused = run("review", "new", proposal, "--lang", "en")
    assert (refused.code, file.read_text(encoding="utf-8")) == (2, "mine\n")
    assert "--force" in refused.err
    assert run("review", "new", proposal, "--force").code == 0
    assert "smartcert-review: 1" in file.read_text(encoding="utf-8")
