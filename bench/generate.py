"""Writes proposals of a given size.

Realistic Thai text, lines under 80 characters, seven Smarts, everything referred to.
"""

from __future__ import annotations

SMARTS = ("environment", "economy", "mobility", "energy", "people", "living", "governance")
PLACES = (
    "ริมคลองสายธาร",
    "ย่านตลาดเก่า",
    "สถานีขนส่ง",
    "โรงพยาบาลเมือง",
    "สวนสาธารณะหนองบัว",
    "ชุมชนบ้านเหนือ",
)
WORKS = (
    "ติดตามคุณภาพอากาศ",
    "จัดการขยะต้นทาง",
    "รถโดยสารไฟฟ้า",
    "ไฟถนนประหยัดพลังงาน",
    "คลินิกทางไกล",
    "บริการออนไลน์",
)

HEAD = """---
smartcert: 1
profile: logo
round: 1
applicant:
  name: เทศบาลเมืองสายธาร
  kind: municipality
  contact:
    name: ผู้อำนวยการกองยุทธศาสตร์และงบประมาณ
    phone: 0-0000-0000
    email: plan@saithan.example.go.th
area:
  name: เมืองสายธาร
  type: livable
  size: 46 ตร.กม.
  vision: |
    เมืองน่าอยู่ที่ประชาชนทุกวัยเดินทางสะดวก อากาศสะอาด
    และเข้าถึงบริการของเทศบาลได้จากทุกที่
  population:
    count: 48,250
    year: 2569
    source: สำนักทะเบียนท้องถิ่น
"""


def proposal(size: int) -> str:
    """Return a proposal of about `size` bytes."""
    count = max(2, (size - len(HEAD.encode()) - 600) // 1400)
    return "".join((HEAD, _goals(count), _services(count), _datasets(count), _management(count)))


def _goals(count: int) -> str:
    lines = ["  goals:\n"]
    for number in range(1, count // 20 + 2):
        lines.append(
            f"    - id: G{number}\n"
            f"      text: ลดปัญหา{WORKS[number % 6]}ใน{PLACES[number % 5]} ลำดับที่ {number}\n"
        )
        lines.append(
            "      baseline: {value: 41.5, year: 2568}\n      target: {value: 30, year: 2573}\n"
        )
    return "".join(lines)


def _services(count: int) -> str:
    lines = ["services:\n"]
    used = SMARTS[: min(7, max(2, count))]
    for index, smart in enumerate(used):
        mine = range(index, count, len(used))
        lines.append(
            f"  {smart}:\n    goals:\n      - id: {smart[:3].upper()}-G\n"
            f"        text: ยกระดับบริการด้าน{WORKS[index % 6]}ให้ทั่วถึง\n"
        )
        lines.append("    projects:\n")
        lines += [_project(smart, number, count) for number in mine]
        lines.append("    kpis:\n")
        lines += [_kpi(number) for number in mine]
    return "".join(lines)


def _project(smart: str, number: int, count: int) -> str:
    return f"""      - id: P{number}
        name: โครงการ{WORKS[number % 6]}{PLACES[number % 5]} ระยะที่ {number}
        objective: >-
          ให้ประชาชนใน{PLACES[number % 5]}ได้รับบริการที่เร็วและทั่วถึงกว่าเดิม
          และติดตามผลการทำงานของหน่วยงานได้ด้วยตนเองจากโทรศัพท์มือถือ
        owner: กองที่ {number % (count // 40 + 1)}
        budget: {number % 90 + 1},500,000 บาท
        start: ตุลาคม {2569 + number % 3}
        end: กันยายน {2571 + number % 3}
        status: planned
        goals: [G{number % (count // 20 + 1) + 1}, {smart[:3].upper()}-G]
        kpis: [K{number}]
        data: [D{number}]
"""


def _kpi(number: int) -> str:
    return f"""      - id: K{number}
        name: สัดส่วนผู้ใช้{WORKS[number % 6]} กลุ่มที่ {number}
        unit: ร้อยละ
        direction: increase
        baseline: {{value: {number % 40}, year: 2568}}
        target: {{value: {number % 40 + 25}, year: 2573}}
        source: รายงานประจำปีของเทศบาล
        frequency: ทุกไตรมาส
"""


def _datasets(count: int) -> str:
    lines = ["data_platform:\n  datasets:\n"]
    for number in range(count):
        lines.append(
            f"    - id: D{number}\n      name: ข้อมูล{WORKS[number % 6]} ชุดที่ {number}\n"
            f"      owner: กองที่ {number % (count // 40 + 1)}\n"
        )
        lines.append("      update: รายเดือน\n      class: open\n")
    return "".join(lines)


def _management(count: int) -> str:
    lines = ["management:\n  agencies:\n"]
    for number in range(count // 40 + 1):
        lines.append(f"    - name: กองที่ {number}\n      role: รับผิดชอบโครงการตามแผน\n")
    return "".join(lines)
