"""The table of commands: what each is called, what it takes, and the function that runs it."""

from __future__ import annotations

import gc
from importlib import import_module
from typing import Any, NamedTuple

from smartcert.cli import options


class Command(NamedTuple):
    """A command, with the function of a module in `smartcert.cli` that runs it."""

    name: str
    options: type
    module: str
    function: str = "run"

    def run(self, taken: Any) -> int:
        """Run the command with its options, and return its exit code. Raises `SmartcertError`."""
        run = getattr(import_module(f"smartcert.cli.{self.module}"), self.function)
        gc.enable()  # What was loaded until here stays, however often it would be looked at.
        return int(run(taken))


COMMANDS = (
    Command("check", options.CheckOptions, "check"),
    Command("init", options.InitOptions, "init"),
    Command("fix", options.FixOptions, "fix"),
    Command("form", options.FormOptions, "form"),
    Command("import", options.ImportOptions, "import_"),
    Command("guide", options.GuideOptions, "guide"),
    Command("explain", options.ExplainOptions, "explain"),
    Command("criteria list", options.ListOptions, "criteria", "run_list"),
    Command("criteria show", options.ShowOptions, "explain"),
    Command("criteria lint", options.LintOptions, "criteria", "run_lint"),
    Command("report", options.ReportOptions, "report"),
    Command("compare", options.CompareOptions, "compare"),
    Command("portfolio", options.PortfolioOptions, "portfolio"),
    Command("history", options.HistoryOptions, "history"),
    Command("review new", options.ReviewOptions, "review"),
    Command("review answers", options.AnswersOptions, "review_answers"),
    Command("baseline write", options.BaselineOptions, "baseline"),
    Command("config", options.ConfigOptions, "config"),
    Command("schema", options.SchemaOptions, "schema"),
)
GROUPS = ("criteria", "review", "baseline")
"""First words of commands that have two."""
