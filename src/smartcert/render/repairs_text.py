"""What mends a file, as text: a unified diff, how much that is, and what only a person can mend."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from typing import Literal, NamedTuple

from smartcert.findings.faults import fault_findings
from smartcert.findings.wording import Wording
from smartcert.messages.codes import code_text
from smartcert.messages.message import message
from smartcert.patterns import lazy_pattern
from smartcert.proposal.fault import Code
from smartcert.proposal.repairs import Repairs
from smartcert.render.sanitize import for_terminal
from smartcert.source.span import lines_of

Outcome = Literal["shown", "written", "printed"]
"""Whether repairs are proposed as a diff, were written, or went to standard output."""

CONTEXT = 3
"""Lines that are shown around a change, as by other programs."""

_UNSEEN = lazy_pattern("[\xa0\xad\u200b-\u200f\u2028-\u202f\u2060-\u2064\u2066-\u2069\ufeff]|\t")
"""What can't be seen, or not told from a space; a diff that takes it away should show it."""

Line = tuple[str, str]
"""A style and the text of one line; the style is a name of `render.terminal`, or empty."""


def render(repairs: Repairs, outcome: Outcome, lang: str) -> Iterator[Line]:
    """Yield the lines: the diff where nothing is written yet, then what is said of it."""
    return _RepairsText(repairs, outcome, lang).lines()


class _RepairsText(NamedTuple):
    repairs: Repairs
    outcome: Outcome
    lang: str

    @property
    def file(self) -> str:
        return for_terminal(self.repairs.source.name)

    def lines(self) -> Iterator[Line]:
        if self.repairs.mended:
            if self.outcome == "shown":
                yield from self.diff()
                yield "", ""
            yield from self.mended()
        elif not self.repairs.left and not self.repairs.torn:
            yield "good", self.say("nothing", file=self.file)
        yield from self.left()
        if self.repairs.mended and self.outcome == "shown":
            yield "dim", self.say("next", file=self.file)

    def say(self, key: str, **params: object) -> str:
        return message(f"terminal.fix.{key}", self.lang, **params)

    def mended(self) -> Iterator[Line]:
        """Yield how much is mended, and how much of each kind."""
        mended = self.repairs.mended
        yield "title", self.say(self.outcome, file=self.file, count=len(mended))
        for code, count in sorted(Counter(fault.code for fault in mended).items()):
            title = code_text(code, "title", self.lang)
            yield "", f"  {self.say('kind', code=code, title=title, count=count)}"

    def left(self) -> Iterator[Line]:
        """Yield what only a person can mend, at its place."""
        repairs = self.repairs
        left = {(fault.code, fault.span) for fault in repairs.left}
        wording = Wording(repairs.document, self.lang)
        found = [
            finding
            for finding in fault_findings(repairs.torn, wording)
            if finding.code == Code.TORN_TEXT or (finding.code, finding.location.span) in left
        ]
        if found:
            yield "head-fault", self.say("left", count=len(found))
        for finding in found:
            place = for_terminal(finding.location.place)
            yield "", f"  {place} {finding.code} {for_terminal(finding.message)}"

    def diff(self) -> Iterator[Line]:
        """Yield the changes as a unified diff; no edit adds or takes away a line."""
        old, new = lines_of(self.repairs.source.text), lines_of(self.repairs.text())
        yield "title", f"--- {self.file}"
        yield "title", f"+++ {self.file}"
        changed = [number for number, line in enumerate(old) if line != new[number]]
        for first, last in _hunks(changed, len(old) - (not old[-1])):
            size = f"{first + 1},{last - first}"
            yield "place", f"@@ -{size} +{size} @@"
            for differs, run in groupby(range(first, last), lambda line: old[line] != new[line]):
                numbers = [*run]
                if not differs:
                    yield from (("", f" {_visible(old[number])}") for number in numbers)
                    continue
                yield from (("caret", f"-{_visible(old[number])}") for number in numbers)
                yield from (("stub", f"+{_visible(new[number])}") for number in numbers)


def _hunks(changed: list[int], count: int) -> list[tuple[int, int]]:
    """Return the first line of each hunk and the one after its last, from those that change."""
    hunks: list[tuple[int, int]] = []
    for number in changed:
        start, stop = max(number - CONTEXT, 0), min(number + CONTEXT + 1, count)
        if hunks and start <= hunks[-1][1]:
            start = hunks.pop()[0]
        hunks.append((start, stop))
    return hunks


def _visible(line: str) -> str:
    """Return a line in which what can't be seen is named."""
    return for_terminal(_UNSEEN.sub(lambda found: f"‹U+{ord(found[0]):04X}›", line))
