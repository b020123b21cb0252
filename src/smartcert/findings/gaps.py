"""Gaps of requirements as findings: the sentence, the place, the remedy."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from smartcert.catalog.model import Requirement
from smartcert.checks import Gap, Outcome
from smartcert.checks.scope import Bilingual, options_of
from smartcert.findings.blank import link_blank
from smartcert.findings.doubt import Doubt, DoubtKind
from smartcert.findings.finding import Finding, RequirementKey, Rule
from smartcert.findings.place import Places, missing_sections, shown_at
from smartcert.findings.status import UNMET, FindingStatus, Level, Status
from smartcert.findings.stub import Stub, stub_of
from smartcert.findings.wording import Wording, clip
from smartcert.messages.codes import code_text
from smartcert.messages.message import has_message, message
from smartcert.proposal.document_reader import plain
from smartcert.proposal.fault import Code
from smartcert.source.path import FieldPath, dotted
from smartcert.thai.date import format_date
from smartcert.thai.normalize import normalize
from smartcert.thai.substance import Reason

if TYPE_CHECKING:
    from smartcert.proposal.judgement import Judgement

Lack = Literal["missing", "waiting", "unread"]
"""Why a field counts as missing."""

LACKING: dict[Lack, str] = {
    "missing": "gaps.missing",
    "waiting": "gaps.waiting",
    "unread": "gaps.unread",
}
"""What is said of such fields."""


DOUBTS: dict[DoubtKind, str] = {
    "repeated": "gaps.repeated",
    "figure": "gaps.repeated-figure",
    "alike": "gaps.alike",
    "sample": "gaps.like-a-sample",
    "unlike": "gaps.unlike",
}
"""What is said of texts that only a person can judge."""


class Applied(NamedTuple):
    """One requirement as it applies to a proposal, and what its check found."""

    requirement: Requirement
    smart: str | None
    level: Level
    outcome: Outcome
    status: Status
    judgement: Judgement | None = None
    """What a person judged, where that is why the status is what it is."""
    doubts: tuple[Doubt, ...] = ()
    """The doubts in the texts that it rests on."""

    @property
    def key(self) -> RequirementKey:
        """The requirement's id and its Smart."""
        return self.requirement.id, self.smart

    @property
    def stub(self) -> str:
        """The requirement's stub, for its Smart."""
        return stub_of(self.requirement.stub, self.smart)


def gap_findings(applied: Sequence[Applied], wording: Wording) -> list[Finding]:
    """Return a finding for each gap and for what a person has to judge, in the order of the file.

    A missing section that several gaps come from is one finding, for all that need it.
    """
    asking = {id(gap): item for item in applied for gap in item.outcome.gaps}
    all_gaps = (gap for item in applied for gap in item.outcome.gaps)
    sections = missing_sections(all_gaps, wording.places)
    findings = [
        _section_finding(path, [asking[id(gap)] for gap in gaps], wording)
        for path, gaps in sections.items()
    ]
    findings += _doubt_findings(applied, wording)
    swallowed = {id(gap) for gaps in sections.values() for gap in gaps}
    nowhere = _nowhere(applied, wording)
    for item in applied:
        rule = _rule(item.requirement, wording.lang)
        left = (gap for gap in item.outcome.gaps if id(gap) not in swallowed)
        for gap in _without_repeats(left):
            if (path := nowhere.field(gap)) is not None:
                findings.append(_nowhere_finding([item, *nowhere.asking[path]], gap, wording))
            elif (rest := nowhere.without(gap)) is not None:
                findings.append(_gap_finding(item, rest, rule, wording))
        is_person = item.status == "needs-person" and not item.doubts
        if is_person or _is_judged_open(item):
            findings.append(_person_finding(item, rule, wording))
    return sorted(findings, key=lambda finding: finding.location.span[:2])


class _Nowhere(NamedTuple):
    """The references that lead nowhere, and that are told once for all that miss them."""

    asking: dict[FieldPath, list[Applied]]
    """The requirements that ask for a field of which a gap of another tells that it is lost."""

    def field(self, gap: Gap) -> FieldPath | None:
        """Return the field whose reference a gap finds to lead nowhere."""
        return next((path for path in _around(gap) if path in self.asking), None)

    def without(self, gap: Gap) -> Gap | None:
        """Return a gap without the fields that are told of already; None where none is left."""
        if not self.asking or gap.kind != "missing":
            return gap
        left = tuple(name for name in gap.fields if (*gap.path, name) not in self.asking)
        return replace(gap, fields=left) if left else None


def _nowhere(applied: Sequence[Applied], wording: Wording) -> _Nowhere:
    lost = wording.places.document.lost
    asking: dict[FieldPath, list[Applied]] = defaultdict(list)
    if lost:
        gaps = [gap for item in applied for gap in item.outcome.gaps]
        told = {path for gap in gaps for path in _around(gap)} & lost
        for item in applied:
            for gap in item.outcome.gaps:
                for name in gap.fields:
                    if (*gap.path, name) in told:
                        asking[*gap.path, name].append(item)
    return _Nowhere(dict(asking))


def _around(gap: Gap) -> tuple[FieldPath, ...]:
    """Return the place of a reference that leads nowhere, and the list it may be in."""
    return (gap.path, gap.path[:-1]) if gap.kind == "dangling" else ()


def _nowhere_finding(items: list[Applied], gap: Gap, wording: Wording) -> Finding:
    """Return the finding of a reference that leads nowhere, for all that miss what it leads to."""
    leader = min(items, key=lambda item: item.level != "mandatory")
    found = _gap_finding(leader, gap, _rule(leader.requirement, wording.lang), wording)
    return found._replace(
        fix=_relinked(gap.path, wording),
        about=tuple(dict.fromkeys(item.key for item in items)),
        paste=None,
    )


def _relinked(path: FieldPath, wording: Wording) -> str:
    """Return how to mend a reference."""
    return message("gaps.relink", wording.lang, field=wording.name(path))


def _without_repeats(gaps: Iterator[Gap]) -> Iterator[Gap]:
    """Yield the gaps of one check, of which two parts may miss the same field."""
    missed: set[tuple[FieldPath, tuple[str, ...]]] = set()
    for gap in gaps:
        if (gap.path, gap.fields) not in missed:
            if gap.kind == "missing":
                missed.add((gap.path, gap.fields))
            yield gap


def _rule(requirement: Requirement, lang: str) -> Rule:
    return Rule(
        code=requirement.id,
        title=requirement.title[lang],
        requirement=requirement.id,
        group=requirement.group,
        why=requirement.why[lang],
        basis=requirement.basis,
        sources=requirement.sources,
    )


def _section_finding(section: FieldPath, items: list[Applied], wording: Wording) -> Finding:
    """Return the finding of a missing section, for all the requirements that need it."""
    lang, places, code = wording.lang, wording.places, Code.MISSING_SECTION
    about = tuple(dict.fromkeys(item.key for item in items))
    ids = list(dict.fromkeys(name for name, _ in about))
    by_level = sorted(items, key=lambda item: item.level != "mandatory")
    leader = by_level[0]
    rule = _rule(leader.requirement, lang)
    if len(ids) == 1:
        gap = Gap(kind="missing", path=section[:-1], fields=(str(section[-1]),))
        return _gap_finding(leader, gap, rule, wording)
    name = wording.name(section)
    is_written = _is_written(places.source.at(section))
    is_waiting = is_written and _only_waits(section, places)
    is_there = places.source.exists(section)
    empty = "gaps.empty-section" if is_there else "gaps.missing-section"
    written = "gaps.waiting-section" if is_waiting else "gaps.unread-section"
    sentence = message(
        written if is_written else empty,
        lang,
        name=name,
        section=dotted(section),
        count=len(ids),
        requirements=", ".join(ids),
    )
    location = places.location(section, key=True)
    paste: Stub | None = None
    if is_waiting:
        fix = message("gaps.answer-section", lang, name=name)
    elif is_written:
        fix = message("gaps.rewrite-section", lang, name=name)
    elif not places.source.is_yaml:
        fix = message("gaps.fill-sheet", lang, sheet=location.span.sheet)
    else:
        fix = code_text(code, "fix", lang, section=dotted(section))
        paste = Stub(tuple(dict.fromkeys(item.stub for item in by_level)), section, lang=lang)
    return Finding(
        id=places.fingerprint(code, leader.smart, section, (code,)),
        rule=rule._replace(code=code, title=f"{code_text(code, 'title', lang)}: {name}"),
        level=leader.level,
        status="missing",
        location=location,
        message=sentence,
        fix=fix,
        about=about,
        smart=leader.smart,
        paste=paste,
    )


def _only_waits(section: FieldPath, places: Places) -> bool:
    """Whether all that is wrong in a section is that it holds places, or has no answers."""
    document, depth = places.document, len(section)
    return not any(
        fault.path[:depth] == section and fault.path not in document.placeholders
        for fault in document.faults
    ) and any(path[:depth] == section for path in document.placeholders)


def _gap_finding(item: Applied, gap: Gap, rule: Rule, wording: Wording) -> Finding:
    places = wording.places
    path = shown_at(gap, places)
    sentence = _sentence(gap, wording)
    subject = wording.subject(gap.path)
    mend = gap.mend or gap.path
    unread = bool(gap.fields) and _is_unread(gap, wording)
    lost = unread and all((*gap.path, name) in places.document.lost for name in gap.fields)
    if lost:
        fix = _relinked((*gap.path, gap.fields[0]), wording)
    elif unread:
        # Where a value could not be read, the remedy is how to write it, not what is asked for.
        fix = _rewritten(gap, wording)
    else:
        fix = item.requirement.fix[wording.lang]
    paste = Stub(
        (item.stub,),
        mend,
        gap.fields,
        places.at(mend).labels,
        _fill(gap, wording.lang),
        wording.lang,
    )
    return Finding(
        id=places.fingerprint(rule.code, item.smart, path, (gap.kind, *gap.fields)),
        rule=rule,
        level=item.level,
        status="partial" if item.status == "partial" else "missing",
        location=places.location(path),
        message=sentence if subject in sentence else f"{subject}: {sentence}",
        fix=fix,
        about=(item.key,),
        smart=item.smart,
        paste=None if unread or not places.source.is_yaml else paste,
        related=tuple(map(places.location, gap.related)),
    )


def _fill(gap: Gap, lang: str) -> tuple[tuple[str, str], ...]:
    """Return the ids that a sample names; that one item serves another is for the city to say."""
    is_claim = gap.kind == "unused"
    return tuple(
        (key, link_blank(name, lang) if is_claim else name) for key, name in gap.fill.items()
    )


def _rewritten(gap: Gap, wording: Wording) -> str:
    """Return how to write the fields of a gap that could not be read."""
    lang = wording.lang
    examples = []
    for name in gap.fields:
        spec = wording.places.at((*gap.path, *options_of(name)[0])).spec
        key = f"faults.examples.{spec.type if spec is not None else ''}"
        if has_message(key):
            examples.append(message(key, lang))
    fields = wording.listed((wording.field(gap.path, name) for name in gap.fields), "and")
    told = message("gaps.rewrite", lang, fields=fields)
    such_as = ", ".join(dict.fromkeys(examples))
    return told + (message("faults.such-as", lang, example=such_as) if such_as else "")


def _person_finding(item: Applied, rule: Rule, wording: Wording) -> Finding:
    """Return what a person has to judge, or did, at the first field that is asked for."""
    lang, places, requirement = wording.lang, wording.places, item.requirement
    question = _find_question(requirement.check) or requirement.fix
    path = next(iter(item.outcome.asked), ())
    judged = item.judgement
    if judged is None:
        told = message("gaps.person", lang, question=question[lang])
    else:
        day = format_date(judged.date, lang)
        status = message(f"names.statuses.{item.status}", lang)
        said = {"by": judged.by, "date": day, "reason": judged.reason, "status": status}
        told = message("gaps.judged", lang, **said)
    return Finding(
        id=places.fingerprint(rule.code, item.smart, path, ("person",)),
        rule=rule,
        level=item.level,
        status=_status_of_judged(item),
        location=places.location(path),
        message=told,
        fix=requirement.fix[lang],
        about=(item.key,),
        smart=item.smart,
    )


def _is_judged_open(item: Applied) -> bool:
    """Whether a person judged that a requirement is not met, or not wholly."""
    return item.judgement is not None and item.status in UNMET


def _status_of_judged(item: Applied) -> FindingStatus:
    match item.status:
        case "partial" | "missing" as judged:
            return judged
        case _:
            return "needs-person"


def _doubt_findings(applied: Sequence[Applied], wording: Wording) -> Iterator[Finding]:
    """Yield a finding for each doubt in texts, for all the requirements that rest on them."""
    lang, places = wording.lang, wording.places
    resting: dict[Doubt, list[Applied]] = defaultdict(list)
    for item in applied:
        for doubt in item.doubts if item.status == "needs-person" else ():
            resting[doubt].append(item)
    for doubt, items in resting.items():
        leader = min(items, key=lambda item: item.level != "mandatory")
        about = tuple(dict.fromkeys(item.key for item in items))
        place, code = doubt.others[0], doubt.code
        rule = _rule(leader.requirement, lang)
        said = message(
            DOUBTS[doubt.kind],
            lang,
            written=clip(doubt.text),
            count=len(doubt.others) + (doubt.kind not in ("unlike", "sample")),
            first=wording.field(doubt.first[:-1], _last_name(doubt.first)),
            requirements=", ".join(dict.fromkeys(name for name, _ in about)),
        )
        yield Finding(
            id=places.fingerprint(code, None, place, (normalize(doubt.text),)),
            rule=rule._replace(code=code, title=code_text(code, "title", lang)),
            level=leader.level,
            status="needs-person",
            location=places.location(place),
            message=said,
            fix=code_text(code, "fix", lang),
            about=about,
            related=(places.location(doubt.first),) if place != doubt.first else (),
        )


def _last_name(path: FieldPath) -> str:
    return next((step for step in reversed(path) if isinstance(step, str)), "")


def _sentence(gap: Gap, wording: Wording) -> str:
    """Return the sentence of a gap: the catalog's own, else that of its kind."""
    lang = wording.lang
    if gap.say is not None:
        return gap.say[lang]
    if gap.kind != "missing":
        shown = {key: wording.parameter(key, value, gap) for key, value in gap.params.items()}
        return message(f"gaps.{gap.kind}", lang, **shown)
    return "; ".join(_lacking(gap, wording))


def _lacking(gap: Gap, wording: Wording) -> Iterator[str]:
    """Yield what is said of missing fields: of those that are not there, and of those that are."""
    lang, source = wording.lang, wording.places.source
    kinds: dict[Lack, list[str]] = {"missing": [], "waiting": [], "unread": []}
    hollow: dict[tuple[Reason, str], list[str]] = defaultdict(list)
    for name in gap.fields:
        if (found := _no_answer(gap, name, wording)) is not None:
            hollow[found].append(name)
        else:
            kinds[_lack(gap, name, wording)].append(name)
    for (reason, written), names in hollow.items():
        fields = wording.listed((wording.field(gap.path, name) for name in names), "and")
        said = message(f"faults.reasons.{reason}", lang)
        yield message("gaps.no-answer", lang, fields=fields, written=clip(written), reason=said)
    if kinds["waiting"] == list(gap.fields) and len(gap.fields) == 1:
        written = source.at((*gap.path, *options_of(gap.fields[0])[0]))
        yield message("gaps.placeholder", lang, written=clip(str(written)))
        return
    for kind, names in kinds.items():
        if names:
            fields = wording.listed((wording.field(gap.path, name) for name in names), "and")
            yield message(LACKING[kind], lang, fields=fields)


def _no_answer(gap: Gap, name: str, wording: Wording) -> tuple[Reason, str] | None:
    """Return why what is written in a field is no answer, and what that is."""
    document = wording.places.document
    for option in options_of(name):
        path = (*gap.path, *option)
        if (reason := document.reasons.get(path)) is not None:
            return reason, plain(document.source.at(path))
    return None


def _lack(gap: Gap, name: str, wording: Wording) -> Lack:
    """Return why a field counts as missing: it is not there, holds a place, or can't be read."""
    document = wording.places.document
    paths = [(*gap.path, *option) for option in options_of(name)]
    if any(path in document.placeholders for path in paths):
        return "waiting"
    written = any(_is_written(document.source.at(path)) for path in paths)
    return "unread" if written else "missing"


def _is_unread(gap: Gap, wording: Wording) -> bool:
    """Whether all that a gap misses is written, and could not be read."""
    return gap.kind == "missing" and all(
        _lack(gap, name, wording) == "unread" for name in gap.fields
    )


def _is_written(node: Any) -> bool:
    """Whether a value of the file, or anything below it, is written."""
    if isinstance(node, dict | list):
        return any(map(_is_written, node.values() if isinstance(node, dict) else node))
    return bool(node)


def _find_question(check: Any) -> Bilingual | None:
    """Return the question of the first `person` check inside a check."""
    stack = [check]
    while stack:
        node = stack.pop()
        if isinstance(node, dict):
            if "question" in node:
                question: Bilingual = node["question"]
                return question
            stack += node.values()
        elif isinstance(node, list):
            stack += node
    return None
