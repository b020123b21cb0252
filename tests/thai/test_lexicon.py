"""The names and terms that a proposal is full of stay whole at the end of a line."""

from __future__ import annotations

from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartcert.thai.date import MONTHS_TH
from smartcert.thai.lexicon import recut
from smartcert.thai.words import segment

PROVINCES = [
    "กระบี่",
    "กรุงเทพมหานคร",
    "กาญจนบุรี",
    "กาฬสินธุ์",
    "กำแพงเพชร",
    "ขอนแก่น",
    "จันทบุรี",
    "ฉะเชิงเทรา",
    "ชลบุรี",
    "ชัยนาท",
    "ชัยภูมิ",
    "ชุมพร",
    "เชียงราย",
    "เชียงใหม่",
    "ตรัง",
    "ตราด",
    "ตาก",
    "นครนายก",
    "นครปฐม",
    "นครพนม",
    "นครราชสีมา",
    "นครศรีธรรมราช",
    "นครสวรรค์",
    "นนทบุรี",
    "นราธิวาส",
    "น่าน",
    "บึงกาฬ",
    "บุรีรัมย์",
    "ปทุมธานี",
    "ประจวบคีรีขันธ์",
    "ปราจีนบุรี",
    "ปัตตานี",
    "พระนครศรีอยุธยา",
    "พะเยา",
    "พังงา",
    "พัทลุง",
    "พิจิตร",
    "พิษณุโลก",
    "เพชรบุรี",
    "เพชรบูรณ์",
    "แพร่",
    "ภูเก็ต",
    "มหาสารคาม",
    "มุกดาหาร",
    "แม่ฮ่องสอน",
    "ยโสธร",
    "ยะลา",
    "ร้อยเอ็ด",
    "ระนอง",
    "ระยอง",
    "ราชบุรี",
    "ลพบุรี",
    "ลำปาง",
    "ลำพูน",
    "เลย",
    "ศรีสะเกษ",
    "สกลนคร",
    "สงขลา",
    "สตูล",
    "สมุทรปราการ",
    "สมุทรสงคราม",
    "สมุทรสาคร",
    "สระแก้ว",
    "สระบุรี",
    "สิงห์บุรี",
    "สุโขทัย",
    "สุพรรณบุรี",
    "สุราษฎร์ธานี",
    "สุรินทร์",
    "หนองคาย",
    "หนองบัวลำภู",
    "อ่างทอง",
    "อำนาจเจริญ",
    "อุดรธานี",
    "อุตรดิตถ์",
    "อุทัยธานี",
    "อุบลราชธานี",
]
TERMS = [
    "เทศบาล",
    "จังหวัด",
    "งบประมาณ",
    "คณะกรรมการ",
    "คณะอนุกรรมการ",
    "ดิจิทัล",
    "สิ่งแวดล้อม",
    "โครงสร้าง",
    "หนังสือ",
    "รหัส",
    "คะแนน",
    "นโยบาย",
    "ตำแหน่ง",
    "ทรัพยากร",
    "ธรรมาภิบาล",
    "แอปพลิเคชัน",
    "นวัตกรรม",
    "วัตถุประสงค์",
    "ยั่งยืน",
    "ฉุกเฉิน",
    "ปัจจุบัน",
    "บันทึก",
    "บังคับ",
    "เอกสาร",
    "หลักฐาน",
    "วิเคราะห์",
    "วิสัยทัศน์",
    "อุตสาหกรรม",
    "ไตรมาส",
    "สถานะ",
    "บูรณาการ",
    "คาร์บอนไดออกไซด์",
    "อัตลักษณ์",
    "ข้อเสนอ",
    "เป้าหมาย",
    "ดำเนินการ",
    "ตัวชี้วัด",
    "ผู้รับผิดชอบ",
    "ความมั่นคง",
]


def cuts(text: str) -> set[int]:
    return set(accumulate(map(len, segment(text))))


def test_there_are_77_provinces():
    assert len(set(PROVINCES)) == 77


@pytest.mark.parametrize(
    "sentence", ["{}", "จังหวัด{}", "เทศบาลเมือง{}มี", "อำเภอเมือง{} พ.ศ. 2563", "ใน{}"]
)
@pytest.mark.parametrize("word", [*PROVINCES, *MONTHS_TH, *TERMS])
def test_a_word_stays_whole(word, sentence):
    text, start = sentence.format(word), sentence.index("{")
    assert cuts(text).isdisjoint(range(start + 1, start + len(word)))


def test_what_only_looks_like_a_word_is_left_alone():
    # กิจกรรม and การ, not กรรมการ. มาตรา and ด้าน, not ตราด.
    assert segment("กิจกรรมการเรียนรู้")[0] == "กิจกรรม"
    assert recut(["มา", "ตรา", "ด้าน"]) == ["มา", "ตรา", "ด้าน"]


def test_a_cut_word_is_cut_out():
    assert recut(["สนับสนุนง", "บประมาณ", "ของ", "จัง", "หวัดน", "ครนายก"]) == [
        "สนับสนุน",
        "งบประมาณ",
        "ของ",
        "จังหวัด",
        "นครนายก",
    ]


@given(st.lists(st.text(alphabet="กขงจบปมวหดัา้ีิเแ", min_size=1, max_size=6), max_size=10))
def test_mending_loses_nothing(pieces):
    again = recut(pieces)
    assert "".join(again) == "".join(pieces)
    assert all(again)
