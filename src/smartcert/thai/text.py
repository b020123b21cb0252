"""Text for comparison, and text that only holds a place."""

from __future__ import annotations

import re
import unicodedata

from smartcert.thai.digits import arabic

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_SARA_AM = re.compile("\u0e4d([\u0e48-\u0e4b]?)\u0e32")
_TONE_FIRST = re.compile("([\u0e48-\u0e4b])([\u0e31\u0e34-\u0e39])")
_SPACES = re.compile(r"\s+")


def same(text: str) -> str:
    """Give the form in which two spellings of one thing are equal. For comparison only; never shown."""
    if text.isascii():
        return _SPACES.sub(" ", text).strip().casefold()
    text = _INVISIBLE.sub("", text)
    text = unicodedata.normalize("NFC", text.replace("\u0e40\u0e40", "\u0e41"))
    text = _SARA_AM.sub(
        "\\1\u0e33", text.replace("\u0e48\u0e4d\u0e32", "\u0e48\u0e33").replace("\u0e49\u0e4d\u0e32", "\u0e49\u0e33")
    )
    text = _TONE_FIRST.sub(r"\2\1", text)
    return _SPACES.sub(" ", arabic(text)).strip().casefold()


_PLACEHOLDERS = frozenset(
    same(word)
    for word in (
        "tbd", "tba", "tbc", "to be determined", "to be confirmed", "to be announced", "to do", "todo", "n/a", "na", "none yet",
        "pending", "unknown", "xxx", "xx", "x", "yyy", "lorem ipsum", "sample", "example text", "fill in", "insert here",
        "รอข้อมูล", "รอ", "รอยืนยัน", "รอการยืนยัน", "รออนุมัติ", "รอผล", "รอสรุป", "รอระบุ", "รอเติม", "รอเพิ่มเติม", "รอดำเนินการ",
        "รอข้อมูลเพิ่มเติม", "รอข้อมูลจากหน่วยงาน", "อยู่ระหว่างดำเนินการ", "อยู่ระหว่างการดำเนินการ", "อยู่ระหว่างจัดทำ",
        "อยู่ระหว่างการจัดทำ", "อยู่ระหว่างพิจารณา", "อยู่ระหว่างศึกษา", "อยู่ระหว่างรวบรวม", "อยู่ระหว่างรวบรวมข้อมูล",
        "อยู่ระหว่างประสานงาน", "กำลังดำเนินการ", "กำลังจัดทำ", "กำลังรวบรวม", "กำลังรวบรวมข้อมูล", "ยังไม่มีข้อมูล", "ไม่มีข้อมูล",
        "ยังไม่ระบุ", "ไม่ระบุ", "ยังไม่กำหนด", "ยังไม่แน่นอน", "ยังไม่ทราบ", "ยังไม่สรุป", "จะแจ้งภายหลัง", "แจ้งภายหลัง",
        "จะระบุภายหลัง", "ระบุภายหลัง", "จะเพิ่มเติมภายหลัง", "จะจัดส่งภายหลัง", "โปรดระบุ", "กรุณาระบุ", "ใส่ข้อมูล", "กรอกข้อมูล",
        "ตัวอย่าง", "ทดสอบ", "ข้อความตัวอย่าง",
    )
)  # fmt: skip
_LONGEST = 60
"""No placeholder is longer; a longer text is not looked at."""

_ONLY_MARKS = re.compile(r"[\W_]+")
_WRAPPED = re.compile(r"[<\[{].*[>\]}]")
_EDGES = " .,;:!?-–—_…*()[]{}<>\"'“”ฯ"


def is_placeholder(text: str) -> bool:
    """Tell whether a whole text only says that an answer will come, or stands for none: `TBD`, `......`, `รอข้อมูล`."""
    if len(text) > _LONGEST:
        return False
    bare = text.strip()
    if _ONLY_MARKS.fullmatch(bare) or _WRAPPED.fullmatch(bare):
        return True
    return same(bare.strip(_EDGES)).replace("ๆ", "") in _PLACEHOLDERS


def is_filler(text: str) -> bool:
    """Tell whether a text repeats one thing over and over, so that it is long and says nothing."""
    packed = "".join(text[:2000].split())
    if len(packed) < 12:
        return False
    if len(set(packed)) <= 3:
        return True
    words = text[:2000].split()
    if len(words) >= 3 and len(set(words)) * 3 <= len(words):
        return True
    return any(
        packed[:size] * (len(packed) // size) == packed[: len(packed) // size * size] for size in range(2, len(packed) // 3 + 1)
    )
