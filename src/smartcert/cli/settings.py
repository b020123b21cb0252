"""Settings: flags win over the environment, the environment over `smartcert.yaml` or `[tool.smartcert]`, found upward from the proposal."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from smartcert.errors import UsageError
from smartcert.source import Map, Seq, read_source
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


def in_thai_unless_stated(settings: dict[str, Setting]) -> dict[str, Setting]:
    """Take Thai where nobody names a language: what is written for a committee is Thai, whatever the computer's language."""
    return settings if settings["lang"].value else {**settings, "lang": Setting("th", "default")}


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
    if [fault.code for fault in source.faults] == ["Y016"]:
        return {}
    if source.fatal or source.faults:
        fault = source.faults[0]
        raise UsageError(
            f"อ่าน {_shown(path)} ไม่ได้ (บรรทัด {fault.span.line})",
            f"{_shown(path)}:{fault.span.line}: {fault.code}",
            "smartcert explain " + fault.code,
        )
    if not isinstance(source.root, Map):
        raise _no_table(path)
    lines = {key: source.span((key,), key=True).line for key in source.root}
    return _settings({key: value for key, value in source.root.items() if value is not None}, path, lines)


def _from_toml(path: Path) -> dict[str, Setting] | None:
    content = path.read_bytes()
    if b"smartcert" not in content:
        return None
    import tomllib

    try:
        tool = tomllib.loads(content.decode("utf-8-sig")).get("tool")
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as problem:
        raise UsageError(f"อ่าน {path} ไม่ได้: {problem}", f"{path}: {problem}") from problem
    if not isinstance(tool, dict) or "smartcert" not in tool:
        return None
    if not isinstance(tool["smartcert"], dict):
        raise _no_table(path)
    return _settings(tool["smartcert"], path, {})


def _no_table(path: Path) -> UsageError:
    return UsageError(f"{path} ต้องเป็นคู่ของชื่อและค่า เช่น profile: logo", f"{path} takes keys and values, such as profile: logo")


def _settings(stated: dict[str, Any], path: Path, lines: dict[str, int]) -> dict[str, Setting]:
    """Give what a configuration states; a key may have hyphens, as the flag has. Raises `UsageError` for a key that is none."""
    found = {}
    for written, value in stated.items():
        key = written.replace("-", "_")
        place = f"{_shown(path)}:{lines[written]}" if written in lines else _shown(path)
        if key not in KEYS:
            guess = closest(key, KEYS)
            raise UsageError(
                f"{place}: ไม่รู้จัก “{written}”" + (f" หมายถึง {guess} หรือไม่" if guess else f" ใช้ได้: {', '.join(KEYS)}"),
                f"{place}: unknown key “{written}”" + (f"; did you mean {guess}?" if guess else f"; known are {', '.join(KEYS)}"),
            )
        found[key] = Setting(_text(key, value, path, place), place)
    return found


def _text(key: str, value: Any, path: Path, place: str) -> str:
    """Write a value as a flag would have it; lists of paths one a line, files from where the configuration lies."""
    values = list(value) if isinstance(value, list | Seq) else [value]
    if (len(values) != 1 and key != "paths") or any(isinstance(item, dict | list) or item is None for item in values):
        raise UsageError(f"{place}: {key} ต้องเป็นค่าเดียว", f"{place}: {key} takes one value")
    told = [str(item) for item in values]
    if key in FILES:
        told = [item if item.startswith("git:") or _built_in(key, item, path) else _shown(path.parent / item) for item in told]
    return "\n".join(told)


def _built_in(key: str, value: str, path: Path) -> bool:
    """Tell whether `criteria` names a built-in catalog and not a folder."""
    return key == "criteria" and not (path.parent / value).is_dir()


def _shown(path: Path) -> str:
    """Give a file's name from the current folder where it lies below it: CI systems show a line only by such a name."""
    plain = Path(os.path.normpath(path))
    return str(plain.relative_to(Path.cwd())) if plain.is_relative_to(Path.cwd()) else str(plain)
