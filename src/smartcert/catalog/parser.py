"""Reading a check as a catalog writes it: every parameter is given its type.

YAML hands over text, lists and mappings; the table of kinds says what each parameter is. A check
that is read without a problem can be run.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from smartcert.catalog.problem import LintProblem, problem
from smartcert.checks import KINDS
from smartcert.checks.domain import NAMED
from smartcert.checks.signature import INLINE, ParameterType
from smartcert.messages.message import Phrase, message
from smartcert.patterns import lazy_pattern
from smartcert.source.path import FieldPath
from smartcert.suggest import closest

_WHOLE = lazy_pattern(r"[0-9]{1,9}")
_NUMBER = lazy_pattern(r"-?[0-9]{1,15}(\.[0-9]{1,9})?")
"""`12`, `-0.5`; before the point no more digits than a float holds."""
_FLAGS = {"true": True, "false": False}

_ASKED: dict[str, ParameterType] = {"words": "whole"}
"""What may be demanded of a field that is asked for."""


def read_check(check: Any, path: FieldPath = ()) -> tuple[Any, list[LintProblem]]:
    """Return a check with the values of its parameters typed, and what is wrong with it.

    The paths of the problems begin with `path`. Without a problem the check can be run; with one,
    what could not be read is None in it.
    """
    reader = _CheckReader()
    return reader.check(check, path), reader.problems


class _CheckReader:
    """Reads each type of parameter: a method returns the typed value of what is written at a path.

    What has not that type is one problem more, and None.
    """

    def __init__(self) -> None:
        self.problems: list[LintProblem] = []

    def wrong(self, key: str, path: FieldPath, /, **params: object) -> Any:
        """Add a problem, and return the None that stands for what could not be read.

        `name` in its sentence is the parameter that the path leads to.
        """
        named = next((step for step in reversed(path) if isinstance(step, str)), "check")
        self.problems.append(problem(key, path, **{"name": named, **params}))

    def check(self, value: Any, path: FieldPath) -> Any:
        if not (isinstance(value, dict) and len(value) == 1):
            return self.wrong("lint.L008.no-check", path)
        ((name, written),) = value.items()
        if name not in KINDS:
            return self.wrong("lint.L008.no-kind", path, kind=_guessed(name, KINDS))
        path, kind = (*path, name), KINDS[name]
        typed = self.parameters(name, kind.needs, kind.takes, written, path)
        if name == "named" and typed and typed.get("check"):
            named, given = NAMED[typed["check"]], written.get("with") or {}
            place = (*path, "with")
            typed["with"] = self.parameters(typed["check"], named.needs, named.takes, given, place)
        return {name: typed}

    def parameters(
        self,
        owner: str,
        needs: Mapping[str, ParameterType],
        takes: Mapping[str, ParameterType],
        written: Any,
        path: FieldPath,
    ) -> Any:
        """Read what a kind, a named check or an asked field takes.

        A list of checks stands for itself.
        """
        known = {**needs, **takes}
        if "checks" in known and isinstance(written, list):
            return self.checks(written, path)
        if not isinstance(written, dict):
            wanted = "checks" if "checks" in known else "parameters"
            return self.wrong(f"lint.L008.takes.{wanted}", path, owner=owner)
        others = {name: value for name, value in written.items() if name not in known}
        if INLINE in known:
            typed = self.check(others, path) or {}
        else:
            typed = {}
            self.names(owner, [name for name in needs if name not in written], others, path)
        for name, kind in known.items():
            if name in written:
                typed[name] = _READERS[kind](self, written[name], (*path, name))
        if None not in (typed.get("min"), typed.get("max")) and typed["min"] > typed["max"]:
            self.wrong("lint.L008.bounds", (*path, "min"), owner=owner)
        return typed["checks"] if typed.keys() == {"checks"} else typed

    def names(self, owner: str, lacking: list[str], others: Iterable[str], path: FieldPath) -> None:
        """Note which parameters are missing and which should not be there.

        One that is misspelt is one problem, not two.
        """
        if lacking:
            nor = (message("lint.L008.nor", "en", name=name) for name in others)
            names, instead = ", ".join(lacking), "".join(nor)
            self.wrong("lint.L008.needs", path, owner=owner, names=names, instead=instead)
        else:
            for name in others:
                self.wrong("lint.L008.no-parameter", (*path, name), owner=owner, name=name)

    def checks(self, value: Any, path: FieldPath) -> Any:
        return self.many(value, path, _CheckReader.check)

    def given(self, value: Any, _: FieldPath) -> Any:
        """Leave what a named check is given: its name says what that may be."""
        return value

    def named_check(self, value: Any, path: FieldPath) -> Any:
        if isinstance(value, str) and value in NAMED:
            return value
        if isinstance(value, str):
            return self.wrong("lint.L008.no-named-check", path, name=_guessed(value, NAMED))
        return self.wrong("lint.L008.name", path)

    def selector(self, value: Any, path: FieldPath) -> Any:
        if isinstance(value, str) and value:
            return value
        return self.wrong("lint.L008.path", path)

    def selectors(self, value: Any, path: FieldPath) -> Any:
        if isinstance(value, list):
            return self.many(value, path, _CheckReader.selector)
        return self.selector(value, path)

    def whole(self, value: Any, path: FieldPath) -> Any:
        if isinstance(value, str) and _WHOLE.fullmatch(value):
            return int(value)
        return self.wrong("lint.L008.whole", path)

    def positive(self, value: Any, path: FieldPath) -> Any:
        typed = self.whole(value, path)
        return typed if typed != 0 else self.wrong("lint.L008.positive", path)

    def number(self, value: Any, path: FieldPath) -> Any:
        if isinstance(value, str) and _NUMBER.fullmatch(value):
            return float(value) if "." in value else int(value)
        return self.wrong("lint.L008.number", path)

    def flag(self, value: Any, path: FieldPath) -> Any:
        if isinstance(value, str) and value in _FLAGS:
            return _FLAGS[value]
        return self.wrong("lint.L008.flag", path)

    def bilingual(self, value: Any, path: FieldPath) -> Any:
        texts = value.values() if isinstance(value, dict) and value.keys() == {"th", "en"} else [""]
        if all(isinstance(text, str) and text.strip() for text in texts):
            return value
        return self.wrong("lint.L002.bilingual", path)

    def term(self, value: Any, path: FieldPath) -> Any:
        if isinstance(value, str) and value.strip():
            return value
        return self.wrong("lint.L008.texts", path)

    def terms(self, value: Any, path: FieldPath) -> Any:
        return self.many(value, path, _CheckReader.term)

    def value(self, value: Any, path: FieldPath) -> Any:
        typed = self.term(value, path)
        return _FLAGS.get(typed, typed)

    def values(self, value: Any, path: FieldPath) -> Any:
        return self.many(value, path, _CheckReader.value)

    def where(self, value: Any, path: FieldPath) -> Any:
        if not (isinstance(value, dict) and value):
            return self.wrong("lint.L008.where", path)
        return {name: self.values(values, (*path, name)) for name, values in value.items()}

    def ask(self, value: Any, path: FieldPath) -> Any:
        if not (isinstance(value, dict) and value):
            return self.wrong("lint.L008.ask", path)
        for name in value:
            if not all(name.split("|")):
                self.wrong("lint.L008.field", (*path, name))
        return {
            name: self.parameters(name, {}, _ASKED, demand or {}, (*path, name))
            for name, demand in value.items()
        }

    def many(
        self, value: Any, path: FieldPath, read: Callable[[_CheckReader, Any, FieldPath], Any]
    ) -> Any:
        """Read a list of values of one type; it must not be empty."""
        if not (isinstance(value, list) and value):
            return self.wrong("lint.L008.list", path)
        return [read(self, item, (*path, index)) for index, item in enumerate(value)]


_READERS: dict[ParameterType, Callable[[_CheckReader, Any, FieldPath], Any]] = {
    "selector": _CheckReader.selector,
    "selectors": _CheckReader.selectors,
    "whole": _CheckReader.whole,
    "positive": _CheckReader.positive,
    "number": _CheckReader.number,
    "flag": _CheckReader.flag,
    "bilingual": _CheckReader.bilingual,
    "terms": _CheckReader.terms,
    "values": _CheckReader.values,
    "where": _CheckReader.where,
    "ask": _CheckReader.ask,
    "check": _CheckReader.check,
    "checks": _CheckReader.checks,
    "named-check": _CheckReader.named_check,
    "given": _CheckReader.given,
}


def _guessed(written: str, known: Iterable[str]) -> Phrase | str:
    """Return what is written, with what may be meant."""
    guess = closest(written, known)
    return Phrase("lint.L008.guess", {"written": written, "guess": guess}) if guess else written
