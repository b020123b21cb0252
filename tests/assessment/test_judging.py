"""What people judge: when a judgement counts, what it makes of a requirement, and what it can't."""

from __future__ import annotations

import json
import re

import pytest

from hollow_fixtures import hollow
from smartcert.assessment.judged_text import differing, judged_text
from smartcert.checks import Outcome
from smartcert.findings.gaps import Applied
from smartcert.findings.place import Places
from smartcert.proposal.document import read_document
from smartcert.source import read_source
from support import ROOT, assessed, catalog, run, statuses

PROPOSAL = """smartcert: 1
profile: boi-area
round: 1
applicant: {name: เทศบาลเมืองสายธาร, committee: {name: คณะทำงานเมืองสายธาร}}
boi: {activity: area, exemption_years: 5}
services:
  environment: {goals: [{id: ENV-G1, text: ประชาชนคัดแยกขยะที่ต้นทางเพิ่มขึ้น}]}
  energy: {goals: [{id: ENE-G1, text: อาคารใช้พลังงานหมุนเวียนเพิ่มขึ้น}]}
revisions: [{round: 1, review: review.yaml}]
"""
"""B-4 waits for a person here: whether the exemption stays below the investment."""

OF = "948a4815263e"

REVIEW = f"""smartcert-review: 1
round: 1
date: 2569-11-01
by: คณะอนุกรรมการพิจารณา
judgements:
  - requirement: B-4
    met: yes
    by: นางสาวดารา ใจดี
    reason: ตรงกับหนังสือตอบของ BOI
    text: "boi.exemption_years: 5"
    of: "{OF}"
"""


def asked(path):
    """Give a requirement that asks for one place."""
    requirement = catalog().requirements["B-4"]
    outcome = Outcome(asked={path: True}, person=True)
    return Applied(requirement, None, "mandatory", outcome, "needs-person")


def places_of(text):
    return Places(read_document(read_source(text.encode(), "proposal.yaml")))


def judged(tmp_path, review=REVIEW, proposal=PROPOSAL):
    (tmp_path / "review.yaml").write_text(review, encoding="utf-8")
    return assessed(proposal, folder=tmp_path)


def faults(assessment):
    return [finding.code for finding in assessment.findings if finding.code[0] == "R"]


def test_what_a_person_judges_has_a_fingerprint():
    row = next(row for row in assessed(PROPOSAL).requirements if row.id == "B-4")
    assert (row.status, row.judged_text.text) == ("needs-person", "boi.exemption_years: 5")
    assert row.judged_text.fingerprint == OF


def test_the_pages_on_reviews_show_an_entry_that_counts():
    for lang in ("th", "en"):
        page = (ROOT / "docs" / f"reviews.{lang}.md").read_text(encoding="utf-8")
        assert f'of: "{OF}"' in page
        assert '"boi.exemption_years: 5"' in page


def test_an_item_is_judged_by_its_name_wherever_it_stands():
    one, other = "{id: G1, text: ลดขยะ}", "{id: G2, text: เพิ่มพื้นที่สีเขียว}"
    first = judged_text(asked(("area", "goals", 0, "text")), places_of(f"area: {{goals: [{one}]}}"))
    moved = places_of(f"area: {{goals: [{other}, {one}]}}")
    assert first.text == "area.goals[G1].text: ลดขยะ"
    assert judged_text(asked(("area", "goals", 1, "text")), moved) == first
    assert judged_text(asked(("area", "goals", 0, "text")), moved) != first


def test_the_order_of_keys_is_no_part_of_a_text():
    first, second = (
        judged_text(asked(("area", "size")), places_of(text))
        for text in ("area: {size: {b: 1, a: 2}}", "area: {size: {a: 2, b: 1}}")
    )
    assert first == second


@pytest.mark.parametrize(
    ("met", "status", "earned"),
    [
        ("yes", "met", 1),
        ("ผ่าน", "met", 1),
        ("partly", "partial", 0.5),
        ("ผ่านบางส่วน", "partial", 0.5),
        ("no", "missing", 0),
        ("ไม่ผ่าน", "missing", 0),
    ],
)
def test_a_judgement_settles_what_waits_for_a_person(tmp_path, met, status, earned):
    before = assessed(PROPOSAL)
    found = judged(tmp_path, REVIEW.replace("met: yes", f"met: {met}"))
    assert statuses(found)["B-4"] == status
    assert found.score.readiness.points - before.score.readiness.points == earned
    assert faults(found) == []
    gaps = [(gap.status, gap.id) for gap in found.findings if gap.code == "B-4"]
    assert [gap for gap, _ in gaps] == ([] if status == "met" else [status])
    # It is the same gap going on, so that baselines know it.
    asked = next(gap.id for gap in before.findings if gap.code == "B-4")
    assert [key for _, key in gaps] in ([], [asked])


def test_a_judgement_is_told_with_its_judge(tmp_path):
    found = judged(tmp_path, REVIEW.replace("met: yes", "met: no"))
    told = next(gap.message for gap in found.findings if gap.code == "B-4")
    assert "นางสาวดารา ใจดี" in told
    assert "1 November 2026" in told
    assert "ตรงกับหนังสือตอบของ BOI" in told


def test_who_judged_and_when_may_stand_at_the_head_of_the_file(tmp_path):
    found = judged(tmp_path, REVIEW.replace("    by: นางสาวดารา ใจดี\n", ""))
    (row,) = found.judged
    assert row.judgement.by == "คณะอนุกรรมการพิจารณา"
    assert row.judgement.date.written == "2569-11-01"


@pytest.mark.parametrize(
    ("change", "holds"),
    [
        (("exemption_years: 5", "exemption_years:   5"), True),
        (("boi: {activity: area, exemption_years: 5}", "boi:\n  exemption_years: 5"), True),
        (("profile: boi-area", "# moved\n\nprofile: boi-area"), True),
        (("exemption_years: 5", "exemption_years: 6"), False),
    ],
)
def test_a_judgement_holds_while_its_text_stands(tmp_path, change, holds):
    found = judged(tmp_path, proposal=PROPOSAL.replace(*change))
    assert statuses(found)["B-4"] == ("met" if holds else "needs-person")
    assert faults(found) == ([] if holds else ["R006"])


def test_one_that_lapsed_is_told_with_what_changed(tmp_path):
    found = judged(tmp_path, proposal=PROPOSAL.replace("exemption_years: 5", "exemption_years: 6"))
    fault = next(gap for gap in found.findings if gap.code == "R006")
    assert "then: “…tion_years: 5”; now: “…tion_years: 6”" in fault.message
    assert fault.location.file.endswith("review.yaml")
    assert found.judged == ()


def test_what_the_file_calls_the_judged_text_is_believed_only_where_the_fingerprint_fits(tmp_path):
    review = REVIEW.replace("exemption_years: 5", "exemption_years: 8")
    found = judged(tmp_path, review, PROPOSAL.replace("exemption_years: 5", "exemption_years: 6"))
    fault = next(gap for gap in found.findings if gap.code == "R006")
    assert "then" not in fault.message
    assert "boi.exemption_years: 6" in fault.message


def test_a_missing_field_is_not_made_up_for(tmp_path):
    """Nothing waits for a person there: what is written decides, whatever anybody says."""
    review = REVIEW.replace("requirement: B-4", "requirement: B-2")
    found = judged(tmp_path, review)
    assert statuses(found)["B-2"] == statuses(assessed(PROPOSAL))["B-2"] == "missing"
    assert faults(found) == ["R007"]


def test_a_judgement_of_another_requirement_fits_none_else(tmp_path):
    gone = PROPOSAL.replace("exemption_years: 5", "exemption_years: TBD")
    found = judged(tmp_path, proposal=gone)
    assert statuses(found)["B-4"] == statuses(assessed(gone))["B-4"] != "met"
    assert faults(found) == ["R007"]


@pytest.mark.parametrize(
    ("change", "codes"),
    [
        (("by: คณะอนุกรรมการพิจารณา\n", ""), ["R004"]),
        (("by: คณะอนุกรรมการพิจารณา", "by: เทศบาล เมืองสายธาร"), ["R004"]),
        (("by: คณะอนุกรรมการพิจารณา", "by: คณะทำงานเมืองสายธาร"), ["R004"]),
        (("by: นางสาวดารา ใจดี", "by: เทศบาลเมืองสายธาร"), ["R007"]),
        (("date: 2569-11-01", "date: 2570-11-01"), ["R007"]),
        (("    reason: ตรงกับหนังสือตอบของ BOI\n", ""), ["R005"]),
        ((f'    of: "{OF}"\n', ""), ["R005"]),
        (("date: 2569-11-01\n", ""), ["R005"]),
        (("requirement: B-4", "requirement: B-44"), ["R008"]),
        (("requirement: B-4\n", "requirement: B-4\n    smart: flying\n"), ["R008"]),
        (("met: yes", "met: พอใช้"), []),
        (("met: yes", "met:"), []),
    ],
)
def test_what_does_not_count_is_told(tmp_path, change, codes):
    found = judged(tmp_path, REVIEW.replace(*change))
    assert statuses(found)["B-4"] == "needs-person"
    assert faults(found) == codes


def test_the_proposal_itself_cannot_judge():
    told = PROPOSAL + REVIEW[REVIEW.index("judgements:") :]
    assert statuses(assessed(told))["B-4"] == "needs-person"


@pytest.mark.parametrize(
    ("first", "second", "status"), [("no", "yes", "met"), ("yes", "no", "missing")]
)
def test_the_later_of_two_judgements_counts(tmp_path, first, second, status):
    entry = REVIEW[REVIEW.index("  - requirement") :]
    early = entry.replace("met: yes", f"met: {first}\n    date: 2569-10-01")
    late = entry.replace("met: yes", f"met: {second}\n    date: 2569-10-09")
    found = judged(tmp_path, REVIEW[: REVIEW.index("  - requirement")] + late + early)
    assert statuses(found)["B-4"] == status


def test_of_two_judgements_of_one_day_the_stricter_counts(tmp_path):
    entry = REVIEW[REVIEW.index("  - requirement") :]
    found = judged(tmp_path, REVIEW + entry.replace("met: yes", "met: no"))
    assert statuses(found)["B-4"] == "missing"


def test_what_a_review_that_is_given_judges_comes_before_what_the_proposal_brings(tmp_path):
    (tmp_path / "proposal.yaml").write_text(PROPOSAL, encoding="utf-8")
    (tmp_path / "review.yaml").write_text(
        REVIEW.replace("date: 2569-11-01", "date: 2569-11-20"), encoding="utf-8"
    )
    given = tmp_path / "mine.yaml"
    given.write_text(
        REVIEW.replace("met: yes", "met: no").replace("round: 1", "round: 2"), encoding="utf-8"
    )
    asked = ("--format", "json", *DAY)
    alone = json.loads(run("check", tmp_path / "proposal.yaml", *asked).out)
    both = json.loads(run("check", tmp_path / "proposal.yaml", "--review", given, *asked).out)
    told = [
        (row["status"], row["judgement"]["file"].rpartition("/")[2])
        for found in (alone, both)
        for row in found["requirements"]
        if row["id"] == "B-4"
    ]
    assert told == [("met", "review.yaml"), ("missing", "mine.yaml")]


def test_a_comparison_says_who_judged(files):
    """Without a change of the text a requirement is met: because a person said so."""
    proposal, review = files
    asked = ("--review", review, *DAY)
    done = json.loads(run("compare", proposal, proposal, *asked, "--format", "json").out)
    row = next(row for row in done["requirements"] if row["id"] == "B-4")
    assert (row["before"], row["after"], row["turn"]) == ("needs-person", "met", "fixed")
    assert row["judgement"]["by"] == "นางสาวดารา ใจดี"
    told = " ".join(run("compare", proposal, proposal, *asked).out.split())
    assert "for a person → met (judged “met” by นางสาวดารา ใจดี on 1 November 2026" in told
    made = ("report", proposal, "--baseline", proposal, *asked, "-o", "-")
    for form in ("--markdown", "--html"):
        page = re.sub("<[^>]*>", "", run(*made, form).out)
        assert len(re.findall("judged “met” by นางสาวดารา ใจดี", page)) == 2


def test_a_whole_draft_filled_in_settles_what_waits_and_nothing_else(tmp_path):
    """Of a proposal that says one sentence everywhere, a person may find that it will do."""
    file, draft = tmp_path / "proposal.yaml", tmp_path / "review-1.yaml"
    file.write_text(dict(hollow())["one sentence"], encoding="utf-8")
    assert run("review", "new", file, "-o", draft, *DAY).code == 0
    text = draft.read_text(encoding="utf-8").replace("by:  #", "by: คณะอนุกรรมการ  #", 1)
    head, _, entries = text.partition("\njudgements:\n")
    entries = entries.replace("    met:", "    met: yes").replace("    reason:", "    reason: พอ")
    draft.write_text(f"{head}\njudgements:\n{entries}", encoding="utf-8")
    before, after = (
        {
            (row["id"], row["smart"]): row
            for row in json.loads(run("check", file, *more, "--format", "json", *DAY).out)[
                "requirements"
            ]
        }
        for more in ((), ("--review", draft))
    )
    waiting = {key for key, row in before.items() if row["status"] == "needs-person"}
    assert len(waiting) > 20
    assert {key for key, row in after.items() if row["judgement"]} == waiting
    assert {after[key]["status"] for key in waiting} == {"met"}
    others = before.keys() - waiting
    assert {key: before[key]["status"] for key in others} == {
        key: after[key]["status"] for key in others
    }


def test_where_texts_differ():
    assert differing("ภายในปี 2570", "ภายในปี 2575") == ("ภายในปี 2570", "ภายในปี 2575")
    then, now = differing("ก" * 90 + "1" + "ข" * 90, "ก" * 90 + "2" + "ข" * 90)
    assert then == "…" + "ก" * 12 + "1" + "ข" * 12 + "…"
    assert now == then.replace("1", "2")
    assert differing("ก", "ก" + "ข" * 900)[1].endswith("…")


@pytest.fixture
def files(tmp_path):
    """A proposal that names no review, and a review that lies elsewhere."""
    proposal, review = tmp_path / "proposal.yaml", tmp_path / "elsewhere" / "mine.yaml"
    review.parent.mkdir()
    proposal.write_text(PROPOSAL.rpartition("revisions")[0], encoding="utf-8")
    review.write_text(REVIEW, encoding="utf-8")
    return proposal, review


DAY = ("--today", "2569-11-21", "--lang", "en")


def test_check_takes_a_review_as_the_other_commands_do(files):
    proposal, review = files
    done = run("check", proposal, "--review", review, "--format", "json", *DAY)
    row = next(row for row in json.loads(done.out)["requirements"] if row["id"] == "B-4")
    assert (row["status"], row["points"]) == ("met", 1)
    assert row["judgement"] == {
        "met": "yes",
        "by": "นางสาวดารา ใจดี",
        "date": "2569-11-01",
        "reason": "ตรงกับหนังสือตอบของ BOI",
        "of": OF,
        "file": str(review),
    }
    assert row["judged_text"] == {"of": OF, "text": "boi.exemption_years: 5"}
    told = " ".join(run("check", proposal, "--review", review, *DAY).out.split())
    assert "Judged by people (1)" in told
    assert "judged “met” by นางสาวดารา ใจดี on 1 November 2026 (mine.yaml): ตรงกับ" in told


def test_a_review_is_of_one_proposal(files):
    proposal, review = files
    other = proposal.with_name("other.yaml")
    other.write_bytes(proposal.read_bytes())
    done = run("check", proposal, other, "--review", review, "--lang", "en")
    assert (done.code, done.out) == (2, "")
    assert "--review goes with one proposal, and these are 2" in done.err


def test_a_report_says_what_a_person_judged(files):
    proposal, review = files
    told = run("report", proposal, "--review", review, "--markdown", "-o", "-", *DAY).out
    assert "1 of these is as a person judged it: B-4" in told
    assert "judged “met” by นางสาวดารา ใจดี on 1 November 2026 (mine.yaml)" in told
    page = re.sub("<[^>]*>", "", run("report", proposal, "--review", review, "-o", "-", *DAY).out)
    assert "1 of these is as a person judged it: B-4" in page
    assert "judged “met” by นางสาวดารา ใจดี on 1 November 2026 (mine.yaml)" in page


def test_what_a_draft_of_a_review_holds_can_be_filled_in_and_counts(files):
    proposal, _ = files
    draft = proposal.with_name("review-1.yaml")
    assert run("review", "new", proposal, *DAY).code == 0
    text = draft.read_text(encoding="utf-8")
    assert "B-4" not in text[: text.index("judgements:")], "it is no comment"
    asked = run("check", proposal, "--review", draft, "--format", "json", *DAY)
    assert not [gap for gap in json.loads(asked.out)["findings"] if gap["code"][0] == "R"]
    filled = text.replace("by:  #", "by: คณะอนุกรรมการ  #", 1)
    filled = filled.replace("    met:", "    met: ผ่าน").replace("reason:", "reason: ตรงกัน")
    draft.write_text(filled, encoding="utf-8")
    done = run("check", proposal, "--review", draft, "--format", "json", *DAY)
    row = next(row for row in json.loads(done.out)["requirements"] if row["id"] == "B-4")
    assert (row["status"], row["judgement"]["by"]) == ("met", "คณะอนุกรรมการ")
