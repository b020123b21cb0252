"""The full command line: typer, declared from the table of options, in the user's language.

Nothing heavy is imported before the command that needs it runs.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterable
from functools import cache
from inspect import Parameter, Signature
from typing import Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup

from smartcert.cli.commands import COMMANDS, GROUPS, Command
from smartcert.cli.help_page import HelpPage
from smartcert.cli.language import spoken
from smartcert.cli.options import Declared, options_of
from smartcert.cli.streams import say
from smartcert.errors import ExitCode, UsageError
from smartcert.messages.message import Phrase, message
from smartcert.render.terminal import columns

_LANG = spoken(sys.argv[1:])


def _help(key: str) -> str:
    return message(f"help.{key}", _LANG)


_TYPERS_OWN = ("--help", "--install-completion", "--show-completion")


class _Spoken:
    """Says what typer's own options do in the user's language; help as the fast way has it."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the page of a command."""
        name = ctx.command_path.partition(" ")[2]
        for line in HelpPage(name, _LANG, columns(sys.stdout)).lines():
            formatter.write(f"{line}\n")

    def get_params(self, ctx: Any) -> Any:
        """Return the parameters, typer's own among them."""
        found = super().get_params(ctx)  # type: ignore[misc]
        for parameter in found:
            for name in set(parameter.opts).intersection(_TYPERS_OWN):
                parameter.help = _help(f"options.{name.removeprefix('--')}")
        return found


class _Command(_Spoken, TyperCommand):
    pass


class _Group(_Spoken, TyperGroup):
    pass


def _version(asked: bool) -> None:
    if asked:
        from smartcert import __version__

        say(f"smartcert {__version__}")
        raise typer.Exit


def _top(
    version: Annotated[
        bool,
        typer.Option(
            "--version", "-V", callback=_version, is_eager=True, help=_help("options.version")
        ),
    ] = False,
) -> None: ...


@cache
def declared() -> typer.Typer:
    """Return the command line."""
    app = typer.Typer(
        name="smartcert",
        cls=_Group,
        help=_help("smartcert"),
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        no_args_is_help=True,
        context_settings={"help_option_names": ["--help", "-h"]},
    )
    app.callback()(_top)
    groups = {"": app}
    for name in GROUPS:
        groups[name] = typer.Typer(
            name=name,
            help=_help(f"commands.{name}"),
            cls=_Group,
            rich_markup_mode=None,
            no_args_is_help=True,
        )
        app.add_typer(groups[name])
    for command in COMMANDS:
        group, _, name = command.name.rpartition(" ")
        help_text = _help(f"commands.{command.name.replace(' ', '.')}")
        groups[group].command(name, cls=_Command, help=help_text)(_function(command))
    return app


def _completion(complete: Callable[[], Iterable[str]] | None) -> Callable[[], list[str]] | None:
    return None if complete is None else lambda: list(complete())


def _function(command: Command) -> Callable[..., int]:
    """Return the function that typer calls; its signature is made of the rows of the options."""
    rows = list(options_of(command.options))

    def function(**stated: Any) -> int:
        taken = {
            row.field: tuple(stated[row.field] or ()) if row.kind == "values" else stated[row.field]
            for row in rows
        }
        return command.run(command.options(**taken))

    function.__signature__ = Signature([_parameter(row) for row in rows])  # type: ignore[attr-defined]
    return function


def _parameter(row: Declared) -> Parameter:
    """Return a parameter as typer reads it."""
    option, flags = row.option, row.option.flags.split()
    more: dict[str, Any] = {
        "help": _help(f"options.{option.help}" if flags else option.help) if option.help else None,
        "metavar": option.metavar,
        "autocompletion": _completion(option.complete),
        "show_default": False,
    }
    info = typer.Option(*flags, **more) if flags else typer.Argument(**more)
    annotation = {"flag": bool, "values": list[str] | None, "value": str | None}[row.kind]
    default = (
        None if row.kind == "values" else Parameter.empty if row.default is ... else row.default
    )
    return Parameter(
        row.field, Parameter.KEYWORD_ONLY, annotation=Annotated[annotation, info], default=default
    )


def run(arguments: list[str]) -> int:
    """Run the full command line and return its exit code.

    Raises `UsageError` for what can't be understood.
    """
    from typer.exceptions import Abort, TyperException

    try:
        command = typer.main.get_command(declared())
        return int(command.main(args=arguments, prog_name="smartcert", standalone_mode=False) or 0)
    except Abort:
        return ExitCode.INTERRUPTED
    except (KeyError, ValueError):
        if "_SMARTCERT_COMPLETE" not in os.environ:
            raise
        return ExitCode.USAGE  # A shell's variables that mean nothing; nobody reads a sentence.
    except SystemExit as problem:
        # typer ends with 1 when the reader of our output (`head`) has seen enough.
        return ExitCode.PIPE_CLOSED if problem.code == 1 else int(problem.code or 0)
    except TyperException as problem:
        if type(problem).__name__ == "NoArgsIsHelpError":
            sys.stdout.write(f"{problem.format_message()}\n")
            return ExitCode.USAGE
        raise _not_understood(problem) from problem


def _not_understood(problem: Any) -> UsageError:
    """Return the error for what typer did not understand, which it says in English only."""
    said = str(problem.format_message())
    guesses = ", ".join(getattr(problem, "possibilities", None) or ())
    match type(problem).__name__:
        case "NoSuchOption":
            key, name = "unknown-option", problem.option_name
        case "MissingParameter":
            parameter = problem.param
            key, name = "missing", parameter.metavar or parameter.name if parameter else ""
        case _:
            found = ((key, re.match(pattern, said)) for pattern, key in _SAID.items())
            key, name = next(((key, match[1]) for key, match in found if match), ("other", said))
            meant = re.search(r"Did you mean (.*)\?", said)
            guesses = meant[1] if meant and key != "other" else ""
    context = getattr(problem, "ctx", None)
    return UsageError(
        f"usage.command.{key}",
        said=said,
        name=name,
        guess=Phrase("usage.command.guess", {"names": guesses}) if guesses else "",
        hint=f"{context.command_path} --help" if context is not None else "smartcert --help",
    )


_SAID = {
    r"No such command '(.*?)'": "unknown",
    r"Option '(.*?)' does not take a value": "takes-no-value",
    r"Option '(.*?)' requires an argument": "needs-a-value",
    r"Got unexpected extra arguments? *(?:\(s\))? *\((.*?)\)": "too-many",
}
"""What typer says, by its pattern, and our sentence's key below `usage.command`."""
