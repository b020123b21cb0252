"""Text of strangers made harmless for a terminal."""

from __future__ import annotations

import re

_CONTROL = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)


def clean(text: str) -> str:
    """Make control and direction characters visible as what they are: something that does not belong there."""
    return _CONTROL.sub("\ufffd", text.replace("\t", "  "))
