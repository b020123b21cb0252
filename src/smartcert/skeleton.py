"""An empty proposal to fill in: every field of a stage with its meaning beside it, and nothing that could pass for an answer."""

from __future__ import annotations

from collections.abc import Iterator

from smartcert.model.shape import Shape, proposal_shape

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
    """Give the lines of an empty proposal for some Smarts and a profile."""
    yield from HEADS[lang]
    yield "smartcert: 1"
    yield f"profile: {profile}"
    yield "round: 1"
    for key, shape in proposal_shape().fields.items():
        if shape.kind not in ("section", "list") or LATER.get(key, profile) != profile:
            continue
        yield ""
        yield from _field(key, shape, lang, 0, smarts)


def _field(key: str, shape: Shape, lang: str, depth: int, smarts: tuple[str, ...], dash: bool = False) -> Iterator[str]:
    indent = "  " * depth
    lead = f"{indent[:-2]}- " if dash else indent
    yield f"{lead}{key}:  # {_meaning(shape, lang)}"
    if shape.kind == "section":
        yield from _section(shape, lang, depth + 1, smarts)
    elif shape.kind == "list" and shape.item is not None:
        yield from _section(shape.item, lang, depth + 2, smarts, dash=True)


def _section(shape: Shape, lang: str, depth: int, smarts: tuple[str, ...], dash: bool = False) -> Iterator[str]:
    services = shape.type == "Services"
    for number, (key, field) in enumerate(shape.fields.items()):
        if not services or key in smarts:
            yield from _field(key, field, lang, depth, smarts, dash=dash and number == 0)


def _meaning(shape: Shape, lang: str) -> str:
    choices = f" ({', '.join(shape.choices)})" if shape.choices else ""
    return f"{shape.names.get(lang, '')}{choices}"
