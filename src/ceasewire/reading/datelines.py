"""The place, day and agency that a wire report begins with: no part of its first sentence."""

from __future__ import annotations

import re
from functools import lru_cache

from ceasewire.codebook.outlets import outlet_by_name

LONGEST = 120  # characters
_CAPITALS = r"(?=[A-Z’'. ]{4}|[A-Z]{3})[A-Z][A-Z’'.-]+(?: [A-Z][A-Z’'.-]+){0,3}"
_MIXED = r"[A-Z][\w’'.-]+(?: [A-Z][\w’'.-]+){0,2}"
_WITHIN = r"(?:(?:[,/] ?[A-Z][\w. ]{2,24}){0,2}| ?\[[A-Z][^\[\]\n]{2,30}\])"
_MONTH = r"(?i:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[A-Za-z]{0,6}\.?"
_DAY = rf"(?:,? (?:{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH})(?:,? \d{{4}})?)"
_AGENCY = r"\((?P<agency>[A-Z][^()\n]{1,40})\)"
_DASH = r"[-–—]{1,3}"

# Where a bracket or a day has said that it is a dateline, the dash may touch the text; without either it may not.
_FORMS = [
    re.compile(rf"{_CAPITALS}{_WITHIN}(?: \d{{1,2}})?(?: ?\([A-Z][^()\n]{{1,40}}\))? {{0,2}}{_DASH} "),
    re.compile(rf"{_CAPITALS}{_WITHIN}{_DAY}? ?\([A-Z][^()\n]{{1,40}}\) {{0,2}}(?:{_DASH}|:) ?"),
    re.compile(rf"{_CAPITALS}{_WITHIN}{_DAY}[.,] ?/?[A-Z][A-Za-z-]{{2,20}}/?\. "),
    re.compile(rf"{_MIXED}{_WITHIN}{_DAY} ?{_DASH} "),
    re.compile(rf"{_CAPITALS}{_WITHIN} \([A-Z][^()\n]{{1,60}}\d{{4}}\) "),
]
# A place in small letters, or none, needs an agency that the table of outlets knows.
_CREDITED = re.compile(rf"(?:{_MIXED}{_WITHIN}{_DAY}? )?{_AGENCY} {{0,2}}(?:{_DASH}|:|\.) {{0,2}}")


@lru_cache(maxsize=512)
def dateline(head: str) -> int:
    """How many characters the dateline at the head of a line takes: `MARLOW, May 3 (Agency) - `; 0 without one."""
    head = head[:LONGEST]
    ends = [found.end() for form in _FORMS if (found := form.match(head))]
    credited = _CREDITED.match(head)
    if credited and outlet_by_name(credited["agency"].split("/")[0].strip()):
        ends.append(credited.end())
    return max(ends, default=0)
