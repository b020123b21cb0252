"""A person on one line: name, phones, e-mails."""

from __future__ import annotations

import re
from typing import Any

from smartcert.patterns import lazy_pattern

_EMAIL = lazy_pattern(
    r"(?:(?:e-?mail|อีเมล|อีเมล์|ไปรษณีย์อิเล็กทรอนิกส์) ?[:.]? ?)?([\w.+-]+@[\w-]+(?:\.[\w-]+)+)", re.I
)
_PHONE = lazy_pattern(
    r"(?:(?:โทร(?:ศัพท์)?|เบอร์(?:โทร(?:ศัพท์)?)?|มือถือ|tel|phone|mobile)\.? ?[:.]? ?)?"
    r"(\+?[0-9๐-๙](?:[ -]?[0-9๐-๙]){7,12}(?: ?(?:ต่อ|ext\.?) ?[0-9๐-๙]+)?)",
    re.IGNORECASE,
)
"""`โทร. 044-567-890 ต่อ 12`."""

_OTHER = lazy_pattern(
    r"(?:โทรสาร|แฟกซ์|fax)\.? ?[:.]? ?[0-9๐-๙](?:[ -]?[0-9๐-๙]){7,12}"
    r"|(?:line(?: ?id)?|ไลน์(?:ไอดี)?) ?: ?[\w.@-]+",
    re.IGNORECASE,
)
"""What else a line of contact has: a fax, a name in a messenger."""

_BEFORE = lazy_pattern("^(?:ชื่อ(?:-สกุล)?|ผู้ประสานงาน|ติดต่อ|name|contact) ?[: ] ?", re.IGNORECASE)


def read_contact(text: str) -> dict[str, Any] | None:
    """Return name, phones and e-mails of a line, or None where it has neither phone nor e-mail."""
    emails = _EMAIL.findall(text)
    rest = _OTHER.sub("\n", _EMAIL.sub("\n", text))
    phones = _PHONE.findall(rest)
    if not emails and not phones:
        return None
    names = [part.strip(" ,;:/-–|") for part in _PHONE.sub("\n", rest).split("\n")]
    name = re.sub(r" ?\([ ,]*\)", "", _BEFORE.sub("", " ".join(filter(None, names))))
    found = {"name": name, "phone": phones, "email": emails}
    return {key: value for key, value in found.items() if value}
