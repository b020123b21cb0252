"""How a proposal is to be judged: by which catalog, as of which day, in which language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from smartcert.catalog.model import Catalog
from smartcert.catalog.naming import chosen_id, named_id
from smartcert.errors import refuse_unknown

if TYPE_CHECKING:
    from smartcert.assessment.waivers import Waivers


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """How a proposal is to be judged."""

    catalog: Catalog
    today: date
    lang: str = "th"
    """Of the sentences: `th` or `en`."""
    profile: str | None = None
    """None: what the proposal says, or the catalog's usual one."""
    edition: int | None = None
    """None: the catalog's usual one."""
    waivers: Waivers | None = None
    knows_samples: bool = True
    """Whether smartcert's own texts are told from a city's; the criteria's examples are such."""
    said_by: Mapping[str, str] = field(default_factory=dict)
    """What a message calls `profile` and `edition`: what states them.

    A flag, a variable, or the key of a configuration with its place.
    """

    def __post_init__(self) -> None:
        """Refuse a profile or an edition the catalog does not have. Raises `UsageError`."""
        if self.profile is not None:
            option = self.said_by.get("profile", "profile")
            chosen_id(option, self.profile, self.catalog.profiles)
        option = self.said_by.get("edition", "edition")
        refuse_unknown(option, self.edition, [*self.catalog.editions])

    @property
    def chosen_edition(self) -> int:
        """The edition to judge by, a Buddhist year."""
        return self.edition or self.catalog.default_edition

    def chosen_profile(self, written: str | None) -> str:
        """Return the profile to judge by, where the proposal itself names one or none.

        That of the command line comes first, then the proposal's, then the catalog's usual one.
        """
        for name in (self.profile, written):
            if name is not None and (found := named_id(name, self.catalog.profiles)):
                return found
        return self.catalog.default_profile
