"""Configuration files: `smartcert.yaml`, or `[tool.smartcert]` in `pyproject.toml`; where one lies, and what it states."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from smartcert.errors import UsageError
from smartcert.source import Map, Source, read_bytes, read_source, refuse_cut

FILES = ("smartcert.yaml", "smartcert.yml")
PROJECT = "pyproject.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Configuration:
    """What one file states, not judged yet."""

    path: Path
    values: dict[str, Any]
    lines: dict[str, int] = field(default_factory=dict)
    """The line of each key, where the format tells."""

    def place(self, key: str) -> str:
        """Return the file and the line of a key, as editors and CI systems read it."""
        return f"{shown(self.path)}:{self.lines[key]}" if key in self.lines else shown(self.path)


def nearest(start: Path) -> Configuration | None:
    """Return the nearest configuration from a folder upward. Raises `UsageError` for one that can't be read."""
    for folder in (start.resolve(), *start.resolve().parents):
        there = [folder / name for name in FILES if (folder / name).is_file()]
        if len(there) > 1:
            names = " / ".join(shown(path) for path in there)
            raise UsageError(
                f"มีแฟ้มตั้งค่าสองแฟ้ม: {names} ให้เหลือแฟ้มเดียว",
                f"two configurations: {names}; keep one of them",
            )
        if there:
            return _from_yaml(there[0])
        if (folder / PROJECT).is_file() and (found := _from_toml(folder / PROJECT)) is not None:
            return found
    return None


def one_for_all(
    proposals: Iterable[str], named_by: Configuration | None = None
) -> Configuration | None:
    """Return the configuration that all proposals of a run share, as one run is judged in one way. Raises `UsageError`.

    Proposals that a configuration names need none of their own, and must not find another.
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


def _same(one: Configuration | None, other: Configuration | None) -> bool:
    return (one and one.path) == (other and other.path)


def _two(
    chooser: str, chosen: Configuration | None, proposal: str, found: Configuration | None
) -> UsageError:
    """Tell that a run would follow two configurations; each can be followed in a run of its own."""
    first, second = (shown(each.path) if each else None for each in (chosen, found))
    return UsageError(
        f"{chooser} ใช้ {first or 'ค่าเริ่มต้น (ไม่มีแฟ้มตั้งค่า)'} แต่ {proposal} ใช้ {second or 'ค่าเริ่มต้น (ไม่มีแฟ้มตั้งค่า)'}"
        " การตรวจครั้งหนึ่งใช้การตั้งค่าได้ชุดเดียว ให้แยกตรวจ หรือให้เหลือแฟ้มตั้งค่าแฟ้มเดียวในโฟลเดอร์ที่อยู่เหนือทั้งสอง",
        f"{chooser} follows {first or 'no configuration'}, but {proposal} follows {second or 'no configuration'};"
        " a run follows one: check them apart, or keep one file above both",
        f"smartcert check {proposal}",
    )


def shown(path: Path) -> str:
    """Return a file's name from the current folder where it lies below it: CI systems show a line only by such a name."""
    plain = Path(os.path.normpath(path))
    return str(plain.relative_to(Path.cwd())) if plain.is_relative_to(Path.cwd()) else str(plain)


def _from_yaml(path: Path) -> Configuration:
    content = read_bytes(path)
    refuse_cut(content, shown(path))
    source = read_source(content, shown(path))
    if [fault.code for fault in source.faults] == ["Y016"]:
        return Configuration(path=path, values={})
    if source.faults and [fault.code for fault in source.faults] != ["Y017"]:
        raise _unreadable(source)
    if not isinstance(source.root, Map):
        raise _no_table(path)
    lines = {key: source.span((key,), key=True).line for key in source.root}
    return Configuration(path=path, values=dict(source.root), lines=lines)


def _unreadable(source: Source) -> UsageError:
    """Tell the first fault of a file's YAML as it is told of a proposal."""
    from smartcert.findings.faults import fault_findings
    from smartcert.findings.wording import Wording
    from smartcert.proposal.document import read_document

    th, en = (fault_findings((), Wording(read_document(source), lang))[0] for lang in ("th", "en"))
    place = f"{source.name}:{en.location.span.line}"
    return UsageError(
        f"{place}: {th.message} {th.fix}",
        f"{place}: {en.message}. {en.fix}",
        f"smartcert explain {en.code}",
    )


def _from_toml(path: Path) -> Configuration | None:
    content = read_bytes(path)
    refuse_cut(content, shown(path))
    if b"smartcert" not in content:
        return None
    import tomllib

    try:
        tool = tomllib.loads(content.decode("utf-8-sig")).get("tool")
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as problem:
        raise UsageError(
            f"อ่าน {shown(path)} ไม่ได้: {problem}", f"{shown(path)}: {problem}"
        ) from problem
    if not isinstance(tool, dict) or "smartcert" not in tool:
        return None
    if not isinstance(tool["smartcert"], dict):
        raise _no_table(path)
    return Configuration(path=path, values=tool["smartcert"])


def _no_table(path: Path) -> UsageError:
    return UsageError(
        f"{shown(path)} ต้องเป็นคู่ของชื่อและค่า เช่น profile: logo",
        f"{shown(path)} takes keys and values, such as profile: logo",
    )
