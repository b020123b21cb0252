"""What the proposal itself says in figures: its money, its projects in time, its KPIs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from smartcert.catalog.indicators import threshold
from smartcert.catalog.model import Catalog, Indicator
from smartcert.messages.message import message
from smartcert.proposal.spec import spec_at
from smartcert.thai.date import ThaiDate, format_date
from smartcert.thai.date_forms import interpret_year
from smartcert.thai.loose import Loose
from smartcert.thai.measure_forms import Aim

LONGEST_NAME = 160
"""Characters of a name that tables show."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """A sum of money under a name."""

    name: str
    amount: Fraction
    note: str = ""

    @property
    def title(self) -> str:
        """Its name, with the note behind it."""
        return self.name + (f" ({self.note})" if self.note else "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Money:
    """The budget as the proposal splits it. Baht."""

    total: Fraction | None
    """What the investment plan states."""
    by_smart: tuple[Amount, ...]
    """Project budgets of each Smart."""
    invested: Fraction
    """What the infrastructure items cost; projects may have it in their budgets: not added."""
    by_source: tuple[Amount, ...]
    by_year: tuple[Amount, ...]
    confirmed: Fraction = Fraction(0)
    """What of the sources is confirmed."""

    @property
    def whole(self) -> Fraction:
        """What the plan needs: the total that it states, else what its sources or projects say."""
        sources = sum((item.amount for item in self.by_source), Fraction(0))
        return self.total or sources or self.parts

    @property
    def splits(self) -> tuple[tuple[str, tuple[Amount, ...]], ...]:
        """The sums that there are: by `smart`, by `source` and by `year`."""
        every = (("smart", self.by_smart), ("source", self.by_source), ("year", self.by_year))
        return tuple((key, items) for key, items in every if items)

    @property
    def is_known(self) -> bool:
        """Whether the proposal has any figures of money."""
        return self.total is not None or bool(self.splits or self.invested)

    @property
    def parts(self) -> Fraction:
        """What the items add up to."""
        return sum((item.amount for item in self.by_smart), Fraction(0))


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectBar:
    """A project on the time line."""

    name: str
    smart: str
    status: str
    start: ThaiDate | None
    end: ThaiDate | None


@dataclass(frozen=True, slots=True, kw_only=True)
class KpiRow:
    """A KPI, and the reference indicator it names, where one exists."""

    name: str
    smart: str
    unit: str
    direction: str
    baseline: Fraction | None
    baseline_year: ThaiDate | None
    target: Fraction | Aim | None
    target_year: ThaiDate | None
    reference: str
    """Title and threshold of the reference indicator, or empty."""


def money(data: dict[str, Any], smarts: dict[str, str], lang: str) -> Money:
    """Read the budget. `smarts` gives each Smart's title."""
    plan = data.get("infrastructure") or {}
    by_smart = []
    items = [item for kind in ("digital", "physical") for item in plan.get(kind) or () if item]
    invested = sum((item["cost"] for item in items if item.get("cost") is not None), Fraction(0))
    for key, title in smarts.items():
        spent = sum(
            (
                project["budget"]
                for project in _listed(data, key, "projects")
                if project.get("budget") is not None
            ),
            Fraction(0),
        )
        if spent:
            by_smart.append(Amount(name=title, amount=spent))
    sources = [
        Amount(
            name=_name(entry.get("source"), entry.get("id")),
            amount=entry["amount"],
            note=_confirmed(entry, lang),
        )
        for entry in plan.get("funding") or ()
        if entry and entry.get("amount") is not None
    ]
    years = (plan.get("budget") or {}).get("by_year") or {}
    by_year = [Amount(name=_year(year, lang), amount=amount) for year, amount in years.items()]
    total = (plan.get("budget") or {}).get("total")
    return Money(
        total=total,
        by_smart=tuple(by_smart),
        invested=invested,
        by_source=tuple(sources),
        by_year=tuple(by_year),
        confirmed=sum(
            (entry["amount"] for entry in plan.get("funding") or () if _is_confirmed(entry)),
            Fraction(0),
        ),
    )


def _is_confirmed(entry: dict[str, Any] | None) -> bool:
    """Whether a source has an amount and is said to be confirmed."""
    if not entry or entry.get("amount") is None:
        return False
    state = entry.get("state")
    return bool(entry.get("confirmed")) if state is None else bool(state == "confirmed")


def _name(*written: str | None) -> str:
    """Return the first name that is written, cut where nobody reads on, or a dash."""
    name = next(filter(None, written), "–")
    return name if len(name) <= LONGEST_NAME else f"{name[:LONGEST_NAME]}…"


def _confirmed(source: dict[str, Any], lang: str) -> str:
    """Return whether money is confirmed, or how far it is where that is said."""
    spec, state = spec_at(("infrastructure", "funding", 0, "state")), source.get("state")
    if spec is not None and state is not None:
        return spec.choices[state][lang]
    flag = source.get("confirmed")
    if flag is None:
        return ""
    return message("names.confirmed" if flag else "names.not-confirmed", lang)


def _year(written: str, lang: str) -> str:
    year = interpret_year(written)
    return format_date(year.value if isinstance(year, Loose) else year, lang)


def bars(data: dict[str, Any], smarts: dict[str, str]) -> tuple[ProjectBar, ...]:
    """Return every project that says when, by Smart and then by start."""
    found = [
        ProjectBar(
            name=_name(project.get("name"), project.get("id")),
            smart=title,
            status=project.get("status", ""),
            start=project.get("start"),
            end=project.get("end"),
        )
        for key, title in smarts.items()
        for project in _listed(data, key, "projects")
        if project.get("start") or project.get("end")
    ]
    order = list(smarts.values())

    def by_smart_and_day(bar: ProjectBar) -> tuple[int, tuple[int, int, int]]:
        day = bar.start or bar.end
        assert day is not None
        return order.index(bar.smart), day.first

    return tuple(sorted(found, key=by_smart_and_day))


def kpis(
    data: dict[str, Any], smarts: dict[str, str], catalog: Catalog, lang: str
) -> tuple[KpiRow, ...]:
    """Return every KPI in the order of the file."""
    return tuple(
        _kpi(kpi, title, catalog, lang)
        for key, title in smarts.items()
        for kpi in _listed(data, key, "kpis")
    )


def _kpi(kpi: dict[str, Any], smart: str, catalog: Catalog, lang: str) -> KpiRow:
    baseline, target = kpi.get("baseline") or {}, kpi.get("target") or {}
    return KpiRow(
        name=_name(kpi.get("name"), kpi.get("id")),
        smart=smart,
        unit=_name(kpi.get("unit")),
        direction=kpi.get("direction", ""),
        baseline=baseline.get("value"),
        baseline_year=baseline.get("year"),
        target=target.get("value"),
        target_year=target.get("year"),
        reference="; ".join(
            _reference(catalog.indicators[key], lang)
            for key in kpi.get("indicator") or ()
            if key in catalog.indicators
        ),
    )


def _reference(indicator: Indicator, lang: str) -> str:
    return f"{indicator.id} {indicator.title[lang]}: {threshold(indicator, lang)}"


def _listed(data: dict[str, Any], smart: str, kind: str) -> Iterator[dict[str, Any]]:
    service = (data.get("services") or {}).get(smart) or {}
    return (item for item in service.get(kind) or () if item)
