"""Places of a proposal in the words of people, and the pages of the bound document."""

from __future__ import annotations

from collections.abc import Iterable
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
        return self._joined(f"{name} {label}".rstrip() for name, label in self._steps(path))

    def kinds(self, paths: Iterable[FieldPath]) -> list[str]:
        """Name places that differ by their items only once, with the items they are in."""
        found: dict[str, list[str]] = {}
        for path in paths:
            steps = self._steps(path)
            address = ".".join(step for step in path if isinstance(step, str))
            kind = f"{self._joined(name for name, _ in steps)} ({address})"
            found.setdefault(kind, []).append(" ".join(filter(None, (item for _, item in steps))))
        return [
            f"{kind}: {', '.join(items)}" if any(items) else kind for kind, items in found.items()
        ]

    def _steps(self, path: FieldPath) -> list[tuple[str, str]]:
        """Return the name of each part of a place, and the label of the item that it is in."""
        steps: list[tuple[str, str]] = []
        node: Any = self.root
        spec: FieldSpec | None = proposal_spec()
        for step in path:
            node, spec = inside(node, step), spec and spec.below(step)
            if isinstance(step, int) and steps:
                steps[-1] = (steps[-1][0], f"{steps[-1][1]} {_label(node, step)}".lstrip())
            else:
                steps.append((spec.names.get(self.lang, str(step)) if spec else str(step), ""))
        return steps

    def _joined(self, names: Iterable[str]) -> str:
        # The first part only says what the second belongs to.
        found = list(names)
        return STEP.join(found[1:] if len(found) > 2 else found)

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
