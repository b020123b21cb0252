"""Two plans as they were published, whole: no value is lost, and none is read as another."""

from __future__ import annotations

from fractions import Fraction

from smartcert.proposal.document import read_document
from smartcert.source import read_source
from smartcert.thai.date import format_date

EEC = """\
smartcert: 1
profile: logo
round: 1
applicant:
  name: Eastern Economic Corridor Office of Thailand (EECO)
  kind: agency
area:
  name: EEC Smart City, Huay Yai, Bang Lamung, Chon Buri
  type: new
  zone: eec
  boundary:
    description: 15,000-rai plot in Bang Lamung district, Chon Buri, 15 kilometres from U-tapao
      airport
  size: 15,000-rai
  population:
    users: 300,000 people
  vision: Thailand's first and a world-leading smart city, with a better quality of life than
    Bangkok offers now
  goals:
    - id: G1
      text: Attract investment and drive economic growth in targeted industries
      indicator: Investment drawn over 10 years
      unit: trillion baht
      target: {value: 1.34 trillion baht, year: 10 years}
    - id: G2
      text: Advanced infrastructure and connectivity
    - id: G3
      text: Sustainable urban development and quality of life
      indicator: Share of land use that is green space
      unit: "%"
      target: {value: 30%}
    - id: G4
      text: Promote Thai culture in the buildings
      indicator: Thai building materials
      unit: "% of the project"
      target: {value: at least 30%}
    - id: G5
      text: Green buildings
      indicator: Buildings that are LEED Silver/Gold
      unit: "%"
      target: {value: 40%}
    - id: G6
      text: Jobs
      indicator: New jobs created
      unit: jobs
      target: {value: "200,000"}
  alignment:
    - {plan: Thailand 4.0, how: from a manufacturing-driven to an innovation-driven economy}
infrastructure:
  budget:
    total: 1.34 trillion baht
  funding:
    - {id: F1, source: Government agencies, model: government, amount: 37.7 billion baht}
    - {id: F2,
       source: "Public-private partnerships (hotels, government centres, housing estates)",
       model: ppp, amount: 131 billion}
    - {id: F3, source: "Private investment (research, education and business centres)",
       model: private, amount: 1.18 trillion}
  phases:
    - {name: Whole project, start: 2017, end: 2037 (Expected)}
data_platform:
  design:
    description: A City Operating System gathers data of IoT sensors, mobile apps and government
      databases; a City Dashboard shows it to officials and residents
  layers:
    applications: City Dashboard with real-time monitoring, citizen engagement and alerts
    exchange: City OS with a data collecting layer, joined to external data sources
    infrastructure: IoT devices and sensors for traffic, air, energy, water, waste and safety; 5G
services:
  environment:
    projects:
      - id: ENV-1
        name: Smart waste management and water conservation
        goals: [G3]
  mobility:
    projects:
      - id: MOB-1
        name: High-speed rail linking three airports
        status: planned
        goals: [G2]
  energy:
    projects:
      - id: ENE-1
        name: Renewable energy and smart grid
  governance:
    projects:
      - id: GOV-1
        name: E-government platform and mobile apps
        objective: The way for residents to take part with least friction
management:
  agencies:
    - {name: Eastern Economic Corridor Office of Thailand (EECO),
       role: "business facilitator, oversees development", lead: yes}
    - {name: Ministry of Industry, role: driver and coordinator}
    - {name: Ministry of Digital Economy and Society, role: driver and coordinator}
  partners:
    - {name: Universities and research institutions, sector: academic,
       role: "research, knowledge sharing and talent"}
  risks:
    - {text: "Policy continuity: frequent changes of government"}
"""

MAE_SAI = """\
smartcert: 1
profile: logo
round: 1
applicant:
  name: อบต.แม่ใส อ.เมืองพะเยา จ.พะเยา
  kind: อบต.
area:
  name: ตำบลแม่ใส
  type: เมืองเดิมน่าอยู่
infrastructure:
  budget:
    total: 18,428,000 บาท
    by_year:
      พ.ศ. 2566: "-"
      พ.ศ. 2567: 8,894,000
      พ.ศ. 2568: 7,274,000
      พ.ศ. 2569: 1,130,000
      พ.ศ. 2570: 1,130,000
  funding:
    - {source: งบ อบต., model: own, amount: "5,466,000"}
    - {source: ขอ อบจ.พะเยา (ผ.02/2), model: grant, amount: "12,962,000", confirmed: ยังไม่ได้รับ}
  phases:
    - {name: แผนพัฒนาท้องถิ่น, start: พ.ศ. 2566, end: พ.ศ. 2570}
services:
  energy:
    projects:
      - id: 1
        name: โคมไฟถนนพลังงานแสงอาทิตย์ 4,800 วัตต์
        objective: เพิ่มแสงสว่างบนถนน และลดโลกร้อน
        owner: กองช่าง
        budget:
          2566: 0
          2567: 0
          2568: 500,000
          2569: 0
          2570: 0
        target: 96 ชุด
        kpis: [K1]
      - id: 2
        name: พลังงานแสงอาทิตย์ ศาลาประชาคมตำบล
        objective: ประหยัดค่าไฟฟ้า ลดโลกร้อน
        owner: กองช่าง
        budget: 321,000
        start: 2568
        end: 2568
      - id: 18
        name: ไฟส่องสว่างโซลาร์เซลล์ถนนสายบ้านหัวขัว
        owner: อบจ.พะเยา
        budget: 500000
        start: ปีงบประมาณ 2568
        end: ปีงบประมาณ 2568
    kpis:
      - {id: K1, name: โคมไฟที่ติดตั้ง, unit: ชุด, target: {value: 96 ชุด, year: 2568}}
  economy:
    projects:
      - id: 6
        name: กาดชุมชนส่งเสริมการท่องเที่ยว
        owner: สำนักปลัด
        budget: ปีละ 100,000
        start: 2567
        end: 2570
        kpis: [K2]
    kpis:
      - {id: K2, name: นักท่องเที่ยวและรายได้, unit: ร้อยละที่เพิ่ม,
         target: {value: เพิ่มร้อยละ 10}}
  living:
    projects:
      - id: 7
        name: ความรู้สุขาภิบาลอาหาร
        owner: กองสาธารณสุข
        budget: 15,000 x 4 ปี
        kpis: [K3]
      - id: 8
        name: เครือข่ายคุ้มครองผู้บริโภค
        owner: กองสาธารณสุข
        budget: 60,000 (ปีละ 15,000)
        kpis: [K4]
      - id: 5
        name: อุดหนุนเทศบาลเมืองพะเยา ปรับปรุงผังเมืองรวม
        owner: กองช่าง
        budget: 125,000
        start: 2567
        end: "-"
        kpis: [K5]
    kpis:
      - {id: K3, name: ผู้ประกอบการมีความรู้, unit: ร้อยละ, target: {value: ไม่น้อยกว่าร้อยละ 80}}
      - {id: K4, name: กิจกรรมเฝ้าระวังเชิงรุก, unit: ครั้ง, target: {value: อย่างน้อยปีละ 1 ครั้ง}}
      - {id: K5, name: ผังเมืองรวมชัดเจนขึ้น, target: {value: ร้อยละ 70}}
management:
  agencies:
    - {name: กองช่าง, role: โครงสร้างพื้นฐาน}
    - {name: กองสาธารณสุข}
    - {name: สำนักปลัด}
"""


def read(text: str):
    return read_document(read_source(text.encode(), "proposal.yaml"))


def test_the_smart_city_of_the_eastern_economic_corridor():
    document = read(EEC)
    assert document.faults == ()
    area, plan = document.data["area"], document.data["infrastructure"]
    assert (area["type"], area["zone"]) == ("new", "eec")
    assert (area["size"].km2, area["population"]) == (24, {"users": 300_000})
    aims = [(goal["id"], goal.get("unit"), goal.get("target")) for goal in area["goals"]]
    assert aims[0][:2] == ("G1", "trillion baht")
    year = aims[0][2].pop("year")
    assert (aims[0][2], year.year, year.written) == ({"value": Fraction("1.34")}, 2027, "10 years")
    assert aims[1][2] is None
    assert aims[2] == ("G3", "%", {"value": 30})
    assert (aims[3][2]["value"].kind, aims[3][2]["value"].low) == ("at-least", 30)
    assert [goal[2]["value"] for goal in aims[4:]] == [40, 200_000]
    assert plan["budget"] == {"total": Fraction("1.34") * 10**12}
    assert [(source["model"], source["amount"]) for source in plan["funding"]] == [
        ("government", Fraction("37.7") * 10**9),
        ("ppp", 131 * 10**9),
        ("private", Fraction("1.18") * 10**12),
    ]
    (phase,) = plan["phases"]
    assert [format_date(phase[end], "en") for end in ("start", "end")] == ["2017", "2037"]
    services = document.data["services"]
    assert {smart: len(service["projects"]) for smart, service in services.items()} == {
        "environment": 1, "mobility": 1, "energy": 1, "governance": 1
    }  # fmt: skip
    agencies = document.data["management"]["agencies"]
    assert agencies[0]["role"] == "business facilitator, oversees development"
    assert [agency.get("lead") for agency in agencies] == [True, None, None]
    assert [loose.written for loose in document.loose] == [
        "1.34 trillion baht",
        "at least 30%",
        "2037 (Expected)",
        "10 years",
    ]


def test_the_plan_of_a_sub_district():
    document = read(MAE_SAI)
    assert [(fault.code, fault.path[-1]) for fault in document.faults] == [("P002", "end")]
    plan = document.data["infrastructure"]
    assert plan["budget"] == {
        "total": 18_428_000,
        "by_year": {
            "พ.ศ. 2566": 0,
            "พ.ศ. 2567": 8_894_000,
            "พ.ศ. 2568": 7_274_000,
            "พ.ศ. 2569": 1_130_000,
            "พ.ศ. 2570": 1_130_000,
        },
    }
    assert sum(plan["budget"]["by_year"].values()) == plan["budget"]["total"]
    own, asked = plan["funding"]
    assert (own["amount"], own["model"]) == (5_466_000, "own")
    assert asked["amount"] + own["amount"] == plan["budget"]["total"]
    assert (asked["confirmed"], asked["state"]) == (False, "requested")
    services = document.data["services"]
    budgets = {
        project["id"]: project["budget"]
        for service in services.values()
        for project in service["projects"]
    }
    assert budgets == {
        "1": 500_000,
        "2": 321_000,
        "18": 500_000,
        "6": 400_000,
        "7": 60_000,
        "8": 60_000,
        "5": 125_000,
    }
    lamps = services["energy"]["projects"][0]
    assert lamps["outputs"] == [{"quantity": 96, "unit": "ชุด"}]
    assert lamps["budget"].by_year["2568"] == 500_000
    targets = {
        kpi["id"]: kpi["target"]["value"]
        for service in services.values()
        for kpi in service["kpis"]
    }
    assert (targets["K1"], targets["K2"], targets["K5"]) == (96, 10, 70)
    assert [(targets[key].kind, targets[key].low) for key in ("K3", "K4")] == [
        ("at-least", 80),
        ("at-least", 1),
    ]
