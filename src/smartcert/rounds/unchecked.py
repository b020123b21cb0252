"""What a run did not check, though it may be, or was, a proposal: nothing vanishes unsaid."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from smartcert.files import is_file
from smartcert.messages.message import message
from smartcert.rounds.lost_proposal import LostProposal
from smartcert.workbook.source_file import recognise_file

if TYPE_CHECKING:
    from smartcert.rounds.baseline import Baseline
    from smartcert.rounds.reference import Base


class Unchecked(NamedTuple):
    """What was not checked."""

    unclear: tuple[str, ...] = ()
    """Files in the folders that can't be told from a proposal."""
    lost: tuple[LostProposal, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.unclear or self.lost)

    def sentences(self, lang: str) -> Iterator[str]:
        """Yield what is to be said of it, the lost ones first."""
        for each in self.lost:
            names = {"file": each.file, "base": each.base}
            yield message(f"terminal.unchecked.{each.reason}", lang, **names)
        if self.unclear:
            files = ", ".join(self.unclear)
            count = len(self.unclear)
            yield message("terminal.unchecked.unclear", lang, count=count, files=files)


ALL_CHECKED = Unchecked()


def unchecked(
    unclear: list[str], folders: list[Path], base: Base | None, baseline: Baseline | None
) -> Unchecked:
    """Return what was not checked: what the folders hold, and what was known as a proposal.

    A proposal that only the baseline knew may be gone; one that is there still has to be one.
    """
    lost = list(base.lost) if base is not None else []
    if baseline is not None:
        seen = {os.path.realpath(each.file) for each in lost}
        searched = [folder.resolve() for folder in folders]
        for path in sorted(
            Path(os.path.realpath(baseline.folder / name)) for name in baseline.known
        ):
            is_meant = str(path) not in seen and any(map(path.is_relative_to, searched))
            if is_meant and is_file(path) and recognise_file(path) != "proposal":
                lost.append(LostProposal(os.path.relpath(path), "no-proposal", str(baseline.file)))
    return Unchecked(tuple(unclear), tuple(lost))
