"""Lines for a terminal. Text of pages is untrusted: nothing of it may steer the terminal or pass for ours."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TextIO

from rich.console import Console
from rich.text import Text

NARROWEST = 24  # columns; below this lines are longer than the terminal

# Control characters, C1 included, marks and overrides of direction, line separators, characters without width.
_STEERING = (
    "\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    "\ufeff\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f"
)
_UNSAFE = re.compile(f"[{_STEERING}]")
_BLANK = re.compile(r"[ \t\r\n\u2028\u2029\x0b\x0c\x85\xa0]+")


@dataclass(frozen=True)
class Line:
    """One line before it is wrapped; `indent` is in columns and holds for the wrapped rest too."""

    text: Text
    indent: int = 0


def clean(text: str) -> str:
    """The text on one line, with every character that steers a terminal written out (`\\x1b`)."""
    return _UNSAFE.sub(lambda hit: hit.group().encode("unicode_escape").decode(), _BLANK.sub(" ", text))


def clean_json(text: str) -> str:
    """JSON with the characters that steer a terminal escaped; its meaning is unchanged."""
    return re.sub(f"(?!\n)[{_STEERING}]", _json_escape, text)


def line(*parts: str | tuple[str, str], indent: int = 0) -> Line:
    """A line of parts, each a text or a text with its style."""
    text = Text(overflow="fold")
    for part in parts:
        words, style = (part, "") if isinstance(part, str) else part
        text.append(clean(words), style=style)
    return Line(text, indent)


def blank() -> Line:
    """An empty line."""
    return Line(Text(""))


def console(stream: TextIO | None = None) -> Console:
    """A terminal, or a pipe without colour; markup in the text means nothing."""
    stream = stream or sys.stdout
    return Console(file=stream, markup=False, emoji=False, highlight=False, soft_wrap=True)


def put(lines: Iterable[Line], to: Console) -> None:
    """Print lines, each wrapped to the width and indented."""
    for row in lines:
        margin = " " * min(row.indent, to.width // 4)
        width = max(NARROWEST, to.width) - len(margin)
        for piece in row.text.wrap(to, width) or [Text("")]:
            piece.rstrip()
            to.print(Text(margin) + piece if piece.plain else "")


def _json_escape(hit: re.Match[str]) -> str:
    code = ord(hit.group())
    if code <= 0xFFFF:
        return f"\\u{code:04x}"
    return f"\\u{0xD800 + (code - 0x10000 >> 10):04x}\\u{0xDC00 + (code - 0x10000 & 0x3FF):04x}"
