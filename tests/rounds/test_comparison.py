"""What became of gaps, requirements and comments between two rounds."""

from __future__ import annotations

import json

import pytest

from smartcert.proposal.document import read_document
from smartcert.proposal.reviews import read_review
from smartcert.rounds.comparison import closures, compare
from smartcert.source import read_source
from support import assessed, run

OLD = """smartcert: 1
profile: logo
round: 1
area:
  name: สายธาร
  type: livable
  vision: TBD
  goals:
    - {id: G1, text: ลดขยะ, indicator: ตันต่อวัน, baseline: {value: 40, year: 2568}, target: {value: 30, year: 2573}}
services:
  mobility:
    projects:
      - {id: M1, name: รถเมล์, owner: กองช่าง}
      - {id: M2, name: จักรยาน}
"""


def both(old, new, **question):
    return compare(assessed(old), assessed(new, **question))


def turns(comparison):
    return {(change.id, change.smart): change.turn for change in comparison.changes}


def test_the_same_text_changes_nothing():
    same = both(OLD, OLD)
    assert (same.fixed, same.new_findings, same.dropped) == ((), (), ())
    assert {change.turn for change in same.changes} == {"remaining", "unchanged"}


def test_moved_lines_do_not_matter():
    moved = OLD.replace("area:\n", "\n# a remark\n\narea:\n")
    assert both(OLD, moved).new_findings == ()


def test_projects_in_another_order_do_not_matter():
    first, second = OLD.splitlines()[-2:]
    swapped = "\n".join([*OLD.splitlines()[:-2], second, first, ""])
    same = both(OLD, swapped)
    assert (same.fixed, same.new_findings) == ((), ())


def test_what_is_mended_is_fixed():
    vision = "ในปี 2573 ประชาชนทุกวัยในเมืองสายธารเดินทางสะดวก ปลอดภัย อากาศสะอาด และเข้าถึงบริการของเทศบาลได้จากทุกที่"
    mended = both(OLD, OLD.replace("TBD", vision))
    assert turns(mended)["C1-3", None] == "fixed"
    assert "C1-3" in {finding.code for finding in mended.fixed}
    assert mended.new_findings == ()


def test_what_was_met_and_is_not_is_regressed():
    worse = both(OLD, OLD.replace("type: livable", "type:"))
    assert turns(worse)["C1-2", None] == "regressed"
    assert "C1-2" in {finding.code for finding in worse.new_findings}


def test_a_gap_that_is_half_mended_remains():
    """Fewer fields are missing at the same place: that is no new gap, and the old one is not fixed."""
    half = OLD.replace("name: จักรยาน}", "name: จักรยาน, owner: กองช่าง, start: 2569, end: 2570}")
    comparison = both(OLD, half)
    place = "services.mobility.projects[1]"
    new = [
        finding
        for finding in comparison.new_findings
        if finding.code == "C4-R4" and finding.location.dotted.startswith(place)
    ]
    assert new == []
    assert [
        finding.location.dotted for finding in comparison.fixed if finding.code == "C4-R4"
    ] == []
    assert [
        finding.code
        for finding in comparison.remaining
        if finding.location.dotted.startswith(place) and finding.code == "C4-R4"
    ]


def test_a_smart_that_is_taken_out_fixes_nothing():
    without = OLD[: OLD.index("services:")]
    comparison = both(OLD, without)
    assert turns(comparison)["C4-R4", "mobility"] == "only-old"
    assert "C4-R4" in {finding.code for finding in comparison.dropped}
    assert "C4-R4" not in {finding.code for finding in comparison.fixed}


@pytest.fixture
def files(tmp_path):
    (tmp_path / "old.yaml").write_text(OLD, encoding="utf-8")
    (tmp_path / "renamed.yaml").write_text(OLD, encoding="utf-8")
    return tmp_path / "old.yaml", tmp_path / "renamed.yaml"


def test_renamed_files_do_not_matter(files):
    told = json.loads(run("compare", *files, "--format", "json").out)
    assert (told["fixed"], told["new_findings"]) == ([], [])
    assert told["remaining"]


def test_requirements_of_one_edition_only_are_named(files):
    """Across editions nothing is dropped in silence: what only one of them asks is listed, in JSON and in the terminal."""
    options = ("--old-edition", "2562", "--edition", "2569", "--today", "2026-11-21")
    told = json.loads(run("compare", *files, *options, "--format", "json").out)
    only_new = {row["id"] for row in told["requirements"] if row["turn"] == "only-new"}
    assert only_new
    assert all(row["before"] is None for row in told["requirements"] if row["id"] in only_new)
    assert (told["old"]["catalog"]["edition"], told["new"]["catalog"]["edition"]) == (2562, 2569)
    text = run("compare", *files, *options, "--lang", "en", "--verbose").out
    assert (
        f"asked only now ({sum(1 for row in told['requirements'] if row['turn'] == 'only-new')})"
        in text
    )
    assert all(name in text for name in only_new)
    back = run("compare", *files, "--old-edition", "2569", "--edition", "2562", "--lang", "en").out
    assert "asked only before" in back


def test_a_place_that_is_still_open_is_not_fixed_by_another_edition(files):
    """What one edition leaves as a fault of a value, the other asks for: it is open in both."""
    for options in (("--old-edition", "2562"), ("--edition", "2562", "--old-edition", "2569")):
        told = json.loads(
            run("compare", *files, *options, "--today", "2026-11-21", "--format", "json").out
        )
        assert (told["fixed"], told["fixed_findings"]) == ([], [])
    assert "area.vision" not in {finding["path"] for finding in told["new_findings"]}


def test_figures_of_two_editions_are_said_not_to_be_comparable(files):
    text = run(
        "compare", *files, "--old-edition", "2562", "--today", "2026-11-21", "--lang", "en"
    ).out
    assert "Before: edition 2019 (Smart-city logo); now: edition 2026 (Smart-city logo)." in text
    same = run("compare", *files, "--today", "2026-11-21", "--lang", "en").out
    assert "Edition 2026 · Smart-city logo" in same
    assert "not comparable" not in same


def test_fixed_findings_are_given_in_full(files):
    old, new = files
    new.write_text(OLD.replace("TBD", VISION), encoding="utf-8")
    told = json.loads(run("compare", old, new, "--format", "json").out)
    assert [finding["id"] for finding in told["fixed_findings"]] == told["fixed"]
    assert [finding["code"] for finding in told["fixed_findings"]] == ["C1-3"]


def test_lists_are_cut_and_shown_whole_when_asked(files):
    short = run("compare", *files, "--lang", "en").out
    assert "more (--verbose lists all)" in short
    whole = run("compare", *files, "--lang", "en", "--verbose").out
    assert "more (--verbose" not in whole
    assert "C1-3 Vision (area.vision): " in whole


def test_old_and_new_text_of_a_comment_in_the_terminal(tmp_path):
    for name, text in (("old.yaml", OLD), ("new.yaml", NEW), ("review.yaml", REVIEW)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    text = run(
        "compare",
        tmp_path / "old.yaml",
        tmp_path / "new.yaml",
        "--review",
        tmp_path / "review.yaml",
        "--lang",
        "en",
    ).out
    place = text.index("services.mobility.projects[M1]:")
    assert text[place : text.index("R2 [")].splitlines()[1:5] == [
        "        - M1 รถเมล์",
        "        - Owner: กองช่าง",
        "        - M1 รถเมล์",
        "        + Owner: กองคลัง",
    ]
    assert (
        "7 comments: 0 answered, changed and met now; 1 answered, still open; 4 unanswered; 2 for a person to judge."
        in " ".join(text.split())
    )


@pytest.mark.parametrize("side", [0, 1])
def test_a_round_that_cannot_be_read_is_not_compared(files, side):
    files[side].write_text("area: [\n", encoding="utf-8")
    done = run("compare", *files, "--lang", "en")
    assert (done.code, done.out) == (3, "")
    assert "round can't be read" in done.err
    assert str(files[side]) in done.err


@pytest.mark.parametrize(
    "command",
    [
        ("compare", "OLD", "OLD"),
        ("report", "OLD", "--markdown", "-o", "-"),
        ("review", "new", "OLD"),
    ],
)
def test_files_of_another_kind_are_told(files, tmp_path, command):
    old, _ = files
    (tmp_path / "review.yaml").write_text(REVIEW, encoding="utf-8")
    swapped = [tmp_path / "review.yaml" if part == "OLD" else part for part in command]
    done = run(*swapped, "--lang", "en")
    assert (done.code, done.out) == (2, "")
    assert "is not a proposal" in done.err
    if command[0] != "review":
        right = [old if part == "OLD" else part for part in command]
        done = run(*right, "--review", old, "--lang", "en")
        assert (done.code, done.out) == (2, "")
        assert "is not a review file" in done.err


NEW = (
    OLD.replace("round: 1", "round: 2")
    .replace("owner: กองช่าง", "owner: กองคลัง")
    .replace("{id: M2, name: จักรยาน}", "{id: M3}")
    + """responses:
  - {comment: R1, action: เพิ่มแล้ว, where: ["services.mobility.projects[M1]"]}
  - {comment: R2, action: ชี้แจงเพิ่มเติม, where: [area.goals]}
  - {comment: R4, action: รับไว้พิจารณา, where: [area.name]}
"""
)

REVIEW = """smartcert-review: 1
round: 1
comments:
  - {id: R1, at: "services.mobility.projects[M1]", requirement: C4-R4, text: ยังไม่ครบ}
  - {id: R2, at: area.goals, requirement: C1-2, text: ประเภทเมือง}
  - {id: R3, at: area.vision, requirement: C1-3, text: วิสัยทัศน์}
  - {id: R4, text: ขอให้นำเสนอให้กระชับ}
  - {id: R5, at: "services.mobility.projects[M2]", text: โครงการจักรยาน}
  - {id: R6, at: area.visoin, text: สะกดผิด}
  - {text: ไม่มีรหัส}
"""


def read(text=NEW, old=OLD, reviews=(REVIEW,)):
    draft = read_document(read_source(text.encode(), "new.yaml"))
    found = [
        read_review(read_source(review.encode(), f"review-{number}.yaml"))
        for number, review in enumerate(reviews, 1)
    ]
    earlier = (assessed(old), read_source(old.encode(), "old.yaml")) if old else (None, None)
    return {
        (closure.review.file, closure.comment.id): closure
        for closure in closures(found, assessed(text), draft, *earlier)
    }


def first(**texts):
    return {name: closure for (_, name), closure in read(**texts).items()}


def test_readings_of_comments():
    assert {name: closure.reading for name, closure in first().items()} == {
        "R1": "answered",
        "R2": "by-person",
        "R3": "unanswered",
        "R4": "by-person",
        "R5": "unanswered",
        "R6": "unanswered",
        "#7": "unanswered",
    }


VISION = (
    "ในปี 2573 ประชาชนทุกวัยในเมืองสายธารเดินทางสะดวก ปลอดภัย อากาศสะอาด และเข้าถึงบริการของเทศบาลได้จากทุกที่"
)
ANSWERED = """responses: [{comment: R3, action: เขียนใหม่, where: [area.vision]}, {comment: R2, action: ระบุแล้ว, where: [area.type]}]
"""


@pytest.mark.parametrize(
    ("old", "new", "reading"),
    [
        (OLD, OLD.replace("TBD", VISION) + ANSWERED, "closed"),
        (OLD, OLD + ANSWERED, "answered"),
        (OLD, OLD.replace("TBD", VISION), "unanswered"),
        (OLD, OLD.replace("TBD", VISION) + ANSWERED.replace("เขียนใหม่", "รอข้อมูล"), "unanswered"),
        (OLD.replace("TBD", VISION), OLD.replace("TBD", VISION) + ANSWERED, "by-person"),
        (OLD.replace("TBD", VISION), OLD.replace("TBD", VISION + " ทุกวัน") + ANSWERED, "by-person"),
        (None, OLD.replace("TBD", VISION) + ANSWERED, "by-person"),
    ],
    ids=[
        "mended",
        "still open",
        "no response",
        "no action",
        "met and unchanged",
        "met before",
        "no earlier round",
    ],
)
def test_closed_means_answered_changed_and_met_since(old, new, reading):
    assert first(text=new, old=old)["R3"].reading == reading


def test_what_is_met_for_another_reason_is_not_closed():
    """The requirement came to be met, yet nothing at the places of the comment and its response was changed."""
    new = OLD.replace("TBD", VISION) + ANSWERED.replace("area.vision", "area.name")
    review = REVIEW.replace("at: area.vision, ", "at: area.type, ")
    assert first(text=new, reviews=(review,))["R3"].reading == "by-person"


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
    assert told["review-1.yaml", "R1"].reading == "unanswered"


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
    assert {name: closure.nowhere for name, closure in first().items() if closure.nowhere} == {
        "R6": ("area.visoin",)
    }
    assert first(old=None)["R5"].nowhere == ("services.mobility.projects[M2]",)


def test_a_comment_on_every_smart_is_about_the_one_it_speaks_of():
    assert [name for name, _ in first()["R1"].requirements] == ["C4-R4/mobility"]
