"""`smartcert --version --verbose`: what a report of a bug needs, and nothing of whose it is."""

from __future__ import annotations

import locale
import platform
import re
import sys
from collections.abc import Iterator
from importlib import metadata

from smartcert import __version__
from smartcert.catalog.loader import load_catalog
from smartcert.cli.streams import say
from smartcert.errors import CatalogError, ExitCode

ASKED = (
    {"--version", "--verbose"},
    {"--version", "-v"},
    {"-V", "--verbose"},
    {"-V", "-v"},
)
"""The arguments, in either order."""


def run() -> ExitCode:
    """Print a fact a line."""
    for line in facts():
        say(line)
    return ExitCode.PASSED


def facts() -> Iterator[str]:
    """Yield versions, of smartcert, of its catalog and of what it runs with, and the encodings."""
    yield f"smartcert {__version__}"
    yield f"{platform.python_implementation()} {platform.python_version()}"
    yield f"{platform.system()} {platform.release()} {platform.machine()}"
    yield f"locale {locale.getlocale()[0]} {locale.getpreferredencoding(False)}"
    yield f"files {sys.getfilesystemencoding()}, terminal {sys.stdout.isatty()}"
    try:
        catalog = load_catalog()
        yield f"{catalog.id} {catalog.default_edition} {catalog.digest}"
    except CatalogError as problem:
        yield str(problem)
    yield from _libraries()


def _libraries() -> Iterator[str]:
    try:
        declared = metadata.requires("smartcert") or []
    except metadata.PackageNotFoundError:  # A checkout that nobody has installed.
        declared = []
    for line in declared:
        name = re.split(r"[^\w.-]", line)[0]
        if not re.search(r"extra\s*==\s*['\"]dev", line):
            yield f"{name} {_version(name)}"


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return "-"
