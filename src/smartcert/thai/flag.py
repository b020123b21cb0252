"""Yes and no."""

from __future__ import annotations

from smartcert.thai.unreadable import ValueReadError
from smartcert.thai.value import plain

_YES = frozenset(
    {
        "ใช่",
        "มี",
        "มีแล้ว",
        "จริง",
        "ยืนยัน",
        "ยืนยันแล้ว",
        "ได้รับการยืนยันแล้ว",
        "true",
        "yes",
        "y",
        "✓",
        "✔",
        "☑",
    }
)
_NO = frozenset(
    {"ไม่ใช่", "ไม่", "ไม่มี", "เท็จ", "ไม่จริง", "ไม่ยืนยัน", "ยังไม่ยืนยัน", "ยังไม่ได้ยืนยัน", "ยังไม่มี", "ยังไม่ใช่", "ยัง", "false", "no", "n", "✗", "✘"}
)  # fmt: skip


def read_flag(text: str) -> bool:
    """Return yes or no. Raises `ValueReadError`."""
    word = plain(text)
    if word in _YES:
        return True
    if word in _NO:
        return False
    raise ValueReadError("flag")
