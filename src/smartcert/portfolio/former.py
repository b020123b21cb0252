"""A former portfolio, read from the JSON that was written of it: what changes are held against."""

from __future__ import annotations

import json
from fractions import Fraction
from typing import Any

from smartcert.assessment.score import Share
from smartcert.errors import UsageError
from smartcert.files import read_file
from smartcert.findings.status import STATUSES
from smartcert.portfolio.entry import LETTERS, Asked, CriteriaUsed, RoundEntry


def read_former(file: str) -> dict[str, RoundEntry]:
    """Return the latest round of each city of a former portfolio, by the city's key.

    Raises `UsageError` for a file that is none.
    """
    try:
        data = json.loads(read_file(file))
        return {
            str(city["key"]): _entry(city["latest"])
            for city in data["cities"]
            if city["latest"] is not None
        }
    except OSError as problem:
        raise UsageError("usage.cannot-open", file=file, reason=problem.strerror) from problem
    except (ValueError, RecursionError, KeyError, TypeError, AttributeError) as problem:
        hint = "smartcert portfolio --format json=FILE"
        raise UsageError("usage.no-portfolio", file=file, hint=hint) from problem


def _entry(said: dict[str, Any]) -> RoundEntry:
    rows = [(_asked(str(name)), status) for status in STATUSES for name in said["statuses"][status]]
    used = said["criteria"]
    return RoundEntry(
        file=str(said["file"]),
        name=str(said["name"]),
        round=said["round"],
        verdict=said["verdict"],
        digest=str(said["digest"]),
        criteria=CriteriaUsed(
            str(used["id"]), int(used["edition"]), str(used["profile"]), str(used["digest"])
        ),
        readiness=Share(Fraction(said["readiness"]["points"]), int(said["readiness"]["out_of"])),
        asked=tuple(asked for asked, _ in rows),
        statuses="".join(LETTERS[status] for _, status in rows),
    )


def _asked(name: str) -> Asked:
    """Return a requirement by its name; its level and its title are those of today's criteria."""
    identifier, _, smart = name.partition("/")
    return Asked(identifier, smart or None, "recommended", "")
