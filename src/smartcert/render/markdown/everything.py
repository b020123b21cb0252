"""Everything that was checked, in a Markdown report: every requirement, the faults of the file, and who asks."""

from __future__ import annotations

from collections.abc import Iterator

from smartcert.gap_report.view import Report, Row
from smartcert.proposal.values import LINK_SCHEMES
from smartcert.render import rows
from smartcert.render.markdown.markup import block, escape, table


def everything(report: Report) -> Iterator[str]:
    """Yield every requirement with its status, group by group."""
    yield from block(f"## {report.t('everything')}")
    for chapter in report.chapters:
        yield from block(f"### {chapter.key} {escape(chapter.title)}")
        heads = report.heads("requirement", "level", "status", "points", "basis")
        yield from table(heads, (_row(report, row) for row in chapter.rows))


def _row(report: Report, row: Row) -> tuple[str, ...]:
    title, level, status, points, basis = rows.requirement(report, row)
    return title, level, ": ".join(status), points, basis


def faults(report: Report) -> Iterator[str]:
    """Yield the faults of the file itself, when it has any."""
    if report.faults:
        yield from block(f"## {report.t('faults')}")
        yield from block(
            *(
                f"- {finding.code} {escape(rows.place(report, finding))}: {escape(finding.message)} {escape(finding.fix)}"
                for finding in report.faults
            )
        )


def sources(report: Report) -> Iterator[str]:
    """Yield the sources that the requirements name."""
    if report.sources:
        yield from block(f"## {report.t('sources')}")
        yield from block(*(_source(*source) for source in report.sources))


def _source(key: str, title: str, url: str) -> str:
    link = f" <{url}>" if url.lower().startswith(LINK_SCHEMES) and not set(url) & set("<> ") else ""
    return f"- {escape(f'[{key}] {title}')}{link}"
