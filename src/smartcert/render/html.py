"""The gap report as one HTML file: nothing is fetched, and a strict policy runs no other script."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256

from markupsafe import Markup

from smartcert.gap_report.view import Report
from smartcert.paths import data_dir
from smartcert.render.formats import Part
from smartcert.render.html_page import environment
from smartcert.render.line_breaks import breakable
from smartcert.render.thai_digits import page_in_thai_digits

WEIGHTS = ("400", "700")


def render(report: Report, part: Part = "report", *, thai_digits: bool = False) -> str:
    """Return the report, or a part of it, as HTML. The same report gives the same bytes."""
    return breakable(page(report, part, thai_digits=thai_digits), report.lang)


def page(report: Report, part: Part = "report", *, thai_digits: bool = False) -> str:
    """Return the report as HTML that leaves it to its reader where Thai breaks."""
    style, script = _style(), _read("report.js")
    name = "response-table" if part == "response-table" else "report"
    template = environment(report, alone=part == "summary").get_template(f"{name}.html.j2")
    made = template.render(
        style=Markup(style),  # noqa: S704 - our own file, not the proposal's text
        script=Markup(script),  # noqa: S704
        style_hash=_hash(style),
        script_hash=_hash(script),
    )
    return page_in_thai_digits(made) if thai_digits else made


def _style() -> str:
    style = _read("report.css")
    for weight in WEIGHTS:
        font = (data_dir("templates") / "fonts" / f"sarabun-{weight}.woff2").read_bytes()
        style = style.replace(f"@FONT-{weight}@", b64encode(font).decode())
    return style


def _read(name: str) -> str:
    return (data_dir("templates") / name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"
