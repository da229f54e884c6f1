"""Nothing of a page steers the terminal."""

from __future__ import annotations

import io
import json

import pytest

from ceasewire.show.paint import clean, clean_json, console, line, put

HOSTILE = {
    "colour": "\x1b[31mred\x1b[0m",
    "title of the window": "\x1b]0;owned\x07",
    "one-byte escape": "\x9b31m",
    "override of direction": "abc\u202egnp.exe",
    "isolate": "\u2066abc\u2069",
    "mark": "\u200fabc",
    "back": "abc\b\b\bxyz",
    "return": "true\rfalse",
    "zero": "a\x00b",
    "tag letters": "a\U000e0041b",
    "lone surrogate": "a\udcffb",
    "line separator": "a\u2028b",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_steering_characters_are_written_out(text: str) -> None:
    shown = clean(text)
    assert shown.isprintable()


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_json_keeps_its_meaning(text: str) -> None:
    shown = clean_json(json.dumps({"text": text}, ensure_ascii=False, indent=2))
    assert json.loads(shown) == {"text": text}
    assert shown.replace("\n", "").isprintable()


def test_markup_of_a_page_is_text() -> None:
    out = io.StringIO()
    put([line("[bold]not ours[/bold] [link=x]here[/link] :smile:")], console(out))
    assert out.getvalue() == "[bold]not ours[/bold] [link=x]here[/link] :smile:\n"


def test_letters_of_all_scripts_stay() -> None:
    assert clean("Дом “цитата” 和平 é") == "Дом “цитата” 和平 é"


@pytest.mark.parametrize("width", [24, 40, 60, 100])
def test_lines_are_wrapped_and_indented(width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    out = io.StringIO()
    put([line("word " * 40, ("x" * 150, "bold"), indent=6)], console(out))
    rows = out.getvalue().splitlines()
    assert all(len(row) <= width and row.startswith("    ") and row == row.rstrip() for row in rows)


def test_no_colour_in_a_pipe() -> None:
    out = io.StringIO()
    put([line(("red", "bold red"))], console(out))
    assert out.getvalue() == "red\n"
