"""The names a catalog uses: whether what each stands for is there, in the catalog itself or in the one it extends."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from smartcert.catalog.problem import HEAD, LintProblem, Subject
from smartcert.source.path import FieldPath

Data = dict[str, Any]
"""A catalog as one plain mapping."""


def unknown_names(own: Data, whole: Data, base: Data | None) -> Iterator[LintProblem]:
    """Judge the names of a catalog's own files; `whole` has what it extends, which is `base`, worked in."""
    head = own["catalog"]
    yield from _of_head(head, whole, base)
    yield from _of_profiles(head, whole, base)
    yield from _of_groups(own, whole)
    yield from _of_requirements(own, whole, base)
    yield from _of_smarts(own, whole)
    smarts = {entry["smart"] for entry in whole["smarts"]}
    for key, entry in own["indicators"].items():
        if entry["smart"] not in smarts:
            yield _unknown(("indicator", key), ("smart",), f"no Smart {entry['smart']}")
        for index, name in enumerate(entry["crosswalk"]):
            if name not in whole["crosswalk"]:
                yield _unknown(("indicator", key), ("crosswalk", index), f"no crosswalk {name}")


def _of_head(head: Data, whole: Data, base: Data | None) -> Iterator[LintProblem]:
    merged = whole["catalog"]
    for name in ("editions", "profiles", "groups"):
        if not merged.get(name):
            yield _unknown(HEAD, (name,), f"names no {name}")
    for sort in ("edition", "profile"):
        default, known = head.get(f"default_{sort}"), _ids(merged, f"{sort}s")
        if default is not None and known and default not in known:
            yield _unknown(HEAD, (f"default_{sort}",), f"default_{sort}: no {sort} {default}")
    known = {entry["id"] for entry in base["requirements"]} if base else set()
    for index, entry in enumerate(head["off"]):
        if entry["id"] not in known:
            yield _unknown(
                HEAD,
                ("off", index, "id"),
                f"off: what it extends has no requirement {entry['id']}",
            )
    smarts = {entry["smart"] for entry in whole["smarts"]}
    for index, key in enumerate(head["smarts"]):
        if key not in smarts:
            yield _unknown(HEAD, ("smarts", index), f"smarts: no file describes {key}")


def _of_profiles(head: Data, whole: Data, base: Data | None) -> Iterator[LintProblem]:
    """Judge what profiles are like: one of these, or one that is asked for in what is extended."""
    known = _ids(whole["catalog"], "profiles")
    if base:
        known |= _ids(base["catalog"], "profiles")
        known.update(name for entry in base["requirements"] for name in entry["profiles"])
    for index, entry in enumerate(head["profiles"]):
        if entry.get("like", entry["id"]) not in known:
            yield _unknown(
                HEAD,
                ("profiles", index, "like"),
                f"profile {entry['id']}: like {entry['like']}, which is not there",
            )


def _of_groups(own: Data, whole: Data) -> Iterator[LintProblem]:
    listed = whole["catalog"].get("groups") or ()
    for index, key in enumerate(own["catalog"]["groups"]):
        if key not in whole["groups"]:
            yield _unknown(HEAD, ("groups", index), f"groups: no file describes {key}")
    for key in own["groups"]:
        if listed and key not in listed:
            yield _unknown(("group", key), ("group",), "catalog.yaml does not list it under groups")
        if not whole["groups"][key]["title"]:
            yield _unknown(("group", key), ("group",), "has no title, here or in what is extended")


def _of_smarts(own: Data, whole: Data) -> Iterator[LintProblem]:
    listed = whole["catalog"].get("smarts")
    for entry in own["smarts"]:
        if listed and entry["smart"] not in listed:
            yield _unknown(
                ("smart", entry["smart"]), ("smart",), "catalog.yaml does not list it under smarts"
            )


def _of_requirements(own: Data, whole: Data, base: Data | None) -> Iterator[LintProblem]:
    merged = whole["catalog"]
    listed = merged.get("groups") or ()
    smarts = {entry["smart"] for entry in whole["smarts"]}
    editions = _ids(merged, "editions") | (_ids(base["catalog"], "editions") if base else set())
    profiles = _ids(merged, "profiles") | {
        entry["like"] for entry in merged.get("profiles", ()) if "like" in entry
    }
    for entry in own["requirements"]:
        level = entry["level"] if isinstance(entry["level"], dict) else {}
        asked: list[tuple[FieldPath, str]] = [
            (("profiles", index), name) for index, name in enumerate(entry["profiles"])
        ]
        asked += [(("level", "profiles", name), name) for name in level.get("profiles", ())]
        for steps, name in asked if profiles else ():
            if name not in profiles:
                yield _unknown(("requirement", entry["id"]), steps, f"no profile {name}")
        for key in ("since", "until") if editions else ():
            if entry.get(key) is not None and entry[key] not in editions:
                yield _unknown(("requirement", entry["id"]), (key,), f"no edition {entry[key]}")
        if entry.get("smart") is not None and entry["smart"] not in smarts:
            yield _unknown(("requirement", entry["id"]), ("smart",), f"no Smart {entry['smart']}")
        if listed and entry["group"] not in listed and entry["group"] not in own["groups"]:
            yield _unknown(
                ("requirement", entry["id"]), (), f"catalog.yaml lists no group {entry['group']}"
            )


def _ids(head: Data, name: str) -> set[Any]:
    return {entry["id"] for entry in head.get(name, ())}


def _unknown(subject: Subject, path: FieldPath, message: str) -> LintProblem:
    return LintProblem(code="L007", message=message, path=path, subject=subject)
