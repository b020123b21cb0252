"""Text for comparison, and text that only holds a place."""

from __future__ import annotations

import re
from functools import lru_cache
from unicodedata import is_normalized, normalize

from smartcert.thai.digits import arabic

_INVISIBLE = "[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]"
_DISORDER = (
    r"[\u0e47-\u0e4e][\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]|[\u0e31\u0e34-\u0e3a]{2}|\u0e33[\u0e47-\u0e4c]|\u0e4d\u0e32|\u0e40\u0e40"
)
"""What clean Thai text does not have: a tone before its vowel, doubled marks, SARA AM in parts, two SARA E for one SARA AE."""


_UNUSUAL = re.compile(f"{_INVISIBLE}|[๐-๙０-９]|{_DISORDER}")

SHORT = 200
"""Characters; what is shorter is remembered, since names, units and ids come again and again."""


def same(text: str) -> str:
    """Give the form in which two spellings of one thing are equal. For comparison only; never shown."""
    return _remembered(text) if len(text) <= SHORT else _same(text)


def _same(text: str) -> str:
    text = text.casefold()
    if not text.isascii() and (_UNUSUAL.search(text) or not is_normalized("NFC", text)):
        text = normalize("NFC", arabic(re.sub(_INVISIBLE, "", text)))
        if re.search(_DISORDER, text):
            text = _in_order(text)
    return " ".join(text.split())


_remembered = lru_cache(maxsize=8192)(_same)


def _in_order(text: str) -> str:
    """Put marks in the order in which Unicode has them, vowel before tone; NFC leaves most of Thai as it was typed."""
    text = _sorted(text.replace("\u0e40\u0e40", "\u0e41").replace("\u0e33", "\u0e4d\u0e32"))
    text = re.sub("(?:\u0e4d\u0e32[\u0e47-\u0e4c]*)+", _tones_first, text)
    return _sorted(text).replace("\u0e4d\u0e32", "\u0e33")


def _sorted(text: str) -> str:
    """Put each run of marks in order, each mark once."""
    return re.sub("[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]{2,}", lambda run: "".join(sorted(set(run[0]))), text)


def _tones_first(run: re.Match[str]) -> str:
    """Put tones typed after a SARA AM, here in its two parts, before it."""
    pairs = run[0].count("\u0e4d\u0e32")
    return run[0].replace("\u0e4d\u0e32", "") + "\u0e4d\u0e32" * pairs


_COMING = (
    "ดำเนินการ",
    "จัดทำ",
    "ดำเนินงาน",
    "จัดเตรียม",
    "จัดหา",
    "ศึกษา",
    "รวบรวม",
    "รวบรวมข้อมูล",
    "ประสานงาน",
    "สรุป",
    "ปรับปรุง",
    "ยกร่าง",
    "",
)
_PLACEHOLDERS = frozenset(
    (
        "tbd", "tba", "tbc", "to be determined", "to be confirmed", "to be announced", "to be added", "to do", "todo", "n/a", "na",
        "not available", "not applicable yet", "not yet", "none yet", "no data", "coming soon", "unknown", "lorem ipsum", "sample",
        "sample text", "example text", "your text here", "fill in", "fill in here", "insert here", "insert text here", "placeholder",
        "รอ", "รอข้อมูล", "รอข้อมูลเพิ่มเติม", "รอข้อมูลจากหน่วยงาน", "รอเพิ่มข้อมูล", "รอเพิ่มเติม", "รอยืนยัน", "รอการยืนยัน", "รอยืนยันข้อมูล",
        "รอผล", "รอสรุป", "รอระบุ", "รอเติม", "รอกรอก", "รอเอกสาร", "รอดำเนินการ", "รอการดำเนินการ", "รอปรับปรุง",
        "กำลังจัดทำ", "กำลังรวบรวม", "กำลังรวบรวมข้อมูล", "กำลังประสานงาน", "อยู่ในขั้นตอนการจัดทำ",
        "ไม่มีข้อมูล", "ยังไม่มีข้อมูล", "ไม่ระบุ", "ยังไม่ระบุ", "ยังไม่ได้ระบุ", "ยังไม่กำหนด", "ยังไม่ได้กำหนด", "ยังไม่แน่นอน", "ยังไม่ทราบ",
        "ยังไม่สรุป", "ยังไม่ได้ข้อสรุป", "ยังไม่ได้จัดทำ",
        "จะแจ้งภายหลัง", "แจ้งภายหลัง", "จะแจ้งให้ทราบภายหลัง", "จะระบุภายหลัง", "ระบุภายหลัง", "จะเพิ่มเติมภายหลัง", "เพิ่มเติมภายหลัง",
        "จะจัดส่งภายหลัง", "จัดส่งภายหลัง", "จะส่งภายหลัง", "จะจัดทำภายหลัง", "จะกรอกภายหลัง",
        "ระบุ", "โปรดระบุ", "กรุณาระบุ", "โปรดกรอก", "กรุณากรอก", "ใส่ข้อมูล", "กรอกข้อมูล", "ใส่ข้อความ", "กรอกข้อความ", "เติมข้อมูล",
        "ตัวอย่าง", "ตัวอย่างข้อความ", "ข้อความตัวอย่าง", "ทดสอบ", "ข้อความทดสอบ",
        *(f"{state}{article}{what}" for state in ("อยู่ระหว่าง", "อยู่ในระหว่าง") for article in ("", "การ") for what in _COMING),
    )
)  # fmt: skip
"""Texts, in the form of `same`, that only say that an answer will come. What tells a state (`รออนุมัติ`) is an answer."""

LONGEST_PLACEHOLDER = 60
"""Characters; a longer text is not looked at."""

_EDGES = " \t\n.,;:!?-–—−_…·•*~=|()[]{}<>\"'“”‘’「」ๆฯ"
_HOLE = r"<[^>]*>|\[[^]]*\]|\{+[^}]*\}+|.*(?:_{3}|\.{8}|…{3}).*"
"""A hole of a form: `<กรอกชื่อ>`, `[...]`, `{{name}}`, `ชื่อ ............`."""

_PROVISIONAL = ("(tbd)", "(tba)", "(tbc)", "(รอข้อมูล)", "(รอระบุ)", "(รอยืนยัน)", "(รอการยืนยัน)")
"""Behind an answer these say that it is none yet."""


def is_placeholder(text: str) -> bool:
    """Tell whether a whole text only says that an answer will come, or stands for none: `TBD`, `......`, `รอข้อมูล`."""
    return len(text) <= LONGEST_PLACEHOLDER and _is_placeholder(text)


@lru_cache(maxsize=8192)
def _is_placeholder(text: str) -> bool:
    plain = same(text)
    bare = plain.strip(_EDGES)
    if not bare or bare in _PLACEHOLDERS or bare.replace(" ", "") in _PLACEHOLDERS or (len(bare) > 1 and not bare.strip("x")):
        return True
    return plain.endswith(_PROVISIONAL) or re.fullmatch(_HOLE, plain) is not None


LOOKED_AT = 2000
"""Characters; whether a text repeats itself shows in its beginning."""

_REFRAIN = 40
"""Characters; what repeats something longer has said something."""

_FEW = 8
"""Different words; what makes do with so few, each three times and more, says nothing."""


def is_filler(text: str) -> bool:
    """Tell whether a text repeats one thing over and over, or is the printer's dummy text: it is long and says nothing."""
    words = text[:LOOKED_AT].split()
    packed = "".join(words)
    if len(packed) < 4:
        return False
    if packed[:10].lower() == "loremipsum" or len(set(packed)) <= (1 if len(packed) < 12 else 3):
        return True
    different = len(set(words))
    return (len(words) >= 3 * different and different <= _FEW) or _repeats(packed)


def _repeats(packed: str) -> bool:
    """Tell whether text is one short beginning at least three times over; the last time may be cut short."""
    head = packed[:6]
    period = packed.find(head, 1)
    while 0 < period <= min(len(packed) // 3, _REFRAIN):
        if packed.startswith(packed[period:]):
            return True
        period = packed.find(head, period + 1)
    return False
