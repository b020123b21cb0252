"""Bytes become text, and the encoding is named for what it is."""

from __future__ import annotations

import codecs

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from smartcert.source.encoding import REPLACEMENT, decode

THAI = "smartcert: 1\nชื่อ: เทศบาลนครขอนแก่น\nวิสัยทัศน์: “เมืองน่าอยู่” – อยู่ดีมีสุข\n"


def read(raw):
    """Give the text, the encoding, and each fault's code, place and parameters."""
    text, encoding, faults = decode(raw)
    return (
        text,
        encoding,
        [
            (fault.code, fault.span.line, fault.span.column, fault.params, fault.fatal)
            for fault in faults
        ],
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_utf8_with_and_without_a_mark(encoding):
    assert read(THAI.encode(encoding)) == (THAI, "utf-8", [])


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        (codecs.BOM_UTF16_LE + THAI.encode("utf-16-le"), "utf-16-le"),
        (codecs.BOM_UTF16_BE + THAI.encode("utf-16-be"), "utf-16-be"),
        (THAI.encode("utf-16-le"), "utf-16-le"),
        (THAI.encode("utf-16-be"), "utf-16-be"),
    ],
)
def test_utf16_is_read_and_named(raw, name):
    assert read(raw) == (THAI, name, [("Y012", 1, 1, {}, False)])


@pytest.mark.parametrize(
    "text", ["a: 1\n", "ชื่อ: เทศบาลเมืองแม่เมาะ\n", "name: เทศบาล\n" * 100, "ก: " + "ข" * 5000]
)
@pytest.mark.parametrize("name", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_mark_is_known_whatever_the_language(text, name):
    assert read(text.encode(name))[:2] == (text, name)


@pytest.mark.parametrize("name", ["cp874", "tis-620"])
def test_windows_874_is_read_and_named(name):
    text = "ชื่อ: เทศบาลนครขอนแก่น\nพื้นที่: 46 ตารางกิโลเมตร\n"
    assert read(text.encode(name)) == (text, "windows-874", [("Y011", 1, 1, {}, False)])


def test_windows_874_with_the_characters_word_adds():
    assert read(THAI.encode("cp874")) == (THAI, "windows-874", [("Y011", 1, 1, {}, False)])


@pytest.mark.parametrize("word", ["ที่", "ยกสก น่าน", "เอกสาร"])
def test_a_few_thai_words_among_english_are_enough(word):
    text = f"name: Khon Kaen\nnote: {word}\n"
    assert read(text.encode("cp874"))[:2] == (text, "windows-874")


@pytest.mark.parametrize(
    ("raw", "line", "column", "byte"),
    [
        (b"a: 1\nb: \xff", 2, 4, "0xFF"),
        ("ชื่อ: เทศบาล\nก: ".encode() + b"\xe0\xb8" + "\nข: เทศบาลนคร\n".encode(), 2, 4, "0xE0"),
        (codecs.BOM_UTF8 + b"a: \xff", 1, 4, "0xFF"),
        (codecs.BOM_UTF8 + b"a: 1\r\nb: 2\rc: \xfe", 3, 4, "0xFE"),
        ("a: café\n".encode("latin-1"), 1, 7, "0xE9"),
        ("ชื่อ: เทศบาล\n".encode("cp874") + b"\xff", 1, 1, "0xAA"),
        ("a: b".encode("utf-32"), 1, 1, "0xFF"),
        (codecs.BOM_UTF16_LE + "ก: ข\nค".encode("utf-16-le") + b"\n", 2, 2, "0x0A"),
        (
            codecs.BOM_UTF16_BE + "ก: ".encode("utf-16-be") + b"\xdc\x00" + "ข".encode("utf-16-be"),
            1,
            4,
            "0xDC",
        ),
    ],
    ids=[
        "ascii",
        "thai",
        "mark",
        "line-breaks",
        "latin-1",
        "874-with-ff",
        "utf-32",
        "utf-16-cut",
        "utf-16-surrogate",
    ],
)
def test_what_is_not_text_is_refused_at_its_place(raw, line, column, byte):
    assert read(raw) == ("", "unknown", [("Y010", line, column, {"byte": byte}, True)])


@pytest.mark.parametrize(
    ("raw", "character", "line", "column", "count"),
    [
        (b"a: \x00", "U+0000", 1, 4, "1"),
        ("ชื่อ: ก\x07ข\x07".encode(), "U+0007", 1, 8, "2"),
        ("a: 1\r\nb: 2\rกข: \x1b[31m".encode(), "U+001B", 3, 5, "1"),
        ("a: ก\u0080".encode(), "U+0080", 1, 5, "1"),
        ("a: ก\ufeff".encode(), "U+FEFF", 1, 5, "1"),
        ("\ufeffa: 1".encode("utf-8-sig"), "U+FEFF", 1, 1, "1"),
        ("a: ก\uffff".encode(), "U+FFFF", 1, 5, "1"),
        (b"a: \x7f", "U+007F", 1, 4, "1"),
        (b"a: x\x0cy\x0bz", "U+000C", 1, 5, "2"),
        ("a: x\x85\nb: \x01".encode(), "U+0001", 2, 4, "1"),
    ],
)
def test_control_characters_are_replaced_and_counted(raw, character, line, column, count):
    text, _, faults = read(raw)
    assert faults[0] == ("Y009", line, column, {"character": character, "count": count}, False)
    assert text.count(REPLACEMENT) == int(count)


@pytest.mark.parametrize("character", ["\x85", "\u2028", "\u2029"])
def test_odd_line_breaks_become_spaces(character):
    text, _, faults = read(f"ชื่อ: ก\nข: ค{character}ง{character}".encode())
    assert text == "ชื่อ: ก\nข: ค ง "
    assert faults == [("Y015", 2, 5, {"character": f"U+{ord(character):04X}", "count": "2"}, False)]


def test_tabs_and_line_breaks_stay():
    assert read(b"a:\t1\r\nb: 2\rc: 3\n") == ("a:\t1\r\nb: 2\rc: 3\n", "utf-8", [])


def test_nothing_is_text_too():
    assert read(b"") == ("", "utf-8", [])
    assert read(codecs.BOM_UTF8) == ("", "utf-8", [])


CHANGED = {"\x85": " ", "\u2028": " ", "\u2029": " ", "\ufeff": REPLACEMENT}
"""Characters that libyaml takes, and that mislead it or a reader."""


def test_every_character_is_either_taken_by_libyaml_or_replaced():
    characters = [
        chr(point)
        for point in [
            *range(0x3000),
            *range(0xD700, 0xD800),
            *range(0xE000, 0x10100),
            0x1F600,
            0x10FFFF,
        ]
    ]
    text, _, _ = decode("".join(characters).encode())
    for wanted, found in zip(characters[1:], text[1:], strict=True):
        try:
            list(yaml.parse(f"# {wanted}", Loader=yaml.CSafeLoader))
        except yaml.reader.ReaderError:
            assert found == REPLACEMENT, hex(ord(wanted))
        else:
            assert found == CHANGED.get(wanted, wanted), hex(ord(wanted))


@given(
    st.binary()
    | st.text().map(str.encode)
    | st.text(alphabet="กขคงจ่้าี: \n").map(lambda text: text.encode("cp874"))
)
@settings(deadline=None)
def test_any_bytes_are_read_or_refused(raw):
    text, encoding, faults = decode(raw)
    assert (encoding == "unknown") == any(fault.fatal for fault in faults)
    assert encoding in {"utf-8", "utf-16-le", "utf-16-be", "windows-874", "unknown"}
    assert [fault.code for fault in decode(text.encode())[2]] == []


@given(
    st.text(
        alphabet=st.characters(min_codepoint=0x20, max_codepoint=0x7E)
        | st.sampled_from("กขคงเแ่้\n"),
        min_size=1,
    )
)
@settings(deadline=None)
def test_utf8_is_never_taken_for_something_else(text):
    assert decode(text.encode())[:2] == (text, "utf-8")
