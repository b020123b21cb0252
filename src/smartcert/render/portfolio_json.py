"""A portfolio as JSON, format 1: a promise as that of `check`, told in `docs/portfolio.en.md`."""

from __future__ import annotations

from typing import Any

from smartcert import __version__
from smartcert.assessment.score import Share, percent, points
from smartcert.findings.status import STATUSES
from smartcert.portfolio.city import City
from smartcert.portfolio.entry import CriteriaUsed, RoundEntry
from smartcert.portfolio.survey import NotRead, Portfolio
from smartcert.render.json_ import text_of
from smartcert.render.portfolio_rows import problem


def render(portfolio: Portfolio) -> str:
    """Return the portfolio as one object."""
    counts = portfolio.counts
    files = portfolio.files
    return text_of(
        {
            "format": 1,
            "smartcert": __version__,
            "date": portfolio.today.isoformat(),
            "lang": portfolio.lang,
            "catalog": _criteria(portfolio.criteria[0]) if portfolio.criteria else None,
            "catalogs": [_criteria(each) for each in portfolio.criteria],
            "since": portfolio.since,
            "narrowed": {
                "only": list(portfolio.only),
                "smart": list(portfolio.smart),
                "left_out": portfolio.left_out,
            },
            "counts": {
                "files": sum(files.values()),
                "cities": len(portfolio.cities),
                "ready": counts.get("ready", 0),
                "ready_with_gaps": counts.get("ready-with-gaps", 0),
                "not_ready": counts.get("not-ready", 0),
                "unreadable": counts.get("unreadable", 0),
                "not_submitted": counts.get("not-submitted", 0),
                "unrecognised": len(portfolio.unclear),
            },
            "files": dict(files),
            "cities": [_city(city) for city in portfolio.cities],
            "requirements": [
                {
                    "id": row.id,
                    "title": row.title,
                    "level": row.level,
                    "asked": row.asked,
                    **{
                        status.replace("-", "_"): row.statuses.get(status, 0) for status in STATUSES
                    },
                    "open": row.open,
                    "cities_asked": row.asked_of,
                    "cities_open": [city.key for city in row.cities_open],
                }
                for row in portfolio.requirements
            ],
            "smarts": [
                {
                    "key": each.key,
                    "declared_by": each.declared_by,
                    "median": each.median,
                    "low": each.low,
                    "high": each.high,
                }
                for each in portfolio.smarts
            ],
            "waivers_ending": [
                {
                    "city": city.key,
                    "requirement": waiver.name,
                    "until": waiver.until.isoformat(),
                    "approver": waiver.approver,
                }
                for city, waiver in portfolio.ending
            ],
            "unread": [_unread(each) for each in portfolio.unread],
            "unrecognised": [each._asdict() for each in portfolio.unclear],
            "problems": [
                {
                    "code": each.code,
                    "message": problem(each, portfolio.lang),
                    "files": list(each.files),
                }
                for each in portfolio.problems
            ],
            "others": {kind: list(names) for kind, names in portfolio.others._asdict().items()},
        }
    )


def _criteria(used: CriteriaUsed) -> dict[str, Any]:
    return used._asdict()


def _city(city: City) -> dict[str, Any]:
    change, latest = city.change, city.latest
    return {
        "key": city.key,
        "name": city.name,
        "province": city.province,
        "reviewer": city.reviewer,
        "due": city.due,
        "verdict": city.verdict,
        "latest": None if latest is None else _entry(latest),
        "before": None if city.before is None else _entry(city.before),
        "change": None
        if change is None
        else {
            "readiness": change.readiness,
            "fixed": list(change.fixed),
            "lost": list(change.lost),
            "opened": list(change.opened),
            "remaining": change.remaining,
        },
        "comments": None if latest is None else _comments(latest),
        "waiting": 0 if latest is None else latest.waiting,
        "groups": [
            {"id": part.key, "value": percent(part.share)}
            for part in (latest.groups if latest else ())
        ],
        "smarts": [
            {"key": part.key, "declared": part.declared, "value": percent(part.share)}
            for part in (latest.smarts if latest else ())
        ],
        "rounds": [entry.file for entry in city.earlier],
        "copies": [entry.file for entry in city.copies],
        "unread": [each.file for each in city.unread],
        "report": city.report or None,
    }


def _entry(entry: RoundEntry) -> dict[str, Any]:
    by_status: dict[str, list[str]] = {status: [] for status in STATUSES}
    for asked, status in entry.rows().items():
        by_status[status].append(asked.name)
    return {
        "file": entry.file,
        "name": entry.name,
        "round": entry.round,
        "verdict": entry.verdict,
        "digest": entry.digest,
        "criteria": _criteria(entry.criteria),
        "readiness": _share(entry.readiness),
        "completeness": _share(entry.completeness),
        "evidence": _share(entry.evidence),
        "open": {
            "mandatory": entry.open("mandatory"),
            "recommended": entry.open("recommended"),
        },
        "faults": entry.faults,
        "statuses": by_status,
    }


def _share(share: Share) -> dict[str, Any]:
    return {"value": percent(share), "points": points(share.points), "out_of": points(share.out_of)}


def _comments(entry: RoundEntry) -> dict[str, Any]:
    return {
        "total": len(entry.comments),
        "closed": sum(one.settled is True for one in entry.comments),
        "answered": sum(one.status != "unanswered" for one in entry.comments),
        "by_person": sum(one.settled is not None for one in entry.comments),
        "unanswered": [one.id for one in entry.owed],
    }


def _unread(found: NotRead) -> dict[str, Any]:
    city = found.city
    return {
        "file": found.file.file,
        "code": found.file.code,
        "message": found.file.message,
        "fix": found.file.fix,
        "city": city.key if city else None,
        "instead": city.latest.file if city and city.latest else None,
    }
