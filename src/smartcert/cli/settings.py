"""Settings: flags win over the environment, the environment over `smartcert.yaml` or `[tool.smartcert]`, found upward from the proposal."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from smartcert.cli import options as read
from smartcert.cli.configuration import Configuration, nearest, shown
from smartcert.errors import UsageError, not_one_of
from smartcert.rounds.gates import FAIL_ON, Gates, Threshold
from smartcert.source import Seq
from smartcert.suggest import closest
from smartcert.thai.numeral import ValueReadError

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

MEANT = {
    "catalog": "criteria",
    "language": "lang",
    "gate": "fail_on, fail_under, no_regress",
    "gates": "fail_on, fail_under, no_regress",
    "proposal": "paths",
    "proposals": "paths",
    "today": "--today",
    "format": "--format",
    "output": "--output",
}
"""Words that people try, and what does what they want: settings, or options of the command."""

VARIABLE = "SMARTCERT_"


@dataclass(frozen=True, slots=True)
class Setting:
    """A value, and who says so."""

    value: str | None
    origin: str
    """`--flag`, `SMARTCERT_NAME`, a file with its line, or `default`."""
    name: str = ""
    """What a message calls it: the flag, the variable, or the key with its place."""


def resolve(flags: dict[str, str | None], start: Path) -> dict[str, Setting]:
    """Return every setting of a proposal's folder. Raises `UsageError` for a configuration that can't be read or says what is not known."""
    return resolve_with(flags, nearest(start))


def resolve_with(
    flags: dict[str, str | None], configuration: Configuration | None
) -> dict[str, Setting]:
    """Return every setting, with a configuration that is found already. Raises `UsageError`."""
    _refuse_misspelt_variables()
    stated = _stated(configuration) if configuration else {}
    found = {}
    for key, default in KEYS.items():
        variable = f"{VARIABLE}{key.upper()}"
        flag = f"--{key.replace('_', '-')}"
        if flags.get(key) is not None:
            found[key] = Setting(flags[key], flag, flag)
        elif os.environ.get(variable):
            found[key] = Setting(os.environ[variable], variable, variable)
        else:
            found[key] = stated.get(key, Setting(default, "default", flag))
    return found


def gates_of(settings: dict[str, Setting]) -> Gates:
    """Return the gates that are set. Raises `UsageError`; a gate that is set to nothing would pass everything unseen."""
    fail_on, fail_under, no_regress = (
        settings[name] for name in ("fail_on", "fail_under", "no_regress")
    )
    for setting in (fail_on, fail_under, no_regress):
        if setting.value == "":
            raise UsageError(f"{setting.name} ต้องตามด้วยค่า", f"{setting.name} needs a value")
    chosen = next((each for each in FAIL_ON if each == (fail_on.value or "mandatory")), None)
    if chosen is None:
        raise not_one_of(fail_on.name, fail_on.value, list(FAIL_ON))
    return Gates(
        fail_on=chosen,
        fail_under=_threshold(fail_under.value, fail_under.name) if fail_under.value else None,
        no_regress=no_regress.value,
    )


def _threshold(stated: str, name: str) -> Threshold:
    """Read a percentage. Raises `UsageError`."""
    from smartcert.thai.number import read_number

    try:
        value = read_number(stated)
    except ValueReadError:
        value = None
    if value is None or not 0 <= value <= 100:
        raise UsageError(
            f"{name} ต้องเป็นตัวเลข 0 ถึง 100 ไม่ใช่ “{stated}”", f"{name} takes 0 to 100, not “{stated}”"
        )
    return Threshold(value, stated)


def in_thai_unless_stated(settings: dict[str, Setting]) -> dict[str, Setting]:
    """Take Thai where nobody names a language: what is written for a committee is Thai, whatever the computer's language."""
    return settings if settings["lang"].value else {**settings, "lang": Setting("th", "default")}


def start_of(proposals: tuple[str, ...]) -> Path:
    """Return the folder from which configuration is looked for: that of the first proposal."""
    first = Path(proposals[0]) if proposals and proposals[0] != "-" else Path()
    return first if first.is_dir() else first.parent


def spoken_to(arguments: list[str]) -> str:
    """Return the language for a fault of usage: what the command or the environment says, the configuration, then the locale."""
    if not read.stated_language() and not any(
        argument.startswith("--lang") for argument in arguments
    ):
        try:
            configuration = nearest(
                start_of(tuple(argument for argument in arguments if Path(argument).exists()))
            )
        except (UsageError, OSError, ValueError):
            configuration = None
        if configuration and configuration.values.get("lang") in read.LANGUAGES:
            return str(configuration.values["lang"])
    return read.spoken(arguments)


def _refuse_misspelt_variables() -> None:
    """Refuse a variable that looks like one of ours: a gate that is silently not there lets everything through.

    What is like none of ours is somebody else's, such as that of a CI template.
    """
    for name, value in os.environ.items():
        key = name.removeprefix(VARIABLE).lower()
        if value and name.startswith(VARIABLE) and key not in KEYS and (meant := _meant(key)):
            guess = f"{VARIABLE}{meant.upper()}" if meant in KEYS else meant
            raise UsageError(
                f"ไม่รู้จักตัวแปร {name} หมายถึง {guess} หรือไม่",
                f"unknown variable {name}; did you mean {guess}?",
            )


def _meant(key: str) -> str | None:
    """Return what somebody who writes this key may have wanted."""
    return MEANT.get(key) or closest(key, KEYS)


def _stated(configuration: Configuration) -> dict[str, Setting]:
    """Return what a configuration states; a key may have hyphens, as the flag has. Raises `UsageError` for all that is not known."""
    unknown = [written for written in configuration.values if written.replace("-", "_") not in KEYS]
    if unknown:
        raise UsageError(
            *(
                "\n".join(_unknown(configuration, written)[lang] for written in unknown)
                for lang in (0, 1)
            )
        )
    found: dict[str, Setting] = {}
    for written, value in configuration.values.items():
        key, place = written.replace("-", "_"), configuration.place(written)
        if key in found:
            raise UsageError(
                f"{place}: {key} ถูกกำหนดไว้แล้วที่ {found[key].origin}",
                f"{place}: {key} is set already at {found[key].origin}",
            )
        if value not in (None, ""):
            found[key] = Setting(
                _text(key, value, configuration.path, place), place, f"{place}: {written}"
            )
    return found


def _unknown(configuration: Configuration, written: str) -> tuple[str, str]:
    """Tell of an unknown key in both languages."""
    place, meant = configuration.place(written), _meant(written.replace("-", "_"))
    return (
        f"{place}: ไม่รู้จัก “{written}”"
        + (f" หมายถึง {meant} หรือไม่" if meant else f" ใช้ได้: {', '.join(KEYS)}"),
        f"{place}: unknown key “{written}”"
        + (f"; did you mean {meant}?" if meant else f"; known are {', '.join(KEYS)}"),
    )


def _text(key: str, value: Any, path: Path, place: str) -> str:
    """Write a value as a flag would have it; lists of paths one a line, files from where the configuration lies."""
    values = list(value) if isinstance(value, list | Seq) else [value]
    if any(isinstance(item, dict | list) or item is None for item in values) or (
        len(values) != 1 and key != "paths"
    ):
        if key == "paths":
            raise UsageError(
                f"{place}: paths ต้องเป็นชื่อแฟ้มหรือโฟลเดอร์",
                f"{place}: paths takes names of files and folders",
            )
        raise UsageError(f"{place}: {key} ต้องเป็นค่าเดียว", f"{place}: {key} takes one value")
    told = [str(item) for item in values]
    if key in FILES:
        told = [
            item
            if item.startswith("git:") or _built_in(key, item, path)
            else shown(path.parent / item)
            for item in told
        ]
    return "\n".join(told)


def _built_in(key: str, value: str, path: Path) -> bool:
    """Whether `criteria` names a built-in catalog and not a folder."""
    return key == "criteria" and not (path.parent / value).is_dir()
