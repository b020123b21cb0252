"""Readiness over time as an SVG picture: a line, a mark a state, names of rounds and tags."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import NamedTuple

from smartcert.render.sanitize import for_xml

WIDTH, HEIGHT = 720, 240
LEFT, TOP, RIGHT, BOTTOM = 44, 16, 12, 44
NAMED = 14
"""States that are named below the line at most; of more, every few."""


class PlotPoint(NamedTuple):
    """A state: what it is called, its readiness, and whether something met before was lost."""

    name: str
    percent: float
    lost: bool = False


def plot(points: Sequence[PlotPoint], title: str) -> str:
    """Return the picture; each state has the same room, whatever time lies between."""
    wide, high = WIDTH - LEFT - RIGHT, HEIGHT - TOP - BOTTOM
    step = wide / max(1, len(points) - 1)
    places = [
        (LEFT + number * step, TOP + high * (1 - point.percent / 100))
        for number, point in enumerate(points)
    ]
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img"'
        f' aria-label="smartcert {escape(for_xml(title))}"'
        ' font-family="Sarabun,Tahoma,sans-serif" font-size="12">'
        f"<title>{escape(for_xml(title))}</title>"
    )
    parts = [head]
    for share in (0, 25, 50, 75, 100):
        y = TOP + high * (1 - share / 100)
        parts.append(
            f'<line x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{y:g}" y2="{y:g}" stroke="#d5dbe1"/>'
            f'<text x="{LEFT - 6}" y="{y + 4:g}" text-anchor="end" fill="#51606f">{share}</text>'
        )
    line = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
    parts.append(f'<polyline points="{line}" fill="none" stroke="#12507a" stroke-width="2"/>')
    every = -(-len(points) // NAMED)
    for number, (point, (x, y)) in enumerate(zip(points, places, strict=True)):
        said = escape(for_xml(f"{point.name}: {point.percent:.1f}%"))
        # What was lost is told by its form too, and not by colour alone.
        mark = (
            f'<path d="M{x:.1f} {y - 6:.1f}l6 10h-12z" fill="#9c1c28">'
            if point.lost
            else f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4" fill="#12507a">'
        )
        end = "</path>" if point.lost else "</circle>"
        parts.append(f"{mark}<title>{said}</title>{end}")
        if number % every == 0 or number == len(points) - 1:
            anchor = "start" if number == 0 else "end" if number == len(points) - 1 else "middle"
            row = HEIGHT - 24 + 14 * (number // every % 2)
            parts.append(
                f'<text x="{x:.1f}" y="{row}" text-anchor="{anchor}"'
                f' fill="#1b2430">{escape(for_xml(point.name))}</text>'
            )
    return "".join(parts) + "</svg>\n"
