"""The command line, declared: commands, options and their help in both languages.

Every value arrives as text and is read in `smartcert.cli.options`, so that a wrong one is told in the user's language; and
nothing heavy is imported before the command that needs it runs.
"""

from __future__ import annotations

import re
import sys
from typing import Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup

from smartcert.cli.options import DEFAULT_PROPOSAL, LANGUAGES, CheckOptions, spoken
from smartcert.errors import ExitCode, UsageError

_LANG = spoken(sys.argv[1:])


def _say(th: str, en: str) -> str:
    return th if _LANG == "th" else en


def _languages() -> list[str]:
    return list(LANGUAGES)


def _formats() -> list[str]:
    from smartcert.render.formats import NAMES

    return list(NAMES)


def _profiles() -> list[str]:
    from smartcert.catalog.loader import load_catalog

    return [*load_catalog().profiles]


def _codes() -> list[str]:
    from smartcert.catalog.loader import load_catalog
    from smartcert.messages.codes import codes

    return [*load_catalog().requirements, *codes()]


def _option(
    *names: str, th: str, en: str, metavar: str | None = None, completion: Any = None
) -> Any:
    return typer.Option(
        *names, help=_say(th, en), metavar=metavar, autocompletion=completion, show_default=False
    )


Format = Annotated[
    str,
    _option(
        "--format",
        th="รูปแบบผลลัพธ์",
        en="Output format.",
        metavar="text|json",
        completion=lambda: ["text", "json"],
    ),
]
Formats = Annotated[
    list[str] | None,
    _option(
        "--format",
        th="รูปแบบผลลัพธ์ ระบุซ้ำได้ และเขียนลงแฟ้มได้ด้วย =แฟ้ม เช่น sarif=out.sarif",
        en="Output format; may be repeated, and written to a file: sarif=out.sarif.",
        metavar="NAME[=FILE]",
        completion=_formats,
    ),
]
Output = Annotated[
    str | None,
    _option(
        "--output",
        "-o",
        th="เขียนลงแฟ้มแทนจอภาพ (- คือจอภาพ)",
        en="Write to a file instead of standard output (-).",
        metavar="FILE",
    ),
]
Lang = Annotated[
    str | None,
    _option(
        "--lang",
        th="ภาษาของผลลัพธ์",
        en="Language; the locale decides, Thai when it is silent.",
        metavar="th|en",
        completion=_languages,
    ),
]
Criteria = Annotated[
    str | None,
    _option(
        "--criteria",
        th="โฟลเดอร์ชุดเกณฑ์อื่น",
        en="Another catalog: a folder with catalog.yaml.",
        metavar="DIR",
    ),
]
Edition = Annotated[
    str | None,
    _option(
        "--edition",
        th="ฉบับของเกณฑ์ เช่น 2562",
        en="Edition of the criteria, such as 2562.",
        metavar="YEAR",
    ),
]
OldEdition = Annotated[
    str | None,
    _option(
        "--old-edition",
        th="ฉบับของเกณฑ์สำหรับรอบก่อน",
        en="Edition that the old round is held against.",
        metavar="YEAR",
    ),
]
Profile = Annotated[
    str | None,
    _option(
        "--profile",
        th="ประเภทคำขอ เช่น logo",
        en="What is applied for; the proposal says when this doesn't.",
        metavar="ID",
        completion=_profiles,
    ),
]
Today = Annotated[
    str | None,
    _option(
        "--today", th="ประเมิน ณ วันที่", en="Assess as of this day (B.E. or C.E.).", metavar="DATE"
    ),
]
FailUnder = Annotated[
    str | None,
    _option(
        "--fail-under",
        th="ไม่ผ่านเมื่อความพร้อมต่ำกว่าร้อยละนี้",
        en="Fail when readiness is below this percentage.",
        metavar="PERCENT",
    ),
]
Reviews = Annotated[
    list[str] | None,
    _option(
        "--review",
        th="แฟ้มข้อคิดเห็นคณะกรรมการ (ระบุซ้ำได้) ใช้แทนแฟ้มของรอบเดียวกันที่ข้อเสนออ้างถึง",
        en="A committee's comments (may be repeated); taken instead of those the proposal names for that round.",
        metavar="FILE",
    ),
]
FailOn = Annotated[
    str | None,
    _option(
        "--fail-on",
        th="ไม่ผ่านเมื่อมีจุดที่ต้องแก้ไขระดับนี้",
        en="Fail on gaps of this level (mandatory).",
        metavar="mandatory|recommended|any",
        completion=lambda: ["mandatory", "recommended", "any"],
    ),
]
NoRegress = Annotated[
    str | None,
    _option(
        "--no-regress",
        th="ไม่ผ่านเมื่อข้อที่เคยผ่านกลับไม่ผ่าน (ข้อเสนอ ผล JSON หรือ git:REV)",
        en="Fail when what BASE met is no longer met: a proposal, a JSON result, or git:REV.",
        metavar="BASE",
    ),
]
WaiversFile = Annotated[
    str | None, _option("--waivers", th="แฟ้มข้อยกเว้น", en="File of waivers.", metavar="FILE")
]
BaselineFile = Annotated[
    str | None,
    _option("--baseline", th="แฟ้มผลตรวจตั้งต้น", en="Baseline of known findings.", metavar="FILE"),
]
Quiet = Annotated[
    bool, _option("--quiet", "-q", th="แสดงเฉพาะผลสรุป", en="Verdict and the three numbers only.")
]
Silent = Annotated[
    bool, _option("--quiet", "-q", th="ไม่พิมพ์ชื่อแฟ้มที่เขียน", en="Do not print what was written.")
]
Verbose = Annotated[
    bool,
    _option(
        "--verbose",
        "-v",
        th="แสดงทุกจุด พร้อมเหตุผลและตัวอย่าง",
        en="Every finding, with reasons and stubs.",
    ),
]
NoColor = Annotated[
    bool, _option("--no-color", th="ไม่ใช้สี", en="No colour (NO_COLOR does the same).")
]

_TYPERS_OWN = {
    "--help": _say("แสดงวิธีใช้", "Show this message and exit."),
    "--install-completion": _say(
        "ติดตั้งการเติมคำสั่งให้เชลล์", "Install completion for the current shell."
    ),
    "--show-completion": _say(
        "แสดงสคริปต์เติมคำสั่งของเชลล์", "Show the script that completes commands in the shell."
    ),
}


class _Spoken:
    """Says what typer's own options do in the user's language."""

    def get_params(self, ctx: Any) -> Any:
        """Return the parameters, typer's own among them."""
        found = super().get_params(ctx)  # type: ignore[misc]
        for parameter in found:
            parameter.help = next(
                (_TYPERS_OWN[name] for name in parameter.opts if name in _TYPERS_OWN),
                getattr(parameter, "help", None),
            )
        return found


class _Command(_Spoken, TyperCommand):
    pass


class _Group(_Spoken, TyperGroup):
    pass


app = typer.Typer(
    name="smartcert",
    cls=_Group,
    help=_say(
        "ตรวจข้อเสนอเมืองอัจฉริยะเทียบกับเกณฑ์ 7 Smarts: ขาดอะไร ตรงไหน และแก้ไขอย่างไร",
        "Check a Thai smart-city proposal against the 7-Smarts criteria: what is missing, where, and how to mend it.",
    ),
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
    context_settings={"help_option_names": ["--help", "-h"]},
)
criteria = typer.Typer(
    name="criteria",
    help=_say("ดูและตรวจชุดเกณฑ์", "Read and judge the criteria."),
    cls=_Group,
    rich_markup_mode=None,
    no_args_is_help=True,
)
review_app = typer.Typer(
    name="review",
    help=_say("ข้อคิดเห็นของคณะกรรมการ", "A committee's comments."),
    cls=_Group,
    rich_markup_mode=None,
    no_args_is_help=True,
)
app.add_typer(criteria)
app.add_typer(review_app)
baseline_app = typer.Typer(
    name="baseline",
    help=_say("ผลตรวจตั้งต้น: จุดที่รู้อยู่แล้ว", "Baselines: findings that are known."),
    cls=_Group,
    rich_markup_mode=None,
    no_args_is_help=True,
)
app.add_typer(baseline_app)


def _version(asked: bool) -> None:
    if asked:
        from smartcert import __version__

        print(f"smartcert {__version__}")
        raise typer.Exit


@app.callback()
def _top(
    version: Annotated[
        bool,
        typer.Option(
            "--version",
            "-V",
            callback=_version,
            is_eager=True,
            help=_say("แสดงรุ่น", "Show the version."),
        ),
    ] = False,
) -> None: ...


@app.command(
    cls=_Command,
    help=_say(
        "ตรวจข้อเสนอ: ขาดอะไร ตรงไหน แก้ไขอย่างไร",
        "Check proposals: what is missing, where, and how to mend it.",
    ),
)
def check(
    proposals: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="PROPOSAL",
            help=_say(
                "แฟ้มหรือโฟลเดอร์ (ไม่ระบุคือ proposal.yaml, - คือรับข้อมูลผ่านไปป์ (pipe))",
                "Files or folders (proposal.yaml when none is given; - is standard input).",
            ),
            show_default=False,
        ),
    ] = None,
    format: Formats = None,
    output: Output = None,
    lang: Lang = None,
    criteria: Criteria = None,
    edition: Edition = None,
    profile: Profile = None,
    today: Today = None,
    fail_under: FailUnder = None,
    fail_on: FailOn = None,
    no_regress: NoRegress = None,
    waivers: WaiversFile = None,
    baseline: BaselineFile = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
    no_color: NoColor = False,
) -> int:
    """Check proposals."""
    from smartcert.cli.check import run as run_check

    return run_check(
        CheckOptions(
            proposals=tuple(proposals or ()),
            format=tuple(format or ()),
            output=output,
            lang=lang,
            criteria=criteria,
            edition=edition,
            profile=profile,
            today=today,
            fail_under=fail_under,
            fail_on=fail_on,
            no_regress=no_regress,
            waivers=waivers,
            baseline=baseline,
            quiet=quiet,
            verbose=verbose,
            no_color=no_color,
        )
    )


@app.command(cls=_Command, help=_say("สร้างข้อเสนอเปล่าไว้กรอก", "Write an empty proposal to fill in."))
def init(
    output: Annotated[str | None, typer.Argument(metavar="FILE", show_default=False)] = None,
    smarts: Annotated[
        str | None,
        _option(
            "--smarts",
            th="ด้านที่เสนอ คั่นด้วย , เช่น environment,mobility",
            en="The Smarts, comma-separated.",
            metavar="LIST",
        ),
    ] = None,
    profile: Profile = None,
    lang: Lang = None,
    force: Annotated[
        bool, _option("--force", th="เขียนทับแฟ้มที่มีอยู่", en="Overwrite a file that is there.")
    ] = False,
) -> int:
    """Write an empty proposal."""
    from smartcert.cli.init import run as run_init

    return run_init(output, smarts=smarts, profile=profile, lang=lang, force=force)


@app.command(
    cls=_Command,
    help=_say(
        "อธิบายรหัสที่พบในผลตรวจ เช่น C4-R5 หรือ P001",
        "Explain a code of the output, such as C4-R5 or P001.",
    ),
)
def explain(
    code: Annotated[str, typer.Argument(metavar="CODE", autocompletion=_codes, show_default=False)],
    lang: Lang = None,
    criteria: Criteria = None,
    no_color: NoColor = False,
) -> int:
    """Explain a requirement or a fault."""
    from smartcert.cli.explain import run as run_explain

    return run_explain(code, lang=lang, criteria=criteria, no_color=no_color)


@criteria.command("list", cls=_Command, help=_say("รายการข้อกำหนดทั้งหมด", "List the requirements."))
def criteria_list(
    lang: Lang = None,
    criteria: Criteria = None,
    edition: Edition = None,
    profile: Profile = None,
    format: Format = "text",
    no_color: NoColor = False,
) -> int:
    """List requirements."""
    from smartcert.cli.criteria import run_list

    return run_list(
        lang=lang,
        criteria=criteria,
        edition=edition,
        profile=profile,
        format=format,
        no_color=no_color,
    )


@criteria.command(
    "show", cls=_Command, help=_say("แสดงข้อกำหนดหนึ่งข้อทั้งหมด", "Show one requirement in full.")
)
def criteria_show(
    requirement: Annotated[
        str, typer.Argument(metavar="ID", autocompletion=_codes, show_default=False)
    ],
    lang: Lang = None,
    criteria: Criteria = None,
    no_color: NoColor = False,
) -> int:
    """Show one requirement."""
    from smartcert.cli.explain import run as run_explain

    return run_explain(requirement, lang=lang, criteria=criteria, no_color=no_color)


@criteria.command("lint", cls=_Command, help=_say("ตรวจความถูกต้องของชุดเกณฑ์", "Judge a catalog."))
def criteria_lint(
    folder: Annotated[str | None, typer.Argument(metavar="DIR", show_default=False)] = None,
    lang: Lang = None,
) -> int:
    """Judge a catalog."""
    from smartcert.cli.criteria import run_lint

    return run_lint(folder, lang=lang)


@app.command(
    cls=_Command,
    help=_say(
        "เขียนรายงานวิเคราะห์ช่องว่าง (HTML, Word, PDF, Markdown)",
        "Write the gap report (HTML, Word, PDF, Markdown).",
    ),
)
def report(
    proposal: Annotated[
        str, typer.Argument(metavar="PROPOSAL", show_default=False)
    ] = DEFAULT_PROPOSAL,
    html: Annotated[
        bool, _option("--html", th="HTML แฟ้มเดียว (ค่าเริ่มต้น)", en="One HTML file (the default).")
    ] = False,
    docx: Annotated[bool, _option("--docx", th="เอกสาร Word", en="A Word document.")] = False,
    pdf: Annotated[
        bool, _option("--pdf", th="PDF (ต้องติดตั้ง WeasyPrint)", en="PDF (needs WeasyPrint).")
    ] = False,
    markdown: Annotated[bool, _option("--markdown", th="Markdown", en="Markdown.")] = False,
    output: Annotated[
        str | None,
        _option(
            "--output",
            "-o",
            th="แฟ้มหรือโฟลเดอร์ที่จะเขียน (- คือจอภาพ)",
            en="File or folder to write (- is standard output).",
            metavar="PATH",
        ),
    ] = None,
    baseline: Annotated[
        str | None,
        _option(
            "--baseline",
            th="ข้อเสนอรอบก่อน",
            en="The proposal of an earlier round.",
            metavar="PROPOSAL",
        ),
    ] = None,
    review: Reviews = None,
    lang: Lang = None,
    criteria: Criteria = None,
    edition: Edition = None,
    old_edition: OldEdition = None,
    profile: Profile = None,
    today: Today = None,
    waivers: WaiversFile = None,
    quiet: Silent = False,
) -> int:
    """Write the gap report."""
    from smartcert.cli.report import ReportOptions
    from smartcert.cli.report import run as run_report

    asked = {"html": html, "docx": docx, "pdf": pdf, "markdown": markdown}
    return run_report(
        ReportOptions(
            proposal=proposal,
            formats=tuple(name for name, wanted in asked.items() if wanted),
            output=output,
            baseline=baseline,
            reviews=tuple(review or ()),
            lang=lang,
            criteria=criteria,
            edition=edition,
            old_edition=old_edition,
            profile=profile,
            today=today,
            waivers=waivers,
            quiet=quiet,
        )
    )


@app.command(
    cls=_Command,
    help=_say(
        "เทียบข้อเสนอสองรอบ: แก้แล้ว ยังค้าง พบใหม่ ถดถอย",
        "Compare two rounds: fixed, remaining, new, worse.",
    ),
)
def compare(
    old: Annotated[str, typer.Argument(metavar="OLD", show_default=False)],
    new: Annotated[str, typer.Argument(metavar="NEW", show_default=False)],
    review: Reviews = None,
    format: Format = "text",
    output: Output = None,
    lang: Lang = None,
    criteria: Criteria = None,
    edition: Edition = None,
    old_edition: OldEdition = None,
    profile: Profile = None,
    today: Today = None,
    verbose: Annotated[
        bool, _option("--verbose", "-v", th="แสดงทุกรายการ", en="List everything.")
    ] = False,
    no_color: NoColor = False,
) -> int:
    """Compare two rounds."""
    from smartcert.cli.compare import run as run_compare

    return run_compare(
        old,
        new,
        reviews=tuple(review or ()),
        format=format,
        output=output,
        lang=lang,
        criteria=criteria,
        edition=edition,
        old_edition=old_edition,
        profile=profile,
        today=today,
        verbose=verbose,
        no_color=no_color,
    )


@review_app.command(
    "new",
    cls=_Command,
    help=_say(
        "ร่างแฟ้มข้อคิดเห็นจากผลตรวจ ให้ผู้พิจารณาแก้ไขต่อ",
        "Draft a review file from an assessment, for a reviewer to edit.",
    ),
)
def review_new(
    proposal: Annotated[
        str, typer.Argument(metavar="PROPOSAL", show_default=False)
    ] = DEFAULT_PROPOSAL,
    output: Output = None,
    lang: Lang = None,
    criteria: Criteria = None,
    edition: Edition = None,
    profile: Profile = None,
    today: Today = None,
    force: Annotated[
        bool, _option("--force", th="เขียนทับแฟ้มที่มีอยู่", en="Overwrite a file that is there.")
    ] = False,
    quiet: Silent = False,
) -> int:
    """Draft a review file."""
    from smartcert.cli.review import run as run_review

    return run_review(
        proposal,
        output=output,
        lang=lang,
        criteria=criteria,
        edition=edition,
        profile=profile,
        today=today,
        force=force,
        quiet=quiet,
    )


@baseline_app.command(
    "write",
    cls=_Command,
    help=_say("บันทึกจุดที่พบวันนี้ไว้เป็นผลตรวจตั้งต้น", "Record today's findings as a baseline."),
)
def baseline_write(
    proposals: Annotated[
        list[str] | None, typer.Argument(metavar="PROPOSAL", show_default=False)
    ] = None,
    output: Output = None,
    lang: Lang = None,
    criteria: Criteria = None,
    edition: Edition = None,
    profile: Profile = None,
    today: Today = None,
    waivers: WaiversFile = None,
    force: Annotated[
        bool, _option("--force", th="เขียนทับแฟ้มที่มีอยู่", en="Overwrite a file that is there.")
    ] = False,
) -> int:
    """Record a baseline."""
    from smartcert.cli.baseline import run as run_baseline

    asked = CheckOptions(
        proposals=tuple(proposals or ()),
        output=output,
        lang=lang,
        criteria=criteria,
        edition=edition,
        profile=profile,
        today=today,
        waivers=waivers,
    )
    return run_baseline(asked, force=force)


@app.command(cls=_Command, help=_say("แสดงค่าที่ใช้อยู่และที่มา", "Show what is in force, and from where."))
def config(
    folder: Annotated[str | None, typer.Argument(metavar="DIR", show_default=False)] = None,
    format: Format = "text",
    lang: Lang = None,
) -> int:
    """Show the settings."""
    from smartcert.cli.config import run as run_config

    return run_config(folder, format=format, lang=lang)


@app.command(
    cls=_Command,
    help=_say(
        "พิมพ์ JSON Schema ของข้อเสนอ สำหรับโปรแกรมแก้ไข",
        "Print the JSON Schema of a proposal, for editors.",
    ),
)
def schema(output: Output = None) -> int:
    """Print the JSON Schema of a proposal."""
    from smartcert.cli.output import deliver, free
    from smartcert.proposal.spec import SCHEMA_FILE

    if output not in (None, "-"):
        free(output, "json")
    deliver(SCHEMA_FILE.read_text(encoding="utf-8"), output)
    return 0


def run(arguments: list[str]) -> int:
    """Run the full command line and give its exit code. Raises `UsageError` for what can't be understood."""
    from typer.exceptions import Abort, TyperException

    try:
        return int(
            typer.main.get_command(app).main(
                args=arguments, prog_name="smartcert", standalone_mode=False
            )
            or 0
        )
    except Abort:
        return ExitCode.INTERRUPTED
    except SystemExit as problem:
        # typer ends with 1 when the reader of our output (`head`) has seen enough.
        return ExitCode.PIPE_CLOSED if problem.code == 1 else int(problem.code or 0)
    except TyperException as problem:
        if type(problem).__name__ == "NoArgsIsHelpError":
            print(problem.format_message())
            return ExitCode.USAGE
        english = str(problem.format_message())
        context = getattr(problem, "ctx", None)
        hint = f"{context.command_path} --help" if context is not None else "smartcert --help"
        raise UsageError(_in_thai(problem, english), english, hint) from problem


def _in_thai(problem: Any, english: str) -> str:
    """Say in Thai what typer did not understand."""
    guesses = ", ".join(getattr(problem, "possibilities", None) or ())
    guess = f" หมายถึง {guesses} หรือไม่" if guesses else ""
    match type(problem).__name__:
        case "NoSuchOption":
            return f"ไม่รู้จักตัวเลือก {problem.option_name}{guess}"
        case "MissingParameter":
            return f"ต้องระบุ {problem.param.metavar or problem.param.name if problem.param else ''}"
    for pattern, told in _IN_THAI.items():
        if match := re.match(pattern, english):
            meant = re.search(r"Did you mean (.*)\?", english)
            return told.format(*match.groups()) + (f" หมายถึง {meant[1]} หรือไม่" if meant else "")
    return f"ใช้คำสั่งไม่ถูกต้อง: {english}"


_IN_THAI = {
    r"No such command '(.*?)'": "ไม่มีคำสั่ง {0}",
    r"Option '(.*?)' does not take a value": "ตัวเลือก {0} ไม่ต้องมีค่า",
    r"Option '(.*?)' requires an argument": "ตัวเลือก {0} ต้องตามด้วยค่า",
    r"Got unexpected extra arguments? *(?:\(s\))? *\((.*?)\)": "มีคำเกินมา: {0}",
}
"""What typer says, by its pattern, and what it is in Thai."""
