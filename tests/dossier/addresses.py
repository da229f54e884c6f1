"""Every kind of address of the record made by hand."""

from __future__ import annotations

FACT, TRACK, LINK, PAGE, SOURCE = "f0123456789abcde", "t1", "l1", "d-herald.txt", "brenn"

ADDRESSES = [
    "/",
    "/?status=contested&sort=day",
    "/tracks",
    f"/track/{TRACK}",
    f"/fact/{FACT}",
    f"/page/{PAGE}",
    "/page/d-mirror.txt",
    "/page/d-radio.txt?c=10-20",
    "/talks",
    "/positions",
    "/positions?topic=truce",
    "/map",
    "/map?whole=1",
    "/sources",
    f"/source/{SOURCE}",
    "/lineage",
    f"/link/{LINK}",
    "/contradictions",
    "/pages",
    "/search",
    "/review",
    "/rulings",
    "/search?q=talks",
    "/search?q=talks&in=documents",
]
