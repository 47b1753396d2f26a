"""The line of news: in whole words, in every language, one part after the other."""

import pytest
from rich.cells import cell_len

from display.hall import news

TEXTS = {
    "az": "Bu gün notariat saat 15:00-dan sonra işləmir. Üzr istəyirik, sabah səhər yenə buradayıq.",
    "en": "[The notary] is not working after 15:00 today.",
}


@pytest.mark.parametrize("width", [20, 36, 76, 236])
def test_all_of_it_comes_in_turn_and_whole_words_only(width: int) -> None:
    lines = [news.line(TEXTS, ("az", "en", "ru"), width, turn) for turn in range(40)]
    parts = lines[: lines.index(lines[0], 1)]
    assert " ".join(parts) == f"{TEXTS['az']} {TEXTS['en']}"
    assert all(cell_len(line) <= width for line in lines)


def test_a_word_longer_than_the_line_is_not_lost() -> None:
    parts = [news.line({"en": "x" * 50}, ("en",), 20, turn) for turn in range(3)]
    assert "".join(parts) == "x" * 50


def test_without_news_there_is_no_line() -> None:
    assert news.line(None, ("en",), 80, 7) == ""
    assert news.line({"de": "Nichts"}, ("en",), 80, 7) == ""
    assert news.line(TEXTS, ("en",), 0, 7) == ""
