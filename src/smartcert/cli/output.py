"""Writing files that a user asked for, without losing work that is there."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from pathlib import Path

from smartcert.errors import UsageError

ENDINGS = {
    "text": (".txt", ".log", ".out", ""),
    "json": (".json",),
    "sarif": (".sarif", ".json"),
    "junit": (".xml",),
    "github": (".txt", ".log", ".out", ""),
    "gitlab": (".json",),
    "markdown": (".md", ".markdown"),
    "csv": (".csv",),
    "badge": (".svg",),
    "html": (".html", ".htm"),
    "docx": (".docx",),
    "pdf": (".pdf",),
}
"""How the file of a format is named. Only a file so named may be an earlier output, and is replaced."""


def free(target: str, form: str, inputs: Iterable[str | None] = ()) -> None:
    """Refuse a target where writing could cost somebody's work. Raises `UsageError`.

    Such is a file that this run reads, and one that does not look like an earlier output of the same format: a proposal, a
    review, an annex. A folder that is not there is more likely a slip of the keyboard than a wish.
    """
    path = Path(target)
    in_a_folder(path)
    if not path.exists():
        return
    not_read(target, inputs)
    if path.is_file() and path.stat().st_size and path.suffix.lower() not in ENDINGS[form]:
        usual = ENDINGS[form][0]
        raise UsageError(
            f"มีแฟ้ม {target} อยู่แล้ว และชื่อไม่ลงท้ายด้วย {usual} จึงไม่เขียนทับ ให้ใช้ชื่ออื่น หรือลบแฟ้มเดิมก่อน",
            f"{target} is there already and is not replaced, since its name does not end in {usual}; name another, or delete it",
            path.with_suffix(usual).name,
        )


def not_read(target: str, inputs: Iterable[str | None]) -> None:
    """Refuse a target that is a file this run reads. Raises `UsageError`."""
    path = Path(target)
    if path.exists() and any(
        name and Path(name).exists() and path.samefile(name) for name in inputs
    ):
        raise UsageError(
            f"ไม่เขียนทับ {target} เพราะใช้อ่านในการตรวจครั้งนี้",
            f"{target} is read by this run and not written over",
        )


def in_a_folder(path: Path) -> None:
    """Refuse a file that is a folder, lies in none, or can't have its name. Raises `UsageError`."""
    try:
        if not path.parent.is_dir():
            raise UsageError(
                f"เขียน {path} ไม่ได้ เพราะไม่พบโฟลเดอร์ {path.parent}",
                f"{path}: there is no folder {path.parent}",
            )
        path.lstat()
    except FileNotFoundError:
        return
    except OSError as problem:
        raise _unwritable(path, problem) from problem
    if path.is_dir():
        raise UsageError(f"{path} เป็นโฟลเดอร์ ต้องระบุชื่อแฟ้ม", f"{path} is a folder; name a file")


def _unwritable(path: Path, problem: OSError) -> UsageError:
    return UsageError(f"เขียนลง {path} ไม่ได้: {problem.strerror}", f"{path}: {problem.strerror}")


def write_new(target: Path, content: bytes, *, force: bool, instead: str = "--force") -> None:
    """Write a file that is not there yet, or with `force` over one that is. Raises `UsageError`; `instead` is its hint."""
    in_a_folder(target)
    if target.exists() and not force:
        raise UsageError(f"มีแฟ้ม {target} อยู่แล้ว", f"{target} is there already", instead)
    write(target, content)


def write(target: Path, content: bytes) -> None:
    """Write a file that appears whole or not at all; a device or a pipe is written to as it is. Raises `UsageError`."""
    from smartcert.paths import write_whole

    try:
        if target.exists() and not target.is_file():
            target.write_bytes(content)
        else:
            # Of a link, the file that it leads to is meant.
            write_whole(Path(os.path.realpath(target)), content)
    except OSError as problem:
        raise _unwritable(target, problem) from problem


def deliver(text: str, output: str | None) -> None:
    """Write text to standard output, or to a file that `free` has let through. Raises `UsageError`."""
    if output in (None, "-"):
        sys.stdout.write(text)
    else:
        write(Path(output), text.encode(errors="replace"))
