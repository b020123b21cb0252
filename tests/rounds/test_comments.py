"""What became of the committee's comments."""

from __future__ import annotations

import pytest

from round_fixtures import NEW, OLD, REVIEW, VISION
from smartcert.assessment.question import Question
from smartcert.assessment.submission import Submission
from smartcert.proposal.attachments import Attachments
from smartcert.proposal.document import read_document
from smartcert.proposal.reviews import read_review
from smartcert.rounds.comments import comment_outcomes
from smartcert.source import read_source
from support import TODAY, assessed, catalog


def submitted(text, reviews=()):
    found = tuple(
        read_review(read_source(review.encode(), f"review-{number}.yaml"))
        for number, review in enumerate(reviews, 1)
    )
    return Submission(
        document=read_document(read_source(text.encode(), "proposal.yaml")),
        attachments=Attachments(reviews=found),
        assessment=assessed(text),
        question=Question(catalog=catalog(), today=TODAY, lang="en"),
    )


def read(text=NEW, old=OLD, reviews=(REVIEW,)):
    outcomes = comment_outcomes(submitted(text, reviews), submitted(old) if old else None)
    return {(outcome.review.file, outcome.comment.id): outcome for outcome in outcomes}


def first(**texts):
    return {name: outcome for (_, name), outcome in read(**texts).items()}


def test_readings_of_comments():
    assert {name: outcome.status for name, outcome in first().items()} == {
        "R1": "answered-changed",
        "R2": "answered-unchanged",
        "R3": "unanswered",
        "R4": "deferred",
        "R5": "unanswered",
        "R6": "unanswered",
        "#7": "unanswered",
    }


ANSWERED = """responses:
  - {comment: R3, action: เขียนใหม่, where: [area.vision]}
  - {comment: R2, action: ระบุแล้ว, where: [area.type]}
"""


MET = OLD.replace("TBD", VISION)


@pytest.mark.parametrize(
    ("old", "new", "status", "is_open"),
    [
        (OLD, MET + ANSWERED, "answered-changed", False),
        (OLD, OLD + ANSWERED, "answered-unchanged", True),
        (OLD, MET, "unanswered", False),
        (OLD, MET + ANSWERED.replace("เขียนใหม่", "รอข้อมูล"), "unanswered", False),
        (MET, MET + ANSWERED, "answered-unchanged", False),
        (MET, MET.replace(VISION, VISION + " ทุกวัน") + ANSWERED, "answered-changed", False),
        (None, MET + ANSWERED, "answered", False),
        (OLD, MET + ANSWERED.replace("เขียนใหม่", "ไม่แก้ไข"), "refused", False),
        (OLD, OLD + ANSWERED.replace("เขียนใหม่", "จะแก้ไขในรอบต่อไป"), "deferred", True),
    ],
    ids=[
        "mended",
        "still open",
        "no response",
        "no action",
        "met and unchanged",
        "met before",
        "no earlier round",
        "refused, be the text padded",
        "put off",
    ],
)
def test_a_machine_says_how_a_comment_is_answered_and_never_that_it_is_closed(
    old, new, status, is_open
):
    outcome = first(text=new, old=old)["R3"]
    assert (outcome.status, outcome.is_open, outcome.settled) == (status, is_open, None)


def test_what_is_met_for_another_reason_is_not_changed_for_the_comment():
    """The requirement came to be met, yet nothing changed where comment and response point."""
    new = MET + ANSWERED.replace("area.vision", "area.name")
    review = REVIEW.replace("at: area.vision, ", "at: area.type, ")
    assert first(text=new, reviews=(review,))["R3"].status == "answered-unchanged"


@pytest.mark.parametrize("place", ["round", "responses", "revisions", "note"])
def test_what_the_file_says_of_itself_answers_no_comment(place):
    """The number of the round, and the responses themselves, differ in every round."""
    new = OLD.replace("round: 1", "round: 2") + ANSWERED.replace("area.vision", place)
    assert first(text=new)["R3"].status == "answered-unchanged"


COMMITTEE = REVIEW.replace("round: 1\n", "round: 1\nby: คณะอนุกรรมการ\n")
SETTLED = "text: วิสัยทัศน์, settled: ใช่, settled_on: 2569-11-01}"


@pytest.mark.parametrize(
    ("review", "settled"),
    [
        (COMMITTEE.replace("text: วิสัยทัศน์}", SETTLED), True),
        (COMMITTEE.replace("text: วิสัยทัศน์}", SETTLED.replace("ใช่", "no")), False),
        (COMMITTEE, None),
        (REVIEW.replace("text: วิสัยทัศน์}", SETTLED), None),
        (
            COMMITTEE.replace("คณะอนุกรรมการ", "เทศบาลเมืองสายธาร").replace("text: วิสัยทัศน์}", SETTLED),
            None,
        ),
    ],
    ids=["settled", "not settled", "no word", "by nobody", "by the applicant"],
)
def test_only_a_committee_settles_a_comment(review, settled):
    new = "applicant: {name: เทศบาลเมืองสายธาร}\n" + MET + ANSWERED
    outcome = first(text=new, reviews=(review,))["R3"]
    assert (outcome.status, outcome.settled) == ("answered-changed", settled)


def test_a_response_that_says_settled_settles_nothing():
    new = MET + ANSWERED.replace("เขียนใหม่,", "เขียนใหม่, settled: yes, settled_on: 2569-11-01,")
    assert first(text=new, reviews=(COMMITTEE,))["R3"].settled is None


SECOND = """smartcert-review: 1
round: 2
comments: [{id: R1, at: area.name, text: ชื่อ}, {id: R9, at: area.name, text: ชื่อ}]
"""


def test_one_id_in_two_reviews_is_answered_where_the_response_says_its_round():
    said = NEW.replace("{comment: R1,", "{comment: R1, round: 2,")
    told = read(text=said, reviews=(REVIEW, SECOND))
    assert told["review-1.yaml", "R1"].action == ""
    assert told["review-2.yaml", "R1"].action == "เพิ่มแล้ว"
    unsaid = read(reviews=(REVIEW, SECOND))
    assert [unsaid[file, "R1"].action for file in ("review-1.yaml", "review-2.yaml")] == ["", ""]
    assert unsaid["review-1.yaml", "R2"].action == "ชี้แจงเพิ่มเติม"


def test_a_response_to_another_round_is_none():
    told = read(text=NEW.replace("{comment: R1,", "{comment: R1, round: 7,"))
    assert told["review-1.yaml", "R1"].status == "unanswered"


def told(lines):
    return "\n".join(line.text for line in lines)


def test_old_and_new_text_of_a_place():
    (passage,) = first()["R1"].passages
    assert passage.changed
    assert "กองช่าง" in told(passage.old)
    assert "กองคลัง" in told(passage.new)
    assert [passage.changed for passage in first()["R2"].passages] == [False]


def test_what_was_taken_out_is_shown_as_it_was():
    (passage,) = first()["R5"].passages
    assert (passage.new, passage.changed) == ((), True)
    assert "จักรยาน" in told(passage.old)


def test_without_the_old_file_nothing_is_said_to_have_changed():
    (passage,) = first(old=None)["R1"].passages
    assert (passage.old, passage.changed) == (None, False)
    assert "กองคลัง" in told(passage.new)


def test_places_that_are_nowhere():
    assert {name: outcome.nowhere for name, outcome in first().items() if outcome.nowhere} == {
        "R6": ("area.visoin",)
    }
    assert first(old=None)["R5"].nowhere == ("services.mobility.projects[M2]",)


def test_a_comment_on_every_smart_is_about_the_one_it_speaks_of():
    assert [name for name, _ in first()["R1"].requirements] == ["C4-R4/mobility"]
