"""An empty proposal to fill in: every field of a stage with its meaning beside it, and nothing that could pass for an answer."""

from __future__ import annotations

from collections.abc import Iterator

from smartcert.proposal.spec import FieldSpec, proposal_spec

LATER = {"renewal": "renewal", "boi": "boi-area", "revisions": "", "responses": ""}
"""Sections that only one profile needs, or only a later round."""

HEADS = {
    "th": (
        "# ข้อเสนอเมืองอัจฉริยะ เติมค่าหลังเครื่องหมาย : ข้อที่ยังไม่มีปล่อยว่างไว้ แล้วสั่ง smartcert check",
        "# yaml-language-server: $schema=proposal.schema.json",
    ),
    "en": (
        "# A smart-city proposal. Write values behind the colons, leave empty what is not known yet, and run smartcert check.",
        "# yaml-language-server: $schema=proposal.schema.json",
    ),
}


def skeleton(smarts: tuple[str, ...], profile: str, lang: str) -> Iterator[str]:
    """Yield the lines of an empty proposal for some Smarts and a profile."""
    yield from HEADS[lang]
    yield "smartcert: 1"
    yield f"profile: {profile}"
    yield "round: 1"
    for key, spec in proposal_spec().fields.items():
        if spec.kind not in ("section", "list") or LATER.get(key, profile) != profile:
            continue
        yield ""
        yield from _field(key, spec, lang, 0, smarts)


def _field(
    key: str, spec: FieldSpec, lang: str, depth: int, smarts: tuple[str, ...], dash: bool = False
) -> Iterator[str]:
    indent = "  " * depth
    lead = f"{indent[:-2]}- " if dash else indent
    yield f"{lead}{key}:  # {_meaning(spec, lang)}"
    if spec.kind == "section":
        yield from _section(spec, lang, depth + 1, smarts)
    elif spec.kind == "list" and spec.item is not None:
        yield from _section(spec.item, lang, depth + 2, smarts, dash=True)


def _section(
    spec: FieldSpec, lang: str, depth: int, smarts: tuple[str, ...], dash: bool = False
) -> Iterator[str]:
    services = spec.type == "Services"
    for number, (key, field) in enumerate(spec.fields.items()):
        if not services or key in smarts:
            yield from _field(key, field, lang, depth, smarts, dash=dash and number == 0)


FORMS = {
    "texts": {"th": "เขียนเป็นรายการ [ก, ข]", "en": "a list: [a, b]"},
    "refs": {"th": "หลายรายการเขียนเป็น [ก, ข]", "en": "several: [a, b]"},
    "by_year": {
        "th": "บรรทัดละปี เช่น 2570: 5,000,000 บาท",
        "en": "a line a year, such as 2570: 5,000,000",
    },
    "date": {"th": "เช่น 10 ส.ค. 2569", "en": "such as 2026-08-10"},
    "area": {"th": "เช่น 46 ตร.กม. หรือ 385 ไร่", "en": "such as 46 km² or 385 rai"},
    "amount": {"th": "เช่น 12,500,000 บาท", "en": "such as 12,500,000"},
    "yearly": {"th": "เช่น 380,000 บาทต่อปี", "en": "such as 380,000"},
    "flag": {"th": "ใช่ หรือ ไม่ใช่", "en": "yes or no"},
}
"""What is said of fields that can be written in a wrong way."""


def _meaning(spec: FieldSpec, lang: str) -> str:
    """Say what a field is, and how it is written where one might wonder."""
    name = spec.names.get(lang, "")
    if spec.choices:
        words = (
            word if names[lang].lower() == word else f"{word} = {names[lang]}"
            for word, names in spec.choices.items()
        )
        return f"{name} ({', '.join(words)})"
    form = FORMS.get(spec.kind) or FORMS.get(spec.type)
    return f"{name} ({form[lang]})" if form else name
