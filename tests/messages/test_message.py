"""Sentences are found by key, said in both languages, and can be edited where they stand."""

from __future__ import annotations

import pytest

from smartcert.errors import UsageError
from smartcert.messages import message as module
from smartcert.messages.message import Phrase, has_message, message, messages_under, pattern
from smartcert.messages.message_files import MessageFileError, read_messages

FILE = """\
plain: {th: เหตุผล, en: why}
group:
  th: กลุ่ม {name}
  en: group {name}
  below: {th: "{count} ข้อ", en: {one: 1 thing, other: "{count} things"}}
quiet: {th: "{title} ({id})", en: "{id}{-title}"}
braces: {th: "[ ] หรือ { }", en: "[ ] or { }"}
same: 12.5 ตร.กม.
"no": {th: ลำดับ, en: No.}
"""


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A folder with one file of messages, `words.yaml`, in the place of the program's own."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(module, "data_dir", lambda name: tmp_path / name)
    where = tmp_path / "messages"
    where.mkdir()
    (where / "words.yaml").write_text(FILE, encoding="utf-8")
    module._sentences.cache_clear()
    yield where
    module._sentences.cache_clear()


@pytest.mark.parametrize(
    ("key", "params", "th", "en"),
    [
        ("plain", {}, "เหตุผล", "why"),
        ("group", {"name": "{x}"}, "กลุ่ม {x}", "group {x}"),
        ("group.below", {"count": 0}, "0 ข้อ", "0 things"),
        ("group.below", {"count": 1}, "1 ข้อ", "1 thing"),
        ("group.below", {"count": "1"}, "1 ข้อ", "1 thing"),
        ("group.below", {"count": 11}, "11 ข้อ", "11 things"),
        ("group", {"name": Phrase("words.plain")}, "กลุ่ม เหตุผล", "group why"),
        (
            "group",
            {"name": Phrase("words.group.below", {"count": 1})},
            "กลุ่ม 1 ข้อ",
            "group 1 thing",
        ),
        ("group", {"name": {"th": "ก", "en": "a"}}, "กลุ่ม ก", "group a"),
        ("quiet", {"title": "ขอตรา", "id": "logo"}, "ขอตรา (logo)", "logo"),
        ("braces", {}, "[ ] หรือ { }", "[ ] or { }"),
        ("same", {}, "12.5 ตร.กม.", "12.5 ตร.กม."),
        ("no", {}, "ลำดับ", "No."),
    ],
)
def test_a_sentence_is_said_with_its_parameters(folder, key, params, th, en):
    said = tuple(message(f"words.{key}", lang, **params) for lang in ("th", "en"))
    assert said == (th, en)


def test_keys_can_be_asked_for(folder):
    assert has_message("words.group.below")
    assert not has_message("words.group.above")
    assert messages_under("words") == ["plain", "group", "quiet", "braces", "same", "no"]
    assert messages_under("words.group") == ["below"]
    assert messages_under("word") == []
    assert pattern("words.group.below", "en") == "{count} things"


@pytest.mark.parametrize(("key", "params"), [("nowhere", {}), ("group", {"nome": "x"})])
def test_an_unknown_key_and_a_missing_parameter_are_no_sentence(folder, key, params):
    with pytest.raises(KeyError):
        message(f"words.{key}", "en", **params)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("a: {th: ก}", "messages/words.yaml:1: the sentence lacks its `en`"),
        ("\na: {en: a}", "messages/words.yaml:2: the sentence lacks its `th`"),
        ("a: {th: ก, en: a}\na: {th: ข, en: b}", "messages/words.yaml:2: `a` stands twice"),
        ('a: {th: "{x}", en: "{y}"}', "messages/words.yaml:1: {x} stands in one language only"),
        (
            'a: {th: "ก {x}", en: {one: "{y}", other: "{x}"}}',
            "messages/words.yaml:1: {y} stands in `one` only",
        ),
        (
            "a: {th: ก, en: {many: a}}",
            "messages/words.yaml:1: a sentence is a text, or one text each",
        ),
        ("a: [ก]", "messages/words.yaml:1: keys with sentences are expected, not a list"),
        ("a: {th: ก", "messages/words.yaml: while parsing a flow mapping"),
    ],
)
def test_a_file_that_cannot_be_used_is_named_with_its_line(tmp_path, text, problem):
    (tmp_path / "words.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(MessageFileError) as found:
        read_messages(tmp_path)
    assert str(found.value).startswith(problem)


def test_an_empty_file_has_no_sentences(tmp_path):
    (tmp_path / "words.yaml").write_text("# nothing yet\n", encoding="utf-8")
    assert read_messages(tmp_path) == {}


def test_a_sentence_that_is_edited_is_said_anew(folder):
    assert message("words.plain", "en") == "why"
    (folder / "words.yaml").write_text(FILE.replace("why", "reason"), encoding="utf-8")
    module._sentences.cache_clear()
    assert message("words.plain", "en") == "reason"


def test_an_error_says_its_sentence_in_each_language():
    error = UsageError(
        "usage.not-one-of", option="--lang", value="xx", listed="th, en", hint="--lang th"
    )
    assert str(error) == "--lang: “xx” is none of th, en"
    assert error.text("th") == "--lang ใช้ค่า “xx” ไม่ได้ เลือกจาก th, en"
    assert error.hint == "--lang th"
