"""What people type into a search box, as a question to the full-text index."""

from __future__ import annotations

import re
from dataclasses import dataclass

TERM = re.compile(r'(?P<minus>-?)(?:"(?P<phrase>[^"]*)"|(?P<word>[^\s"]+))')
LONGEST = 300  # characters
MOST = 20  # terms


@dataclass(frozen=True)
class Term:
    """A word or a phrase; `minus` for one that must not be there."""

    text: str
    minus: bool

    @property
    def fts(self) -> str:
        """As FTS5 has it: always quoted, so that nothing typed is an operator; `word*` finds beginnings."""
        body, star = (self.text[:-1], "*") if self.text.endswith("*") else (self.text, "")
        return '"' + body.replace('"', '""') + '"' + star


def question(typed: str) -> str | None:
    """The FTS5 question for `truce "two weeks" -prisoners Hallin OR Varrin`; None where there is nothing to look for.

    Words must all be there; quotes hold a phrase together; OR joins the words beside it; a minus excludes.
    """
    groups: list[list[Term]] = []
    without: list[Term] = []
    joining = False
    for term in _terms(typed):
        if term is None:
            joining = bool(groups)
        elif term.minus:
            without.append(term)
        elif joining:
            groups[-1].append(term)
            joining = False
        else:
            groups.append([term])
    if not groups:
        return None
    found = " AND ".join("(" + " OR ".join(term.fts for term in group) + ")" for group in groups)
    return found + "".join(f" NOT {term.fts}" for term in without)


def _terms(typed: str) -> list[Term | None]:
    """The terms in order, None for OR."""
    found: list[Term | None] = []
    for hit in list(TERM.finditer(typed[:LONGEST]))[:MOST]:
        text = hit["phrase"] if hit["phrase"] is not None else hit["word"]
        if hit["word"] == "OR" and not hit["minus"]:
            found.append(None)
        elif re.search(r"\w", text):
            found.append(Term(text, bool(hit["minus"])))
    return found
