"""`smartcert init`: a proposal to fill in, as YAML or as a workbook, and what belongs beside it.

On a terminal it asks for what was not stated; everything is asked before anything is written.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from smartcert.catalog.loader import load_catalog
from smartcert.catalog.model import Catalog
from smartcert.catalog.naming import chosen_id, chosen_smarts, listed_names
from smartcert.cli.language import DEFAULT_LANGUAGE, language, stated_language
from smartcert.cli.options import CI, InitOptions
from smartcert.cli.output_files import OutputFiles, refuse_loss, write_new
from smartcert.cli.questions import ask, can_ask
from smartcert.cli.streams import say
from smartcert.errors import ExitCode, UsageError, not_one_of, refuse_unknown
from smartcert.messages.message import message
from smartcert.paths import data_dir
from smartcert.proposal.spec import FieldSpec, proposal_spec
from smartcert.proposal.starter import SCHEMA, Starter
from smartcert.schema import SCHEMA_FILES
from smartcert.session import DEFAULT_PROPOSAL
from smartcert.source.path import FieldPath

USUAL = "environment,governance"
"""The Smarts of a proposal that names none: Environment, and one that every city has."""

WORKBOOK = ".xlsx"
ANNEXES = "annexes"
CI_FILES = {"github": ".github/workflows/smartcert.yml", "gitlab": ".gitlab-ci.yml"}
"""What each service reads, from the top of a repository."""


class _Wanted(NamedTuple):
    """What is to be begun."""

    target: str
    starter: Starter
    ci: str


def run(options: InitOptions) -> ExitCode:
    """Write it, and say what to do next.

    Raises `UsageError` rather than overwrite somebody's work.
    """
    lang = language(options.lang or stated_language() or DEFAULT_LANGUAGE)
    catalog = load_catalog()
    wanted = _wanted(options, catalog, lang)
    target, starter = wanted.target, wanted.starter
    listed = listed_names(catalog.profiles, lang)
    text = "\n".join(starter.lines(listed)) + "\n"
    if target == "-":
        sys.stdout.write(text)
        return ExitCode.PASSED
    is_workbook = target.lower().endswith(WORKBOOK)
    content = _workbook(starter, catalog) if is_workbook else text.encode()
    write_new(target, content, force=options.force)
    if not is_workbook:
        schema = str(Path(target).with_name(SCHEMA))
        told = _write_schema(schema, force=options.force)
        say(message(f"terminal.init.schema.{told}", lang, file=schema))
    if not (annexes := Path(target).with_name(ANNEXES)).exists():
        annexes.mkdir()
        say(message("terminal.init.annexes", lang, folder=annexes))
    if wanted.ci:
        told = _write_ci(wanted.ci, target)
        say(message(f"terminal.init.ci.{told}", lang, file=CI_FILES[wanted.ci]))
    names = [catalog.smarts[name].title[lang] for name in starter.smarts]
    say(message("terminal.init.next", lang, file=target, smarts=", ".join(names)))
    return ExitCode.PASSED


def _wanted(options: InitOptions, catalog: Catalog, lang: str) -> _Wanted:
    """Return what is stated, asked for, or else usual. Raises `UsageError`."""
    asks = not options.no_input and options.output != "-" and can_ask()
    fields = proposal_spec().fields
    kinds, types = fields["applicant"].fields["kind"], fields["area"].fields["type"]

    def answer(
        name: str, stated: str | None, read: Callable[[str], str], offered: dict[str, str],
        usual: str = "",
    ) -> str:  # fmt: skip
        if stated is not None:
            return read(stated)
        if not asks:
            return usual
        return ask(message(f"terminal.init.ask.{name}", lang), read, offered, usual, lang)

    name = answer("name", options.name, str.strip, {})
    kind = answer("kind", options.kind, _choice("--kind", kinds), _named(kinds, lang))
    type_ = answer("type", options.type, _choice("--type", types), _named(types, lang))
    profile = answer(
        "profile", options.profile, lambda typed: chosen_id("--profile", typed, catalog.profiles),
        {key: item.title[lang] for key, item in catalog.profiles.items()}, catalog.default_profile,
    )  # fmt: skip
    smarts = answer(
        "smarts", options.smarts, lambda typed: ",".join(chosen_smarts(typed, catalog.smarts)),
        {key: item.title[lang] for key, item in catalog.smarts.items()}, USUAL,
    )  # fmt: skip
    forms = {DEFAULT_PROPOSAL: "YAML", f"proposal{WORKBOOK}": "Excel"}
    target = answer("form", options.output, str, forms, DEFAULT_PROPOSAL)
    ci = answer("ci", options.ci, _service, {each: each for each in CI})
    known: dict[FieldPath, str] = {
        ("applicant", "name"): name,
        ("applicant", "kind"): kind,
        ("area", "name"): name,
        ("area", "type"): type_,
    }
    known = {path: value for path, value in known.items() if value}
    chosen = tuple(dict.fromkeys(smarts.split(",")))
    return _Wanted(target, Starter(profile, chosen, known, lang), ci)


def _named(spec: FieldSpec, lang: str) -> dict[str, str]:
    return {word: names[lang] for word, names in spec.choices.items()}


def _choice(option: str, spec: FieldSpec) -> Callable[[str], str]:
    """Return what takes any name of a word for that word."""

    def read(typed: str) -> str:
        word = spec.word(typed)
        if word is None:
            listed = {lang: ", ".join(_named(spec, lang).values()) for lang in ("th", "en")}
            raise not_one_of(option, typed, [*spec.words], listed)
        return word

    return read


def _service(typed: str) -> str:
    refuse_unknown("--ci", typed, [*CI])
    return typed


def _workbook(starter: Starter, catalog: Catalog) -> bytes:
    from smartcert.workbook.hints import Hints
    from smartcert.workbook.writer import Content, write

    root: dict[str, object] = {"smartcert": "1", "profile": starter.profile, "round": "1"}
    for (section, key), value in starter.known.items():
        root.setdefault(str(section), {})[key] = value  # type: ignore[index]
    root["services"] = {smart: {} for smart in starter.smarts}
    return write(Content(root), Hints(catalog, starter.profile, starter.lang))


def _write_schema(target: str, *, force: bool) -> str:
    """Write the schema unless another one is there; return `written` or `kept`."""
    try:
        refuse_loss(target, "schema", (), force=force)
    except UsageError:
        return "kept"
    with OutputFiles() as files:
        files.add(target, "schema", SCHEMA_FILES["proposal"].read_bytes())
    return "written"


def _write_ci(service: str, proposal: str) -> str:
    """Write the file of a service unless there is one; return `written` or `kept`."""
    target = Path(CI_FILES[service])
    if target.exists():
        return "kept"
    template = (data_dir("templates") / "ci" / f"{service}.yml").read_text(encoding="utf-8")
    target.parent.mkdir(parents=True, exist_ok=True)
    write_new(str(target), template.replace("{proposal}", proposal).encode(), force=False)
    return "written"
