"""What a round gains only by saying less than the one before.

The earlier round is assessed once more without what is not in the new one. What is met then, and
was not, is met without a word that was written for it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from smartcert.assessment.assessor import assess
from smartcert.assessment.result import Assessment
from smartcert.assessment.submission import Submission
from smartcert.findings.place import Places
from smartcert.findings.status import Status
from smartcert.proposal.document import Document
from smartcert.source.path import FieldPath, without

_NEARNESS: dict[Status | None, int] = {"missing": 0, "needs-person": 1, "partial": 1}
"""How near to being met a requirement is; any other status is of one that is not open."""

MET = 2


class Dropping(NamedTuple):
    """What was taken out of an earlier round, and what that alone comes to."""

    paths: tuple[FieldPath, ...]
    """Items and values of the earlier round that are not in the new one; all below them too."""
    alone: Assessment
    """The earlier round without them."""


def nearness(status: Status | None) -> int:
    """Return how near to being met a requirement is: not at all, in part, or not open."""
    return _NEARNESS.get(status, MET)


def dropping(old: Submission, new: Document) -> Dropping | None:
    """Return what an earlier round says and the new one does not, or None where that is nothing.

    Where items of a list are new, others of it were rewritten rather than dropped.
    """
    paths = tuple(_gone(Places(old.document), Places(new), (), ()))
    if not paths:
        return None
    left = old.document._replace(data=without(old.document.data, paths) or {})
    return Dropping(paths, assess(left, old.question, old.attachments))


def _gone(then: Places, now: Places, old: FieldPath, new: FieldPath) -> Iterator[FieldPath]:
    """Yield what is below a place of the old round, and not at that of the new one."""
    node, other = then.at(old).node, now.at(new).node
    if isinstance(node, dict):
        for key in node:
            if not now.source.exists((*new, key)):
                yield (*old, key)
            else:
                yield from _gone(then, now, (*old, key), (*new, key))
    elif isinstance(node, list) and isinstance(other, list):
        before, after = _called(then, old, node), _called(now, new, other)
        is_rewritten = bool(after.keys() - before.keys())
        for name, path in before.items():
            if name in after:
                yield from _gone(then, now, path, after[name])
            elif not is_rewritten:
                yield path


def _called(places: Places, path: FieldPath, items: list[Any]) -> dict[str, FieldPath]:
    """Return where each item of a list is, by its id or its name, else by all that it says."""
    found: dict[str, FieldPath] = {}
    for index, item in enumerate(items):
        here = (*path, index)
        label = places.at(here).labels[-1]
        if item is not None:
            name = label.text if label is not None and label.key else repr(item)
            found.setdefault(name, here)
    return found
