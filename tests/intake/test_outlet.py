"""Outlet, origin, genre, byline and dateline, on invented pages."""

from __future__ import annotations

import pytest

from ceasewire.intake.credits import byline, cleaned_byline, dateline
from ceasewire.intake.genre import genre_of
from ceasewire.intake.head import clean_title
from ceasewire.intake.origin import origin_of
from ceasewire.intake.outlet import Text, outlet_of

LINE = "The ferry was lost off Orsk."
DEAL = ("Article 1", "The parties shall cease fire.", "Article 2", "Boats shall sail.", "Article 3", "All shall eat.")


def page(*body: str, furniture: tuple[str, ...] = (), credit: tuple[str, ...] = (), by: tuple[str, ...] = ()) -> Text:
    """A page with the lines given."""
    return Text(body or (LINE,), furniture, credit, by, "Ferry lost off Orsk")


@pytest.mark.parametrize(
    ("text", "address", "site", "outlet"),
    [
        (page(), "https://www.ft.com/orsk", None, "Financial Times"),
        (page(), "www.orskdailynews.example", None, "Orsk Daily News"),
        (page("Readers of the Vel Dani Voice wept."), "veldanivoice.example", None, "Vel Dani Voice"),
        (page(), None, "The Veldanian", "Veldanian"),
        (page(credit=("Irish Independent",)), None, None, "Irish Independent"),
        (page(furniture=("Get The Times of Israel's Daily Edition by email",)), None, None, "The Times of Israel"),
        (page("I wrote an essay for The Veldanian on the ferry."), None, None, "Veldanian"),
        (page("As The Veldanian has been reporting, it sank."), None, None, "Veldanian"),
        (page("As Reuters has previously reported, it sank."), None, None, None),
        (page("As the Hill Council has repeatedly said, it sank."), None, None, None),
        (page("The clerk told the Financial Times that it sank."), None, None, None),
        (page(credit=("Via FT",)), None, None, None),
        (page(), "https://twitter.com/anavel/status/1", None, "Twitter"),
    ],
)
def test_outlet(text: Text, address: str | None, site: str | None, outlet: str | None) -> None:
    assert outlet_of(text, address, None, site) == outlet


@pytest.mark.parametrize(
    ("text", "origin"),
    [
        (page(credit=("Via FT",)), "Financial Times"),
        (page(credit=("Via The Veldanian",)), "Veldanian"),
        (page("The mill was lost. (© Daily Telegraph London)"), "Daily Telegraph"),
        (page("The mill was lost. (© Daily Telegraph)", credit=("Irish Independent",)), "Daily Telegraph"),
        (page("The mill was lost. – Reuters"), "Reuters"),
        (page(credit=("TELEGRAPH.CO.UK",)), "Daily Telegraph"),
        (page("ORSK, Veldania (Reuters) - The ferry was lost."), "Reuters"),
        (page("Orsk (AFP) - The ferry was lost."), "Agence France-Presse"),
        (page(by=("By AFP - May 15, 2031 - Last updated at May 15, 2031",)), "Agence France-Presse"),
        (page(by=("(Xinhua)",)), "Xinhua"),
        (page(by=("By Ana Vel - AFP travelled",)), None),
        (page("ORSK/TARN (Reuters) - The ferry was lost."), "Reuters"),
        (page("ORSK/TARN Veldania (Reuters) - The ferry was lost."), "Reuters"),
        (page("4 May 2021 / 6:04 AM", "ORSK, Veldania (Reuters) - The ferry was lost."), "Reuters"),
        (
            page("Other news", "A man looks at the ferry off Orsk.", "(Reuters) The ferry was lost on Monday."),
            "Reuters",
        ),
        (page(by=("By Ana Vel, Associated Press",)), "Associated Press"),
        (page(credit=("This article was originally published by The Guardian",)), "The Guardian"),
        (page(credit=("Photographer: Ana Vel/AFP via Getty Images",)), None),
        (page(credit=("The Associated Press contributed reporting from Orsk.",)), None),
        (page(credit=("Irish Independent",)), None),
        (page("The mill was lost. © AFP"), "Agence France-Presse"),
        (page(credit=("Republished with permission from The Orsk Post.",)), "Orsk Post"),
        (page(credit=("Syndicated from The Orsk Post",)), "Orsk Post"),
        (page(credit=("This story was produced by the Orsk Post and is republished here.",)), "Orsk Post"),
        (page(credit=("First published in The Orsk Post on May 4",)), "Orsk Post"),
        (page(credit=("First published on May 4",)), None),
        (page(credit=("(Via Orient News Service)",)), "Orient News Service"),
        (page(credit=("Via the Orsk Daily Post",)), "Orsk Daily Post"),
        (page(credit=("Via Reuters London",)), "Reuters"),
        (page(credit=("Source: Al Jazeera and agencies",)), "Al Jazeera"),
        (page("The ferry, AFP said, was lost (see page 4)."), None),
    ],
)
def test_origin(text: Text, origin: str | None) -> None:
    assert origin_of(text) == origin


@pytest.mark.parametrize(
    ("text", "url", "outlet", "genre"),
    [
        (page(), None, None, "report"),
        (page(), "https://x.example/opinion/orsk", None, "column"),
        (page("I saw it.", "I wept.", "My hat was wet."), None, None, "column"),
        (page("“I saw it.”", "“I wept.”", "“My hat was wet.”"), None, None, "report"),
        (
            page(furniture=("The views expressed here are the author’s own and not those of this site.",)),
            None,
            None,
            "column",
        ),
        (page(), None, "Reuters", "agency"),
        (page(), "https://x.example/wires/afp/orsk", None, "agency"),
        (page(), "https://x.example/live/orsk", None, "live"),
        (page(), None, "OSCE", "monitor"),
        (page(), None, "The Kremlin", "release"),
        (page(), None, "Twitter", "post"),
        (page(*["Q: Who shot first?", "A: They did."] * 4), None, None, "interview"),
        (page(*DEAL), None, None, "agreement"),
    ],
)
def test_genre(text: Text, url: str | None, outlet: str | None, genre: str) -> None:
    assert genre_of(text, url, outlet, None) == genre


@pytest.mark.parametrize(
    ("line", "place", "agency"),
    [
        ("ORSK, Veldania (Reuters) - The ferry", "ORSK, Veldania", "Reuters"),
        ("ORSK — The ferry", "ORSK", None),
        ("ORSK, May 4 (Xinhua) -- The ferry", "ORSK, May 4", "Xinhua"),
        ("Orsk, Veldania (CNN) The ferry", "Orsk, Veldania", "CNN"),
        ("(CNN) The ferry", None, "CNN"),
        ("Lindhaven, 17 September - The ferry", "Lindhaven, 17 September", None),
        ("Tarn, May 4, 2021 (Orsk Wire) — The ferry", "Tarn, May 4, 2021", "Orsk Wire"),
        ("New York, 4 May: The ferry", "New York, 4 May", None),
        ("Monday, 4 May - The ferry", None, None),
        ("The crew, 17 men - all of Tarn - was lost.", None, None),
        ("The ferry (see page 4) was lost.", None, None),
        ("The mayor - a hill man - wept.", None, None),
    ],
)
def test_dateline(line: str, place: str | None, agency: str | None) -> None:
    assert dateline(line) == (place, agency)


@pytest.mark.parametrize(
    ("line", "name"),
    [("By Ana Vel", "Ana Vel"), ("By Ana Vel | May 4", "Ana Vel"), ("By Ana Vel in Orsk", "Ana Vel")],
)
def test_cleaned_byline(line: str, name: str) -> None:
    assert cleaned_byline(line) == name


@pytest.mark.parametrize(
    ("title", "clean"),
    [
        ("Ferry lost off Orsk, guild says | The Veldanian", "Ferry lost off Orsk, guild says"),
        ("Ferry lost off Orsk, guild says - Reuters", "Ferry lost off Orsk, guild says"),
        ("HomeFerry lost off Orsk, guild says", "Ferry lost off Orsk, guild says"),
        ("Ferry lost", "Ferry lost"),
    ],
)
def test_clean_title(title: str, clean: str) -> None:
    assert clean_title(title) == clean


@pytest.mark.parametrize(
    ("line", "head", "expected"),
    [("(Reuters)", True, True), ("(Reuters)", False, False), ("(Orsk)", True, False), ("(two men)", True, False)],
)
def test_an_agency_alone_in_brackets_says_who_wrote(line: str, head: bool, expected: bool) -> None:
    assert byline(line, head) is expected
