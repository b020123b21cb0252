"""A small reader of `check`'s arguments, without the full command line.

A test holds it to what typer accepts.
"""

from __future__ import annotations

import os
from typing import Any

from smartcert.cli.options import CheckOptions, Declared, options_of


def parse(arguments: list[str]) -> CheckOptions | None:
    """Return the options, or None for what the full command line has to answer: help, a slip."""
    if any(name.startswith("_") and name.endswith("_COMPLETE") for name in os.environ):
        return None
    by_flag = flags()
    taken: dict[str, Any] = {"proposals": ()}
    rest = iter(arguments)
    for argument in rest:
        name, equals, value = argument.partition("=")
        option = by_flag.get(name)
        if argument == "--":
            taken["proposals"] += tuple(rest)
        elif option is None:
            if argument.startswith("-") and argument != "-":
                return None
            taken["proposals"] += (argument,)
        elif option.kind == "flag":
            if equals:
                return None
            taken[option.field] = True
        else:
            if equals and not name.startswith("--"):
                return None
            given = value if equals else next(rest, None)
            if given is None:
                return None
            several = option.kind == "values"
            taken[option.field] = (*taken.get(option.field, ()), given) if several else given
    return CheckOptions(**taken)


def flags() -> dict[str, Declared]:
    """Return the options of `check` by each of their flags."""
    return {flag: each for each in options_of(CheckOptions) for flag in each.option.flags.split()}
