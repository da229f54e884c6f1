"""The thresholds of lineage, in one place. Lengths are in words unless said otherwise."""

from __future__ import annotations

from typing import Final

SHINGLE: Final = 5
"""Words in a fingerprint: the shortest run that two pages are compared by."""

MOST_WORDS: Final = 200_000
"""A page is compared up to this many words."""

MOST_LETTERS: Final = 5_000_000
"""Of a page so many characters are looked at."""

AT_ONCE: Final = 200_000
"""Characters that are cut into words in one step."""

LONGEST_CAPTION: Final = 300
"""Characters above which a line that looks like a caption is compared as text."""

FULL_PAIRING: Final = 16
"""Pages that may share a fingerprint and still all be paired with each other on every fingerprint."""

SAMPLED_PAIRING: Final = 200
"""Above FULL_PAIRING and up to here one fingerprint in SAMPLE pairs its pages; above it, pages and the first STAR."""

SAMPLE: Final = 8
STAR: Final = 12

SKETCH: Final = 4
"""Of so many fingerprints one is kept to tell that two pages have words in common all over."""

FEWEST_SHINGLES: Final = 8
"""Fingerprints in common that make two pages worth aligning."""

SAME_STORY: Final = 0.4
"""Share of the shorter page's runs of SHORTEST_RUN words in common that puts two pages in one family."""

STOCK_IN_OUTLET: Final = 3
"""Families of one outlet in which the same words stand before they count as that outlet's stock."""

STOCK_ANYWHERE: Final = 20
"""Families of any outlet in which the same words stand before they count as stock, at the least."""

STOCK_SHARE: Final = 0.005
"""The same, as a share of all pages: the larger of the two holds."""

BRIDGE: Final = 10
"""A run goes on over a change of up to this many words on both sides (brackets, synonyms, a turned clause)."""

CUT: Final = 150
"""A run goes on over words that one side alone has (a trimmed sentence, a cut paragraph) up to this many."""

FILLED: Final = 25
"""Equal words inside a change count if both sides of it have up to this many words."""

TAIL: Final = 3
"""At its ends a run goes on over a change of up to this many words if TAIL_MATCH words agree after it."""

TAIL_MATCH: Final = 3

SHORTEST_RUN: Final = 9
"""A run below this is a phrase, not a copy, unless much else is in common."""

ONE_RUN: Final = 20
"""Words of a single run, neither stock nor quoted on both sides, that show a copy: names and titles alone make 15."""

MANY_RUNS: Final = 40
"""Words of several such runs together that show a copy."""

QUOTING_RUN: Final = 14
"""The same beside a quotation of as many words in the same run: what leads to it was not written twice."""

NAMED_RUN: Final = 12
"""Words of a single run that show a copy where one page names the other beside them."""

ANCHORS: Final = 3
"""Names and numbers that a translation must have in common with the page that it is taken for a translation of."""

MONTH: Final = 31
"""Days up to which a translation comes after its page."""

MOST_TWINS: Final = 100
"""Pages before and after in time among which the other edition of a page is looked for."""

IN_HOUSE: Final = 0.3
"""Share of the shorter page below which words that two pages of one outlet have in common are its background."""

PASSAGE: Final = 45
"""Words in common below which reports of different days share a passage of background: a sentence or two."""

NEXT_DAY: Final = 1
"""Days up to which two reports may be of one story as it breaks."""

NEW_WORDS: Final = 12
"""Words that a second source of a page must explain and the first does not."""

WHOLE: Final = 0.5
"""Share of a page's words in runs from which on one of two pages is mostly the other."""

SPREAD: Final = 0.6
"""Share of a page's windows touched by runs from which on the whole page is taken."""

SAME_WORDS: Final = 0.985
"""Share of equal words inside the runs from which on they are a copy; below it, a rewrite."""

AS_GOOD: Final = 0.97
"""A source is as good as the best if it explains this share of the words that the best explains."""

WINDOW: Final = 25
"""Words of a window by which it is seen how runs are spread over a page."""

MOSTLY: Final = 0.8
"""Share of a page's words in runs from which on it is taken as a whole, however they are spread."""

CREDITED: Final = 0.8
"""A page that is credited is the source if it explains this share of the words that the best explains."""

RARE: Final = 40
"""A word in up to this many pages is rare: a citation without common words is tied to a page by such words."""

RARE_WORDS: Final = 4
"""Names, numbers and long words in common that tie a citation to a page of the cited outlet."""

LEAST_SHARE: Final = 0.25
"""Below this share of a page's words in runs it is not taken as a whole, however they are spread."""

QUOTATION: Final = 5
"""Words of a quotation in a citing sentence that make it an excerpt of the cited report."""

MUCH: Final = 0.3
"""Share of the longer page's words that are equal from which on small runs count too."""

DENSE: Final = 0.6
"""A run in otherwise different pages counts if this share of the words it spans is equal."""

BEYOND: Final = 4
"""Words outside quotation marks by which an announced run goes on beyond a quotation."""

LACK: Final = 0.02
"""A page lacks what the other has if its equal words are a share of it larger by this much."""

MOST_MAPPED: Final = 10_000
"""Words of a run that are mapped word by word where its sides are not equal from the beginning."""

LEDE: Final = 40
"""The first words of a body, which a headline may be made of."""

RESTORED: Final = 3
"""Words of a page that its source's source has and the source lacks, above which the source is doubted."""

REACH: Final = 40
"""How far beyond a block of fingerprints its ends are looked for."""

OPENING: Final = 4
"""A run begins with its sentence if both sentences begin up to this many words before it with the same word."""

FRESH: Final = 2
"""Days up to which a text is fresh: a fresh copy is a likelier source than the stale text that it repeats."""

STALE: Final = 10
"""Days after which a text is stale."""

LEAST_HEADLINE: Final = 4
"""Words of a headline from which on it shows that it was cut from the first words of the text."""

ALL_OVER: Final = 0.08
"""Share of the longer page's fingerprints in common that makes a pair worth aligning without a run of SHORTEST_RUN."""
