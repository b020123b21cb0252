"""What things are called in references: spellings of one name, several names on a line."""

from __future__ import annotations

import re
from collections.abc import Iterator

from smartcert.patterns import lazy_pattern
from smartcert.thai.normalize import normalize

_ANNEX = lazy_pattern(
    r"((?:ภาคผนวก|เอกสารแนบ|สิ่งที่ส่งมาด้วย|annex|appendix|attachment) ?(?:ที่ ?)?"
    r"(?:[ก-ฮ]|[0-9๐-๙]{1,3}|[a-z])\.?)"
    r"(?![ก-๎a-z0-9])[ :.)–-]*(.*)",
    re.IGNORECASE | re.DOTALL,
)
_FILE = lazy_pattern(r"[^\n]+\.[a-z0-9]{2,5}", re.IGNORECASE)

_AND = lazy_pattern(r"\s*[,;/]\s*|\s*และ\s*|\s+(?:กับ|and|&)\s+")


def spellings(label: str) -> Iterator[str]:
    """Yield in what forms labels are compared.

    `ตัวชี้วัดที่ 1` is `ตัวชี้วัด1`; `ชมรมอาสาสมัคร (อสม.)` is that, and `ชมรมอาสาสมัคร`.
    """
    packed = re.sub("ที่(?=[0-9])", "", normalize(label).replace(" ", ""))
    yield packed
    bare = re.sub(r"\([^()]*\)$", "", packed)
    if bare and bare != packed:
        yield bare


def bare_label(written: str) -> str:
    """Return a text without what stands in brackets behind it, or the year: `แล้วเสร็จ ปี 2567`."""
    bare = re.sub(r"(?<=[^\s(])\s*\([^()]+\)$", "", written.strip())
    return re.sub(r"(?<=\S)\s*(?:ใน|ประจำ)?(?:ปี|พ\.ศ\.)?(?:งบประมาณ)?\s*[0-9๐-๙]{4}$", "", bare)


def split_labels(text: str) -> list[str]:
    """Return the parts of a line that may be several names: `ทุน 1 และทุน 2`."""
    return [part for part in _AND.split(text) if part]


def read_annex(text: str) -> dict[str, str]:
    """Return id, title or file of an annex on one line: `ภาคผนวก ก แผนที่แนบท้าย`, `แผนที่.pdf`."""
    bare = text.strip()
    match = _ANNEX.fullmatch(bare)
    found = {"id": match[1].rstrip("."), "title": match[2].strip()} if match else {"title": bare}
    if _FILE.fullmatch(found["title"]):
        found["file"] = found.pop("title")
    return {key: value for key, value in found.items() if value}
