"""The proposal, as Pydantic models: which fields a proposal file may have, of which type, and what each is called.

This is where fields are declared. `smartcert.schema.export` writes the models out as a JSON Schema, which editors use for hints
and `smartcert.proposal.document` follows to read a draft. Every field is optional: a draft is a draft, and the catalog, not the
model, says what is asked for.
"""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from smartcert.schema.choices import (
    ApplicantKind,
    BoiActivity,
    CityType,
    DataClass,
    Direction,
    InvestmentModel,
    ProgressBasis,
    ProjectStatus,
    PromotionStatus,
    Sector,
    Zone,
)
from smartcert.schema.types import (
    Amount,
    AreaSize,
    Date,
    FilePath,
    Flag,
    Id,
    Number,
    Ordinal,
    OrNone,
    Refs,
    State,
    Text,
    Texts,
    Url,
    Whole,
    Year,
    Yearly,
)


def about(th: str, en: str) -> Any:
    """Return a field its two names; they appear in findings, in the report and as the editor's hint."""
    return Field(default=None, json_schema_extra={"x-title": {"th": th, "en": en}})


class Section(BaseModel):
    """A mapping of the proposal; unknown keys are faults, never dropped silently."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Contact(Section):
    """Who answers questions about the proposal."""

    name: Text | None = about("ชื่อผู้ประสานงาน", "Contact person")
    phone: Text | None = about("โทรศัพท์", "Phone")
    email: Text | None = about("อีเมล", "Email")


class Committee(Section):
    """The local or provincial committee that carries it."""

    name: Text | None = about("ชื่อคณะกรรมการ", "Committee's name")
    order_no: Text | None = about("เลขที่คำสั่งแต่งตั้ง", "Order number")
    order_date: Date | None = about("วันที่ลงคำสั่ง", "Date of the order")
    chair: Text | None = about("ประธาน", "Chair")
    members: Texts | None = about("กรรมการ", "Members")
    annex: Refs | None = about("เอกสารแนบ", "Annex")


class Consent(Section):
    """The province's consent to the submission."""

    meeting: Text | None = about("ครั้งที่ประชุม", "Meeting")
    date: Date | None = about("วันที่ประชุม", "Date of the meeting")
    resolution: Text | None = about("มติ", "Resolution")
    annex: Refs | None = about("เอกสารแนบ", "Annex")


class PromotionArea(Section):
    """Where the area stands on the way to being a promotion area."""

    status: PromotionStatus | None = about("สถานะเขตส่งเสริม", "Promotion-area status")
    certificate_date: Date | None = about("วันที่ในประกาศนียบัตร", "Certificate date")
    annex: Refs | None = about("เอกสารแนบ", "Annex")


class Applicant(Section):
    """Who applies."""

    name: Text | None = about("ชื่อหน่วยงานผู้ยื่น", "Applicant's name")
    kind: ApplicantKind | None = about("ประเภทหน่วยงาน", "Kind of applicant")
    contact: Contact | None = about("ผู้ประสานงาน", "Contact")
    committee: Committee | None = about("คณะกรรมการระดับพื้นที่", "Local committee")
    consent: Consent | None = about("ความเห็นชอบระดับจังหวัด", "Provincial consent")
    promotion_area: PromotionArea | None = about("เขตส่งเสริมเมืองอัจฉริยะ", "Promotion area")


class Boundary(Section):
    """Where the area ends: in words, on a map, or in an annex."""

    description: Text | None = about("คำอธิบายขอบเขต", "Description of the boundary")
    map: Text | None = about("แผนที่อ้างอิง", "Map reference")
    annex: Refs | None = about("เอกสารแนบ", "Annex")


class Ownership(Section):
    """Who owns the area, and by which right it may be used."""

    owner: Text | None = about("เจ้าของหรือผู้มีอำนาจในพื้นที่", "Owner or authority")
    rights: Text | None = about("สิทธิในการใช้พื้นที่", "Rights to use")
    annex: Refs | None = about("เอกสารแนบ", "Annex")


class Population(Section):
    """How many people live in the area or use it, as of a year."""

    count: Whole | None = about("จำนวนประชากร", "Number of residents")
    users: Whole | None = about("จำนวนผู้ใช้งาน", "Number of users")
    year: Year | None = about("ปีของข้อมูล", "Year of the data")
    source: Text | None = about("แหล่งข้อมูล", "Source")
    annex: Refs | None = about("เอกสารแนบ", "Annex")


class Measure(Section):
    """One figure and the year it stands for."""

    value: Number | None = about("ค่า", "Value")
    year: Year | None = about("ปี", "Year")


class Goal(Section):
    """What the city wants to reach, in figures."""

    id: Id | None = about("รหัสเป้าหมาย", "Goal id")
    text: Text | None = about("ข้อความเป้าหมาย", "Goal")
    indicator: Text | None = about("ตัวชี้วัด", "Indicator")
    unit: Text | None = about("หน่วย", "Unit")
    baseline: Measure | None = about("ค่าฐาน", "Baseline")
    target: Measure | None = about("ค่าเป้าหมาย", "Target")


class Participation(Section):
    """One event or survey in which residents took part, and what it changed."""

    event: Text | None = about("กิจกรรม", "Event")
    date: Date | None = about("วันที่", "Date")
    method: Text | None = about("วิธีการ", "Method")
    people: Whole | None = about("จำนวนผู้เข้าร่วม", "People reached")
    outcome: Text | None = about("ผลที่นำไปปรับแผน", "Change to the plan")
    annex: Refs | None = about("เอกสารแนบ", "Annex")


class Problem(Section):
    """A problem of the city, with the data that shows it."""

    text: Text | None = about("ปัญหา", "Problem")
    data: Text | None = about("ข้อมูลสนับสนุน", "Supporting data")
    annex: Refs | None = about("เอกสารแนบ", "Annex")


class Need(Section):
    """What residents asked for, and where that is recorded."""

    text: Text | None = about("ความต้องการของประชาชน", "Residents' need")
    source: Text | None = about("ที่มา", "Source")
    annex: Refs | None = about("เอกสารแนบ", "Annex")


class Asset(Section):
    """Something the city already has and will build on."""

    name: Text | None = about("สินทรัพย์หรือสิ่งอำนวยความสะดวกเดิม", "Existing asset")
    kind: Text | None = about("ประเภท", "Kind")
    condition: Text | None = about("สภาพและการใช้งาน", "Condition and use")


class Alignment(Section):
    """A national or provincial plan, and how the proposal serves it."""

    plan: Text | None = about("แผนหรือยุทธศาสตร์", "Plan or strategy")
    how: Text | None = about("คำอธิบายความสอดคล้อง", "Explanation of the fit")


class Area(Section):
    """C1: the area, its vision and goals, and what kind of city it is."""

    name: Text | None = about("ชื่อพื้นที่", "Area's name")
    type: CityType | None = about("ประเภทเมือง", "City type")
    zone: Zone | None = about("เขตพิเศษ", "Special zone")
    boundary: Boundary | None = about("ขอบเขตพื้นที่", "Boundary")
    size: AreaSize | None = about("ขนาดพื้นที่", "Size")
    ownership: Ownership | None = about("ความเป็นเจ้าของพื้นที่", "Ownership")
    population: Population | None = about("ประชากรหรือผู้ใช้งาน", "Population or users")
    vision: Text | None = about("วิสัยทัศน์", "Vision")
    goals: list[Goal] | None = about("เป้าหมาย", "Goals")
    participation: list[Participation] | None = about(
        "การมีส่วนร่วมของประชาชน", "Citizen participation"
    )
    strengths: Texts | None = about("ศักยภาพและอัตลักษณ์", "Strengths")
    fit: Text | None = about("เหตุผลที่แผนเหมาะกับเมือง", "Why the plan fits the city")
    problems: list[Problem] | None = about("ปัญหาของเมือง", "City problems")
    needs: list[Need] | None = about("ความต้องการของประชาชน", "Residents' needs")
    assets: list[Asset] | None = about("สินทรัพย์เดิมของเมือง", "Existing assets")
    alignment: list[Alignment] | None = about(
        "ความสอดคล้องกับยุทธศาสตร์", "Alignment with national plans"
    )


class InfrastructureItem(Section):
    """One piece of digital or physical infrastructure."""

    id: Id | None = about("รหัสโครงสร้างพื้นฐาน", "Item id")
    name: Text | None = about("ชื่อ", "Name")
    kind: Text | None = about("ประเภท", "Kind")
    status: State | None = about("สถานะ", "Status")
    coverage: Text | None = about("พื้นที่ครอบคลุม", "Coverage")
    owner: Text | None = about("หน่วยงานเจ้าของ", "Owner")
    serves: Refs | None = about("โครงการที่รองรับ", "Projects served")
    cost: Amount | None = about(
        "ค่าลงทุน (นับอยู่ในงบโครงการแล้ว)", "Cost (counted in the projects' budgets)"
    )


class Budget(Section):
    """The investment plan's total, and its split by year."""

    total: Amount | None = about("งบประมาณรวม", "Total budget")
    by_year: dict[Year, Amount] | None = about("งบประมาณรายปี", "Budget by year")


class Funding(Section):
    """A source of money: how much, by which model, and whether it is confirmed."""

    id: Id | None = about("รหัสแหล่งทุน", "Funding id")
    source: Text | None = about("แหล่งทุน", "Source")
    model: InvestmentModel | None = about("รูปแบบการลงทุน", "Investment model")
    amount: Amount | None = about("จำนวนเงิน", "Amount")
    confirmed: Flag | None = about("สถานะการยืนยัน", "Confirmation")
    annex: Refs | None = about("เอกสารแนบ", "Annex")


class Phase(Section):
    """A stage of the work."""

    name: Text | None = about("ระยะ", "Phase")
    start: Date | None = about("วันเริ่ม", "Start")
    end: Date | None = about("วันสิ้นสุด", "End")
    owner: Text | None = about("ผู้รับผิดชอบ", "Owner")


class OperatingCost(Section):
    """What it costs a year to keep something running, and who pays."""

    purpose: Refs | None = Field(
        default=None,
        alias="for",
        json_schema_extra={"x-title": {"th": "รายการที่ใช้จ่าย", "en": "Items paid for"}},
    )
    per_year: Yearly | None = about("ค่าใช้จ่ายต่อปี", "Cost per year")
    payer: Text | None = about("ผู้จ่าย", "Payer")


class Permit(Section):
    """A permit the plan depends on."""

    name: OrNone | None = about("ใบอนุญาต", "Permit")
    agency: OrNone | None = about("หน่วยงานผู้อนุญาต", "Agency")
    status: State | None = about("สถานะ", "Status")
    annex: Refs | None = about("เอกสารแนบ", "Annex")


class Infrastructure(Section):
    """C2: what is built, with which money, when, and who keeps it running."""

    digital: list[InfrastructureItem] | None = about("โครงสร้างพื้นฐานดิจิทัล", "Digital infrastructure")
    physical: list[InfrastructureItem] | None = about(
        "โครงสร้างพื้นฐานกายภาพ", "Physical infrastructure"
    )
    budget: Budget | None = about("แผนงบประมาณ", "Budget plan")
    funding: list[Funding] | None = about("แหล่งทุน", "Funding sources")
    phases: list[Phase] | None = about("ระยะดำเนินงาน", "Phases")
    operating_cost: list[OperatingCost] | None = about("ค่าใช้จ่ายดำเนินงาน", "Operating cost")
    permits: list[Permit] | None = about("ใบอนุญาต", "Permits")


class Design(Section):
    """How the city data platform is designed."""

    description: Text | None = about("คำอธิบายการออกแบบ", "Description of the design")
    annex: Refs | None = about("เอกสารแนบ", "Annex")


class Layers(Section):
    """What the platform has at each layer of depa's picture."""

    applications: Text | None = about("ชั้นแอปพลิเคชัน", "Applications")
    exchange: Text | None = about(
        "ชั้นแลกเปลี่ยน บัญชี และธรรมาภิบาลข้อมูล", "Exchange, catalog and governance"
    )
    paas: Text | None = about("ชั้น PaaS", "PaaS")
    iaas: Text | None = about("ชั้น IaaS", "IaaS")
    infrastructure: Text | None = about("ชั้นโครงสร้างพื้นฐานดิจิทัล", "Digital infrastructure")


class Dataset(Section):
    """One set of data in the catalog."""

    id: Id | None = about("รหัสชุดข้อมูล", "Dataset id")
    name: Text | None = about("ชื่อชุดข้อมูล", "Dataset's name")
    owner: Text | None = about("หน่วยงานเจ้าของข้อมูล", "Data owner")
    update: Text | None = about("รอบการปรับปรุง", "Update cycle")
    class_: DataClass | None = Field(
        default=None, alias="class", json_schema_extra={"x-title": {"th": "ชั้นข้อมูล", "en": "Class"}}
    )
    personal_data: Flag | None = about("การมีข้อมูลส่วนบุคคล", "Personal data held")


class Exchange(Section):
    """With whom data is exchanged, by which standard and agreement."""

    parties: Refs | None = Field(
        default=None,
        alias="with",
        json_schema_extra={"x-title": {"th": "หน่วยงานที่แลกเปลี่ยนข้อมูล", "en": "Exchange partners"}},
    )
    standard: Text | None = about("มาตรฐานหรือ API", "Standard or API")
    agreement: Text | None = about("ข้อตกลง", "Agreement")
    annex: Refs | None = about("เอกสารแนบ", "Annex")


class DataGovernance(Section):
    """Rules, roles and quality of data."""

    policy: Text | None = about("นโยบาย", "Policy")
    roles: Text | None = about("บทบาทหน้าที่", "Roles")
    quality: Text | None = about("คุณภาพข้อมูล", "Data quality")
    annex: Refs | None = about("เอกสารแนบ", "Annex")


class OpenData(Section):
    """A dataset that is or will be open."""

    dataset: Refs | None = about("ชุดข้อมูล", "Dataset")
    licence: Text | None = about("สัญญาอนุญาต", "Licence")
    url: Url | None = about("ที่อยู่เว็บ", "Address")
    date: Date | None = about("วันที่เผยแพร่หรือกำหนดเผยแพร่", "Date published or planned")


class Cybersecurity(Section):
    """How the platform is kept safe."""

    risk_assessment: Text | None = about("การประเมินความเสี่ยง", "Risk assessment")
    controls: Text | None = about("มาตรการป้องกัน", "Controls")
    incident_plan: Text | None = about("แผนรับมือภัยคุกคามทางไซเบอร์", "Incident plan")
    responsible: Text | None = about("ผู้รับผิดชอบ", "Person responsible")
    annex: Refs | None = about("เอกสารแนบ", "Annex")


class Privacy(Section):
    """How personal data is protected, under the Personal Data Protection Act."""

    lawful_basis: Text | None = about("ฐานทางกฎหมาย", "Lawful basis")
    notice: Text | None = about("ประกาศความเป็นส่วนตัว", "Privacy notice")
    records: Text | None = about("บันทึกรายการกิจกรรมการประมวลผล (RoPA)", "Records of processing")
    officer: Text | None = about("เจ้าหน้าที่คุ้มครองข้อมูลส่วนบุคคล", "Data protection officer")
    breach_plan: Text | None = about("แผนแจ้งเหตุการละเมิดข้อมูลส่วนบุคคล", "Breach plan")
    sensitive_data: OrNone | None = about("ข้อมูลส่วนบุคคลที่มีความอ่อนไหว", "Sensitive data")
    annex: Refs | None = about("เอกสารแนบ", "Annex")


class Decision(Section):
    """A decision of the city that rests on data."""

    decision: Text | None = about("การตัดสินใจ", "Decision")
    data: Refs | None = about("ข้อมูลที่ใช้", "Data used")


class Operator(Section):
    """Who runs the platform, with how many people, at what cost."""

    name: Text | None = about("ผู้ดูแลแพลตฟอร์ม", "Operator")
    staff: Whole | None = about("จำนวนบุคลากร", "Staff")
    cost_per_year: Yearly | None = about("ค่าใช้จ่ายต่อปี", "Cost per year")


class Skills(Section):
    """The people who work with data, and their training."""

    staff: Whole | None = about("จำนวนบุคลากรด้านข้อมูล", "Data staff")
    training: Text | None = about("แผนอบรม", "Training plan")
    annex: Refs | None = about("เอกสารแนบ", "Annex")


class DataPlatform(Section):
    """C3: the open and secure city data platform."""

    design: Design | None = about("การออกแบบแพลตฟอร์มข้อมูลเมือง", "Design")
    layers: Layers | None = about("ชั้นของสถาปัตยกรรม", "Layers")
    datasets: list[Dataset] | None = about("บัญชีข้อมูล", "Data catalog")
    exchange: list[Exchange] | None = about("การแลกเปลี่ยนข้อมูล", "Data exchange")
    governance: DataGovernance | None = about("ธรรมาภิบาลข้อมูล", "Data governance")
    open_data: list[OpenData] | None = about("ข้อมูลเปิด", "Open data")
    cybersecurity: Cybersecurity | None = about("ความมั่นคงปลอดภัยไซเบอร์", "Cybersecurity")
    privacy: Privacy | None = about("การคุ้มครองข้อมูลส่วนบุคคล", "Privacy")
    decisions: list[Decision] | None = about("การใช้ข้อมูลตัดสินใจ", "Data for decisions")
    operator: Operator | None = about("ผู้ดูแลแพลตฟอร์ม", "Operator")
    skills: Skills | None = about("ทักษะด้านข้อมูล", "Data skills")


class ServiceGoal(Section):
    """What one Smart is to reach, and the city's goals it serves."""

    id: Id | None = about("รหัสเป้าหมาย", "Goal id")
    text: Text | None = about("ข้อความเป้าหมาย", "Goal")
    serves: Refs | None = about("เป้าหมายเมืองที่รองรับ", "City goals it serves")


class Project(Section):
    """One project of a Smart."""

    id: Id | None = about("รหัสโครงการ", "Project id")
    name: Text | None = about("ชื่อโครงการ", "Project's name")
    objective: Text | None = about("วัตถุประสงค์", "Objective")
    owner: Text | None = about("หน่วยงานรับผิดชอบ", "Owner")
    partners: Refs | None = about("ภาคีร่วมดำเนินการ", "Partners")
    budget: Amount | None = about("งบประมาณ", "Budget")
    funding: Refs | None = about("แหล่งทุน", "Funding")
    start: Date | None = about("วันเริ่ม", "Start")
    end: Date | None = about("วันสิ้นสุด", "End")
    status: ProjectStatus | None = about("สถานะ", "Status")
    goals: Refs | None = about("เป้าหมายที่รองรับ", "Goals it serves")
    kpis: Refs | None = about("ตัวชี้วัด", "KPIs")
    data: Refs | None = about("ชุดข้อมูลที่ผลิตหรือใช้", "Datasets it produces or uses")
    personal_data: Flag | None = about("การใช้ข้อมูลส่วนบุคคล", "Use of personal data")
    privacy: OrNone | None = about("มาตรการคุ้มครองข้อมูลส่วนบุคคล", "Protection of personal data")
    annex: Refs | None = about("เอกสารแนบ", "Annex")


class Kpi(Section):
    """One measure of a Smart: from where, to where, by when."""

    id: Id | None = about("รหัสตัวชี้วัด", "KPI id")
    name: Text | None = about("ชื่อตัวชี้วัด", "KPI's name")
    unit: Text | None = about("หน่วย", "Unit")
    direction: Direction | None = about("ทิศทาง", "Direction")
    baseline: Measure | None = about("ค่าฐาน", "Baseline")
    target: Measure | None = about("ค่าเป้าหมาย", "Target")
    source: Text | None = about("แหล่งข้อมูล", "Data source")
    frequency: Text | None = about("ความถี่ในการวัด", "Frequency")
    goals: Refs | None = about("เป้าหมายที่วัด", "Goals it measures")
    indicator: Refs | None = about("ตัวชี้วัดอ้างอิง", "Reference indicator")


class Service(Section):
    """C4: one Smart, with its goals, projects and measures."""

    goals: list[ServiceGoal] | None = about("เป้าหมาย", "Goals")
    projects: list[Project] | None = about("โครงการ", "Projects")
    kpis: list[Kpi] | None = about("ตัวชี้วัด", "KPIs")


class Services(Section):
    """C4: the Smarts that are proposed."""

    environment: Service | None = about("สิ่งแวดล้อมอัจฉริยะ", "Smart Environment")
    economy: Service | None = about("เศรษฐกิจอัจฉริยะ", "Smart Economy")
    mobility: Service | None = about("การเดินทางและขนส่งอัจฉริยะ", "Smart Mobility")
    energy: Service | None = about("พลังงานอัจฉริยะ", "Smart Energy")
    people: Service | None = about("พลเมืองอัจฉริยะ", "Smart People")
    living: Service | None = about("การดำรงชีวิตอัจฉริยะ", "Smart Living")
    governance: Service | None = about("การบริหารภาครัฐอัจฉริยะ", "Smart Governance")


class Agency(Section):
    """An agency and its part in the plan."""

    name: Text | None = about("หน่วยงาน", "Agency")
    role: Text | None = about("บทบาท", "Role")
    lead: Flag | None = about("หน่วยงานหลัก", "Lead agency")
    annex: Refs | None = about("เอกสารแนบ", "Annex")


class Partner(Section):
    """A partner and its part in the plan."""

    name: Text | None = about("ภาคี", "Partner")
    sector: Sector | None = about("ภาคส่วน", "Sector")
    role: Text | None = about("บทบาท", "Role")
    annex: Refs | None = about("เอกสารแนบ", "Annex")


class OperatingModel(Section):
    """How the city organises the work."""

    structure: Text | None = about("โครงสร้างการบริหาร", "Structure")
    unit: Text | None = about("หน่วยหรือบริษัทดำเนินงาน", "Unit or company")
    annex: Refs | None = about("เอกสารแนบ", "Annex")


class Finance(Section):
    """What running the plan costs by year, and where the money comes from."""

    by_year: dict[Year, Amount] | None = about("งบประมาณรายปี", "Budget by year")
    income: OrNone | None = about("รายได้", "Income")
    payer: Text | None = about("ผู้รับภาระค่าดำเนินงาน", "Payer of operating cost")
    annex: Refs | None = about("เอกสารแนบ", "Annex")


class Reporting(Section):
    """Who reports to whom, how often, on which measures."""

    by: Text | None = about("ผู้รายงาน", "Reporting body")
    to: Text | None = about("ผู้รับรายงาน", "Recipient of reports")
    frequency: Text | None = about("ความถี่", "Frequency")
    kpis: Refs | None = about("ตัวชี้วัดที่รายงาน", "KPIs reported")
    annex: Refs | None = about("เอกสารแนบ", "Annex")


class ContinuingParticipation(Section):
    """How residents go on taking part once the plan runs."""

    process: Text | None = about("กระบวนการมีส่วนร่วมต่อเนื่อง", "Continuing participation")
    annex: Refs | None = about("เอกสารแนบ", "Annex")


class Risk(Section):
    """A risk, who watches it, and what is done about it."""

    text: Text | None = about("ความเสี่ยง", "Risk")
    owner: Text | None = about("ผู้รับผิดชอบ", "Owner")
    response: Text | None = about("แนวทางรับมือ", "Response")


class BusinessModel(Section):
    """How the services pay for themselves."""

    customers: Text | None = about("กลุ่มลูกค้า", "Customer segments")
    value: Text | None = about("คุณค่าที่ส่งมอบ", "Value proposition")
    channels: Text | None = about("ช่องทาง", "Channels")
    relationships: Text | None = about("ความสัมพันธ์กับลูกค้า", "Customer relationships")
    revenue: Text | None = about("รายได้", "Revenue streams")
    resources: Text | None = about("ทรัพยากรหลัก", "Key resources")
    activities: Text | None = about("กิจกรรมหลัก", "Key activities")
    partners: Text | None = about("พันธมิตรหลัก", "Key partners")
    costs: Text | None = about("โครงสร้างต้นทุน", "Cost structure")
    annex: Refs | None = about("เอกสารแนบ", "Annex")


class Management(Section):
    """C5: sustainable management."""

    agencies: list[Agency] | None = about("หน่วยงานรับผิดชอบ", "Responsible agencies")
    partners: list[Partner] | None = about("ภาคีความร่วมมือ", "Partners")
    operating_model: OperatingModel | None = about("รูปแบบการบริหาร", "Operating model")
    finance: Finance | None = about("วินัยงบประมาณ", "Finance")
    reporting: Reporting | None = about("กลไกรายงานผล", "Reporting")
    participation: ContinuingParticipation | None = about(
        "การมีส่วนร่วมต่อเนื่อง", "Continuing participation"
    )
    risks: list[Risk] | None = about("ความเสี่ยง", "Risks")
    business_model: BusinessModel | None = about("แบบจำลองธุรกิจ", "Business model")


class Annex(Section):
    """A file beside the proposal, and the requirements it supports."""

    id: Id | None = about("รหัสเอกสารแนบ", "Annex id")
    title: Text | None = about("ชื่อเอกสาร", "Title")
    file: FilePath | None = about("แฟ้ม", "File")
    supports: Refs | None = about("ข้อกำหนดที่สนับสนุน", "Requirements it supports")


class Response(Section):
    """The city's answer to one comment of the committee."""

    comment: Id | None = about("รหัสข้อคิดเห็น", "Comment id")
    round: Whole | None = about("รอบของข้อคิดเห็น", "Round of the comment")
    action: Text | None = about("การดำเนินการ", "Action")
    where: Refs | None = about("ตำแหน่งที่แก้ไข", "Place of the change")


class Revision(Section):
    """What one round changed."""

    round: Ordinal | None = about("รอบที่", "Round")
    date: Date | None = about("วันที่", "Date")
    comments: Text | None = about("ข้อคิดเห็นที่ได้รับ", "Comments received")
    review: FilePath | None = about("แฟ้มข้อคิดเห็น", "Review file")


class Progress(Section):
    """How far the plan is, in percent, and what the percentage counts."""

    percent: Number | None = about("ความก้าวหน้า (ร้อยละ)", "Progress in percent")
    counted_by: ProgressBasis | None = about("วิธีนับ", "Way of counting")
    date: Date | None = about("วันที่ของข้อมูล", "Date of the data")
    annex: Refs | None = about("เอกสารแนบ", "Annex")


class YearlyReport(Section):
    """One yearly report that was sent."""

    year: Year | None = about("ปีที่รายงาน", "Year reported")
    sent: Date | None = about("วันที่ส่ง", "Date sent")
    annex: Refs | None = about("เอกสารแนบ", "Annex")


class Renewal(Section):
    """What renewal of the logo asks for."""

    logo_date: Date | None = about("วันที่ได้รับตราสัญลักษณ์", "Logo date")
    progress: Progress | None = about("ความก้าวหน้าของแผน", "Progress of the plan")
    reports: list[YearlyReport] | None = about("รายงานประจำปี", "Yearly reports")


class Approval(Section):
    """An approval the BOI asks to have first."""

    by: Text | None = about("ผู้อนุมัติ", "Approving body")
    meeting: Text | None = about("ครั้งที่ประชุม", "Meeting")
    date: Date | None = about("วันที่อนุมัติ", "Date approved")
    annex: Refs | None = about("เอกสารแนบ", "Annex")


class Boi(Section):
    """What an application to the Board of Investment needs."""

    activity: BoiActivity | None = about("ประเภทกิจการ", "Activity")
    approval: Approval | None = about(
        "ความเห็นชอบของคณะกรรมการเมืองอัจฉริยะ", "Smart-city committee approval"
    )
    exemption_years: Whole | None = about("จำนวนปียกเว้นภาษีที่ขอ", "Years of tax exemption sought")


class Proposal(Section):
    """A city's smart-city proposal, one YAML file."""

    smartcert: Ordinal | None = about("รุ่นของรูปแบบแฟ้ม", "File format")
    profile: Text | None = about("ประเภทคำขอ", "Profile")
    round: Ordinal | None = about("รอบที่ยื่น", "Round")
    note: Text | None = about("หมายเหตุที่แสดงบนรายงาน", "Note shown on the report")
    applicant: Applicant | None = about("ผู้ยื่นข้อเสนอ", "Applicant")
    area: Area | None = about("พื้นที่และเป้าหมาย", "Area and goals")
    infrastructure: Infrastructure | None = about(
        "โครงสร้างพื้นฐานและการลงทุน", "Infrastructure and investment"
    )
    data_platform: DataPlatform | None = about("แพลตฟอร์มข้อมูลเมือง", "City data platform")
    services: Services | None = about("บริการเมืองอัจฉริยะ", "Smart services")
    management: Management | None = about("การบริหารจัดการ", "Management")
    revisions: list[Revision] | None = about("ประวัติรอบการแก้ไข", "Revision history")
    responses: list[Response] | None = about("คำชี้แจง", "Responses")
    renewal: Renewal | None = about("การต่ออายุ", "Renewal")
    boi: Boi | None = about("การส่งเสริมการลงทุน", "BOI promotion")
    annexes: list[Annex] | None = about("เอกสารแนบ", "Annexes")
