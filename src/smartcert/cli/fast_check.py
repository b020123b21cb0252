"""A small reader of `check`'s arguments, without the full command line. A test holds it to what typer accepts."""

from __future__ import annotations

from smartcert.cli.options import CheckOptions

VALUES = {
    "--format": "format",
    "--output": "output",
    "-o": "output",
    "--lang": "lang",
    "--criteria": "criteria",
    "--edition": "edition",
    "--profile": "profile",
    "--today": "today",
    "--fail-under": "fail_under",
    "--fail-on": "fail_on",
    "--no-regress": "no_regress",
    "--waivers": "waivers",
    "--baseline": "baseline",
}
FLAGS = {
    "--quiet": "quiet",
    "-q": "quiet",
    "--verbose": "verbose",
    "-v": "verbose",
    "--no-color": "no_color",
}


def parse(arguments: list[str]) -> CheckOptions | None:
    """Return the options, or None when something here is for the full command line to answer (help, a typing error)."""
    import os

    if any(name.startswith("_") and name.endswith("_COMPLETE") for name in os.environ):
        return None
    options: dict[str, str | bool] = {}
    proposals: list[str] = []
    formats: list[str] = []
    rest = iter(arguments)
    for argument in rest:
        name, equals, value = argument.partition("=")
        if argument == "--":
            proposals += rest
        elif argument in FLAGS:
            options[FLAGS[argument]] = True
        elif name in VALUES:
            if not equals:
                following = next(rest, None)
                if following is None:
                    return None
                value = following
            elif not name.startswith("--"):
                return None
            if VALUES[name] == "format":
                formats.append(value)
            else:
                options[VALUES[name]] = value
        elif argument.startswith("-") and argument != "-":
            return None
        else:
            proposals.append(argument)
    return CheckOptions(proposals=tuple(proposals), format=tuple(formats), **options)  # type: ignore[arg-type]
