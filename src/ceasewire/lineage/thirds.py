"""Texts whose source is credited and not in the collection: all who have them link to the absent third."""

from __future__ import annotations

from collections.abc import Sequence

from ceasewire.lineage.credits import Credit
from ceasewire.lineage.direction import Page
from ceasewire.lineage.kinds import whole
from ceasewire.lineage.links import from_credit
from ceasewire.lineage.pairs import Pair
from ceasewire.lineage.sources import Claim
from ceasewire.model import Link, Span


def settle_thirds(
    chosen: Sequence[Claim], pages: Sequence[Page], pairs: Sequence[Pair]
) -> tuple[list[Claim], list[Link]]:
    """The claims that stay, and links to credited outlets that no page of the collection answers for."""
    kept: list[Claim] = []
    near = _near(pairs)
    links: list[Link] = []
    given: dict[int, Credit] = {}
    for number, page in enumerate(pages):
        credit = absent(page, [pages[other] for other in near.get(number, ())])
        if credit is None:
            continue
        links.append(from_credit(page, credit))
        given[number] = credit
    for claim in chosen:
        if claim.taker in given and whole(claim, pages[claim.taker]):
            third = given[claim.taker]
            giver = pages[claim.giver]
            if claim.giver not in given and not giver.credits and third.key not in giver.names:
                given[claim.giver] = third
                links.append(from_credit(giver, Credit(third.key, third.name, Span(0, 0, "")), 0.5))
        else:
            kept.append(claim)
    return kept, links


def _near(pairs: Sequence[Pair]) -> dict[int, list[int]]:
    """For each page the pages with words in common."""
    near: dict[int, list[int]] = {}
    for pair in pairs:
        near.setdefault(pair.one, []).append(pair.other)
        near.setdefault(pair.other, []).append(pair.one)
    return near


def absent(page: Page, givers: Sequence[Page]) -> Credit | None:
    """The credit of a page that no page with words in common answers for."""
    if not page.document.origin or any(page.credited & (giver.names - giver.credited) for giver in givers):
        return None
    return next((credit for credit in page.credits if credit.name == page.document.origin), None)
