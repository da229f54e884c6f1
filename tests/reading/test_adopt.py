"""A reading made a page's own."""

from __future__ import annotations

from ceasewire.model import Document, Interval, Reading, Relation, Source, Span, Statement
from ceasewire.reading.adopt import adopt

SPAN = Span(0, 4, "They")


def test_an_actor_that_the_cast_dropped_is_nobody_and_ends_no_run() -> None:
    said = Statement(
        "s1", "", Source(SPAN, "a9"), False, None, None, None, "a9", SPAN, [SPAN], "indirect", "asserts",
        [], None, None, None, 1.0,
    )  # fmt: skip
    relation = Relation("r1", "member_of", "a9", "a8", Interval(None, None), "", SPAN, None)
    page = Document(
        "d", "p", None, None, "0", "They said so.", "en", True, None, None, "report",
        None, None, None, None, None, None, None, [], [],
    )  # fmt: skip
    adopted = adopt(Reading([], {}, [], [relation], [said], [], [], []), page)
    assert adopted.statements[0].source.actor is None
    assert adopted.statements[0].affiliation is None
    assert adopted.relations == []
