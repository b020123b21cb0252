"""The badge: SVG with the number, the verdict's colour, and words for those who can't see it."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest

from support import run

SVG = "{http://www.w3.org/2000/svg}"


def texts(svg: str) -> list[str]:
    return [str(element.text) for element in ElementTree.fromstring(svg).iter(f"{SVG}text")]


def colour(svg: str) -> str:
    return [str(element.get("fill")) for element in ElementTree.fromstring(svg).iter(f"{SVG}rect")][
        1
    ]


@pytest.mark.parametrize(
    ("dropped", "verdict"),
    [((), "ready"), (("area.strengths",), "ready with gaps"), (("area.vision",), "not ready")],
)
def test_it_shows_readiness_and_verdict(town, dropped: tuple[str, ...], verdict: str) -> None:
    file = town.draft(*dropped)
    svg = town.as_format("badge", file)
    value = f"{town.result(file)['score']['readiness']['value']:.1f}%"
    assert texts(svg) == ["smartcert readiness", value]
    assert (
        ElementTree.fromstring(svg).get("aria-label") == f"smartcert readiness {value}: {verdict}"
    )


def test_each_verdict_has_its_colour(town) -> None:
    files = [
        town.draft(),
        town.draft("area.strengths", name="b.yaml"),
        town.draft("area.vision", name="c.yaml"),
    ]
    files.append(town.write("d.yaml", "area: [\n"))
    assert len({colour(town.as_format("badge", file)) for file in files}) == 4


def test_of_several_it_shows_the_one_furthest_behind(town) -> None:
    ready, behind = town.draft(), town.draft("area.vision", name="behind.yaml")
    further = town.draft("area.vision", "management", name="further.yaml")
    assert town.as_format("badge", ready, behind, further) == town.as_format("badge", further)


def test_thai(town) -> None:
    svg = run("check", town.write("d.yaml", "area: [\n"), "--lang", "th", "--format", "badge=b.svg")
    assert svg.out == ""
    assert texts(Path("b.svg").read_text(encoding="utf-8")) == ["smartcert ความพร้อม", "อ่านไฟล์ไม่ได้"]


def test_the_text_fits(town) -> None:
    root = ElementTree.fromstring(town.as_format("badge", town.draft()))
    widths = [float(element.get("width", 0)) for element in root.iter(f"{SVG}rect")]
    assert sum(widths) == float(root.get("width", 0))
    for box, text in zip(widths, root.iter(f"{SVG}text"), strict=True):
        assert len(str(text.text)) * 6 < box
