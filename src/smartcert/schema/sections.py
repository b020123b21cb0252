"""The proposal, as Pydantic models: which fields a proposal file may have, and of which type.

This is where fields are declared. `smartcert.schema.export` writes the models out as a JSON Schema,
which editors use for hints and `smartcert.proposal.document` follows to read a proposal. What each
field is called stands in `messages/schema/fields.yaml`, by section and field. No field has to be
there: the catalog, not the model, says what is asked for.
"""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field

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
    Amount,
    AreaSize,
    Confirmed,
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


class Section(BaseModel):
    """A mapping of the proposal; unknown keys are faults, never dropped silently."""

    model_config = ConfigDict(extra="forbid")


class Contact(Section):
    """Who answers questions about the proposal."""

    name: Text
    phone: Text
    email: Text


class Committee(Section):
    """The local or provincial committee that carries it."""

    name: Text
    order_no: Text
    order_date: Date
    chair: Text
    members: Texts
    annex: Refs


class Consent(Section):
    """The province's consent to the submission."""

    meeting: Text
    date: Date
    resolution: Text
    annex: Refs


class PromotionArea(Section):
    """Where the area stands on the way to being a promotion area."""

    status: PromotionStatus
    certificate_date: Date
    annex: Refs


class Signatory(Section):
    """Who signs the proposal."""

    name: Text
    position: Text


class Applicant(Section):
    """Who applies."""

    name: Text
    kind: ApplicantKind
    contact: Contact
    signatory: Signatory
    committee: Committee
    consent: Consent
    promotion_area: PromotionArea


class Boundary(Section):
    """Where the area ends: in words, on a map, or in an annex."""

    description: Text
    map: Text
    annex: Refs


class Ownership(Section):
    """Who owns the area, and by which right it may be used."""

    owner: Text
    rights: Text
    annex: Refs


class Population(Section):
    """How many people live in the area or use it, as of a year."""

    count: Whole
    users: Whole
    year: Year
    source: Text
    annex: Refs


class Measure(Section):
    """One figure and the year it stands for."""

    value: Number
    year: Year


class Goal(Section):
    """What the city wants to reach, in figures."""

    id: Id
    text: Text
    indicator: Text
    unit: Text
    baseline: Measure
    target: Measure


class Objective(Section):
    """What a city, or a Smart, sets out to do; its goals say by how much and when."""

    id: Id
    text: Text
    goals: Refs


class Participation(Section):
    """One event or survey in which residents took part, and what it changed."""

    event: Text
    date: Date
    method: Text
    people: Whole
    outcome: Text
    annex: Refs


class Problem(Section):
    """A problem of the city, with the data that shows it."""

    text: Text
    data: Text
    annex: Refs


class Need(Section):
    """What residents asked for, and where that is recorded."""

    text: Text
    source: Text
    annex: Refs


class Asset(Section):
    """Something the city already has and will build on."""

    name: Text
    kind: Text
    condition: Text


class Alignment(Section):
    """A national or provincial plan, and how the proposal serves it."""

    plan: Text
    how: Text


class Area(Section):
    """C1: the area, its vision and goals, and what kind of city it is."""

    name: Text
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


class InfrastructureItem(Section):
    """One piece of digital or physical infrastructure."""

    id: Id
    name: Text
    kind: Text
    status: State
    coverage: Text
    owner: Text
    serves: Refs
    cost: Amount


class Budget(Section):
    """The investment plan's total, and its split by year."""

    total: Amount
    by_year: dict[Year, Amount]


class Funding(Section):
    """A source of money: how much, by which model, and whether it is confirmed."""

    id: Id
    source: Text
    model: InvestmentModel
    amount: Amount
    confirmed: Confirmed
    state: FundingState
    annex: Refs


class Phase(Section):
    """A stage of the work."""

    name: Text
    start: Date
    end: Date
    owner: Text


class OperatingCost(Section):
    """What it costs a year to keep something running, and who pays."""

    purpose: Refs = Field(alias="for")
    per_year: Yearly
    payer: Text


class Permit(Section):
    """A permit the plan depends on."""

    name: OrNone
    agency: OrNone
    status: State
    annex: Refs


class Infrastructure(Section):
    """C2: what is built, with which money, when, and who keeps it running."""

    digital: list[InfrastructureItem]
    physical: list[InfrastructureItem]
    budget: Budget
    funding: list[Funding]
    phases: list[Phase]
    operating_cost: list[OperatingCost]
    permits: list[Permit]


class Design(Section):
    """How the city data platform is designed."""

    description: Text
    annex: Refs


class Layers(Section):
    """What the platform has at each layer of depa's picture."""

    applications: Text
    exchange: Text
    paas: Text
    iaas: Text
    infrastructure: Text


class Dataset(Section):
    """One set of data in the catalog."""

    id: Id
    name: Text
    owner: Text
    update: Text
    class_: DataClass = Field(alias="class")
    personal_data: Flag
    category: DataCategory
    level: DataLevel


class Exchange(Section):
    """With whom data is exchanged, by which standard and agreement."""

    parties: Refs = Field(alias="with")
    standard: Text
    agreement: Text
    annex: Refs


class DataGovernance(Section):
    """Rules, roles and quality of data."""

    policy: Text
    roles: Text
    quality: Text
    annex: Refs


class OpenData(Section):
    """A dataset that is or will be open."""

    dataset: Refs
    licence: Text
    url: Url
    date: Date


class Cybersecurity(Section):
    """How the platform is kept safe."""

    risk_assessment: Text
    controls: Text
    incident_plan: Text
    responsible: Text
    annex: Refs


class Privacy(Section):
    """How personal data is protected, under the Personal Data Protection Act."""

    lawful_basis: Text
    notice: Text
    records: Text
    officer: Text
    breach_plan: Text
    sensitive_data: OrNone
    annex: Refs


class Decision(Section):
    """A decision of the city that rests on data."""

    decision: Text
    data: Refs


class Operator(Section):
    """Who runs the platform, with how many people, at what cost."""

    name: Text
    staff: Whole
    cost_per_year: Yearly


class Skills(Section):
    """The people who work with data, and their training."""

    staff: Whole
    training: Text
    annex: Refs


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


class ServiceGoal(Section):
    """What one Smart is to reach, and the city's goals it serves."""

    id: Id
    text: Text
    serves: Refs


class ProjectOutput(Section):
    """What a project delivers: its ผลผลิต, counted."""

    text: Text
    quantity: Number
    unit: Text


class ProjectPlace(Section):
    """Where a project is done."""

    province: Text
    district: Text
    subdistrict: Text
    community: Text
    scope: Text


class Project(Section):
    """One project of a Smart."""

    id: Id
    name: Text
    objective: Text
    outputs: list[ProjectOutput]
    result: Text
    place: ProjectPlace
    owner: Text
    partners: Refs
    budget: Amount
    funding: Refs
    start: Date
    end: Date
    status: ProjectStatus
    goals: Refs
    kpis: Refs
    data: Refs
    personal_data: Flag
    privacy: OrNone
    annex: Refs


class Kpi(Section):
    """One measure of a Smart: from where, to where, by when."""

    id: Id
    name: Text
    unit: Text
    direction: Direction
    baseline: Measure
    target: Measure
    source: Text
    frequency: Text
    scope: Text
    goals: Refs
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


class Agency(Section):
    """An agency and its part in the plan."""

    name: Text
    role: Text
    lead: Flag
    annex: Refs


class Partner(Section):
    """A partner and its part in the plan."""

    name: Text
    sector: Sector
    role: Text
    annex: Refs


class OperatingModel(Section):
    """How the city organises the work."""

    structure: Text
    unit: Text
    annex: Refs


class Finance(Section):
    """What running the plan costs by year, and where the money comes from."""

    by_year: dict[Year, Amount]
    income: OrNone
    payer: Text
    annex: Refs


class Reporting(Section):
    """Who reports to whom, how often, on which measures."""

    by: Text
    to: Text
    frequency: Text
    kpis: Refs
    annex: Refs


class ContinuingParticipation(Section):
    """How residents go on taking part once the plan runs."""

    process: Text
    annex: Refs


class Risk(Section):
    """A risk, who watches it, and what is done about it."""

    text: Text
    owner: Text
    response: Text


class BusinessModel(Section):
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
    annex: Refs


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


class Annex(Section):
    """A file beside the proposal, and the requirements it supports."""

    id: Id
    title: Text
    file: FilePath
    supports: Refs


class Response(Section):
    """The city's answer to one comment of the committee."""

    comment: Id
    round: Whole
    action: Text
    where: Refs


class Revision(Section):
    """What one round changed."""

    round: Ordinal
    date: Date
    comments: Text
    review: FilePath


class Progress(Section):
    """How far the plan is, in percent, and what the percentage counts."""

    percent: Number
    counted_by: ProgressBasis
    date: Date
    annex: Refs


class YearlyReport(Section):
    """One yearly report that was sent."""

    year: Year
    sent: Date
    annex: Refs


class Renewal(Section):
    """What renewal of the logo asks for."""

    logo_date: Date
    progress: Progress
    reports: list[YearlyReport]


class Approval(Section):
    """An approval the BOI asks to have first."""

    by: Text
    meeting: Text
    date: Date
    annex: Refs


class Boi(Section):
    """What an application to the Board of Investment needs."""

    activity: BoiActivity
    approval: Approval
    thai_share: Number
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
    renewal: Renewal
    boi: Boi
    annexes: list[Annex]
