"""Text for comparison, and text that only holds a place."""

from __future__ import annotations

import re
from functools import lru_cache
from unicodedata import is_normalized, normalize

from smartcert.thai.digits import arabic

_INVISIBLE = "[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]"
_DISORDER = r"[\u0e47-\u0e4e][\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]|[\u0e31\u0e34-\u0e3a]{2}|\u0e33[\u0e47-\u0e4c]|\u0e4d\u0e32|\u0e40\u0e40"
"""What clean Thai text does not have: a tone before its vowel, doubled marks, SARA AM in parts, two SARA E for one SARA AE."""


_UNUSUAL = re.compile(f"{_INVISIBLE}|[๐-๙０-９]|{_DISORDER}")

SHORT = 200
"""Characters; what is shorter is remembered, since names, units and ids come again and again."""


def same(text: str) -> str:
    """Return the form in which two spellings of one thing are equal. For comparison only; never shown."""
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
    return re.sub(
        "[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]{2,}", lambda run: "".join(sorted(set(run[0]))), text
    )


def _tones_first(run: re.Match[str]) -> str:
    """Put tones typed after a SARA AM, here in its two parts, before it."""
    pairs = run[0].count("\u0e4d\u0e32")
    return run[0].replace("\u0e4d\u0e32", "") + "\u0e4d\u0e32" * pairs


def loose(text: str) -> str:
    """Return the form in which two spellings of a name are equal that differ in blanks and dots: `อบต`, `อ.บ.ต.`."""
    return same(text).replace(" ", "").replace(".", "")


_DOING = "ดำเนินการ|ดำเนินงาน|จัดทำ|จัดเตรียม|จัดหา|ศึกษา|ปรับปรุง|ยกร่าง|ตรวจสอบ|ประสานงาน|ประสาน"
_WHAT = "ข้อมูล|เอกสาร|รายละเอียด|เพิ่มเติม"
_COMING = re.compile(
    rf"(?:(?:อยู่)?(?:ใน)?ระหว่าง|กำลัง|อยู่ในขั้นตอน)(?:(?:การ)?(?:{_DOING}|รวบรวม|สรุป))+(?:{_WHAT})*(?:อยู่)?"
    rf"|รอ(?:การ)?(?:{_WHAT}|{_DOING}|ยืนยัน|ระบุ|เติม|กรอก|ผล|สรุป|เพิ่ม)*(?:จากหน่วยงาน(?:ที่เกี่ยวข้อง)?)?"
    rf"|ยังไม่(?:ได้)?(?:มี|ระบุ|กำหนด|แน่นอน|แน่ชัด|ทราบ|กรอก|ข้อสรุป|สรุป|{_DOING})+(?:{_WHAT}|ข้อสรุป)*"
    rf"|(?:โปรด)?(?:ดู|ดัง|ตาม|ปรากฏตาม|รายละเอียด(?:ตาม|ดัง|อยู่ใน|ปรากฏตาม)?)+(?:ที่|เอกสาร|ไฟล์|แฟ้ม)*แนบ(?:ท้าย|มา(?:ด้วย|พร้อมนี้)?)?"
)
_BEGINNINGS = (
    "อยู่",
    "ระหว่าง",
    "ในระหว่าง",
    "กำลัง",
    "รอ",
    "ยังไม่",
    "โปรดดู",
    "ดู",
    "ดัง",
    "ตาม",
    "ปรากฏตาม",
    "รายละเอียด",
)
"""How a text begins that may be one of these; most do not, which is quickly seen."""

_POLITE = ("นะครับ", "ครับ", "นะคะ", "ค่ะ", "คะ")

_STATE = re.compile(
    rf"(?:(?:อยู่)?(?:ใน)?ระหว่าง|กำลัง)(?:การ)?(?:{_DOING})|รอ(?:การ)?(?:{_DOING})|ยังไม่(?:ได้)?(?:{_DOING})|pending|in ?progress"
)
_NONE = frozenset(("ไม่มี", "ยังไม่มี", "none", "nil"))

_PLACEHOLDERS = frozenset(
    (
        "tbd", "tba", "tbc", "to be determined", "to be confirmed", "to be announced", "to be added", "to do", "todo", "n/a", "na",
        "not available", "not applicable yet", "not yet", "none yet", "no data", "coming soon", "unknown", "lorem ipsum", "sample",
        "sample text", "example text", "your text here", "fill in", "fill in here", "insert here", "insert text here", "placeholder",
        "none", "nil", "pending", "in progress", "test", "testing", "see attached", "see annex", "as attached",
        "ไม่มี", "ไม่มีข้อมูล", "ไม่ทราบ", "ไม่ทราบข้อมูล", "ไม่ระบุ", "อยู่ระหว่าง", "อยู่ในระหว่าง", "เอกสารแนบ",
        "จะแจ้งภายหลัง", "แจ้งภายหลัง", "จะแจ้งให้ทราบภายหลัง", "จะระบุภายหลัง", "ระบุภายหลัง", "จะเพิ่มเติมภายหลัง", "เพิ่มเติมภายหลัง",
        "จะจัดส่งภายหลัง", "จัดส่งภายหลัง", "จะส่งภายหลัง", "จะจัดทำภายหลัง", "จะกรอกภายหลัง",
        "ระบุ", "โปรดระบุ", "กรุณาระบุ", "โปรดกรอก", "กรุณากรอก", "ใส่ข้อมูล", "กรอกข้อมูล", "ใส่ข้อความ", "กรอกข้อความ", "เติมข้อมูล",
        "ตัวอย่าง", "ตัวอย่างข้อความ", "ข้อความตัวอย่าง", "ทดสอบ", "ข้อความทดสอบ",
    )
)  # fmt: skip
"""Texts, in the form of `same`, that only say that an answer will come. What tells a state (`รออนุมัติ`) is an answer."""

LONGEST_PLACEHOLDER = 60
"""Characters; a longer text is not looked at."""

_EDGES = " \t\n.,;:!?-–—−_…·•*~=|()[]{}<>\"'“”‘’「」ๆฯ"
_HOLE = re.compile(r"<[^>]*>|\[[^]]*\]|\{+[^}]*\}+")
_GAPS = ("___", "........", "………")
"""Holes of a form: `<กรอกชื่อ>`, `[...]`, `{{name}}`, `ชื่อ ............`."""

_KEYS = "qwertyuiop asdfghjkl zxcvbnm ๆไำพะัีรนยบล ฟหกดเ้่าสวง ผปแอิืทมใฝ"
"""Rows of keys, English and Thai. A hand laid on them types four in a row, which no word has."""

_PROVISIONAL = ("(tbd)", "(tba)", "(tbc)", "(รอข้อมูล)", "(รอระบุ)", "(รอยืนยัน)", "(รอการยืนยัน)")
"""Behind an answer these say that it is none yet."""


def is_placeholder(text: str) -> bool:
    """Whether a whole text only says that an answer will come, or stands for none: `TBD`, `......`, `รอข้อมูล`."""
    return len(text) <= LONGEST_PLACEHOLDER and _is_placeholder(text)


@lru_cache(maxsize=8192)
def _is_placeholder(text: str) -> bool:
    plain = same(text)
    bare = plain.strip(_EDGES)
    packed = bare.replace(" ", "")
    if packed.endswith(_POLITE):
        packed = next(packed.removesuffix(word) for word in _POLITE if packed.endswith(word))
    if (
        not packed
        or bare in _PLACEHOLDERS
        or packed in _PLACEHOLDERS
        or (len(bare) > 1 and not bare.strip("x"))
    ):
        return True
    if packed.startswith(_BEGINNINGS) and _COMING.fullmatch(packed):
        return True
    if plain[0] in "<[{" and _HOLE.fullmatch(plain):
        return True
    if packed[:4] in _KEYS and _is_mashed(bare.split()):
        return True
    return plain.endswith(_PROVISIONAL) or (
        ("_" in plain or ".." in plain or "…" in plain) and any(gap in plain for gap in _GAPS)
    )


def tells_state(text: str) -> bool:
    """Whether a placeholder is an answer where a field asks how far something is: `กำลังดำเนินการ`."""
    return _STATE.fullmatch(_packed(text)) is not None


def tells_none(text: str) -> bool:
    """Whether a placeholder is an answer where there may be nothing: `ไม่มี`."""
    return _packed(text) in _NONE


def _packed(text: str) -> str:
    return same(text).strip(_EDGES).replace(" ", "")


def _is_mashed(words: list[str]) -> bool:
    """Whether all words are keys beside each other: `asdf qwer zxcv`."""
    return len(words[0]) > 3 and all(
        len(word) > 2 and word[start : start + 4] in _KEYS
        for word in words
        for start in range(0, len(word), 4)
    )


LOOKED_AT = 2000
"""Characters; whether a text repeats itself shows in its beginning."""

_REFRAIN = 40
"""Characters; what repeats something longer has said something."""

_FEW = 8
"""Different words; what makes do with so few, each three times and more, says nothing."""


def is_filler(text: str) -> bool:
    """Whether a text repeats one thing over and over, or is the printer's dummy text: it is long and says nothing."""
    words = text[:LOOKED_AT].split()
    packed = "".join(words)
    if len(packed) < 4:
        return False
    if packed[:4].lower() in _KEYS and _is_mashed(
        [word for word in same(text[:LOOKED_AT]).split() if word.strip(_EDGES)]
    ):
        return True
    if packed[:10].lower() == "loremipsum" or len(set(packed)) <= (1 if len(packed) < 12 else 3):
        return True
    different = len(set(words))
    return (len(words) >= 3 * different and different <= _FEW) or _repeats(packed)


def _repeats(packed: str) -> bool:
    """Whether text is one short beginning at least three times over; the last time may be cut short."""
    head = packed[:6]
    period = packed.find(head, 1)
    while 0 < period <= min(len(packed) // 3, _REFRAIN):
        if packed.startswith(packed[period:]):
            return True
        period = packed.find(head, period + 1)
    return False
