"""The gap report as PDF, from its HTML, by WeasyPrint, which is installed apart."""

from __future__ import annotations

from smartcert.errors import UsageError
from smartcert.render import as_html
from smartcert.report.view import Report

SARA_AM = str.maketrans({"\u0e33": "\u0e4d\u0e32"})
"""Written apart, the same to the eye: WeasyPrint's PDF otherwise loses the letter when text is copied or searched."""


def render(report: Report) -> bytes:
    """Give the report as PDF. Raises `UsageError` when WeasyPrint is not there."""
    try:
        from weasyprint import HTML
    except (ImportError, OSError) as problem:
        raise UsageError(
            f"สร้าง PDF ต้องติดตั้ง WeasyPrint ก่อน ({problem})",
            f"PDF needs WeasyPrint ({problem})",
            "pip install 'smartcert[pdf]'",
        ) from problem
    page = as_html.render(report).translate(SARA_AM)
    return bytes(HTML(string=page, url_fetcher=_refuse).write_pdf())


def _refuse(url: str, *_: object, **__: object) -> dict[str, object]:
    """Give what lies in the page itself, and fetch nothing."""
    from weasyprint import default_url_fetcher

    if not url.startswith("data:"):
        raise ValueError(f"not fetched: {url}")
    return dict(default_url_fetcher(url))
