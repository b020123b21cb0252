"""Faults of the file told as findings."""

from __future__ import annotations

from collections.abc import Iterable

from smartcert.findings.finding import Finding, Related
from smartcert.findings.wording import Wording, clip
from smartcert.messages.faults import EXAMPLES, FAULTS, KINDS, OTHER_FIXES, OTHER_KINDS, UNREADABLE
from smartcert.proposal.fault import Fault
from smartcert.source.codes import REASONS
from smartcert.source.path import FieldPath, dotted
from smartcert.source.span import Span


class FaultNarrator:
    """Tells the faults of reading and of single values."""

    def __init__(self, wording: Wording) -> None:
        self.wording = wording
        self.source = wording.source
        self.lang = wording.lang

    def faults(self, faults: Iterable[Fault]) -> list[Finding]:
        """Tell the faults of reading and of single values, in the order of the file."""
        findings = []
        for reading in self.source.faults:
            message = FAULTS[reading.code].message[self.lang].format(**self.told(reading.params))
            findings.append(
                self.fault(reading.code, (), reading.span, message, reading.params, reading.related)
            )
        for fault in faults:
            related = tuple(self.source.span(path, key=fault.at_key) for path in fault.related)
            params = dict(fault.params)
            if related:
                params["first_line"] = str(related[0].line)
            message = FAULTS[fault.code].message[self.lang].format(**self.told(params))
            span = self.source.span(fault.path, key=fault.at_key)
            findings.append(
                self.fault(fault.code, fault.path, span, message, params, related, fault.related)
            )
        return sorted(findings, key=lambda finding: (finding.span.line, finding.span.column))

    def told(self, params: dict[str, str]) -> dict[str, str]:
        """Write the parameters of a fault's sentence for a reader."""
        told = {key: value if key == "choices" else clip(value) for key, value in params.items()}
        for key in ("kind", "wanted", "found", "era"):
            if key in told:
                told[key] = KINDS[told[key]][self.lang] if told[key] in KINDS else told[key]
        if reason := (
            REASONS.get(told.get("reason", "")) or UNREADABLE.get(told.get("reason", ""))
        ):
            told["reason"] = reason[self.lang]
        elif "reason" in told:
            told["reason"] = ""
        told["guess"] = self.wording.guess(params.get("guess", ""))
        told["hint"] = self.hint(params)
        return told

    def hint(self, params: dict[str, str]) -> str:
        """Say how to write the value: what it must have meant, or else what its kind looks like."""
        if meant := params.get("hint"):
            return f" ให้เขียนเป็น {meant}" if self.lang == "th" else f"; write {meant}"
        example = EXAMPLES.get(params.get("kind", ""))
        if not example:
            return ""
        return f" ตัวอย่างรูปแบบที่ถูกต้อง: {example}" if self.lang == "th" else f" (such as {example})"

    def fault(
        self,
        code: str,
        path: FieldPath,
        span: Span,
        message: str,
        params: dict[str, str],
        related: tuple[Span, ...],
        related_paths: tuple[FieldPath, ...] = (),
    ) -> Finding:
        """Make the finding of a fault of the file."""
        text = FAULTS[code]
        other = OTHER_KINDS.get(self.wording.document.kind)
        fix = (OTHER_FIXES.get(code, text.fix) if other else text.fix)[self.lang]
        if "{" in fix:
            fix = fix.format(**params, **(other or {}))
        paths = [dotted(place) for place in related_paths] or [""] * len(related)
        return Finding(
            id=self.wording.fingerprint(
                code,
                None,
                path,
                tuple(params.get(key, "") for key in ("key", "key_name", "written", "identifier")),
            ),
            code=code,
            requirement=None,
            requirements=(),
            smart=None,
            group=None,
            status="fault",
            level="fault",
            title=text.title[self.lang],
            message=message,
            why="",
            fix=fix,
            write=None,
            basis=None,
            sources=(),
            path=dotted(path),
            file=self.source.name,
            span=span,
            related=tuple(
                Related(path=place, span=other) for place, other in zip(paths, related, strict=True)
            ),
        )
