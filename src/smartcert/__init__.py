"""smartcert holds a Thai smart-city proposal against the 7-Smarts criteria.

It says what is missing, where, and how to mend it. `check`, `compare` and `report` do for a program
what the commands of the same names do for a person; see `docs/api.md`.
"""

from __future__ import annotations

__version__ = "0.1.0"

__all__ = [
    "Assessment",
    "CatalogError",
    "Comparison",
    "Finding",
    "SmartcertError",
    "UnreadableError",
    "UsageError",
    "check",
    "compare",
    "data_of",
    "draft_review",
    "fields",
    "fix",
    "form",
    "report",
    "to_yaml",
    "write",
]

TYPE_CHECKING = False
"""Not of `typing`, which takes longer to load than all that `--version` needs."""

if TYPE_CHECKING:
    from smartcert.assessment.result import Assessment
    from smartcert.errors import CatalogError, SmartcertError, UnreadableError, UsageError
    from smartcert.findings.finding import Finding
    from smartcert.rounds.comparison import Comparison
    from smartcert.session.library import (
        check,
        compare,
        data_of,
        draft_review,
        fields,
        fix,
        form,
        report,
        to_yaml,
        write,
    )
else:
    _MODULES = {
        "Assessment": "assessment.result",
        "Comparison": "rounds.comparison",
        "Finding": "findings.finding",
        "check": "session.library",
        "compare": "session.library",
        "data_of": "session.library",
        "draft_review": "session.library",
        "fields": "session.library",
        "fix": "session.library",
        "form": "session.library",
        "report": "session.library",
        "to_yaml": "session.library",
        "write": "session.library",
    }

    def __getattr__(name):
        """Return what is offered, loaded when somebody asks for it."""
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from importlib import import_module

        found = getattr(import_module(f"{__name__}.{_MODULES.get(name, 'errors')}"), name)
        globals()[name] = found
        return found

    def __dir__():
        return [*__all__, "__version__"]
