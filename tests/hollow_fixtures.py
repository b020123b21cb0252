"""Hollow proposals, made by script from the smallest example: its fields, and nothing in them."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, NamedTuple

import yaml

from smartcert.catalog.compiler import compile_folder
from smartcert.proposal.spec import FieldSpec, proposal_spec
from support import EXAMPLES, ROOT

Path_ = tuple[str | int, ...]

TEXTS = ("text", "texts", "owner", "or_none", "state")
"""Kinds of fields whose text is replaced; numbers, dates, choices and references stay."""


class Text(NamedTuple):
    """One text of the example."""

    path: Path_
    spec: FieldSpec
    said: str
    number: int


def example(name: str = "minimum/proposal") -> dict[str, Any]:
    """Give an example as plain data, without the note that says it is one."""
    text = (EXAMPLES / f"{name}.yaml").read_text(encoding="utf-8")
    data = yaml.load(text, yaml.CBaseLoader)
    del data["note"]
    return data


def written(data: dict[str, Any]) -> str:
    return yaml.dump(data, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=4000)


def with_texts(say: Callable[[Text], str], name: str = "minimum/proposal") -> dict[str, Any]:
    """Give an example with other texts in the same fields."""
    count = 0

    def changed(node: Any, path: Path_, spec: FieldSpec | None) -> Any:
        nonlocal count
        if spec is None:
            return node
        if isinstance(node, dict):
            return {
                key: changed(child, (*path, key), spec.below(key)) for key, child in node.items()
            }
        if isinstance(node, list):
            return [
                changed(child, (*path, index), spec.item or spec)
                for index, child in enumerate(node)
            ]
        if spec.kind in TEXTS:
            count += 1
            return say(Text(path, spec, node, count))
        return node

    return changed(example(name), (), proposal_spec())


def _mixed(keys: str, words: int, letters: int, number: int) -> str:
    chance = random.Random(number)
    return " ".join("".join(chance.choice(keys) for _ in range(letters)) for _ in range(words))


@cache
def entries() -> list[dict[str, Any]]:
    """Give the requirements of the criteria as data, with their examples."""
    return compile_folder(ROOT / "criteria" / "th-smart-city").data["requirements"]


@cache
def advice(part: str) -> tuple[str, ...]:
    return tuple(entry[part]["th"] for entry in entries())


@cache
def _words() -> tuple[str, ...]:
    """Give Thai words of which none makes a sentence with another."""
    lines = (ROOT / "src/smartcert/thai/lexicon.txt").read_text(encoding="utf-8").splitlines()
    return tuple(line for line in lines if re.fullmatch("[ก-๎]{3,}", line))


def _random_words(number: int, between: str) -> str:
    return between.join(random.Random(number).choices(_words(), k=12))


THAI_LETTERS = "กขคฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮะัาำิีึืุูเแโใไ่้๊๋์"
ONE = "เมืองของเราจะเติบโตไปพร้อมกับคนทุกรุ่นด้วยความร่วมแรงร่วมใจ"
PROMISE = "เทศบาลจะดำเนินการในเรื่องนี้ต่อไปให้เป็นไปตามระเบียบที่เกี่ยวข้องโดยเร็วที่สุด"
REFUSAL = "เทศบาลไม่ประสงค์จะให้ข้อมูลในเรื่องนี้ไม่ว่าในกรณีใด และขอยืนยันตามเดิม"

SAID: dict[str, Callable[[Text], str]] = {
    "one sentence": lambda _: ONE,
    "one sentence, numbered": lambda text: f"{ONE} {text.number}",
    "a promise": lambda _: PROMISE,
    "a promise for each": lambda text: f"จะดำเนินการจัดทำ{_called(text)}และแนบภายหลัง",
    "not there": lambda text: f"ยังไม่มี{_called(text)} อยู่ระหว่างดำเนินการและจะแจ้งให้ทราบต่อไป",
    "a refusal": lambda _: REFUSAL,
    "a refusal in English": lambda _: "We do not wish to take part and decline to answer this",
    "a refusal for each": lambda text: f"ขอปฏิเสธที่จะตอบเรื่อง{_called(text)}ในข้อเสนอฉบับนี้",
    "later, in English": lambda _: "This will be done later by the agencies as appropriate",
    "names of fields": lambda text: text.spec.names["th"],
    "names of fields in English": lambda text: text.spec.names["en"],
    "remedies": lambda text: advice("fix")[text.number % len(advice("fix"))],
    "reasons": lambda text: advice("why")[text.number % len(advice("why"))],
    "another town": lambda text: text.said.replace("สายธาร", "บ้านใหม่ไพรงาม"),
    "the example, other figures": lambda text: re.sub(r"\d", "7", text.said),
    "home row": lambda text: _mixed("asdfghjkl", 9, 5, text.number),
    "home row, Thai": lambda text: _mixed("ฟหกดเ้่าสวง", 4, 12, text.number),
    "random letters": lambda text: _mixed("abcdefghijklmnopqrstuvwxyz", 9, 6, text.number),
    "random Thai letters": lambda text: _mixed(THAI_LETTERS, 5, 9, text.number),
    "one word": lambda text: "พัฒนา" * 14,
    "one word, apart": lambda text: "เมืองอัจฉริยะ " * 12,
    "random words": lambda text: _random_words(text.number, " "),
    "random words, together": lambda text: _random_words(text.number, ""),
    "a name": lambda _: "เทศบาลตำบลบ้านใหม่ไพรงาม",
    "a sentence about each": lambda text: f"{_called(text)}ของเมืองมีความเหมาะสมและต่อเนื่อง",
    "a sentence that ends in each": lambda text: f"เมืองกำหนดอย่างเหมาะสมแล้วซึ่ง{_called(text)}",
    "a sentence about each in English": lambda text: (
        f"The {text.spec.names['en'].lower()} of the city is well defined and fit for purpose"
    ),
    "the question": lambda text: f"{_called(text)}คืออะไร",
    "numbered lines": lambda text: f"ข้อมูลรายการที่ {text.number} ของเมืองเรา",
    "as attached": lambda text: f"รายละเอียดตามเอกสารแนบหมายเลข {text.number} ท้ายข้อเสนอ",
    "on the website": lambda _: "ดูรายละเอียดได้ที่เว็บไซต์ของเทศบาล www.example.go.th",
    "backwards": lambda text: text.said[::-1],
    "figures": lambda _: "๑๒๓๔๕๖๗๘๙๐ ๑๒๓๔๕",
    "dots": lambda _: "........................",
    "one letter": lambda _: "ก",
    "x": lambda _: "x",
    "dashes": lambda _: "-",
    "lorem ipsum": lambda _: "lorem ipsum dolor sit amet consectetur adipiscing elit",
    "blah": lambda _: "blah " * 14,
    "pictures": lambda _: "😀" * 6,
    "to be done": lambda _: "TBD",
    "the field's name over and over": lambda text: _called(text) * 4,
    "under way": lambda _: "อยู่ระหว่างดำเนินการ",
    "blanks": lambda text: f"⟨ระบุ{_called(text)}⟩ ของเทศบาลตามเอกสารที่แนบ",
}
"""What is said in every field, by the kind of hollow proposal that makes."""


def _called(text: Text) -> str:
    return text.spec.names["th"]


def samples() -> dict[str, Any]:
    """Give all stubs and all examples of the criteria in one file."""
    merged: dict[str, Any] = {"smartcert": "1", "profile": "logo", "round": "1"}
    for entry in entries():
        if "logo" in entry["profiles"]:
            for text in (entry["examples"].get("pass", ""), entry["stub"]):
                found = yaml.load(text.replace("{smart}", "environment"), yaml.CBaseLoader)
                _join(merged, found or {})
    return merged


def _join(into: dict[str, Any], other: dict[str, Any]) -> None:
    for key, value in other.items():
        if isinstance(value, dict) and isinstance(into.get(key), dict):
            _join(into[key], value)
        else:
            into.setdefault(key, value)


def hollow() -> Iterator[tuple[str, str]]:
    """Yield each kind of hollow proposal that is made of texts, and the proposal."""
    for kind, say in SAID.items():
        yield kind, written(with_texts(say))
    yield "samples of the criteria", written(samples())


def leaves(node: Any, path: Path_ = ()) -> list[tuple[Path_, str]]:
    """Give every value of plain data with its place."""
    if isinstance(node, dict):
        return [leaf for key, child in node.items() for leaf in leaves(child, (*path, key))]
    if isinstance(node, list):
        return [leaf for i, child in enumerate(node) for leaf in leaves(child, (*path, i))]
    return [(path, node)]


def put(data: Any, path: Path_, value: Any) -> None:
    """Write a value at a place, or take away what is there."""
    for step in path[:-1]:
        data = data[step]
    if value is None:
        del data[path[-1]]
    else:
        data[path[-1]] = value


def field_of(path: Path_) -> FieldSpec | None:
    """Give what is known of the field at a place."""
    spec: FieldSpec | None = proposal_spec()
    for step in path:
        if spec is None:
            return None
        spec = spec.item or spec if isinstance(step, int) else spec.below(step)
    return spec


def with_values(value: str, *types: str) -> dict[str, Any]:
    """Give the example with one value in all fields of some types."""
    data = example()
    for path, _ in leaves(data):
        spec = field_of(path)
        if (spec.type if spec else field_of(path[:-1]).type) in types:
            put(data, path, value)
    return data


def _still() -> dict[str, Any]:
    """Give the example with targets a ten-millionth off their baselines."""
    data = example()
    for items in [data["area"]["goals"], *(each["kpis"] for each in data["services"].values())]:
        for item in items:
            if "baseline" in item:
                item["target"]["value"] = str(float(item["baseline"]["value"]) - 0.0000001)
    return data


AMOUNTS = ("amount", "budget", "yearly", "by_year")

VALUES: dict[str, tuple[Callable[[], dict[str, Any]], str]] = {
    "all dates 2700": (lambda: with_values("2700", "year", "date"), "X-21"),
    "all dates 2400": (lambda: with_values("2400", "year", "date"), "X-21"),
    "all amounts 1 baht": (lambda: with_values("1 บาท", *AMOUNTS), "X-34"),
    "all amounts 1e30": (lambda: with_values("1" + "0" * 30, *AMOUNTS), "X-34"),
    "all counts 1": (lambda: with_values("1", "whole"), "X-35"),
    "targets of 1e30": (lambda: with_values("1" + "0" * 30, "target"), "X-33"),
    "targets that do not move": (_still, "X-33"),
    "no money confirmed": (lambda: with_values("false", "confirmed"), "X-36"),
}
"""Which values all are, and the requirement that asks about it."""
