"""Settings files: `smartcert.yaml`, or `[tool.smartcert]` in `pyproject.toml`."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from smartcert.errors import UsageError
from smartcert.files import is_file, read_file
from smartcert.messages.message import Phrase
from smartcert.paths import leads_outside
from smartcert.source import Map, Source, read_source, refuse_cut

NAMES = ("smartcert.yaml", "smartcert.yml")
PROJECT = "pyproject.toml"

_LARGEST = 1024 * 1024
"""Bytes of a settings file; the largest `pyproject.toml` at hand has a twentieth of it."""

_LONGEST_KEY = 64
"""Names in one key of TOML: what `tomllib` keeps grows with their square."""


class SettingsFile(NamedTuple):
    """What one file states, not judged yet."""

    path: Path
    values: dict[str, Any]
    lines: Mapping[str, int] = {}
    """The line of each key, where the format tells."""

    def place(self, key: str) -> str:
        """Return the file and the line of a key, as editors and CI systems read it."""
        return f"{shown(self.path)}:{self.lines[key]}" if key in self.lines else shown(self.path)


def nearest(start: Path) -> SettingsFile | None:
    """Return the nearest settings file from a folder upward.

    Raises `UsageError` for one that can't be read.
    """
    for folder in (start.resolve(), *start.resolve().parents):
        there = [folder / name for name in NAMES if is_file(folder / name)]
        if len(there) > 1:
            raise UsageError("usage.two-configurations-here", names=" / ".join(map(shown, there)))
        if there:
            return _from_yaml(there[0])
        if is_file(folder / PROJECT) and (found := _from_toml(folder / PROJECT)) is not None:
            return found
    return None


def one_for_all(
    proposals: Iterable[str], named_by: SettingsFile | None = None
) -> SettingsFile | None:
    """Return the file that all proposals of a run share, as one run is judged in one way.

    Proposals that a settings file names need none of their own, and must not find another. Raises
    `UsageError`.
    """
    chosen, chooser = named_by, "paths" if named_by else ""
    folders: dict[Path, str] = {}
    for proposal in proposals:
        folders.setdefault(Path(proposal).parent, proposal)
    for folder, proposal in folders.items():
        found = nearest(folder)
        if not chooser:
            chosen, chooser = found, proposal
        elif not _same(found, chosen) and not (named_by and found is None):
            raise _two(chooser, chosen, proposal, found)
    return chosen


def _same(one: SettingsFile | None, other: SettingsFile | None) -> bool:
    return (one and one.path) == (other and other.path)


def _two(
    chooser: str, chosen: SettingsFile | None, proposal: str, found: SettingsFile | None
) -> UsageError:
    """Return the error of a run that would follow two files; each may have a run of its own."""
    its, other = (
        shown(each.path) if each else Phrase("usage.no-configuration") for each in (chosen, found)
    )
    return UsageError(
        "usage.two-configurations",
        first=chooser,
        its=its,
        second=proposal,
        other=other,
        hint=f"smartcert check {proposal}",
    )


def shown(path: Path) -> str:
    """Return a file's name from the current folder, where it lies below.

    CI systems show a line only by such a name.
    """
    plain = Path(os.path.normpath(path))
    return str(plain.relative_to(Path.cwd())) if plain.is_relative_to(Path.cwd()) else str(plain)


def _content(path: Path) -> bytes:
    if leads_outside(path):
        raise UsageError("usage.settings-link-outside", file=shown(path))
    try:
        content = read_file(path, _LARGEST)
    except OSError as problem:
        raise _unreadable(path, problem.strerror) from problem
    refuse_cut(content, shown(path), _LARGEST)
    return content


def _unreadable(path: Path, reason: object) -> UsageError:
    return UsageError("usage.configuration-unreadable", file=shown(path), reason=reason)


def _broken(source: Source) -> UsageError:
    """Return the first fault of a file's YAML, as a check says it of a proposal."""
    from smartcert.findings.faults import fault_findings
    from smartcert.findings.wording import Wording
    from smartcert.messages.message_files import LANGUAGES
    from smartcert.proposal.document import read_document

    document = read_document(source)
    findings = {lang: fault_findings((), Wording(document, lang))[0] for lang in LANGUAGES}
    first = findings["en"]
    return UsageError(
        "usage.configuration-fault",
        place=f"{source.name}:{first.location.span.line}",
        message={lang: finding.message for lang, finding in findings.items()},
        fix={lang: finding.fix for lang, finding in findings.items()},
        hint=f"smartcert explain {first.code}",
    )


def _from_yaml(path: Path) -> SettingsFile:
    source = read_source(_content(path), shown(path), keys=dict)
    codes = [fault.code for fault in source.faults]
    if codes == ["Y016"]:
        return SettingsFile(path=path, values={})
    if codes and codes != ["Y017"]:
        raise _broken(source)
    if not isinstance(source.root, Map):
        raise UsageError("usage.no-keys-and-values", file=shown(path))
    lines = {key: source.span((key,), key=True).line for key in source.root}
    return SettingsFile(path=path, values=dict(source.root), lines=lines)


def _from_toml(path: Path) -> SettingsFile | None:
    content = _content(path)
    if b"smartcert" not in content:
        return None
    _refuse_long_keys(path, content)
    import tomllib

    try:
        tool = tomllib.loads(content.decode("utf-8-sig")).get("tool")
    except (ValueError, RecursionError) as problem:  # Also for a number without end.
        raise _unreadable(path, problem) from problem
    if not isinstance(tool, dict) or "smartcert" not in tool:
        return None
    if not isinstance(tool["smartcert"], dict):
        raise UsageError("usage.no-keys-and-values", file=shown(path))
    return SettingsFile(path=path, values=tool["smartcert"])


def _refuse_long_keys(path: Path, content: bytes) -> None:
    """Raise `UsageError` for a key of TOML that is made of more names than anybody writes."""
    # Texts, and blanks beside a dot, are no names; what is left of a key has no blank.
    bare = re.sub(rb"\"[^\"\n]*\"|'[^'\n]*'|(?<![ \t])[ \t]++(?=\.)|(?<=\.)[ \t]++", b"", content)
    longest = max(bare.split(), key=lambda word: word.count(b"."), default=b"")
    if longest.count(b".") > _LONGEST_KEY:
        raise UsageError("usage.long-key", file=shown(path), limit=_LONGEST_KEY)
