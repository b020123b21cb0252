"""Options that mean the same in every command, read from text and checked in one place."""

from __future__ import annotations

import os
import re
import sys
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

from smartcert.errors import UsageError, not_one_of, written_as
from smartcert.thai.numeral import ValueReadError

BANGKOK = timezone(timedelta(hours=7))
"""A day ends at midnight in Thailand, wherever the program runs."""

_MARK = re.compile(rb"""(?:^|[\r\n])smartcert:[ \t]*["']?(?:\d|\xe0\xb9[\x90-\x99])""")
"""The line that tells a proposal; a CI job named `smartcert:` has no number there. Thai digits are digits."""

LANGUAGES = ("th", "en")
DEFAULT_LANGUAGE = "th"
DEFAULT_PROPOSAL = "proposal.yaml"


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckOptions:
    """What `check` was asked to do, as text from the command line."""

    proposals: tuple[str, ...] = ()
    format: tuple[str, ...] = ()
    """Names of formats, each perhaps with `=FILE`."""
    output: str | None = None
    lang: str | None = None
    criteria: str | None = None
    edition: str | None = None
    profile: str | None = None
    today: str | None = None
    fail_under: str | None = None
    fail_on: str | None = None
    no_regress: str | None = None
    waivers: str | None = None
    baseline: str | None = None
    quiet: bool = False
    verbose: bool = False
    no_color: bool = False


def language(stated: str | None, name: str = "--lang") -> str:
    """Return the language: `--lang`, then `SMARTCERT_LANG`, then the locale; Thai when none says otherwise. Raises `UsageError`."""
    stated = stated or os.environ.get("SMARTCERT_LANG") or None
    if stated is not None:
        if stated not in LANGUAGES:
            raise not_one_of(name, stated, list(LANGUAGES))
        return stated
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            return "en" if value.lower().startswith("en") else "th"
    return "th"


def spoken(arguments: list[str]) -> str:
    """Return the language for help and for faults of the command line itself, which come before options are read."""
    stated = None
    for index, argument in enumerate(arguments):
        if argument.startswith("--lang="):
            stated = argument.partition("=")[2]
        elif argument == "--lang" and index + 1 < len(arguments):
            stated = arguments[index + 1]
    try:
        return language(stated)
    except UsageError:
        return DEFAULT_LANGUAGE


def stated_language() -> str | None:
    """Return the language that the environment asks for by name; the locale does not count."""
    return os.environ.get("SMARTCERT_LANG") or None


def existing(name: str) -> str:
    """Return the name of a file that is there. Raises `UsageError`."""
    if not Path(name).is_file():
        raise not_a_file(name)
    return name


def not_a_file(name: str, hint: str = "") -> UsageError:
    """Tell what stands where a file should: nothing, a folder, or something that can't be read to its end."""
    path = Path(name)
    if path.is_dir():
        return UsageError(f"{name} เป็นโฟลเดอร์ ต้องระบุแฟ้ม", f"{name} is a folder; name a file in it")
    if path.exists():
        return UsageError(f"{name} ไม่ใช่แฟ้มธรรมดา", f"{name} is no regular file")
    return UsageError(f"ไม่พบแฟ้ม {name}", f"{name}: no such file", hint)


def day(stated: str | None) -> date:
    """Return `--today` (B.E. or C.E.), or the day it is in Thailand. Raises `UsageError`."""
    if stated is None:
        return datetime.now(UTC).astimezone(BANGKOK).date()
    from smartcert.thai.date import read_date

    try:
        when = read_date(stated)
        return date(*when.first)
    except (ValueReadError, ValueError) as problem:
        raise UsageError(
            f"--today อ่าน “{stated}” เป็นวันที่ไม่ได้",
            f"--today: “{stated}” is no date",
            "--today 2569-11-21",
        ) from problem


def edition(stated: str | None, name: str = "--edition") -> int | None:
    """Return `--edition` as a number. Raises `UsageError`."""
    if stated is None:
        return None
    if not (stated.isdecimal() and len(stated) < 9):
        raise UsageError(
            f"{name} อ่าน “{stated}” เป็นปีไม่ได้",
            f"{name}: “{stated}” is no year",
            written_as(name, "2569"),
        )
    return int(stated)


def proposals(stated: tuple[str, ...]) -> list[str]:
    """Return the files to check: files as named, and what is a proposal in the folders. Raises `UsageError`."""
    found: list[str] = []
    for name in stated or (DEFAULT_PROPOSAL,):
        path = Path(name)
        if name == "-":
            found.append(name)
        elif path.is_dir():
            inside = [
                str(file)
                for file in sorted(path.rglob("*.y*ml"))
                if _is_visible(file, path) and is_proposal(file)
            ]
            if not inside:
                raise UsageError(
                    f"ไม่พบข้อเสนอใน {name} (แฟ้ม .yaml ที่มีบรรทัด smartcert: 1)",
                    f"{name}: no proposal here (a .yaml file with a line smartcert: 1)",
                )
            found += inside
        elif path.is_file():
            found.append(name)
        elif stated:
            raise not_a_file(name, "smartcert check PROPOSAL.yaml")
        else:
            raise UsageError(
                f"ไม่พบแฟ้ม {name} ในโฟลเดอร์นี้ ให้ระบุแฟ้มหรือโฟลเดอร์ของข้อเสนอ หรือกำหนด paths ใน smartcert.yaml",
                f"{name}: no such file here; name a proposal or a folder, or set paths in smartcert.yaml",
                "smartcert check PROPOSAL.yaml",
            )
    return list(dict.fromkeys(found))


def _is_visible(file: Path, folder: Path) -> bool:
    """Whether a file below a folder is YAML by its name and lies in no hidden folder, such as a tool's cache."""
    return file.suffix in (".yaml", ".yml") and not any(
        part.startswith(".") for part in file.relative_to(folder).parts
    )


def is_proposal(file: Path) -> bool:
    """Tell a proposal from other YAML by its line `smartcert: 1`; UTF-16 files are looked at too."""
    try:
        if not file.is_file():
            return False  # A pipe or a device would be waited for.
        with file.open("rb") as stream:
            head = stream.read(65536).replace(b"\0", b"")
    except OSError:
        return False
    return _MARK.search(head.lstrip(b"\xef\xbb\xbf\xfe\xff")) is not None


def stdin_bytes() -> bytes:
    """Read a proposal from standard input."""
    from smartcert.source import take

    return take(sys.stdin.buffer)
