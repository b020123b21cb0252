"""What became of gaps and requirements between two rounds."""

from __future__ import annotations

import json

import pytest

from round_fixtures import NEW, OLD, REVIEW, VISION
from smartcert.rounds.comparison import compare
from support import assessed, run


def both(old, new, **question):
    return compare(assessed(old), assessed(new, **question))


def turns(comparison):
    return {(change.id, change.smart): change.kind for change in comparison.changes}


def test_the_same_text_changes_nothing():
    same = both(OLD, OLD)
    assert (same.fixed, same.new_findings, same.dropped) == ((), (), ())
    assert {change.kind for change in same.changes} == {"remaining", "unchanged"}


def test_moved_lines_do_not_matter():
    moved = OLD.replace("area:\n", "\n# a remark\n\narea:\n")
    assert both(OLD, moved).new_findings == ()


def test_projects_in_another_order_do_not_matter():
    first, second = OLD.splitlines()[-2:]
    swapped = "\n".join([*OLD.splitlines()[:-2], second, first, ""])
    same = both(OLD, swapped)
    assert (same.fixed, same.new_findings) == ((), ())


def test_what_is_mended_is_fixed():
    vision = (
        "ในปี 2573 ประชาชนทุกวัยในเมืองสายธารเดินทางสะดวก ปลอดภัย อากาศสะอาด "
        "และเข้าถึงบริการของเทศบาลได้จากทุกที่"
    )
    mended = both(OLD, OLD.replace("TBD", vision))
    assert turns(mended)["C1-3", None] == "fixed"
    assert "C1-3" in {finding.code for finding in mended.fixed}
    assert mended.new_findings == ()


def test_what_was_met_and_is_not_is_regressed():
    worse = both(OLD, OLD.replace("type: livable", "type:"))
    assert turns(worse)["C1-2", None] == "regressed"
    assert "C1-2" in {finding.code for finding in worse.new_findings}


def test_a_gap_that_is_half_mended_remains():
    """Fewer fields are missing at the same place: no new gap, and the old one is not fixed."""
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
    """Across editions nothing is dropped in silence: what only one of them asks is listed."""
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


def fixed(tmp_path, old, new, *more):
    for name, text in (("old.yaml", old), ("new.yaml", new)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    asked = ("--format", "json", "--lang", "en", *more)
    found = json.loads(run("compare", tmp_path / "old.yaml", tmp_path / "new.yaml", *asked).out)
    return {(gap["code"], gap["path"]): gap for gap in found["fixed_findings"]}


def test_what_is_fixed_says_what_was_found_then_and_what_stands_there_now(tmp_path):
    gap = fixed(tmp_path, OLD, OLD.replace("TBD", VISION))["C1-3", "area.vision"]
    assert gap["now"] == f"Vision: {VISION}"
    done = run("compare", tmp_path / "old.yaml", tmp_path / "new.yaml", "--lang", "en", "-v")
    text = "".join(done.out.split())
    assert (
        f"C1-3Vision(area.vision):then:{gap['message']}·now:Vision:ในปี2573".replace(" ", "") in text
    )


NAMED = (
    OLD
    + """management:
  partners:
    - {name: หอการค้า, sector: private}
    - {name: ชุมชนริมน้ำ, sector: people, role: TBD}
"""
)


@pytest.mark.parametrize(
    ("new", "now"),
    [
        (NAMED.replace("TBD}", "ร่วมเดินรถ}"), "Role: ร่วมเดินรถ"),
        (
            NAMED.replace("TBD}", "ร่วมเดินรถ}").replace(
                "  partners:", "  partners:\n    - {name: ใหม่}"
            ),
            "Role: ร่วมเดินรถ",
        ),
        (NAMED.partition("    - {name: ชุมชน")[0], ""),
    ],
    ids=["mended", "another before it", "gone"],
)
def test_an_item_is_looked_for_by_its_name_and_not_by_its_number(tmp_path, new, now):
    gaps = fixed(tmp_path, NAMED, new)
    place = "management.partners[1].role"
    assert {gap["now"] for (_, path), gap in gaps.items() if path == place} == {now}


def test_what_was_mended_elsewhere_is_said_to_be_the_same_there(tmp_path):
    used = OLD.replace("owner: กองช่าง}", "owner: กองช่าง, goals: [G1]}")
    gaps = fixed(tmp_path, OLD, used)
    assert gaps["X-3", "area.goals[0].id"]["now"]
    done = run("compare", tmp_path / "old.yaml", tmp_path / "new.yaml", "--lang", "en", "-v")
    told = next(line for line in done.out.split("\n  X-3") if "area.goals[0].id" in line)
    assert "now: the text there is the same; what changed is elsewhere" in " ".join(told.split())


def test_of_an_item_without_a_name_nobody_says_what_stands_there_now(tmp_path):
    old = OLD + "management: {partners: [{}, {sector: flying}]}\n"
    gaps = fixed(tmp_path, old, OLD + "management: {partners: [{}, {sector: people}]}\n")
    assert {gap["now"] for (_, path), gap in gaps.items() if path.endswith("[1].sector")} == {None}


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
        "7 comments, 0 settled by the committee: 1 answered, text changed · 1 answered, "
        "text unchanged · 4 unanswered · 1 put off (in whole or in part)." in " ".join(text.split())
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
