"""What a code means, as text for a terminal: a requirement, an indicator, a fault of the file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from smartcert.catalog.indicators import standards, target
from smartcert.catalog.model import Catalog, Indicator, Off, Requirement
from smartcert.findings.stub import form, stub_of
from smartcert.messages.codes import code_text, general
from smartcert.messages.message import message
from smartcert.messages.names import named
from smartcert.render.number_format import edition, editions
from smartcert.thai.words import wrap

Line = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Explanation:
    """A page in a language and of a width; each method yields the styled lines of one thing."""

    lang: str
    width: int

    def fault(self, code: str) -> Iterator[Line]:
        """Yield what a fault of the file is, and how it is mended."""
        yield "title", f"{code} {code_text(code, 'title', self.lang)}"
        yield "", ""
        yield from self._paragraph("labels.why", code_text(code, "why", self.lang))
        yield from self._paragraph("labels.fix", general(code, self.lang))

    def requirement(self, item: Requirement, catalog: Catalog) -> Iterator[Line]:
        """Yield all that a catalog says of a requirement."""
        lang = self.lang
        group = catalog.groups[item.group]
        smart = catalog.smarts[item.smart].title[lang] if item.smart in catalog.smarts else ""
        yield from self._styled("title", f"{item.id} {item.title[lang]}")
        yield from self._styled(
            "dim", f"{group.id} {group.title[lang]}" + (f" · {smart}" if smart else "")
        )
        yield "", ""
        yield from self._paragraph("explain.level", levels_of(item, lang))
        profiles = ", ".join(
            profile.title[lang]
            for profile in catalog.profiles.values()
            if profile.id in item.profiles
        )
        yield from self._paragraph(
            "explain.profiles", profiles or message("terminal.explain.unasked", lang)
        )
        if item.since or item.until:
            yield from self._paragraph("explain.editions", editions(item.since, item.until, lang))
        yield from self._paragraph("labels.why", item.why[lang])
        yield from self._paragraph("labels.fix", item.fix[lang])
        yield "", ""
        yield "dim", f"{message('terminal.labels.stub', lang)}:"
        for line in form(stub_of(item.stub, item.smart), lang).rstrip().splitlines():
            yield "stub", f"  {line}"
        if item.evidence:
            yield "", ""
            yield "dim", f"{message('terminal.explain.suggested', lang)}:"
            for evidence in item.evidence:
                yield from self._styled("", f"- {evidence[lang]}", "  ")
        yield "", ""
        yield from self._paragraph("labels.basis", message(f"names.bases.{item.basis}", lang))
        yield from self._sources(item.sources, catalog)

    def off(self, item: Off, catalog: Catalog) -> Iterator[Line]:
        """Yield why a catalog has switched a requirement off."""
        yield from self._styled(
            "title", f"{item.id} {message('terminal.explain.off', self.lang, catalog=catalog.id)}"
        )
        yield "", ""
        yield from self._paragraph("labels.why", item.reason[self.lang])

    def indicator(self, item: Indicator, catalog: Catalog) -> Iterator[Line]:
        """Yield all that a catalog says of a reference indicator."""
        lang = self.lang
        smart = catalog.smarts[item.smart].title[lang]
        yield from self._styled("title", f"{item.id} {item.title[lang]}")
        yield from self._styled(
            "dim", f"{message('terminal.explain.indicator', lang, set=item.set)} · {smart}"
        )
        yield "", ""
        yield from self._paragraph("explain.target", target(item, lang))
        yield from self._paragraph("explain.unit", item.unit_title[lang])
        yield from self._styled("dim", message("terminal.explain.no-pass-mark", lang))
        if item.note is not None:
            yield from self._paragraph("explain.note", item.note[lang])
        lines = list(standards(item, catalog.crosswalk, lang))
        if lines:
            yield "", ""
            yield "dim", f"{message('terminal.explain.crosswalk', lang)}:"
            for line in lines:
                yield from self._styled("", f"- {line}", "  ")
            if any(line.endswith("(?)") for line in lines):
                yield from self._styled("dim", message("terminal.explain.unsure", lang))
        yield "", ""
        yield from self._paragraph("labels.basis", message(f"names.bases.{item.basis}", lang))
        yield from self._sources(item.sources, catalog)

    def _sources(self, keys: Iterable[str], catalog: Catalog) -> Iterator[Line]:
        """Yield each source with its address."""
        for key in keys:
            source = catalog.sources.get(key)
            title = source.title[self.lang] if source is not None else ""
            yield from self._styled("", f"[{key}] {title}", "  ")
            if source is not None and source.url:
                yield "dim", f"    {source.url}"

    def _paragraph(self, label: str, text: str) -> Iterator[Line]:
        """Yield a text behind its label, a key below `terminal`."""
        yield from self._styled("", f"{message(f'terminal.{label}', self.lang)}: {text}")

    def _styled(self, style: str, text: str, indent: str = "") -> Iterator[Line]:
        for line in wrap(text, self.width, indent):
            yield style, line


def levels_of(item: Requirement, lang: str) -> str:
    """Return the level of a requirement, and what changes it."""
    rule = item.level
    changed = [*rule.profiles.items(), *rule.types.items()]
    for year, level in rule.editions.items():
        changed.append((message("terminal.explain.edition", lang, year=edition(year, lang)), level))
    if rule.raised is not None:
        changed.append((message("terminal.explain.at-times", lang), rule.raised.to))
    levels = (f"{name}: {named('levels', level, lang)}" for name, level in changed)
    return "; ".join([named("levels", rule.default, lang), *levels])
