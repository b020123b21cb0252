"""Two rounds of a proposal, and the committee's comments on the first."""

from __future__ import annotations

OLD = """smartcert: 1
profile: logo
round: 1
area:
  name: สายธาร
  type: livable
  vision: TBD
  goals:
    - {id: G1, text: ลดขยะ, indicator: ตันต่อวัน, baseline: {value: 40, year: 2568},
       target: {value: 30, year: 2573}}
services:
  mobility:
    projects:
      - {id: M1, name: รถเมล์, owner: กองช่าง}
      - {id: M2, name: จักรยาน}
"""

NEW = (
    OLD.replace("round: 1", "round: 2")
    .replace("owner: กองช่าง", "owner: กองคลัง")
    .replace("{id: M2, name: จักรยาน}", "{id: M3}")
    + """responses:
  - {comment: R1, action: เพิ่มแล้ว, where: ["services.mobility.projects[M1]"]}
  - {comment: R2, action: ชี้แจงเพิ่มเติม, where: [area.goals]}
  - {comment: R4, action: รับไว้พิจารณา, where: [area.name]}
"""
)

REVIEW = """smartcert-review: 1
round: 1
comments:
  - {id: R1, at: "services.mobility.projects[M1]", requirement: C4-R4, text: ยังไม่ครบ}
  - {id: R2, at: area.goals, requirement: C1-2, text: ประเภทเมือง}
  - {id: R3, at: area.vision, requirement: C1-3, text: วิสัยทัศน์}
  - {id: R4, text: ขอให้นำเสนอให้กระชับ}
  - {id: R5, at: "services.mobility.projects[M2]", text: โครงการจักรยาน}
  - {id: R6, at: area.visoin, text: สะกดผิด}
  - {text: ไม่มีรหัส}
"""

VISION = (
    "ในปี 2573 ประชาชนทุกวัยในเมืองสายธารเดินทางสะดวก ปลอดภัย อากาศสะอาด และเข้าถึงบริการของเทศบาลได้จากทุกที่"
)
