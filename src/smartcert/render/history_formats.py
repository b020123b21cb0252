"""How a proposal stood over its commits, in every format."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from html import escape

from smartcert import __version__
from smartcert.assessment.score import percent, percent_text, points
from smartcert.messages.message import message
from smartcert.messages.names import named
from smartcert.portfolio.chronicle import Chronicle, Moment
from smartcert.portfolio.entry import RoundEntry
from smartcert.render.csv_ import cell
from smartcert.render.json_ import text_of
from smartcert.render.portfolio_rows import moved
from smartcert.render.readiness_plot import PlotPoint, plot
from smartcert.render.sanitize import for_page
from smartcert.thai.date import format_date, from_date

FORMATS = ("text", "json", "csv", "html", "svg")

SHOWN = 8
"""Requirements that a line names of those gained or lost."""

COLUMNS = (
    "date", "commit", "tags", "subject", "round", "verdict", "readiness", "change", "fixed", "lost",
)  # fmt: skip

_AS_OF = {"today": "portfolio.history.today", "commit": "portfolio.history.commit"}

Line = tuple[str, str]


def render(name: str, chronicle: Chronicle) -> str:
    """Return a chronicle in a format but `text`."""
    made = {"json": _json, "csv": _csv, "html": _html, "svg": picture}
    return made[name](chronicle)


def render_text(chronicle: Chronicle) -> Iterator[Line]:
    """Yield a line a state, and what it gained and lost."""
    yield "title", chronicle.file
    yield "dim", _held_against(chronicle)
    for moment in chronicle.moments:
        entry, change = _entry(moment), moment.change
        share = percent_text(entry.readiness) if entry else "–"
        tags = "".join(f" [{tag}]" for tag in moment.tags)
        day = moment.day.isoformat()
        change_text = moved(change.readiness if change else None)
        yield "", f"{day} {moment.commit} {share:>6} {change_text:>6}{tags} {moment.subject}"
        if change and change.fixed:
            yield "good", f"    + {_listed(change.fixed)}"
        if change and change.lost:
            yield "head-mandatory", f"    − {_listed(change.lost)}"
    yield "dim", message("terminal.summary.not-depa", chronicle.lang)


def _held_against(chronicle: Chronicle) -> str:
    day = format_date(from_date(chronicle.today), chronicle.lang)
    return message(_AS_OF[chronicle.as_of], chronicle.lang, date=day)


def _entry(moment: Moment) -> RoundEntry | None:
    return moment.state if isinstance(moment.state, RoundEntry) else None


def _listed(names: tuple[str, ...]) -> str:
    more = f" … (+{len(names) - SHOWN})" if len(names) > SHOWN else ""
    return ", ".join(names[:SHOWN]) + more


def picture(chronicle: Chronicle) -> str:
    """Return the plot of readiness; states that can't be read have no mark."""
    shown = [
        PlotPoint(
            name=moment.tags[0] if moment.tags else moment.day.isoformat(),
            percent=value,
            lost=bool(moment.change and moment.change.lost),
        )
        for moment in chronicle.moments
        if (entry := _entry(moment)) and (value := percent(entry.readiness)) is not None
    ]
    title = message("portfolio.history.title", chronicle.lang, file=chronicle.file)
    return plot(shown, title)


def _json(chronicle: Chronicle) -> str:
    return text_of(
        {
            "format": 1,
            "smartcert": __version__,
            "date": chronicle.today.isoformat(),
            "lang": chronicle.lang,
            "file": chronicle.file,
            "as_of": chronicle.as_of,
            "states": [_state(moment) for moment in chronicle.moments],
        }
    )


def _state(moment: Moment) -> dict[str, object]:
    entry, change = _entry(moment), moment.change
    return {
        "date": moment.day.isoformat(),
        "commit": moment.commit,
        "subject": moment.subject,
        "tags": list(moment.tags),
        "round": entry.round if entry else None,
        "verdict": entry.verdict if entry else "unreadable",
        "readiness": None
        if entry is None
        else {
            "value": percent(entry.readiness),
            "points": points(entry.readiness.points),
            "out_of": points(entry.readiness.out_of),
        },
        "change": None
        if change is None
        else {
            "readiness": change.readiness,
            "fixed": list(change.fixed),
            "lost": list(change.lost),
            "opened": list(change.opened),
        },
    }


def _rows(chronicle: Chronicle) -> Iterator[tuple[object, ...]]:
    for moment in chronicle.moments:
        entry, change = _entry(moment), moment.change
        first = (moment.day.isoformat(), moment.commit, " ".join(moment.tags), moment.subject)
        if entry is None:
            yield (*first, "", "unreadable", "", "", "", "")
            continue
        number = "" if entry.round is None else entry.round
        moves = (
            ("", "", "")
            if change is None
            else (change.readiness, " ".join(change.fixed), " ".join(change.lost))
        )
        yield (*first, number, entry.verdict, percent(entry.readiness), *moves)


def _csv(chronicle: Chronicle) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows([cell(value) for value in row] for row in _rows(chronicle))
    return "\ufeff" + out.getvalue()


def _html(chronicle: Chronicle) -> str:
    """Return a plain page: the plot and the table."""
    lang = chronicle.lang

    def shown(value: object) -> str:
        return escape(for_page("" if value is None else str(value)))

    title = shown(message("portfolio.history.title", lang, file=chronicle.file))
    keys = ("date", "commit", "tags", "subject", "round", "verdict", "readiness", "change")
    names = [message(f"portfolio.history.heads.{key}", lang) for key in keys[:4]]
    names += [message(f"portfolio.heads.{key}", lang) for key in (*keys[4:], "fixed", "lost")]
    heads = "".join(f'<th scope="col">{shown(name)}</th>' for name in names)
    body = ""
    for row in _rows(chronicle):
        cells = [*row]
        cells[5] = named("verdicts", str(row[5]), lang)
        body += f"<tr>{''.join(f'<td>{shown(value)}</td>' for value in cells)}</tr>\n"
    note = shown(message("terminal.summary.not-depa", lang))
    return (
        f'<!DOCTYPE html>\n<html lang="{lang}">\n<head>\n<meta charset="utf-8">\n'
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\';'
        " style-src 'unsafe-inline'\">\n"
        f'<meta name="generator" content="smartcert {__version__}">\n<title>{title}</title>\n'
        "<style>body{font:15px/1.5 Sarabun,Tahoma,sans-serif;max-width:70rem;margin:1rem auto;"
        "padding:0 1rem}table{border-collapse:collapse;width:100%}th,td{text-align:start;"
        "vertical-align:top;padding:.2rem .5rem;border-bottom:1px solid #d5dbe1}"
        "@page{size:A4 landscape;margin:12mm}</style>\n</head>\n<body>\n"
        f"<h1>{title}</h1>\n<p>{shown(_held_against(chronicle))} {note}</p>\n{picture(chronicle)}"
        f"<table><thead><tr>{heads}</tr></thead>\n<tbody>\n{body}</tbody></table>\n</body>\n</html>\n"
    )
