"""Faults of the file told as findings."""

from __future__ import annotations

from collections.abc import Iterable

from smartcert.findings.finding import Finding, Location, Rule
from smartcert.findings.wording import Wording, clip
from smartcert.messages.codes import code_text
from smartcert.messages.message import has_message, message
from smartcert.messages.names import kind
from smartcert.proposal.fault import Fault
from smartcert.source.path import FieldPath
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
            sentence = self.sentence(reading.code, reading.params)
            findings.append(
                self.fault(
                    reading.code, (), reading.span, sentence, reading.params, reading.related
                )
            )
        for fault in faults:
            related = tuple(self.source.span(path, key=fault.at_key) for path in fault.related)
            params = dict(fault.params)
            if related:
                params["first_line"] = str(related[0].line)
            sentence = self.sentence(fault.code, params)
            span = self.source.span(fault.path, key=fault.at_key)
            findings.append(
                self.fault(fault.code, fault.path, span, sentence, params, related, fault.related)
            )
        return sorted(findings, key=lambda finding: finding.location.span[:2])

    def sentence(self, code: str, params: dict[str, str]) -> str:
        """Return the sentence of a fault."""
        return code_text(code, "message", self.lang, **self.told(params))

    def told(self, params: dict[str, str]) -> dict[str, str]:
        """Write the parameters of a fault's sentence for a reader."""
        told = {key: value if key == "choices" else clip(value) for key, value in params.items()}
        for key in ("kind", "wanted", "found", "era"):
            if key in told:
                told[key] = kind(told[key], self.lang)
        if "reason" in told:
            keys = (f"{file}.reasons.{told['reason']}" for file in ("syntax", "faults"))
            found = next(filter(has_message, keys), None)
            told["reason"] = message(found, self.lang) if found else ""
        told["guess"] = self.wording.guess(params.get("guess", ""))
        told["hint"] = self.hint(params)
        return told

    def hint(self, params: dict[str, str]) -> str:
        """Say how to write the value: what it must have meant, or else what its kind looks like."""
        if meant := params.get("hint"):
            return message("faults.write", self.lang, value=meant)
        example = f"faults.examples.{params.get('kind', '')}"
        if not has_message(example):
            return ""
        return message("faults.such-as", self.lang, example=message(example, self.lang))

    def fault(
        self,
        code: str,
        path: FieldPath,
        span: Span,
        sentence: str,
        params: dict[str, str],
        related: tuple[Span, ...],
        related_paths: tuple[FieldPath, ...] = (),
    ) -> Finding:
        """Make the finding of a fault of the file."""
        fix = code_text(code, "fix", self.lang, **params)
        other = f"faults.other-kinds.{self.wording.document.kind}"
        if has_message(f"{other}.head") and has_message(f"faults.other-fixes.{code}"):
            own = {part: message(f"{other}.{part}", self.lang) for part in ("head", "keys")}
            fix = message(f"faults.other-fixes.{code}", self.lang, **own)
        file = self.source.name
        paths = related_paths or ((),) * len(related)
        return Finding(
            id=self.wording.fingerprint(
                code,
                None,
                path,
                tuple(params.get(key, "") for key in ("key", "key_name", "written", "identifier")),
            ),
            rule=Rule(code=code, title=code_text(code, "title", self.lang)),
            level="fault",
            status="fault",
            location=Location(file, path, span),
            message=sentence,
            fix=fix,
            related=tuple(
                Location(file, place, other) for place, other in zip(paths, related, strict=True)
            ),
        )
