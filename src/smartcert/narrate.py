"""Gaps and faults told as findings: the sentence, the place, the remedy, in one language."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from hashlib import blake2b
from typing import Any

from smartcert.assessment import Level, Status
from smartcert.catalog.model import Catalog, Requirement
from smartcert.checks import Gap, Outcome
from smartcert.finding import Fault, Finding, Path, Related, dotted
from smartcert.i18n.faults import EXAMPLES, FAULTS, KINDS
from smartcert.i18n.gaps import GAPS
from smartcert.model.read import Draft
from smartcert.model.shape import Shape, proposal_shape
from smartcert.source import Map, Seq
from smartcert.source.span import Span
from smartcert.thai.date import When, format_date
from smartcert.thai.money import format_amount

LONGEST = 60
"""How much of a value a sentence quotes, in characters."""

Row = tuple[str, str | None]
"""A requirement and the Smart it was applied to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Applied:
    """One requirement as it applies to a proposal, and what its check found."""

    requirement: Requirement
    smart: str | None
    level: Level
    outcome: Outcome
    status: Status


class Narrator:
    """Tells the gaps and faults of one draft."""

    def __init__(self, *, draft: Draft, catalog: Catalog, lang: str, edition: int) -> None:
        self.draft = draft
        self.source = draft.source
        self.catalog = catalog
        self.lang = lang
        self.rows: dict[str, tuple[Row, ...]] = {}
        """For each finding, the requirements it is about."""
        self.groups = {group.id: index for index, group in enumerate(catalog.groups)}
        self.seen: dict[str, int] = {}

    def group_order(self, group: str | None) -> int:
        """Give the place of a group in the catalog; faults of the file come last."""
        return self.groups.get(group or "", len(self.groups))

    # Gaps of requirements

    def gaps(self, applied: list[Applied]) -> list[Finding]:
        """Tell every gap; a section that several requirements miss is told once."""
        holes: dict[Path, list[tuple[Applied, Gap]]] = defaultdict(list)
        for item in applied:
            for gap in item.outcome.gaps:
                if gap.kind == "missing" and (hole := self.hole(gap)) is not None:
                    holes[hole].append((item, gap))
        shared = {hole: found for hole, found in holes.items() if len({item.requirement.id for item, _ in found}) > 1}
        told: set[int] = set()
        findings: list[Finding] = []
        for hole, found in shared.items():
            findings.append(self.section(hole, [item for item, _ in found]))
            told.update(id(gap) for _, gap in found)
        for item in applied:
            for gap in item.outcome.gaps:
                if id(gap) not in told:
                    findings.append(self.gap(item, gap))
            if item.status == "needs-person":
                findings.append(self.person(item))
        order = {finding.id: (finding.span.line, finding.span.column) for finding in findings}
        return sorted(findings, key=lambda finding: order[finding.id])

    def hole(self, gap: Gap) -> Path | None:
        """Give the highest section that is not there, when what a gap misses lies in one."""
        wanted: Path = (*gap.path, *gap.fields[0].split("|")[0].split(".")) if len(gap.fields) == 1 else gap.path
        node: Any = self.source.root
        for depth, step in enumerate(wanted):
            if isinstance(node, Map) and isinstance(step, str) and step in node:
                node = node[step]
            elif isinstance(node, Seq) and isinstance(step, int) and step < len(node):
                node = node[step]
            else:
                return wanted[: depth + 1]
            if node is None:
                return wanted[: depth + 1]
        return wanted if not self.has_substance(wanted) else None

    def has_substance(self, path: Path) -> bool:
        """Tell whether anything at a path could be read."""
        node: Any = self.draft.data
        for step in path:
            if isinstance(node, dict):
                node = node.get(step)  # type: ignore[arg-type]
            elif isinstance(node, list) and isinstance(step, int) and step < len(node):
                node = node[step]
            else:
                return False
        return node is not None

    def section(self, hole: Path, items: list[Applied]) -> Finding:
        """Tell one missing section for all the requirements that need it."""
        rows = tuple(dict.fromkeys((item.requirement.id, item.smart) for item in items))
        ids = tuple(dict.fromkeys(name for name, _ in rows))
        leader = min(items, key=lambda item: item.level != "mandatory")
        name = self.name(hole)
        text = GAPS["missing-section"][self.lang].format(
            name=name, section=dotted(hole), count=len(ids), requirements=", ".join(ids)
        )
        fault = FAULTS["S001"]
        return self.finding(
            code="S001",
            item=leader,
            requirements=ids,
            rows=rows,
            path=hole,
            span=self.source.span(hole, key=True),
            status="missing",
            message=text,
            title=f"{fault.title[self.lang]}: {name}",
            why=leader.requirement.why[self.lang],
            fix=fault.fix[self.lang].format(section=dotted(hole)),
            stub=merged_stub(hole, [stub_of(item.requirement.stub, item.smart) for item in items]),
            print_of=("S001",),
        )

    def gap(self, item: Applied, gap: Gap) -> Finding:
        """Tell one gap of one requirement."""
        place = self.place(gap)
        requirement = item.requirement
        message = self.sentence(gap, place)
        subject = self.subject(gap.path)
        return self.finding(
            code=requirement.id,
            item=item,
            requirements=(requirement.id,),
            rows=((requirement.id, item.smart),),
            path=place,
            span=self.source.span(place),
            status="partial" if item.status == "partial" else "missing",
            message=f"{subject}: {message}" if subject else message,
            title=requirement.title[self.lang],
            why=requirement.why[self.lang],
            fix=requirement.fix[self.lang],
            stub=stub_of(requirement.stub, item.smart),
            print_of=(gap.kind, *gap.fields),
            related=gap.related,
        )

    def person(self, item: Applied) -> Finding:
        """Tell what a person has to judge."""
        requirement = item.requirement
        question = find_question(requirement.check) or requirement.fix
        path = next(iter(item.outcome.asked), ())
        return self.finding(
            code=requirement.id,
            item=item,
            requirements=(requirement.id,),
            rows=((requirement.id, item.smart),),
            path=path,
            span=self.source.span(path),
            status="needs-person",
            message=GAPS["person"][self.lang].format(question=question[self.lang]),
            title=requirement.title[self.lang],
            why=requirement.why[self.lang],
            fix=requirement.fix[self.lang],
            stub="",
            print_of=("person",),
        )

    def place(self, gap: Gap) -> Path:
        """Give where a gap is shown: at the empty field itself when its key is there, else where it belongs."""
        for name in gap.fields:
            for option in name.split("|"):
                path = (*gap.path, *option.split("."))
                if self.source.exists(path):
                    return path
        return (*gap.path, gap.fields[0].split("|")[0]) if len(gap.fields) == 1 and "." not in gap.fields[0] else gap.path

    def sentence(self, gap: Gap, place: Path) -> str:
        """Give the sentence of a gap."""
        if gap.say is not None:
            return gap.say[self.lang]
        if gap.kind == "missing":
            if len(gap.fields) == 1 and place in self.draft.placeholders:
                return GAPS["placeholder"][self.lang].format(written=clip(str(self.at(place))))
            listed = ", ".join(self.field(gap.path, name) for name in gap.fields)
            return GAPS["missing"][self.lang].format(fields=listed if self.lang == "en" else f" {listed}")
        return GAPS[gap.kind][self.lang].format(**{key: self.show(key, value, gap.kind) for key, value in gap.params.items()})

    def at(self, path: Path) -> Any:
        """Give what the file says at a path."""
        node: Any = self.source.root
        for step in path:
            node = node[step]
        return node

    def field(self, path: Path, name: str) -> str:
        """Name a field as a person and as the file call it: `คำอธิบายขอบเขต (description)`."""
        told = []
        for option in name.split("|"):
            title = self.name((*path, *option.split(".")))
            told.append(f"{title} ({option})" if title != option else option)
        return (" หรือ " if self.lang == "th" else " or ").join(told)

    def name(self, path: Path) -> str:
        """Give what a person calls the place."""
        shape: Shape | None = proposal_shape()
        for step in path:
            if shape is None:
                break
            shape = shape.item if isinstance(step, int) else shape.fields.get(step)
        last = next((step for step in reversed(path) if isinstance(step, str)), "")
        return shape.names.get(self.lang, last) if shape is not None else last

    def subject(self, path: Path) -> str:
        """Name the item of a list that a gap is in, by its id or its name."""
        node: Any = self.draft.data
        told = ""
        for step in path:
            try:
                node = node[step]
            except (KeyError, IndexError, TypeError):
                break
            if isinstance(step, int) and isinstance(node, dict):
                label = node.get("id") or node.get("name") or node.get("event") or node.get("text") or f"#{step + 1}"
                told = clip(str(label))
        return told

    def show(self, key: str, value: Any, kind: str) -> str:
        """Write a parameter of a sentence for a reader."""
        if isinstance(value, When):
            return format_date(value, self.lang)
        if isinstance(value, dict):
            return str(value[self.lang])
        if kind == "sum" and key in ("sum", "total", "difference"):
            return format_amount(Fraction(value), self.lang)
        if isinstance(value, Fraction):
            whole = value.denominator == 1
            return f"{int(value):,}" if whole else f"{float(value):,.4g}"
        if isinstance(value, int) and key not in ("year",):
            return f"{value:,}"
        if key == "guess":
            return self.guess(value)
        return clip(str(value))

    def guess(self, word: str) -> str:
        """Write the closest known word as a question, or nothing."""
        if not word:
            return ""
        return f" หมายถึง “{clip(word)}” หรือไม่" if self.lang == "th" else f"; did you mean “{clip(word)}”?"

    # Faults of the file

    def faults(self, faults: Iterable[Fault]) -> list[Finding]:
        """Tell the faults of reading and of single values, in the order of the file."""
        findings = []
        for reading in self.source.faults:
            text = FAULTS[reading.code]
            findings.append(
                self.fault(reading.code, (), reading.span, text.message[self.lang].format(**reading.params), reading.params, reading.related)
            )
        for fault in faults:
            related = tuple(self.source.span(path, key=fault.at_key) for path in fault.related)
            params = dict(fault.params)
            if related:
                params["first_line"] = str(related[0].line)
            message = FAULTS[fault.code].message[self.lang].format(**self.told(params))
            span = self.source.span(fault.path, key=fault.at_key)
            findings.append(self.fault(fault.code, fault.path, span, message, params, related, fault.related))
        return sorted(findings, key=lambda finding: (finding.span.line, finding.span.column))

    def told(self, params: dict[str, str]) -> dict[str, str]:
        """Write the parameters of a fault's sentence for a reader."""
        told = {key: clip(value) for key, value in params.items()}
        for key in ("kind", "wanted", "found", "era"):
            if key in told:
                told[key] = KINDS[told[key]][self.lang] if told[key] in KINDS else told[key]
        told["guess"] = self.guess(params.get("guess", ""))
        example = params.get("hint") or EXAMPLES.get(params.get("kind", ""), "")
        told["hint"] = (f" (เช่น {example})" if self.lang == "th" else f" (such as {example})") if example else ""
        return told

    def fault(
        self,
        code: str,
        path: Path,
        span: Span,
        message: str,
        params: dict[str, str],
        related: tuple[Span, ...],
        related_paths: tuple[Path, ...] = (),
    ) -> Finding:
        text = FAULTS[code]
        fix = text.fix[self.lang]
        if "{" in fix:
            fix = fix.format(**params)
        paths = [dotted(place) for place in related_paths] or [""] * len(related)
        return Finding(
            id=self.fingerprint(code, None, path, tuple(params.get(key, "") for key in ("key", "key_name", "written", "identifier"))),
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
            stub="",
            basis=None,
            sources=(),
            path=dotted(path),
            file=self.source.name,
            span=span,
            related=tuple(Related(path=place, span=other) for place, other in zip(paths, related, strict=True)),
        )

    def finding(
        self,
        *,
        code: str,
        item: Applied,
        requirements: tuple[str, ...],
        rows: tuple[Row, ...],
        path: Path,
        span: Span,
        status: str,
        message: str,
        title: str,
        why: str,
        fix: str,
        stub: str,
        print_of: tuple[str, ...],
        related: tuple[Path, ...] = (),
    ) -> Finding:
        requirement = item.requirement
        identifier = self.fingerprint(code, item.smart, path, print_of)
        self.rows[identifier] = rows
        return Finding(
            id=identifier,
            code=code,
            requirement=requirement.id,
            requirements=requirements,
            smart=item.smart,
            group=requirement.group,
            status=status,
            level=item.level,
            title=title,
            message=message,
            why=why,
            fix=fix,
            stub=stub,
            basis=requirement.basis,
            sources=requirement.sources,
            path=dotted(path),
            file=self.source.name,
            span=span,
            related=tuple(Related(path=dotted(place), span=self.source.span(place)) for place in related),
        )

    def fingerprint(self, code: str, smart: str | None, path: Path, details: tuple[str, ...]) -> str:
        """Give an id that stays when lines move: list items count by their id or name, not by their number."""
        steps: list[str] = []
        node: Any = self.draft.data
        for step in path:
            node = node.get(step) if isinstance(node, dict) else node[step] if isinstance(node, list) and isinstance(step, int) and step < len(node) else None
            if isinstance(step, int) and isinstance(node, dict):
                steps.append(str(node.get("id") or node.get("name") or step))
            else:
                steps.append(str(step))
        text = "\x1f".join((code, smart or "", *steps, "\x1e", *details))
        digest = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()
        # Two equal gaps at one place are told apart by their order.
        again = self.seen.get(digest, 0)
        self.seen[digest] = again + 1
        return f"{digest}-{again + 1}" if again else digest


def clip(text: str) -> str:
    """Shorten a quoted value for a sentence; line breaks become spaces."""
    text = " ".join(text.split())
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"


def stub_of(stub: str, smart: str | None) -> str:
    """Give a stub for one Smart."""
    return stub.replace("{smart}", smart) if smart else stub


def merged_stub(hole: Path, stubs: list[str]) -> str:
    """Give the longest of the stubs that reach into the missing section, or the first."""
    inside = [stub for stub in stubs if str(hole[-1]) in stub]
    return max(inside or stubs, key=len)


def find_question(check: Any) -> dict[str, str] | None:
    """Give the question of the first `person` check inside a check."""
    stack = [check]
    while stack:
        node = stack.pop()
        if isinstance(node, dict):
            if "question" in node:
                question: dict[str, str] = node["question"]
                return question
            stack += node.values()
        elif isinstance(node, list):
            stack += node
    return None
