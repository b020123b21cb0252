"""The Jinja environment of the report's templates: autoescaped, strict, and what they may use."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import jinja2
from jinja2 import Environment, FileSystemLoader, ModuleLoader, StrictUndefined
from markupsafe import Markup, escape

from smartcert import __version__
from smartcert.assessment.score import percent_text, points
from smartcert.gap_report import charts
from smartcert.gap_report.view import Report
from smartcert.paths import data_dir
from smartcert.proposal.values import LINK_SCHEMES
from smartcert.render import number_format, phrases, rows
from smartcert.render.clipping import fit
from smartcert.render.phrases import FIELD_NAME
from smartcert.thai.date import format_date


def compiled_dir() -> Path:
    """Return the folder of the compiled templates; it is there once a wheel is built.

    Its name is a digest of Jinja's version and of the templates, so it can't go stale.
    """
    folder = data_dir("templates")
    total = sha256(jinja2.__version__.encode())
    for file in sorted(folder.rglob("*.j2")):
        total.update(file.read_bytes())
    return folder / f"compiled-{total.hexdigest()[:16]}"


def compile_templates(target: Path) -> None:
    """Compile the templates to Python modules in a folder, which is made."""
    template_environment("th").compile_templates(target, extensions=["j2"], zip=None)


def environment(report: Report, *, alone: bool, printed: bool) -> Environment:
    """Return the environment for one report, or for its first page `alone`.

    What is `printed` has no copy of the proposal, which is there to be looked up.
    """
    made = template_environment(report.lang)
    made.globals |= {
        "report": report,
        "alone": alone,
        "printed": printed,
        "t": report.t,
        "named": report.named,
        "lang": report.lang,
        "version": __version__,
        "contents": contents(report),
        "phrases": phrases,
        "rows": rows,
        "charts": charts,
        "number_format": number_format,
    }
    return made


def template_environment(lang: str) -> Environment:
    """Return the environment of the templates, without anything to show yet."""
    templates, compiled = data_dir("templates"), compiled_dir()
    made = Environment(
        loader=ModuleLoader(compiled) if compiled.is_dir() else FileSystemLoader(templates),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=fit,
    )
    made.filters |= {
        "percent": percent_text,
        "points": points,
        "baht": number_format.baht,
        "in_millions": lambda amount: number_format.in_millions(amount, lang),
        "date": lambda when: format_date(when, lang),
        "year": lambda year: number_format.year(year, lang),
        "coded": coded,
        "is_link": lambda url: url.lower().startswith(LINK_SCHEMES),
    }
    return made


def contents(report: Report) -> list[tuple[str, str]]:
    """Return the anchor and the title of each chapter that the report has."""
    t = report.t
    chapters = [
        ("first", t("action-plan")),
        ("how", t("first") if report.tasks else ""),
        ("faults", t("faults") if report.faults else ""),
        ("comments", t("comments") if report.reviews else ""),
        ("second-round", t("second-round") if report.comparison else ""),
        ("annex", t("annex")),
    ]
    return [(anchor, title) for anchor, title in chapters if title]


def coded(text: str) -> Markup:
    """Return a message with names of fields as code."""
    return Markup(FIELD_NAME.sub(r"<code>\1</code>", str(escape(fit(text)))))  # noqa: S704 - escaped before
