"""What kind of taking a claim is."""

from __future__ import annotations

from collections.abc import Sequence

from ceasewire.codebook import table
from ceasewire.lineage.direction import Page
from ceasewire.lineage.outlets import same_outlet
from ceasewire.lineage.pairs import spread
from ceasewire.lineage.settings import LEAST_SHARE, MOSTLY, SAME_WORDS, SPREAD, WHOLE
from ceasewire.lineage.sources import Claim
from ceasewire.lineage.words import WORD
from ceasewire.model import LinkKind


def kind(claim: Claim, pages: Sequence[Page]) -> LinkKind:
    """Excerpt where the common words stand inside own text; else a copy, a rewrite, or another version of a page."""
    taker, giver = pages[claim.taker], pages[claim.giver]
    other_text = len(taker.text) > 0 and taker.document.text != giver.document.text
    if not whole(claim, taker) and not (same_outlet(taker.document, giver.document) and _grown(claim)):
        return "excerpt"
    if same_outlet(taker.document, giver.document) and other_text:
        return "correction" if _corrects(taker) else "update"
    return "republication" if claim.pair.sameness >= SAME_WORDS else "rewrite"


def whole(claim: Claim, taker: Page) -> bool:
    """Whether the page as a whole is taken: most of its words, or words all over it."""
    covered = claim.pair.shares[claim.flip]
    return covered >= MOSTLY or (covered >= LEAST_SHARE and spread(claim.pair, taker.text, claim.flip) >= SPREAD)


def _grown(claim: Claim) -> bool:
    """Whether the first version is mostly kept in a longer one: nine dead at noon, seventeen in the evening."""
    return claim.pair.shares[not claim.flip] >= WHOLE


def _corrects(page: Page) -> bool:
    """Whether the title or the text begins with a word of correction, or a line around it says so."""
    begin = WORD.findall(page.text.span(0, 1).text.lower()) if len(page.text) else []
    marks = table("credits")["version"]["correction"]
    said = any(words and words[0] in marks for words in (page.headline, begin))
    return said or page.version == "correction"
