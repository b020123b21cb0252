"""A catalog built on another: what it keeps, overrides, drops and adds."""

from __future__ import annotations

from pathlib import Path

import pytest

from smartcert.catalog.loader import load_catalog
from smartcert.errors import CatalogError
from support import EXAMPLES, assessed, catalog, statuses

CONTEST = str(EXAMPLES / "catalogs" / "mobility-contest")

HEAD = """\
smartcert-catalog: 1
id: {id}
title: {{th: ชุดเกณฑ์, en: Catalog}}
"""

REQUIREMENT = """\
  - id: {id}
    title: {{th: ขอบเขต, en: "{title}"}}
    level: mandatory
    basis: official
    sources: [BOOK]
    profiles: [{profile}]
    why: {{th: ต้องรู้, en: It has to be known.}}
    fix: {{th: เขียน, en: Write it.}}
    stub: |
      area: {{vision: เมืองที่น่าอยู่}}
    check: {{present: {{path: area.vision}}}}
    examples: {{pass: "area: {{vision: เมืองที่น่าอยู่}}", fail: "area: {{}}"}}
"""


def base(folder: Path, identifier: str = "base") -> Path:
    """Write a catalog of two requirements in one group."""
    folder.mkdir()
    (folder / "catalog.yaml").write_text(
        HEAD.format(id=identifier)
        + """\
editions: [{id: 2569, title: {th: ฉบับเดียว, en: The only one}}]
profiles:
  - {id: logo, title: {th: ขอตรา, en: Logo}}
  - {id: medal, title: {th: ขอเหรียญ, en: Medal}}
groups: [C1]
""",
        encoding="utf-8",
    )
    (folder / "c1.yaml").write_text(
        "group: C1\ntitle: {th: พื้นที่, en: Area}\nsection: area\nrequirements:\n"
        + REQUIREMENT.format(id="C1-1", title="First", profile="logo")
        + REQUIREMENT.format(id="C1-2", title="Second", profile="medal"),
        encoding="utf-8",
    )
    (folder / "sources.yaml").write_text(
        "sources: [{key: BOOK, title: {th: คู่มือ, en: A handbook}, kind: official}]\n",
        encoding="utf-8",
    )
    return folder


def over(folder: Path, extends: str, more: str = "", requirements: str = "") -> Path:
    """Write a catalog that extends another."""
    folder.mkdir()
    (folder / "catalog.yaml").write_text(
        HEAD.format(id=folder.name) + f"extends: {extends}\n{more}", encoding="utf-8"
    )
    if requirements:
        (folder / "c1.yaml").write_text(
            f"group: C1\nrequirements:\n{requirements}", encoding="utf-8"
        )
    return folder


def titles(where: Path | str) -> dict[str, str]:
    return {item.id: item.title["en"] for item in load_catalog(str(where)).requirements.values()}


def test_a_folder_beside_it_is_extended_by_its_path(tmp_path):
    base(tmp_path / "base")
    over(tmp_path / "mine", "../base")
    found = load_catalog(str(tmp_path / "mine"))
    assert found.id == "mine"
    assert [*found.requirements] == ["C1-1", "C1-2"]
    assert found.sources.keys() == {"BOOK"}
    assert [*found.profiles] == ["logo", "medal"]
    assert found.groups["C1"].title["en"] == "Area"


def test_a_built_in_catalog_is_extended_by_its_id(tmp_path):
    over(tmp_path / "mine", "th-smart-city")
    found, built_in = load_catalog(str(tmp_path / "mine")), catalog()
    assert [*found.requirements.items()] == [*built_in.requirements.items()]
    assert [*found.smarts.items()] == [*built_in.smarts.items()]
    assert found.id == "mine"
    assert found.digest != built_in.digest


def test_extending_works_from_any_folder(tmp_path, monkeypatch):
    base(tmp_path / "base")
    over(tmp_path / "mine", "../base")
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    assert titles("../mine").keys() == {"C1-1", "C1-2"}


def test_a_requirement_of_the_same_id_takes_the_place_of_the_other(tmp_path):
    base(tmp_path / "base")
    over(
        tmp_path / "mine",
        "../base",
        requirements=REQUIREMENT.format(id="C1-1", title="Mine", profile="logo"),
    )
    assert list(titles(tmp_path / "mine").items()) == [("C1-1", "Mine"), ("C1-2", "Second")]
    assert titles(tmp_path / "base")["C1-1"] == "First"


def test_a_new_requirement_follows_those_of_its_group(tmp_path):
    base(tmp_path / "base")
    over(
        tmp_path / "mine",
        "../base",
        requirements=REQUIREMENT.format(id="C1-0", title="Mine", profile="logo"),
    )
    found = load_catalog(str(tmp_path / "mine"))
    assert [*found.requirements] == ["C1-1", "C1-2", "C1-0"]
    assert found.groups["C1"].title["en"] == "Area"
    assert found.groups["C1"].section == "area"


def test_what_is_off_is_not_asked_and_says_why(tmp_path):
    base(tmp_path / "base")
    over(tmp_path / "mine", "../base", "off: [{id: C1-2, reason: {th: ไม่ใช้, en: Not used}}]\n")
    found = load_catalog(str(tmp_path / "mine"))
    assert [*found.requirements] == ["C1-1"]
    assert [(entry.id, entry.reason["en"]) for entry in found.off.values()] == [
        ("C1-2", "Not used")
    ]


def test_an_unknown_id_cannot_be_off(tmp_path):
    base(tmp_path / "base")
    over(tmp_path / "mine", "../base", "off: [{id: C1-9, reason: {th: ไม่ใช้, en: Not used}}]\n")
    with pytest.raises(CatalogError) as problem:
        load_catalog(str(tmp_path / "mine"))
    assert "C1-9" in problem.value.text("en")
    assert "C1-9" in problem.value.text("th")
    assert problem.value.exit_code == 4


def test_a_profile_like_another_asks_for_the_same(tmp_path):
    base(tmp_path / "base")
    over(
        tmp_path / "mine",
        "../base",
        "profiles: [{id: cup, like: logo, title: {th: ขอถ้วย, en: Cup}}]\n",
    )
    found = load_catalog(str(tmp_path / "mine"))
    asked = {item.id: item.profiles for item in found.requirements.values()}
    assert asked == {"C1-1": ("logo", "cup"), "C1-2": ("medal",)}
    assert found.default_profile == "cup"


def test_a_level_of_the_profile_it_is_like_holds_for_it_too(tmp_path):
    folder = base(tmp_path / "base")
    written = (folder / "c1.yaml").read_text(encoding="utf-8")
    stated = "level: {default: recommended, profiles: {logo: mandatory}}"
    (folder / "c1.yaml").write_text(written.replace("level: mandatory", stated), encoding="utf-8")
    over(
        tmp_path / "mine",
        "../base",
        "profiles: [{id: cup, like: logo, title: {th: ขอถ้วย, en: Cup}}]\n",
    )
    rows = assessed(
        "smartcert: 1\narea: {}\n", where=str(tmp_path / "mine"), profile="cup"
    ).requirements
    assert [(row.id, row.level) for row in rows] == [("C1-1", "mandatory")]


@pytest.mark.parametrize("extends", ["../mine", ".", "../other"])
def test_a_catalog_cannot_extend_itself(extends, tmp_path):
    over(tmp_path / "mine", extends)
    over(tmp_path / "other", "../mine")
    with pytest.raises(CatalogError) as problem:
        load_catalog(str(tmp_path / "mine"))
    assert "itself" in problem.value.text("en")


def test_a_catalog_that_is_not_there_cannot_be_extended(tmp_path):
    over(tmp_path / "mine", "../nowhere")
    with pytest.raises(CatalogError, match="nowhere"):
        load_catalog(str(tmp_path / "mine"))


def test_three_storeys(tmp_path):
    base(tmp_path / "base")
    over(
        tmp_path / "middle",
        "../base",
        requirements=REQUIREMENT.format(id="C1-1", title="Middle", profile="logo"),
    )
    over(tmp_path / "top", "../middle", "off: [{id: C1-2, reason: {th: ไม่ใช้, en: Not used}}]\n")
    assert titles(tmp_path / "top") == {"C1-1": "Middle"}


def test_a_change_below_changes_the_digest_above(tmp_path):
    folder = base(tmp_path / "base")
    over(tmp_path / "mine", "../base")
    before = load_catalog(str(tmp_path / "mine")).digest
    written = (folder / "c1.yaml").read_text(encoding="utf-8")
    (folder / "c1.yaml").write_text(written.replace("First", "Third"), encoding="utf-8")
    after = load_catalog(str(tmp_path / "mine"))
    assert after.digest != before
    assert after.requirements["C1-1"].title["en"] == "Third"


def test_the_contest_keeps_what_it_does_not_change():
    contest, built_in = catalog(CONTEST), catalog()
    mine = contest.requirements
    theirs = built_in.requirements
    off = contest.off.keys()
    assert off == {"G0-4", "C4-R1", "C4-R2"}
    assert mine.keys() == (theirs.keys() - off) | {"M-1", "M-2"}
    changed = {key for key in theirs.keys() - off if mine[key].check != theirs[key].check}
    assert changed == {"C1-3"}
    assert [*contest.groups] == [*built_in.groups, "M"]


def test_the_contest_asks_what_a_promotion_area_is_asked():
    contest, built_in = catalog(CONTEST), catalog()
    off = contest.off.keys()
    asked = {item.id for item in contest.requirements.values() if "contest" in item.profiles}
    like = {item.id for item in built_in.requirements.values() if "promotion-area" in item.profiles}
    assert asked == (like - off) | {"C1-3", "M-1", "M-2"}
    assert contest.default_profile == "contest"


def test_a_proposal_is_held_against_the_contest():
    text = """\
smartcert: 1
area: {vision: ทุกคนเดินทางถึงโรงเรียนได้ด้วยรถสาธารณะ}
services:
  mobility:
    projects: [{id: P1, name: รถรับส่ง, objective: ลดเวลารอรถของผู้โดยสารลงครึ่งหนึ่งในทุกเส้นทาง}]
"""
    found = assessed(text, where=CONTEST)
    assert (found.catalog_id, found.profile, found.edition) == ("mobility-contest", "contest", 2569)
    said = statuses(found)
    assert (said["C1-3"], said["M-1"], said["M-2"]) == ("met", "met", "not-applicable")
    assert not {"G0-4", "C4-R1", "C4-R2"} & {row.id for row in found.requirements}


def test_a_profile_like_another_asks_for_what_its_own_catalog_adds(tmp_path):
    base(tmp_path / "base")
    profiles = (
        "profiles: [{id: logo, title: {th: ขอตรา, en: Logo}}, {id: cup, like: logo, "
        "title: {th: ขอถ้วย, en: Cup}}]\n"
    )
    over(
        tmp_path / "mine",
        "../base",
        profiles,
        REQUIREMENT.format(id="C1-3", title="Mine", profile="logo"),
    )
    asked = {
        item.id: item.profiles
        for item in load_catalog(str(tmp_path / "mine")).requirements.values()
    }
    assert asked == {"C1-1": ("logo", "cup"), "C1-2": ("medal",), "C1-3": ("logo", "cup")}


def test_a_profile_like_another_needs_no_other_catalog(tmp_path):
    folder = base(tmp_path / "base")
    written = (folder / "catalog.yaml").read_text(encoding="utf-8")
    more = "profiles:\n  - {id: cup, like: logo, title: {th: ขอถ้วย, en: Cup}}\n"
    (folder / "catalog.yaml").write_text(written.replace("profiles:\n", more), encoding="utf-8")
    asked = {item.id: item.profiles for item in load_catalog(str(folder)).requirements.values()}
    assert asked == {"C1-1": ("logo", "cup"), "C1-2": ("medal",)}


@pytest.mark.parametrize(("length", "allowed"), [(8, True), (9, False), (1000, False)])
def test_a_chain_of_catalogs_has_an_end(length, allowed, tmp_path):
    over(tmp_path / "c0", "th-smart-city")
    for number in range(1, length):
        over(tmp_path / f"c{number}", f"../c{number - 1}")
    last = tmp_path / f"c{length - 1}"
    if allowed:
        assert load_catalog(str(last)).id == last.name
    else:
        with pytest.raises(CatalogError, match="more than 8 catalogs"):
            load_catalog(str(last))
