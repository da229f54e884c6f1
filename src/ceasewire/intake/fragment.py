"""A piece of markup inside a field: an entry of a feed, a column of a row."""

from __future__ import annotations

from ceasewire.intake.linear import linear, parse


def text_of(markup: str) -> str:
    """The linear text of a piece of markup, one line a block element; empty where there is none."""
    tree = parse(f"<div>{markup}</div>") if markup.strip() else None
    return "\n".join(line.text for line in linear(tree)) if tree is not None else ""
