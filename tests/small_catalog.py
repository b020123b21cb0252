"""A catalog of a few requirements, and what a proposal comes to that is held against it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from smartcert.assessment.assessor import assess
from smartcert.assessment.question import Question
from smartcert.assessment.result import Assessment
from smartcert.catalog.model import Catalog, Edition, Group, LevelRule, Profile, Requirement, Smart
from smartcert.proposal.attachments import NO_ATTACHMENTS, find_attachments
from smartcert.proposal.document import read_document
from smartcert.source import read_source
from support import TODAY

OPTIONAL = LevelRule(default="recommended")


def both(text: str) -> dict[str, str]:
    return {"th": f"ไทย {text}", "en": text}


def asks(identifier: str, check: dict[str, Any], **more: Any) -> Requirement:
    """Give a requirement; what a test does not care about is the plainest there is."""
    usual: dict[str, Any] = {
        "group": identifier.split("-", maxsplit=1)[0],
        "title": both(identifier),
        "level": LevelRule(default="mandatory"),
        "basis": "official",
        "sources": (),
        "why": both("why"),
        "fix": both("fix"),
        "stub": "",
        "evidence": (both("map"),),
        "profiles": ("logo",),
    }
    return Requirement(id=identifier, check=check, **(usual | more))


def criteria(*requirements: Requirement) -> Catalog:
    """Give a catalog of these requirements, with two editions, two profiles and two Smarts."""
    groups = dict.fromkeys(requirement.group for requirement in requirements)
    return Catalog(
        id="small",
        title=both("small"),
        editions={
            2562: Edition(id=2562, title=both("old")),
            2569: Edition(id=2569, title=both("new")),
        },
        default_edition=2569,
        profiles={
            "logo": Profile(id="logo", title=both("logo")),
            "renewal": Profile(id="renewal", title=both("renewal")),
        },
        default_profile="logo",
        groups={
            name: Group(id=name, title=both(name), about=both(name), section=None)
            for name in groups
        },
        smarts={
            key: Smart(
                key=key,
                title=both(key),
                definition=both(key),
                ministry=both(key),
                sources=(),
                sub_areas=(),
            )
            for key in ("mobility", "energy")
        },
        requirements={requirement.id: requirement for requirement in requirements},
        indicators={},
        crosswalk={},
        guide={},
        sources={},
        off={},
        digest="sha256:0",
    )


def judged(
    text: str, *requirements: Requirement, folder: Path | None = None, **question: Any
) -> Assessment:
    asked = Question(catalog=criteria(*requirements), today=TODAY, lang="en", **question)
    document = read_document(read_source(text.encode(), "proposal.yaml"))
    attachments = find_attachments(document.data, folder) if folder else NO_ATTACHMENTS
    return assess(document, asked, attachments)


def has(path: str) -> dict[str, Any]:
    return {"present": {"path": path}}


def told(assessment: Assessment) -> list[tuple[str, str]]:
    return [(finding.code, finding.location.dotted) for finding in assessment.findings]


def levels(assessment: Assessment) -> dict[str, str]:
    return {row.id: row.level for row in assessment.requirements}


NAME, VISION, TYPE = has("area.name"), has("area.vision"), has("area.type")


PERSON = {"person": {"path": "area.name", "question": both("is it good?")}}


NEVER = {"when": {"if": has("boi"), "then": VISION}}


CITY = "area: {name: A, type: new}"
