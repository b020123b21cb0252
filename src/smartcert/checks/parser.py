"""Reading a check as a catalog writes it: every parameter is given its type, or it is told what is wrong with it, and where.

YAML hands over text, lists and mappings; `KINDS` says what each parameter is. What is read without a fault can be run.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache
from typing import Any, NamedTuple

from smartcert.checks import KINDS, NAMED_SIGNATURES
from smartcert.suggest import closest

Steps = tuple[str | int, ...]

_WHOLE = re.compile(r"[0-9]{1,9}")
_NUMBER = re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,9})?")
_FLAGS = {"true": True, "false": False}


class Parameter(NamedTuple):
    """One parameter of a signature."""

    name: str
    """Empty for what is written beside the named ones."""
    type: str
    """The name of its reader below."""
    needed: bool


class Fault(NamedTuple):
    """What is wrong with a check, at one place."""

    steps: Steps
    """The way to its place, from the steps that reading began with."""
    message: str
    type: str
    """The type that the value there does not have."""


@cache
def parameters(signature: str) -> dict[str, Parameter]:
    """Return the parameters of a signature by name."""
    found = (part.rpartition(":") for part in signature.split())
    return {
        name: Parameter(name, kind.rstrip("?"), not kind.endswith("?")) for name, _, kind in found
    }


def read_check(check: Any, steps: Steps = ()) -> tuple[Any, list[Fault]]:
    """Return a check with the values of its parameters typed, and its faults; without any, it can be run."""
    reader = _Reader()
    return reader.check(check, steps), reader.faults


class _Reader:
    """A reader for each type: it gives the typed value of what is written at the steps, or None and one fault more."""

    def __init__(self) -> None:
        self.faults: list[Fault] = []

    def wrong(self, steps: Steps, message: str, type: str) -> Any:
        self.faults.append(Fault(steps, message, type))

    def check(self, value: Any, steps: Steps) -> Any:
        if not (isinstance(value, dict) and len(value) == 1):
            return self.wrong(steps, "a check is a mapping with one key, its kind", "check")
        ((kind, written),) = value.items()
        if kind not in KINDS:
            return self.wrong(
                steps, f"unknown kind {_guessed(kind, KINDS)}; docs/catalog.md lists them", "check"
            )
        steps = (*steps, kind)
        typed = self.parameters(kind, KINDS[kind].signature, written, steps)
        name = typed.get("check") if kind == "named" and typed else None
        if name:
            typed["with"] = self.parameters(
                name, NAMED_SIGNATURES[name], written.get("with") or {}, (*steps, "with")
            )
        return {kind: typed}

    def parameters(self, owner: str, signature: str, written: Any, steps: Steps) -> Any:
        """Read what a kind, a named check or an asked field takes. A list of checks stands for itself."""
        known = parameters(signature)
        if "checks" in known and isinstance(written, list):
            return self.checks(written, steps)
        if not isinstance(written, dict):
            wanted = "a list of checks" if "checks" in known else "a mapping of parameters"
            return self.wrong(steps, f"{owner} takes {wanted}", "parameters")
        others = {name: value for name, value in written.items() if name not in known}
        if "" in known:
            typed = self.check(others, steps) or {}
        else:
            typed = {}
            self.names(
                owner,
                [name for name in known if known[name].needed and name not in written],
                others,
                steps,
            )
        for name in (name for name in known if name in written):
            typed[name] = self.of(known[name].type)(written[name], (*steps, name))
        if None not in (typed.get("min"), typed.get("max")) and typed["min"] > typed["max"]:
            self.wrong(
                (*steps, "min"),
                f"{owner}: min is above max, so that nothing can meet it",
                "parameters",
            )
        return typed["checks"] if typed.keys() == {"checks"} else typed

    def names(self, owner: str, lacking: list[str], others: Iterable[str], steps: Steps) -> None:
        """Tell which parameters are not there and which should not be; one that is misspelt is one fault, not two."""
        if lacking:
            instead = "".join(f", and has no parameter {name}" for name in others)
            self.wrong(steps, f"{owner} needs {', '.join(lacking)}{instead}", "parameters")
        else:
            for name in others:
                self.wrong((*steps, name), f"{owner} has no parameter {name}", "parameters")

    def of(self, type: str) -> Callable[[Any, Steps], Any]:
        found: Callable[[Any, Steps], Any] = getattr(self, type)
        return found

    def checks(self, value: Any, steps: Steps) -> Any:
        return self.many(value, steps, "check")

    def given(self, value: Any, steps: Steps) -> Any:
        """Leave what a named check is given: its name says what that may be."""
        return value

    def name(self, value: Any, steps: Steps) -> Any:
        if isinstance(value, str) and value in NAMED_SIGNATURES:
            return value
        told = (
            f"unknown named check {_guessed(value, NAMED_SIGNATURES)}"
            if isinstance(value, str)
            else "check must be a name"
        )
        return self.wrong(steps, told, "name")

    def route(self, value: Any, steps: Steps) -> Any:
        return (
            value
            if isinstance(value, str) and value
            else self.wrong(steps, f"{_named(steps)} must be a path", "route")
        )

    def routes(self, value: Any, steps: Steps) -> Any:
        return (
            self.many(value, steps, "route")
            if isinstance(value, list)
            else self.route(value, steps)
        )

    def whole(self, value: Any, steps: Steps) -> Any:
        if isinstance(value, str) and _WHOLE.fullmatch(value):
            return int(value)
        return self.wrong(steps, f"{_named(steps)} must be a whole number", "whole")

    def positive(self, value: Any, steps: Steps) -> Any:
        typed = self.whole(value, steps)
        return (
            typed
            if typed != 0
            else self.wrong(steps, f"{_named(steps)} must be at least 1", "positive")
        )

    def number(self, value: Any, steps: Steps) -> Any:
        if isinstance(value, str) and _NUMBER.fullmatch(value):
            return float(value) if "." in value else int(value)
        return self.wrong(steps, f"{_named(steps)} must be a number", "number")

    def flag(self, value: Any, steps: Steps) -> Any:
        if isinstance(value, str) and value in _FLAGS:
            return _FLAGS[value]
        return self.wrong(steps, f"{_named(steps)} must be true or false", "flag")

    def words(self, value: Any, steps: Steps) -> Any:
        texts = (
            value.values() if isinstance(value, dict) and value.keys() == {"th", "en"} else [None]
        )
        if all(isinstance(text, str) and text.strip() for text in texts):
            return value
        return self.wrong(steps, f"{_named(steps)} needs a text in th and one in en", "words")

    def term(self, value: Any, steps: Steps) -> Any:
        return (
            value
            if isinstance(value, str) and value.strip()
            else self.wrong(steps, f"{_named(steps)} must hold texts", "term")
        )

    def terms(self, value: Any, steps: Steps) -> Any:
        return self.many(value, steps, "term")

    def value(self, value: Any, steps: Steps) -> Any:
        typed = self.term(value, steps)
        return _FLAGS.get(typed, typed)

    def values(self, value: Any, steps: Steps) -> Any:
        return self.many(value, steps, "value")

    def where(self, value: Any, steps: Steps) -> Any:
        if not (isinstance(value, dict) and value):
            return self.wrong(
                steps, "where must be a mapping of fields to the values they may have", "where"
            )
        return {name: self.values(values, (*steps, name)) for name, values in value.items()}

    def ask(self, value: Any, steps: Steps) -> Any:
        if not (isinstance(value, dict) and value):
            return self.wrong(
                steps, "ask must be a mapping of the fields that are asked for", "ask"
            )
        for name in value:
            if not all(name.split("|")):
                self.wrong((*steps, name), f"“{name}” does not name a field", "ask")
        return {
            name: self.parameters(name, "words:whole?", demand or {}, (*steps, name))
            for name, demand in value.items()
        }

    def many(self, value: Any, steps: Steps, type: str) -> Any:
        """Read a list of values of one type; it must not be empty."""
        if not (isinstance(value, list) and value):
            return self.wrong(
                steps, f"{_named(steps)} must be a list with something in it", f"{type}s"
            )
        return [self.of(type)(item, (*steps, index)) for index, item in enumerate(value)]


def _named(steps: Steps) -> str:
    """Return the name of the parameter that the steps lead to."""
    return next((step for step in reversed(steps) if isinstance(step, str)), "check")


def _guessed(written: str, known: Iterable[str]) -> str:
    guess = closest(written, known)
    return f"{written} (did you mean {guess}?)" if guess else written
