"""Settings: flags win over the environment, the environment over `smartcert.yaml` or `[tool.smartcert]`, found upward from the proposal."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from smartcert.errors import UsageError
from smartcert.source import Map, Seq, Source, read_source
from smartcert.suggest import closest

FILE = "smartcert.yaml"
PROJECT = "pyproject.toml"

KEYS = {
    "profile": None,
    "edition": None,
    "criteria": None,
    "lang": None,
    "fail_under": None,
    "fail_on": "mandatory",
    "no_regress": None,
    "waivers": None,
    "baseline": None,
    "paths": None,
}
"""What can be set, and what holds when nobody says."""

FILES = ("criteria", "no_regress", "waivers", "baseline", "paths")
"""Settings that name files: in a configuration file they are meant from where it lies."""


@dataclass(frozen=True, slots=True)
class Setting:
    """A value, and who says so."""

    value: str | None
    origin: str
    """`--flag`, `SMARTCERT_NAME`, a file with its line, or `default`."""


def resolve(flags: dict[str, str | None], start: Path) -> dict[str, Setting]:
    """Give every setting. Raises `UsageError` for a configuration that can't be read or says what is not known."""
    stated = _configured(start)
    found = {}
    for key, default in KEYS.items():
        variable = f"SMARTCERT_{key.upper()}"
        if flags.get(key) is not None:
            found[key] = Setting(flags[key], f"--{key.replace('_', '-')}")
        elif os.environ.get(variable):
            found[key] = Setting(os.environ[variable], variable)
        else:
            found[key] = stated.get(key, Setting(default, "default"))
    return found


def start_of(proposals: tuple[str, ...]) -> Path:
    """Give the folder from which configuration is looked for: that of the first proposal."""
    first = Path(proposals[0]) if proposals and proposals[0] != "-" else Path()
    return first if first.is_dir() else first.parent


def _configured(start: Path) -> dict[str, Setting]:
    """Read the nearest configuration, from a folder upward."""
    for folder in (start.resolve(), *start.resolve().parents):
        if (folder / FILE).is_file():
            return _from_yaml(folder / FILE)
        if (folder / PROJECT).is_file() and (found := _from_toml(folder / PROJECT)) is not None:
            return found
    return {}


def _from_yaml(path: Path) -> dict[str, Setting]:
    source = read_source(path.read_bytes(), str(path))
    if source.fatal or source.faults:
        fault = source.faults[0]
        raise UsageError(
            f"อ่าน {path} ไม่ได้ (บรรทัด {fault.span.line})",
            f"{path}:{fault.span.line}: {fault.code}",
            "smartcert explain " + fault.code,
        )
    assert isinstance(source.root, Map)
    return {
        key: Setting(_text(key, value, path), f"{_shown(path)}:{source.span((key,), key=True).line}")
        for key, value in _known(source.root, path, source).items()
        if value is not None
    }


def _from_toml(path: Path) -> dict[str, Setting] | None:
    content = path.read_bytes()
    if b"tool.smartcert" not in content:
        return None
    import tomllib

    try:
        table = tomllib.loads(content.decode("utf-8-sig")).get("tool", {}).get("smartcert")
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as problem:
        raise UsageError(f"อ่าน {path} ไม่ได้: {problem}", f"{path}: {problem}") from problem
    if not isinstance(table, dict):
        return None
    named = {key.replace("-", "_"): value for key, value in table.items()}
    return {key: Setting(_text(key, value, path), _shown(path)) for key, value in _known(named, path, None).items()}


def _known(stated: dict[str, Any], path: Path, source: Source | None) -> dict[str, Any]:
    for key in stated:
        if key not in KEYS:
            line = f":{source.span((key,), key=True).line}" if source else ""
            guess = closest(key, KEYS)
            raise UsageError(
                f"{path}{line}: ไม่รู้จัก “{key}”" + (f" หมายถึง {guess} หรือไม่" if guess else f" ใช้ได้: {', '.join(KEYS)}"),
                f"{path}{line}: unknown key “{key}”"
                + (f"; did you mean {guess}?" if guess else f"; known are {', '.join(KEYS)}"),
            )
    return stated


def _text(key: str, value: Any, path: Path) -> str:
    """Write a value as a flag would have it; lists of paths one a line, files from where the configuration lies."""
    values = list(value) if isinstance(value, list | Seq) else [value]
    if (len(values) > 1 and key != "paths") or any(isinstance(item, dict | list) or item is None for item in values):
        raise UsageError(f"{path}: {key} ต้องเป็นค่าเดียว", f"{path}: {key} takes one value")
    told = [str(item) for item in values]
    if key in FILES:
        told = [item if item.startswith("git:") or _built_in(key, item, path) else str(path.parent / item) for item in told]
    return "\n".join(told)


def _built_in(key: str, value: str, path: Path) -> bool:
    """Tell whether `criteria` names a built-in catalog and not a folder."""
    return key == "criteria" and not (path.parent / value).is_dir()


def _shown(path: Path) -> str:
    """Give a file's name from the current folder where it lies below it."""
    return str(path.relative_to(Path.cwd())) if path.is_relative_to(Path.cwd()) else str(path)
