"""`smartcert portfolio`: many proposals of many cities, each city counted once."""

from __future__ import annotations

import os
import re
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple, cast, get_args

from smartcert.assessment.question import Question
from smartcert.assessment.submission import Submission
from smartcert.cli.inventory import Inventory, take_inventory
from smartcert.cli.job_summary import commands_stopped
from smartcert.cli.options import PortfolioOptions
from smartcert.cli.output import Destination, targets_of
from smartcert.cli.output_files import OutputFiles, refuse_loss
from smartcert.cli.progress import watched
from smartcert.cli.settings import Settings, resolve_with
from smartcert.cli.settings_file import nearest
from smartcert.cli.streams import say
from smartcert.cli.workers import shared
from smartcert.errors import ExitCode, UsageError, not_one_of
from smartcert.files import is_folder
from smartcert.messages.message import message
from smartcert.portfolio.city import CITY_VERDICTS, City, change_between
from smartcert.portfolio.city_list import read_city_list
from smartcert.portfolio.entry import RoundEntry, UnreadableFile, entry_of
from smartcert.portfolio.former import read_former
from smartcert.portfolio.grouping import By, folder_name, group, problems_of
from smartcert.portfolio.survey import OtherFiles, Portfolio, Sort, in_order
from smartcert.render.formats import PORTFOLIO_FORMATS, render_portfolio
from smartcert.render.terminal import columns, plain, write
from smartcert.rounds.comments import comment_outcomes
from smartcert.rounds.reference import REVISION, Base
from smartcert.session.inputs import review_of
from smartcert.session.proposals import submit_file


def run(options: PortfolioOptions) -> ExitCode:
    """Write the survey in every format that is asked for. A survey is no gate.

    Raises `UsageError` and `CatalogError`.
    """
    by = cast("By", _one_of("--by", options.by, get_args(By)))
    sort = cast("Sort", _one_of("--sort", options.sort, get_args(Sort)))
    only = _several("--only", options.only, CITY_VERDICTS)
    here = resolve_with(options, nearest(Path()))
    found = take_inventory(options.proposals or here.paths or (os.curdir,), here.exclude)
    inputs = [each.file for each in found.proposals]
    targets = targets_of(
        options.format,
        options.output,
        [*inputs, *here.inputs],
        force=options.force,
        names=tuple(PORTFOLIO_FORMATS),
    )
    judged = JudgedFiles(options, found, with_gaps=any(target.name == "xlsx" for target in targets))
    portfolio = _portfolio(options, found, judged, by, sort)
    if not portfolio.files["latest"]:
        where = ", ".join(options.proposals) or os.curdir
        said = message("usage.nothing-readable", portfolio.lang, where=where)
        say(f"smartcert: {said}", sys.stderr)
    smart = _several("--smart", options.smart, judged.smarts)
    portfolio = _narrowed(portfolio, only, smart)
    with OutputFiles() as written:
        if options.reports is not None:
            portfolio = _with_reports(portfolio, options, judged, written)
        for target in targets:
            _deliver(portfolio, target, options, written)
    return ExitCode.PASSED if portfolio.files["latest"] else ExitCode.UNREADABLE


def _one_of(option: str, value: str, known: tuple[str, ...]) -> str:
    if value not in known:
        raise not_one_of(option, value, list(known))
    return value


def _several(option: str, written: str | None, known: tuple[str, ...]) -> tuple[str, ...]:
    names = tuple(name for each in (written or "").split(",") if (name := each.strip()))
    return tuple(_one_of(option, name, known) for name in names)


Outcome = RoundEntry | UnreadableFile | None


class _Job(NamedTuple):
    """One file to judge."""

    file: str
    question: int
    reviews: tuple[str, ...] = ()
    """Reviews in its folder, which is one city's."""


class Surveyor(NamedTuple):
    """The work on one file, the same in this process and in others."""

    questions: tuple[Question, ...]
    with_gaps: bool
    base: Base | None = None
    """Where an earlier state of the file is judged, and not the file."""

    def one(self, job: _Job) -> Outcome:
        """Judge one file; None where the base does not know it."""
        question = self.questions[job.question]
        if self.base is not None:
            return self._earlier(self.base, job.file, question)
        try:
            submission = _with_reviews(submit_file(job.file, question), job.reviews)
        except UsageError as problem:
            return UnreadableFile(job.file, "", problem.text(question.lang), "")
        outcomes = comment_outcomes(submission, None)
        return entry_of(submission, outcomes, with_gaps=self.with_gaps)

    def _earlier(self, base: Base, file: str, question: Question) -> RoundEntry | None:
        reference = base.reference(file, question)
        if reference is None or reference.submission is None:
            return None
        entry = entry_of(reference.submission, (), with_gaps=False)
        return entry if isinstance(entry, RoundEntry) else None


def _with_reviews(submission: Submission, files: tuple[str, ...]) -> Submission:
    """Return a proposal with the reviews that lie beside it and that it does not name."""
    if not files:
        return submission
    attached = submission.attachments
    named = {os.path.realpath(review.file) for review in attached.reviews}
    more = [review_of(file) for file in files if os.path.realpath(file) not in named]
    reviews = (*attached.reviews, *more)
    return submission._replace(attachments=attached._replace(reviews=reviews))


class JudgedFiles:
    """The proposals of a run, each judged by the settings that lie nearest to it."""

    def __init__(self, options: PortfolioOptions, found: Inventory, *, with_gaps: bool) -> None:
        self.options = options
        self.questions: list[Question] = []
        self._by_settings: dict[str | None, int] = {}
        self._by_folder: dict[Path, int] = {}
        self._interned: dict[Any, Any] = {}
        reviews = _by_folder(found.rest["reviews"])
        jobs = [
            _Job(
                each.file,
                self._question(each.file),
                tuple(reviews.get(folder_name(each.file), ())) if each.root else (),
            )
            for each in found.proposals
        ]
        self.jobs = {job.file: job for job in jobs}
        surveyor = Surveyor(tuple(self.questions), with_gaps)
        files = dict(zip(found.proposals, self._all(surveyor, jobs), strict=True))
        self.results = {each: result for each, result in files.items() if result is not None}

    @property
    def first(self) -> Question:
        """The question that is asked of the first proposal."""
        return self.questions[0]

    @property
    def smarts(self) -> tuple[str, ...]:
        """The Smarts of all catalogs."""
        return tuple({key: 0 for each in self.questions for key in each.catalog.smarts})

    def _question(self, file: str) -> int:
        folder = Path(file).parent
        if folder not in self._by_folder:
            settings = resolve_with(self.options, nearest(folder))
            if settings.path not in self._by_settings:
                self._by_settings[settings.path] = len(self.questions)
                self.questions.append(_with_shared_catalog(self._asked(settings), self.questions))
            self._by_folder[folder] = self._by_settings[settings.path]
        return self._by_folder[folder]

    def _asked(self, settings: Settings) -> Question:
        question = settings.question(self.options.today)
        return replace(question, lang=self.questions[0].lang) if self.questions else question

    def _all(
        self, surveyor: Surveyor, jobs: list[_Job]
    ) -> Iterator[RoundEntry | UnreadableFile | None]:
        """Yield what comes of each job; what entries have in common is kept once."""
        made = shared(surveyor.one, jobs)
        lang = self.first.lang if jobs else ""
        for result in watched(made, len(jobs), lang, text=False):
            if isinstance(result, RoundEntry):
                asked = self._interned.setdefault(result.asked, result.asked)
                yield replace(result, asked=asked)
            else:
                yield result

    def before(self, base: Base, files: list[str]) -> dict[str, RoundEntry]:
        """Return the earlier state of files."""
        jobs = [self.jobs[file] for file in files]
        surveyor = Surveyor(tuple(self.questions), with_gaps=False, base=base)
        found = zip(files, self._all(surveyor, jobs), strict=True)
        return {file: entry for file, entry in found if isinstance(entry, RoundEntry)}


def _with_shared_catalog(question: Question, known: list[Question]) -> Question:
    """Return a question with the catalog that an earlier one has too: it is large."""
    for other in known:
        if other.catalog.digest == question.catalog.digest:
            return replace(question, catalog=other.catalog)
    return question


def _by_folder(files: list[str]) -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for file in files:
        found[folder_name(file)].append(file)
    return found


def _portfolio(
    options: PortfolioOptions, found: Inventory, judged: JudgedFiles, by: By, sort: Sort
) -> Portfolio:
    listed = read_city_list(Path(found.city_list)) if found.city_list else {}
    cities, loose = group(judged.results, by, listed)
    cities = _told_apart(cities, found)
    cities = _with_before(cities, options.since, judged, found)
    annexes = {
        os.path.realpath(file)
        for result in judged.results.values()
        if isinstance(result, RoundEntry)
        for file in result.files
    }
    named, others = _parted(found.rest["others"], annexes)
    unclear = tuple(each for each in found.unclear if os.path.realpath(each.file) not in annexes)
    named += [each.file for each in found.unclear if each not in unclear]
    files = {
        "latest": sum(city.latest is not None for city in cities),
        "earlier": sum(len(city.earlier) for city in cities),
        "copies": sum(len(city.copies) for city in cities),
        "unreadable": sum(len(city.unread) for city in cities) + len(loose),
        "unclear": len(unclear),
    }
    rest = found.rest
    question = judged.first if judged.questions else _asked_here(options)
    return Portfolio(
        lang=question.lang,
        today=question.today,
        since=options.since,
        sort=sort,
        cities=in_order(cities, sort),
        loose=tuple(loose),
        unclear=unclear,
        others=OtherFiles(
            reviews=tuple(rest["reviews"]),
            waivers=tuple(rest["waivers"]),
            settings=tuple(rest["settings"]),
            annexes=tuple(named),
            others=tuple(others),
        ),
        problems=tuple(problems_of(cities)),
        files=files,
        fixes={
            item.id: item.fix[question.lang]
            for each in judged.questions
            for item in each.catalog.requirements.values()
        },
    )


def _asked_here(options: PortfolioOptions) -> Question:
    return resolve_with(options, nearest(Path())).question(options.today)


def _parted(files: list[str], annexes: set[str]) -> tuple[list[str], list[str]]:
    named = [file for file in files if os.path.realpath(file) in annexes]
    return named, [file for file in files if os.path.realpath(file) not in annexes]


def _told_apart(cities: list[City], found: Inventory) -> list[City]:
    """Return cities without the comments of reviews in a folder that several cities share."""
    owners: dict[str, set[str]] = defaultdict(set)
    for city in cities:
        for entry in (city.latest, *city.earlier):
            if entry is not None:
                owners[folder_name(entry.file)].add(city.key)
    shared_by = {folder for folder, keys in owners.items() if len(keys) > 1}
    lying = {os.path.realpath(file) for file in found.rest["reviews"]}
    if not shared_by or not lying:
        return cities
    return [
        replace(city, latest=_own_comments(city.latest))
        if city.latest and folder_name(city.latest.file) in shared_by
        else city
        for city in cities
    ]


def _own_comments(entry: RoundEntry) -> RoundEntry:
    named = {os.path.realpath(file) for file in entry.files}
    kept = tuple(each for each in entry.comments if os.path.realpath(each.file) in named)
    return replace(entry, comments=kept)


def _with_before(
    cities: list[City], since: str, judged: JudgedFiles, found: Inventory
) -> list[City]:
    """Return cities with what each is held against, and what has changed."""
    before = _earlier_of(since, cities, judged, found)
    return [
        replace(
            city,
            before=before.get(city.key),
            change=change_between(before.get(city.key), city.latest),
        )
        for city in cities
    ]


def _earlier_of(
    since: str, cities: list[City], judged: JudgedFiles, found: Inventory
) -> dict[str, RoundEntry]:
    if since in ("previous", "first"):
        place = 0 if since == "previous" else -1
        return {city.key: city.earlier[place] for city in cities if city.earlier}
    if not since.startswith(REVISION):
        return read_former(since)
    from smartcert.rounds.base_in_git import base_in_git

    latest = {city.latest.file: city.key for city in cities if city.latest}
    if not latest:
        return {}
    folders = [Path(each) for each in dict.fromkeys(one.root for one in found.proposals) if each]
    base = base_in_git(since, [each.file for each in found.proposals], folders)
    return {latest[file]: entry for file, entry in judged.before(base, [*latest]).items()}


def _narrowed(portfolio: Portfolio, only: tuple[str, ...], smart: tuple[str, ...]) -> Portfolio:
    """Return a portfolio of the cities that are asked for; nothing else is counted."""
    if not only and not smart:
        return portfolio
    kept = tuple(
        city
        for city in portfolio.cities
        if (not only or city.verdict in only) and (not smart or _declares(city, smart))
    )
    left_out = len(portfolio.cities) - len(kept)
    return replace(portfolio, cities=kept, only=only, smart=smart, left_out=left_out)


def _declares(city: City, smart: tuple[str, ...]) -> bool:
    parts = city.latest.smarts if city.latest else ()
    return any(part.declared and part.key in smart for part in parts)


_NO_NAME = re.compile(r"[^\w.\u0e00-\u0e7f-]+")


def _with_reports(
    portfolio: Portfolio, options: PortfolioOptions, judged: JudgedFiles, written: OutputFiles
) -> Portfolio:
    """Write the gap report of each city's latest round into a folder. Raises `UsageError`."""
    from smartcert.render.formats import render_report
    from smartcert.session.proposals import read_round
    from smartcert.session.reports import report_on

    folder = Path(cast("str", options.reports))
    if not is_folder(folder):
        raise UsageError("usage.no-folder-for", path=folder / "*.html", folder=folder)
    names: set[str] = set()
    cities = []
    for city in portfolio.cities:
        if city.latest is None:
            cities.append(city)
            continue
        question = judged.questions[judged.jobs[city.latest.file].question]
        earlier = city.before.file if city.before and city.before in city.earlier else None
        old = read_round(earlier, question) if earlier else None
        new = read_round(city.latest.file, question, (), old)
        content = render_report("html", report_on(new, old, question.catalog))
        stem = _NO_NAME.sub("-", city.key)[:80].strip("-.") or "city"
        name = stem
        while name in names:
            name = f"{stem}-{len(names)}"
        names.add(name)
        target = str(folder / f"{name}.html")
        refuse_loss(target, "html", [*judged.jobs], force=options.force)
        written.add(target, "html", content)
        cities.append(replace(city, report=target))
    if not options.quiet:
        said = {"count": len(names), "folder": folder}
        say(message("portfolio.text.report", portfolio.lang, **said), sys.stderr)
    return replace(portfolio, cities=tuple(cities))


def _deliver(
    portfolio: Portfolio, target: Destination, options: PortfolioOptions, written: OutputFiles
) -> None:
    if target.name != "text":
        linked = _linked(portfolio, target.file)
        content = render_portfolio(target.name, linked)
        if target.file is not None:
            written.add(target.file, target.name, content)
        else:
            sys.stdout.buffer.write(content)
            sys.stdout.flush()
        return
    from smartcert.render.portfolio_text import render

    width = columns(sys.stdout) if target.file is None else 80
    lines = list(render(portfolio, width, quiet=options.quiet, verbose=options.verbose))
    if target.file is not None:
        written.add(target.file, "text", plain(lines).encode(errors="replace"))
        return
    with commands_stopped():
        write(lines, no_color=options.no_color)


def _linked(portfolio: Portfolio, file: str | None) -> Portfolio:
    """Return a portfolio whose reports are named from the folder of the page that names them."""
    folder = folder_name(file or "")
    cities = (
        replace(city, report=Path(os.path.relpath(city.report, folder)).as_posix())
        if city.report
        else city
        for city in portfolio.cities
    )
    return replace(portfolio, cities=tuple(cities))
