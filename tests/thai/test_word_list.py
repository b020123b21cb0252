"""The lists of words hold what people wrote into them, each once."""

from __future__ import annotations

from pathlib import Path

import pytest

from smartcert.thai import word_list
from smartcert.thai.normalize import normalize

FILES = sorted(Path(word_list.__file__).parent.glob("*.txt"))


def test_a_file_has_lists_under_headings(tmp_path, monkeypatch):
    monkeypatch.setattr(word_list, "__file__", str(tmp_path / "word_list.py"))
    (tmp_path / "trees.txt").write_text(
        "# Trees\n\n[tall]\nยาง\n  to kien \n# not a tree\n\n[ small ]\nเข็ม\n", encoding="utf-8"
    )
    assert word_list.word_lists("trees") == {"tall": ("ยาง", "to kien"), "small": ("เข็ม",)}


def test_there_are_lists():
    known = ["lexicon", "pairs", "placeholders", "responses", "substance", "torn", "values"]
    assert [file.stem for file in FILES] == known


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_word_stands_once_in_a_list_and_as_readers_see_it(file):
    for heading, words in word_list.word_lists(file.stem).items():
        assert words, heading
        assert len(words) == len(set(words)), heading
        assert [word for word in words if normalize(word) != word] == [], heading
