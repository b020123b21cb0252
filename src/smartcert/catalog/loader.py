"""Loading a catalog: from its compiled form when that is fresh, otherwise from its YAML."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from smartcert.catalog.inheritance import lay_over
from smartcert.catalog.model import Catalog
from smartcert.catalog.parts import ASIDE, LISTS, CatalogParts, parts_of
from smartcert.catalog.problem import one_line
from smartcert.catalog.references import unknown_names
from smartcert.errors import CatalogError
from smartcert.files import is_file
from smartcert.paths import data_dir, load_compiled

BUILT_IN = "th-smart-city"

LONGEST_CHAIN = 8
"""How many catalogs one may rest on."""
FORMAT = 9
"""Version of the compiled form; raised when its shape changes."""

_PARTS = {"catalog": dict, **dict.fromkeys(LISTS, list)}
"""What the compiled form consists of."""


def load_catalog(where: str | None = None) -> Catalog:
    """Return a catalog: of a folder, or a built-in one by its id; without either the built-in one.

    Raises `CatalogError`.
    """
    return load_parts(folder_of(where)).catalog()


def folder_of(where: str | None) -> Path:
    """Return the folder of a catalog that is named, or the built-in one.

    Raises `CatalogError` when there is none.
    """
    where = BUILT_IN if where is None else where
    found = Path(where) if _is_catalog(Path(where)) else _built_in(where)
    if found is None:
        raise CatalogError("catalog.none-here", name=one_line(where))
    return found


def _built_in(name: str) -> Path | None:
    folder = data_dir("criteria") / name
    named = "/" not in name and "\\" not in name and not name.startswith(".")
    return folder if named and _is_catalog(folder) else None


def _is_catalog(folder: Path) -> bool:
    return is_file(folder / "catalog.yaml")


def load_data(folder: Path) -> dict[str, Any]:
    """Return the compiled form of a folder's own files. Raises `CatalogError`."""
    try:
        return load_compiled(folder, "catalog", FORMAT, _PARTS, compile_data)
    except OSError as problem:
        place, reason = problem.filename or folder, problem.strerror
        raise CatalogError("catalog.unreadable", place=place, reason=reason) from problem


def load_parts(folder: Path, seen: tuple[Path, ...] = ()) -> CatalogParts:
    """Return a folder's catalog with what it extends worked in, every name in it known.

    `seen` are the folders that extend it. Raises `CatalogError`.
    """
    own = parts_of(load_data(folder))
    base = base_of(own, folder, seen)
    whole = lay_over(own, base)
    for unknown in unknown_names(own, whole, base):
        raise CatalogError(
            "catalog.refers-to-nothing",
            folder=folder,
            problem=unknown.text,
            hint=f"smartcert criteria lint {folder}",
        )
    return whole


def compile_data(folder: Path, digest: str) -> dict[str, Any]:
    """Compile a folder's YAML; the first fault ends it. Raises `CatalogError`."""
    from smartcert.catalog.compiler import compile_folder

    compiled = compile_folder(folder)
    if compiled.problems:
        first = compiled.problems[0]
        more = f" (+{len(compiled.problems) - 1})" if len(compiled.problems) > 1 else ""
        raise CatalogError(
            "catalog.broken",
            folder=folder,
            problem=f"{first}{more}",
            hint=f"smartcert criteria lint {folder}",
        )
    for requirement in compiled.data["requirements"]:
        for key in (*ASIDE, "examples", "overlaps"):
            requirement.pop(key, None)
    return {"format": FORMAT, "digest": digest, **compiled.data}


def base_of(own: CatalogParts, folder: Path, seen: tuple[Path, ...] = ()) -> CatalogParts | None:
    """Return the catalog that a folder's one extends: of a folder beside it, or a built-in one.

    Raises `CatalogError`.
    """
    base = own.head.extends
    if base is None:
        return None
    found = folder / base if _is_catalog(folder / base) else _built_in(base)
    if found is None:
        raise CatalogError("catalog.extends-nothing", folder=folder, name=one_line(base))
    seen = (*seen, folder.resolve())
    if found.resolve() in seen:
        raise CatalogError("catalog.extends-itself", folder=folder, name=one_line(base))
    if len(seen) > LONGEST_CHAIN:
        raise CatalogError("catalog.extends-too-many", folder=folder, limit=LONGEST_CHAIN)
    return load_parts(found, seen)
