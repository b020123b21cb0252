"""Yes and no."""

from __future__ import annotations

from smartcert.thai.unreadable import Unreadable

_YES = frozenset({"ใช่", "มี", "จริง", "ยืนยัน", "ยืนยันแล้ว", "true", "yes", "y"})
_NO = frozenset({"ไม่ใช่", "ไม่", "ไม่มี", "เท็จ", "ไม่ยืนยัน", "ยังไม่ยืนยัน", "ยังไม่มี", "false", "no", "n"})


def read_flag(text: str) -> bool:
    """Give yes or no. Raises `Unreadable`."""
    word = text.strip().casefold()
    if word in _YES:
        return True
    if word in _NO:
        return False
    raise Unreadable("flag")
