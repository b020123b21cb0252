"""The proposal, as Pydantic models: which fields a proposal file may have, and of which type.

This is where fields are declared. `smartcert.schema.export` writes the models out as a JSON Schema,
which editors use for hints and `smartcert.proposal.document` follows to read a proposal. What each
field is called stands in `messages/schema/fields.yaml`, by section and field. No field has to be
there: the catalog, not the model, says what is asked for.
"""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field
from pydantic.config import JsonDict

from smartcert.schema.choices import (
    ApplicantKind,
    BoiActivity,
    CityType,
    DataCategory,
    DataClass,
    DataLevel,
    Direction,
    FundingState,
    InvestmentModel,
    ProgressBasis,
    ProjectStatus,
    PromotionStatus,
    Sector,
    Zone,
)
from smartcert.schema.types import (
    Aim,
    Amount,
    AnnexRefs,
    AreaSize,
    Arrangement,
    Confirmed,
    DatasetRefs,
    Date,
    FilePath,
    Flag,
    FundingRefs,
    GoalRefs,
    Id,
    KpiRefs,
    Matter,
    MeasureName,
    Number,
    Ordinal,
    OrNone,
    OwnerRefs,
    PartnerRefs,
    PartyRefs,
    People,
    ProjectBudget,
    Refs,
    Resolution,
    State,
    TargetValue,
    Text,
    Texts,
    Thing,
    Trouble,
    Url,
    Who,
    Whole,
    WorkRefs,
    Year,
    Yearly,
)


def short(main: str, *ordered: str, **aliases: str) -> JsonDict:
    """Return how a section may be written in short.

    As a text, which is its `main` field, and as a list of its fields in their order, where it has
    an order. `aliases` are other keys that forms have for a field.
    """
    found: JsonDict = {"x-main": main}
    if ordered:
        found["x-ordered"] = list(ordered)
    if aliases:
        found["x-aliases"] = dict(aliases)
    return found


class Section(BaseModel):
    """A mapping of the proposal; unknown keys are faults, never dropped silently."""

    model_config = ConfigDict(extra="forbid")


class Contact(Section, json_schema_extra=short("name")):
    """Who answers questions about the proposal."""

    name: Who
    phone: Texts
    email: Texts


class Committee(Section, json_schema_extra=short("name")):
    """The local or provincial committee that carries it."""

    name: Who
    order_no: Thing
    order_date: Date
    chair: Who
    members: People
    annex: AnnexRefs


class Consent(Section, json_schema_extra=short("resolution")):
    """The province's consent to the submission."""

    meeting: Thing
    date: Date
    resolution: Resolution
    annex: AnnexRefs


class PromotionArea(Section, json_schema_extra=short("status")):
    """Where the area stands on the way to being a promotion area."""

    status: PromotionStatus
    certificate_date: Date
    annex: AnnexRefs


class Signatory(Section, json_schema_extra=short("name")):
    """Who signs the proposal."""

    name: Who
    position: Who


class Applicant(Section):
    """Who applies."""

    name: Who
    kind: ApplicantKind
    contact: Contact
    signatory: Signatory
    committee: Committee
    consent: Consent
    promotion_area: PromotionArea


class Boundary(Section, json_schema_extra=short("description")):
    """Where the area ends: in words, on a map, or in an annex."""

    description: Thing
    map: Thing
    annex: AnnexRefs


class Ownership(Section, json_schema_extra=short("rights")):
    """Who owns the area, and by which right it may be used."""

    owner: Who
    rights: Text
    annex: AnnexRefs


class Population(Section, json_schema_extra=short("count")):
    """How many people live in the area or use it, as of a year."""

    count: Whole
    users: Whole
    year: Year
    source: Thing
    annex: AnnexRefs


class Measure(Section, json_schema_extra=short("value")):
    """One figure and the year it stands for."""

    value: Number
    year: Year


class TargetFigure(Section, json_schema_extra=short("value")):
    """What is to be reached, and by which year."""

    value: TargetValue
    year: Year


class Goal(Section, json_schema_extra=short("text")):
    """What the city wants to reach, in figures."""

    id: Id
    text: Aim
    indicator: MeasureName
    unit: Text
    baseline: Measure
    target: TargetFigure


class Objective(Section, json_schema_extra=short("text")):
    """What a city, or a Smart, sets out to do; its goals say by how much and when."""

    id: Id
    text: Aim
    goals: GoalRefs


class Participation(Section, json_schema_extra=short("event")):
    """One event or survey in which residents took part, and what it changed."""

    event: Thing
    date: Date
    method: Thing
    people: Whole
    outcome: Thing
    annex: AnnexRefs


class Problem(Section, json_schema_extra=short("text")):
    """A problem of the city, with the data that shows it."""

    text: Trouble
    data: Thing
    annex: AnnexRefs


class Need(Section, json_schema_extra=short("text")):
    """What residents asked for, and where that is recorded."""

    text: Trouble
    source: Thing
    annex: AnnexRefs


class Asset(Section, json_schema_extra=short("name")):
    """Something the city already has and will build on."""

    name: Thing
    kind: Text
    condition: Text


class Alignment(Section, json_schema_extra=short("plan")):
    """A national or provincial plan, and how the proposal serves it."""

    plan: Text
    how: Matter


class Area(Section):
    """C1: the area, its vision and goals, and what kind of city it is."""

    name: Who
    type: CityType
    zone: Zone
    boundary: Boundary
    size: AreaSize
    ownership: Ownership
    population: Population
    vision: Text
    horizon: Text
    objectives: list[Objective]
    goals: list[Goal]
    participation: list[Participation]
    strengths: Texts
    fit: Text
    problems: list[Problem]
    needs: list[Need]
    assets: list[Asset]
    alignment: list[Alignment]


class InfrastructureItem(Section, json_schema_extra=short("name")):
    """One piece of digital or physical infrastructure."""

    id: Id
    name: Text
    kind: Text
    status: State
    coverage: Text
    owner: OwnerRefs
    serves: WorkRefs
    cost: Amount


class Budget(Section, json_schema_extra=short("total")):
    """The investment plan's total, and its split by year."""

    total: Amount
    by_year: dict[Year, Amount]


class Funding(Section, json_schema_extra=short("source")):
    """A source of money: how much, by which model, and whether it is confirmed."""

    id: Id
    source: Who
    model: InvestmentModel
    amount: Amount
    confirmed: Confirmed
    state: FundingState
    annex: AnnexRefs


class Phase(Section, json_schema_extra=short("name")):
    """A stage of the work."""

    name: Text
    start: Date
    end: Date
    owner: OwnerRefs


class OperatingCost(Section):
    """What it costs a year to keep something running, and who pays."""

    purpose: WorkRefs = Field(alias="for")
    per_year: Yearly
    payer: Who


class Permit(Section, json_schema_extra=short("name")):
    """A permit the plan depends on."""

    name: OrNone
    agency: OrNone
    status: State
    annex: AnnexRefs


class Infrastructure(Section):
    """C2: what is built, with which money, when, and who keeps it running."""

    digital: list[InfrastructureItem]
    physical: list[InfrastructureItem]
    budget: Budget
    funding: list[Funding]
    phases: list[Phase]
    operating_cost: list[OperatingCost]
    permits: list[Permit]


class Design(Section, json_schema_extra=short("description")):
    """How the city data platform is designed."""

    description: Arrangement
    annex: AnnexRefs


class Layers(
    Section,
    json_schema_extra=short(
        "applications", "applications", "exchange", "paas", "iaas", "infrastructure"
    ),
):
    """What the platform has at each layer of depa's picture."""

    applications: Text
    exchange: Text
    paas: Text
    iaas: Text
    infrastructure: Text


class Dataset(Section, json_schema_extra=short("name")):
    """One set of data in the catalog."""

    id: Id
    name: Text
    owner: OwnerRefs
    update: Text
    class_: DataClass = Field(alias="class")
    personal_data: Flag
    category: DataCategory
    level: DataLevel


class Exchange(Section, json_schema_extra=short("with")):
    """With whom data is exchanged, by which standard and agreement."""

    parties: PartyRefs = Field(alias="with")
    standard: Arrangement
    agreement: Arrangement
    annex: AnnexRefs


class DataGovernance(Section, json_schema_extra=short("policy")):
    """Rules, roles and quality of data."""

    policy: Arrangement
    roles: Arrangement
    quality: Arrangement
    annex: AnnexRefs


class OpenData(Section, json_schema_extra=short("dataset")):
    """A dataset that is or will be open."""

    dataset: DatasetRefs
    licence: Text
    url: Url
    date: Date


class Cybersecurity(Section, json_schema_extra=short("controls")):
    """How the platform is kept safe."""

    risk_assessment: Arrangement
    controls: Arrangement
    incident_plan: Arrangement
    responsible: Who
    annex: AnnexRefs


class Privacy(Section, json_schema_extra=short("lawful_basis")):
    """How personal data is protected, under the Personal Data Protection Act."""

    lawful_basis: Arrangement
    notice: Arrangement
    records: Arrangement
    officer: Who
    breach_plan: Arrangement
    sensitive_data: OrNone
    annex: AnnexRefs


class Decision(Section, json_schema_extra=short("decision")):
    """A decision of the city that rests on data."""

    decision: Matter
    data: DatasetRefs


class Operator(Section, json_schema_extra=short("name")):
    """Who runs the platform, with how many people, at what cost."""

    name: Who
    staff: Whole
    cost_per_year: Yearly


class Skills(Section, json_schema_extra=short("training")):
    """The people who work with data, and their training."""

    staff: Whole
    training: Arrangement
    annex: AnnexRefs


class DataPlatform(Section):
    """C3: the open and secure city data platform."""

    design: Design
    layers: Layers
    datasets: list[Dataset]
    exchange: list[Exchange]
    governance: DataGovernance
    open_data: list[OpenData]
    cybersecurity: Cybersecurity
    privacy: Privacy
    decisions: list[Decision]
    operator: Operator
    skills: Skills


class ServiceGoal(Section, json_schema_extra=short("text")):
    """What one Smart is to reach, and the city's goals it serves."""

    id: Id
    text: Aim
    serves: GoalRefs


class ProjectOutput(Section, json_schema_extra=short("text")):
    """What a project delivers: its ผลผลิต, counted."""

    text: Text
    quantity: Number
    unit: Text


class ProjectPlace(Section, json_schema_extra=short("scope")):
    """Where a project is done."""

    province: Text
    district: Text
    subdistrict: Text
    community: Text
    scope: Text


class Project(Section, json_schema_extra=short("name", target="outputs")):
    """One project of a Smart."""

    id: Id
    name: Text
    objective: Matter
    outputs: list[ProjectOutput]
    result: Matter
    place: ProjectPlace
    owner: OwnerRefs
    partners: PartnerRefs
    budget: ProjectBudget
    funding: FundingRefs
    start: Date
    end: Date
    status: ProjectStatus
    goals: GoalRefs
    kpis: KpiRefs
    data: DatasetRefs
    personal_data: Flag
    privacy: OrNone
    annex: AnnexRefs


class Kpi(Section, json_schema_extra=short("name")):
    """One measure of a Smart: from where, to where, by when."""

    id: Id
    name: MeasureName
    unit: Text
    direction: Direction
    baseline: Measure
    target: TargetFigure
    source: Thing
    frequency: Text
    scope: Text
    goals: GoalRefs
    indicator: Refs


class Service(Section):
    """C4: one Smart, with its goals, projects and measures."""

    goals: list[ServiceGoal]
    objectives: list[Objective]
    projects: list[Project]
    kpis: list[Kpi]


class Services(Section):
    """C4: the Smarts that are proposed."""

    environment: Service
    economy: Service
    mobility: Service
    energy: Service
    people: Service
    living: Service
    governance: Service


class Agency(Section, json_schema_extra=short("name")):
    """An agency and its part in the plan."""

    name: Who
    role: Text
    lead: Flag
    annex: AnnexRefs


class Partner(Section, json_schema_extra=short("name")):
    """A partner and its part in the plan."""

    name: Who
    sector: Sector
    role: Text
    annex: AnnexRefs


class OperatingModel(Section, json_schema_extra=short("structure")):
    """How the city organises the work."""

    structure: Arrangement
    unit: Who
    annex: AnnexRefs


class Finance(Section, json_schema_extra=short("income")):
    """What running the plan costs by year, and where the money comes from."""

    by_year: dict[Year, Amount]
    income: OrNone
    payer: Who
    annex: AnnexRefs


class Reporting(Section, json_schema_extra=short("to")):
    """Who reports to whom, how often, on which measures."""

    by: Who
    to: Who
    frequency: Arrangement
    kpis: KpiRefs
    annex: AnnexRefs


class ContinuingParticipation(Section, json_schema_extra=short("process")):
    """How residents go on taking part once the plan runs."""

    process: Arrangement
    annex: AnnexRefs


class Risk(Section, json_schema_extra=short("text")):
    """A risk, who watches it, and what is done about it."""

    text: Trouble
    owner: OwnerRefs
    response: Text


class BusinessModel(
    Section,
    json_schema_extra=short(
        "value",
        "customers",
        "value",
        "channels",
        "relationships",
        "revenue",
        "resources",
        "activities",
        "partners",
        "costs",
    ),
):
    """How the services pay for themselves."""

    customers: Text
    value: Text
    channels: Text
    relationships: Text
    revenue: Text
    resources: Text
    activities: Text
    partners: Text
    costs: Text
    annex: AnnexRefs


class Management(Section):
    """C5: sustainable management."""

    agencies: list[Agency]
    partners: list[Partner]
    operating_model: OperatingModel
    finance: Finance
    reporting: Reporting
    participation: ContinuingParticipation
    risks: list[Risk]
    business_model: BusinessModel


class Annex(Section, json_schema_extra=short("title")):
    """A file beside the proposal, and the requirements it supports."""

    id: Id
    title: Text
    file: FilePath
    supports: Refs


class Response(Section, json_schema_extra=short("action")):
    """The city's answer to one comment of the committee."""

    comment: Id
    round: Whole
    action: Text
    where: Refs


class PageOf(Section, json_schema_extra=short("page")):
    """Where fields or sections stand in the bound document that is filed."""

    at: Refs
    page: Text


class Revision(Section):
    """What one round changed."""

    round: Ordinal
    date: Date
    comments: Text
    review: FilePath


class Progress(Section, json_schema_extra=short("percent")):
    """How far the plan is, in percent, and what the percentage counts."""

    percent: Number
    counted_by: ProgressBasis
    date: Date
    annex: AnnexRefs


class YearlyReport(Section, json_schema_extra=short("year")):
    """One yearly report that was sent."""

    year: Year
    sent: Date
    annex: AnnexRefs


class Renewal(Section):
    """What renewal of the logo asks for."""

    logo_date: Date
    progress: Progress
    reports: list[YearlyReport]


class Approval(Section, json_schema_extra=short("by")):
    """An approval the BOI asks to have first."""

    by: Who
    meeting: Thing
    date: Date
    annex: AnnexRefs


class Boi(Section):
    """What an application to the Board of Investment needs."""

    activity: BoiActivity
    approval: Approval
    thai_share: Number
    project: Text
    estate_smarts: Texts
    exemption_years: Whole


class Proposal(Section):
    """A city's smart-city proposal, one YAML file."""

    smartcert: Ordinal
    profile: Text
    round: Ordinal
    note: Text
    applicant: Applicant
    area: Area
    infrastructure: Infrastructure
    data_platform: DataPlatform
    services: Services
    management: Management
    revisions: list[Revision]
    responses: list[Response]
    pages: list[PageOf]
    renewal: Renewal
    boi: Boi
    annexes: list[Annex]
