"""The table of options: what each command takes, what its help says, and what a shell is offered.

A command's options are a class, and each of its fields is annotated with a row. `app` declares
the command line from these classes, and `plain_arguments` reads by them what is typed plainly,
without loading typer: it would double the time that a check takes to start. A new option is one
row, in every command that has it. Values are text here, as typed; `settings` and `option_values`
read them.
"""

# Named tuples, since a dozen dataclasses would take as long to make as a proposal to read.

from collections.abc import Callable, Iterable, Iterator
from typing import Annotated, Any, Literal, NamedTuple, get_type_hints

from smartcert.messages.message_files import LANGUAGES
from smartcert.session import DEFAULT_PROPOSAL


class Option(NamedTuple):
    """A row of the table."""

    flags: str
    """What is typed, long and short, with a space between; empty for an argument."""
    help: str = ""
    """The key of its help, below `help.options`; empty where the name says all."""
    metavar: str | None = None
    """What stands in help for its value; None for a flag, which has none."""
    complete: Callable[[], Iterable[str]] | None = None
    """Lists the values that a shell is offered."""


Kind = Literal["flag", "value", "values"]
"""An option that takes no value, one that takes one, and one that may be repeated."""


class Declared(NamedTuple):
    """An option of a command."""

    field: str
    option: Option
    default: Any
    """`...` where it has to be stated."""
    kind: Kind


def options_of(command: type) -> Iterator[Declared]:
    """Yield what a command takes, in the order of its help."""
    for field, hint in get_type_hints(command, include_extras=True).items():
        default = command._field_defaults.get(field, ...)  # type: ignore[attr-defined]
        yield Declared(field, hint.__metadata__[0], default, _kind(default))


def _kind(default: object) -> Kind:
    if default is False:
        return "flag"
    return "values" if default == () else "value"


def _formats() -> Iterable[str]:
    from smartcert.render.formats import NAMES

    return NAMES


def _views() -> Iterable[str]:
    from smartcert.render.formats import PORTFOLIO_FORMATS

    return PORTFOLIO_FORMATS


def _profiles() -> Iterable[str]:
    from smartcert.catalog.loader import load_catalog

    return [*load_catalog().profiles]


def _codes() -> Iterable[str]:
    from smartcert.catalog.loader import load_catalog
    from smartcert.messages.codes import codes

    return [*load_catalog().requirements, *codes()]


def _mendable() -> Iterable[str]:
    from smartcert.proposal.repairs import mendable

    return mendable()


def _kinds() -> Iterable[str]:
    from smartcert.proposal.spec import proposal_spec

    return [*proposal_spec().fields["applicant"].fields["kind"].choices]


def _types() -> Iterable[str]:
    from smartcert.proposal.spec import proposal_spec

    return [*proposal_spec().fields["area"].fields["type"].choices]


def _levels() -> Iterable[str]:
    from smartcert.rounds.gates import FAIL_ON

    return FAIL_ON


CI = ("github", "gitlab")
"""The services for which there is a file that checks every change."""

Text = str | None
Texts = tuple[str, ...]

ProposalOption = Annotated[str, Option("", metavar="PROPOSAL")]
OutputOption = Annotated[Text, Option("--output -o", "output", "FILE")]
FormatOption = Annotated[str, Option("--format", "format", "text|json", lambda: ("text", "json"))]
LangOption = Annotated[Text, Option("--lang", "lang", "th|en", lambda: LANGUAGES)]
CriteriaOption = Annotated[Text, Option("--criteria", "criteria", "DIR")]
EditionOption = Annotated[Text, Option("--edition", "edition", "YEAR")]
OldEditionOption = Annotated[Text, Option("--old-edition", "old-edition", "YEAR")]
ProfileOption = Annotated[Text, Option("--profile", "profile", "ID", _profiles)]
TodayOption = Annotated[Text, Option("--today", "today", "DATE")]
WaiversOption = Annotated[Text, Option("--waivers", "waivers", "FILE")]
ReviewsOption = Annotated[Texts, Option("--review", "review", "FILE")]
SilentOption = Annotated[bool, Option("--quiet -q", "quiet-names")]
NoColorOption = Annotated[bool, Option("--no-color", "no-color")]
PlanOption = Annotated[Text, Option("--plan", "plan", "FILE")]
ExcludeOption = Annotated[Texts, Option("--exclude", "exclude", "PATTERN")]
ForceOption = Annotated[bool, Option("--force", "force")]


class CheckOptions(NamedTuple):
    """What `check` takes."""

    proposals: Annotated[Texts, Option("", "proposals", "PROPOSAL")] = ()
    format: Annotated[Texts, Option("--format", "formats", "NAME[=FILE]", _formats)] = ()
    output: OutputOption = None
    lang: LangOption = None
    criteria: CriteriaOption = None
    edition: EditionOption = None
    profile: ProfileOption = None
    today: TodayOption = None
    fail_under: Annotated[Text, Option("--fail-under", "fail-under", "PERCENT")] = None
    fail_on: Annotated[
        Text, Option("--fail-on", "fail-on", "mandatory|recommended|any", _levels)
    ] = None
    no_regress: Annotated[Text, Option("--no-regress", "no-regress", "BASE")] = None
    allow_removed: Annotated[bool, Option("--allow-removed", "allow-removed")] = False
    waivers: WaiversOption = None
    reviews: ReviewsOption = ()
    baseline: Annotated[Text, Option("--baseline", "baseline", "FILE")] = None
    exclude: ExcludeOption = ()
    stdin_filename: Annotated[Text, Option("--stdin-filename", "stdin-filename", "FILE")] = None
    quiet: Annotated[bool, Option("--quiet -q", "quiet")] = False
    verbose: Annotated[bool, Option("--verbose -v", "verbose")] = False
    no_color: NoColorOption = False
    force: ForceOption = False


class ReportOptions(NamedTuple):
    """What `report` takes."""

    proposal: ProposalOption = DEFAULT_PROPOSAL
    html: Annotated[bool, Option("--html", "html")] = False
    docx: Annotated[bool, Option("--docx", "docx")] = False
    pdf: Annotated[bool, Option("--pdf", "pdf")] = False
    markdown: Annotated[bool, Option("--markdown --md", "markdown")] = False
    response_table: Annotated[bool, Option("--response-table", "response-table")] = False
    thai_digits: Annotated[bool, Option("--thai-digits", "thai-digits")] = False
    summary: Annotated[bool, Option("--summary", "summary")] = False
    output: Annotated[Text, Option("--output -o", "report-output", "PATH")] = None
    earlier: Annotated[Text, Option("--baseline", "report-baseline", "PROPOSAL")] = None
    plan: PlanOption = None
    reviews: ReviewsOption = ()
    lang: LangOption = None
    criteria: CriteriaOption = None
    edition: EditionOption = None
    old_edition: OldEditionOption = None
    profile: ProfileOption = None
    today: TodayOption = None
    waivers: WaiversOption = None
    force: ForceOption = False
    quiet: SilentOption = False


class CompareOptions(NamedTuple):
    """What `compare` takes."""

    old: Annotated[str, Option("", metavar="OLD")]
    new: Annotated[str, Option("", metavar="NEW")]
    reviews: ReviewsOption = ()
    format: FormatOption = "text"
    output: OutputOption = None
    lang: LangOption = None
    criteria: CriteriaOption = None
    edition: EditionOption = None
    old_edition: OldEditionOption = None
    profile: ProfileOption = None
    today: TodayOption = None
    verbose: Annotated[bool, Option("--verbose -v", "verbose-items")] = False
    no_color: NoColorOption = False
    force: ForceOption = False


class ReviewOptions(NamedTuple):
    """What `review new` takes."""

    proposal: ProposalOption = DEFAULT_PROPOSAL
    output: OutputOption = None
    lang: LangOption = None
    criteria: CriteriaOption = None
    edition: EditionOption = None
    profile: ProfileOption = None
    today: TodayOption = None
    force: ForceOption = False
    quiet: SilentOption = False


class AnswersOptions(NamedTuple):
    """What `review answers` takes."""

    table: Annotated[str, Option("", metavar="TABLE.docx")]
    output: OutputOption = None
    force: ForceOption = False


class BaselineOptions(NamedTuple):
    """What `baseline write` takes."""

    proposals: Annotated[Texts, Option("", metavar="PROPOSAL")] = ()
    output: OutputOption = None
    lang: LangOption = None
    criteria: CriteriaOption = None
    edition: EditionOption = None
    profile: ProfileOption = None
    today: TodayOption = None
    waivers: WaiversOption = None
    force: ForceOption = False


SINCE = ("previous", "first", "git:REV", "FILE.json")
AS_OF, HISTORY = ("today", "commit"), ("text", "json", "csv", "html", "svg")
CITIES_BY = ("folder", "applicant")
SORTS = ("open", "readiness", "change", "unanswered", "name")


class PortfolioOptions(NamedTuple):
    """What `portfolio` takes."""

    proposals: Annotated[Texts, Option("", "portfolio", "FOLDER")] = ()
    by: Annotated[str, Option("--by", "by", "folder|applicant", lambda: CITIES_BY)] = "folder"
    since: Annotated[str, Option("--since", "since", "|".join(SINCE), lambda: SINCE[:2])] = (
        "previous"
    )
    sort: Annotated[str, Option("--sort", "sort", "|".join(SORTS), lambda: SORTS)] = "open"
    only: Annotated[Text, Option("--only", "only-verdicts", "LIST")] = None
    smart: Annotated[Text, Option("--smart", "only-smarts", "LIST")] = None
    reports: Annotated[Text, Option("--reports", "reports", "DIR")] = None
    format: Annotated[Texts, Option("--format", "formats", "NAME[=FILE]", _views)] = ()
    output: OutputOption = None
    lang: LangOption = None
    criteria: CriteriaOption = None
    edition: EditionOption = None
    profile: ProfileOption = None
    today: TodayOption = None
    waivers: WaiversOption = None
    exclude: ExcludeOption = ()
    quiet: Annotated[bool, Option("--quiet -q", "quiet-totals")] = False
    verbose: Annotated[bool, Option("--verbose -v", "verbose-files")] = False
    no_color: NoColorOption = False
    force: ForceOption = False


class HistoryOptions(NamedTuple):
    """What `history` takes."""

    proposal: ProposalOption = DEFAULT_PROPOSAL
    since: Annotated[Text, Option("--since", "history-since", "REV|DATE")] = None
    tags: Annotated[Text, Option("--tags", "tags", "PATTERN")] = None
    max: Annotated[Text, Option("--max", "max", "N")] = None
    as_of: Annotated[str, Option("--as-of", "as-of", "today|commit", lambda: AS_OF)] = "today"
    format: Annotated[Texts, Option("--format", "formats", "NAME[=FILE]", lambda: HISTORY)] = ()
    output: OutputOption = None
    lang: LangOption = None
    criteria: CriteriaOption = None
    edition: EditionOption = None
    profile: ProfileOption = None
    today: TodayOption = None
    waivers: WaiversOption = None
    no_color: NoColorOption = False
    force: ForceOption = False


class InitOptions(NamedTuple):
    """What `init` takes."""

    output: Annotated[Text, Option("", metavar="FILE")] = None
    name: Annotated[Text, Option("--name", "city-name", "NAME")] = None
    kind: Annotated[Text, Option("--kind", "city-kind", "KIND", _kinds)] = None
    type: Annotated[Text, Option("--type", "city-type", "livable|new", _types)] = None
    smarts: Annotated[Text, Option("--smarts", "smarts", "LIST")] = None
    profile: ProfileOption = None
    ci: Annotated[Text, Option("--ci", "ci", "github|gitlab", lambda: CI)] = None
    no_input: Annotated[bool, Option("--no-input", "no-input")] = False
    lang: LangOption = None
    force: ForceOption = False


class FixOptions(NamedTuple):
    """What `fix` takes."""

    proposal: Annotated[str, Option("", "fix", "FILE")] = DEFAULT_PROPOSAL
    write: Annotated[bool, Option("--write", "write")] = False
    only: Annotated[Texts, Option("--only", "only", "CODE", _mendable)] = ()
    lang: LangOption = None
    no_color: NoColorOption = False


class FormOptions(NamedTuple):
    """What `form` takes."""

    proposal: Annotated[Text, Option("", metavar="PROPOSAL")] = None
    output: OutputOption = None
    gaps: Annotated[bool, Option("--gaps", "gaps")] = False
    plan: PlanOption = None
    smarts: Annotated[Text, Option("--smarts", "smarts", "LIST")] = None
    lang: LangOption = None
    criteria: CriteriaOption = None
    edition: EditionOption = None
    profile: ProfileOption = None
    force: ForceOption = False


class ImportOptions(NamedTuple):
    """What `import` takes."""

    workbook: Annotated[str, Option("", metavar="WORKBOOK")]
    output: OutputOption = None
    lang: LangOption = None
    force: ForceOption = False


class ExplainOptions(NamedTuple):
    """What `explain` takes."""

    code: Annotated[str, Option("", metavar="CODE", complete=_codes)]
    lang: LangOption = None
    criteria: CriteriaOption = None
    no_color: NoColorOption = False


class ShowOptions(NamedTuple):
    """What `criteria show` takes: the same as `explain`."""

    code: Annotated[str, Option("", metavar="ID", complete=_codes)]
    lang: LangOption = None
    criteria: CriteriaOption = None
    no_color: NoColorOption = False


class ListOptions(NamedTuple):
    """What `criteria list` takes."""

    lang: LangOption = None
    criteria: CriteriaOption = None
    edition: EditionOption = None
    profile: ProfileOption = None
    format: FormatOption = "text"
    no_color: NoColorOption = False


class GuideOptions(NamedTuple):
    """What `guide` takes."""

    topic: Annotated[Text, Option("", "topic", "TOPIC")] = None
    lang: LangOption = None
    criteria: CriteriaOption = None
    format: FormatOption = "text"
    no_color: NoColorOption = False


class LintOptions(NamedTuple):
    """What `criteria lint` takes."""

    folder: Annotated[Text, Option("", metavar="DIR")] = None
    lang: LangOption = None


class ConfigOptions(NamedTuple):
    """What `config` takes."""

    folder: Annotated[Text, Option("", metavar="DIR")] = None
    format: FormatOption = "text"
    lang: LangOption = None


class SchemaOptions(NamedTuple):
    """What `schema` takes."""

    output: OutputOption = None
    force: ForceOption = False
