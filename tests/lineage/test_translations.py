"""Translations where a page says so."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ceasewire.lineage import trace
from ceasewire.lineage.margins import margin
from ceasewire.model import Document, Link

Page = Callable[..., Document]
Words = tuple[str, ...]

SPANISH = (
    "Delegados del Frente de Orlen se reunieron en Port Sarel con enviados del gobierno de Veldania, dijo Ilka Maren.",
    "Tras 17 semanas de combates murieron 3.400 personas en el valle alto, según el Frente.",
)
ENGLISH = (
    "Delegates of the Orlen Front met envoys of Veldania in Port Sarel, Ilka Maren said.",
    "After 17 weeks of fighting 3,400 people have died in the upper valley, according to the Front.",
)


def turned(links: list[Link]) -> list[Link]:
    return [link for link in links if link.kind == "translation"]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Translated from the Spanish by Ada Brin", [(True, "es", None)]),
        ("(Translated from La Voz de Sarel)", [(True, None, "La Voz")]),
        ("This article was originally published in Arabic by Orlen Today.", [(True, "ar", "Orlen Today")]),
        ("Read the original in French", [(True, "fr", None)]),
        ("Read this story in Spanish", [(False, "es", None)]),
        ("Leer en español", [(False, "es", None)]),
        ("Читать на русском", [(False, "ru", None)]),
        ("This article was first published by the Harbour Herald.", []),
        ("“We stay,” he said, his words translated by an aide.", []),
        ("Read in peace", []),
    ],
)
def test_what_a_line_tells_of_a_translation(
    page: Page, own: Words, line: str, found: list[tuple[bool, str | None, str | None]]
) -> None:
    told = [notice.told for notice in margin(page(own, credit=line)).notices]
    assert [(one.taken, one.language, one.outlet) for one in told] == found


def test_a_page_that_says_so_is_the_translation_of_its_outlets_own_edition(page: Page, own: Words) -> None:
    first = page(SPANISH, outlet="La Voz", language="es", published="2031-03-01")
    other = page(own, outlet="La Voz", language="es", published="2031-03-01")
    last = page(ENGLISH, outlet="La Voz", published="2031-03-02", credit="Translated from the Spanish by Ada Brin")
    (link,) = turned(trace([first, other, last]))
    assert (link.doc, link.of_doc, link.span) == (last.id, first.id, None)
    assert [span.text for span in link.evidence] == ["Translated from the Spanish by Ada Brin"]


def test_a_page_that_names_its_other_edition_has_been_translated(page: Page) -> None:
    first = page(ENGLISH, outlet="La Voz", published="2031-03-01", credit="Leer en español")
    last = page(SPANISH, outlet="La Voz", language="es", published="2031-03-02")
    (link,) = turned(trace([first, last]))
    assert (link.doc, link.of_doc) == (last.id, first.id)


def test_a_translation_of_an_absent_page_links_to_its_outlet_alone(page: Page) -> None:
    line = "This article was originally published in Spanish by La Voz."
    last = page(ENGLISH, outlet="Coast Gazette", origin="La Voz", credit=line)
    (link,) = trace([last])
    assert (link.kind, link.of_doc, link.of_outlet) == ("translation", None, "La Voz")


@pytest.mark.parametrize(
    "known", [{"outlet": "Coast Gazette"}, {"published": "2031-05-09"}, {"published": "2031-02-27"}, {"language": "en"}]
)
def test_pages_of_others_of_other_days_and_of_one_language_are_no_twins(page: Page, known: dict[str, str]) -> None:
    first = page(ENGLISH, outlet="La Voz", published="2031-03-01", credit="Leer en español")
    last = page(SPANISH, **({"outlet": "La Voz", "language": "es", "published": "2031-03-02"} | known))
    assert turned(trace([first, last])) == []
