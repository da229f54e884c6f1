"""Texts of deals, bodies' statements and monitors' reports, recognised by their form; all invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from intake.story import LAST, LEAD, MORE, pages

DEAL = """Orsk Ceasefire Agreement

The Government of Veldania and the Council of the Hill Towns, hereinafter the Parties,

Determined to end the war of the ferries,

Have agreed as follows:

Article 1

The Parties shall cease all fire from midnight on 4 May.

Article 2

Boats shall sail under the flag of the harbour guild, and no boat shall be stopped.

Article 3

A commission of six shall watch the harbour of Orsk.

Done at Tarn on 3 May 2021 in two original copies.

For the Government of Veldania: Bo Ost
"""
TERMS = """What the sides signed in Tarn

1. The Parties agree to cease fire.

2. The Parties undertake to open the road to Orsk.

3. Each side shall hand over the names of those it holds.

4. The guild shall witness all of it.

Signed in Tarn, 3 May 2021
"""
REPORT = """Sides sign agreement in Tarn

TARN - Veldania and the hill towns signed an agreement on Monday, officials said, after a year of talks in the harbour.

Article 1 says that the parties shall cease fire, a copy seen by reporters said.

“We shall see,” the mayor of Orsk told reporters.

The guild said that the parties undertake to open the road.
"""
RELEASE = """Ministry of Foreign Affairs of Veldania

Press Release

The ministry condemns the shelling of the ferry and calls on the hill towns to answer for it before the guild.

The Minister will travel to Tarn on Tuesday to meet the master of the guild and to hand over a letter.

For further information contact the press office in Orsk.
"""
COMMUNIQUE = """After the meeting in Tarn

We, the ministers of Veldania and of the islands, met in Tarn on Monday at the invitation of the harbour guild.

We call for an end to the shelling of the ferry and for the release of all who are held.

We welcome the offer of the guild to watch the harbour until a commission can be formed.
"""
SPOT = """Spot Report: ceasefire violations near Orsk

This report covers the period from 2 to 3 May.

The Mission recorded 14 explosions north of the harbour and could not say who had fired.

A patrol saw two boats of the hill towns behind the agreed line.
"""
LETTER = """Harbour Observer Mission

Second paper on the harbour of Orsk

The Mission recorded 14 explosions north of the harbour between Monday and Tuesday.

A patrol saw two boats of the hill towns behind the agreed line at noon.

The Mission has no information on the guns that the army was to withdraw.

The master of the mission reminds both sides of their promise.
"""
QUOTED = """Mission counts 14 explosions

ORSK - The observer mission said on Tuesday that it had counted 14 explosions, and the mayor said there were more.

The guild said a patrol had seen two boats, and the hill towns told reporters that there were none.
"""


@pytest.mark.parametrize(
    ("text", "genre"),
    [
        (DEAL, "agreement"),
        (TERMS, "agreement"),
        (REPORT, "report"),
        (RELEASE, "release"),
        (COMMUNIQUE, "release"),
        (SPOT, "monitor"),
        (LETTER, "monitor"),
        (QUOTED, "report"),
    ],
    ids=["deal", "terms", "report of a deal", "release", "communique", "spot report", "letterhead", "report"],
)
def test_genre_by_form(tmp_path: Path, text: str, genre: str) -> None:
    (page,) = pages(tmp_path, "a.txt", text.encode())
    assert page.genre == genre


@pytest.mark.parametrize(
    ("first", "outlet"),
    [
        ("The Evening Ledger", "Evening Ledger"),
        ("Evening Ledger", "Evening Ledger"),
        ("MERIDIAN PRESS", "Meridian Press"),
        ("Council of the Hill Towns", "Council of the Hill Towns"),
        ("Ana Maria Vel", None),
        ("World News", None),
        ("Daily Report", None),
        ("Middle East News", None),
    ],
)
def test_a_name_alone_above_the_page(tmp_path: Path, first: str, outlet: str | None) -> None:
    lead = "The mayor of Orsk said on Monday that the old bridge was shut and that nobody had been hurt by its fall."
    (page,) = pages(
        tmp_path, "a.txt", f"{first}\n\nOld bridge shut after its fall in Orsk\n\n{lead}\n\n{lead}\n".encode()
    )
    assert page.outlet == outlet


def test_one_name_for_a_page_and_a_row(tmp_path: Path) -> None:
    lead = "The mayor of Orsk said on Monday that the old bridge was shut and that nobody had been hurt by its fall."
    (row,) = pages(tmp_path, "a.csv", f"text,publication\n{lead},The Evening Ledger\n".encode())
    (page,) = pages(tmp_path, "a.txt", f"The Evening Ledger\n\nOld bridge shut in Orsk\n\n{lead}\n".encode())
    assert row.outlet == page.outlet == "Evening Ledger"


def test_a_live_page_keeps_the_times_of_its_entries(tmp_path: Path) -> None:
    entries = "".join(
        f'<div class="entry"><time datetime="2021-05-04T{hour}:04Z">{hour}:04</time><p>{told}</p></div>'
        for hour, told in ((10, LEAD), (12, MORE), (14, LAST))
    )
    script = '<script type="application/ld+json">{"@type": "LiveBlogPosting"}</script>'
    markup = f"<html><head>{script}</head><body><article>{entries}</article></body></html>"
    (page,) = pages(tmp_path, "a.html", markup.encode())
    lines = [page.text[line.start : line.end] for line in page.lines]
    assert page.genre == "live"
    assert lines == ["10:04", LEAD, "12:04", MORE, "14:04", LAST]
    assert [line.role for line in page.lines] == ["furniture", "body"] * 3
