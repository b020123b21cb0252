"""`smartcert explain CODE` and `smartcert criteria show ID`: one requirement, indicator or fault of the file, in full."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator

from smartcert.catalog.indicators import standards, target
from smartcert.catalog.loader import load_catalog
from smartcert.catalog.model import Catalog, Indicator, Level, Off, Requirement
from smartcert.cli.options import language
from smartcert.errors import UsageError
from smartcert.findings.stub import stub_of
from smartcert.messages.codes import code_text, codes, general
from smartcert.messages.terms import term
from smartcert.render import phrases
from smartcert.render.terminal import columns, write
from smartcert.suggest import closest
from smartcert.thai.words import wrap

Line = tuple[str, str]


def run(code: str, *, lang: str | None, criteria: str | None, no_color: bool) -> int:
    """Print what a code means. Raises `UsageError` when nothing has it."""
    spoken = language(lang)
    wanted = code.upper()
    lines = _Page(spoken, columns(sys.stdout))
    if wanted in codes():
        write(lines.fault(wanted), no_color=no_color)
        return 0
    catalog = load_catalog(criteria)
    if wanted in catalog.requirements:
        write(lines.requirement(catalog.requirements[wanted], catalog), no_color=no_color)
        return 0
    if wanted in catalog.off:
        write(lines.off(catalog.off[wanted], catalog), no_color=no_color)
        return 0
    if wanted in catalog.indicators:
        write(lines.indicator(catalog.indicators[wanted], catalog), no_color=no_color)
        return 0
    guess = closest(wanted, [*catalog.requirements, *codes(), *catalog.indicators])
    raise UsageError(
        f"ไม่มีรหัส {code}",
        f"no code {code}",
        f"smartcert explain {guess}" if guess else "smartcert criteria list",
    )


class _Page:
    """Lays out one explanation."""

    def __init__(self, lang: str, width: int) -> None:
        self.lang = lang
        self.width = width

    def fault(self, code: str) -> Iterator[Line]:
        yield "title", f"{code} {code_text(code, 'title', self.lang)}"
        yield "", ""
        yield from self.paragraph("why", code_text(code, "why", self.lang))
        yield from self.paragraph("fix", general(code, self.lang))

    def requirement(self, item: Requirement, catalog: Catalog) -> Iterator[Line]:
        lang = self.lang
        group = catalog.groups[item.group]
        smart = catalog.smarts[item.smart].title[lang] if item.smart in catalog.smarts else ""
        yield from self.styled("title", f"{item.id} {item.title[lang]}")
        yield from self.styled(
            "dim", f"{group.id} {group.title[lang]}" + (f" · {smart}" if smart else "")
        )
        yield "", ""
        yield from self.paragraph("level", self.level(item))
        profiles = ", ".join(
            profile.title[lang]
            for profile in catalog.profiles.values()
            if profile.id in item.profiles
        )
        yield from self.paragraph("profiles", profiles or term("unasked", lang))
        if item.since or item.until:
            yield from self.paragraph("editions", phrases.editions(item.since, item.until, lang))
        yield from self.paragraph("why", item.why[lang])
        yield from self.paragraph("fix", item.fix[lang])
        yield "", ""
        yield "dim", f"{term('stub', lang)}:"
        for line in stub_of(item.stub, item.smart).rstrip().splitlines():
            yield "stub", f"  {line}"
        if item.evidence:
            yield "", ""
            yield "dim", f"{term('suggested', lang)}:"
            for evidence in item.evidence:
                yield from self.styled("", f"- {evidence[lang]}", "  ")
        yield "", ""
        yield from self.paragraph("basis", term(item.basis, lang))
        yield from self.sources(item.sources, catalog)

    def off(self, item: Off, catalog: Catalog) -> Iterator[Line]:
        yield from self.styled("title", f"{item.id} {term('off', self.lang, catalog=catalog.id)}")
        yield "", ""
        yield from self.paragraph("why", item.reason[self.lang])

    def indicator(self, item: Indicator, catalog: Catalog) -> Iterator[Line]:
        lang = self.lang
        smart = catalog.smarts[item.smart].title[lang]
        yield from self.styled("title", f"{item.id} {item.title[lang]}")
        yield from self.styled("dim", f"{term('indicator', lang, set=item.set)} · {smart}")
        yield "", ""
        yield from self.paragraph("target", target(item, lang))
        yield from self.paragraph("unit", item.unit_title[lang])
        yield from self.styled("dim", term("no-pass-mark", lang))
        if item.note is not None:
            yield from self.paragraph("note", item.note[lang])
        lines = list(standards(item, catalog.crosswalk, lang))
        if lines:
            yield "", ""
            yield "dim", f"{term('crosswalk', lang)}:"
            for line in lines:
                yield from self.styled("", f"- {line}", "  ")
            if any(line.endswith("(?)") for line in lines):
                yield from self.styled("dim", term("unsure", lang))
        yield "", ""
        yield from self.paragraph("basis", term(item.basis, lang))
        yield from self.sources(item.sources, catalog)

    def sources(self, keys: Iterable[str], catalog: Catalog) -> Iterator[Line]:
        """Yield each source with its address."""
        for key in keys:
            source = catalog.sources.get(key)
            title = source.title[self.lang] if source is not None else ""
            yield from self.styled("", f"[{key}] {title}", "  ")
            if source is not None and source.url:
                yield "dim", f"    {source.url}"

    def level(self, item: Requirement) -> str:
        """Return the level and what changes it."""
        rule = item.level
        changed = [*rule.profiles.items(), *rule.types.items()]
        if rule.raised is not None:
            changed.append((term("at-times", self.lang), rule.raised.to))
        told = (f"{name}: {self.level_name(level)}" for name, level in changed)
        return "; ".join([self.level_name(rule.default), *told])

    def level_name(self, level: Level) -> str:
        return term("mandatory" if level == "mandatory" else "level-recommended", self.lang)

    def paragraph(self, label: str, text: str) -> Iterator[Line]:
        yield from self.styled("", f"{term(label, self.lang)}: {text}")

    def styled(self, style: str, text: str, indent: str = "") -> Iterator[Line]:
        for line in wrap(text, self.width, indent):
            yield style, line
