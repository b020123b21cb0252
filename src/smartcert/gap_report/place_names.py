"""Places of a proposal in the words of people, and the pages of the bound document."""

from __future__ import annotations

from typing import Any

from smartcert.proposal.address import locate
from smartcert.proposal.document import Document
from smartcert.proposal.spec import FieldSpec, proposal_spec
from smartcert.source.path import FieldPath, inside

STEP = " › "
"""What stands between a part and what lies in it."""


class PlaceNames:
    """Names the places of one proposal in one language."""

    def __init__(self, document: Document, lang: str) -> None:
        self.root = document.source.root
        self.lang = lang
        self.pages = {
            locate(place, self.root): entry["page"]
            for entry in document.data.get("pages") or ()
            if entry and entry.get("page")
            for place in entry.get("at") or ()
            if place
        }

    def words(self, path: FieldPath) -> str:
        """Name a place by its sections and items: `โครงการ LIV-P3 › หน่วยงานรับผิดชอบ`."""
        names: list[str] = []
        node: Any = self.root
        spec: FieldSpec | None = proposal_spec()
        for step in path:
            node, spec = inside(node, step), spec and spec.below(step)
            if isinstance(step, int) and names:
                names[-1] = f"{names[-1]} {_label(node, step)}"
            else:
                names.append(spec.names.get(self.lang, str(step)) if spec else str(step))
        # The first part only says what the second belongs to.
        return STEP.join(names[1:] if len(names) > 2 else names)

    def page(self, path: FieldPath) -> str:
        """Return the page of a place, or of the nearest part around it; else nothing."""
        for end in range(len(path), 0, -1):
            if page := self.pages.get(path[:end]):
                return str(page)
        return ""


def _label(item: Any, index: int) -> str:
    """Return an item's id, else its name, else its number."""
    if isinstance(item, dict):
        for key in ("id", "name"):
            if isinstance(item.get(key), str):
                return str(item[key])
    return str(index + 1)
