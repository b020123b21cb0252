"""Every sentence is said somewhere, every key that is used is there, and words stand nowhere else.

Keys are found in the text of the program. One that is written whole is used as it stands; of one
that is put together (`names.verdicts.{verdict}`) what fills the hole has to be a word of the same
room, or of a closed set that `CHOSEN` names.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import NamedTuple, get_args

import pytest

from smartcert.assessment.score import BASES
from smartcert.catalog.file_format import Basis
from smartcert.checks.scope import GapKind
from smartcert.cli.commands import COMMANDS, GROUPS
from smartcert.cli.options import options_of
from smartcert.findings.status import FindingLevel, Status, Verdict
from smartcert.messages.codes import codes
from smartcert.messages.message import messages_under, pattern
from smartcert.messages.message_files import LANGUAGES, NAME, read_messages
from smartcert.paths import data_dir
from smartcert.portfolio.city import CITY_VERDICTS
from smartcert.portfolio.grouping import ProblemCode
from smartcert.portfolio.survey import UnclearReason
from smartcert.proposal.document_reader import FORMS
from smartcert.proposal.spec import FieldSpec, proposal_spec
from smartcert.rounds.comments import CommentStatus
from smartcert.rounds.comparison import ChangeKind
from smartcert.thai.substance import Reason
from support import ROOT

SRC = ROOT / "src" / "smartcert"
MESSAGES = data_dir("messages")
SENTENCES = read_messages(MESSAGES)
FILES = sorted({key.partition(".")[0] for key in SENTENCES})
KEY = re.compile(rf"(?:{'|'.join(FILES)})(?:\.[\w-]+)+")
PUT_TOGETHER = re.compile(rf"(?:{'|'.join(FILES)})\.[\w.*-]*\*[\w.*-]*")
THAI = re.compile("[\u0e00-\u0e7f]")

READS_THAI = (
    "thai/",
    "suggest.py",
    "source/slips.py",
    "source/outline.py",
    "source/sheet.py",
    "source/signs.py",
    "proposal/key_slips.py",
    "render/line_breaks.py",
    "render/pdf.py",
)
"""What in `src` may hold Thai letters: what reads Thai, and what sets it."""

FILE_NAME = re.compile(r".*\.(?:yaml|js|css|docx|j2)")
"""What looks like a key and is the name of a file."""

REPORT = ("gap_report/", "render/")
"""The rooms whose `t` and `heads` say `report.*`."""


class Text(NamedTuple):
    """A string of the program; what an f-string leaves open is `*`."""

    file: str
    """Below `src/smartcert`."""
    text: str


def trees() -> Iterator[tuple[str, ast.Module]]:
    for file in sorted(SRC.rglob("*.py")):
        yield file.relative_to(SRC).as_posix(), ast.parse(file.read_text(encoding="utf-8"))


def text_of(node: ast.AST) -> str | None:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        parts = (part.value if isinstance(part, ast.Constant) else "*" for part in node.values)
        return "".join(map(str, parts))
    return None


@cache
def texts() -> list[Text]:
    """Every string of the program but docstrings, and what is said by `t`, `heads` and `named`."""
    found = []
    for file, tree in trees():
        parts = {id(part) for node in ast.walk(tree) for part in no_string_of_its_own(node)}
        for node in ast.walk(tree):
            text = text_of(node)
            if text is not None and id(node) not in parts:
                found.append(Text(file, text))
            if isinstance(node, ast.Call):
                found += (Text(file, key) for key in said_by(node))
    for template in sorted((ROOT / "templates").rglob("*.j2")):
        found += (Text("render/", key) for key in said_in(template.read_text(encoding="utf-8")))
    return found


def no_string_of_its_own(node: ast.AST) -> list[ast.AST]:
    """What of a node is a docstring, or text between two holes."""
    if isinstance(node, ast.JoinedStr):
        return [part for part in node.values if isinstance(part, ast.Constant)]
    return [node.value] if isinstance(node, ast.Expr) else []


def said_by(call: ast.Call) -> Iterator[str]:
    function = getattr(call.func, "attr", getattr(call.func, "id", ""))
    first = text_of(call.args[0]) if call.args else None
    if function == "t" and first:
        yield f"report.{first}"
    elif function == "heads":
        yield from (f"report.{text}" for text in map(text_of, call.args) if text)
    elif function == "named" and first:
        yield f"names.{first}.*"


def said_in(template: str) -> Iterator[str]:
    for key, more in re.findall(r"""\bt\(["']([\w.-]+)["']( ~)?""", template):
        yield f"report.{key}{'*' if more else ''}"
    yield from (f"portfolio.{key}" for key in re.findall(r'\bp\("([\w.-]+)"', template))
    for keys in re.findall(r"""\bhead\(\(("[^)]*)\)""", template):
        yield from (f"portfolio.heads.{key}" for key in re.findall(r"[\w-]+", keys))
    for group in re.findall(r"""\b(?:named|tag)\(["']([\w-]+)["']""", template):
        yield f"names.{group}.*"


def types(spec: FieldSpec) -> Iterator[str]:
    yield from (spec.kind, spec.type)
    for below in (*spec.fields.values(), *([spec.item] if spec.item else [])):
        yield from types(below)


def choices(*path: str) -> set[str]:
    """The words that a field of a proposal may have."""
    spec = proposal_spec()
    for step in path:
        spec = spec.fields[step]
        spec = spec.item or spec
    return set(spec.choices)


def literals(*rooms: str) -> set[str]:
    return {text for file, text in texts() if file.startswith(rooms)}


def under(file: str) -> set[str]:
    """The names that stand first in keys of a file which are written whole."""
    keys = (text for _, text in texts() if KEY.fullmatch(text) and text.startswith(f"{file}."))
    return {key.split(".")[1] for key in keys}


def help_of_commands() -> dict[str, set[str]]:
    """The keys of help: of a group's commands below the group's own."""
    found: dict[str, set[str]] = {"help.commands": set(GROUPS)}
    for command in COMMANDS:
        group, _, name = command.name.rpartition(" ")
        found.setdefault(f"help.commands.{group}".rstrip("."), set()).add(name)
        for declared in options_of(command.options):
            if declared.option.flags and declared.option.help:
                found.setdefault("help.options", set()).add(declared.option.help)
    found["help.options"] |= {"version", "help", "install-completion", "show-completion"}
    return found


METRICS = {"readiness", "completeness", "evidence"}
MOBILITY = ("services", "mobility")
CHOSEN = {
    "names.verdicts": set(get_args(Verdict)),
    "names.statuses": set(get_args(Status)),
    "names.levels": set(get_args(FindingLevel)),
    "names.bases": set(get_args(Basis)),
    "names.mandatory-bases": set(BASES),
    "names.no-answers": {*get_args(Reason), "waiting", "repeated", "unlike", "copies"},
    "names.metrics": METRICS,
    "faults.wanted-forms": {*FORMS.values(), "text"},
    "names.suppressions": {"waiver", "baseline"},
    "names.changes": set(get_args(ChangeKind)) - {"unchanged"},
    "names.responses": set(get_args(CommentStatus)),
    "names.progress": choices(*MOBILITY, "projects", "status"),
    "names.directions": choices(*MOBILITY, "kpis", "direction"),
    "names.flags": {"true", "false"},
    "terminal.init.schema": {"written", "kept"},
    "help.heads": {"usage", "arguments", "options", "commands"},
    "portfolio.verdicts": set(CITY_VERDICTS),
    "portfolio.unclear": set(get_args(UnclearReason)),
    "portfolio.problems": set(get_args(ProblemCode)),
    "names.limits": {"at-least", "at-most", "range"},
    "names.states": {"exists", "live", "measured"},
    "names.amounts": {"percent", "other"},
    "names.short-amounts": {"percent", "other"},
    "names.last": {"and", "or"},
    "report.meaning": METRICS,
    "report.by": {"group", "smart", "source", "year"},
    **help_of_commands(),
    "gaps": set(get_args(GapKind)) | under("gaps"),
    "lint": under("lint"),
    "terminal.lost": {"open", "smart", "condition", "profile"},
}
"""Groups that the program chooses from at run time, each with the closed set it is for."""

TYPES = set(types(proposal_spec()))
SOME_OF = {
    "names.kinds": TYPES | literals("proposal/", "assessment/"),
    "files.forms": TYPES,
    "fields.forms": TYPES,
    "faults.examples": TYPES,
    "faults.reasons": literals("thai/", "proposal/", "assessment/"),
    "faults.other-kinds": {"Review", "WaiverFile"},
    "faults.other-kinds.Review": {"head", "keys"},
    "faults.other-kinds.WaiverFile": {"head", "keys"},
    "faults.other-fixes": set(codes()),
    "syntax.reasons": literals("source/") | literals("workbook/"),
}
"""Groups that have a sentence for some of a set; the others are said without one."""


def is_chosen(key: str) -> bool:
    return key.rpartition(".")[0] in CHOSEN | SOME_OF


@cache
def put_together() -> list[tuple[re.Pattern[str], tuple[str, ...]]]:
    """The keys that have holes, and the rooms in which the words that fill them stand."""
    found = {(text, file) for file, text in texts() if PUT_TOGETHER.fullmatch(text)}
    return [
        (
            re.compile(re.escape(text).replace(r"\*", r"([\w.-]+)")),
            REPORT if file.startswith(REPORT) else (file.partition("/")[0] + "/",),
        )
        for text, file in sorted(found)
    ]


def is_used(key: str) -> bool:
    if any(text == key for _, text in texts()):
        return True
    for keys, rooms in put_together():
        match = keys.fullmatch(key)
        if match and (is_chosen(key) or set(match.groups()) <= literals(*rooms)):
            return True
    return False


def test_every_key_that_is_used_is_there():
    used = {text for _, text in texts() if KEY.fullmatch(text) and not FILE_NAME.fullmatch(text)}
    assert {key for key in used if key not in SENTENCES and not messages_under(key)} == set()


def test_every_key_that_is_put_together_leads_to_some():
    assert [keys for keys, _ in put_together() if not any(map(keys.fullmatch, SENTENCES))] == []


def test_every_sentence_is_used():
    of_codes = {f"{file}.{code}" for file in ("syntax", "faults", "readings") for code in codes()}
    others = [key for key in SENTENCES if key.rpartition(".")[0] not in of_codes]
    assert [key for key in others if not is_used(key)] == []


@pytest.mark.parametrize("group", CHOSEN)
def test_what_is_chosen_at_run_time_has_its_words_and_no_others(group):
    assert set(messages_under(group)) == CHOSEN[group]


@pytest.mark.parametrize("group", SOME_OF)
def test_what_some_are_chosen_from_has_no_words_for_others(group):
    assert set(messages_under(group)) <= SOME_OF[group]


def test_every_code_is_given_and_said():
    given = {text for _, text in texts() if re.fullmatch(r"[YPWRSV]\d{3}", text)}
    assert given == set(codes())
    for code in codes():
        file = {"Y": "syntax", "V": "readings"}.get(code[0], "faults")
        said = ["title", "fix", "why"] if file == "readings" else ["title", "message", "fix", "why"]
        assert messages_under(f"{file}.{code}") == said


def names_in(text: str) -> set[str]:
    return {name for _, name in NAME.findall(text)}


def letters_of(text: str) -> str:
    return re.sub(r"[\W\d_]", "", NAME.sub("", text))


def test_both_languages_say_the_same_each_in_its_letters():
    """The files are refused when they do not; what is compiled of them has to keep it."""
    for key, sentence in SENTENCES.items():
        th, en = (pattern(key, lang) for lang in LANGUAGES)
        assert sentence.keys() == set(LANGUAGES), key
        assert names_in(th) == names_in(en), key
        assert th == en or not THAI.search(en), key
        assert THAI.search(th) or letters_of(th) in ("", letters_of(en)), key


@pytest.mark.parametrize("file", sorted(MESSAGES.rglob("*.yaml")), ids=lambda file: file.stem)
def test_nothing_is_written_twice(file):
    """Where two keys say the same, one points at the other (`*anchor`); fields may agree."""
    lines = [line.strip() for line in file.read_text(encoding="utf-8").splitlines()]
    said = [
        (before, line)
        for before, line in pairwise(lines)
        if before.startswith("th: ") and line.startswith("en: ")
    ]
    said += [(found[0], "") for line in lines if (found := re.findall(r"\{th: .*\}$", line))]
    twice = {pair for pair in said if said.count(pair) > 1}
    assert twice == set() or file.parent.name == "schema"


def test_no_words_stand_in_the_program():
    places = {file for file, text in texts() if THAI.search(text)}
    assert {file for file in places if not file.startswith(READS_THAI)} == set()


def test_no_text_stands_beside_its_translation_in_the_program():
    for file, tree in trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.Dict):
                pairs = zip(node.keys, node.values, strict=True)
                said = {text_of(key) for key, value in pairs if key and text_of(value) is not None}
                assert not {"th", "en"} <= said, f"{file}:{node.lineno}"


def test_no_words_stand_in_the_templates():
    for file in (ROOT / "templates").rglob("*.*"):
        if file.suffix in (".j2", ".js", ".css"):
            assert not THAI.search(file.read_text(encoding="utf-8")), file
