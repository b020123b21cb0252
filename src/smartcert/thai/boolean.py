"""Yes and no."""

from __future__ import annotations

import re

from smartcert.patterns import lazy_pattern
from smartcert.thai.loose import Loose
from smartcert.thai.numeral import ValueReadError, simplify
from smartcert.thai.word_list import word_lists


def read_boolean(text: str) -> bool:
    """Return whether text says yes. Raises `ValueReadError` when it says neither yes nor no."""
    word = simplify(text)
    lists = word_lists("values")
    if word in lists["yes"]:
        return True
    if word in lists["no"]:
        return False
    raise ValueReadError("flag")


_LONGEST = 200
_BUT = lazy_pattern("แต่|ยกเว้น|บางส่วน|บ้าง|หรือ|อาจ|ถ้า|แน่|ทราบ|ระบุ|but|except|some|maybe|may|if|or")
"""What takes a yes or no back, or leaves it open: `มี แต่ไม่ระบุชื่อ`, `ไม่แน่ใจ`."""

_NO = (
    r"(?:(?:ยัง)?ไม่(?:ได้)?|มิได้)(?:มีการ|มี|ใช่|ใช้|เก็บ|ประมวลผล|จัดเก็บ|รวบรวม|รับ(?:การ)?(?:ยืนยัน|อนุมัติ))"
    r"|ไม่เป็น(?:ข้อมูลส่วนบุคคล|$)|รอ(?:การ)?(?:ยืนยัน|อนุมัติ|พิจารณา)|no|not"
)
_YES = (
    r"ใช่|มีการ|มี|ใช้|เป็น(?:ข้อมูลส่วนบุคคล|$)|เก็บ|จัดเก็บ|yes"
    r"|(?:ได้รับ(?:การ)?)?อนุมัติ(?:แล้ว)?(?= ?(?:$|เมื่อ|โดย|ตามมติ|วันที่))"
)
_OTHER = lazy_pattern(
    "สถิติ|(?:ข้อมูล|ยอด|ภาพ|ค่า)รวม|สาธารณะ|เปิดเผย|นิรนาม|aggregate|anonym|statistic|public"
)
"""What data are that are not personal: `มีข้อมูลรวม` does not say that there are personal data."""

_SAID = lazy_pattern(rf"(?:({_NO})|({_YES}))(?![a-z])(.*)", re.DOTALL)


def interpret_boolean(text: str) -> bool | Loose:
    """Return yes or no; what follows may explain it: `ใช่ (ชื่อ ที่อยู่)`. Raises `ValueReadError`."""
    try:
        return read_boolean(text[:_LONGEST])
    except ValueReadError as problem:
        bare = simplify(text, _LONGEST)
        if match := re.fullmatch(r"([^()]+?) ?\([^()]+\)", bare):
            said = _plain(match[1])
            if said is not None:
                return Loose(said, "explained")
        match = _SAID.fullmatch(bare)
        # `มีข้อมูล ไม่เก็บชื่อ`, `ไม่มี มี`: what follows must not say the other.
        is_other = match is not None and match[1] is None and _OTHER.search(match[3])
        if (
            match is None
            or is_other
            or _BUT.search(bare)
            or re.search("ไม่|มิได้|no| มี|ทั่วไป", match[3])
        ):
            raise problem
        return Loose(match[1] is None, "explained")


def _plain(word: str) -> bool | None:
    try:
        return read_boolean(word)
    except ValueReadError:
        return None
