"""What stands in a form where a value is still to be written: `⟨ระบุเลขที่คำสั่งแต่งตั้ง⟩`."""

from __future__ import annotations

from smartcert.messages.message import message
from smartcert.messages.names import in_sentence, named
from smartcert.proposal.spec import FieldSpec
from smartcert.thai.placeholder import BLANK

_SEVERAL = ("refs", "owner", "texts")
"""Kinds of fields that hold a list of words, which is written on one line."""

_FIGURES = ("Measure", "TargetFigure")
"""Sections of a figure and its year, which are called by what the figure is."""


def blank_of(spec: FieldSpec, above: FieldSpec, lang: str) -> str:
    """Return what to write at a field, as YAML on one line; `above` is the section it is in."""
    blank = _within(_words(spec, above, lang))
    return f"[{blank}]" if spec.kind in _SEVERAL else blank


def year_blank(lang: str) -> str:
    """Return a row of amounts by year, as YAML on one line."""
    year, amount = (_within(message(f"names.blank.{name}", lang)) for name in ("year", "amount"))
    return f"{year}: {amount}"


def link_blank(name: str, lang: str) -> str:
    """Return what stands where an item may name another: that it does, only a city can say."""
    return _within(message("names.blank.link", lang, name=name))


def _within(words: str) -> str:
    return BLANK[0] + words + BLANK[1]


def _words(spec: FieldSpec, above: FieldSpec, lang: str) -> str:
    if words := _choices(spec, lang):
        return message("names.blank.choice", lang, words=" / ".join(words))
    name = spec.names.get(lang, "")
    if above.type in _FIGURES:
        whole = above.names.get(lang, "")
        is_value = spec is above.fields[above.main]
        name = whole if is_value else message("names.part", lang, inner=name, outer=whole)
    return message("names.blank.text", lang, name=in_sentence(name))


def _choices(spec: FieldSpec, lang: str) -> list[str]:
    """Return the words that a field chooses from; none where it is free."""
    match spec.type:
        case "flag":
            return [named("flags", word, lang) for word in ("true", "false")]
        case "confirmed":
            return [message(f"names.{word}", lang) for word in ("confirmed", "not-confirmed")]
        case _:
            return [names.get(lang, word) for word, names in spec.choices.items()]
