"""Faults of a file as findings: the sentence, the place, the remedy."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction

from smartcert.findings.finding import Finding, Location, Rule
from smartcert.findings.wording import Wording, clip
from smartcert.messages.codes import code_text
from smartcert.messages.message import has_message, message
from smartcert.messages.names import kind
from smartcert.proposal.fault import Code, Fault
from smartcert.thai.money import format_amount


def fault_findings(faults: Iterable[Fault], wording: Wording) -> list[Finding]:
    """Return a finding for each fault of the YAML and of values, in the order of the file."""
    places = wording.places
    file = places.source.name
    findings = []
    for broken in places.source.faults:
        related = [Location(file, (), span) for span in broken.related]
        location = Location(file, (), broken.span)
        findings.append(_finding(broken.code, location, broken.params, related, wording))
    for fault in faults:
        related = [places.location(path, key=fault.at_key) for path in fault.related]
        params = dict(fault.params)
        if related:
            params["first_line"] = str(related[0].span.line)
        if fault.code == Code.UNKNOWN_CHOICE:
            params["choices"] = wording.choices(fault.path)
        location = places.location(fault.path, key=fault.at_key)
        findings.append(_finding(fault.code, location, params, related, wording))
    return sorted(findings, key=lambda finding: finding.location.span[:2])


def _finding(
    code: str,
    location: Location,
    params: Mapping[str, str],
    related: list[Location],
    wording: Wording,
) -> Finding:
    lang, places = wording.lang, wording.places
    details = tuple(params.get(key, "") for key in ("key", "key_name", "written", "identifier"))
    if "line" in params:
        # Slips of one kind are told apart by the lines that they are in.
        details = (*details, params["line"])
    return Finding(
        id=places.fingerprint(code, None, location.path, details),
        rule=Rule(code=code, title=code_text(code, "title", lang)),
        level="fault",
        status="fault",
        location=location,
        message=code_text(code, "message", lang, **_for_a_reader(params, wording)),
        fix=_fix(code, params, places.document.kind, lang),
        related=tuple(related),
    )


def _for_a_reader(params: Mapping[str, str], wording: Wording) -> dict[str, str]:
    """Return the parameters of a fault's sentence as words of the language."""
    lang = wording.lang
    texts = {key: value if key == "choices" else clip(value) for key, value in params.items()}
    for key in ("kind", "wanted", "found", "era"):
        if key in texts:
            texts[key] = kind(texts[key], lang)
    if "total" in texts:
        texts["total"] = format_amount(Fraction(texts["total"]), lang)
    if "reason" in texts:
        reason = texts["reason"]
        keys = (f"syntax.reasons.{reason}", f"faults.reasons.{reason}")
        found = next(filter(has_message, keys), None)
        texts["reason"] = message(found, lang, **texts) if found else ""
    first, _, second = params.get("either", "").partition("|")
    texts["either"] = message("faults.either", lang, first=first, second=second) if first else ""
    texts["unsure"] = message("faults.unsure", lang) if params.get("unsure") else ""
    texts["guess"] = wording.guess(params.get("guess", ""))
    texts["hint"] = _hint(params, lang)
    return texts


def _hint(params: Mapping[str, str], lang: str) -> str:
    """Say how to write the value: what it must have meant, or else what its kind looks like."""
    if params.get("either"):
        return ""
    if meant := params.get("hint"):
        return message("faults.write", lang, value=meant)
    example = f"faults.examples.{params.get('kind', '')}"
    if not has_message(example):
        return ""
    return message("faults.such-as", lang, example=message(example, lang))


def _fix(code: str, params: Mapping[str, str], document_kind: str, lang: str) -> str:
    """Return the remedy of a fault; a review or a file of waivers has its own for some."""
    other = f"faults.other-kinds.{document_kind}"
    if has_message(f"{other}.head") and has_message(f"faults.other-fixes.{code}"):
        own = {part: message(f"{other}.{part}", lang) for part in ("head", "keys")}
        return message(f"faults.other-fixes.{code}", lang, **own)
    if code == Code.WRONG_FORM:
        return message(f"faults.wanted-forms.{params['wanted']}", lang)
    return code_text(code, "fix", lang, **params)
