"""Loading a catalog: from its compiled form when that is fresh, otherwise from its YAML."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from hashlib import sha256
from pathlib import Path
from typing import Any

from smartcert.catalog.model import Catalog, Group, Requirement, Smart
from smartcert.catalog.problem import one_line
from smartcert.catalog.references import unknown_names
from smartcert.errors import CatalogError
from smartcert.paths import data_dir, load_compiled

BUILT_IN = "th-smart-city"
FORMAT = 2
"""Version of the compiled form; raised when its shape changes."""


_PARTS = {
    "catalog": dict,
    "groups": dict,
    "smarts": list,
    "requirements": list,
    "indicators": dict,
    "crosswalk": dict,
    "sources": dict,
}
"""What the compiled form consists of."""


def load_catalog(where: str | None = None) -> Catalog:
    """Return a catalog: a folder, the id of a built-in one, or the built-in one itself. Raises `CatalogError`."""
    return from_data(load_data(folder_of(where)))


def folder_of(where: str | None) -> Path:
    """Return the folder of a catalog named on the command line. Raises `CatalogError` when there is none."""
    where = BUILT_IN if where is None else where
    found = Path(where) if _is_catalog(Path(where)) else _built_in(where)
    if found is None:
        told = one_line(where)
        raise CatalogError(
            f"ไม่พบชุดเกณฑ์ที่ {told} (ต้องเป็นโฟลเดอร์ที่มี catalog.yaml)",
            f"{told}: no catalog here (a folder that holds catalog.yaml)",
        )
    return found


def _built_in(name: str) -> Path | None:
    folder = data_dir("criteria") / name
    named = "/" not in name and "\\" not in name and not name.startswith(".")
    return folder if named and _is_catalog(folder) else None


def _is_catalog(folder: Path) -> bool:
    try:
        return (folder / "catalog.yaml").is_file()
    except OSError:  # A name that is too long, or a folder that may not be entered.
        return False


def load_data(folder: Path, seen: tuple[Path, ...] = ()) -> dict[str, Any]:
    """Return a catalog as one plain mapping, with what it extends worked in. Raises `CatalogError`."""
    try:
        data = load_compiled(folder, "catalog", FORMAT, _PARTS, compile_data)
    except OSError as problem:
        place = problem.filename or folder
        raise CatalogError(
            f"อ่านชุดเกณฑ์ {place} ไม่ได้: {problem.strerror}", f"{place}: {problem.strerror}"
        ) from problem
    base = base_of(data, folder, seen)
    whole = lay_over(data, base)
    for unknown in unknown_names(data, whole, base):
        raise CatalogError(
            f"ชุดเกณฑ์ {folder} อ้างถึงสิ่งที่ไม่มี: {unknown.text}",
            f"{folder}: {unknown.text}",
            f"smartcert criteria lint {folder}",
        )
    return whole


def complete(data: dict[str, Any], folder: Path) -> dict[str, Any]:
    """Work in the catalog that this one extends, if it extends one. Raises `CatalogError`."""
    return lay_over(data, base_of(data, folder))


def compile_data(folder: Path, digest: str) -> dict[str, Any]:
    """Compile a folder's YAML; the first fault ends it. Raises `CatalogError`."""
    from smartcert.catalog.compiler import compile_folder

    compiled = compile_folder(folder)
    if compiled.problems:
        first = compiled.problems[0]
        more = f" (+{len(compiled.problems) - 1})" if len(compiled.problems) > 1 else ""
        raise CatalogError(
            f"ชุดเกณฑ์ผิดที่ {folder}/{first}{more}",
            f"{folder}/{first}{more}",
            f"smartcert criteria lint {folder}",
        )
    for requirement in compiled.data["requirements"]:
        requirement.pop("examples", None)
    return {"format": FORMAT, "digest": digest, **compiled.data}


def base_of(
    data: dict[str, Any], folder: Path, seen: tuple[Path, ...] = ()
) -> dict[str, Any] | None:
    """Return the catalog that this one extends, a folder beside it or a built-in one. Raises `CatalogError`."""
    base = data["catalog"].get("extends")
    if base is None:
        return None
    found = folder / base if _is_catalog(folder / base) else _built_in(base)
    told = one_line(base)
    if found is None:
        raise CatalogError(
            f"{folder}: extends: ไม่พบชุดเกณฑ์ {told}", f"{folder}: extends: {told} is no catalog"
        )
    seen = (*seen, folder.resolve())
    if found.resolve() in seen:
        raise CatalogError(
            f"{folder}: ต่อยอดวนกลับมาที่ตัวเองผ่าน {told}", f"{folder}: extends itself through {told}"
        )
    return load_data(found, seen)


def lay_over(data: dict[str, Any], base: dict[str, Any] | None) -> dict[str, Any]:
    """Lay a catalog over the one it extends: override by id, add what is new, drop what is switched off."""
    if base is None:
        return {
            **data,
            "requirements": _asked_alike(data["requirements"], data["catalog"]["profiles"]),
        }
    head = _merged_head(data["catalog"], base["catalog"])
    off = {entry["id"] for entry in data["catalog"]["off"]}
    overrides = {requirement["id"]: requirement for requirement in data["requirements"]}
    kept = [
        overrides.pop(item["id"], item) for item in base["requirements"] if item["id"] not in off
    ]
    smarts = {entry["smart"]: entry for entry in [*base["smarts"], *data["smarts"]]}
    titled = {
        key: value
        for key, value in data["groups"].items()
        if value["title"] or key not in base["groups"]
    }
    return {
        "format": FORMAT,
        "digest": f"sha256:{sha256((data['digest'] + base['digest']).encode()).hexdigest()}",
        "catalog": head,
        "groups": {**base["groups"], **titled},
        "smarts": list(smarts.values()),
        "requirements": _asked_alike([*kept, *overrides.values()], head["profiles"]),
        **{key: {**base[key], **data[key]} for key in ("indicators", "crosswalk", "sources")},
    }


def _merged_head(own: dict[str, Any], base: dict[str, Any]) -> dict[str, Any]:
    """Let what a catalog states of itself stand before what it inherits; a default goes with the list it is taken from."""
    inherited = {key: value for key, value in base.items() if key not in ("extends", "off")}
    for sort in ("edition", "profile"):
        if own[f"{sort}s"]:
            inherited.pop(f"default_{sort}", None)
    stated = {key: value for key, value in own.items() if value != []}
    return {**inherited, **stated, "groups": list(dict.fromkeys([*base["groups"], *own["groups"]]))}


def _asked_alike(
    requirements: list[dict[str, Any]], profiles: list[dict[str, Any]]
) -> list[dict[str, Any]]:
    """Let a profile that is `like` another ask for what that one asks for, at the level it has there."""
    like = {entry["id"]: entry["like"] for entry in profiles if "like" in entry}
    models = {profile: _models(profile, like) for profile in like}
    return (
        [_asked_also(requirement, models) for requirement in requirements]
        if models
        else requirements
    )


def _models(profile: str, like: dict[str, str]) -> list[str]:
    """Return the profiles that one is like, the nearest first."""
    found: list[str] = []
    while (profile := like.get(profile, "")) and profile not in found:
        found.append(profile)
    return found


def _asked_also(requirement: dict[str, Any], models: dict[str, list[str]]) -> dict[str, Any]:
    asked, level = requirement["profiles"], requirement["level"]
    also = [
        profile for profile, others in models.items() if any(other in asked for other in others)
    ]
    if isinstance(level, dict) and (stated := level.get("profiles")):
        inherited = {
            profile: next((stated[other] for other in models[profile] if other in stated), None)
            for profile in also
        }
        level = {
            **level,
            "profiles": {**{profile: to for profile, to in inherited.items() if to}, **stated},
        }
    return {**requirement, "level": level, "profiles": list(dict.fromkeys([*asked, *also]))}


def from_data(data: dict[str, Any]) -> Catalog:
    """Make the catalog's values from its plain mapping, in which every name is known."""
    head = data["catalog"]
    groups = [Group(id=key, **data["groups"][key]) for key in head["groups"]]
    smarts = head.get("smarts", [])
    return Catalog(
        id=head["id"],
        title=head["title"],
        editions=tuple(head["editions"]),
        default_edition=head.get("default_edition") or head["editions"][-1]["id"],
        profiles=tuple(head["profiles"]),
        default_profile=head.get("default_profile") or head["profiles"][0]["id"],
        groups=tuple(groups),
        smarts=tuple(
            _smart(entry) for entry in sorted(data["smarts"], key=_place_in(smarts, "smart"))
        ),
        requirements=_in_order(
            [_requirement(entry) for entry in data["requirements"]],
            [group.id for group in groups],
            smarts,
        ),
        indicators=data["indicators"],
        crosswalk=data["crosswalk"],
        sources=data["sources"],
        off=tuple(head.get("off", [])),
        digest=data["digest"],
    )


_FIELDS = frozenset(field.name for field in fields(Requirement))


def _requirement(entry: dict[str, Any]) -> Requirement:
    values = {key: value for key, value in entry.items() if key in _FIELDS}
    for key in ("sources", "evidence", "profiles", "types"):
        values[key] = tuple(values.get(key, ()))
    return Requirement(**values, per_smart=entry.get("per") == "smart")


def _smart(entry: dict[str, Any]) -> Smart:
    rest = {key: entry[key] for key in ("title", "definition", "ministry")}
    return Smart(
        key=entry["smart"],
        sources=tuple(entry["sources"]),
        sub_areas=tuple(entry["sub_areas"]),
        **rest,
    )


def _in_order(
    requirements: list[Requirement], groups: list[str], smarts: list[str]
) -> tuple[Requirement, ...]:
    """Put requirements in the order of the catalog's groups, those of one Smart after those of all."""
    place = {smart: index for index, smart in enumerate(smarts, 1)}
    return tuple(
        sorted(
            requirements,
            key=lambda item: (groups.index(item.group), place.get(item.smart or "", 0)),
        )
    )


def _place_in(order: list[str], key: str) -> Callable[[dict[str, Any]], int]:
    return lambda entry: order.index(entry[key]) if entry[key] in order else len(order)
