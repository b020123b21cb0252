"""Loading a catalog: from its compiled form when that is fresh, otherwise from its YAML.

The compiled form is one JSON file that names the digest of the YAML it was made of. It lies beside the packaged criteria
(written when the wheel is built) or in the user's cache. It is used only when the digest agrees, so it can't go stale.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from dataclasses import fields
from hashlib import sha256
from pathlib import Path
from typing import Any

from smartcert.catalog.model import Catalog, Group, Requirement, Smart
from smartcert.errors import CatalogError
from smartcert.paths import cache_dir, data_dir, write_whole

BUILT_IN = "th-smart-city"
COMPILED = "compiled.json"
FORMAT = 1
"""Version of the compiled form; raised when its shape changes."""


def load_catalog(where: str | None = None) -> Catalog:
    """Give a catalog: a folder, the id of a built-in one, or the built-in one itself. Raises `CatalogError`."""
    return from_data(load_data(folder_of(where)))


def folder_of(where: str | None) -> Path:
    """Give the folder of a catalog named on the command line. Raises `CatalogError` when there is none."""
    if where is None:
        where = BUILT_IN
    folder = Path(where)
    if not (folder / "catalog.yaml").is_file():
        built_in = data_dir("criteria") / where
        if "/" in where or "\\" in where or where.startswith(".") or not (built_in / "catalog.yaml").is_file():
            raise CatalogError(
                f"ไม่พบชุดเกณฑ์ที่ {where} (ต้องเป็นโฟลเดอร์ที่มี catalog.yaml)",
                f"{where}: no catalog here (a folder that holds catalog.yaml)",
            )
        return built_in
    return folder


def digest_of(folder: Path) -> str:
    """Give the digest of a catalog's own files."""
    total = sha256(f"smartcert {FORMAT}\n".encode())
    for file in sorted(folder.rglob("*.yaml")):
        content = file.read_bytes()
        total.update(f"{file.relative_to(folder).as_posix()} {len(content)}\n".encode())
        total.update(content)
    return f"sha256:{total.hexdigest()}"


def load_data(folder: Path, seen: tuple[Path, ...] = ()) -> dict[str, Any]:
    """Give a catalog as one plain mapping, with what it extends worked in. Raises `CatalogError`."""
    try:
        digest = digest_of(folder)
    except OSError as problem:
        raise CatalogError(f"อ่านชุดเกณฑ์ {folder} ไม่ได้: {problem.strerror}", f"{folder}: {problem.strerror}") from problem
    data = _compiled(folder / COMPILED, digest) or _compiled(_cache_file(digest), digest)
    if data is None:
        data = compile_data(folder, digest)
        with suppress(OSError):  # A cache that can't be written only costs time.
            write_whole(_cache_file(digest), json.dumps(data, ensure_ascii=False).encode())
    return complete(data, folder, seen)


def complete(data: dict[str, Any], folder: Path, seen: tuple[Path, ...] = ()) -> dict[str, Any]:
    """Work in the catalog that this one extends, if it extends one. Raises `CatalogError`."""
    if "catalog" not in data:
        raise CatalogError(
            f"{folder}/catalog.yaml ไม่มีบรรทัด smartcert-catalog: 1", f"{folder}: catalog.yaml has no smartcert-catalog key"
        )
    base = data["catalog"].get("extends")
    return data if base is None else extend(data, folder, base, (*seen, folder.resolve()))


def compile_data(folder: Path, digest: str) -> dict[str, Any]:
    """Compile a folder's YAML; the first fault ends it. Raises `CatalogError`."""
    from smartcert.catalog.compile import compile_folder

    compiled = compile_folder(folder)
    if compiled.complaints:
        first = compiled.complaints[0]
        more = f" (+{len(compiled.complaints) - 1})" if len(compiled.complaints) > 1 else ""
        raise CatalogError(f"ชุดเกณฑ์ผิดที่ {folder}/{first}{more}", f"{folder}/{first}{more}", f"smartcert criteria lint {folder}")
    for requirement in compiled.data["requirements"]:
        requirement.pop("examples", None)
    return {"format": FORMAT, "digest": digest, **compiled.data}


def extend(data: dict[str, Any], folder: Path, base: str, seen: tuple[Path, ...]) -> dict[str, Any]:
    """Lay a catalog over the one it extends: override by id, add what is new, drop what is switched off."""
    parent_folder = folder / base if (folder / base / "catalog.yaml").is_file() else folder_of(base)
    if parent_folder.resolve() in seen:
        raise CatalogError(f"{folder}: ต่อยอดวนกลับมาที่ตัวเองผ่าน {base}", f"{folder}: extends itself through {base}")
    parent = load_data(parent_folder, seen)
    own = data["catalog"]
    off = {entry["id"] for entry in own.get("off", [])}
    known = {requirement["id"] for requirement in parent["requirements"]}
    if unknown := sorted(off - known):
        raise CatalogError(
            f"{folder}/catalog.yaml: off: ไม่มีข้อกำหนด {', '.join(unknown)} ใน {base}",
            f"{folder}/catalog.yaml: off: {', '.join(unknown)}: no such requirement in {base}",
        )
    overrides = {requirement["id"]: requirement for requirement in data["requirements"]}
    kept = [overrides.pop(item["id"], item) for item in parent["requirements"] if item["id"] not in off]
    inherited = {key: value for key, value in parent["catalog"].items() if key not in ("extends", "off")}
    stated = {key: value for key, value in own.items() if value not in ([], None)}
    kept = [_asked_alike(requirement, own.get("profiles", [])) for requirement in kept]
    groups = list(dict.fromkeys([*inherited.get("groups", []), *own.get("groups", [])]))
    smarts = {entry["smart"]: entry for entry in [*parent["smarts"], *data["smarts"]]}
    return {
        "format": FORMAT,
        "digest": f"sha256:{sha256((data['digest'] + parent['digest']).encode()).hexdigest()}",
        "catalog": {**inherited, **stated, "groups": groups},
        "groups": {
            **parent["groups"],
            **{key: value for key, value in data["groups"].items() if value.get("title") or key not in parent["groups"]},
        },
        "smarts": list(smarts.values()),
        "requirements": [*kept, *overrides.values()],
        **{key: {**parent[key], **data[key]} for key in ("indicators", "crosswalk", "sources")},
    }


def _asked_alike(requirement: dict[str, Any], profiles: list[dict[str, Any]]) -> dict[str, Any]:
    """Let a profile that is `like` another ask for what that one asks for, at the level it has there."""
    alike = {entry["id"]: entry["like"] for entry in profiles if entry.get("like") in requirement["profiles"]}
    if not alike:
        return requirement
    level = requirement["level"]
    if isinstance(level, dict) and level.get("profiles"):
        stated = level["profiles"]
        level = {**level, "profiles": {**stated, **{mine: stated[other] for mine, other in alike.items() if other in stated}}}
    return {**requirement, "level": level, "profiles": list(dict.fromkeys([*requirement["profiles"], *alike]))}


def from_data(data: dict[str, Any]) -> Catalog:
    """Make the catalog's values from its plain mapping. Raises `CatalogError` when something it needs is not there."""
    head = data["catalog"]
    try:
        groups = tuple(
            Group(
                id=key,
                title=data["groups"][key]["title"],
                about=data["groups"][key]["about"],
                section=data["groups"][key].get("section"),
            )
            for key in head["groups"]
            if key in data["groups"]
        )
        return Catalog(
            id=head["id"],
            title=head["title"],
            editions=tuple({**entry, "id": int(entry["id"])} for entry in head["editions"]),
            default_edition=int(head.get("default_edition") or head["editions"][-1]["id"]),
            profiles=tuple(head["profiles"]),
            default_profile=head.get("default_profile") or head["profiles"][0]["id"],
            groups=groups,
            smarts=tuple(_smart(entry) for entry in sorted(data["smarts"], key=_place_in(head.get("smarts", []), "smart"))),
            requirements=_in_order(
                [_requirement(entry) for entry in data["requirements"]], [group.id for group in groups], head.get("smarts", [])
            ),
            indicators=data["indicators"],
            crosswalk=data["crosswalk"],
            sources=data["sources"],
            off=tuple(head.get("off", [])),
            digest=data["digest"],
        )
    except (KeyError, IndexError, TypeError, ValueError) as problem:
        raise CatalogError(
            f"ชุดเกณฑ์ {head.get('id')}: {problem!r} ขาดหรือผิด",
            f"catalog {head.get('id')}: {problem!r} is missing or wrong",
            "smartcert criteria lint",
        ) from problem


_FIELDS = frozenset(field.name for field in fields(Requirement))


def _requirement(entry: dict[str, Any]) -> Requirement:
    values = {key: value for key, value in entry.items() if key in _FIELDS}
    for key in ("sources", "evidence", "profiles", "types"):
        values[key] = tuple(values.get(key, ()))
    return Requirement(**values, per_smart=entry.get("per") == "smart")


def _smart(entry: dict[str, Any]) -> Smart:
    rest = {key: entry[key] for key in ("title", "definition", "ministry")}
    return Smart(key=entry["smart"], sources=tuple(entry["sources"]), sub_areas=tuple(entry["sub_areas"]), **rest)


def _in_order(requirements: list[Requirement], groups: list[str], smarts: list[str]) -> tuple[Requirement, ...]:
    """Put requirements in the order of the catalog's groups, those of one Smart after those of all."""
    unknown = [requirement.id for requirement in requirements if requirement.group not in groups]
    if unknown:
        raise KeyError(f"group of {', '.join(unknown)}")
    place = {smart: index for index, smart in enumerate(smarts, 1)}
    return tuple(sorted(requirements, key=lambda item: (groups.index(item.group), place.get(item.smart or "", 0))))


def _place_in(order: list[str], key: str) -> Callable[[dict[str, Any]], int]:
    return lambda entry: order.index(entry[key]) if entry[key] in order else len(order)


def _compiled(file: Path, digest: str) -> dict[str, Any] | None:
    try:
        data: dict[str, Any] = json.loads(file.read_bytes())
    except (OSError, ValueError):
        return None
    return data if isinstance(data, dict) and data.get("format") == FORMAT and data.get("digest") == digest else None


def _cache_file(digest: str) -> Path:
    return cache_dir() / f"catalog-{digest.removeprefix('sha256:')[:32]}.json"
