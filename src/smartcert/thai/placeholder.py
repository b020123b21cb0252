"""Text that only holds a place, such as `TBD` or `รอข้อมูล`, and text that fills it with nothing."""

from __future__ import annotations

from functools import lru_cache

from smartcert.patterns import lazy_pattern
from smartcert.thai.normalize import normalize
from smartcert.thai.word_list import word_lists

LONGEST_PLACEHOLDER = 60
"""Characters; a longer text is not looked at."""

LOOKED_AT = 2000
"""Characters; whether a text repeats itself shows in its beginning."""

_LONGEST_REFRAIN = 40
"""Characters; what repeats something longer has said something."""

_FEW = 8
"""Different words; what makes do with so few, each three times and more, says nothing."""

_EDGES = " \t\n.,;:!?-–—−_…·•*~=|()[]{}<>\"'“”‘’「」ๆฯ"

BLANK = "⟨⟩"
"""What the blanks of our own forms stand between; no text that is filled in keeps them."""

_HOLE = lazy_pattern(r"<[^>]*>|\[[^]]*\]|\{+[^}]*\}+")
"""A hole of a form: `<กรอกชื่อ>`, `[...]`, `{{name}}`."""

_KEYS = "qwertyuiop asdfghjkl zxcvbnm ๆไำพะัีรนยบล ฟหกดเ้่าสวง ผปแอิืทมใฝ"
"""Rows of keys, English and Thai. A hand laid on them types four in a row, which no word has."""


_LISTS = word_lists("placeholders")
_WHOLE = frozenset(map(normalize, _LISTS["whole"]))
_DOING, _OBJECT = "|".join(_LISTS["doing"]), "|".join(_LISTS["object"])

_COMING = lazy_pattern(
    # อยู่ระหว่างดำเนินการ, กำลังรวบรวมข้อมูลอยู่, อยู่ในขั้นตอนการจัดทำเอกสาร
    r"(?:(?:อยู่)?(?:ใน)?ระหว่าง|กำลัง|อยู่ในขั้นตอน)"
    rf"(?:(?:การ)?(?:{_DOING}|รวบรวม|สรุป))+(?:{_OBJECT})*(?:อยู่)?"
    # รอข้อมูลเพิ่มเติม, รอการยืนยัน, รอข้อมูลจากหน่วยงานที่เกี่ยวข้อง
    rf"|รอ(?:การ)?(?:{_OBJECT}|{_DOING}|ยืนยัน|ระบุ|เติม|กรอก|ผล|สรุป|เพิ่ม)*"
    r"(?:จากหน่วยงาน(?:ที่เกี่ยวข้อง)?)?"
    # ยังไม่มีข้อมูล, ยังไม่ได้กำหนด, ยังไม่มีข้อสรุป
    r"|ยังไม่(?:ได้)?"
    rf"(?:มี|ระบุ|กำหนด|แน่นอน|แน่ชัด|ทราบ|กรอก|ข้อสรุป|สรุป|{_DOING})+(?:{_OBJECT}|ข้อสรุป)*"
    # โปรดดูไฟล์แนบ, รายละเอียดตามเอกสารแนบท้าย, ดังแนบ
    r"|(?:โปรด(?=ดู))?(?:ดู|ดัง|ตาม|ปรากฏตาม|รายละเอียด(?:ตาม|ดัง|อยู่ใน|ปรากฏตาม)?)+"
    r"(?:ที่|เอกสาร|ไฟล์|แฟ้ม)*แนบ(?:ท้าย|มา(?:ด้วย|พร้อมนี้)?)?"
)
"""What says, without blanks, that an answer will come, or where it is instead."""

_STATE = lazy_pattern(
    rf"(?:(?:อยู่)?(?:ใน)?ระหว่าง|กำลัง)(?:การ)?(?:{_DOING})|รอ(?:การ)?(?:{_DOING})"
    rf"|ยังไม่(?:ได้)?(?:{_DOING})|pending|in ?progress"
)
"""The placeholders that say, without blanks, how far something is: `กำลังดำเนินการ`."""


def is_placeholder(text: str) -> bool:
    """Whether a whole text says that an answer will come, or stands for none: `TBD`, `......`.

    So does a text of any length in which a blank of a form still stands.
    """
    return BLANK[0] in text or (len(text) <= LONGEST_PLACEHOLDER and _is_placeholder(text))


@lru_cache(maxsize=8192)
def _is_placeholder(text: str) -> bool:
    plain = normalize(text)
    bare = plain.strip(_EDGES)
    packed = bare.replace(" ", "")
    if packed.endswith(_LISTS["polite"]):  # ไม่ทราบค่ะ
        packed = next(
            packed.removesuffix(word) for word in _LISTS["polite"] if packed.endswith(word)
        )
    return (
        not packed
        or bare in _WHOLE
        or packed in _WHOLE
        or (len(bare) > 1 and not bare.strip("x"))
        or _COMING.fullmatch(packed) is not None
        or (plain[0] in "<[{" and _HOLE.fullmatch(plain) is not None)
        or (packed[:4] in _KEYS and _is_mashed(bare.split()))
        or plain.endswith(_LISTS["provisional"])
        or "___" in plain  # ชื่อ ________
        or "........" in plain
        or "………" in plain
    )


def says_state(text: str) -> bool:
    """Whether a placeholder answers a field that asks how far something is: `กำลังดำเนินการ`."""
    return _STATE.fullmatch(_packed(text)) is not None


def says_none(text: str) -> bool:
    """Whether a placeholder answers a field for which there may be nothing: `ไม่มี`."""
    return _packed(text) in _LISTS["none"]


def _packed(text: str) -> str:
    return normalize(text).strip(_EDGES).replace(" ", "")


def _is_mashed(words: list[str]) -> bool:
    """Whether all words are keys beside each other: `asdf qwer zxcv`."""
    return len(words[0]) > 3 and all(
        len(word) > 2 and word[start : start + 4] in _KEYS
        for word in words
        for start in range(0, len(word), 4)
    )


def is_filler(text: str) -> bool:
    """Whether a long text says nothing: one thing over and over, or a printer's dummy text."""
    words = text[:LOOKED_AT].split()
    packed = "".join(words)
    if len(packed) < 4:
        return False
    if packed[:4].lower() in _KEYS and _is_mashed(
        [word for word in normalize(text[:LOOKED_AT]).split() if word.strip(_EDGES)]
    ):
        return True
    if packed[:10].lower() == "loremipsum" or len(set(packed)) <= (1 if len(packed) < 12 else 3):
        return True
    different = len(set(words))
    return (len(words) >= 3 * different and different <= _FEW) or _repeats(packed)


def _repeats(packed: str) -> bool:
    """Whether text is one short refrain at least three times over; the last may be cut short."""
    head = packed[:6]
    # `ทดสอบทดสอบทดสอบ`: the head comes again after 5 letters, and from there on the text is
    # what it was from its start.
    period = packed.find(head, 1)
    while 0 < period <= min(len(packed) // 3, _LONGEST_REFRAIN):
        if packed.startswith(packed[period:]):
            return True
        period = packed.find(head, period + 1)
    return False
