"""Settings: flags win over the environment, and that over the settings file."""

from __future__ import annotations

import os
from functools import reduce
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from smartcert.assessment.question import Question
from smartcert.catalog.loader import load_catalog
from smartcert.cli import option_values
from smartcert.cli.discovery import Found, find_proposals
from smartcert.cli.language import language, spoken, stated_language
from smartcert.cli.settings_file import SettingsFile, nearest, one_for_all, shown
from smartcert.errors import UsageError, not_one_of
from smartcert.files import is_folder, is_there
from smartcert.messages.message import Phrase
from smartcert.messages.message_files import LANGUAGES, Language
from smartcert.paths import yaml_files
from smartcert.session.inputs import waivers_of
from smartcert.source import Seq
from smartcert.suggest import closest
from smartcert.workbook.source_file import recognise_file

if TYPE_CHECKING:
    from smartcert.rounds.baseline import Baseline
    from smartcert.rounds.gates import Gates

KEYS = {
    "profile": None,
    "edition": None,
    "criteria": None,
    "lang": None,
    "fail_under": None,
    "fail_on": "mandatory",
    "no_regress": None,
    "waivers": None,
    "baseline": None,
    "paths": None,
    "exclude": None,
}
"""What can be set, and what holds when nobody says."""

FILES = ("criteria", "no_regress", "waivers", "baseline", "paths", "exclude")
"""Settings that name files: in a settings file they are meant from where it lies."""

MEANT = {
    "catalog": "criteria",
    "language": "lang",
    "gate": "fail_on, fail_under, no_regress",
    "gates": "fail_on, fail_under, no_regress",
    "proposal": "paths",
    "proposals": "paths",
    "ignore": "exclude",
    "today": "--today",
    "format": "--format",
    "output": "--output",
}
"""Words that people try, and what does what they want: settings, or options of the command."""

VARIABLE = "SMARTCERT_"

ALLOW_REMOVED = f"{VARIABLE}ALLOW_REMOVED"
"""The variable that stands for the flag `--allow-removed`."""


class Setting(NamedTuple):
    """A value as it is written, and who says so."""

    value: str | None
    origin: str
    """`--flag`, `SMARTCERT_NAME`, a file with its line, or `default`."""
    name: str = ""
    """What a message calls it: the flag, the variable, or the key with its place."""
    outside: str = ""
    """What a settings file names outside its folder; a stranger may have written it."""


class Settings(NamedTuple):
    """What holds for a run.

    A value is judged when it is asked for, and then raises `UsageError`: no command is stopped by
    a setting that it has no use for.
    """

    stated: dict[str, Setting]
    """Every setting as it is written, one for each of `KEYS`."""
    path: str | None = None
    """The settings file that is followed."""

    @property
    def profile(self) -> str | None:
        """What is applied for; None: what the proposal says. The catalog judges it."""
        return self.stated["profile"].value

    @property
    def edition(self) -> int | None:
        """The year of the edition; None: the catalog's usual one, which judges it."""
        setting = self.stated["edition"]
        return option_values.edition(setting.value, setting.name)

    @property
    def criteria(self) -> str | None:
        """The catalog's folder, or the id of a built-in one; None: the usual one."""
        return self.file("criteria")

    @property
    def lang(self) -> Language:
        """The language of what is written."""
        setting = self.stated["lang"]
        return language(setting.value, setting.name)

    @property
    def baseline(self) -> str | None:
        """The file of known findings."""
        return self.file("baseline")

    @property
    def inputs(self) -> tuple[str | None, ...]:
        """The files that a check reads beside the proposals and the catalog."""
        return (self.path, *map(self.file, ("waivers", "baseline", "no_regress")))

    @property
    def paths(self) -> tuple[str, ...]:
        """The files and folders that are checked when none is named."""
        return tuple((self.file("paths") or "").splitlines())

    @property
    def exclude(self) -> tuple[str, ...]:
        """Patterns of what is not looked for in folders."""
        return tuple((self.file("exclude") or "").splitlines())

    def file(self, key: str) -> str | None:
        """Return a setting that names files. Raises `UsageError` for one outside.

        What a settings file names lies below it; flags and variables are the user's own.
        """
        setting = self.stated[key]
        if setting.outside:
            flag = "smartcert check" if key == "paths" else f"--{key.replace('_', '-')}"
            raise UsageError(
                "usage.setting-outside",
                name=setting.name,
                file=setting.outside,
                hint=f"{flag} {setting.outside}",
            )
        return setting.value

    def in_thai_unless_stated(self) -> Settings:
        """Take Thai where nobody names a language.

        What is written for a committee is Thai, whatever the computer's language.
        """
        if self.stated["lang"].value:
            return self
        return self._replace(stated={**self.stated, "lang": Setting("th", "default")})

    def question(self, today: str | None) -> Question:
        """Return how proposals are judged on a day. Raises `UsageError` and `CatalogError`."""
        return Question(
            catalog=load_catalog(self.criteria),
            profile=self.profile,
            edition=self.edition,
            said_by={key: self.stated[key].name for key in ("profile", "edition")},
            today=option_values.day(today),
            lang=self.lang,
            waivers=waivers_of(self.file("waivers")),
        )

    def gates(self, found: Found | None = None, *, allow_removed: bool = False) -> Gates:
        """Return what the proposals of a run have to pass. Raises `UsageError`.

        A gate that is set to nothing would pass everything unseen. Without proposals, what they are
        held against is not looked at.
        """
        from smartcert.rounds.gates import FAIL_ON, Gates

        on, under, base = (self.stated[key] for key in ("fail_on", "fail_under", "no_regress"))
        for setting in (on, under, base):
            if setting.value == "":
                raise UsageError("usage.needs-a-value", option=setting.name)
        chosen = next((level for level in FAIL_ON if level == on.value), None)
        if chosen is None:
            raise not_one_of(on.name, on.value, list(FAIL_ON))
        threshold = option_values.threshold(under.value, under.name)
        gates = Gates(fail_on=chosen, fail_under=threshold, allow_removed=allow_removed)
        reference = self.file("no_regress")
        if reference is None or found is None:
            return gates
        from smartcert.rounds.regression import base_of

        return gates._replace(base=base_of(reference, found.files, found.folders))

    def known_findings(self) -> Baseline | None:
        """Return what the baseline knows.

        Raises `UsageError`, with what to use instead for an earlier proposal.
        """
        file = self.baseline
        if file is None:
            return None
        if recognise_file(Path(file)) == "proposal":
            raise UsageError("usage.baseline-is-a-proposal", file=file, hint=f"--no-regress {file}")
        from smartcert.rounds.baseline import read_baseline

        return read_baseline(Path(file))


def resolve(options: object, start: Path) -> Settings:
    """Return what holds for the proposals of a folder, by a command's options.

    Raises `UsageError`.
    """
    return resolve_with(options, nearest(start))


def resolve_with(options: object, file: SettingsFile | None) -> Settings:
    """Return what holds, with a settings file that is found already. Raises `UsageError`."""
    _refuse_misspelt_variables()
    in_file = _stated(file) if file else {}
    stated = {key: _setting(key, options, in_file) for key in KEYS}
    return Settings(stated, str(file.path) if file else None)


def resolve_all(options: object, proposals: tuple[str, ...]) -> tuple[Settings, Found]:
    """Return what holds for all proposals of a run, and which they are.

    They are those named, else those that the setting `paths` names. Raises `UsageError`.
    """
    if proposals:
        searched = next(filter(is_folder, proposals), None)
        there = nearest(Path(searched)) if searched is not None else None
        exclude = resolve_with(options, there).exclude if searched is not None else ()
        found = _named(find_proposals(proposals, exclude), options)
        return resolve_with(options, one_for_all(found.files)), found
    here = nearest(Path())
    settings = resolve_with(options, here)
    found = find_proposals(settings.paths, settings.exclude)
    return resolve_with(options, one_for_all(found.files, here)), found


def _named(found: Found, options: object) -> Found:
    """Return the files with standard input under the name that it is given."""
    name = getattr(options, "stdin_filename", None)
    if name is None:
        return found
    return found._replace(files=[name if file == "-" else file for file in found.files])


def _setting(key: str, options: object, in_file: dict[str, Setting]) -> Setting:
    variable, flag = f"{VARIABLE}{key.upper()}", f"--{key.replace('_', '-')}"
    given = getattr(options, key, None)
    if isinstance(given, tuple):
        given = "\n".join(given) or None
    if given is not None:
        return Setting(given, flag, flag)
    if os.environ.get(variable):
        return Setting(os.environ[variable], variable, variable)
    return in_file.get(key, Setting(KEYS[key], "default", flag))


def removal_allowed(by_flag: bool) -> bool:
    """Whether a draft may be gone: by the flag, or by a variable that is set to anything.

    A settings file may not say so: who takes a draft away could write it there.
    """
    return by_flag or bool(os.environ.get(ALLOW_REMOVED))


def start_of(proposals: tuple[str, ...]) -> Path:
    """Return the folder from which a settings file is looked for: that of the first proposal."""
    first = Path(proposals[0]) if proposals and proposals[0] != "-" else Path()
    return first if is_folder(first) else first.parent


def spoken_to(arguments: list[str]) -> str:
    """Return the language for a fault of usage: as stated, the settings file's, the locale's."""
    if not stated_language() and not any(argument.startswith("--lang") for argument in arguments):
        try:
            there = tuple(argument for argument in arguments if is_there(argument))
            file = nearest(start_of(there))
        except (UsageError, OSError, ValueError):
            file = None
        if file and file.values.get("lang") in LANGUAGES:
            return str(file.values["lang"])
    return spoken(arguments)


def _refuse_misspelt_variables() -> None:
    """Refuse a variable that looks like one of ours.

    A gate that is silently not there lets everything through. What is like none of ours is
    somebody else's, such as that of a CI template.
    """
    for name, value in os.environ.items():
        key = name.removeprefix(VARIABLE).lower()
        if name == ALLOW_REMOVED:
            continue
        if value and name.startswith(VARIABLE) and key not in KEYS and (meant := _meant(key)):
            guess = f"{VARIABLE}{meant.upper()}" if meant in KEYS else meant
            raise UsageError("usage.unknown-variable", name=name, guess=guess)


def _meant(key: str) -> str | None:
    """Return what somebody who writes this key may have wanted."""
    return MEANT.get(key) or closest(key, KEYS)


def _stated(file: SettingsFile) -> dict[str, Setting]:
    """Return what a file states; a key may have hyphens, as the flag has.

    Raises `UsageError` for all that is not known.
    """
    unknown = [written for written in file.values if written.replace("-", "_") not in KEYS]
    if unknown:
        sentence = reduce(_together, (_unknown(file, written) for written in unknown))
        raise UsageError("usage.unknown-settings", settings=sentence)
    found: dict[str, Setting] = {}
    for written, value in file.values.items():
        key, place = written.replace("-", "_"), file.place(written)
        if key in found:
            raise UsageError("usage.set-twice", place=place, key=key, other=found[key].origin)
        if value not in (None, ""):
            text = _text(key, value, file)
            outside = _outside(text, key, file.path.parent)
            found[key] = Setting(text, place, f"{place}: {written}", outside)
    return found


def _together(first: Phrase, second: Phrase) -> Phrase:
    return Phrase("usage.together", {"first": first, "second": second})


def _unknown(file: SettingsFile, written: str) -> Phrase:
    """Say that a key is unknown, with what was meant or with all that are known."""
    guess = _meant(written.replace("-", "_"))
    meant = Phrase("usage.setting-meant", {"guess": guess})
    known = Phrase("usage.settings-known", {"keys": ", ".join(KEYS)})
    params = {"place": file.place(written), "key": written, "meant": meant if guess else known}
    return Phrase("usage.unknown-setting", params)


def _text(key: str, value: Any, file: SettingsFile) -> str:
    """Write a value as a flag would have it, lists of paths one a line. Raises `UsageError`."""
    written = list(value) if isinstance(value, list | Seq) else [value]
    plain = not any(isinstance(item, dict | list) or item is None for item in written)
    if not plain or (len(written) != 1 and key not in ("paths", "exclude")):
        sentence = "usage.paths-are-names" if key in ("paths", "exclude") else "usage.one-value"
        raise UsageError(sentence, place=file.place(key), key=key)
    texts = [str(item) for item in written]
    if any("\0" in text for text in texts):
        raise UsageError("usage.no-name", place=file.place(key), key=key)
    return "\n".join(_from_here(text, key, file.path.parent) for text in texts)


def _outside(text: str, key: str, folder: Path) -> str:
    """Return the first file of a setting that lies outside a folder, be it by a link."""
    if key not in FILES or text.startswith("git:"):
        return ""
    top = Path(os.path.realpath(folder))
    for name in text.splitlines():
        places = [Path(name)]
        if key == "criteria":
            # A built-in one has an id, and no folder here.
            places = [*places, *yaml_files(places[0]).values()] if is_folder(places[0]) else []
        if not all(Path(os.path.realpath(place)).is_relative_to(top) for place in places):
            return name
    return ""


def _from_here(text: str, key: str, folder: Path) -> str:
    """Name a file from here, and not from the settings file's folder; other text stays as is."""
    built_in = key == "criteria" and not is_folder(folder / text)
    if key not in FILES or built_in or text.startswith("git:"):
        return text
    return shown(folder / text)
