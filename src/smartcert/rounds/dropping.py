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
            if other is None or not _is_written(now.source.at((*new, key))):
                yield (*old, key)
            else:
                yield from _gone(then, now, (*old, key), (*new, key))
    elif isinstance(node, list) and isinstance(other, list):
        same = dict(_pairs(then, now, old, new))
        is_rewritten = len(set(same.values())) < sum(item is not None for item in other)
        for index, item in enumerate(node):
            here = (*old, index)
            if here in same:
                yield from _gone(then, now, here, same[here])
            elif item is not None and not is_rewritten:
                yield here


def _is_written(node: Any) -> bool:
    return node not in (None, "", [], {})


def _pairs(
    then: Places, now: Places, old: FieldPath, new: FieldPath
) -> Iterator[tuple[FieldPath, FieldPath]]:
    """Yield where an item of a list was and where it is, by its id or name, else by what it says.

    An item whose id was taken out is known by its name.
    """
    after: dict[str, FieldPath] = {}
    for path, names in _named(now, new):
        for name in names:
            after.setdefault(name, path)
    for path, names in _named(then, old):
        found = next((after[name] for name in names if name in after), None)
        if found is not None:
            yield path, found


def _named(places: Places, path: FieldPath) -> Iterator[tuple[FieldPath, list[str]]]:
    """Yield each item of a list with what it may be known by."""
    for index, item in enumerate(places.at(path).node):
        here = (*path, index)
        label = places.at(here).labels[-1]
        names = [] if label is None or not label.key else [label.text]
        if isinstance(item, dict):
            names += [str(item[key]) for key in ("id", "name", "text") if key in item]
        if item is not None:
            yield here, [*names, repr(item)]
