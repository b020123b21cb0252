"""Sixty proposals of thirty cities whose standing is known before anything is judged.

Each is the ready example with one section less, or none: `WHOLE` meets everything, `BLOCKED` has no
vision (C1-3, mandatory), `ADVISED` says nothing of its strengths (C1-8, recommended).
"""

from __future__ import annotations

from pathlib import Path

from support import EXAMPLES
from town_fixtures import without

READY = (EXAMPLES / "minimum" / "proposal.yaml").read_text(encoding="utf-8")
WHOLE, BLOCKED, ADVISED = READY, without(READY, "area.vision"), without(READY, "area.strengths")

CITIES = 30


def first_round(city: int) -> str:
    return BLOCKED if city <= 10 else ADVISED if city <= 20 else WHOLE


def second_round(city: int) -> str:
    """Cities 1 to 8 stay as they were, 9 and 10 mend it, and 26 to 30 lose their vision."""
    if city in (9, 10):
        return WHOLE
    return BLOCKED if city <= 8 or city >= 26 else first_round(city)


def draft(text: str, city: int, number: int) -> str:
    made = text.replace("\nround: 1\n", f"\nround: {number}\n", 1)
    assert f"round: {number}\n" in made
    name = next(line for line in made.splitlines() if line.startswith("  name: ") and line)
    before, area, after = made.partition("\narea:")
    named = next(line for line in after.splitlines() if line.startswith("  name:"))
    assert name
    return before + area + after.replace(named, f"  name: เมืองสมมติ {city}", 1)


REVIEW = """smartcert-review: 1
round: 1
by: คณะอนุกรรมการกลั่นกรอง
comments:
  - {id: R1-01, at: area.vision, text: ขอวิสัยทัศน์ที่ชัดเจน}
  - {id: R1-02, at: area.goals, text: ขอเป้าหมายที่วัดได้}
"""

ANSWER = "{comment: %s, action: ปรับแก้วิสัยทัศน์ให้ชัดเจนตามที่คณะกรรมการให้ข้อคิดเห็นแล้ว, where: [area.name]}"
REVISED = """
revisions: [{round: 2, date: 2569-06-01, %s}]
responses: [%s]
"""
NAMED, TOLD = "review: review-1.yaml", "comments: [ขอให้ทบทวนข้อมูลพื้นฐานของพื้นที่]"

WAIVERS = """smartcert-waivers: 1
waivers:
  - {requirement: C1-8, reason: รอผลศึกษาของจังหวัด, approver: ปลัดเทศบาล, until: 2569-12-20}
"""

BESIDE = {
    "city-06/review-1.yaml": REVIEW,
    "city-07/review-1.yaml": REVIEW,
    "city-08/review-1.yaml": REVIEW,
    "city-11/smartcert.yaml": "waivers: waivers.yaml\n",
    "city-11/waivers.yaml": WAIVERS,
    "city-21/smartcert.yaml": "profile: promotion-area\n",
    "city-30/notes.txt": "บันทึกการประชุม\n",
}
"""What lies beside them; each city follows its own configuration."""

DAMAGED = {
    "city-01/round-2.yaml": b"",
    "city-02/round-2.yaml": b"PK\x03\x04 a zip under another name",
    "city-03/round-2.yaml": b"smartcert: 1\narea: {name: [\n",
    "city-04/round-2.yaml": b"# cut off above\narea:\n  name: x\nalpha: 1\nbeta: 2\ngamma: 3\n",
    "city-05/round-2.docx": b"PK\x03\x04 word/document.xml",
}


def make_cities(folder: Path) -> None:
    """Write the sixty proposals, five of them damaged, one of them twice and one renamed."""
    for city in range(1, CITIES + 1):
        place = folder / f"city-{city:02}"
        place.mkdir()
        rounds = {1: first_round(city), 2: second_round(city)}
        for number, text in rounds.items():
            name = f"round-{number}.yaml"
            if (city, number) == (12, 2):
                name = "proposal-2569.yaml"
            made = draft(text, city, number)
            if number == 2:
                made += REVISED % ((NAMED if city == 6 else TOLD), ANSWER % "R1-01")
            (place / name).write_text(made, encoding="utf-8")
    copy = (folder / "city-13" / "round-2.yaml").read_bytes()
    (folder / "city-13" / "round-2-final.yaml").write_bytes(copy)
    (folder / "city-05" / "round-2.yaml").unlink()
    for name, raw in DAMAGED.items():
        (folder / name).write_bytes(raw)
    for name, text in BESIDE.items():
        (folder / name).write_text(text, encoding="utf-8")
