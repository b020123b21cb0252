"""A mistyped word is close to one of a closed set, or to none."""

from __future__ import annotations

import difflib
import random

import pytest

import smartcert
from smartcert.suggest import MOST_GUESSES, Guesses, closest

KNOWN = ["promotion-area", "logo", "renewal", "boi-area", "พื้นที่"]


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("logo", "logo"),
        ("LOGO", "logo"),
        ("promotion area", "promotion-area"),
        ("Promotion_Area", "promotion-area"),
        ("promtion-area", "promotion-area"),
        ("renewel", "renewal"),
        ("พื้นทื่", "พื้นที่"),
        ("budget", None),
        ("", None),
        ("logo" * 21, None),
    ],
)
def test_the_closest_word(word, expected):
    assert closest(word, KNOWN) == expected


def test_of_words_that_are_the_same_the_first_counts():
    assert closest("boi area", ["boi-area", "boi_area"]) == "boi-area"


def test_nothing_is_close_to_nothing():
    assert closest("logo", []) is None


@pytest.mark.parametrize(
    ("word", "known"),
    [
        ("ไม่เปิดเผย", "เปิดเผย"),
        ("บจก.", "อบจ."),
        ("non-personal", "personal"),
        ("unconfirmed", "confirmed"),
        ("ยังไม่ได้รับงบประมาณ", "ได้รับงบประมาณแล้ว"),
        ("ได้รับงบประมาณ", "ยังไม่ได้รับงบประมาณ"),
        ("Southern Economic Corridor", "Eastern Economic Corridor"),
        ("เขตพัฒนาพิเศษภาคตะวันตก", "เขตพัฒนาพิเศษภาคตะวันออก"),
        ("โครงการ 1", "โครงการ 2"),
        ("ทุกตัวชี้วัด", "ตัวชี้วัด 2"),
        ("ENV-G122", "ENV-G12"),
        ("smart_economy", "smart_ecology_energy"),
        ("5 พันบาท", "5 ล้านบาท"),
        ("45.000 คน", "45 คน"),
        ("ยังไม่เสร็จ", "ยังไม่เริ่ม"),
        ("ยังไม่ได้รับ", "ยังไม่ได้ยื่น"),
        ("ไม่ได้รับงบประมาณ", "ยังไม่ได้รับงบประมาณ"),
        ("ได้รับงบประมาณบางส่วน", "ได้รับงบประมาณแล้ว"),
        ("ยังไม่แล้วเสร็จ", "แล้วเสร็จ"),
        ("ไม่อนุมัติ", "อนุมัติแล้ว"),
        ("ไม่ลดลง", "ลดลง"),
        ("มิได้รับ", "ได้รับ"),
        ("เขต EEC", "นอกเขต EEC"),
        ("outside eec", "inside eec"),
        ("งบประมาณเทศบาล", "งบประมาณรัฐบาล"),
        ("งบท้องถิ่น", "งบรัฐบาล"),
        ("เมืองอัจฉริยะ", "เมืองใหม่อัจฉริยะ"),
        ("smart city", "Smart Livable City"),
        ("สำนักงานเทศบาล", "สำนักงาน"),
        ("เทศบาลเมือง", "เทศบาลตำบล"),
        ("รัฐ/เอกชน", "เอกชน"),
        ("ส่วนบุคคลและลับ", "ส่วนบุคคล"),
        ("เอกชนหรือรัฐ", "เอกชน"),
        ("not open", "open"),
        ("unapproved", "approved"),
        ("uncertified", "certified"),
        ("ไร้เงินสด", "เงินสด"),
        ("ตัวชี้วัด 12", "ตัวชี้วัด 1"),
        ("ตัวชี้วัด ๑", "ตัวชี้วัด ๒"),
        ("P10", "P1"),
        ("ปี 2569", "ปี 2570"),
        ("12 ล้านบาท", "12 แสนบาท"),
        ("ภาคเหนือ", "ภาคใต้"),
        ("ตะวันออกเฉียงเหนือ", "ตะวันออก"),
        ("การเดินทางอัจฉริยะ", "การดำรงชีวิตอัจฉริยะ"),
        ("Smart Living", "Smart Mobility"),
        ("อบต.", "อบจ."),
        ("บมจ.", "บจก."),
    ],
)
def test_what_says_another_thing_is_not_proposed(word, known):
    assert closest(word, [known]) is None


def test_the_next_closest_is_proposed_where_the_closest_says_another_thing():
    assert closest("โครงการ 10", ["โครงการ 1", "โครงการ10"]) == "โครงการ10"


LETTERS = "กขคงจชซญดตถทธนบปผพภมยรลวศสหabcdefghij"


def similar_names(count: int) -> list[str]:
    """Return names of the same letters, which are the costliest to compare."""
    shuffle = random.Random(2569)
    return ["".join(shuffle.sample(LETTERS, 30)) for _ in range(count)]


@pytest.fixture
def compared(monkeypatch):
    """Count the words that are held against another letter by letter."""
    counted = []
    original = difflib.get_close_matches

    def counting(word, possibilities, **options):
        counted.extend(possibilities)
        return original(word, possibilities, **options)

    monkeypatch.setattr(difflib, "get_close_matches", counting)
    return counted


def test_a_misspelt_name_is_found_among_many():
    names = similar_names(480)
    for name in names[::40]:
        assert closest(f"{name[:9]}x{name[10:]}", names) == name


def test_of_many_names_few_are_compared_letter_by_letter(compared):
    names = similar_names(480)
    closest(f"x{names[0]}", names)
    assert len(compared) <= 16


def test_nothing_is_guessed_among_too_many(compared):
    names = similar_names(501)
    assert closest(f"x{names[0]}", names) is None
    assert compared == []


def test_the_first_hundred_words_are_guessed():
    guesses = Guesses(["วิสัยทัศน์"])
    found = [guesses.closest("วิสัยทัศ") for _ in range(MOST_GUESSES + 1)]
    assert found == ["วิสัยทัศน์"] * MOST_GUESSES + [None]


HEAD = "smartcert: 1\nprofile: logo\n"
FORMS = {
    "annexes": HEAD + "annexes: [{listed}]\napplicant: {{committee: {{annex: [{unknown}]}}}}\n",
    "supports": HEAD + "annexes: [{{id: A, supports: [{unknown}]}}]\n",
    "references": HEAD
    + "services: {{energy: {{goals: [{listed}], projects: [{{goals: [{unknown}]}}]}}}}\n",
    "choices": HEAD + "services: {{energy: {{projects: [{statuses}]}}}}\n",
    "keys": HEAD + "area: {{{keys}}}\n",
}  # fmt: skip


@pytest.mark.parametrize("form", FORMS)
def test_ten_times_as_many_unknown_words_are_not_compared_more_often(form, compared):
    """A hundred words of a kind are guessed at, and each is held against few."""
    names = similar_names(450)
    work = []
    for count in (250, 2500):
        unknown = [f"{name[:9]}{index}{name[9:]}" for index, name in enumerate(names * 7)][:count]
        text = FORMS[form].format(
            listed=", ".join(f"{{id: {name}}}" for name in names),
            unknown=", ".join(unknown),
            statuses=", ".join(f"{{status: กำลังดำเนิ{index}}}" for index in range(count)),
            keys=", ".join(f"{name}: ก" for name in unknown),
        )
        compared.clear()
        smartcert.check(text.encode())
        work.append(len(compared))
    assert work[0] >= work[1]
    assert work[0] > 0
