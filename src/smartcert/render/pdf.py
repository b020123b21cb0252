"""The gap report as PDF, from its HTML, by WeasyPrint, which is installed apart."""

from __future__ import annotations

from smartcert.errors import UsageError
from smartcert.gap_report.view import Report
from smartcert.render import html as as_html
from smartcert.render.formats import Part
from smartcert.render.mark import PDF

SARA_AM = str.maketrans({"\u0e33": "\u0e4d\u0e32"})
"""Written apart, the same to the eye: WeasyPrint's PDF else loses the letter when it is copied."""


def render(report: Report, part: Part = "report", *, thai_digits: bool = False) -> bytes:
    """Return the report as PDF. Raises `UsageError` when WeasyPrint is not there."""
    try:
        from weasyprint import HTML
        from weasyprint.urls import URLFetcher
    except (ImportError, OSError) as problem:
        raise UsageError(
            "usage.no-weasyprint", reason=problem, hint="pip install weasyprint"
        ) from problem
    # WeasyPrint finds words by libthai, and takes thrice as long where they are marked.
    page = as_html.page(report, part, thai_digits=thai_digits, printed=True).translate(SARA_AM)
    # The page brings its fonts along; nothing else is opened.
    fetcher = URLFetcher(allowed_protocols=["data"])
    # Tags tell a reader that speaks what is a heading, a table, a list.
    return bytes(HTML(string=page, url_fetcher=fetcher).write_pdf(pdf_tags=True)) + PDF
