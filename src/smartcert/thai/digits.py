"""Thai and full-width digits."""

from __future__ import annotations

_TO_ARABIC = {ord(thai): ord("0") + value for value, thai in enumerate("๐๑๒๓๔๕๖๗๘๙")}
_TO_ARABIC |= {0xFF10 + value: ord("0") + value for value in range(10)}


def arabic(text: str) -> str:
    """Write every digit as an Arabic one."""
    return text if text.isascii() else text.translate(_TO_ARABIC)
