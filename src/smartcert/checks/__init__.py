"""The closed vocabulary of check kinds: data in the catalog, one small function each here.

`docs/catalog.md` describes every kind for people who write criteria; `smartcert.catalog.parser`
reads what they wrote.
"""

from __future__ import annotations

from smartcert.checks.kinds import KINDS, run
from smartcert.checks.scope import Bilingual, Check, Context, Gap, Outcome, Scope, Work

__all__ = ["KINDS", "Bilingual", "Check", "Context", "Gap", "Outcome", "Scope", "Work", "run"]
