"""The closed sets of words that a proposal chooses from.

What each is called, and what else may be written for it, stands in `messages/schema/choices.yaml`.
"""

from __future__ import annotations

from smartcert.schema.types import choice

ApplicantKind = choice(
    "ApplicantKind",
    "province",
    "municipality",
    "pao",
    "sao",
    "special-local",
    "university",
    "state-enterprise",
    "agency",
    "company",
    "other",
    named=True,
)
PromotionStatus = choice("PromotionStatus", "none", "applied", "granted")
CityType = choice("CityType", "livable", "new")
Zone = choice("Zone", "none", "eec")
InvestmentModel = choice(
    "InvestmentModel",
    "government",
    "own",
    "ppp",
    "concession",
    "debt",
    "private",
    "grant",
    "performance-contract",
    "blended",
    "central",
    "provincial",
    "fund",
    "accumulated",
)
FundingState = choice("FundingState", "requested", "agreed", "confirmed")
DataClass = choice("DataClass", "open", "internal", "confidential", "personal")
DataCategory = choice(
    "DataCategory", "public", "personal", "official-secret", "security", "internal"
)
DataLevel = choice("DataLevel", "open", "organisation", "confidential", "secret", "top-secret")
ProjectStatus = choice("ProjectStatus", "planned", "funded", "running", "done", "stopped")
Direction = choice("Direction", "increase", "decrease", "maintain")
Sector = choice("Sector", "people", "public", "private", "academic")
ProgressBasis = choice("ProgressBasis", "projects", "budget", "other")
BoiActivity = choice("BoiActivity", "area", "system", "estate")
Judged = choice("Judged", "yes", "partly", "no")
