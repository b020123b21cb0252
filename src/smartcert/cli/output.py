"""Writing files that a user asked for, without losing work that is there."""

from __future__ import annotations

from pathlib import Path

from smartcert.errors import UsageError
from smartcert.paths import write_whole


def write_new(target: Path, content: bytes, *, force: bool, instead: str = "--force") -> None:
    """Write a file that is not there yet, or with `force` over one that is. Raises `UsageError`; `instead` is its hint."""
    if target.is_dir():
        raise UsageError(f"{target} เป็นโฟลเดอร์ ต้องระบุชื่อแฟ้ม", f"{target} is a folder; name a file")
    if target.exists() and not force:
        raise UsageError(f"มีแฟ้ม {target} อยู่แล้ว", f"{target} is there already", instead)
    try:
        write_whole(target, content)
    except OSError as problem:
        raise UsageError(f"เขียนลง {target} ไม่ได้: {problem.strerror}", f"{target}: {problem.strerror}") from problem
