"""Writes the pages and files that follow from the code and the criteria.

A test fails when one of them is stale; `python docs/generate.py` writes them anew.
"""

from __future__ import annotations

import io
import os
import re
import sys
from collections.abc import Iterator
from contextlib import chdir, redirect_stdout
from functools import cache
from pathlib import Path
from typing import Any
from unittest.mock import patch

import yaml

from smartcert.assessment.samples import (
    CERTAIN,
    LIKELY,
    SHORT,
    fingerprint,
    known_samples,
    letters_of,
    sample_names,
)
from smartcert.assessment.samples import FILE as SAMPLES_FILE
from smartcert.catalog.askers import Askers
from smartcert.catalog.compiler import compile_folder
from smartcert.catalog.indicators import standards, target
from smartcert.catalog.loader import load_catalog
from smartcert.catalog.model import Catalog, Requirement, Smart
from smartcert.cli.main import main as run
from smartcert.findings.stub import form, stub_of
from smartcert.messages.codes import code_text, codes, general
from smartcert.messages.message import message
from smartcert.messages.names import named
from smartcert.proposal.spec import FOLDER as FIELDS
from smartcert.proposal.spec import FieldSpec, proposal_spec, review_spec
from smartcert.render.explanation import levels_of
from smartcert.render.guide_page import whole_guide
from smartcert.render.number_format import editions
from smartcert.schema import SCHEMA_FILES, editor, export

SAMPLES_HEAD = """\
# ลายพิมพ์ของข้อความที่ smartcert แสดงเอง เขียนโดย docs/generate.py
# Fingerprints of the texts that smartcert shows itself, written by docs/generate.py. A text that is
# shown no more stays here: drafts that were begun with it are still about.
"""

ROOT = Path(__file__).resolve().parent.parent
NOTE = "<!-- เขียนโดย docs/generate.py · written by docs/generate.py -->\n"
COMMANDS = (
    "",
    "init",
    "check",
    "fix",
    "form",
    "import",
    "report",
    "compare",
    "portfolio",
    "history",
    "review new",
    "baseline write",
    "config",
    "explain",
    "criteria list",
    "criteria show",
    "criteria lint",
    "schema",
)
SAMPLE, SUMMARY = 20, 20
"""Lines of the example's output that the README shows: its beginning, and its summary."""

HEADS = {
    "level": {"th": "ระดับ", "en": "level"},
    "check": {"th": "ข้อกำหนด", "en": "requirement"},
    "id": {"th": "รหัส", "en": "id"},
    "key": {"th": "หัวข้อ", "en": "key"},
    "name": {"th": "ความหมาย", "en": "meaning"},
    "type": {"th": "ชนิด", "en": "type"},
    "criteria": {"th": "เกณฑ์ทั้งหมด", "en": "All criteria"},
    "fields": {"th": "หัวข้อของข้อเสนอ", "en": "The fields of a proposal"},
    "review": {"th": "ไฟล์ข้อคิดเห็นของคณะกรรมการ", "en": "A committee's review"},
    "codes": {"th": "รหัสข้อสังเกตเรื่องไฟล์", "en": "Codes of faults of the file"},
    "sources": {"th": "แหล่งอ้างอิง", "en": "Sources"},
}

CRITERIA_NOTE = {
    "th": (
        "smartcert เรียบเรียงเกณฑ์ชุดนี้จากแหล่งที่เผยแพร่ ไม่ใช่ประกาศของ depa "
        "และผลตรวจไม่ใช่ผลการพิจารณาของคณะกรรมการ\n\n"
        "บรรทัดใต้ชื่อข้อบอกระดับ ที่มาพร้อมรหัสแหล่งอ้างอิง (รายชื่ออยู่ท้ายเอกสาร) ประเภทคำขอที่ใช้ข้อนั้น "
        "และฉบับเกณฑ์ถ้าใช้เฉพาะบางฉบับ จากนั้นเป็นเหตุผล วิธีแก้ไข แบบสำหรับกรอก และหลักฐานที่แนะนำ "
        "ข้อความใน ⟨ ⟩ คือที่ว่างให้เมืองกรอกเอง คัดลอกมาใช้ทั้งอย่างนั้นไม่นับเป็นคำตอบ"
    ),
    "en": (
        "smartcert put these criteria together from public sources. They are no announcement of "
        "depa's, and what comes of them is no decision of a committee.\n\n"
        "The line below a name has the level, the basis with its sources (listed at the end), the "
        "profiles that ask it, and its editions where it is not in all; then come the reason, the "
        "remedy, a form to fill in and suggested evidence. What stands in ⟨ ⟩ is a blank for the "
        "city to fill; copied as it stands it counts for nothing."
    ),
}
"""What the page of the criteria says first."""


def files() -> dict[Path, str]:
    """Return every generated file and what it should say."""
    catalog = load_catalog("th-smart-city")
    made = {
        **{FIELDS / f"{name}.json": export.text(name) for name in SCHEMA_FILES},
        **{file: _schema(name, catalog) for name, file in SCHEMA_FILES.items()},
        ROOT / "docs" / "cli.md": NOTE + "".join(_commands()),
    }
    for lang in ("th", "en"):
        made[ROOT / "docs" / f"criteria.{lang}.md"] = NOTE + "".join(_criteria(catalog, lang))
        made[ROOT / "docs" / f"fields.{lang}.md"] = NOTE + "".join(_fields(lang))
        made[ROOT / "docs" / f"guide.{lang}.md"] = NOTE + whole_guide(catalog, lang).markdown()
        made[ROOT / "docs" / f"codes.{lang}.md"] = NOTE + "".join(_codes(lang))
    made[SAMPLES_FILE] = _samples(catalog)
    for name, lang in (("README.md", "en"), ("README.th.md", "th")):
        made[ROOT / name] = _readme((ROOT / name).read_text(encoding="utf-8"), lang)
    return made


def _schema(name: str, catalog: Catalog) -> str:
    if name != "proposal":
        return editor.text(name)
    profiles = [item.title["th"] for item in catalog.profiles.values()]
    return editor.text(name, _hints(catalog), profiles)


def _hints(catalog: Catalog) -> editor.Hints:
    """Return what the criteria say of each field of each section, at all its places."""
    asked: dict[tuple[str, str], dict[str, str]] = {}
    examples: dict[tuple[str, str], str] = {}
    askers = Askers(catalog)
    for section, path in _places(proposal_spec(), ()):
        place = section, path[-1]
        found = {item.id: f"{item.id} {item.title['th']}" for item in askers.of(path)}
        asked.setdefault(place, {}).update(found)
        examples[place] = examples.get(place) or _example(path, [*found])
    return {
        place: editor.FieldHint([*found.values()], examples[place])
        for place, found in asked.items()
    }


@cache
def _passing() -> dict[str, Any]:
    """Return the example of each requirement that passes, as data, by the requirement's id."""
    folder = ROOT / "criteria" / "th-smart-city"
    files = (
        yaml.load(file.read_text(encoding="utf-8"), yaml.CSafeLoader)
        for file in folder.rglob("*.yaml")
    )
    return {
        entry["id"]: yaml.load(entry["examples"]["pass"], yaml.CBaseLoader)
        for file in files
        for entry in file.get("requirements", ())
        if "pass" in entry["examples"]
    }


def _example(path: tuple[str, ...], first: list[str]) -> str:
    """Return what a field holds in an example, first in those of the requirements that ask.

    Only a text that is known again where somebody copies it; a blank says what else belongs there.
    """
    for key in [*first, *_passing()]:
        node = _passing().get(key)
        for step in path:
            node = next(iter(node), None) if isinstance(node, list) else node
            node = node.get(step) if isinstance(node, dict) else None
        node = next(iter(node), None) if isinstance(node, list) else node
        if isinstance(node, str) and "\n" not in node and len(letters_of(node)) >= CERTAIN:
            return node
    return ""


def _places(spec: FieldSpec, path: tuple[str, ...]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield every field of a proposal: the section that has it, and the keys that lead to it."""
    for key, field in spec.fields.items():
        yield spec.type, (*path, key)
        yield from _places(field.item or field, (*path, key))


def _samples(catalog: Catalog) -> str:
    """Return the fingerprints of the texts that smartcert shows; what it once showed stays."""
    said: list[str] = []
    advice: list[str] = []
    for requirement in compile_folder(ROOT / "criteria" / catalog.id).data["requirements"]:
        advice += [*requirement["why"].values(), *requirement["fix"].values()]
        said += requirement["title"].values()
        said += _texts_of(requirement["stub"].replace("{smart}", "environment"))
        said += [text for one in requirement["examples"].values() for text in _texts_of(one)]
    notes: list[str] = []
    for example in sorted((ROOT / "examples").glob("*/*.yaml")):
        text = example.read_text(encoding="utf-8")
        if "\nsmartcert:" in text:
            said += _texts_of(text)
            notes.append(yaml.load(text, yaml.CSafeLoader)["note"]["th"])
    earlier = known_samples()
    told = _fingerprints(advice, LIKELY) | earlier.advice
    texts = sorted((_fingerprints(said, SHORT) | earlier.texts) - told)
    own = sorted({fingerprint(letters_of(note), []) for note in notes})
    sections = ("[notes]", *own, "[advice]", *sorted(told), "[texts]", *texts, "")
    return SAMPLES_HEAD + "\n".join(sections)


def _fingerprints(texts: list[str], least: int) -> set[str]:
    """Return the fingerprints of texts that have so many letters."""
    letters = {found for text in texts if len(found := letters_of(text)) >= least}
    return {fingerprint(plain, sample_names()) for plain in letters}


def _texts_of(fragment: str) -> Iterator[str]:
    """Yield every text of a fragment of a proposal."""
    stack = [yaml.load(fragment, yaml.CBaseLoader)]
    while stack:
        node = stack.pop()
        if isinstance(node, str):
            yield node
        elif isinstance(node, dict | list):
            stack += node.values() if isinstance(node, dict) else node


def _readme(text: str, lang: str) -> str:
    """Put what `check` says of the first example between the marks."""
    with chdir(ROOT):
        said = printed(
            "check", "examples/khon-kaen/round-1.yaml", "--today", "2563-08-10", lang=lang
        )
    lines = said.splitlines()
    first, last = lines[:SAMPLE], lines[-SUMMARY:]
    sample = "\n".join(
        ["<!-- sample -->", "```text", *first, "  ...", *last, "```", "<!-- /sample -->"]
    )
    return re.sub("<!-- sample -->.*?<!-- /sample -->", lambda _: sample, text, flags=re.DOTALL)


def _criteria(catalog: Catalog, lang: str) -> Iterator[str]:
    yield f"# {HEADS['criteria'][lang]}: {catalog.title[lang]}\n\n"
    yield f"{CRITERIA_NOTE[lang]}\n"
    group = None
    for item in catalog.requirements.values():
        if item.group != group:
            group = item.group
            about = catalog.groups[group]
            yield f"\n## {group} {about.title[lang]}\n\n{about.about[lang]}\n"
        yield from _requirement(item, catalog, lang)
    indicators, no_pass_mark, unsure = (
        message(f"terminal.explain.{key}", lang) for key in ("indicators", "no-pass-mark", "unsure")
    )
    yield f"\n## {indicators}\n\n{no_pass_mark} {unsure}\n"
    for smart in catalog.smarts.values():
        yield from _indicators(catalog, smart, lang)
    yield f"\n## {HEADS['sources'][lang]}\n\n"
    for key, source in catalog.sources.items():
        link = f" <{source.url}>" if source.url else ""
        yield f"- **{key}** {source.title[lang]}{link}\n"


def _requirement(item: Requirement, catalog: Catalog, lang: str) -> Iterator[str]:
    level = levels_of(item, lang)
    profiles = ", ".join(catalog.profiles[name].title[lang] for name in item.profiles)
    basis = named("bases", item.basis, lang)
    sources = f" [{', '.join(item.sources)}]" if item.sources else ""
    years = (
        f" · {message('terminal.explain.editions', lang)} {editions(item.since, item.until, lang)}"
        if item.since or item.until
        else ""
    )
    yield f"\n### {item.id} {item.title[lang]}\n\n"
    yield f"{level} · {basis}{sources} · {profiles}{years}\n\n"
    yield f"{item.why[lang]}\n\n{message('terminal.labels.fix', lang)}: {item.fix[lang]}\n\n"
    yield f"{message('terminal.labels.stub', lang)}:\n\n"
    yield f"```yaml\n{form(stub_of(item.stub, item.smart), lang).rstrip()}\n```\n"
    if item.evidence:
        evidence = "; ".join(entry[lang] for entry in item.evidence)
        yield f"\n{message('terminal.explain.suggested', lang)}: {evidence}\n"


def _indicators(catalog: Catalog, smart: Smart, lang: str) -> Iterator[str]:
    """Yield the reference indicators of one Smart as a table."""
    keys = ("indicators", "unit", "target", "crosswalk")
    names = [message(f"terminal.explain.{key}", lang) for key in keys]
    names.append(message("terminal.labels.basis", lang))
    yield f"\n### {smart.title[lang]}\n\n"
    yield f"| {HEADS['id'][lang]} | {' | '.join(names)} |\n| --- | --- | --- | --- | --- | --- |\n"
    for key, item in catalog.indicators.items():
        if item.smart == smart.key:
            note = f" ({item.note[lang]})" if item.note is not None else ""
            known = "<br>".join(standards(item, catalog.crosswalk, lang)) or "–"
            basis = f"{named('bases', item.basis, lang)} [{', '.join(item.sources)}]"
            row = (
                key,
                item.title[lang] + note,
                item.unit_title[lang],
                target(item, lang),
                known,
                basis,
            )
            yield f"| {' | '.join(row)} |\n"


def _fields(lang: str) -> Iterator[str]:
    yield f"# {HEADS['fields'][lang]}\n"
    heads = " | ".join(HEADS[name][lang] for name in ("key", "name", "type"))
    for key, spec in proposal_spec().fields.items():
        if spec.kind not in ("section", "list"):
            continue
        yield f"\n## `{key}` {spec.names.get(lang, '')}\n\n"
        yield f"| {heads} |\n| --- | --- | --- |\n"
        yield from _rows(spec, key, lang)
    yield f"\n## {HEADS['review'][lang]}\n\n"
    yield f"| {heads} |\n| --- | --- | --- |\n"
    yield from _rows(review_spec(), "", lang)


def _rows(spec: FieldSpec, path: str, lang: str) -> Iterator[str]:
    if spec.item is not None:
        spec, path = spec.item, f"{path}[]"
    for key, field in spec.fields.items():
        here = f"{path}.{key}".lstrip(".")
        yield f"| `{here}` | {field.names.get(lang, '')} | {_type(field, lang)} |\n"
        yield from _rows(field, here, lang)


def _type(field: FieldSpec, lang: str) -> str:
    """Say what may be written in a field."""
    if field.choices:
        return "<br>".join(f"{names[lang]} (`{word}`)" for word, names in field.choices.items())
    return message(f"fields.forms.{field.type if field.kind == 'scalar' else field.kind}", lang)


def _codes(lang: str) -> Iterator[str]:
    yield f"# {HEADS['codes'][lang]}\n"
    for code in codes():
        yield f"\n## {code} {code_text(code, 'title', lang)}\n\n{code_text(code, 'why', lang)}\n"
        yield f"\n{message('terminal.labels.fix', lang)}: {general(code, lang)}\n"


def printed(*arguments: str, lang: str) -> str:
    """Return what a command prints at 80 columns."""
    said = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    sys.modules.pop("smartcert.cli.app", None)  # its help is in the language it was loaded in
    environment = {"COLUMNS": "80", "SMARTCERT_LANG": lang, "NO_COLOR": "1"}
    with patch.dict(os.environ, environment), redirect_stdout(said):
        run([*arguments])
    said.flush()
    return said.buffer.getvalue().decode()


def help_of(command: str, lang: str) -> str:
    """Return the help of a command as it is printed at 80 columns."""
    return printed(*command.split(), "--help", lang=lang).strip("\n") + "\n"


def _commands() -> Iterator[str]:
    yield "# คำสั่ง · Commands\n"
    for command in COMMANDS:
        yield f"\n## `{f'smartcert {command}'.strip()}`\n"
        for lang in ("th", "en"):
            yield f"\n```text\n{help_of(command, lang)}```\n"


def main() -> None:
    """Write every generated file that is stale."""
    for path, text in files().items():
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")
            print(path.relative_to(ROOT))


if __name__ == "__main__":
    main()
