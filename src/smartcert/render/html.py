"""The gap report as one HTML file: nothing is fetched, and a strict policy runs no other script."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256

from markupsafe import Markup

from smartcert.gap_report.view import Report
from smartcert.paths import data_dir
from smartcert.render import phrases
from smartcert.render.formats import Part
from smartcert.render.html_page import environment
from smartcert.render.line_breaks import breakable
from smartcert.render.thai_digits import in_thai_digits, page_in_thai_digits

WEIGHTS = ("400", "700")


def render(report: Report, part: Part = "report", *, thai_digits: bool = False) -> str:
    """Return the report, or a part of it, as HTML. The same report gives the same bytes."""
    return breakable(page(report, part, thai_digits=thai_digits), report.lang)


def page(
    report: Report, part: Part = "report", *, thai_digits: bool = False, printed: bool = False
) -> str:
    """Return the report as HTML that leaves it to its reader where Thai breaks."""
    style, script = style_of("report.css"), _read("report.js")
    if thai_digits:
        for count in ("page", "pages"):
            style = style.replace(f"counter({count})", f"counter({count}, thai)")
    name = "response-table" if part == "response-table" else "report"
    running = phrases.running(report)
    template = environment(report, alone=part == "summary", printed=printed).get_template(
        f"{name}.html.j2"
    )
    made = template.render(
        style=Markup(style),  # noqa: S704 - our own file, not the proposal's text
        script=Markup(script),  # noqa: S704
        style_hash=digest_of(style),
        script_hash=digest_of(script),
        running=in_thai_digits(running) if thai_digits else running,
    )
    return page_in_thai_digits(made) if thai_digits else made


def style_of(name: str) -> str:
    """Return a style with the fonts that it names put in: a page fetches nothing."""
    style = _read(name)
    for weight in WEIGHTS:
        font = (data_dir("templates") / "fonts" / f"sarabun-{weight}.woff2").read_bytes()
        style = style.replace(f"@FONT-{weight}@", b64encode(font).decode())
    return style


def _read(name: str) -> str:
    return (data_dir("templates") / name).read_text(encoding="utf-8")


def digest_of(text: str) -> str:
    """Return the digest by which a page's policy knows a style or a script."""
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"
