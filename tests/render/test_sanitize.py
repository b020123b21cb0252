"""What of a stranger's text each reader gets to see."""

from __future__ import annotations

import re
from typing import get_args

import pytest

from smartcert.characters import TABLE, View
from smartcert.render.github import in_message, in_property
from smartcert.render.sanitize import (
    for_command,
    for_page,
    for_terminal,
    for_xml,
)

THAI = "กำหนดการ\u200bปี ๒๕๖๙ “งบ” 😀 é \u00a0"
"""Thai, a mark where words part, an emoji of four bytes, and a blank that breaks no line."""


def test_each_character_stands_in_one_row():
    ranges = "".join(characters for characters, _ in TABLE)
    harmful = [chr(code) for code in range(0x10000) if re.match(f"[{ranges}]", chr(code))]
    for character in harmful:
        rows = [ranges for ranges, _ in TABLE if re.match(f"[{ranges}]", character)]
        assert len(rows) == 1, f"U+{ord(character):04X}"


def test_every_view_is_known():
    assert {view for _, views in TABLE for view in views} == set(get_args(View))


@pytest.mark.parametrize("view", [for_page, for_xml, for_command])
def test_what_people_write_comes_through(view):
    assert view(THAI) == THAI


def test_a_terminal_gets_blanks_for_a_tab_and_no_character_without_width():
    assert for_terminal("a\tb\u200bc") == "a  bc"


@pytest.mark.parametrize("character", ["\x00", "\x1b", "\x85", "\u202e", "\u2028"])
@pytest.mark.parametrize("view", [for_terminal, for_page, for_command])
def test_what_misleads_a_reader_is_replaced(view, character):
    assert view(f"a{character}b") == "a\ufffdb"


@pytest.mark.parametrize("character", ["\u200b", "\u200d", "\u2060", "\xad", "\ufeff"])
def test_what_nobody_sees_is_no_sign_on_a_terminal(character):
    assert for_terminal(f"ก{character}ข") == "กข"
    assert "\ufffd" not in for_page(character) + for_command(character) + for_xml(character)


@pytest.mark.parametrize("character", ["\x00", "\x1b", "\ud800", "\ufffe", "\uffff"])
def test_xml_gets_only_its_own_characters(character):
    assert for_xml(f"a{character}b") == "a\ufffdb"


@pytest.mark.parametrize("escape", [in_message, in_property])
def test_half_pairs_and_byte_order_marks_reach_no_annotation(escape):
    assert escape("ก\ud800ข\ufeff") == "ก\ufffdข"


def test_ends_of_lines_are_left_to_the_command():
    assert in_message("a\r\nb") == "a%0D%0Ab"
